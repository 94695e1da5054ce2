"""How long work tells where it is: what it does, how much is done, how much there is."""

from collections.abc import Callable

#: Called with what is being done, how much is done, and of how much (0 when unknown).
Tell = Callable[[str, int, int], None]


def silent(what: str, done: int, of: int) -> None:
    """Tell nobody."""
    del what, done, of
