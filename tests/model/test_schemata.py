import pytest

from cuibono.model.schemata import (
    comparable_props,
    edge_schemata,
    functional_names,
    property_type,
    schema,
    schema_names,
)
from cuibono.model.table import spec, table_names


def test_a_tie_knows_its_ends_and_its_parents() -> None:
    found = schema("Ownership")
    assert found is not None
    assert found.edge is not None
    assert (found.edge.source, found.edge.target) == ("owner", "asset")
    assert found.parents == ("Interest", "Interval")
    assert found.properties["asset"].range == "Asset"
    assert found.starts[0] == "startDate"


def test_inherits_from_every_parent() -> None:
    company = schema("Company")
    assert company is not None
    assert company.is_a("LegalEntity")
    assert company.is_a("Thing")
    assert company.properties["name"].declared_by == "Thing"
    assert company.properties["incorporationDate"].functional


def test_unknown_names_are_none_or_text() -> None:
    assert schema("Dragon") is None
    assert property_type("Dragon", "wings") == "string"
    assert property_type("Person", "wings") == "string"


def test_a_percentage_is_read_as_a_number_though_stock_calls_it_a_string() -> None:
    assert property_type("Ownership", "percentage") == "number"
    assert property_type("Person", "birthDate") == "date"


def test_ties_and_comparable_properties_do_not_overlap() -> None:
    assert "Directorship" in edge_schemata()
    assert "Person" not in edge_schemata()
    assert ("Person", "birthDate") in comparable_props()
    assert ("Company", "incorporationDate") in comparable_props()
    assert not {s for s, _ in comparable_props()} & set(edge_schemata())
    assert "birthDate" in functional_names()
    assert "capital" not in functional_names()


@pytest.mark.parametrize("name", schema_names())
def test_every_name_a_schema_mentions_exists(name: str) -> None:
    found = schema(name)
    assert found is not None
    assert all(schema(p) for p in found.parents)
    assert all(schema(p.range) for p in found.properties.values() if p.range)
    assert set(found.starts + found.ends) <= set(found.properties)
    if found.edge:
        assert {found.edge.source, found.edge.target} <= set(found.properties)


@pytest.mark.parametrize("name", [n for n in schema_names() if (s := schema(n)) and s.own])
def test_our_own_schemata_become_stock_ones(name: str) -> None:
    found = schema(name)
    assert found is not None
    assert found.down
    for down in found.down:
        target = schema(down.to)
        assert target is not None
        assert not target.own
        assert set(down.rename) <= set(found.properties)
        assert set(down.rename.values()) <= set(target.properties)


def test_a_claim_becomes_a_note_and_a_documentation() -> None:
    claim = schema("Claim")
    assert claim is not None
    note, documentation = claim.down
    assert (note.to, documentation.to) == ("Note", "Documentation")
    assert note.carries("quote") == "description"
    assert note.carries("summary") == "summary"
    assert note.carries("polarity") is None
    assert documentation.carries("subject") == "entity"


@pytest.mark.parametrize("name", table_names())
def test_every_table_of_a_schema_names_properties_that_the_schema_has(name: str) -> None:
    table = spec(name)
    if table.schema is None:
        return
    found = schema(table.schema)
    assert found is not None
    assert {c.prop for c in table.columns if c.prop} <= set(found.properties)
