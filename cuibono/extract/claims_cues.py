"""The words by which English tells who says what, from the lexicon."""

import tomllib
from functools import cache
from importlib.resources import files

from cuibono.extract.analysis import Token

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The word lists by their name."""
    source = files("cuibono.extract").joinpath("lexicon/speech.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(source).items()}


def has(kind: str, lemma: str) -> bool:
    """Whether a word stands in one of the lists."""
    return lemma in lexicon()[kind]


@cache
def _verbs() -> frozenset[str]:
    words = lexicon()
    return words["say"] | words["told"] | words["show"] | words["think"] | words["deny"] | words["relay"]


def speaks(token: Token) -> bool:
    """Whether a token is a verb that opens reported speech."""
    return token.lemma in _verbs() and token.tag in _VERB_TAGS


def opens_quote(token: Token) -> bool:
    """Whether a token is a verb that may introduce quoted words."""
    if token.tag not in _VERB_TAGS:
        return False
    return token.lemma in lexicon()["quote"] or token.lemma in _verbs() or token.lemma in lexicon()["call"]


@cache
def forms() -> dict[str, str]:
    """The forms of verbs of saying in the past and the present, with their lemma; for texts without grammar."""
    found: dict[str, str] = {}
    for verb in sorted(lexicon()["say"] | lexicon()["told"] | lexicon()["deny"]):
        for form in _inflected(verb):
            found.setdefault(form, verb)
    return found


def _inflected(verb: str) -> tuple[str, ...]:
    odd = {"say": "said", "tell": "told", "write": "wrote", "hear": "heard", "swear": "swore", "teach": "taught"}
    if verb in odd:
        return (odd[verb], verb + "s")
    if verb.endswith("y") and verb[-2] not in "aeo":
        return (verb[:-1] + "ied", verb[:-1] + "ies")
    if verb.endswith("e"):
        return (verb + "d", verb + "s")
    doubled = verb + verb[-1] + "ed" if verb in ("admit", "quip", "blog", "rebut") else verb + "ed"
    return (doubled, verb + ("es" if verb.endswith(("s", "sh", "ch", "ss")) else "s"))
