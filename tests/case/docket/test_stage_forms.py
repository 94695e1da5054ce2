"""Stages told by their verbs and by who is at them, verbs of having a part, and what somebody 'is' without a year."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.case.docket.stage_forms import deeds, doers
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
flax,spinning,production,2021,Norland Yarn,60 %,Yearbook
flax,spinning,production,2021,Arland Thread,40 %,Yearbook
flax,spinning,production,2022,Norland Yarn,45 %,Yearbook
flax,spinning,production,2022,Arland Thread,55 %,Yearbook
parcels,delivery services,parcels sent,2022,Swiftpost,70 %,Yearbook
parcels,delivery services,parcels sent,2022,Slowpost,30 %,Yearbook
herring,catch,landed weight,2022,Norland Yarn,20 %,Yearbook
herring,catch,landed weight,2022,Arland Thread,80 %,Yearbook
"""
Y, Z = "2021", "2022"
P = {"unit": "percent"}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


def test_a_stage_has_the_forms_of_its_verb() -> None:
    assert {"spun", "spin", "spins", "spinned"} <= deeds("spinning")
    assert {"enrich", "enriched"} <= deeds("enrichment")
    assert {"built", "build"} <= deeds("shipbuilding")
    assert {"spinner", "spinners"} <= doers("spinning")
    assert not deeds("wafer")
    assert not deeds("equipment")


@pytest.mark.parametrize(
    ("kind", "subject", "words", "more", "outcome"),
    [
        ("share", "Norland Yarn", "spun 60 percent of the flax", P | {"n": 60, "time": Y}, "supported"),
        ("share", "Norland Yarn", "spun 70 percent of the flax", P | {"n": 70, "time": Y}, "contradicted"),
        ("share", "Norland Yarn", "captured 60 percent of flax spinning", P | {"n": 60, "time": Y}, "supported"),
        ("share", "Norland Yarn", "took 60 percent of flax spinning", P | {"n": 60, "time": Y}, "supported"),
        ("share", "Swiftpost", "handled 70 percent of the parcels", P | {"n": 70, "time": Z}, "supported"),
        ("share", "Arland Thread", "caught 80 percent of the herring", P | {"n": 80, "time": Z}, "supported"),
        ("rank", "Norland Yarn", "was the largest spinner of flax", {"time": Y}, "supported"),
        ("rank", "Norland Yarn", "was the largest spinner of flax", {"time": Z}, "contradicted"),
        ("rank", "Arland Thread", "is the largest spinner of flax", {}, "supported"),
        ("share", "Arland Thread", "holds 55 percent of flax spinning", P | {"n": 55}, "supported"),
        # what one does with flax may be anything else, and who has the spinners has no flax
        ("share", "Norland Yarn", "handled 60 percent of the flax", P | {"n": 60, "time": Y}, "not identified"),
        ("share", "Norland Yarn", "took 60 percent of the flax", P | {"n": 60, "time": Y}, "not identified"),
        ("share", "Norland Yarn", "bought 60 percent of the flax", P | {"n": 60, "time": Y}, "not identified"),
        ("share", "Norland Yarn", "has 60 percent of the spinners of flax", P | {"n": 60, "time": Y}, "not identified"),
        ("share", "Swiftpost", "lost 70 percent of the parcels", P | {"n": 70, "time": Z}, "not identified"),
        # of which time "is" is meant must be seen before anything speaks against it
        ("rank", "Norland Yarn", "is the largest spinner of flax", {}, "not identified"),
        ("rank", "Arland Thread", "has long been the largest spinner of flax", {}, "not identified"),
        ("rank", "Arland Thread", "wants to be the largest spinner of flax", {}, "not identified"),
        ("share", "Norland Yarn", "holds 60 percent of flax spinning", P | {"n": 60}, "not identified"),
    ],
)  # fmt: skip
def test_what_is_done_at_a_stage(
    session: Session, kind: Any, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    assert put(session, asked(kind, subject, words, **more)).outcome == outcome


def test_what_is_so_is_contradicted_only_in_a_text_of_that_time(session: Session) -> None:
    def told(around: str) -> str:
        return put(
            session, asked("rank", "Swiftpost", "is the second largest supplier of parcels", around=around)
        ).outcome

    assert told("The books of 2022 are closed.") == "contradicted"
    assert told("The books of 2019 are closed.") == "not identified"
