"""When a holding began or ended: what was sold, bought, is no longer held, or is still."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.holding_words import through
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HELD = """owner,company,share_pct,share_of,since,until
Vex Trust,Old Mill,49,capital,2016-04-01,2022-03-31
Brick Partners,Old Mill,49,capital,2022-04-01,
Quill Works,Old Mill,51,capital,2016-04-01,
Quill Works,Radio Kiln,30,capital,2012-01-01,2018-12-31
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HELD}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("who", "words", "time", "outcome"),
    [
        ("Vex Trust", "sold its stake in Old Mill in March 2022", "2022-03", "supported"),
        ("Vex Trust", "sold its stake in Old Mill to Brick Partners in March 2022", "2022-03", "supported"),
        ("Vex Trust", "sold its stake in Old Mill to Quill Works in March 2022", "2022-03", "not identified"),
        ("Vex Trust", "sold part of its stake in Old Mill in March 2022", "2022-03", "not identified"),
        ("Vex Trust", "sold its stake in Old Mill in 2019", "2019", "contradicted"),
        ("Vex Trust", "no longer holds a stake in Old Mill", None, "supported"),
        ("Quill Works", "no longer holds a stake in Old Mill", None, "not identified"),
        ("Brick Partners", "bought its stake in Old Mill in April 2022", "2022-04", "supported"),
        ("Vex Trust", "has not held any shares in Old Mill since April 2022", "2022-04", "not identified"),
        ("Vex Trust", "still held a stake in Old Mill in 2023", "2023", "contradicted"),
        ("Vex Trust", "held a stake in Old Mill in 2023", "2023", "contradicted"),
        ("Quill Works", "still held a stake in Radio Kiln in 2023", "2023", "contradicted"),
        ("Vex Trust", "held a stake in Old Mill from April 2016 until March 2022", None, "supported"),
        ("Vex Trust", "held a stake in Old Mill from April 2014 until March 2022", None, "not identified"),
    ],
)
def test_a_holding_begins_and_ends(session: Session, who: str, words: str, time: str | None, outcome: str) -> None:
    firm = "Radio Kiln" if "Radio Kiln" in words else "Old Mill"
    claim = asked("ownership", who, words, time, firm)
    tested = put(session, replace(claim, words=f"{who} {words}"))
    assert tested.outcome == outcome, tested


def test_the_firm_in_between_may_be_named_first() -> None:
    claim = replace(
        asked("control", "Pia Vex", "", None, "Old Mill"), words="Through Vex Trust, Pia Vex controls Old Mill"
    )
    bare, between = through(claim)
    assert (bare.words, between) == ("Pia Vex controls Old Mill", "Vex Trust")
