"""Places in other words, and the last place."""

from collections.abc import Iterator

import pytest

from cuibono.case.docket.rank_wordings import in_rank_words
from cuibono.case.docket.verdicts import DECIDED
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
barges,assembly,deliveries,2021,Elm Boats,52 %,Yearbook
barges,assembly,deliveries,2021,Old Mill,30 %,Yearbook
barges,assembly,deliveries,2021,Pell Yards,18 %,Yearbook
ferries,assembly,deliveries,2021,Elm Boats,50 %,Yearbook
ferries,assembly,deliveries,2021,Pell Yards,20 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as made:
        yield made


@pytest.mark.parametrize(
    ("who", "words", "outcome"),
    [
        ("Old Mill", "came only second in barges in 2021", "supported"),
        ("Pell Yards", "took third place for barges in 2021", "supported"),
        ("Pell Yards", "ranked number two in barges in 2021", "contradicted"),
        ("Elm Boats", "led the field in barges in 2021", "supported"),
        ("Old Mill", "led everybody in barges in 2021", "contradicted"),
        ("Elm Boats", "was the biggest builder of barges in 2021", "supported"),
        ("Pell Yards", "was the smallest builder of barges in 2021", "supported"),
        ("Old Mill", "came last in barges in 2021", "contradicted"),
        # three tenths of the ferries are of nobody who is listed
        ("Pell Yards", "was the smallest builder of ferries in 2021", "not decided"),
        ("Elm Boats", "was the largest barge market in 2021", "not decided"),
        ("Elm Boats", "was the largest employer in barges in 2021", "not decided"),
        ("Elm Boats", "came first in barges and in ferries for tourists in 2021", "not decided"),
    ],
)
def test_a_place_in_other_words(session: Session, who: str, words: str, outcome: str) -> None:
    found = put(session, asked("rank", who, words, "2021"))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found


@pytest.mark.parametrize("words", ["was second only to Old Mill in 2021", "had a first look at barges"])
def test_what_is_no_such_place_stays_as_it_is(words: str) -> None:
    claim = asked("rank", "Elm Boats", words, "2021")
    assert in_rank_words(claim) == claim
