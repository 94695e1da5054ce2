"""Tables of ties bear claims out as registers do: who funds whom, who studied where, who advises whom, since when."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

RELATIONS = """from,to,type,role,since,until,according_to,asserted_by
Pia Vex,Kiln Club,member,member,2004,,,Ties Library
Oren Brick,Kiln Club,member,member,1996,2019-12-31,,Ties Library
Oren Brick,Acme Bank,employment,senior adviser,2021-03,,,Ties Library
Pia Vex,Norland University,educated_at,student,1994-09,1999-06,,Ties Library
Lamp Trust,Glass Institute,funds,donor,2015,,,Ties Library
Pia Vex,Glass Institute,member,member,2015,,a rumour,Ties Library
"""
HOLDINGS = """owner,asset,share_of,share,since,asserted_by
Pia Vex,Acme Bank,capital,5 %,2010,Company House
"""
TIES: list[tuple[Any, str, str, str | None, str, str]] = [
    ("tie", "Glass Institute", "is funded by", None, "Lamp Trust", "supported"),
    ("tie", "Glass Institute", "receives money from", None, "Lamp Trust", "supported"),
    ("tie", "Glass Institute", "has accepted donations from", None, "Lamp Trust", "supported"),
    ("tie", "Lamp Trust", "bankrolls", None, "Glass Institute", "supported"),
    ("tie", "Lamp Trust", "is a donor of", None, "Glass Institute", "supported"),
    ("tie", "Lamp Trust", "is funded by", None, "Glass Institute", "not identified"),
    ("tie", "Lamp Trust", "receives money from", None, "Glass Institute", "not identified"),
    ("tie", "Glass Institute", "is largely funded by", None, "Lamp Trust", "not identified"),
    ("tie", "Pia Vex", "studied at", None, "Norland University", "supported"),
    ("tie", "Pia Vex", "went to", None, "Norland University", "supported"),
    ("tie", "Pia Vex", "is studying at", None, "Norland University", "not identified"),
    ("tie", "Pia Vex", "went in 2018 to", "2018", "Norland University", "not identified"),
    ("tie", "Pia Vex", "taught at", None, "Norland University", "not identified"),
    ("tie", "Pia Vex", "studied law at", None, "Norland University", "not identified"),
    ("tie", "Pia Vex", "belongs to", None, "Kiln Club", "supported"),
    ("ownership", "Pia Vex", "belongs to", None, "Kiln Club", "supported"),
    ("ownership", "Pia Vex", "owns", None, "Kiln Club", "no data"),
    ("tie", "Oren Brick", "was a member of", None, "Kiln Club", "supported"),
    ("tie", "Oren Brick", "is a member of", None, "Kiln Club", "not identified"),
    ("tie", "Oren Brick", "is no longer a member of", None, "Kiln Club", "supported"),
    ("tie", "Oren Brick", "is a former member of", None, "Kiln Club", "supported"),
    ("tie", "Pia Vex", "is a former member of", None, "Kiln Club", "not identified"),
    ("event date", "Pia Vex", "joined in 2004 the", "2004", "Kiln Club", "supported"),
    ("event date", "Pia Vex", "joined in 2011 the", "2011", "Kiln Club", "not identified"),
    ("event date", "Oren Brick", "left in 2019 the", "2019", "Kiln Club", "supported"),
    ("event date", "Pia Vex", "left in 2019 the", "2019", "Kiln Club", "not identified"),
    ("role", "Oren Brick", "has been a senior adviser since March 2021 to", "2021-03", "Acme Bank", "supported"),
    ("role", "Oren Brick", "advises", None, "Acme Bank", "supported"),
    ("role", "Oren Brick", "has advised since 2021", "2021/..", "Acme Bank", "supported"),
    ("role", "Oren Brick", "works for", None, "Acme Bank", "supported"),
    ("role", "Oren Brick", "is employed by", None, "Acme Bank", "supported"),
    ("role", "Oren Brick", "is the chief adviser of", None, "Acme Bank", "not identified"),
    ("tie", "Pia Vex", "is a member of", None, "Glass Institute", "no data"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": RELATIONS, "holdings.csv": HOLDINGS}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "subject", "words", "time", "other", "outcome"), TIES)
def test_ties_of_a_table_decide_as_far_as_they_go(
    session: Session, kind: Any, subject: str, words: str, time: str | None, other: str, outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, time, other))
    assert tested.outcome == outcome, tested
