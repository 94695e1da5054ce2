from cuibono.engine import DuckEngine
from cuibono.store.mapping import build_entities, read_mapping
from tests.store.raw_tables import raw

ENTITIES = {
    "entities": {
        "owner": {"schema": "Company", "keys": ["owner"], "properties": {"name": "owner", "country": {"value": "ru"}}},
        "asset": {"schema": "Company", "keys": ["asset"], "properties": {"name": "asset"}},
        "holding": {
            "schema": "Ownership",
            "keys": ["owner", "asset"],
            "properties": {"owner": {"entity": "owner"}, "asset": {"entity": "asset"}, "percentage": "pct"},
        },
    }
}


def statements(folder, cells, mapping=None, source="src"):
    source_file = raw(folder, ["owner", "asset", "pct"], cells)
    out = folder / "entities.parquet"
    with DuckEngine() as engine:
        done = build_entities(
            engine, source_file, read_mapping(mapping or ENTITIES), out, source_id=source, dataset="lamps"
        )
        return engine.tuples(f"SELECT * FROM read_parquet('{out}') ORDER BY ALL"), done


def test_rows_become_statements(tmp_path):
    found, done = statements(tmp_path, [["Anvil", "Bolt", "51 %"]])
    ids = {value: entity for _, entity, _, prop, value, _ in found if prop == "name"}
    said = {(schema, prop, value) for _, _, schema, prop, value, _ in found}
    assert done.rows == 6
    assert said == {
        ("Company", "name", "Anvil"),
        ("Company", "country", "ru"),
        ("Company", "name", "Bolt"),
        ("Ownership", "owner", ids["Anvil"]),
        ("Ownership", "asset", ids["Bolt"]),
        ("Ownership", "percentage", "51 %"),
    }
    assert all(row == 1 and lang is None and len(entity) == 40 for row, entity, _, _, _, lang in found)


def test_the_same_key_is_the_same_entity_on_every_row(tmp_path):
    found, _ = statements(tmp_path, [["Anvil", "Bolt", "51"], ["Bolt", "Cog", "20"]])
    bolt = {(row, entity) for row, entity, _, prop, value, _ in found if prop == "name" and value == "Bolt"}
    assert len(bolt) == 2
    assert len({entity for _, entity in bolt}) == 1


def test_a_tie_of_another_source_is_another_entity(tmp_path):
    first, _ = statements(tmp_path, [["Anvil", "Bolt", "51"]])
    second, _ = statements(tmp_path, [["Anvil", "Bolt", "51"]], source="other")
    assert {e for _, e, s, *_ in first if s == "Company"} == {e for _, e, s, *_ in second if s == "Company"}
    assert {e for _, e, s, *_ in first if s == "Ownership"}.isdisjoint(e for _, e, s, *_ in second if s == "Ownership")


def test_a_row_without_keys_makes_no_entity(tmp_path):
    found, _ = statements(tmp_path, [[None, "Bolt", None]])
    assert {(s, p, v) for _, _, s, p, v, _ in found if s == "Company"} == {("Company", "name", "Bolt")}
    assert "owner" not in {prop for _, _, _, prop, _, _ in found}


def test_split_cells_become_several_values(tmp_path):
    rule = {"schema": "Company", "keys": ["owner"], "properties": {"name": {"column": "owner", "split": ";"}}}
    found, _ = statements(tmp_path, [["Anvil; Amboss ;", "x", "y"]], {"entities": {"a": rule}})
    assert [value for *_, value, _ in found] == ["Amboss", "Anvil"]


def test_joined_cells_become_one_value(tmp_path):
    rule = {
        "schema": "Person",
        "keys": ["owner"],
        "properties": {"name": {"columns": ["owner", "asset"], "join": ", "}},
    }
    found, _ = statements(tmp_path, [["Vale", "Ada", "y"], ["Moss", None, "y"]], {"entities": {"a": rule}})
    assert [value for *_, value, _ in found] == ["Vale, Ada", "Moss"]


def test_unknown_schemata_are_kept_and_noted(tmp_path):
    rule = {"schema": "Lamp", "keys": ["owner"], "properties": {"name": "owner"}}
    found, done = statements(tmp_path, [["Anvil", "x", "y"]], {"entities": {"a": rule}})
    assert [schema for _, _, schema, *_ in found] == ["Lamp"]
    assert done.notes == ("the schema 'Lamp' is not one of FollowTheMoney's; it is kept as it is",)
