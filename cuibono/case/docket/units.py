"""Units as the docket compares them: one name for each, and the scale that stands with it."""

import re
from functools import cache, lru_cache

from cuibono.case.docket.words import stems
from cuibono.extract.chinese.amounts_numbers import SCALES
from cuibono.extract.lexicon import lines

_METRIC = re.compile(r"\bmetric ton(?:ne)?s?\b", re.IGNORECASE)
_CUBIC = re.compile(r"\bcubic met(?:er|re)s?\b", re.IGNORECASE)
_DOLLARS = re.compile(r"\b(?:US|U\.S\.|American) dollars?\b", re.IGNORECASE)
_CHINESE = re.compile(rf"({'|'.join(sorted(SCALES, key=len, reverse=True))})(.+)")


@lru_cache(maxsize=4096)
def unit_of(text: str) -> tuple[frozenset[str], float]:
    """The words of a unit under their first names, and what a number in it is multiplied by.

    >>> unit_of("thousand tonnes")
    (frozenset({'tonne'}), 1000.0)
    """
    factor, words = 1.0, []
    for written in _plainer(text).replace(",", " ").split():
        word = written.casefold()
        if word in _scales():
            factor *= _scales()[word]
        elif scaled := _scaled(written, word):
            factor *= scaled[1]
            words.append(scaled[0])
        else:
            words.append(word)
    return frozenset(s for w in words for s in _first(w)), factor


def _plainer(text: str) -> str:
    """A unit of several words in one: "cubic metres", "US dollars"."""
    return _DOLLARS.sub("USD", _CUBIC.sub("m3", _METRIC.sub("tonnes", text)))


def _scaled(written: str, word: str) -> tuple[str, float] | None:
    """A unit that has its scale in its name: "kt" is a thousand tonnes, 亿元 are 1e8 yuan, "mt" is one tonne."""
    if written in _multiples():
        return _multiples()[written]
    if word in _names():
        return None  # 千瓦时 is one word, and 千 in it no scale
    if word in _multiples():
        return _multiples()[word]
    if (found := _CHINESE.match(word)) is None:
        return None
    unit, factor = _multiples().get(found[2], (found[2], 1.0))  # 万千瓦
    return unit, factor * SCALES[found[1]]


def measured_in(unit: str, value: float | None, recorded: str) -> float | None:
    """A recorded value in the scale of another unit of the same thing: 2,200 tonnes are 2.2 kt."""
    factor = unit_of(recorded)[1] / unit_of(unit)[1]
    return value if value is None or factor == 1.0 else float(f"{value * factor:.12g}")


def _first(word: str) -> frozenset[str]:
    return frozenset({_names()[word]}) if word in _names() else stems(word)


@cache
def _multiples() -> dict[str, tuple[str, float]]:
    found = (line.split() for line in lines("docket", "multiples"))
    return {word: (unit, float(factor)) for unit, factor, *words in found for word in words}


@cache
def _names() -> dict[str, str]:
    return {w: line.split()[0] for line in lines("docket", "units") for w in line.split()}


@cache
def _scales() -> dict[str, float]:
    return {word: float(factor) for word, factor in (line.split() for line in lines("docket", "scales"))}


def unscaled(text: str) -> str:
    """A unit without the words that scale it.

    >>> unscaled("million crowns")
    'crowns'
    """
    return " ".join(w for w in text.split() if w.casefold() not in _scales())


@lru_cache(maxsize=4096)
def names_of(text: str, *, scaled: bool = True) -> str:
    """All the names that the unit of a number has, and with ``scaled`` the words that scale it."""
    units = unit_of(text)[0]
    found = {w for line in lines("docket", "units") for w in line.split() if line.split()[0] in units}
    found |= {w for w, (unit, _) in _multiples().items() if unit in units and unit_of(text)[1] != 1.0}
    return " ".join((text, *found, *(_scales() if scaled else ())))


@cache
def alike() -> dict[str, str]:
    """Words of indicators that say the same, by their stems, and the first of each."""
    groups = [line.split() for line in lines("docket", "indicator_words")]
    return {s: group[0] for group in groups for w in group for s in stems(w)}
