"""Control through a firm in between: only where each has more than half of the next at the claimed time."""

from collections.abc import Iterator

import pytest

from cuibono.case.docket.gathering import gather
from cuibono.case.docket.holdings import control
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Pia Vex,Vex Holding,votes,80 %,2008,,Company House
Vex Holding,Brassworks,capital,40 %,2010,,Company House
Vex Holding,Brassworks,votes,60 %,2010,,Company House
Vex Holding,Tinfold,capital,70 %,2012,2018-12-31,Company House
Vex Holding,Copperline,capital,55 %,2010,,Company House
Vex Holding,Copperline,votes,30 %,2010,,Company House
Oren Brick,Brick Trust,votes,45 %,2008,,Company House
Brick Trust,Old Lamps,votes,90 %,2008,,Company House
"""
CLAIMS = [
    ("Pia Vex", "Brassworks", None, "+", "supported"),
    ("Pia Vex", "Brassworks", "2015", "+", "supported"),
    ("Pia Vex", "Brassworks", "2009", "+", "no data"),
    ("Pia Vex", "Brassworks", None, "-", "no data"),
    ("Pia Vex", "Tinfold", None, "+", "no data"),
    ("Pia Vex", "Tinfold", "2015", "+", "supported"),
    ("Pia Vex", "Copperline", None, "+", "no data"),
    ("Oren Brick", "Old Lamps", None, "+", "no data"),
    ("Brassworks", "Pia Vex", None, "+", "no data"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS}) as opened:
        yield opened


@pytest.mark.parametrize(("top", "low", "time", "polarity", "outcome"), CLAIMS)
def test_a_chain_of_majorities_is_control(
    session: Session, top: str, low: str, time: str | None, polarity: str, outcome: str
) -> None:
    claim = asked("control", top, "controls", time, low, polarity=polarity)
    tested = control(claim, gather(session, [claim], {"holdings"}), frozenset())
    assert tested.outcome == outcome, tested


def test_a_chain_decides_in_the_docket_too(session: Session) -> None:
    assert put(session, asked("control", "Pia Vex", "controls", "2015", "Brassworks")).outcome == "supported"


def test_control_through_a_firm_goes_through_that_one(session: Session) -> None:
    through = asked("control", "Pia Vex", "controls", "2015", "Brassworks through Vex Holding")
    assert put(session, through).outcome == "supported"
    other = asked("control", "Pia Vex", "controls", "2015", "Brassworks through Brick Trust")
    assert put(session, other).outcome == "not identified"
