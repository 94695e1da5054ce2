"""Tables at hand hold what the views say; a large case is asked where it lies."""

from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.store import tables_at_hand
from cuibono.store.session import open_session
from cuibono.store.views import Scope, all_tables


@pytest.fixture
def mixed(case: Case, tmp_path: Path) -> Case:
    (tmp_path / "s.csv").write_text(
        "market,basis,year,supplier,share,asserted_by\nlamp,production,2021,Norland,64 %,A yearbook\n", "utf-8"
    )
    case.add(tmp_path / "s.csv", as_table="supply_shares")
    (tmp_path / "r.ftm.json").write_text(
        '{"id": "acme", "schema": "Company", "properties": {"name": ["Acme"]}}\n'
        '{"id": "hu", "schema": "Person", "properties": {"name": ["Hu Wen"]}}\n'
        '{"id": "o1", "schema": "Ownership", "properties": {"owner": ["hu"], "asset": ["acme"], '
        '"percentage": ["35"]}}\n',
        "utf-8",
    )
    case.add(tmp_path / "r.ftm.json", outlet="A register")
    return case


def test_they_hold_the_same(mixed: Case) -> None:
    source = mixed.source("s.csv").id
    for scope in (
        Scope(),
        Scope(generation=1),
        Scope(public=True),
        Scope(without=(source,)),
        Scope(unheard=("A register",)),
    ):
        with open_session(mixed.layout, scope) as views, open_session(mixed.layout, scope, at_hand=True) as tables:
            views.need_all()
            tables.need_all()
            assert views.tables() == tables.tables()
            for name in (*all_tables(), "source", "statement", "evidence", "entity", "record", "passage"):
                sql = f'SELECT * FROM "{name}" ORDER BY ALL'
                assert tables.engine.tuples(sql) == views.engine.tuples(sql), (name, scope)


def test_a_large_case_is_asked_where_it_lies(mixed: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = "SELECT table_type FROM information_schema.tables WHERE table_name = 'supply_shares'"
    with open_session(mixed.layout, at_hand=True) as session:
        session.need("supply_shares")
        assert session.engine.tuples(kinds) == [("LOCAL TEMPORARY",)]
    monkeypatch.setattr(tables_at_hand, "MOST", 1)
    with open_session(mixed.layout, at_hand=True) as session:
        session.need("supply_shares")
        assert session.engine.tuples(kinds) == [("VIEW",)]
