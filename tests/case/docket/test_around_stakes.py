"""Parts of "the shares" and "the votes" of a firm that the text names around a claim."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,company,share_of,share_pct,since,until
Halden Capital,Rood Systems,capital,51,2023-04,
Halden Capital,Brenna Mills,capital,49,2021-05,
Ruv Kell,Sund Yard,votes,61,2020-03,
Ruv Kell,Sund Yard,capital,22,2020-03,
Province of Sund,Sund Sand,capital,30,2009-01,
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS}) as made:
        yield made


def _outcome(session: Session, subject: str, words: str, percent: float, around: str, time: str | None = None) -> str:
    made = asked("ownership", subject, words, time, n=percent, unit="percent", around=around)
    found = put(session, replace(made, around=f"{around} {made.words}."))
    return found.outcome if found.outcome in DECIDED else "not decided"


@pytest.mark.parametrize(
    ("subject", "words", "percent", "around", "outcome"),
    [
        ("Halden Capital", "holds 51 percent of the shares", 51.0, "Rood Systems grew.", "supported"),
        ("Ruv Kell", "has 61 percent of the votes", 61.0, "The Sund Yard is old.", "supported"),
        ("Halden Capital", "holds 51 percent of the shares", 51.0, "Brenna Mills grew.", "not decided"),
        (
            "Halden Capital",
            "holds 51 percent of the shares",
            51.0,
            "Rood Systems met Brenna Mills.",
            "not decided",
        ),
        ("Halden Capital", "holds 61 percent of the shares", 61.0, "Rood Systems grew.", "not decided"),
        ("Halden Capital", "holds 51 percent of the shares", 51.0, "Others grew.", "not decided"),
        ("Ruv Kell", "has 61 percent of the capital", 61.0, "The Sund Yard is old.", "not decided"),
    ],
)
def test_of_which_firm_the_shares_are(
    session: Session, subject: str, words: str, percent: float, around: str, outcome: str
) -> None:
    assert _outcome(session, subject, words, percent, around) == outcome


@pytest.mark.parametrize(
    ("words", "percent", "outcome"),
    [
        ("has been left with 30 percent of Sund Sand", 30.0, "supported"),
        ("has 30 percent of Sund Sand left", 30.0, "supported"),
        ("has been left with a mere 15 percent of Sund Sand", 15.0, "contradicted"),
        ("will be left with 30 percent of Sund Sand", 30.0, "not decided"),
    ],
)
def test_what_somebody_is_left_with(session: Session, words: str, percent: float, outcome: str) -> None:
    assert _outcome(session, "Province of Sund", words, percent, "") == outcome


def test_a_majority_that_was_taken_is_held_since(session: Session) -> None:
    taken = asked("ownership", "Halden Capital", "took a majority in Rood Systems in April 2023", "2023-04")
    assert put(session, taken).outcome == "supported"
    early = asked("ownership", "Halden Capital", "took a majority in Brenna Mills in May 2021", "2021-05")
    assert put(session, early).outcome not in DECIDED
