"""A name in the forms in which it is compared: by its words, its characters, its sound, its parts.

A name has several forms when it can be read in several ways: Wei Wang has two orders, Chang Wei two systems, and
"Wei Jinlong (魏金龙)" is two names. ``forms_person`` and ``forms_body`` make them.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cuibono.model.romanisation.consonants import SMALL, consonants

Kind = Literal["person", "body", "thing"]
_FEWEST = 5


class Form(NamedTuple):
    """One way to read one name.

    ``plain`` are all its words, ``ordered`` those without legal form and small words, ``core`` the same sorted,
    ``words`` what is compared word by word: of a person the consonants of each, without initials,
    ``root`` those without "Group" too, ``bones`` their consonants (``other_bones``: c and ch read as German and Polish
    do, where that differs), ``han`` its characters in simplified form. ``foreign`` is a name that was in another
    alphabet, ``vowelless`` one in an alphabet that leaves vowels out.

    Of a person, ``sound`` is family name and given name in their loose form, ``exact`` the Pinyin, ``sure`` whether
    that is beyond doubt, ``heard`` how it sounds in Cantonese; ``given`` and ``initials`` are of the given names;
    ``alone`` a family name that names nobody; ``apart`` what keeps father and son apart. Of a body, ``sound`` are the
    first two syllables of a name in characters or Pinyin, ``exact`` the first three; ``apart`` are directions.
    """

    kind: Kind
    plain: str
    ordered: str
    core: str
    size: int
    words: tuple[str, ...] = ()
    han: str = ""
    sound: str = ""
    exact: str = ""
    sure: bool = False
    heard: str = ""
    bones: str = ""
    other_bones: str = ""
    foreign: bool = False
    vowelless: bool = False
    family: str = ""
    given: str = ""
    initials: str = ""
    alone: bool = False
    apart: str = ""
    root: str = ""
    legal: str = ""
    place: str = ""
    numbers: str = ""
    acronym: str = ""
    letters: tuple[str, ...] = ()


def bones_of(found: Sequence[str], *, arabic: bool = False) -> tuple[str, str]:
    """The consonants of each word, in the order of the alphabet, and with c read as German and Polish do (or nothing).

    Empty for names too short to tell anything. ``arabic`` hears j as g: Gamal is Jamal.
    """
    heard = [w.replace("dj", "g").replace("j", "g") for w in found] if arabic else found
    made = sorted([consonants(w) for w in heard if w not in SMALL])
    if sum(map(len, made)) < _FEWEST:
        return "", ""
    bones = " ".join(made)
    if not any("c" in w for w in heard):
        return bones, ""
    other = " ".join(sorted([consonants(w, continental=True) for w in heard if w not in SMALL]))
    return bones, other if other != bones else ""
