"""Sentences that say why something is so, and sentences with the same verbs that do not."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

WHY = [
    "Demand has been driven by cheap credit.",
    "Cheap credit drove demand for flats.",
    "The boom in heat pumps was fuelled by generous subsidies.",
    "The embargo brought the port to its knees.",
    "Debt has dragged the club to the brink of ruin.",
    "Trawling has driven cod to the verge of extinction in two bays.",
    "The storm forced the port to close.",
    "The weather was the main reason for the delays.",
    "The chief reason behind the closures was the price of feed.",
    "The shortage of flats is behind the rise in rents.",
    "Cheap power made Norland dominant.",
    "Norland was made dominant by cheap power.",
    "It was cheap power that made Norland dominant.",
    "Two decades of neglect have left the railway unreliable.",
    "The tariff rendered the mine worthless.",
    "Feeds turn pupils into addicts.",
    "The loss was attributed to the strike.",
    "The outage was traced to a software update.",
    "That is why Acme Bank closed the mine.",
]
ONLY_SO = [
    "The bus was driven by a woman in a red coat.",
    "The team was led by Ada Finn.",
    "Acme Works makes lamps and heat pumps.",
    "Acme Works makes more lamps than Kiln Works.",
    "Acme Works made its accounts public in May 2021.",
    "The minister made clear that the mine was closed in 2020.",
    "Acme Works keeps 300 people in work.",
    "Acme Works sent 300 lamps to Oslo.",
    "Hu Wen drove to the edge of the town.",
    "Acme Bank forced Hu Wen to resign in March 2020.",
    "Acme Works pushed its stake in Kiln Works to 40 percent in 2021.",
]
ANSWERS = [
    ("count", "Acme Bank was responsible for more than 5,000 spills in 2023."),
    ("count", "Acme Bank caused 3,100 spills in 2023."),
    ("amount", "Acme Bank is responsible for 40,000 tonnes of waste a year."),
    ("cause", "Acme Bank was responsible for the spill in Oslo."),
    ("cause", "Smoking is responsible for 40,000 deaths a year."),
    ("cause", "the spill was a consequence of 40 years of neglect at Acme Bank."),
]


@pytest.mark.parametrize("words", WHY)
def test_it_says_why(read: Callable[..., Found], words: str) -> None:
    (claim,) = read(words).claims
    assert claim.kind == "cause"


@pytest.mark.parametrize("words", ONLY_SO)
def test_it_says_only_that_it_is_so(read: Callable[..., Found], words: str) -> None:
    assert "cause" not in [c.kind for c in read(words).claims]


@pytest.mark.parametrize(("kind", "words"), ANSWERS)
def test_who_answers_for_a_number_states_it(read: Callable[..., Found], kind: str, words: str) -> None:
    (claim,) = read(words).claims
    assert claim.kind == kind
