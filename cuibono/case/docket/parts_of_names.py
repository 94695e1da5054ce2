"""Recorded names by the word that they begin or end with, so that a short name finds its longer ones at once."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=8)
def by_first(names: frozenset[str]) -> Mapping[str, list[str]]:
    """Names by their first word.

    >>> by_first(frozenset({"vex works", "vex bank", "acme"}))["acme"]
    ['acme']
    """
    return _by(names, 0)


@lru_cache(maxsize=8)
def by_last(names: frozenset[str]) -> Mapping[str, list[str]]:
    """Names by their last word."""
    return _by(names, -1)


def _by(names: frozenset[str], at: int) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        if name.split():
            found[name.split()[at]].append(name)
    return dict(found)
