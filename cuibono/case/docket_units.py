"""Units as the docket compares them: one name for each, and the scale that stands with it."""

from functools import cache, lru_cache

from cuibono.case.docket_words import stems
from cuibono.extract.lexicon import lines


@lru_cache(maxsize=4096)
def unit_of(text: str) -> tuple[frozenset[str], float]:
    """The words of a unit under their first names, and what a number in it is multiplied by.

    >>> unit_of("thousand tonnes")
    (frozenset({'tonne'}), 1000.0)
    """
    factor, words = 1.0, []
    for word in text.casefold().replace(",", " ").split():
        if word in _scales():
            factor *= _scales()[word]
        else:
            words.append(word)
    return frozenset(s for w in words for s in _first(w)), factor


def _first(word: str) -> frozenset[str]:
    return frozenset({_names()[word]}) if word in _names() else stems(word)


@cache
def _names() -> dict[str, str]:
    return {w: line.split()[0] for line in lines("docket", "units") for w in line.split()}


@cache
def _scales() -> dict[str, float]:
    return {word: float(factor) for word, factor in (line.split() for line in lines("docket", "scales"))}


@lru_cache(maxsize=4096)
def names_of(text: str) -> str:
    """All the names that the unit of a number has, and the words that scale it."""
    found = {w for line in lines("docket", "units") for w in line.split() if line.split()[0] in unit_of(text)[0]}
    return " ".join((text, *found, *_scales()))


@cache
def alike() -> dict[str, str]:
    """Words of indicators that say the same, by their stems, and the first of each."""
    groups = [line.split() for line in lines("docket", "indicator_words")]
    return {s: group[0] for group in groups for w in group for s in stems(w)}
