"""Cantonese names in letters: 郭兆峰 is Kwok Siu-fung in Hong Kong, Gwok Siufung in Jyutping.

Everybody spells as they like: Kwok, Gwok; Cheung, Cheong, Zoeng. So a syllable is not read but heard: spellings that
stand for the same sound, and sounds that spellings do not keep apart, share one code. It says what a name may be.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from cuibono.model.romanisation.han import is_han, simplified, split_name, tables

_NO_MARKS = str.maketrans("", "", "'’‘ʻ`ʼ")
#: So many ways to hear one name are kept at most.
MOST = 4
_LONGEST = 7
_MOST_GIVEN = 2


def heard_in_han(name: str) -> list[str]:
    """The codes of a name in characters, family name first; none when a character has no known reading.

    >>> heard_in_han("郭兆峰")
    ['kw.ok|s.iu f.ung']
    """
    if not is_han(name) or not 2 <= len(name) <= 4:
        return []
    family, given = split_name(simplified(name))
    if not 0 < len(given) <= _MOST_GIVEN:
        return []
    parts = [*_family_parts(family), *(_characters().get(c, ()) for c in given)]
    return [_line(codes, len(family)) for codes, _ in zip(product(*parts), range(MOST), strict=False)]


def heard_in_letters(words: Sequence[str], *, family_first: bool | None = None) -> list[str]:
    """The codes of a name in letters, lower case: each order in which it can be a Cantonese name.

    A name in another language beside it is left out: Raymond Wong Ka-ho is Wong Ka-ho. ``family_first`` is True where
    a comma says so.

    >>> heard_in_letters(["kwok", "siu-fung"])
    ['kw.ok|s.iu f.ung']
    """
    parts = [part for word in words for part in _parted(word)]
    foreign = [p for p in parts if not codes(p)]
    if len(parts) < 2 or len(foreign) > (len(parts) > 2):
        return []  # as most names: more than one word that is no syllable
    found: dict[str, None] = {}
    for some in _without_foreign(parts):
        for size in (1, 2):
            if size < len(some) <= size + _MOST_GIVEN:
                found.update(dict.fromkeys(_lines(some[:size], some[size:])))
                if family_first is None:
                    found.update(dict.fromkeys(_lines(some[-size:], some[:-size])))
    return list(found)[:MOST]


@lru_cache(maxsize=16_384)
def codes(syllable: str) -> tuple[str, ...]:
    """How a syllable in letters may be heard; empty for what no character sounds like.

    >>> codes("cheung"), codes("zoeng"), codes("petra")
    (('c.eung',), ('c.eung',), ())
    """
    if len(syllable) > _LONGEST:
        return ()
    return tuple(c for c in dict.fromkeys(_spelled(syllable.translate(_NO_MARKS))) if c in _all_codes())


def _lines(family: Sequence[str], given: Sequence[str]) -> Iterator[str]:
    heads = [head for combo in product(*map(codes, family)) if (head := " ".join(combo)) in _family_names()]
    if heads:
        rests = [" ".join(combo) for combo in product(*map(codes, given))]
        yield from (f"{head}|{rest}" for head in heads for rest in rests)


def _without_foreign(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The name, or what is left of it without one word that is no syllable at either end."""
    yield parts
    if len(parts) > 2:
        if not codes(parts[0]):
            yield parts[1:]
        if not codes(parts[-1]):
            yield parts[:-1]


def _parted(word: str) -> list[str]:
    joined = _table("joined").get(word.translate(_NO_MARKS), "")
    return joined.split() or [p for p in word.split("-") if p]


def _line(parts: Sequence[str], family: int) -> str:
    return f"{' '.join(parts[:family])}|{' '.join(parts[family:])}"


def _spelled(plain: str) -> Iterator[str]:
    whole = _table("whole").get(plain)
    if whole:
        yield whole
        return
    for initial, final in _cut(plain):
        for way in (final, _table("doubtful").get(final, "")):
            heard = _finals().get(way)
            if heard:
                yield f"{initial}.{'yu' if heard == 'u' and initial in ('c', 's', 'y') else heard}"


def _cut(plain: str) -> Iterator[tuple[str, str]]:
    """The initial as it is heard, and the letters behind it; j is the y of Jyutping and the ch of others."""
    if plain.startswith("ng"):
        yield "", plain[2:]
        return
    spelled = next((s for n in (2, 1) if (s := plain[:n]) in _initials()), None)
    if spelled is not None:
        yield _initials()[spelled], plain[len(spelled) :]
        if spelled == "j":
            yield "c", plain[1:]
    elif plain[:1] in tuple("aeiou"):
        yield "", plain
    else:
        yield plain[:1], plain[1:]


def _of_jyutping(syllable: str) -> str:
    """The one code of a syllable in Jyutping."""
    initial, final = next(_cut(syllable)) if syllable != "ng" else ("", "")
    heard = _finals().get(final, final)
    return f"{initial}.{'yu' if heard == 'u' and initial in ('c', 's', 'y') else heard}" if final else "ng"


def _family_parts(family: str) -> list[tuple[str, ...]]:
    """The codes of each character of a family name; some are read as one only."""
    alone = _family_codes().get(family)
    return [alone] if alone else [_characters().get(c, ()) for c in family]


@cache
def _characters() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _raw()["readings"].strip().split("\n"):
        syllable, signs = line.split(" ")
        code = _of_jyutping(syllable)
        for sign in signs:
            if code not in found.get(sign, ()):
                found[sign] = (*found.get(sign, ()), code)
    return found


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(c for codes_ in _characters().values() for c in codes_)


@cache
def _family_codes() -> dict[str, tuple[str, ...]]:
    """How characters are heard as family names where that differs."""
    return {entry[0]: (_of_jyutping(entry[1:]),) for entry in _raw()["surnames"].split()}


@cache
def _family_names() -> frozenset[str]:
    return frozenset(" ".join(combo) for name in tables().surnames for combo in product(*_family_parts(name)))


@cache
def _initials() -> dict[str, str]:
    return {spelled: heard for heard, many in _table("initials").items() for spelled in many.split()}


@cache
def _finals() -> dict[str, str]:
    return {spelled: heard for heard, many in _table("finals").items() for spelled in many.split()}


@cache
def _table(name: str) -> dict[str, str]:
    """Lines of ``key: value | key: value``."""
    entries = _raw()[name].replace("\n", " | ").split("|")
    return {key.strip(): value.strip() for key, _, value in (e.partition(":") for e in entries if e.strip())}


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(files("cuibono.model.romanisation").joinpath("cantonese.toml").read_text("utf-8"))
