"""Same or not? Pairs of entities that may be the same, each with a score that explains itself.

Nothing here decides: a proposal becomes a judgement only by a person. ``propose`` is the way in.
"""
