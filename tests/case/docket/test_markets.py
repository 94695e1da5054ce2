"""Markets that a table names by what is done there, and by a stage that is the good itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

QUAYS = """market,stage,basis,year,supplier,share,asserted_by
freight handling in Port Elm,quay,freight handled,2021,Quay North,29 %,Port Office
freight handling in Port Elm,quay,freight handled,2021,Reed Terminals,37 %,Port Office
lamps,,shipment,2021,Vex Works,41 %,Lamp Office
lamps,,shipment,2021,Kiln Motors,36 %,Lamp Office
"""
BRICKS = """market,stage,basis,year,supplier,share,asserted_by
clay bricks (Norland),brick,production,2021,Vex Works,40 %,Brick Office
clay bricks (Norland),mortar,production,2021,Vex Works,12 %,Brick Office
"""
PERCENT: dict[str, Any] = {"unit": "percent"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": QUAYS}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("share", "Quay North", "handled 29 percent of Port Elm's freight", {"n": 29.0, **PERCENT}, "supported"),
        (
            "share",
            "Quay North",
            "handles 40 percent of the freight in Port Elm",
            {"n": 40.0, **PERCENT},
            "contradicted",
        ),
        ("share", "Quay North", "handled 29 percent of Port Elm's frozen freight", {"n": 29.0, **PERCENT}, "undecided"),
        ("share", "Quay North", "insured 29 percent of Port Elm's freight", {"n": 29.0, **PERCENT}, "undecided"),
        ("share", "Quay North", "handled 29 percent of the freight", {"n": 29.0, **PERCENT}, "undecided"),
        ("share", "Vex Works", "made up 41 percent of lamp shipments", {"n": 41.0, **PERCENT}, "supported"),
        ("amount", "Vex Works", "lost 41 percent of lamp shipments", {"n": 41.0, **PERCENT}, "undecided"),
        ("rank", "Vex Works", "was the largest in lamp shipments", {}, "supported"),
        ("rank", "Kiln Motors", "was the largest in lamp shipments", {}, "contradicted"),
        ("rank", "Vex Works", "'s largest shipments were lamps", {}, "undecided"),
        ("rank", "Vex Works", "was the largest in the lamp district", {}, "undecided"),
    ],
)
def test_a_market_is_found_by_its_verb(
    session: Session, kind: Any, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, f"{words} in 2021", "2021", **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested


def test_a_stage_that_is_the_good_needs_no_more_of_its_name() -> None:
    with case_of({"supply_shares.csv": BRICKS}) as session:
        said = [
            asked("share", "Vex Works", f"made 40 percent of the {what} in Norland in 2021", "2021", n=40.0, **PERCENT)
            for what in ("bricks", "mortar", "roof bricks")
        ]
        assert [put(session, c).outcome for c in said] == ["supported", "not identified", "not identified"]
