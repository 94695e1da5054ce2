"""Words of one family: "was arrested", "the arrest of" and "arrests" tell of the same.

A table of verbs with the nouns made of them, the regular forms of each added. Only what is in the table is brought
together: that "organ" and "organise" begin alike says nothing. What a word means in its sentence is not read here
("a building" is built, and stands there, too): compare families only where all other words are compared as well.
"""

from collections.abc import Iterator
from functools import cache

from cuibono.extract.lexicon import lines

_VOWELS = frozenset("aeiou")


def family(word: str) -> str:
    """The verb of which a word is a form or a noun, else the word itself.

    >>> family("derailment"), family("withdrew"), family("lamp")
    ('derail', 'withdraw', 'lamp')
    """
    return _families().get(word.casefold(), word)


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("families", "verbs"):
        verb, *others = line.split()
        lemma, *irregular = verb.split("/")
        for word in (lemma, *irregular, *others):
            for form in (word, *_inflected(word)):
                found.setdefault(form, lemma)
    return found


def _inflected(word: str) -> Iterator[str]:
    """The regular forms of a word: what is no verb has some that nobody writes, which does no harm."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
        return
    yield from (f"{word}es", f"{word}s") if word.endswith(("s", "x", "z", "ch", "sh", "o")) else (f"{word}s",)
    if word.endswith("e"):
        yield from (f"{word}d", f"{word[:-1]}ing")
        return
    yield from (f"{word}ed", f"{word}ing")
    if len(word) > 2 and word[-2] in _VOWELS and word[-3] not in _VOWELS and word[-1] not in "aeiouwxy":
        yield from (f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
