"""Invented people only: whatever is made here goes into a case marked as simulated, and every page says so."""
