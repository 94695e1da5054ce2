"""FollowTheMoney: stock schemata come through as they are, our own become stock ones, and losses are counted."""

import json
from pathlib import Path
from typing import Any

from cuibono.model.schemata import schema
from cuibono.reports import ftm
from cuibono.reports.ftm import Dropped, entities

from .invented import FakePublic, sample, simulated, statement


def written(public: FakePublic, tmp_path: Path) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    path = tmp_path / "case.ftm.json"
    notes = ftm.write(public, path)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()], notes


def test_stock_entities_and_ties_come_through(tmp_path: Path) -> None:
    lines, _ = written(sample(), tmp_path)
    by_id = {line["id"]: line for line in lines}

    assert by_id["f-1"] == {
        "id": "f-1",
        "schema": "Company",
        "properties": {"name": ["Nordlicht AG", "北光公司"], "jurisdiction": ["no"]},
    }
    assert by_id["o-1"]["properties"] == {"owner": ["f-2"], "asset": ["f-1"], "percentage": ["51"]}
    assert by_id["d-1"]["schema"] == "Directorship"


def test_our_own_schemata_become_stock_ones_and_the_notes_say_so(tmp_path: Path) -> None:
    lines, notes = written(sample(), tmp_path)
    by_id = {line["id"]: line for line in lines}
    (market,) = [line for line in lines if line["schema"] == "Asset"]

    assert by_id["c-1"] == {
        "id": "c-1",
        "schema": "Note",
        "properties": {"description": ["Nobody was in them."], "entity": ["f-1"]},
    }
    assert market["properties"] == {"name": ["wafer"]}
    assert by_id["s-1"] == {
        "id": "s-1",
        "schema": "UnknownLink",
        "properties": {"subject": ["f-1"], "object": [market["id"]], "role": ["0.3"]},
    }
    assert notes == (
        "1 entity: Claim became Note",
        "1 entity: SupplyShare became UnknownLink",
        "left out, 1 entity: Claim as Documentation, of which one end is missing",
        "left out, 1 value of Claim.speaker",
        "left out, 1 value of SupplyShare.basis",
    )


def test_only_stock_schemata_and_their_properties_are_written(tmp_path: Path) -> None:
    for line in written(sample(), tmp_path)[0]:
        found = schema(line["schema"])
        assert found
        assert not found.own
        assert set(line["properties"]) <= set(found.properties)


def test_a_market_is_made_once(tmp_path: Path) -> None:
    said = [
        s
        for n in (1, 2)
        for s in (
            statement(f"s-{n}", "SupplyShare", "supplier", "f-1"),
            statement(f"s-{n}", "SupplyShare", "market", "wafer"),
        )
    ]
    lines, _ = written(sample().but(said=tuple(said)), tmp_path)

    assert [line["schema"] for line in lines] == ["Asset", "UnknownLink", "UnknownLink"]


def test_what_nobody_declares_is_left_out_and_counted() -> None:
    dropped = Dropped()
    said = [
        statement("a", "Starship", "name", "Nadir"),
        statement("b", "Company", "name", "Grauwerk"),
        statement("b", "Company", "warpFactor", "9"),
    ]

    assert list(entities(said, dropped)) == [{"id": "b", "schema": "Company", "properties": {"name": ["Grauwerk"]}}]
    assert dropped.notes() == (
        "left out, 1 entity: Starship is no schema of FollowTheMoney",
        "left out, 1 value of Company.warpFactor",
    )


def test_dates_keep_what_the_format_can_say() -> None:
    dropped = Dropped()
    said = [statement("a", "Person", "birthDate", v) for v in ("1966-03-01", "1966~", "1966-33", "unknown")]
    (made,) = entities(said, dropped)

    assert made["properties"] == {"birthDate": ["1966-03-01", "1966"]}
    assert dropped.notes() == ("3 dates lost what FollowTheMoney cannot say (about, season, quarter)",)


def test_the_most_special_schema_is_taken() -> None:
    said = [statement("a", "LegalEntity", "name", "A"), statement("a", "Company", "name", "A")]

    assert next(entities(said, Dropped()))["schema"] == "Company"


def test_text_that_no_file_can_carry_is_marked(tmp_path: Path) -> None:
    lines, _ = written(sample().but(said=(statement("a", "Company", "name", "x\x00\ud800y"),)), tmp_path)

    assert lines[0]["properties"]["name"] == ["x\ufffd\ufffdy"]


def test_an_empty_file_says_why(tmp_path: Path) -> None:
    assert written(FakePublic(), tmp_path) == (
        [],
        ("the file is empty, since the case holds no statements; its tables go into .csv.zip",),
    )


def test_stock_statements_come_back_through_the_reader(tmp_path: Path) -> None:
    from cuibono.engine import DuckEngine
    from cuibono.readers import registry
    from cuibono.readers.contract import Input

    stock = tuple(s for s in sample().said if (known := schema(s["schema"])) and not known.own)
    path = tmp_path / "case.ftm.json"
    ftm.write(sample().but(said=stock), path)
    reader, reading = registry.read(Input(path, path.name, path.read_bytes(), tmp_path))
    with DuckEngine() as engine:
        back = engine.tuples(
            "SELECT entity_id, schema, prop, value FROM read_parquet($p) ORDER BY ALL", {"p": str(reading.entities)}
        )

    assert reader.name == "ftm"
    assert back == sorted((s["entity_id"], s["schema"], s["prop"], s["value"]) for s in stock)


def test_what_a_simulated_source_says_is_of_the_data_set_simulated(tmp_path: Path) -> None:
    case = sample()
    lines, _ = written(case, tmp_path)
    assert not any("datasets" in line for line in lines)
    real = {"sources": ["S2"]}
    said = tuple(s | real if s["entity_id"] == "f-2" else s for s in case.statements())
    lines, notes = written(simulated(case, "S1").but(said=said), tmp_path)
    assert {line["id"]: line.get("datasets") for line in lines if line["id"].startswith("f-")} == {
        "f-1": ["simulated"],
        "f-2": None,
    }
    assert f"{len(lines) - 1} entities marked as simulated, in datasets" in notes
