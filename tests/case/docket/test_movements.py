"""Rises and falls in the words that people give them."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
inflation rate,Norland,6.4,percent,2020,Statistical Office
inflation rate,Norland,3.1,percent,2021,Statistical Office
new homes completed,Norland,22000,homes,2019,Statistical Office
new homes completed,Norland,17000,homes,2021,Statistical Office
burst pipes,Acme Water,1400,pipes,2020,Annual report
burst pipes,Acme Water,1820,pipes,2021,Annual report
"""
SHARES = """market,basis,year,supplier,share,amount,unit,asserted_by
lamps,sales,2018,Norland,26 %,,,Yearbook
lamps,sales,2021,Norland,21 %,,,Yearbook
mussels,production,2020,Norland,19 %,88000,tonnes,Yearbook
mussels,production,2021,Norland,22 %,104000,tonnes,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES, "supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "outcome"),
    [
        ("trend", "Norland", "inflation rate eased from 6.4 percent in 2020 to 3.1 percent in 2021", "supported"),
        ("amount", "Norland", "inflation fell to 3.1 percent in 2021 from 6.4 percent in 2020", "supported"),
        ("amount", "Norland", "inflation went from 6.4 percent in 2020 to 3.1 percent in 2021", "supported"),
        ("amount", "Norland", "inflation went from 3.1 percent in 2020 to 6.4 percent in 2021", "contradicted"),
        ("trend", "Norland", "inflation was lower in 2021 than in 2020", "supported"),
        ("trend", "Norland", "inflation was higher in 2021 than in 2020", "contradicted"),
        ("trend", "Norland", "inflation more than halved between 2020 and 2021", "supported"),
        ("trend", "Norland", "inflation was food for talk in 2021 as in 2020", "not identified"),
        ("trend", "Norland", "new homes completed were down by over a fifth in 2021 compared with 2019", "supported"),
        ("trend", "Norland", "new homes completed were up by over a fifth in 2021 compared with 2019", "contradicted"),
        ("trend", "Norland", "new homes completed fell by 5,000 to 17,000 between 2019 and 2021", "supported"),
        ("trend", "Norland", "new homes completed fell by 5,000 to 12,000 between 2019 and 2021", "contradicted"),
        ("trend", "Norland", "new wooden homes completed fell by 5,000 between 2019 and 2021", "not identified"),
        ("trend", "Acme Water", "cut burst pipes from 1,820 in 2020 to 1,400 in 2021", "contradicted"),
        ("trend", "Acme Water", "burst pipes rose from 1,400 in 2020 to 1,820 in 2021", "supported"),
        ("trend", "Acme Water", "burst pipes rose from 1,400 in June 2020 to 1,820 in June 2021", "not identified"),
        ("trend", "Norland", "share of lamp sales shrank from 26 to 21 percent between 2018 and 2021", "supported"),
        ("trend", "Norland", "share of lamp sales lost ground, down five points from 2018 to 2021", "not identified"),
        ("trend", "Norland", "share of lamp sales fell five percentage points between 2018 and 2021", "supported"),
        ("trend", "Norland", "share of lamp sales slipped by one point between 2018 and 2021", "contradicted"),
        ("trend", "Norland", "raised its share of lamp sales between 2018 and 2021", "contradicted"),
        ("trend", "Norland", "share of lamp sales rose by three points, from 19 percent in 2018 to 22 percent in 2021",
         "contradicted"),
        ("amount", "Norland", "raised output of mussels from 88,000 tonnes in 2020 to 104,000 tonnes in 2021",
         "supported"),
        ("amount", "Norland", "raised output of mussels from 50,000 tonnes in 2020 to 104,000 tonnes in 2021",
         "contradicted"),
    ],
)  # fmt: skip
def test_a_change_is_read_in_many_words(session: Session, kind: Any, subject: str, words: str, outcome: str) -> None:
    tested = put(session, asked(kind, subject, words))
    assert tested.outcome == outcome, tested
