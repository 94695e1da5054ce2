"""Statements: ids as FollowTheMoney makes them, evidence n:1, dates and numbers read."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cuibono.engine import DuckEngine
from cuibono.store import database, statements
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.verify import verify_evidence

ROWS = [
    (1, "zz-1", "Company", "name", "Gloria Works"),
    (1, "zz-1", "Company", "incorporationDate", "1990-05-03"),
    (2, "zz-1", "Company", "name", "Gloria Works"),
    (2, "zz-1", "Company", "incorporationDate", "spring 1991"),
    (3, "zz-3", "Ownership", "owner", "zz-2"),
    (3, "zz-3", "Ownership", "asset", "zz-1"),
    (3, "zz-3", "Ownership", "percentage", "at least 25"),
    (4, "zz-2", "Person", "name", "Pia Vex"),
]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    listed = ", ".join(f"({n}::BIGINT, '{e}', '{s}', '{p}', '{v}', NULL::VARCHAR)" for n, e, s, p, v in ROWS)
    with DuckEngine() as engine:
        engine.run(
            f"COPY (SELECT * FROM (VALUES {listed}) AS t(_row, entity_id, schema, prop, value, lang)) "
            f"TO '{tmp_path}/raw.parquet' (FORMAT parquet)"
        )
    return tmp_path / "raw.parquet"


@pytest.fixture
def loaded(layout: Layout, put: Callable[..., str], raw: Path) -> str:
    sha = put("firms.txt", ["one", "two", "three", "four"])
    _insert(layout, raw, sha)
    return sha


def _insert(layout: Layout, raw: Path, sha: str) -> None:
    with database.writer(layout) as engine, engine.transaction():
        at = database.raise_generation(engine)
        statements.insert(engine, raw, source=sha, dataset="case", asserted_by="a register", generation=at)


def test_ids_are_those_of_followthemoney(layout: Layout, loaded: str) -> None:
    with open_session(layout) as session:
        found = session.engine.value("SELECT id FROM statement WHERE entity_id = 'zz-2'")
    assert found == hashlib.sha1(b"case.zz-2.name.Pia Vex").hexdigest()


def test_two_places_that_say_the_same_are_one_statement(layout: Layout, loaded: str) -> None:
    with open_session(layout) as session:
        said = session.said_of("zz-1")
    names = [(r["value"], r["seq"], r["asserted_by"]) for r in said if r["prop"] == "name"]
    assert names == [("Gloria Works", 1, "a register"), ("Gloria Works", 2, "a register")]
    assert len({(r["prop"], r["value"]) for r in said}) == 3


def test_the_same_statements_again_add_evidence_only(
    layout: Layout, put: Callable[..., str], raw: Path, loaded: str
) -> None:
    other = put("copy.txt", ["a", "b", "c", "d"])
    _insert(layout, raw, other)
    with open_session(layout) as session:
        assert session.engine.value("SELECT count(*) FROM statement") == 7
        assert session.engine.value("SELECT count(*) FROM evidence") == 16
    assert verify_evidence(layout).ok


def test_the_same_source_twice_adds_nothing(layout: Layout, raw: Path, loaded: str) -> None:
    _insert(layout, raw, loaded)  # as when two writers bring the same file
    with open_session(layout) as session:
        assert session.engine.value("SELECT count(*) FROM evidence") == 8


def test_dates_and_numbers_are_read_as_they_are_worded(layout: Layout, loaded: str) -> None:
    with open_session(layout) as session:
        dates = session.engine.tuples(
            "SELECT earliest, latest FROM statement WHERE prop = 'incorporationDate' ORDER BY 1"
        )
        share = session.engine.tuples("SELECT low, high FROM statement WHERE prop = 'percentage'")
    assert dates == [(date(1990, 5, 3), date(1990, 5, 3)), (date(1991, 3, 1), date(1991, 5, 31))]
    assert share == [(25.0, None)]


def test_edge_statements_are_rows_of_their_table(layout: Layout, loaded: str) -> None:
    with open_session(layout) as session:
        session.need("holdings")
        rows = session.engine.tuples(
            "SELECT owner_id, owner_name, asset_name, share_low, share_high, _source, _row, standing FROM holdings"
        )
        assert {"holdings", "assertions"} <= set(session.tables())
    assert rows == [("zz-2", "Pia Vex", "Gloria Works", 0.25, None, loaded, 3, "recorded")]


def test_entities_that_differ_in_a_date_are_asserted_side_by_side(layout: Layout, loaded: str) -> None:
    with open_session(layout) as session:
        session.need("assertions")
        rows = session.engine.tuples(
            "SELECT about_name, value, kind, _row FROM assertions WHERE property = 'incorporationDate' ORDER BY _row"
        )
    assert rows == [("Gloria Works", "1990-05-03", "date", 1), ("Gloria Works", "spring 1991", "date", 2)]


def test_a_changed_value_is_found(layout: Layout, loaded: str) -> None:
    with database.writer(layout) as engine:
        engine.run("UPDATE ev.statement SET value = 'Gloria Mills' WHERE prop = 'name' AND entity_id = 'zz-1'")
    assert [f.kind for f in verify_evidence(layout).faults] == ["statement"]
