"""Exports after a person judged two to be the same: one id everywhere, and two again when it is taken back."""

import csv
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cuibono.case import Case, open_case

ENTITIES = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Wei Jinlong"], "birthDate": ["1950-03-04"]}},
    {"id": "p2", "schema": "LegalEntity", "properties": {"name": ["魏金龙"], "country": ["cn"]}},
    {"id": "f1", "schema": "Company", "properties": {"name": ["Northland Glass"]}},
    {"id": "o1", "schema": "Ownership", "properties": {"owner": ["p2"], "asset": ["f1"], "percentage": ["30"]}},
    {"id": "d1", "schema": "Directorship", "properties": {"director": ["p1"], "organization": ["f1"]}},
    {"id": "n1", "schema": "Person", "properties": {"name": ["p2"]}},
]
SUPPLY = "market,year,supplier,share\nlamps,2021,Northland Glass Ltd,40%\n"


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the case, made once: to be copied, not to be opened."""
    folder = tmp_path_factory.mktemp("told")
    case = open_case(folder / "wafers", title="Wafers")
    (folder / "all.ftm.json").write_text("\n".join(map(json.dumps, ENTITIES)) + "\n", "utf-8")
    (folder / "lamps.csv").write_text(SUPPLY, "utf-8")
    case.add(folder / "all.ftm.json")
    case.add(folder / "lamps.csv", as_table="supply_shares")
    return folder / "wafers"


@pytest.fixture
def told(told_once: Path, tmp_path: Path) -> Case:
    return open_case(shutil.copytree(told_once, tmp_path / "wafers"), make=False)


def ftm(case: Case, path: Path) -> dict[str, dict[str, Any]]:
    """The exported entities by id."""
    case.export(path / "out.ftm.json")
    lines = (path / "out.ftm.json").read_text("utf-8").splitlines()
    return {e["id"]: e for e in map(json.loads, lines)}


def graph(case: Case, path: Path) -> tuple[set[str], set[tuple[str, str]]]:
    """The nodes of the exported graph, and its edges by their ends."""
    case.export(path / "out.graphml")
    text = (path / "out.graphml").read_text("utf-8")
    edges = re.findall(r'<edge id="[^"]*" source="([^"]*)" target="([^"]*)"', text)
    return set(re.findall(r'<node id="([^"]*)"', text)), set(edges)


def table(case: Case, path: Path, name: str) -> list[dict[str, str]]:
    """The rows of an exported table."""
    case.export(path / "out.csv.zip")
    with zipfile.ZipFile(path / "out.csv.zip") as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"tables/{name}.csv").decode("utf-8-sig"))))


def test_follow_the_money_has_one_entity(told: Case, tmp_path: Path) -> None:
    told.judge_pair("p1", "p2", "same", by="Ada")
    found = ftm(told, tmp_path)
    assert set(found) == {"p1", "f1", "o1", "d1", "n1"}
    assert found["p1"]["schema"] == "Person"
    assert set(found["p1"]["properties"]["name"]) == {"Wei Jinlong", "魏金龙"}
    assert found["p1"]["properties"]["country"] == ["cn"]
    assert found["o1"]["properties"]["owner"] == ["p1"]
    assert found["n1"]["properties"]["name"] == ["p2"]  # a name that looks like an id is none


def test_taken_back_there_are_two_again(told: Case, tmp_path: Path) -> None:
    before = ftm(told, tmp_path)
    told.judge_pair("p1", "p2", "same", by="Ada")
    told.undo()
    assert ftm(told, tmp_path) == before
    assert before["o1"]["properties"]["owner"] == ["p2"]


def test_the_graph_has_one_node(told: Case, tmp_path: Path) -> None:
    nodes, edges = graph(told, tmp_path)
    assert {"p1", "p2", "f1"} <= nodes
    assert ("p2", "f1") in edges
    told.judge_pair("p1", "p2", "same", by="Ada")
    nodes, edges = graph(told, tmp_path)
    assert "p2" not in nodes
    assert ("p1", "f1") in edges
    assert {s for s, _ in edges} <= nodes


def test_tables_have_the_canonical_id(told: Case, tmp_path: Path) -> None:
    told.judge_pair("p1", "p2", "same", by="Ada")
    told.judge_pair("f1", "name:northland glass ltd", "same", by="Ada")
    assert [(r["owner_id"], r["asset_id"]) for r in table(told, tmp_path, "holdings")] == [("p1", "f1")]
    (row,) = table(told, tmp_path, "supply_shares")
    assert (row["supplier_id"], row["supplier_name"]) == ("f1", "Northland Glass Ltd")
    told.undo()
    (row,) = table(told, tmp_path, "supply_shares")
    assert row["supplier_id"] == "name:northland glass ltd"


def test_a_protected_twin_leaves_no_trace(told: Case, tmp_path: Path) -> None:
    secret = [{"id": "aa", "schema": "Person", "properties": {"name": ["Anselm Quiller-Voss"]}}]
    (tmp_path / "secret.ftm.json").write_text("\n".join(map(json.dumps, secret)) + "\n", "utf-8")
    told.add(tmp_path / "secret.ftm.json", protect=True)
    told.judge_pair("aa", "p1", "same", by="Ada")
    found = ftm(told, tmp_path)
    assert found["p1"]["properties"]["name"] == ["Wei Jinlong"]
    assert "aa" not in found
    assert "aa" not in graph(told, tmp_path)[0]


MAPPED = """
entities:
  owner:
    schema: Company
    key: [owner]
    properties: {name: {column: owner}}
  asset:
    schema: Company
    key: [asset]
    properties: {name: {column: asset}}
  holding:
    schema: Ownership
    key: [owner, asset]
    properties: {owner: {entity: owner}, asset: {entity: asset}}
"""


def test_minted_ids_are_the_same_in_nodes_and_ties_and_new_in_every_export(case: Case, tmp_path: Path) -> None:
    (tmp_path / "held.csv").write_text("owner,asset\nNorthland Glass,Southland Glass\nNorthland,Eastland\n", "utf-8")
    (tmp_path / "mapping.yaml").write_text(MAPPED, "utf-8")
    case.add(tmp_path / "held.csv", mapping=tmp_path / "mapping.yaml")
    first, edges = graph(case, tmp_path)
    assert len(first) == 4
    assert len(edges) == 2
    assert {end for edge in edges for end in edge} == first
    second, _ = graph(case, tmp_path)
    assert not first & second
    ids = {r["id"] for r in case.query("SELECT id FROM entity WHERE schema = 'Company'")}
    assert not ids & (first | {r["owner_id"] for r in table(case, tmp_path, "holdings")})
    pair = [p for p in case.match(least=-99) if {p.left.name, p.right.name} == {"Northland Glass", "Northland"}]
    case.judge_pair(pair[0].left.id, pair[0].right.id, "same", by="Ada")
    merged, edges = graph(case, tmp_path)
    assert len(merged) == 3
    assert len({source for source, _ in edges}) == 1
