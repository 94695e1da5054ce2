"""Text becomes turns, mentions, names, claims, ties, dated events and quantities: one stage per file.

Every stage is a pure function over the records of ``records.py``; offsets are code points in the text as it
stands in the source, never in a repaired view of it.
"""
