"""The forms of the name of a body or a thing: without legal form, place and "Group", by its sound, as an acronym."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from cuibono.match.forms import Form, Kind, bones_of
from cuibono.match.words import (
    acronyms,
    core_of,
    core_of_han,
    directions,
    folded,
    is_acronym,
    is_legal_form,
    not_pinyin,
    numbers,
    pieces,
    telling,
    without_group,
    words,
)
from cuibono.model.romanisation.han import HAN, is_han, read, simplified
from cuibono.model.romanisation.scripts import is_other_script, is_vowelless
from cuibono.model.romanisation.spelled import segment
from cuibono.model.romanisation.wade_giles import loose

#: "Company" alone says nothing of the legal form.
_ANY = "co"
#: A body's name in another script is compared by the sound of its first two and its first three syllables.
SHORT, LONG = 2, 3


@lru_cache(maxsize=16_384)
def body_forms(name: str, kind: Kind) -> tuple[Form, ...]:
    """The forms of a body's name; none for a name without a letter or a digit."""
    parts = pieces(name)
    if len(parts) > 1 and any(is_legal_form(p) for p in parts):  # ООО Severmetall is one name, though in two scripts
        parts = [name]
    made = tuple(form for piece in parts for form in _piece(piece, kind))
    return tuple(dict.fromkeys(made)) if len(made) > 1 else made


def _piece(name: str, kind: Kind) -> Iterator[Form]:
    if HAN.search(name):
        yield from _in_han(name, kind)
        return
    whole, legal = core_of(name) if kind == "body" else (tuple(words(name)), "")
    found = telling(whole)
    if not found:
        return
    letters = acronyms(name, whole)
    bones, other = bones_of(found)
    short, long = _first(_syllables(found))
    told = sorted(found)
    yield Form(
        kind, " ".join(words(name)), " ".join(found), " ".join(told), len(found), tuple(told), sound=short, exact=long,
        bones=bones, other_bones=other,
        foreign=is_other_script(max(name.split(), key=len)), vowelless=is_vowelless(name),
        root=" ".join(sorted(without_group(found))), legal=legal if legal != _ANY else "",
        numbers=numbers(found), apart=directions(found),
        acronym=letters[0] if is_acronym(name) else "", letters=letters,
    )  # fmt: skip


def _in_han(name: str, kind: Kind) -> Iterator[Form]:
    """By the proper name; the sound is with the place in front, as names in letters have it, and without."""
    root, legal, place = core_of_han(name)
    if not root:
        return
    plain = simplified("".join(folded(name).split()))
    digits = "".join(c for c in root if c.isdigit() or c in _COUNTED)
    sounds = dict.fromkeys(_first(read_all(text)) for text in (f"{place}{root}", root))
    for short, long in sounds:
        yield Form(
            kind, plain, root, root, max(1, len(root) // 2), han=root, sound=short, exact=long,
            root=root, legal=legal, place=place, numbers=digits,
        )  # fmt: skip


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


#: Chinese numerals that number branches: 第一分公司 is not 第二分公司.
_COUNTED = "一二三四五六七八九十"
