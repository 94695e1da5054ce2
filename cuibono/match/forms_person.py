"""The forms of a person's name: in characters, in letters, in two orders, in several systems."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from cuibono.match.forms import Form, bones_of
from cuibono.match.words import folded, generation, pieces, raw_words, without_titles, words
from cuibono.model.romanisation.cantonese import codes, heard_in_han, heard_in_letters
from cuibono.model.romanisation.consonants import SMALL, consonants
from cuibono.model.romanisation.han import is_han, simplified
from cuibono.model.romanisation.scripts import common_families, is_other_script, is_vowelless, korean, latin
from cuibono.model.romanisation.spelled import Sound, families, family_alone, of_han, of_letters, segment


@lru_cache(maxsize=16_384)
def person_forms(name: str) -> tuple[Form, ...]:
    """The forms of a person's name; none for a name without a letter."""
    made = tuple(form for piece in pieces(name) for form in _piece(piece))
    return tuple(dict.fromkeys(made)) if len(made) > 1 else made


def _piece(name: str) -> Iterator[Form]:
    bare = "" if name.isascii() else simplified("".join(folded(name).split()))
    if is_han(bare):
        yield from _in_han(bare)
    elif is_other_script(name):
        for text in korean(name) or [latin(name)]:
            yield from (f._replace(foreign=True, vowelless=is_vowelless(name)) for f in _in_letters(text))
    else:
        yield from _in_letters(name)


def _in_han(bare: str) -> Iterator[Form]:
    alone = family_alone(bare) or len(bare) == 1
    sounds = [] if alone else of_han(bare)
    heard = [] if alone else heard_in_han(bare)
    plain = Form("person", bare, bare, bare, len(bare), han=bare, family=bare, alone=alone)
    for sound, code in zip_longest(sounds, heard):
        yield _sounding(plain, sound, code) if sound or code else plain
    if not sounds and not heard:
        yield plain


def _in_letters(name: str) -> Iterator[Form]:
    comma = _before_comma(name)
    raw = without_titles(raw_words(name))
    found, apart = generation(without_titles(words(name)))
    if not found:
        return
    plain = _plain(found, words(" ".join(comma)) if comma else found, _closed(raw), apart)
    first = True if comma else None
    sounds = of_letters(comma or raw, family_first=first) or _beside_another(comma or raw, first)
    heard = heard_in_letters(comma or raw, family_first=first)
    if not sounds and not heard:
        yield plain
    for sound, code in zip_longest(sounds, heard):
        yield _sounding(plain, sound, code)


def _closed(raw: Sequence[str]) -> Sequence[str]:
    """Words with hyphens closed, but for articles: Do-hyeok is Dohyeok, al-Qarawi is al and Qarawi."""
    made: list[str] = []
    for word in raw:
        if word.isalnum():
            made.append(word)
            continue
        parts = words(word)
        made += parts if SMALL & set(parts) else ["".join(parts)]
    return made


def _plain(found: Sequence[str], ordered: Sequence[str], closed: Sequence[str], apart: str) -> Form:
    """The form of a name that is in no language in particular."""
    first = ordered is not found or (len(ordered) > 1 and len(ordered[-1]) == 1 < len(ordered[0]))  # Korvald J. M.
    family, given = (ordered[0], ordered[1:]) if first else (ordered[-1], ordered[:-1])
    text = " ".join(found)
    arabic = not SMALL.isdisjoint(closed)
    bones, other = bones_of(closed, arabic=arabic)
    alone = len(found) == 1 and (found[0] in common_families() or family_alone(found[0]))
    return Form(
        "person", text, text, " ".join(sorted(found)), len(found), apart=apart,
        words=tuple([_heard(w) for w in sorted(found) if len(w) > 1]),
        bones=bones, other_bones=other,
        family=family, given=" ".join(given), initials="".join(g[0] for g in given), alone=alone,
    )  # fmt: skip


def _heard(word: str) -> str:
    """The consonants of a word, or the word where there is but one."""
    bone = consonants(word)
    return bone if len(bone) > 1 else word


def _sounding(plain: Form, sound: Sound | None, heard: str | None) -> Form:
    """The name as a Chinese one. Of one that is heard in Cantonese only, the family name is the Mandarin one."""
    if sound is None:
        family = plain.family if plain.han else _mandarin(plain, heard or "")
        return plain._replace(heard=heard or "", family=family, given="", initials="")
    return plain._replace(
        sound=sound.loose, exact=sound.pinyin, sure=sound.sure, heard=heard or "",
        family=" ".join(sound.family), given=" ".join(sound.given), initials="",
    )  # fmt: skip


def _mandarin(plain: Form, heard: str) -> str:
    """The Mandarin of a family name in Cantonese, where a table says so: kuo for kwok."""
    found = plain.ordered.split()
    size = heard.partition("|")[0].count(" ") + 1
    for word in ("".join(found[:size]), "".join(found[-size:])):
        known = families(word)
        if known:
            return " ".join(known[0].loose)
    return plain.family


def _beside_another(found: Sequence[str], first: bool | None) -> list[Sound]:
    """The sounds of a Chinese name with one in another language beside it: Jack Wei Jinlong."""
    if len(found) < 3:
        return []
    for other, rest in ((found[0], found[1:]), (found[-1], found[:-1])):
        foreign = not (segment(other) or codes(other))
        if (foreign or _has_long_word(rest)) and (sounds := of_letters(rest, family_first=first)):
            return sounds
    return []


def _has_long_word(found: Sequence[str]) -> bool:
    """Whether one of two words is a given name of two syllables: then a third word is no part of a Chinese name."""
    return len(found) == 2 and any(len(segment(w)) == 2 for w in found)


def _before_comma(name: str) -> list[str]:
    """The words of "Family, Given" in that order; empty for a name without a comma."""
    head, comma, tail = name.partition(",")
    rest, _ = generation(["", "", *without_titles(raw_words(tail))]) if comma else ([], "")
    rest = [w for w in rest if w]
    return [*raw_words(head), *rest] if rest and raw_words(head) else []
