"""Claims of a case in one form: a row with a number of a year to come is a forecast."""

from datetime import date

import pytest

from cuibono.case.docket import asking
from cuibono.store.session import Session
from tests.case.asked import case_of

NEXT = date.today().year + 1
CLAIMS = f"""subject,property,value,unit,period,speaker
Elm Boats,employees,400,people,{NEXT},Ada Quill
Elm Boats,employees,400,people,{NEXT - 1},Ada Quill
Elm Boats,employees,400,people,2021,Ada Quill
"""


@pytest.fixture(scope="module")
def kinds() -> list[tuple[str, str | None]]:
    with case_of({"claims.csv": CLAIMS}) as session:
        assert isinstance(session, Session)
        return [(c.kind, c.foretold) for c in asking.claims(session)]


def test_a_number_of_a_year_to_come_is_foretold(kinds: list[tuple[str, str | None]]) -> None:
    assert kinds == [("forecast", "count"), ("count", None), ("count", None)]
