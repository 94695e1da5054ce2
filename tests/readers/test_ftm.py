import json

import pytest

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable, UnreadableSource, UnsafeInput
from cuibono.readers.ftm import READER
from cuibono.readers.registry import choose
from tests.readers.inputs import given
from tests.readers.tables import entities, reading

ANVIL = {"id": "a", "schema": "Company", "properties": {"name": ["Anvil", "Амбос"], "country": ["ru"]}}


def lines(*values) -> str:
    return "".join(json.dumps(v, ensure_ascii=False) + "\n" for v in values)


def test_entities_become_statements_under_their_line(tmp_path):
    bolt = {"id": "b", "schema": "Lamp", "properties": {"glow": [5]}}
    found = reading(READER, tmp_path, "a.json", lines(ANVIL) + "\n" + lines(bolt))
    assert entities(found) == [
        (1, "a", "Company", "name", "Anvil", None),
        (1, "a", "Company", "name", "Амбос", None),
        (1, "a", "Company", "country", "ru", None),
        (3, "b", "Lamp", "glow", "5", None),
    ]


def test_columns_have_the_types_that_the_contract_asks_for(tmp_path):
    found = reading(READER, tmp_path, "a.json", lines(ANVIL))
    with DuckEngine() as engine:
        types = engine.columns(f"read_parquet('{found.entities}')")
    texts = ("entity_id", "schema", "prop", "value", "lang")
    assert types == {"_row": "BIGINT"} | dict.fromkeys(texts, "VARCHAR")


def test_nested_entities_are_referred_to_by_id(tmp_path):
    inner = {"id": "o", "schema": "Person", "properties": {"name": ["Ada Vale"]}}
    holding = {"id": "h", "schema": "Ownership", "properties": {"owner": [inner]}}
    found = reading(READER, tmp_path, "a.json", lines(holding))
    assert entities(found) == [
        (1, "o", "Person", "name", "Ada Vale", None),
        (1, "h", "Ownership", "owner", "o", None),
    ]


def test_statements_in_lines_keep_their_language(tmp_path):
    said = {"entity_id": "a", "schema": "Company", "prop": "name", "value": "Anvil", "lang": "eng", "dataset": "x"}
    exists = said | {"prop": "id", "value": "0ff"}
    found = reading(READER, tmp_path, "a.json", lines(said, exists))
    assert entities(found) == [(1, "a", "Company", "name", "Anvil", "eng")]
    assert found.notes == ("left out: dataset",)


def test_statements_in_a_table_are_read_too(tmp_path):
    text = "canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang\nc,a,name,name,Company,Anvil,x,\n"
    found = reading(READER, tmp_path, "statements.csv", text + "c,a,id,id,Company,0ff,x,\n")
    assert entities(found) == [(1, "a", "Company", "name", "Anvil", None)]


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ({"id": "b", "properties": {}}, "line 2 has no 'schema'"),
        ({"schema": "Company", "properties": {}}, "line 2 has no 'id'"),
        ({"id": "b", "schema": "Company", "properties": ["x"]}, "line 2: its properties are no object"),
        ([1], "line 2 is no entity"),
    ],
)
def test_what_is_no_entity_is_named_by_its_line(tmp_path, bad, what):
    with pytest.raises(BadTable, match=what):
        reading(READER, tmp_path, "a.json", lines(ANVIL, bad))


def test_a_line_cut_short_is_named(tmp_path):
    with pytest.raises(UnreadableSource, match="line 2 is not valid JSON"):
        reading(READER, tmp_path, "a.json", lines(ANVIL) + '{"id": "b", "schema"')


def test_deep_nesting_is_refused(tmp_path):
    deep = '{"id": "b", "schema": "Company", "properties": {"name": ' + "[" * 100_000 + "\n"
    with pytest.raises(UnsafeInput, match="nested too deeply"):
        reading(READER, tmp_path, "a.json", lines(ANVIL) + deep)


def test_entities_without_properties_are_refused(tmp_path):
    with pytest.raises(BadTable, match="has no statements"):
        reading(READER, tmp_path, "a.json", lines({"id": "a", "schema": "Company", "properties": {}}))


def test_surrogates_in_values_are_mended_and_noted(tmp_path):
    text = '{"id": "a", "schema": "Company", "properties": {"name": ["x\\ud800"]}}\n'
    found = reading(READER, tmp_path, "a.json", text)
    assert entities(found)[0][4] == "x\ufffd"
    assert "broken surrogates" in found.notes[0]


def test_odd_keys_are_shown_clean(tmp_path):
    text = '{"id": "a", "schema": "Company", "properties": {"name": ["x"]}, "k\\u0000\\ud800": 1}\n'
    assert reading(READER, tmp_path, "a.json", text).notes == ("left out: k\ufffd",)


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.json", lines(ANVIL), "ftm"),
        ("a.txt", lines(ANVIL), "ftm"),
        ("a.json", json.dumps({"id": "a", "schema": "C", "properties": {"text": ["x" * 70_000]}}), "ftm"),
        ("a.json", '{"id": 1, "name": "x"}\n', "json_items"),
        ("a.csv", "entity_id,schema,prop,value\na,b,c,d\n", "ftm"),
        ("a.csv", "id,schema\na,b\n", "delimited"),
    ],
)
def test_content_decides_between_the_readers(tmp_path, name, text, reader):
    path = tmp_path / name
    path.write_text(text)
    assert choose(given(path, tmp_path / "staging")).name == reader
