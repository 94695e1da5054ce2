"""Kept outcomes and kept stress: written whole, told back, never written when a source was forgotten meanwhile."""

from collections.abc import Callable

import pytest

from cuibono.errors import CuibonoError
from cuibono.model.docket import Tested as Came
from cuibono.model.stress import Change, Stressed, Unit
from cuibono.store import database, forget, outcomes, stresses
from cuibono.store.layout import Layout
from cuibono.store.outcomes import Kept
from cuibono.store.staleness import EVERYTHING, STATEMENTS, is_stale

TOLD = Kept("c1", Came("supported", "a rule", "64 %", ("A yearbook",), (("s1", 1),)), (("t1", 2),), "x", ("holdings",))
FOUND = Stressed(
    "f1", "finding", kinds=("source",), units=3, again=2,
    changes=(Change("f1", Unit("source", "one.csv", ("s1",)), "falls", "it is not found"),),
)  # fmt: skip


def test_an_outcome_comes_back_as_it_was(layout: Layout) -> None:
    with database.writer(layout) as engine:
        outcomes.keep(engine, [TOLD], 0, "1.0")
        (kept,) = outcomes.kept(engine).values()
    assert (kept.tested, kept.claims, kept.asked, kept.tables) == (TOLD.tested, TOLD.claims, TOLD.asked, TOLD.tables)
    assert (kept.generation, kept.judgement, kept.program, kept.fell) == (0, 0, "1.0", False)
    assert kept.made is not None


def test_a_run_takes_the_place_of_the_last(layout: Layout) -> None:
    with database.writer(layout) as engine:
        outcomes.keep(engine, [TOLD], 0, "1.0")
        outcomes.keep(engine, [], 0, "1.0")
        assert outcomes.kept(engine) == {}


def test_stress_comes_back_as_it_was(layout: Layout) -> None:
    with database.writer(layout) as engine:
        for public in (True, False):
            stresses.keep(
                engine, [FOUND], {"f1": ["holdings"]}, kinds=("source",), public=public, generation=0, program="1"
            )
        (kept,) = stresses.kept(engine, public=True)
    assert (kept.target, kept.kind, kept.kinds, kept.units, kept.again) == ("f1", "finding", ("source",), 3, 2)
    assert (kept.changes, kept.state) == (FOUND.changes, "fresh")


def test_a_finding_that_stands_is_kept_too_and_an_empty_run_leaves_nothing(layout: Layout) -> None:
    stands = Stressed("f2", "finding", kinds=("source",), units=3)
    with database.writer(layout) as engine:
        told = {"kinds": ("source",), "public": False, "generation": 0, "program": "1"}
        stresses.keep(engine, [stands], {}, **told)  # type: ignore[arg-type]
        assert [s.effect for s in stresses.kept(engine, public=False)] == [None]
        stresses.keep(engine, [], {}, **told)  # type: ignore[arg-type]
        assert stresses.kept(engine, public=False) == []


def test_nothing_is_kept_of_what_was_computed_before_something_was_forgotten(
    layout: Layout, put: Callable[..., str]
) -> None:
    source = put("a.txt", ["One."])
    forget.forget(layout, [source])
    with database.writer(layout) as engine:
        with pytest.raises(CuibonoError, match="forgotten"):
            outcomes.keep(engine, [TOLD], 1, "1.0")
        with pytest.raises(CuibonoError, match="forgotten"):
            stresses.keep(engine, [FOUND], {}, kinds=("source",), public=False, generation=1, program="1")
        assert outcomes.kept(engine) == {}
        assert stresses.kept(engine, public=False) == []


def test_what_makes_stale() -> None:
    changed = {"holdings": 4, "statement:Ownership": 6, "posts": 9}
    assert is_stale(["holdings"], 3, changed)
    assert is_stale(["holdings"], 5, changed)
    assert not is_stale(["holdings"], 6, changed)
    assert not is_stale(["supply_shares"], 0, changed)
    assert is_stale([STATEMENTS], 5, changed)
    assert not is_stale([STATEMENTS], 6, changed)
    assert is_stale([EVERYTHING], 8, changed)
    assert not is_stale([], 0, changed)
