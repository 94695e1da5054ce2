"""What is said of every year, and who overtook whom in one."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share_pct
lamps,,production,2020,Norland,40
lamps,,production,2020,Arland,30
lamps,,production,2021,Norland,35
lamps,,production,2021,Arland,34
lamps,,production,2022,Norland,30
lamps,,production,2022,Arland,44
lamps,,leased,2022,Norland,70
lamps,,leased,2022,Arland,20
wine,,export,2021,Arland,20
wine,,export,2021,Norland,31
wine,,export,2022,Arland,33
wine,,export,2022,Norland,30
"""
OVER_30: dict[str, Any] = {"low": 33.0, "unit": "percent", "qualifier": "more than"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("rank", "Norland", "has been the largest producer of lamps in every year from 2020 to 2021", {}, "supported"),
        (
            "rank",
            "Norland",
            "was the largest producer of lamps in each of the years from 2020 to 2022",
            {},
            "contradicted",
        ),
        ("rank", "Norland", "was the largest producer of lamps in both 2020 and 2021", {}, "supported"),
        ("rank", "Norland", "was the largest producer of lamps every year from 2019 to 2021", {}, "not identified"),
        (
            "rank",
            "Norland",
            "was the largest producer of cheap lamps every year from 2020 to 2021",
            {},
            "not identified",
        ),
        (
            "share",
            "Norland",
            "made more than 33 percent of all lamps in every year from 2020 to 2022",
            OVER_30,
            "contradicted",
        ),
        ("rank", "Arland", "overtook Norland in lamp production in 2022", {}, "supported"),
        ("rank", "Arland", "overtook Norland in lamp production in 2021", {}, "contradicted"),
        ("rank", "Norland", "overtook Arland in lamp production in 2022", {}, "contradicted"),
        ("rank", "Arland", "topped the ranking of lamp producers in 2022", {}, "supported"),
        ("rank", "Norland", "topped the list of the world's lamp producers in 2022", {}, "contradicted"),
        ("rank", "Arland", "topped the ranking of cheap lamp producers in 2022", {}, "not identified"),
        ("rank", "Norland", "came only second in lamp production in 2022", {}, "supported"),
        ("rank", "Norland", "ranked first in the world in lamp production in 2022", {}, "contradicted"),
        (
            "share",
            "Norland",
            "held 70 percent of all lamps leased in 2022",
            {"n": 70.0, "unit": "percent"},
            "supported",
        ),
        (
            "share",
            "Norland",
            "held 50 percent of all lamps leased in 2022",
            {"n": 50.0, "unit": "percent"},
            "contradicted",
        ),
        (
            "share",
            "Norland",
            "held 70 percent of all lamps sold in 2022",
            {"n": 70.0, "unit": "percent"},
            "not identified",
        ),
        ("rank", "Arland", "overtook Norland in 2022 as the biggest exporter of wine", {}, "supported"),
        ("rank", "Norland", "overtook Arland in wine exports in 2021", {}, "not identified"),
        ("rank", "Arland", "overtook Norland in cheap lamp production in 2022", {}, "not identified"),
    ],
)
def test_each_of_the_years_is_looked_up(
    session: Session, kind: ClaimKind, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, words[-4:], **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "not identified"
    assert decided == outcome, tested


@pytest.mark.parametrize(("verb", "outcome"), [("slipped", "supported"), ("rose", "contradicted")])
def test_whose_share_it_is(session: Session, verb: str, outcome: str) -> None:
    whose = Party(None, "Norland's share of lamp production", whole=False)
    claim = replace(asked("trend", whose.name, f"{verb} in 2022", "2022"), subject=whose)
    assert put(session, claim).outcome == outcome
