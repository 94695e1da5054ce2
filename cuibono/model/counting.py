"""Counts as people say them."""


def plural(count: int, word: str, many: str = "") -> str:
    """A count and its noun: 1 source, 2 sources."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {many or word + 's'}"
