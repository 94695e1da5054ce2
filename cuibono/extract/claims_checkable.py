"""Whether a sentence says something that could be checked: it names, counts or dates."""

from collections.abc import Iterable

from cuibono.extract.analysis import Token

_VAGUE = frozenset({"DATE", "TIME", "ORDINAL"})
_SMALL_NUMBERS = frozenset({"one", "two", "first", "second"})


def checkable(words: Iterable[Token]) -> bool:
    """Whether any word names, counts or dates; the first word of a sentence is written large anyway."""
    return any(_checkable(t, first=at == 0) for at, t in enumerate(words))


def _checkable(token: Token, *, first: bool) -> bool:
    if any(c.isdigit() for c in token.text):
        return True
    if token.label:
        return token.label not in _VAGUE and token.lemma not in _SMALL_NUMBERS
    return not first and len(token.text) > 1 and token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "")
