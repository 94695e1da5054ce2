"""Jobs lost and added over years."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
employees,Vex Works,6240,people,2018,Annual report
employees,Vex Works,5420,people,2021,Annual report
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("shed more than 800 jobs between 2018 and 2021", "supported"),
        ("has cut 820 posts between 2018 and 2021", "supported"),
        ("lost 820 employees between 2018 and 2021", "supported"),
        ("shed 1,500 jobs between 2018 and 2021", "contradicted"),
        ("added 820 jobs between 2018 and 2021", "contradicted"),
        ("hired 820 people between 2018 and 2021", "undecided"),
        ("shed 820 jobs in its foundry between 2018 and 2021", "undecided"),
        ("shed 820 jobs between 2018 and 2020", "undecided"),
        ("lost 820 dollars between 2018 and 2021", "undecided"),
    ],
)
def test_jobs_are_a_change_of_those_who_work_there(session: Session, words: str, outcome: str) -> None:
    time = "/".join(sorted(w for w in words.split() if w.startswith("20")))
    number = 1500.0 if "1,500" in words else 800.0 if " 800 " in words else 820.0
    tested = put(session, asked("count", "Vex Works", words, time, n=number, unit="job"))
    decided = tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided"
    assert decided == outcome, tested
