"""Ownership and control against recorded holdings and recorded control."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,asset,share_of,share,since,until,asserted_by
Hu Wen,Acme Bank,capital,35 %,2015-01-01,2019-12-31,Company register
Hu Wen,Acme Bank,capital,20 %,2020-01-01,,Company register
Northland Group,Acme Bank,votes,51 %,2016-01-01,,Company register
Quill Trust,Bright Lamps,,8 %,2014-01-01,,Company register
Vex Holding,Old Mill,capital,100 %,2000-01-01,,Company register
Li Na,Glass One,capital,52 %,2012-01-01,,Company register
Pell Trust,Sable Steel,capital,49.9 %,2012-01-01,,Company register
Orell Trust,Sable Steel,capital,,2012-01-01,,Company register
Sunder Capital,Plover,capital,51 %,2012-01-01,,Company register
"""
REGISTER: list[dict[str, Any]] = [
    {"id": "c1", "schema": "Company", "properties": {"name": ["Old Mill"], "dissolutionDate": ["2010-03-01"]}},
    {"id": "c2", "schema": "Company", "properties": {"name": ["Kiln Works"]}},
    {"id": "p1", "schema": "Person", "properties": {"name": ["Ada Brenner"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["Li Na"]}},
    {"id": "p3", "schema": "Person", "properties": {"name": ["李娜"]}},
    {"id": "k1", "schema": "Control",
     "properties": {"controller": ["p1"], "controlled": ["c2"], "startDate": ["2014-01-01"], "endDate": ["2016-12"]}},
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS, "register.ftm.json": "\n".join(map(json.dumps, REGISTER))}) as opened:
        yield opened


def _owns(who: str, words: str, firm: str, time: str | None, **more: Any) -> Asked:
    return asked("ownership", who, words, time, firm, **({"unit": "percent"} | more if "n" in more else more))


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        (_owns("Hu Wen", "owned 35 percent of", "Acme Bank", "2017", n=35), "supported"),
        (_owns("Hu Wen", "owned 60 percent of", "Acme Bank", "2017", n=60), "contradicted"),
        (_owns("Acme Bank", "was owned to 35 percent by", "Hu Wen", "2017", n=35), "supported"),
        (_owns("Hu Wen", "owned 35 percent of the votes of", "Acme Bank", "2017", n=35), "not identified"),
        (_owns("Hu Wen", "owned 60 percent of the building of", "Acme Bank", "2017", n=60), "not identified"),
        (_owns("Hu Wen", "owned 60 of 80 percent of", "Acme Bank", "2017", n=60), "not identified"),
        (_owns("Hu Wen", "produced 60 percent of", "Acme Bank", "2017", n=60), "not identified"),
        (_owns("Hu Wen", "sold 35 percent of", "Acme Bank", "2017", n=35), "not identified"),
        (_owns("Hu Wen", "owned 35 percent of", "Acme Bank", "2019/2020", n=35), "not identified"),
        (_owns("Quill Trust", "owned 50 percent of", "Bright Lamps", "2018", n=50), "not identified"),
        (_owns("Vex Holding", "owned 100 percent of", "Old Mill", "2015", n=100), "not identified"),
        (_owns("Hu Wen", "owned 35 percent of", "Old Mill", "2015", n=35), "contradicted"),
        (_owns("Li Na", "owned 52 percent of", "Glass One", "2015", n=52), "not identified"),
        (_owns("Vex Holding", "wholly owned", "Old Mill", "2005"), "supported"),
        (asked("ownership", "Old Mill", "belonged entirely to", "2005", "Vex Holding"), "supported"),
        (_owns("Vex Holding", "is the entire owner by halves of", "Old Mill", "2005"), "not identified"),
        (_owns("Pell Trust", "wholly owned", "Sable Steel", "2018"), "contradicted"),
        (_owns("Pell Trust", "was the majority owner of", "Sable Steel", "2018"), "contradicted"),
        (_owns("Pell Trust", "held a majority of the votes of", "Sable Steel", "2018"), "not identified"),
        (_owns("Sunder Capital", "was the majority owner of", "Plover", "2018"), "supported"),
        (_owns("Northland Group", "voting rights in", "Acme Bank", "2018", n=51), "supported"),
        (_owns("Northland Group", "voting rights in", "Acme Bank", "2018", n=35), "contradicted"),
        (_owns("Hu Wen", "voting rights in", "Acme Bank", "2018", n=35), "not identified"),
        (_owns("Northland Group", "rights in", "Acme Bank", "2018", n=51), "not identified"),
        (_owns("Orell Trust", "was a shareholder of", "Sable Steel", "2018"), "supported"),
        (_owns("Orell Trust", "was the owner of", "Sable Steel", "2018"), "not identified"),
        (_owns("Orell Trust", "was the largest shareholder of", "Sable Steel", "2018"), "not identified"),
        (asked("tie", "Plover", "was a subsidiary of", "2018", "Sunder Capital"), "supported"),
        (asked("tie", "Sunder Capital", "was a subsidiary of", "2018", "Plover"), "no data"),
        (asked("tie", "Sable Steel", "was a subsidiary of", "2018", "Pell Trust"), "not identified"),
        (asked("control", "Sunder Capital", "was the parent company of", "2018", "Plover"), "supported"),
        (asked("control", "Northland Group", "controlled", "2018", "Acme Bank"), "supported"),
        (asked("control", "Acme Bank", "was controlled by", "2018", "Northland Group"), "supported"),
        (asked("control", "Acme Bank", "controlled", "2018", "Northland Group"), "no data"),
        (asked("control", "Hu Wen", "controlled", "2018", "Acme Bank"), "contradicted"),
        (asked("control", "Ada Brenner", "controlled", "2015", "Kiln Works"), "supported"),
        (asked("control", "Ada Brenner", "controlled", "2020", "Kiln Works"), "no data"),
        (asked("control", "Kiln Works", "controlled", "2015", "Ada Brenner"), "no data"),
        (asked("control", "Ada Brenner", "secretly controlled", "2015", "Kiln Works"), "no data"),
    ],
    ids=lambda x: x.says if isinstance(x, Asked) else x,
)
def test_holdings_decide_as_far_as_they_go(session: Session, claim: Asked, outcome: str) -> None:
    tested = put(session, claim)
    assert tested.outcome == outcome, tested


def test_what_was_published_before_the_claimed_time_says_nothing_of_it() -> None:
    with case_of({"holdings.csv": HOLDINGS}, published="2021-06-01") as session:
        assert put(session, _owns("Hu Wen", "owned 20 percent of", "Acme Bank", "2020", n=20)).outcome == "supported"
        late = put(session, _owns("Hu Wen", "owned 90 percent of", "Acme Bank", "2024", n=90))
        assert late.outcome == "not identified"
        assert "published before" in late.rule
