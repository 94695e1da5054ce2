"""The desk: a case in the browser, on this machine only; one file per page in ``pages/``."""
