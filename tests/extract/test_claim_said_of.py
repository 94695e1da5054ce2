"""Aims and superlatives that nothing measures, and what such claims are said to be of."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Claim, Found

Read = Callable[..., Found]
KINDS = [
    ("Elm Mills cut its wages in order to please Acme Bank.", "cause"),
    ("Elm Mills dismissed clerks to please its lenders.", "cause"),
    ("Ada Finn signed it as a favour to her uncle.", "cause"),
    ("Elm Mills raised its fee on 3 February 2025 in order to punish its customers.", "cause"),
    ("The feed of Chirpo favours dancing videos because its owners like dancing.", "cause"),
    ("Elm Mills is the dullest app ever made.", "opinion"),
    ("It is the cleanest mill I have ever seen.", "opinion"),
    ("Elm Mills makes the finest bread in the country.", "opinion"),
    ("Elm Mills treats its clerks shabbily.", "opinion"),
    ("The bread price is far too high for any honest clerk.", "opinion"),
    ("I think our morning show is dull.", "opinion"),
    ("I find this utterly obscene.", "opinion"),
    ("We think it a cold and ugly sight.", "opinion"),
]
OTHERS = [
    ("Elm Mills sold 40 tonnes of the finest sand in 2023.", "opinion"),
    ("Elm Mills is the largest mill in Norland.", "opinion"),
    ("Ada Finn, who left because she was ill, owns Elm Mills.", "cause"),
    ("Elm Mills cut its emissions by half between 2022 and 2023 in order to please Acme Bank.", "opinion"),
]


def _first(found: Found) -> Claim:
    assert found.claims
    return found.claims[0]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_nothing_measures(read: Read, text: str, kind: str) -> None:
    assert _first(read(text)).kind == kind


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_what_is_stated(read: Read, text: str, kind: str) -> None:
    assert all(c.kind != kind for c in read(text).claims)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("“It is a disgrace for the town,” said Ada Finn.", "It"),
        ("“No honest clerk should work there,” said Ada Finn.", ""),
        ("“The smell over the bay is a disgrace,” said Ada Finn.", "The smell"),
        ("“The clerks of the old mill were happy,” said Ada Finn.", "The clerks"),
    ],
)
def test_what_it_is_said_of(read: Read, text: str, about: str) -> None:
    claim = _first(read(text))
    assert (claim.subject, claim.about) == (None, about)


def test_what_is_looked_up_keeps_its_words(read: Read) -> None:
    claim = _first(read("“The ships in the bay carried 4,000 tonnes in 2023,” said Ada Finn."))
    assert claim.about == "The ships in the bay"
