"""Edges of several schemata as rows of one table, public bodies as rows of another."""

import json
from pathlib import Path

from cuibono.case import open_case

ENTITIES = [
    {"id": "ada", "schema": "Person", "properties": {"name": ["Ada Elm"]}},
    {"id": "bo", "schema": "Person", "properties": {"name": ["Bo Oak"]}},
    {"id": "works", "schema": "Company", "properties": {"name": ["Alder Works"]}},
    {"id": "office", "schema": "PublicBody", "properties": {"name": ["Quince Office"], "country": ["xx"]}},
    {"id": "chair", "schema": "Position", "properties": {"name": ["head of office"], "organization": ["office"]}},
    {
        "id": "d1", "schema": "Directorship",
        "properties": {"director": ["ada"], "organization": ["works"], "role": ["chair"], "startDate": ["2001"]},
    },
    {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["bo"], "post": ["chair"], "endDate": ["2009-05"]}},
    {"id": "f1", "schema": "Family", "properties": {"person": ["ada"], "relative": ["bo"], "relationship": ["cousin"]}},
    {"id": "t1", "schema": "Tie", "properties": {"subject": ["office"], "object": ["works"], "kind": ["funds"]}},
    {"id": "x1", "schema": "Membership", "properties": {"member": ["ada"]}},
    {"id": "h1", "schema": "Ownership", "properties": {"owner": ["ada"], "asset": ["works"], "percentage": ["5"]}},
]  # fmt: skip


def test_edges_are_rows_with_their_type_role_and_dates(tmp_path: Path) -> None:
    file = tmp_path / "people.ftm.json"
    file.write_text("\n".join(json.dumps(e) for e in ENTITIES), "utf-8")
    case = open_case(tmp_path / "case", title="t")
    case.add([file])
    ties = case.query(
        "SELECT from_name, from_kind, type, role, to_name, to_kind, since, until FROM relations ORDER BY type"
    )
    assert list(ties.rows) == [
        ("Ada Elm", "Person", "director", "chair", "Alder Works", "Company", "2001", None),
        ("Ada Elm", "Person", "family", "cousin", "Bo Oak", "Person", None, None),
        ("Quince Office", "PublicBody", "funds", None, "Alder Works", "Company", None, None),
        ("Ada Elm", None, "ownership", None, "Alder Works", None, None, None),
        ("Bo Oak", "Person", "post", "head of office", "Quince Office", "PublicBody", None, "2009-05"),
    ]
    bodies = case.query("SELECT body_id, body_name, kind, country, standing FROM bodies")
    assert list(bodies.rows) == [("office", "Quince Office", "state", "xx", "recorded")]
    assert case.status().tables["relations"] == 5


def test_a_table_of_ties_stands_beside_statements(tmp_path: Path) -> None:
    file = tmp_path / "ties.csv"
    file.write_text("from,to,type,since,according_to\nAda Elm,Quince Club,member,1999,Fig Daily\n", "utf-8")
    case = open_case(tmp_path / "case", title="t")
    case.add([file], as_table="relations")
    rows = case.query("SELECT from_id, to_name, type, since, attributed FROM relations")
    assert list(rows.rows) == [("name:ada elm", "Quince Club", "member", "1999", "Fig Daily")]
    assert "holdings" not in case.status().tables
    assert "bodies" not in case.status().tables
