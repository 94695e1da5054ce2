"""A case of an earlier form is brought up to this one when it is opened, and loses nothing."""

from collections.abc import Callable

import pytest

from cuibono.engine import DuckEngine
from cuibono.errors import CaseDamaged
from cuibono.model.finding import Finding
from cuibono.store import database, findings, upgrade
from cuibono.store.layout import FORMAT, Layout
from cuibono.store.session import open_session


def _columns(engine: DuckEngine) -> set[tuple[str, ...]]:
    """Every column of the evidence, whatever its place."""
    return set(
        engine.tuples("SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE schema_name = 'ev'")
    )


def _aged(layout: Layout, form: int) -> None:
    """Take off what came after a form."""
    with database.writer(layout) as engine:
        engine.run("ALTER TABLE ev.finding DROP COLUMN bears")
        engine.run("DROP TABLE ev.outcome")
        engine.run("DROP TABLE ev.stress")
        if form < 2:
            for table, columns in {
                "reading": ("kind", "notes"),
                "evidence": ("gen_out",),
                "record": ("seq", "judgement", "gen_in", "gen_out"),
            }.items():
                for column in columns:
                    engine.run(f"ALTER TABLE ev.{table} DROP COLUMN {column}")
            engine.run("DROP TABLE ev.unplaced")
        engine.run("UPDATE ev.meta SET value = ? WHERE key = 'format'", [form])


@pytest.mark.parametrize("form", range(1, FORMAT))
def test_it_becomes_what_a_new_case_is(layout: Layout, put_shares: Callable[..., str], form: int) -> None:
    put_shares("shares.csv", [("Arland", 0.7)])
    with open_session(layout) as session:
        evidence = session.select("supply_shares", "true", {})
        run = findings.gather(session, "a.lens", {}, ["supply_shares"], [Finding("Arland leads", ("wafer",), evidence)])
    with database.writer(layout) as engine:
        findings.keep(engine, run, "0")
        new = _columns(engine)
    _aged(layout, form)
    with open_session(layout) as session:
        (kept,) = findings.kept(session)
        assert (upgrade.format_of(session.engine), _columns(session.engine)) == (FORMAT, new)
    assert (kept.says, kept.bears, kept.count) == ("Arland leads", (), 1)


def test_a_later_form_is_refused(layout: Layout) -> None:
    with database.writer(layout) as engine:
        engine.run("UPDATE ev.meta SET value = ? WHERE key = 'format'", [FORMAT + 1])
    with pytest.raises(CaseDamaged, match="another version"), database.reader(layout):
        pass
