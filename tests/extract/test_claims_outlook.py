"""What is to come, without "will"; and what was planned once, or may have been."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

TO_COME = [
    ("count", "Norvik plans to build three plants by 2035."),
    ("count", "Norvik is planning to cut 300 jobs by 2035."),
    ("trend", "Norvik intends to double its exports by 2035."),
    ("share", "Norvik aims to make half of all lamps by 2035."),
    ("share", "Norvik's aim is to make half of all lamps by 2035."),
    ("count", "Norvik hopes to sell 2 million lamps in 2035."),
    ("count", "Norvik is on track to sell 2 million lamps in 2035."),
    ("ownership", "Norvik is on the verge of selling its stake in Kelma."),
    ("other", "Norvik is about to sell its shares."),
    ("event date", "The plant is due to open in 2035."),
    ("event date", "Norvik is to open a plant in Oslo in 2035."),
    ("rank", "Norvik is going to be the largest maker of lamps in 2035."),
    ("amount", "Unemployment looks likely to rise above 6 percent in 2035."),
    ("amount", "The bank is unlikely to reach 40 percent by 2035."),
    ("other", "Norvik may sell part of its holding next year."),
    ("share", "Norvik might make half of all lamps by 2035."),
]
NOT_TO_COME = [
    "Norvik planned to build three plants in 2012.",
    "Norvik hoped to sell 2 million lamps in 2012.",
    "Norvik was on course to make 30 percent in 2012.",
    "Norvik may have made 40 percent of all lamps in 2012.",
    "Norvik may be the largest maker of lamps.",
    "Norvik sold 2 million lamps in May 2022.",
    "The set of lamps was sold in 2020.",
    "Norvik goes to great lengths to find 40 tonnes of tin.",
    "Visitors may use the lift.",
]


@pytest.mark.parametrize(("foretold", "words"), TO_COME)
def test_it_is_to_come(read: Callable[..., Found], foretold: str, words: str) -> None:
    (claim,) = read(words).claims
    assert (claim.kind, claim.foretold) == ("forecast", foretold)


@pytest.mark.parametrize("words", NOT_TO_COME)
def test_it_is_not(read: Callable[..., Found], words: str) -> None:
    assert "forecast" not in [c.kind for c in read(words).claims]


def test_what_may_be_is_not_claimed(read: Callable[..., Found]) -> None:
    (claim,) = read("Norvik may have made 40 percent of all lamps in 2012.").claims
    assert claim.status == "hypothetical"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Vetrano Glass expects sales of 900 million crowns in 2031.", "forecast"),
        ("The city reckons with 350,000 inhabitants in 2031.", "forecast"),
        ("Vetrano Glass expected sales of 900 million crowns in 2021.", "amount"),
        ("Vetrano Glass heads the list of 40 bottle makers.", "rank"),
    ],
)
def test_what_is_looked_for_is_to_come(read: Callable[..., Found], words: str, kind: str) -> None:
    assert kind in [c.kind for c in read(words).claims]
