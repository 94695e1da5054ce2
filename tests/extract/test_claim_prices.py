"""Percentages of what is no firm, share prices, and numbers of a clause that stands beside the claim."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

OF_WHAT = [
    # share prices
    ("trend", "Shares in Norvik lost 3.1% in early trading."),
    ("trend", "Norvik shares fell 4 percent on Monday."),
    ("trend", "Shares in Norvik closed 2 percent lower."),
    ("trend", "Norvik's stock jumped 12 percent after the announcement."),
    ("trend", "The stock lost 5 percent of its value."),
    # what is bought is a good
    ("share", "Norland bought 80 percent of its tin from Kelmark in 2023."),
    ("share", "Norland sells 60 percent of its fish to Arland."),
    # what is bought is a firm, or a part of one
    ("ownership", "Norland bought 30 percent of Acme Bank."),
    ("ownership", "Hu Wen sold 60 percent of his shares in Acme Bank."),
    ("ownership", "Norvik holds 60 percent of its own shares."),
    ("ownership", "Norvik sold 30 percent of its shares to Acme Bank in 2020."),
    # the number of the claim, and not of the clause beside it
    (
        "amount",
        "In 2022, when half the pools were closed, Norvik paid its shareholders dividends of 310 million crowns.",
    ),
    ("count", "While a third of its shops were shut, Norvik sold 40,000 lamps in 2021."),
    # both ends of a change
    ("trend", "Complaints about Norvik's trains rose from 2,410 in 2021 to 3,120 in 2023."),
    ("trend", "Thefts from Oslo's shops climbed from 400 in 2020 to 700 in 2022."),
    # treatment, with nobody beside
    ("treatment", "Applicants over the age of sixty are also treated less favourably by the bank."),
    ("treatment", "The bank discriminates against women."),
    ("treatment", "Migrants get worse treatment from the office."),
]
NEITHER = [
    "The clinic treated more patients in the end.",
    "The wood is treated with oil.",
    "Norvik rose from its ashes to lead the fight.",
]


@pytest.mark.parametrize(("kind", "words"), OF_WHAT)
def test_what_the_number_is_of(read: Callable[..., Found], kind: str, words: str) -> None:
    (claim,) = read(words).claims
    assert claim.kind == kind


@pytest.mark.parametrize("words", NEITHER)
def test_none_of_these(read: Callable[..., Found], words: str) -> None:
    assert not {c.kind for c in read(words).claims} & {"trend", "treatment", "share", "ownership"}
