"""A scope may leave out sources and speakers: nothing of what they gave is seen, and the rest is as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.store import database
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.views import Scope

Put = Callable[..., str]


def _suppliers(layout: Layout, scope: Scope) -> list[str]:
    with open_session(layout, scope) as session:
        session.need("supply_shares")
        return [n for (n,) in session.engine.tuples("SELECT supplier_name FROM supply_shares ORDER BY 1")]


def test_rows_of_a_source_are_not_seen(layout: Layout, put_shares: Put) -> None:
    one = put_shares("one.csv", [("Arland", 0.7)])
    put_shares("two.csv", [("Borland", 0.3)])
    assert _suppliers(layout, Scope()) == ["Arland", "Borland"]
    assert _suppliers(layout, Scope(without=(one,))) == ["Borland"]
    assert _suppliers(layout, Scope(without=(one,), generation=1)) == []
    with open_session(layout, Scope(without=(one,))) as session:
        assert [s.name for s in session.sources()] == ["two.csv"]
        assert session.tables() == ["supply_shares", "assertions"]


def test_a_table_of_one_source_alone_has_gone_with_it(layout: Layout, put_shares: Put) -> None:
    one = put_shares("one.csv", [("Arland", 0.7)])
    with open_session(layout, Scope(without=(one,))) as session:
        assert session.tables() == []


def test_passages_of_a_source_are_not_seen(layout: Layout, put: Put) -> None:
    one = put("one.txt", ["One."])
    put("two.txt", ["Two."])
    with open_session(layout, Scope(without=(one,))) as session:
        assert session.engine.tuples("SELECT text FROM passage") == [("Two.",)]


def test_it_holds_where_rows_of_several_sources_share_a_file(layout: Layout, put_shares: Put) -> None:
    from cuibono.store.compact import compact
    from cuibono.store.staging import stage

    one = put_shares("one.csv", [("Arland", 0.7)])
    put_shares("two.csv", [("Borland", 0.3)])
    with stage(layout) as bin_, database.writer(layout) as engine, engine.transaction():
        compact(layout, engine, bin_, "supply_shares")
        bin_.sync()
        bin_.settle()
    assert _suppliers(layout, Scope(without=(one,))) == ["Borland"]


def test_rows_of_a_speaker_are_not_seen_whatever_their_source(layout: Layout, put_shares: Put) -> None:
    put_shares("one.csv", [("Arland", 0.7)])
    assert _suppliers(layout, Scope(unheard=("somebody else's",))) == ["Arland"]
    assert _suppliers(layout, Scope(unheard=("a yearbook",))) == []


@pytest.fixture
def told(case: Case, tmp_path: Path) -> Case:
    for name, claims in {
        "one.csv": "Norland,share of lamps,64,percent,Minister Vex\nNorland,share of lamps,30,percent,Minister Bo\n",
        "two.csv": "Norland,share of lamps,64,percent,Minister Vex\n",
    }.items():
        (tmp_path / name).write_text("subject,property,value,unit,asserted_by\n" + claims, "utf-8")
        case.add(tmp_path / name, as_table="claims")
    register = (
        '{"id": "acme", "schema": "Company", "properties": {"name": ["Acme Bank"]}}\n'
        '{"id": "hu", "schema": "Person", "properties": {"name": ["Hu Wen"]}}\n'
        '{"id": "d1", "schema": "Directorship", "properties": {"director": ["hu"], "organization": ["acme"]}}\n'
    )
    (tmp_path / "register.ftm.json").write_text(register, "utf-8")
    case.add(tmp_path / "register.ftm.json", outlet="A register")
    return case


def test_what_a_speaker_says_in_tables_and_statements_is_not_seen(told: Case) -> None:
    with open_session(told.layout, Scope(unheard=("Minister Vex", "A register"))) as session:
        session.need("claims")
        assert session.engine.tuples("SELECT asserted_by FROM claims") == [("Minister Bo",)]
        assert session.engine.value("SELECT count(*) FROM evidence") == 0
        assert session.engine.value("SELECT count(*) FROM statement") == 0
        assert len(session.sources()) == 3


def test_what_a_speaker_says_in_texts_is_not_seen(told: Case, tmp_path: Path) -> None:
    source = told.source("one.csv").id
    with database.writer(told.layout) as engine:
        engine.run(
            "INSERT INTO ev.reading SELECT 'rules@1', $s, 'rules', '1', true, 1, NULL, NULL, 1, NULL, 'records', NULL",
            {"s": source},
        )
        for number, (kind, data) in enumerate(
            [
                ("name", '{"name": "Oren Vex"}'),
                ("claim", '{"speaker": "r0"}'),
                ("claim", '{"speaker": null}'),
                ("tie", '{"asserted_by": "r0"}'),
                ("mention", '{"speaker": "r0"}'),
            ]
        ):
            engine.run(
                "INSERT INTO ev.record VALUES ($id, $s, 'rules@1', $kind, 0, 1, 'x', $data, 1, NULL, 1, NULL)",
                {"id": f"r{number}", "s": source, "kind": kind, "data": data},
            )
    seen = {}
    for who in ("Oren Vex", "one.csv", "nobody"):
        with open_session(told.layout, Scope(unheard=(who,))) as session:
            seen[who] = [i for (i,) in session.engine.tuples("SELECT id FROM record ORDER BY id")]
    assert seen == {
        "Oren Vex": ["r0", "r2", "r4"],
        "one.csv": ["r0", "r1", "r3", "r4"],
        "nobody": ["r0", "r1", "r2", "r3", "r4"],
    }


def test_quotes_in_a_name_are_text(layout: Layout, put_shares: Put) -> None:
    put_shares("one.csv", [("Arland", 0.7)])
    assert _suppliers(layout, Scope(unheard=("o'clock'); DROP TABLE ev.source; --",))) == ["Arland"]
