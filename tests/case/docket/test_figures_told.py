"""Figures that are told without their names, each to the last word; what says more decides nothing."""

import pytest

from tests.case.asked import in_texts

DECIDED = {"supported", "contradicted"}

FIGURES = """indicator,subject,value,unit,period
employees,Quillon,6240,people,2024
revenue,Quillon,1482,million crowns,2024
net profit,Quillon,188,million crowns,2024
research spending,Quillon,131,million crowns,2024
dividends paid,Quillon,310,million crowns,2024
sulphur dioxide emissions,Quillon,18200,tonnes,2024
complaints received,Quillon,27800,complaints,2024
net loss,Corvane,37,million crowns,2024
net debt,Corvane,812,million crowns,2024
order backlog,Corvane,2340,million crowns,2024
orders received,Corvane,865,million crowns,2024
population,Ulmen,412300,people,2024
unemployment rate,Ulmen,7.8,percent,2024
homes completed,Ulmen,3120,homes,2024
tourist arrivals,Ulmen,910000,people,2024
road deaths,Estmark,488,people,2024
wheat harvest,Estmark,14100000,tonnes,2024
wheat price,Estmark,212,crowns per tonne,2024
tile imports,Estmark,42000,tonnes,2024
daily circulation,The Ledger,142000,copies,2024
punctuality,Elm Line,84.1,percent,2024
passengers,Elm Line,3900000,people,2024
"""
TOLD = [
    ("In 2024 6,240 people worked for Quillon", "supported"),
    ("Quillon gave work to 5,100 people in 2024", "contradicted"),
    ("Quillon's takings came to 1,482 million crowns in 2024", "supported"),
    ("Quillon earned 188 million crowns after tax in 2024", "supported"),
    ("Quillon earned 240 million crowns after tax in 2024", "contradicted"),
    ("Research cost Quillon 131 million crowns in 2024", "supported"),
    ("Quillon paid out 310 million crowns to its shareholders in 2024", "supported"),
    ("Quillon blew 18,200 tonnes of sulphur dioxide into the air in 2024", "supported"),
    ("Customers complained 27,800 times about Quillon in 2024", "supported"),
    ("Corvane lost 37 million crowns in 2024", "supported"),
    ("Corvane lost more than 60 million crowns in 2024", "contradicted"),
    ("Corvane owed 812 million crowns net in 2024", "supported"),
    ("Corvane's order book stood at 2,340 million crowns in 2024", "supported"),
    ("Ulmen was home to 412,300 people in 2024", "supported"),
    ("In Ulmen 7.8 percent were out of work in 2024", "supported"),
    ("Ulmen finished 3,120 dwellings in 2024", "supported"),
    ("910,000 tourists visited Ulmen in 2024", "supported"),
    ("On Estmark's roads 488 people lost their lives in 2024", "supported"),
    ("Farmers in Estmark brought in 14.1 million tonnes of wheat in 2024", "supported"),
    ("Wheat sold for 212 crowns a tonne in Estmark in 2024", "supported"),
    ("Estmark bought 42,000 tonnes of tiles abroad in 2024", "supported"),
    ("The Ledger sold 142,000 copies a day in 2024", "supported"),
    ("84.1 percent of Elm Line's ferries were on time in 2024", "supported"),
    ("3.9 million people travelled with Elm Line in 2024", "supported"),
]  # fmt: skip
#: What says more than such a figure, or tells of another one.
OTHERWISE = [
    "Corvane lost 37 million crowns to fraud in 2024",
    "Quillon earned 188 million crowns before tax in 2024",
    "Quillon took in 1,482 million crowns from its parent in 2024",
    "6,240 people worked for Quillon abroad in 2024",
    "Quillon paid out 310 million crowns to its managers in 2024",
    "910,000 tourists from Norland visited Ulmen in 2024",
    "Customers complained 27,800 times about Corvane in 2024",
    "Quillon lost 188 million crowns in 2024",
    "Wheat sold for 212 marks a tonne in Estmark in 2024",
    "3.9 million people travelled with Elm Line free of charge in 2024",
]


@pytest.fixture(scope="module")
def outcomes() -> dict[str, set[str]]:
    return in_texts({"figures": FIGURES}, [*(words for words, _ in TOLD), *OTHERWISE])


@pytest.mark.parametrize(("words", "outcome"), TOLD)
def test_a_figure_in_other_words_is_tested_as_that_figure(
    outcomes: dict[str, set[str]], words: str, outcome: str
) -> None:
    assert outcomes[words] & DECIDED == {outcome}


@pytest.mark.parametrize("words", OTHERWISE)
def test_what_says_more_decides_nothing(outcomes: dict[str, set[str]], words: str) -> None:
    assert not outcomes[words] & DECIDED
