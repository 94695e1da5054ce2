"""A name in the forms in which it is compared: by its words, its characters, its sound, its parts.

A name has several forms when it can be read in several ways: Wei Wang has two orders, Chang Wei two systems.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from cuibono.match.words import (
    acronyms,
    core_of,
    core_of_han,
    folded,
    is_acronym,
    not_pinyin,
    raw_words,
    telling,
    without_titles,
    words,
)
from cuibono.model.romanisation.han import HAN, is_han, read, simplified
from cuibono.model.romanisation.spelled import Sound, family_alone, of_han, of_letters, segment
from cuibono.model.romanisation.wade_giles import loose

Kind = Literal["person", "body", "thing"]
#: A body's name in another script is compared by the sound of its first two and its first three syllables.
SHORT, LONG = 2, 3


class Form(NamedTuple):
    """One way to read one name.

    ``plain`` are all its words, ``ordered`` those without legal form and small words, ``core`` the same sorted,
    ``han`` its characters in simplified form where it is written in them. Of a person, ``sound`` is family name and
    given name in their loose form, ``exact`` the Pinyin, ``sure`` whether that is beyond doubt. Of a body, ``sound``
    are the first two syllables of a name in characters or Pinyin, ``exact`` the first three.
    """

    kind: Kind
    plain: str
    ordered: str
    core: str
    size: int
    han: str = ""
    sound: str = ""
    exact: str = ""
    sure: bool = False
    family: str = ""
    given: str = ""
    alone: bool = False
    legal: str = ""
    numbers: str = ""
    acronym: str = ""
    letters: tuple[str, ...] = ()


@lru_cache(maxsize=16_384)
def forms(name: str, kind: Kind) -> tuple[Form, ...]:
    """The forms of a name; none for a name without a letter or a digit."""
    if not folded(name).strip():
        return ()
    made = tuple(_person(name) if kind == "person" else _body(name, kind))
    return tuple(dict.fromkeys(made)) if len(made) > 1 else made


def _person(name: str) -> Iterator[Form]:
    bare = "" if name.isascii() else simplified("".join(folded(name).split()))
    if is_han(bare):
        yield from _person_in_han(bare)
        return
    found = without_titles(words(name))
    if not found:
        return
    plain, core = " ".join(found), " ".join(sorted(found))
    comma = _before_comma(name)
    sounds = of_letters(comma or without_titles(raw_words(name)), family_first=True if comma else None)
    alone = len(found) == 1 and family_alone(found[0])
    for sound in sounds:
        yield _sounding(sound, plain, core, len(found))
    ordered = words(" ".join(comma)) if comma else found
    family, given = (ordered[0], ordered[1:]) if comma else (ordered[-1], ordered[:-1])
    if not sounds:
        yield Form("person", plain, plain, core, len(found), family=family, given=" ".join(given), alone=alone)


def _person_in_han(bare: str) -> Iterator[Form]:
    alone = family_alone(bare) or len(bare) == 1
    sounds = [] if alone else of_han(bare)
    for sound in sounds:
        yield Form(
            "person", bare, bare, bare, len(bare), bare, sound.loose, sound.pinyin, sure=True,
            family=" ".join(sound.family), given=" ".join(sound.given),
        )  # fmt: skip
    if not sounds:
        yield Form("person", bare, bare, bare, len(bare), bare, family=bare, alone=alone)


def _sounding(sound: Sound, plain: str, core: str, count: int) -> Form:
    return Form(
        "person", plain, plain, core, count, "", sound.loose, sound.pinyin, sound.sure,
        family=" ".join(sound.family), given=" ".join(sound.given),
    )  # fmt: skip


def _before_comma(name: str) -> list[str]:
    """The words of "Family, Given" in that order; empty for a name without a comma."""
    head, comma, tail = name.partition(",")
    rest = without_titles(raw_words(tail))
    return [*raw_words(head), *rest] if comma and rest and raw_words(head) else []


def _body(name: str, kind: Kind) -> Iterator[Form]:
    bare = "" if name.isascii() else "".join(folded(name).split())
    if HAN.search(bare):
        core, legal = core_of_han(name)
        if not core:
            return
        numbers = "".join(c for c in core if c.isdigit())
        yield Form(
            kind,
            simplified(bare),
            core,
            core,
            max(1, len(core) // 2),
            core,
            *_first(read_all(core)),
            legal=legal,
            numbers=numbers,
        )
        return
    whole, legal = core_of(name) if kind == "body" else (tuple(words(name)), "")
    found = telling(whole)
    if not found:
        return
    numbers = " ".join(sorted(w for w in found if any(c.isdigit() for c in w)))
    letters = acronyms(name, whole)
    yield Form(
        kind,
        " ".join(words(name)),
        " ".join(found),
        " ".join(sorted(found)),
        len(found),
        "",
        *_first(_syllables(found)),
        legal=legal,
        numbers=numbers,
        acronym=letters[0] if is_acronym(name) else "",
        letters=letters,
    )


def read_all(core: str) -> tuple[str, ...]:
    """The syllables of the first characters of a body's name."""
    head = core[:LONG]
    readings = read(head) if is_han(head) else []
    return readings[0] if readings else ()


def _syllables(found: Sequence[str]) -> tuple[str, ...]:
    """The syllables of the leading words that are Pinyin; Northland has none, Huawei Technologies has two."""
    made: list[str] = []
    for word in found:
        cut = segment(word) if word.isascii() and len(word) > 3 and word not in not_pinyin() else ()
        if not cut:
            break
        made.extend(cut)
    return tuple(made)


def _first(syllables: tuple[str, ...]) -> tuple[str, str]:
    """The short and the long sound; the long one is empty where there are no more than two syllables."""
    heard = [(loose(s) or (s,))[0] for s in syllables[:LONG]]
    if len(heard) < SHORT:
        return "", ""
    return " ".join(heard[:SHORT]), " ".join(heard) if len(heard) > SHORT else ""
