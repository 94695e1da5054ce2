"""Whom a pronoun or a sort means is the one of those named around of whom the records bear the claim out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Torm Pension Fund,Elm Boats,capital,40 %,2015-01-01,,Almanac
Ada Quill,Elm Boats,capital,31 %,2015-01-01,,Almanac
Ada Quill,Elm Boats,votes,58 %,2015-01-01,,Almanac
Vex Trust,Old Mill,capital,58 %,2015-01-01,,Almanac
"""
SHARES = """market,stage,basis,year,supplier,share,asserted_by
barges,assembly,deliveries,2021,Elm Boats,52 %,Yearbook
barges,assembly,deliveries,2021,Old Mill,30 %,Yearbook
barges,assembly,deliveries,2021,Pell Yards,18 %,Yearbook
"""
AROUND = "Old Mill is run by nobody. Ada Quill and the Torm Pension Fund are there, and so is Elm Boats."
PERCENT: dict[str, Any] = {"unit": "percent"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS, "supply_shares.csv": SHARES}) as made:
        yield made


def _of(kind: Any, whom: str, words: str, time: str | None, other: str = "", **more: Any) -> Asked:
    claim = asked(kind, whom, words, time, other, **more)
    return replace(claim, subject=Party(None, whom, whole=False))


BARGES = _of("share", "It", "delivered 52 percent of all barges in 2021", "2021", n=52, **PERCENT)


def _held(whom: str, part: int, of: str = "of") -> Asked:
    return _of("ownership", whom, f"holds {part} percent {of}", "2020", "Elm Boats", n=part, **PERCENT)


@pytest.mark.parametrize(
    ("claim", "around", "outcome"),
    [
        (_held("she", 58, "of the votes of"), AROUND, "supported"),
        (_held("She", 31, "of the capital of"), AROUND, "supported"),
        (BARGES, AROUND, "supported"),
        # nobody of that name is recorded with so much: whoever she is, it may be somebody else
        (_held("she", 44, "of the votes of"), AROUND, "not decided"),
        # a fund that is called so, and no other fund is named
        (_held("The fund", 40), AROUND, "supported"),
        (_held("The fund", 60), AROUND, "contradicted"),
        # two funds are named
        (
            _held("The fund", 60),
            f"{AROUND} The Old Pension Fund is gone, says Torm Pension Fund.", "contradicted",
        ),
        # of Old Mill, which is named last, it would be wrong: two numbers may have been mixed up
        (
            _of("share", "It", "assembled 52 percent of all barges in 2021", "2021", n=52, **PERCENT),
            f"{AROUND} There is Old Mill.", "not decided",
        ),
        # that somebody of those around is the first tells nobody
        (_of("rank", "It", "was the largest maker of barges in 2021", "2021"), AROUND, "not decided"),
        # nobody recorded is named around
        (_held("she", 58, "of the votes of"), "So be it.", "not decided"),
        (_held("He", 40), "Torm Pension Fund.", "not decided"),
    ],
)  # fmt: skip
def test_of_one_named_around(session: Session, claim: Asked, around: str, outcome: str) -> None:
    found = put(session, replace(claim, around=f"{around} {claim.words}"))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found


def test_the_rule_says_whom_it_took_it_for(session: Session) -> None:
    assert put(session, replace(BARGES, around=f"{AROUND} {BARGES.words}")).rule.startswith("taken to be of Elm Boats")
