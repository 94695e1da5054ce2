"""Short names of which only a longer one is recorded."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
beds,Elm Road Hospital,610,beds,2021,Health Office
beds,Reed Infirmary,300,beds,2021,Health Office
beds,Reed Clinic,200,beds,2021,Health Office
beds,Birch Hill and Lower Moor Infirmary,90,beds,2021,Health Office
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("subject", "number", "outcome"),
    [
        ("Elm Road", 610.0, "supported"),
        ("Elm Road", 800.0, "undecided"),
        ("Reed", 300.0, "undecided"),
        ("Elm", 610.0, "supported"),
        ("Birch Hill", 90.0, "undecided"),
        ("Road Hospital", 610.0, "undecided"),
    ],
)
def test_one_longer_name_bears_out(session: Session, subject: str, number: float, outcome: str) -> None:
    more: dict[str, Any] = {"n": number, "unit": "bed"}
    tested = put(session, asked("count", subject, f"had {number:.0f} beds in 2021", "2021", **more))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested
