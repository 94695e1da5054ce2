"""Parties of bulk tables: matched with entities and with each other, judged, merged in the views, forgotten."""

import json
from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.errors import UnknownName
from cuibono.match.entities import load
from cuibono.match.known import BODY, PERSON
from cuibono.store.session import open_session
from cuibono.store.views import Scope

HOLDINGS = """owner,asset,share
Wei Jinlong,Northland Glass Ltd,30%
魏金龙,Eastland Silicon AG,51%
Northland Glass Limited,Eastland Silicon AG,20%
"""
SUPPLY = """market,year,supplier,share
lamps,2021,Northland Glass,40%
lamps,2021,Southland Lamps,10%
"""
ENTITIES = [
    {"id": "f1", "schema": "Company", "properties": {"name": ["Northland Glass"], "leiCode": ["AB12CD34"]}},
    {"id": "p1", "schema": "Person", "properties": {"name": ["Wei Jinlong"], "birthDate": ["1950-03-04"]}},
]


@pytest.fixture
def tables(case: Case, tmp_path: Path) -> Case:
    (tmp_path / "shares.csv").write_text(HOLDINGS, "utf-8")
    (tmp_path / "lamps.csv").write_text(SUPPLY, "utf-8")
    (tmp_path / "all.ftm.json").write_text("\n".join(map(json.dumps, ENTITIES)) + "\n", "utf-8")
    case.add(tmp_path / "shares.csv", as_table="holdings")
    case.add(tmp_path / "lamps.csv", as_table="supply_shares")
    case.add(tmp_path / "all.ftm.json")
    return case


def pairs(case: Case) -> set[frozenset[str]]:
    """What is proposed."""
    return {frozenset((p.left.id, p.right.id)) for p in case.match(limit=None)}


def owners(case: Case) -> list[tuple[str, str]]:
    """Who holds what, by id."""
    return [tuple(r.values()) for r in case.query("SELECT owner_id, asset_id FROM holdings ORDER BY _row")]


def test_what_is_known_of_parties(tables: Case) -> None:
    with open_session(tables.layout) as session:
        known = {k.id: k for k in load(session).known}
    glass = known["name:northland glass ltd"]
    assert (glass.names, glass.tables, glass.rows, glass.mask) == (["Northland Glass Ltd"], {"holdings"}, 1, BODY)
    assert glass.ties == {"name:wei jinlong"}
    assert known["name:wei jinlong"].mask == PERSON | BODY
    assert known["name:eastland silicon ag"].rows == 2
    assert known["f1"].tables == set()


def test_parties_are_offered_with_entities_and_with_each_other(tables: Case) -> None:
    found = pairs(tables)
    assert frozenset(("f1", "name:northland glass")) in found
    assert frozenset(("f1", "name:northland glass ltd")) in found
    assert frozenset(("name:northland glass", "name:northland glass limited")) in found
    assert frozenset(("p1", "name:魏金龙")) in found
    assert frozenset(("name:wei jinlong", "name:魏金龙")) in found
    assert not [p for p in found if "name:southland lamps" in p]


def test_merges_reach_the_lens_tables_and_can_be_taken_back(tables: Case) -> None:
    before = owners(tables)
    tables.judge_pair("name:wei jinlong", "魏金龙", "same", by="Ada")
    tables.judge_pair("p1", "name:wei jinlong", "same", by="Ada")
    assert owners(tables)[:2] == [
        ("p1", "name:northland glass ltd"), ("p1", "name:eastland silicon ag"),
    ]  # fmt: skip
    tables.judge_pair("f1", "Northland Glass Ltd", "same", by="Ada")
    tables.judge_pair("f1", "Northland Glass Limited", "same", by="Ada")
    assert owners(tables) == [("p1", "f1"), ("p1", "name:eastland silicon ag"), ("f1", "name:eastland silicon ag")]
    for _ in range(4):
        assert tables.undo() is not None
    assert owners(tables) == before


def test_a_merged_party_is_offered_as_one_and_not_with_itself(tables: Case) -> None:
    tables.judge_pair("f1", "name:northland glass ltd", "same", by="Ada")
    found = pairs(tables)
    assert frozenset(("f1", "name:northland glass limited")) in found
    assert not [p for p in found if "name:northland glass ltd" in p]


def test_what_rests_on_bulk_rows_is_stale_after_a_merge(tables: Case) -> None:
    tables.look("dependence.concentration")
    assert {f.state for f in tables.findings()} <= {"fresh"}
    tables.judge_pair("f1", "name:northland glass", "same", by="Ada")
    assert {f.state for f in tables.findings()} <= {"stale"}
    tables.undo()


def test_a_party_that_is_not_there(tables: Case) -> None:
    with pytest.raises(UnknownName):
        tables.judge_pair("f1", "name:nobody", "same", by="Ada")


def test_a_merged_party_may_be_judged_under_its_own_id(tables: Case) -> None:
    tables.judge_pair("f1", "name:northland glass ltd", "same", by="Ada")
    made = tables.judge_pair("name:northland glass ltd", "name:southland lamps", "different", by="Ada")
    assert made.target == "name:northland glass ltd"


def test_forgetting_a_table_forgets_who_was_judged_in_it(tables: Case) -> None:
    tables.judge_pair("f1", "name:northland glass ltd", "same", by="Ada", note="seen in the register")
    tables.judge_pair("f1", "name:northland glass", "same", by="Ada")
    tables.forget("shares.csv")
    standing = [(j.target, j.other) for j in tables.judgements()]
    assert standing == [("(forgotten)", "(forgotten)"), ("f1", "name:northland glass")]
    assert [tuple(r.values()) for r in tables.query("SELECT * FROM canonical ORDER BY 1")] == [
        ("f1", "f1"), ("name:northland glass", "f1"),
    ]  # fmt: skip


def test_the_public_side_never_names_a_party_of_protected_rows(case: Case, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("owner,asset,share\nAnselm Quiller,Northland Glass,5%\n", "utf-8")
    (tmp_path / "open.csv").write_text("owner,asset,share\nQuiller Holding,Northland Glass,5%\n", "utf-8")
    case.add(tmp_path / "secret.csv", as_table="holdings", protect=True)
    case.add(tmp_path / "open.csv", as_table="holdings")
    case.judge_pair("name:anselm quiller", "name:quiller holding", "same", by="Ada")
    with open_session(case.layout) as session:
        session.need("holdings")
        assert {r["owner_id"] for r in session.rows("SELECT owner_id FROM holdings")} == {"name:anselm quiller"}
    with open_session(case.layout, Scope(public=True)) as session:
        session.need("holdings")
        assert [r["owner_id"] for r in session.rows("SELECT owner_id FROM holdings")] == ["name:quiller holding"]
        assert session.rows("SELECT * FROM canonical") == [
            {"entity_id": "name:quiller holding", "canonical_id": "name:quiller holding"}
        ]


def test_verify_sees_the_case_as_it_was_before_a_merge(tables: Case) -> None:
    tables.look("dependence.concentration")
    tables.judge_pair("f1", "name:northland glass", "same", by="Ada")
    tables.look("dependence.concentration")
    tables.undo()
    assert tables.verify().ok
