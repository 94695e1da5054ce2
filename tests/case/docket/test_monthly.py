"""Changes from one month to another, on figures that are recorded by the month."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
lamps sold,Quillon,30,lamps,2022-05,Yearbook
lamps sold,Quillon,40,lamps,2022-06,Yearbook
lamps sold,Quillon,80,lamps,2022-07,Yearbook
flour price,Estmark,2.5,crowns per kilo,2022-05,Yearbook
flour price,Estmark,2.0,crowns per kilo,2022-06,Yearbook
calls answered,Elm Line,500,calls,2021-06,Yearbook
calls answered,Elm Line,400,calls,2021-07,Yearbook
calls answered,Elm Line,300,calls,2022-06,Yearbook
calls answered,Elm Line,600,calls,2022-07,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "words", "more", "outcome"),
    [
        ("Quillon", "sold more lamps in July 2022 than in May", {}, "supported"),
        ("Quillon", "sold fewer lamps in July 2022 than in May", {}, "contradicted"),
        ("Quillon", "lamps sold doubled between June and July 2022", {}, "supported"),
        ("Quillon", "lamps sold rose from 40 in June to 80 in July", {}, "supported"),
        ("Quillon", "lamps sold fell again in June 2022", {"time": "2022-06"}, "contradicted"),
        ("Estmark", "flour price fell from 2.5 crowns a kilo in May to 2.0 crowns in June", {}, "supported"),
        ("Elm Line", "calls answered rose between June and July 2022", {}, "supported"),
        # a month before which nothing is recorded, a year that is not said, a price of another weight, days
        ("Quillon", "lamps sold fell in May 2022", {"time": "2022-05"}, "not identified"),
        ("Quillon", "lamps sold fell between June and July", {}, "not identified"),
        ("Elm Line", "calls answered rose between June and July", {}, "not identified"),
        ("Quillon", "lamps sold fell between 3 June and 5 July 2022", {}, "not identified"),
        ("Quillon", "lamps sold fell every month from May to July 2022", {}, "not identified"),
        ("Estmark", "flour price rose from 2.5 crowns a tonne in May 2022 to 9 crowns in June", {}, "not identified"),
        ("Quillon", "export lamps sold rose between June and July 2022", {}, "not identified"),
    ],
)
def test_changes_from_month_to_month(
    session: Session, subject: str, words: str, more: dict[str, Any], outcome: str
) -> None:
    assert put(session, asked("trend", subject, words, **more)).outcome == outcome
