"""Outcomes of the docket are kept, go stale, fall, are verified, and are found again by the id of their claim."""

from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.case.docket import docket
from cuibono.errors import UnknownName
from cuibono.model.docket import DocketRow
from cuibono.store import database

CLAIMS = """subject,property,value,unit,when,asserted_by
Norland,share of lamp production,64,percent,2021,Minister Vex
Arland,share of lamp production,90,percent,2021,Minister Vex
"""
SHARES = "market,basis,year,supplier,share,asserted_by\nlamp,production,2021,Norland,64 %,Lamp Yearbook\n"
MORE = "market,basis,year,supplier,share,asserted_by\nlamp,production,2021,Arland,36 %,Lamp Yearbook\n"


@pytest.fixture
def add(case: Case, tmp_path: Path):  # type: ignore[no-untyped-def]
    def put(name: str, text: str, table: str) -> None:
        (tmp_path / name).write_text(text, "utf-8")
        case.add(tmp_path / name, as_table=table)

    put("claims.csv", CLAIMS, "claims")
    put("shares.csv", SHARES, "supply_shares")
    return put


def _by_subject(rows: list[DocketRow]) -> dict[str, DocketRow]:
    return {r.claim.subject.name: r for r in rows if r.claim.subject}


def test_what_a_run_came_to_is_told_without_running(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    before = _by_subject(case.docket(run=False))
    assert {n: r.outcome for n, r in before.items()} == {"Norland": None, "Arland": None}
    assert before["Norland"].route.tables == ("supply_shares",)
    ran = _by_subject(case.docket(run=True))
    kept = _by_subject(case.docket(run=False))
    assert {n: r.outcome for n, r in kept.items()} == {"Norland": "supported", "Arland": "no data"}
    assert [r.tested for r in kept.values()] == [r.tested for r in ran.values()]
    assert {r.state for r in kept.values()} == {"fresh"}
    assert kept["Norland"].kept is not None
    assert kept["Norland"].generation == 2


def test_newer_rows_make_an_outcome_stale_and_a_new_run_fresh(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    case.docket(run=True)
    add("more.csv", MORE, "supply_shares")
    kept = _by_subject(case.docket(run=False))
    assert {n: (r.outcome, r.state) for n, r in kept.items()} == {
        "Norland": ("supported", "stale"),
        "Arland": ("no data", "stale"),
    }
    assert case.verify().ok
    assert "2 outcomes of the docket are stale" in case.verify().notes
    case.docket(run=True)
    kept = _by_subject(case.docket(run=False))
    assert {n: (r.outcome, r.state) for n, r in kept.items()} == {
        "Norland": ("supported", "fresh"),
        "Arland": ("contradicted", "fresh"),
    }


def test_claims_of_something_else_leave_it_fresh(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    case.docket(run=True)
    add("more_claims.csv", CLAIMS.replace("lamp", "wafer"), "claims")
    assert {r.state for r in case.docket(run=False) if r.tested} == {"fresh"}


def test_somebody_else_who_says_the_same_makes_it_stale_and_leaves_its_id(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    before = _by_subject(case.docket(run=True))["Norland"]
    add("again.csv", CLAIMS.replace("Minister Vex", "Minister Wend"), "claims")
    after = _by_subject(case.docket(run=False))["Norland"]
    assert (after.id, after.state, len(after.claims)) == (before.id, "stale", 2)


def test_what_rested_on_a_forgotten_source_falls_and_says_nothing(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    add("more.csv", MORE, "supply_shares")
    case.docket(run=True)
    case.forget("more.csv")
    kept = _by_subject(case.docket(run=False))
    assert (kept["Arland"].state, kept["Arland"].outcome) == ("fell", "no data")
    assert kept["Arland"].tested is not None
    assert "36" not in str(kept["Arland"].tested)
    assert (kept["Norland"].state, kept["Norland"].outcome) == ("stale", "supported")
    seen = case.verify()
    assert seen.ok
    assert "1 outcome of the docket fell" in seen.notes


def test_what_a_forgotten_source_claimed_is_gone(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    case.docket(run=True)
    case.forget("claims.csv")
    assert case.docket(run=False) == []
    with database.reader(case.layout) as engine:
        assert engine.value("SELECT count(*) FROM ev.outcome") == 0


def test_verify_makes_outcomes_again_as_of_their_time(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    case.docket(run=True)
    add("more.csv", MORE, "supply_shares")
    seen = case.verify()
    assert (seen.outcomes, seen.faults) == (2, [])
    with database.writer(case.layout) as engine:
        engine.run("UPDATE ev.outcome SET tested = replace(tested, 'supported', 'contradicted')")
    (fault,) = case.verify().faults
    assert fault.kind == "outcome"
    assert "its outcome should be: supported; it is kept as: contradicted" in fault.says


def test_outcomes_of_other_code_are_a_note_and_no_fault(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    case.docket(run=True)
    with database.writer(case.layout) as engine:
        engine.run("UPDATE ev.outcome SET tested = replace(tested, 'supported', 'contradicted'), program = '0.0+old'")
    seen = case.verify()
    assert seen.ok
    assert any("another edition" in note for note in seen.notes)


def test_a_case_that_cannot_be_written_is_tested_and_keeps_nothing(case: Case, add, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    with monkeypatch.context() as patch:
        patch.setattr(type(case.layout), "writable", lambda self: False)
        assert _by_subject(case.docket(run=True))["Norland"].outcome == "supported"
    assert {r.outcome for r in case.docket(run=False)} == {None}


def test_a_row_is_found_by_the_beginning_of_its_id(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    row = _by_subject(case.docket(run=True))["Norland"]
    line = case.claim(row.id[:6])
    assert (line.row.id, line.row.outcome) == (row.id, "supported")
    assert [p.source.name for p in line.said_in] == ["claims.csv"]
    assert [(p.source.name, p.seq) for p in line.rests_on] == [("shares.csv", 1)]
    assert [(p.source.name, p.seq) for p in case.cite(row.id)] == [("shares.csv", 1)]
    with pytest.raises(UnknownName, match="claim"):
        case.claim("zz")
    with pytest.raises(UnknownName, match="finding"):
        case.cite("zz")


def test_ids_are_those_of_the_claim_and_not_of_its_place(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    before = {r.id for r in case.docket(run=False)}
    add("aaa.csv", CLAIMS.replace("64", "12").replace("90", "13"), "claims")
    after = {r.id for r in case.docket(run=False)}
    assert len(after) == 4
    assert before < after


def test_one_claim_tested_alone_leaves_the_others_as_they_are(case: Case, add) -> None:  # type: ignore[no-untyped-def]
    before = _by_subject(case.docket(run=False))
    alone = docket.test(case.layout, before["Norland"].id)
    assert alone.outcome == "supported"
    kept = _by_subject(case.docket(run=False))
    assert {n: r.outcome for n, r in kept.items()} == {"Norland": "supported", "Arland": None}
    case.docket(run=True)
    add("more.csv", MORE, "supply_shares")
    assert docket.test(case.layout, before["Arland"].id).outcome == "contradicted"
    kept = _by_subject(case.docket(run=False))
    assert {n: (r.outcome, r.state) for n, r in kept.items()} == {
        "Norland": ("supported", "stale"),
        "Arland": ("contradicted", "fresh"),
    }
    verified = case.verify()
    assert verified.ok
    assert verified.outcomes == 2
