"""Roles, ties and dates against a register: what bears them out, what excludes them, and what says nothing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put


def _entity(id_: str, schema: str, name: str = "", **props: str) -> dict[str, Any]:
    named = {"name": [name]} if name else {}
    return {"id": id_, "schema": schema, "properties": named | {k: [v] for k, v in props.items()}}


REGISTER = [
    _entity("c1", "Company", "Acme Bank", incorporationDate="2012-05-03"),
    _entity("c2", "Company", "Bright Lamps", incorporationDate="2009", dissolutionDate="2020-06-30"),
    _entity("c4", "Company", "Twin Glass", incorporationDate="2001"),
    _entity("c5", "Company", "Twin Glass", incorporationDate="2014"),
    _entity("o1", "Organization", "Kiln Club"),
    _entity("p1", "Person", "Hu Wen", birthDate="1961-02-11", gender="male"),
    _entity("p2", "Person", "Hu Tao", birthDate="1990-03-01"),
    _entity("p3", "Person", "Ada Brenner", birthDate="1970-01-01", deathDate="2019-01-01"),
    _entity("p4", "Person", "Oren Vex"),
    _entity("p5", "Person", "Pia Quill"),
    _entity("p6", "Person", "Li Na"),
    _entity("p7", "Person", "Lina Li", alias="Li Na"),
    _entity("p8", "Person", "Adele Brenner"),
    _entity("p9", "Person", "Hu Lan"),
    _entity("d1", "Directorship", director="p3", organization="c1", role="chairman", startDate="2014-02-01",
            endDate="2018-06-30"),
    _entity("d2", "Directorship", director="p4", organization="c2", role="director", startDate="2011-01-01"),
    _entity("d3", "Directorship", director="p5", organization="c2", role="vice president", startDate="2015-01-01"),
    _entity("d4", "Directorship", director="p6", organization="c1", role="director", startDate="2015-01-01"),
    _entity("d5", "Directorship", director="p5", organization="c1", role="director of sales", startDate="2015-01-01"),
    _entity("d6", "Directorship", director="p4", organization="c4", role="director", startDate="2002-01-01"),
    _entity("d7", "Directorship", director="p1", organization="c1", role="treasurer and director",
            startDate="2013-01-01"),
    _entity("e1", "Employment", employee="p1", employer="c2", role="engineer", startDate="2010-01-01",
            endDate="2012-12-31"),
    _entity("a1", "Associate", person="p1", associate="p4", relationship="business partner"),
    _entity("f1", "Family", person="p1", relative="p9", relationship="brother"),
    _entity("f2", "Family", person="p1", relative="p2", relationship="father"),
    _entity("f3", "Family", person="p5", relative="p4", relationship="aunt"),
    _entity("c6", "Company", "Twin Lamps"),
    _entity("d8", "Directorship", director="p5", organization="c6", role="Chief Executive Officer",
            startDate="2015-01-01"),
    _entity("p10", "Person", "Li Na Vex"),
    _entity("q1", "Position", "Minister of Trade of Norland"),
    _entity("q2", "Occupancy", holder="p10", post="q1", startDate="2017-05", endDate="2021-10"),
    _entity("m1", "Membership", member="p5", organization="o1", role="member", startDate="2005-01-01"),
    _entity("r1", "Representation", agent="c1", client="c2", role="agent", startDate="2013-01-01",
            endDate="2015-12-31"),
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"register.ftm.json": "\n".join(map(json.dumps, REGISTER))}) as opened:
        yield opened


CLAIMS = [
    ("role", "Ada Brenner", "was the chairman of", "2016", "Acme Bank", "supported"),
    ("role", "Ada Brenner", "was a chairman of the board of", "2016", "Acme Bank", "supported"),
    ("role", "Ada Brenner", "was the chairman of", "2020", "Acme Bank", "contradicted"),
    ("role", "Ada Brenner", "was the chairman of", "2011", "Acme Bank", "contradicted"),
    ("role", "Ada Brenner", "was still the chairman of", "2020", "Acme Bank", "contradicted"),
    ("role", "Ada Brenner", "was still the chairman of", "2016", "Acme Bank", "supported"),
    ("role", "Ada Brenner", "was already the chairman of", "2011", "Acme Bank", "contradicted"),
    ("role", "Ada Brenner", "was still only the chairman of", "2020", "Acme Bank", "not identified"),
    ("role", "Ada Brenner", "was still as good as the chairman of", "2020", "Acme Bank", "not identified"),
    ("role", "Ada Brenner", "was the chairman of", "2018", "Acme Bank", "not identified"),
    ("role", "Ada Brenner", "is the chairman of", None, "Acme Bank", "not identified"),
    ("role", "Ada Brenner", "was the honorary chairman of", "2016", "Acme Bank", "not identified"),
    ("role", "Ada Brenner", "was fired as the chairman of", "2016", "Acme Bank", "not identified"),
    ("role", "Ada Brenner", "was not the chairman of", "2016", "Acme Bank", "not identified"),
    ("role", "Oren Vex", "was the chairman of", "2016", "Acme Bank", "contradicted"),
    ("role", "Oren Vex", "was the chairman of", "2016/2020", "Acme Bank", "no data"),
    ("role", "Oren Vex", "was the deputy chairman of", "2016", "Acme Bank", "no data"),
    ("role", "Oren Vex", "was a chairman of", "2016", "Acme Bank", "no data"),
    ("role", "Adele Brenner", "was the chairman of", "2016", "Acme Bank", "no data"),
    ("role", "Peter Marlow", "was the chairman of", "2016", "Acme Bank", "no data"),
    ("role", "Oren Vex", "is a director of", None, "Bright Lamps", "supported"),
    ("role", "Oren Vex", "was a director of", "2019", "Bright Lamps", "supported"),
    ("role", "Oren Vex", "was a director of", "2022", "Bright Lamps", "not identified"),
    ("role", "Oren Vex", "was the mayor of", "2022", "Bright Lamps", "contradicted"),
    ("role", "Pia Quill", "is the president of", None, "Bright Lamps", "not identified"),
    ("role", "Pia Quill", "is a director of", None, "Acme Bank", "not identified"),
    ("role", "Hu Wen", "is a director of", None, "Acme Bank", "supported"),
    ("role", "Hu Wen", "was a director of", "1955", "Acme Bank", "contradicted"),
    ("role", "Pia Quill", "is a director of", None, "Kiln Club", "not identified"),
    ("role", "Li Na", "is a director of", None, "Acme Bank", "not identified"),
    ("role", "Na Li", "is a director of", None, "Acme Bank", "not identified"),
    ("role", "Oren Vex", "was a director of", "2003", "Twin Glass", "not identified"),
    ("role", "Hu Wen", "worked for", "2011", "Bright Lamps", "supported"),
    ("role", "Hu Wen", "was employed by", "2011", "Bright Lamps", "supported"),
    ("role", "Hu Wen", "was an engineer of", "2011", "Bright Lamps", "supported"),
    ("role", "Hu Wen", "was an engineer of", "2015", "Bright Lamps", "contradicted"),
    ("role", "Hu Wen", "was a driver of", "2011", "Bright Lamps", "not identified"),
    ("role", "Ada Brenner", "was a director of", "2021", "Kiln Club", "not identified"),
    ("tie", "Hu Wen", "is a business partner of", None, "Oren Vex", "supported"),
    ("tie", "Oren Vex", "is a business partner of", None, "Hu Wen", "supported"),
    ("tie", "Oren Vex", "is a friend of", None, "Hu Wen", "not identified"),
    ("tie", "Hu Wen", "is the brother of", None, "Hu Lan", "supported"),
    ("tie", "Hu Lan", "is the brother of", None, "Hu Wen", "not identified"),
    ("tie", "Hu Lan", "is the sister of", None, "Hu Wen", "not identified"),
    ("tie", "Pia Quill", "is the aunt of", None, "Oren Vex", "not identified"),
    ("tie", "Oren Vex", "is the aunt of", None, "Pia Quill", "supported"),
    ("role", "Ada Brenner", "was the chair of", "2016", "Acme Bank", "supported"),
    ("role", "Ada Brenner", "chaired the board of", "2016", "Acme Bank", "supported"),
    ("role", "Oren Vex", "was the chair of", "2016", "Acme Bank", "contradicted"),
    ("role", "Pia Quill", "is the chief executive of", None, "Twin Lamps", "supported"),
    ("role", "Pia Quill", "is the CEO of", None, "Twin Lamps", "supported"),
    ("role", "Pia Quill", "is the executive of", None, "Twin Lamps", "not identified"),
    ("role", "Li Na Vex", "was minister of trade of", "2018", "Norland", "supported"),
    ("role", "Li Na Vex", "was minister of trade of", "2023", "Norland", "contradicted"),
    ("role", "Li Na Vex", "was minister of", "2018", "Norland", "not identified"),
    ("role", "Li Na Vex", "was minister of trade of", "2018", "Arland", "no data"),
    ("tie", "Hu Wen", "is the half-brother of", None, "Hu Lan", "not identified"),
    ("tie", "Hu Wen", "is the father of", None, "Hu Tao", "supported"),
    ("tie", "Hu Tao", "is the father of", None, "Hu Wen", "not identified"),
    ("tie", "Hu Wen", "is like a brother of", None, "Hu Lan", "not identified"),
    ("tie", "Hu Wen", "is the brother of", None, "Hu Tao", "contradicted"),
    ("tie", "Pia Quill", "is a member of", None, "Kiln Club", "supported"),
    ("tie", "Pia Quill", "was a member of", "2001", "Kiln Club", "contradicted"),
    ("tie", "Acme Bank", "represented", "2014", "Bright Lamps", "supported"),
    ("tie", "Bright Lamps", "represented", "2014", "Acme Bank", "not identified"),
    ("tie", "Bright Lamps", "was represented by", "2014", "Acme Bank", "supported"),
    ("tie", "Acme Bank", "sued", "2014", "Bright Lamps", "not identified"),
    ("event date", "Acme Bank", "was founded in May 2012", "2012-05", "", "supported"),
    ("event date", "Acme Bank", "was founded in 2010", "2010", "", "contradicted"),
    ("event date", "Twin Glass", "was founded in 2014", "2014", "", "not identified"),
    ("event date", "Hu Wen", "was born in 1961", "1961", "", "supported"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "subject", "words", "time", "other", "outcome"), CLAIMS)
def test_records_decide_as_far_as_they_go(
    session: Session, kind: Any, subject: str, words: str, time: str | None, other: str, outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, time, other))
    assert tested.outcome == outcome, tested
    assert bool(tested.measure and tested.keys and tested.by) or outcome not in ("supported", "contradicted")


def test_a_denial_is_contradicted_only_by_a_record_for_its_time(session: Session) -> None:
    for time, outcome in (("2019", "contradicted"), ("2011/2019", "not identified"), (None, "not identified")):
        opened = asked("role", "Oren Vex", "director of", time, "Bright Lamps", polarity="-")
        assert put(session, opened).outcome == outcome
    closed = asked("role", "Ada Brenner", "chairman of", "2016", "Acme Bank", polarity="-")
    assert put(session, closed).outcome == "contradicted"
