"""A lens is told again and not run where all that it read is as it was, and is run wherever anything is not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cuibono.case import Case
from cuibono.case.looking import again
from cuibono.store.layout import Layout
from cuibono.store.recall import Recall, fingerprint
from cuibono.store.session import Session, open_session
from cuibono.store.views import Scope

SHARES = "market,basis,year,supplier,share,asserted_by\n"


@pytest.fixture
def lamps(case: Case, tmp_path: Path) -> Case:
    for name, rows in {
        "lamps.csv": "lamp,production,2021,Norland,64 %,Lamp Yearbook\n",
        "steel.csv": "steel,production,2021,Arland,90 %,Steel Yearbook\n",
    }.items():
        (tmp_path / name).write_text(SHARES + rows, "utf-8")
        case.add(tmp_path / name, as_table="supply_shares")
    return case


def _asked(case: Case, recall: Recall, without: str = "", **settings: Any) -> tuple[list[str], int]:
    """What concentration says without a source, and how many queries its lens asked."""
    scope = Scope(without=(case.source(without).id,) if without else ())
    with open_session(case.layout, scope) as session:
        session.recall = recall
        found = again(session, "dependence.concentration", settings)
        return [f.says for f in found.findings], len(session.seen)


def test_it_is_told_again_where_nothing_that_it_read_went(lamps: Case) -> None:
    recall = Recall()
    whole, asked = _asked(lamps, recall, market="lamp")
    assert len(whole) == 1
    assert asked > 3
    assert _asked(lamps, recall, "steel.csv", market="lamp") == (whole, 0)


def test_it_is_run_where_a_row_that_it_read_went(lamps: Case) -> None:
    recall = Recall()
    _asked(lamps, recall, market="lamp")
    without, asked = _asked(lamps, recall, "lamps.csv", market="lamp")
    assert without == []
    assert asked > 0


def test_each_setting_is_a_run_of_its_own(lamps: Case) -> None:
    recall = Recall()
    _asked(lamps, recall, market="lamp")
    says, asked = _asked(lamps, recall, market="steel")
    assert "Arland" in says[0]
    assert asked > 3


def test_a_finding_that_rests_on_other_rows_is_made_anew(lamps: Case) -> None:
    recall = Recall()
    _asked(lamps, recall)
    says, asked = _asked(lamps, recall, "steel.csv")
    assert len(says) == 1
    assert asked > 3


class _Lens:
    """Stands for a lens that asks some queries and finds nothing."""

    def __init__(self, *queries: Callable[[Session], Any]) -> None:
        self.queries, self.runs = queries, 0

    def __call__(self, session: Session) -> Any:
        self.runs += 1
        for query in self.queries:
            query(session)
        return _Nothing()


class _Nothing:
    findings = ()
    evens = ()
    weights = ()


@pytest.fixture
def sessions(layout: Layout, put_shares: Callable[..., str]) -> Iterator[tuple[Session, Session]]:
    """One session with everything, and one without the second source."""
    put_shares("one.csv", [("Arland", 0.7)])
    other = put_shares("two.csv", [("Borland", 0.3)])
    with open_session(layout) as whole, open_session(layout, Scope(without=(other,))) as less:
        yield whole, less


def _runs(sessions: tuple[Session, Session], *queries: Callable[[Session], Any]) -> int:
    """How often a lens is run in the two sessions."""
    recall, lens = Recall(), _Lens(*queries)
    for session in sessions:
        session.recall = recall
        session.need("supply_shares")
        recall.of(session, ("a.lens", "{}"), ["supply_shares"], lambda s=session: lens(s))  # type: ignore[misc]
    return lens.runs


def test_rows_and_arrays_are_compared_by_what_they_hold(sessions: tuple[Session, Session]) -> None:
    arland = "SELECT supplier_name AS n, share_low AS x FROM supply_shares WHERE supplier_name = $n"
    assert _runs(sessions, lambda s: s.rows(arland, {"n": "Arland"})) == 1
    assert _runs(sessions, lambda s: s.rows(arland, {"n": "Borland"})) == 2
    assert _runs(sessions, lambda s: s.arrays(arland, {"n": "Arland"})) == 1
    assert _runs(sessions, lambda s: s.arrays(arland, {"n": "Borland"})) == 2


def test_steps_are_compared_by_what_they_hold(sessions: tuple[Session, Session]) -> None:
    some = "SELECT * FROM supply_shares WHERE share_low > $x"
    assert _runs(sessions, lambda s: s.step("kept", some, {"x": 0.5})) == 1
    assert _runs(sessions, lambda s: s.step("kept", some, {"x": 0.1})) == 2


def test_what_is_asked_of_steps_alone_need_not_be_asked(sessions: tuple[Session, Session]) -> None:
    steps = (
        lambda s: s.step("kept", "SELECT supplier_name AS source FROM supply_shares WHERE share_low > 0.5"),
        lambda s: s.rows("SELECT count(*) AS n, max(source) AS entity FROM kept AS k"),
    )
    assert _runs(sessions, *steps) == 1


def test_a_query_that_reads_the_case_and_a_step_is_always_asked(sessions: tuple[Session, Session]) -> None:
    steps = (
        lambda s: s.step("kept", "SELECT supplier_name AS n FROM supply_shares WHERE share_low > 0.5"),
        lambda s: s.rows('SELECT t.share_low AS x FROM kept AS k JOIN "supply_shares" AS t ON t.supplier_name = k.n'),
    )
    assert _runs(sessions, *steps) == 2
    commas = (steps[0], lambda s: s.rows("SELECT t.share_low AS x FROM kept AS k, supply_shares AS t WHERE k.n = 'x'"))
    assert _runs(sessions, *commas) == 2


def test_answers_with_other_types_have_other_fingerprints() -> None:
    assert fingerprint([{"x": 1}]) != fingerprint([{"x": "1"}])
    assert fingerprint([{"x": None}]) != fingerprint([])
