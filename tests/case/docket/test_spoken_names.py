"""Names as a claim itself gives them, and whom a reader took for another."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.case.docket.spoken_names import last_words, set_beside
from cuibono.model.docket import Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
population,Norland,400000,people,2021,Statistical Office
members,Green Norland,900,people,2021,Statistical Office
share of coal in electricity generation,Norland,30,percent,2021,Statistical Office
share of coal in electricity generation,Norland,34,percent,2020,Statistical Office
"""
PART: dict[str, Any] = {"n": 30.0, "unit": "percent"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        (
            "count",
            "Green Norland",
            "Norland had 400,000 inhabitants in 2021",
            {"n": 4e5, "unit": "person"},
            "supported",
        ),
        (
            "count",
            "Green Norland",
            "Green Norland had 900 members in 2021",
            {"n": 900.0, "unit": "person"},
            "supported",
        ),
        ("count", "Green Norland", "Norland had 900 members in 2021", {"n": 900.0, "unit": "person"}, "undecided"),
        ("share", "Norland", "Coal supplied 30 percent of Norland's electricity in 2021", PART, "supported"),
        ("share", "Norland", "30 percent of Norland's electricity came from coal in 2021", PART, "supported"),
        (
            "share",
            "Norland",
            "Coal supplied 50 percent of Norland's electricity in 2021",
            PART | {"n": 50.0},
            "contradicted",
        ),
        ("share", "Norland", "Coal supplied 30 percent of the electricity used in Norland in 2021", PART, "undecided"),
        ("share", "Norland", "Gas supplied 30 percent of Norland's electricity in 2021", PART, "undecided"),
        ("trend", "Norland", "The share of coal in Norland's electricity fell by four points in 2021", {}, "supported"),
        ("trend", "Norland", "The share of coal in Norland's electricity rose in 2021", {}, "contradicted"),
        ("trend", "Norland", "The share of coal in Norland's electricity had risen by 2021", {}, "undecided"),
    ],
)
def test_whom_the_words_name_is_meant(
    session: Session, kind: Any, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, replace(asked(kind, subject, "", "2021", **more), words=words, says=words))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested


def test_names_behind_a_comparison_are_looked_up() -> None:
    assert "arland" in set_beside(asked("rank", "Norland", "had twice as many inhabitants in 2021 as Arland"))
    assert not set_beside(asked("rank", "Norland", "was the largest maker of Arland"))
    assert last_words(Party(None, "Green Norland")) == ("norland",)
    assert last_words(Party(None, "Norland")) == ()


def test_a_word_taken_for_a_family_name_is_the_country_of_that_name() -> None:
    rows = "market,basis,year,supplier,share,asserted_by\nlead,production,2023,Norland,31 %,Office\n"
    claim = asked("share", "Norland", "made 31 percent of the world's lead in 2023", "2023", n=31, unit="percent")
    partial = replace(claim, subject=Party("nk-1", "Norland", whole=False))
    unknown = replace(claim, subject=Party("nk-1", "Vex", whole=False))
    with case_of({"supply_shares.csv": rows}) as session:
        assert put(session, partial).outcome == "supported"
        assert put(session, unknown).outcome == "no data"
