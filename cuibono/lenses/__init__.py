"""Questions put to the evidence: one folder per family, one file per lens; the folder is the registry."""
