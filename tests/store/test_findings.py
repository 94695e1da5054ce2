"""Findings are kept with what they saw, and keep their id from run to run."""

from collections.abc import Callable

import pytest

from cuibono.errors import NoEvidence
from cuibono.model.bearing import Bearing
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.store import database, findings, judgements
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session


def _found(session: Session, condition: str = "true", value: float = 0.5) -> Finding:
    return Finding(
        says="Arland leads",
        about=("wafer",),
        evidence=session.select("supply_shares", condition, {}),
        measure=Measure("Herfindahl index", value, low=0.4, high=0.6, meaning="how few hold how much"),
        caveats=("countries are not firms",),
        figure=Figure("Shares", "%", (Bar("Arland", 70.0, note="x"),)),
        bears=(Bearing("share", "supported", ("Arland",), ("wafer",), 0.65, None, "share", "2021"),),
    )


def _keep(layout: Layout, *items: Callable[[Session], Finding | Notice]) -> int:
    with open_session(layout) as session:
        run = findings.gather(
            session, "dependence.test", {"threshold": 0.25}, ["supply_shares"], [make(session) for make in items]
        )
    with database.writer(layout) as engine:
        return findings.keep(engine, run, "0")


def test_a_kept_finding_is_the_finding(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3)])
    assert _keep(layout, _found, lambda s: Notice("no answer", "too little", "more years")) == 1
    with open_session(layout) as session:
        (kept,) = findings.kept(session)
        made = _found(session)
    assert (kept.says, kept.about, kept.measure, kept.caveats, kept.figure, kept.bears) == (
        made.says,
        made.about,
        made.measure,
        made.caveats,
        made.figure,
        made.bears,
    )
    assert (kept.lens, kept.settings, kept.count, kept.state, kept.generation) == (
        "dependence.test",
        {"threshold": 0.25},
        2,
        "fresh",
        1,
    )
    assert [p.place for p in kept.evidence.first(5)] == ["row 1", "row 2"]


def test_the_id_stays_and_the_newest_run_counts(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7)])
    _keep(layout, _found)
    _keep(layout, lambda s: _found(s, value=0.6))
    with open_session(layout) as session:
        (kept,) = findings.kept(session)
        (before,) = findings.kept(session, run=1)
    assert kept.id == before.id
    assert kept.measure is not None
    assert kept.measure.value == 0.6


def test_two_findings_about_the_same_are_told_apart(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7)])
    _keep(layout, _found, _found)
    with open_session(layout) as session:
        first, second = findings.kept(session)
    assert second.id == f"{first.id}-2"


def test_no_finding_without_evidence(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7)])
    with pytest.raises(NoEvidence, match="empty"):
        _keep(layout, lambda s: _found(s, "share_low > 5"))
    with pytest.raises(NoEvidence):
        Finding("says", ("x",), None)  # type: ignore[arg-type]


def test_only_tables_that_it_read_make_a_finding_stale(
    layout: Layout, put: Callable[..., str], put_shares: Callable[..., str]
) -> None:
    put_shares("shares.csv", [("Arland", 0.7)])
    _keep(layout, _found)
    put("note.txt", ["no table"])
    with open_session(layout) as session:
        assert [f.state for f in findings.kept(session)] == ["fresh"]
    put_shares("more.csv", [("Borland", 0.3)])
    with open_session(layout) as session:
        assert [f.state for f in findings.kept(session)] == ["stale"]


def test_judgements_are_kept_and_taken_back_in_order(layout: Layout) -> None:
    with database.writer(layout) as engine:
        first = judgements.judge(engine, "f1", "confirmed", by=" A. Editor ", note="seen")
        second = judgements.judge(engine, "f1", "dismissed", by="B. Editor")
        assert (first.seq, second.seq, first.by) == (1, 2, "A. Editor")
        taken = judgements.undo(engine)
        assert taken is not None
        assert (taken.seq, taken.verdict) == (2, "dismissed")
        assert [j.undone is None for j in judgements.standing(engine, target="f1")] == [True, False]
