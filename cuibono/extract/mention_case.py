"""Captions without capitals: the names that we know by their letters, written large in a view of the same length."""

import re
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.mention_kinds import is_syllables

_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[a-z][a-z'’-]+")
_ENOUGH = 200  # letters; shorter texts are taken as they stand
_RARE = 0.004  # of the letters are large in a text whose writer has no capitals


def shown(view: str) -> str:
    """The view itself, or one in which known names are large, where the text has no capitals at all."""
    letters = _LETTER.findall(view)
    if len(letters) < _ENOUGH or sum(c.isupper() for c in letters) > _RARE * len(letters):
        return view
    marks = list(view)
    for start, end in _known(view):
        marks[start:end] = _large(view[start:end])
    return "".join(marks)


def _large(name: str) -> str:
    """A name as it is written when it has capitals; a letter whose capital is longer stays small."""
    known = _spellings().get(name)
    if known is not None:
        return known
    return re.sub(r"\b[a-z]", lambda m: m[0].upper(), name)


def _known(view: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    tokens = [(m.start(), m.end(), m[0]) for m in _WORDS.finditer(view)]
    at = 0
    while at < len(tokens):
        size = next((n for n in (4, 3, 2, 1) if _is_name(view, tokens[at : at + n], n)), 0)
        if size:
            found.append((tokens[at][0], tokens[at + size - 1][1]))
        at += size or 1
    return found


def _is_name(view: str, tokens: list[tuple[int, int, str]], size: int) -> bool:
    if len(tokens) < size:
        return False
    text = view[tokens[0][0] : tokens[-1][1]]
    if text in _spellings():
        return True
    first, last = tokens[0][2], tokens[-1][2]
    if size != 2 or text != f"{first} {last}":
        return False
    given = first.capitalize() in words("given", "given_name") or first.capitalize() in words(
        "names", "more_given_name"
    )
    if given and first not in _plain_words() and last not in _plain_words() and len(last) > 4:
        return first.capitalize() not in words("names", "everyday") and not last.endswith(("ing", "ed", "ly"))
    return (
        first.capitalize() in words("names", "surname")
        and len(last) > 3
        and is_syllables(last)
        and (first not in _plain_words() and last not in _plain_words())
    )


@cache
def _spellings() -> dict[str, str]:
    """Known names of more than three letters by their small form; everyday words are left out."""
    lists = ("country", "city", "known_organisation", "known_product")
    names = frozenset[str]().union(*(words("names", n) for n in lists)) - words("names", "everyday")
    return {n.lower(): n for n in names if len(n) > 3 and len(n.lower()) == len(n) and n.lower() not in _plain_words()}


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(
        w.lower() for name in ("opening", "adverb", "english_surname", "not_a_name") for w in words("names", name)
    ) | (words("names", "small_word"))
