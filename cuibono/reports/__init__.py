"""Findings become pages and files, from the public side of a case and nothing else."""
