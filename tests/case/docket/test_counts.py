"""Counts against recorded lists, which show how many there are at least."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = "owner,asset,share_of,share,since,until,asserted_by\n" + "".join(
    f"Northland Group,Firm {n},capital,{share} %,2015-01-01,{end},Company register\n"
    for n, share, end in [(1, 100, ""), (2, 51, ""), (3, 80, "2018-12-31"), (4, 30, ""), (5, 60, "")]
)
REGISTER = [
    {"id": "o1", "schema": "Organization", "properties": {"name": ["Kiln Club"]}},
    *({"id": f"p{n}", "schema": "Person", "properties": {"name": [f"Ada Quill{n}"]}} for n in range(3)),
    *(
        {"id": f"m{n}", "schema": "Membership",
         "properties": {"member": [f"p{n}"], "organization": ["o1"], "startDate": ["2005-01-01"]}}
        for n in range(3)
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS, "register.ftm.json": "\n".join(map(json.dumps, REGISTER))}) as opened:
        yield opened


def _firms(words: str, time: str | None, low: float | None, high: float | None, **more: Any) -> Asked:
    return asked("count", "Northland Group", words, time, low=low, high=high, unit="subsidiary", **more)


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        (_firms("has at least 3 subsidiaries", None, 3, None, qualifier="at least"), "supported"),
        (_firms("had more than 3 subsidiaries in 2017", "2017", 3, None, qualifier="more than"), "supported"),
        (_firms("has more than 3 subsidiaries", None, 3, None, qualifier="more than"), "not identified"),
        (_firms("has 3 subsidiaries", None, 3, 3), "not identified"),
        (_firms("has 2 subsidiaries", None, 2, 2), "not identified"),
        (_firms("has at least 3 foreign subsidiaries", None, 3, None, qualifier="at least"), "not identified"),
        (_firms("sold at least 3 subsidiaries", None, 3, None, qualifier="at least"), "not identified"),
        (_firms("had at least 3 subsidiaries in 2012", "2012", 3, None, qualifier="at least"), "no data"),
        (asked("count", "Kiln Club", "has at least 3 members", None, low=3, qualifier="at least"), "supported"),
        (asked("count", "Kiln Club", "has 300 members", None, n=300, unit="person"), "not identified"),
        (asked("count", "Kiln Club", "has 300 horses", None, n=300, unit="horse"), "no data"),
        (asked("count", "Ada Club", "has 300 members", None, n=300, unit="person"), "no data"),
    ],
)  # fmt: skip
def test_a_list_shows_how_many_there_are_at_least(session: Session, claim: Asked, outcome: str) -> None:
    tested = put(session, claim)
    assert tested.outcome == outcome, tested
