import pytest

from cuibono.errors import BadMapping
from cuibono.store.mapping import Field, dump_mapping, load_mapping

EXAMPLE = """
table: supply_shares
columns:
  market: {value: lamps}
  supplier_name: country
  share_low: {column: share_pct, unit: percent}
  asserted_by: {value: The Lamp Survey}
entities:
  owner: {schema: Company, keys: [owner_id], properties: {name: {column: owner_name}}}
  holding:
    schema: Ownership
    keys: [owner_id, year]
    properties: {owner: {entity: owner}, percentage: [{column: pct}, {value: "5"}], names: {column: all, split: ";"}}
skip_bad: true
decimal: ","
"""


def test_a_mapping_survives_being_written_and_read(tmp_path):
    (tmp_path / "map.yaml").write_text(EXAMPLE)
    first = load_mapping(tmp_path / "map.yaml")
    (tmp_path / "again.yaml").write_text(dump_mapping(first))
    assert load_mapping(tmp_path / "again.yaml") == first
    assert first.columns["share_low"] == Field(column="share_pct", unit="percent")
    assert (first.skip_bad, first.decimal) == (True, ",")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("table: supply_share\ncolumns: {a: b}", "there is no table 'supply_share'"),
        ("table: supply_shares\ncolumns: {suplier_name: b}", "has no column 'suplier_name'"),
        ("table: supply_shares\ncolumns: {market: {colum: b}}", "unknown key 'colum'"),
        ("table: supply_shares\ncolumns: {market: {column: a, value: b}}", "needs either 'column' or 'value'"),
        ("table: supply_shares\ncolumns: {share_low: {column: a, unit: tonnes}}", "unit 'tonnes' is not known"),
        ("table: supply_shares\ncolumns: {standing: {value: confirmed}}", "'confirmed' cannot be given"),
        ("columns: {market: b}", "names no table"),
        ("table: supply_shares", "maps nothing"),
        ("entities: {a: {schema: Company}}", "needs schema, keys and properties"),
        ("entities: {a: {schema: C, keys: [x], properties: {owner: {entity: b}}}}", "there is no entity 'b'"),
        ("- a\n- b", "is not a mapping"),
        ("a: [", "is not YAML"),
    ],
)
def test_a_bad_mapping_names_the_key(tmp_path, text, what):
    (tmp_path / "map.yaml").write_text(text)
    with pytest.raises(BadMapping) as caught:
        load_mapping(tmp_path / "map.yaml")
    assert what in caught.value.what
    assert "map.yaml" in caught.value.what
    assert caught.value.try_


def test_near_misses_are_offered(tmp_path):
    (tmp_path / "map.yaml").write_text("table: supply_shares\ncolumns: {suplier_name: b}")
    with pytest.raises(BadMapping) as caught:
        load_mapping(tmp_path / "map.yaml")
    assert "'supplier_name'" in caught.value.try_
