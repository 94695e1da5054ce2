"""Ways to read, one a file; each holds one ``EXTRACTOR``, and the folder is the registry."""
