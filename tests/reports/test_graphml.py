"""GraphML: parties and ties, one edge per assertion, well-formed whatever stands in the texts."""

from pathlib import Path

import pytest
from lxml import etree

from cuibono.reports import graphml

from .hostile import ATTACKS, hostile
from .invented import FakePublic, sample, simulated, statement

NS = "{http://graphml.graphdrawing.org/xmlns}"


def graph(public: FakePublic, tmp_path: Path) -> etree._Element:
    path = tmp_path / "ties.graphml"
    graphml.write(public, path)
    return etree.fromstring(path.read_bytes())


def nodes(root: etree._Element) -> dict[str, dict[str, str]]:
    return {n.get("id") or "": told(n) for n in root.iter(f"{NS}node")}


def edges(root: etree._Element) -> list[dict[str, str]]:
    return [
        {"source": e.get("source") or "", "target": e.get("target") or ""} | told(e) for e in root.iter(f"{NS}edge")
    ]


def told(element: etree._Element) -> dict[str, str]:
    return {(d.get("key") or "").split("-", 1)[1]: d.text or "" for d in element.iter(f"{NS}data")}


def test_parties_are_nodes(tmp_path: Path) -> None:
    found = nodes(graph(sample(), tmp_path))

    assert found["f-1"] == {"name": "Nordlicht AG", "schema": "Company"}
    assert found["p-1"] == {"name": "Tilda Ravn", "schema": "Person"}
    assert found["reg:2"] == {"name": "Nordlicht <AG>"}


def test_a_row_that_names_two_parties_is_an_edge_with_its_speaker(tmp_path: Path) -> None:
    (holding,) = [e for e in edges(graph(sample(), tmp_path)) if e["tie"] == "holdings"]

    assert holding == {
        "source": "reg:1",
        "target": "reg:2",
        "tie": "holdings",
        "asserted_by": "Companies register",
        "standing": "recorded",
        "status": "stated",
        "since": "2019-05",
        "detail": "share_low: 0.51; share_high: 0.51",
        "sources": "S3",
    }


def test_a_stated_tie_is_an_edge_unless_a_table_has_it_already(tmp_path: Path) -> None:
    with_table = edges(graph(sample(), tmp_path))
    without = edges(graph(sample().but(bulk={}), tmp_path))

    assert {e["tie"] for e in with_table} == {"holdings", "directs", "says of", "supplies"}
    assert {e["tie"] for e in without} == {"owns", "directs", "says of", "supplies"}
    (directs,) = [e for e in without if e["tie"] == "directs"]
    assert directs == {
        "source": "p-1",
        "target": "f-1",
        "tie": "directs",
        "asserted_by": "Lindqvist Trade Press",
        "since": "2019-05-01",
        "sources": "S1",
    }


def test_every_end_of_an_edge_is_a_node_and_stands_once(tmp_path: Path) -> None:
    root = graph(sample(), tmp_path)
    ends = {e[end] for e in edges(root) for end in ("source", "target")}

    assert ends <= set(nodes(root))
    assert len(nodes(root)) == len(list(root.iter(f"{NS}node")))
    assert nodes(root)["wafer"] == {"name": "wafer"}


def test_two_speakers_give_two_edges(tmp_path: Path) -> None:
    said = [
        s
        for who in ("o-1", "o-2")
        for s in (statement(who, "Ownership", "owner", "a"), statement(who, "Ownership", "asset", "b"))
    ]

    assert len(edges(graph(sample().but(bulk={}, said=tuple(said)), tmp_path))) == 2


def test_keys_are_declared_and_counts_are_told(tmp_path: Path) -> None:
    path = tmp_path / "ties.graphml"
    notes = graphml.write(sample(), path)
    root = etree.fromstring(path.read_bytes())

    assert {d.get("key") for d in root.iter(f"{NS}data")} <= {k.get("id") for k in root.iter(f"{NS}key")}
    assert notes == (f"{len(nodes(root))} nodes and {len(edges(root))} edges",)


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_is_well_formed(attack: str, tmp_path: Path) -> None:
    root = graph(hostile(attack), tmp_path)

    assert {etree.QName(e).localname for e in root.iter()} == {"graphml", "key", "graph", "node", "edge", "data"}


def test_simulated_ties_are_marked_and_parties_that_no_other_source_names(tmp_path: Path) -> None:
    assert not any("simulated" in e for e in edges(graph(sample(), tmp_path)))
    made = graph(simulated(sample(), "S3"), tmp_path)
    marked = [e["tie"] for e in edges(made) if e.get("simulated") == "true"]
    assert marked == ["holdings"]
    assert {n for n, says in nodes(made).items() if says.get("simulated") == "true"} == {"reg:1", "reg:2"}
