"""Sentences that are claims by their words though a parser finds no subject in them."""

import pytest

from cuibono.extract.analysis import Token
from cuibono.extract.claims_in_words import in_plain_words


def _tokens(text: str) -> list[Token]:
    found, at = [], 0
    for i, word in enumerate(text.split()):
        tag = "NNP" if word[:1].isupper() else "NN"
        pos = "PROPN" if tag == "NNP" else "NOUN"
        found.append(Token(i, at, at + len(word), word, word.lower(), pos, tag, "dep"))
        at += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Vexling contacts ads.lorn.example", True),
        ("The accounts elmwatch and ashwatch work hand in glove", True),
        ("Four out of five elms were refused", True),
        ("Vexling contacts", False),
        ("Contents of the report", False),
        ("Accounts of the war", False),
        ("Four out of five", False),
    ],
)
def test_what_words_alone_say(text: str, says: bool) -> None:
    assert in_plain_words(_tokens(text)) is says
