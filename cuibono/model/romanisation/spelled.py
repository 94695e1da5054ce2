"""Chinese names in letters: which sounds they stand for, whatever the spelling and the order.

A name is read in each order and in each system that it can be written in. Hsi Chin-p'ing, Xi Jinping and Jinping Xi
give the same sounds; Chang Wei gives those of Zhang Wei too, for without apostrophes nobody can tell them apart. It
does not say that a name is Chinese, only how it would sound if it were.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from cuibono.model.romanisation.han import is_han, read, read_family, split_name, tables
from cuibono.model.romanisation.wade_giles import loose, loose_forms, pinyin_syllables, strict, wade_giles

_MARKS = "'’‘ʻ`ʼ"
_NO_MARKS = str.maketrans("", "", _MARKS)
_PARTED = re.compile(rf"[ \-{_MARKS}]")
_ASPIRATED = re.compile(rf"(?:ch|ts|tz|[ptk])[{_MARKS}]")
#: Passports write lü as lyu or lv.
_ROUNDED = re.compile(r"(?<=[ln])(?:yu|v)")
#: What no Pinyin has: most words of other languages are told apart by it at once.
_NEVER = re.compile(r"[^a-z]|v|[bdfhjklmpqtwxy](?:[^aeiou]|$)|[csz](?:[^aeiouh]|$)")
_LONGEST = 6
_MOST_GIVEN = 2


class Sound(NamedTuple):
    """A person's name as syllables: the loose form of each, and the Pinyin where it is beyond doubt.

    ``sure`` says that the Pinyin is no guess: the name is written in characters, in Wade-Giles with its apostrophes, or
    with a syllable that only Pinyin has.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    pinyin: str = ""
    sure: bool = False

    @property
    def loose(self) -> str:
        """Family name and given name in one line, a bar between them."""
        return f"{' '.join(self.family)}|{' '.join(self.given)}"


def of_han(name: str) -> list[Sound]:
    """The sounds of a name in characters; none for a transcribed foreign name of more than four."""
    if not is_han(name) or len(name) > 4:
        return []
    family, given = split_name(name)
    head = read_family(family)
    if not head:
        return []
    first = tuple(head[0].split()) if len(family) == 1 else tuple(segment(head[0]) or head)
    rests = read(given) if given else [()]
    return [Sound(_loosened(first), _loosened(rest), " ".join((*first, *rest)), sure=True) for rest in rests]


def of_letters(words: Sequence[str], *, family_first: bool | None = None) -> list[Sound]:
    """The sounds of a name in letters, lower case; none when it cannot be a Chinese name.

    ``family_first`` is True where a comma or capitals say so, None where both orders must be tried.
    """
    found: dict[Sound, None] = {}
    for family, given in _orders(words, family_first):
        found.update(dict.fromkeys(_in_order(family, given)))
    return list(found)


def family_alone(word: str) -> bool:
    """Whether one word is a Chinese family name in some spelling: alone, it names nobody."""
    plain = _bare(word)
    return bool(families(plain)) or (is_han(word) and word in tables().surnames)


@lru_cache(maxsize=65_536)
def segment(word: str) -> tuple[str, ...]:
    """A word cut into Pinyin syllables, as few as there can be; empty when it cannot be cut.

    >>> segment("jinping"), segment("smith")
    (('jin', 'ping'), ())
    """
    if _NEVER.search(word):
        return ()
    known = pinyin_syllables()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            if before is None or word[start:end] not in known:
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = (*before, word[start:end])
    return best[-1] or ()


def _orders(words: Sequence[str], family_first: bool | None) -> Iterator[tuple[str, Sequence[str]]]:
    if len(words) < 2:
        return
    yield words[0], words[1:]
    if family_first is None:
        yield words[-1], words[:-1]


def _in_order(family: str, given: Sequence[str]) -> Iterator[Sound]:
    heads = families(_bare(family)) or families(_ROUNDED.sub("u", _bare(family)))
    if not heads:
        return
    apostrophes = bool(_ASPIRATED.search(" ".join((family, *given))))
    heard: set[tuple[str, ...]] = set()
    if not apostrophes and (rest := _pinyin_parts(given)):
        for head in heads:
            if head.pinyin:
                syllables = (*head.pinyin, *rest)
                sure = head.spelled and any(s not in loose_forms() for s in syllables)
                heard.add(_loosened(syllables))
                yield Sound(head.loose, _loosened(rest), " ".join(syllables), sure=sure)
    if parts := _wade_giles_parts(given):
        for sound in _as_wade_giles(family, heads, parts, apostrophes=apostrophes):
            if (*sound.family, *sound.given) not in heard:
                yield sound


def _as_wade_giles(
    family: str, heads: Sequence["Family"], parts: Sequence[str], *, apostrophes: bool
) -> Iterator[Sound]:
    forms = tuple(loose(_bare(p))[-1] for p in parts)
    exact = [_exactly(p) for p in (family, *parts)] if apostrophes else []
    pinyin = " ".join(exact) if exact and all(exact) else ""
    for head in {h.loose: h for h in heads}.values():
        yield Sound(head.loose, forms, pinyin, sure=bool(pinyin))


def _exactly(part: str) -> str:
    """The Pinyin of a Wade-Giles syllable whose apostrophe is written where it belongs."""
    plain = "".join("'" if c in _MARKS else c for c in part)
    return strict().get(plain, "")


def _pinyin_parts(given: Sequence[str]) -> tuple[str, ...]:
    """The Pinyin syllables of a given name; empty when it is not in Pinyin."""
    parts: list[str] = []
    for word in _PARTED.split(" ".join(given)):
        cut = segment(word) or segment(_ROUNDED.sub("u", word))
        if not cut:
            return ()
        parts.extend(cut)
    return tuple(parts) if len(parts) <= _MOST_GIVEN else ()


def _wade_giles_parts(given: Sequence[str]) -> tuple[str, ...]:
    """The syllables of a given name in Wade-Giles, which parts them by hyphens or spaces."""
    parts = tuple(p for word in given for p in word.split("-") if p)
    fit = all(loose(_bare(p)) and loose(_bare(p))[-1] in loose_forms() for p in parts)
    return parts if fit and 0 < len(parts) <= _MOST_GIVEN else ()


@dataclass(frozen=True, slots=True)
class Family:
    """One way to take a word as a family name; ``spelled`` is False where a dialect's table says so."""

    loose: tuple[str, ...]
    pinyin: tuple[str, ...]
    spelled: bool


@lru_cache(maxsize=16_384)
def families(word: str) -> tuple[Family, ...]:
    """The family names that a word can be: in Pinyin, in Wade-Giles, in a dialect."""
    found: dict[tuple[str, ...], Family] = {}
    names = _known_families()
    if word in names:
        syllables = segment(word)
        found[_loosened(syllables)] = Family(_loosened(syllables), syllables, spelled=True)
    for form in loose(word):
        if form in _loose_families():
            found.setdefault((form,), Family((form,), (), spelled=False))
    for other in _dialects().get(word, ()):
        found.setdefault(_loosened((other,)), Family(_loosened((other,)), segment(other), spelled=False))
    return tuple(found.values())


@cache
def _known_families() -> frozenset[str]:
    return frozenset(tables().surnames.values())


@cache
def _loose_families() -> frozenset[str]:
    return frozenset(wade_giles(s).replace("'", "") for s in _known_families() if s in pinyin_syllables())


@cache
def _dialects() -> dict[str, tuple[str, ...]]:
    text = files("cuibono.model.romanisation").joinpath("dialects.toml").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for entry in tomllib.loads(text)["families"].replace("\n", "|").split("|"):
        if entry.strip():
            spelled, pinyin = entry.split()
            found[spelled] = (*found.get(spelled, ()), pinyin)
    return found


def _loosened(syllables: Sequence[str]) -> tuple[str, ...]:
    return tuple(wade_giles(s).replace("'", "") if s in pinyin_syllables() else s for s in syllables)


def _bare(word: str) -> str:
    return word.translate(_NO_MARKS)
