"""Findings: kept, confirmed, compared, stale, fallen."""

from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.errors import CaseDamaged, CuibonoError, MissingTable, UnknownName
from cuibono.store.layout import Layout


def _concentration(case: Case) -> str:
    (found,) = [
        f for f in case.look("dependence.concentration") if "wafer" in f.about and f.measure and f.measure.low is None
    ]
    return found.id


def test_findings_open_their_passages(full: Case) -> None:
    found = full.look("dependence.concentration", threshold=0.25)
    wafer = next(f for f in found if "wafer" in f.says and "Ministry" not in f.says)
    assert wafer.measure is not None
    assert wafer.measure.value == pytest.approx(0.92**2 + 0.05**2 + 0.03**2)
    passages = full.cite(wafer.id)
    assert [(p.source.name, p.place) for p in passages] == [("shares.csv", f"row {n}") for n in (1, 2, 3)]
    assert "country: Arland" in passages[0].text


def test_contradictions_say_both_sides(full: Case) -> None:
    says = " ".join(f.says for f in full.look("claims.contradictions"))
    assert "Minister Vex" in says
    assert "a trade body" in says
    assert "Ministry of Arland" in says
    assert "A yearbook" in says
    assert "founded" not in says


def test_a_lens_without_its_table_says_what_would_help(case: Case) -> None:
    with pytest.raises(MissingTable, match="supply_shares") as caught:
        case.look("dependence.concentration")
    assert "cuibono add" in caught.value.try_


def test_judgements_need_a_name_and_can_be_undone(full: Case) -> None:
    (first, *_) = full.look("dependence.concentration")
    with pytest.raises(CuibonoError, match="needs a name"):
        full.judge(first.id, "confirmed", by=" ")
    full.judge(first.id, "confirmed", by="A. Editor", note="seen")
    kept = full.finding(first.id)
    assert (kept.verdict, kept.judged_by, kept.note) == ("confirmed", "A. Editor", "seen")
    full.look("dependence.concentration")
    assert full.finding(first.id).verdict == "confirmed"
    full.undo()
    assert full.finding(first.id).verdict is None
    assert full.judgements()[0].undone is not None
    assert full.undo() is None
    with pytest.raises(UnknownName):
        full.judge("nothing", "confirmed", by="me")


def test_newer_evidence_makes_stale_and_forgotten_makes_fall(full: Case, folder: Path) -> None:
    full.look("dependence.concentration")
    full.look("claims.contradictions")
    (folder / "later.csv").write_text(
        "market,stage,basis,year,country,share_pct\nsolar,cell,production,2021,Arland,80\n"
    )
    full.add(folder / "later.csv", as_table="supply_shares")
    assert {f.state for f in full.findings()} == {"stale"}
    full.look("dependence.concentration")
    assert {f.state for f in full.findings("dependence.concentration")} == {"fresh"}
    assert full.verify().ok
    gone = full.forget("shares.csv")
    assert gone.fell
    states = {f.id: f.state for f in full.findings()}
    assert {states[f.id] for f in gone.fell} == {"fell"}
    assert "fresh" in states.values() or "stale" in states.values()
    assert full.verify().ok


def test_runs_are_compared(full: Case, folder: Path) -> None:
    full.look("dependence.concentration")
    (folder / "later.csv").write_text(
        "market,stage,basis,year,country,share_pct\nsolar,cell,production,2021,Arland,80\n"
    )
    full.add(folder / "later.csv", as_table="supply_shares")
    full.look("dependence.concentration")
    (compared,) = full.compare()
    assert len(compared.new) == 1
    assert (compared.gone, compared.changed) == ((), ())


def test_a_finding_that_was_tampered_with_is_found(full: Case) -> None:
    from cuibono.store import database

    full.look("dependence.concentration")
    assert full.verify().ok
    with database.writer(full.layout) as engine:
        engine.run("UPDATE ev.finding SET says = replace(says, '9', '8') WHERE ord = 1")
    assert [f.kind for f in full.verify().faults] == ["finding"]


def test_another_edition_of_a_lens_is_noted_not_blamed(full: Case) -> None:
    from cuibono.store import database

    full.look("dependence.concentration")
    with database.writer(full.layout) as engine:
        engine.run("UPDATE ev.finding SET caveats = '[]'")
    assert {f.kind for f in full.verify().faults} == {"finding"}
    with database.writer(full.layout) as engine:
        engine.run("UPDATE ev.run SET program = 'an older one'")
    seen = full.verify()
    assert seen.ok
    assert any("another edition" in n for n in seen.notes)


def test_what_an_older_run_said_of_a_forgotten_source_is_gone_too(full: Case) -> None:
    from cuibono.store import database

    (first, *_) = [f for f in full.look("dependence.concentration", threshold=0.25) if "A yearbook" in f.says]
    full.judge(first.id, "confirmed", by="me")
    with database.writer(full.layout) as engine:  # the newest run has it no more, the older one still tells it
        engine.run(
            "INSERT INTO ev.run SELECT max(id) + 1, any_value(lens), any_value(settings), any_value(tables), "
            "9, 0, any_value(made_at), '[]', '[]', '' FROM ev.run"
        )
    full.forget("shares.csv")
    with database.reader(full.layout) as engine:
        told = engine.tuples(
            "SELECT says, about, first_keys FROM ev.finding UNION ALL SELECT anchor, target, '' FROM ev.judgement"
        )
    assert "yearbook" not in str(told)
    assert full.verify().ok


def test_a_folder_that_cannot_be_written_to_is_asked_all_the_same(full: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Layout, "writable", lambda self: False)
    found = full.look("dependence.concentration")
    assert (len(found) > 0, found.kept) == (True, False)
    assert full.findings() == []


def test_a_damaged_table_is_told_and_verify_goes_on(full: Case) -> None:
    full.look("dependence.concentration")
    for path in full.layout.tables.rglob("*.parquet"):
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[:-100] + bytes(100))
    seen = full.verify()
    assert {f.kind for f in seen.faults} == {"table", "finding"}
    for ask in (full.look, full.query):
        with pytest.raises(CuibonoError, match=r"cannot be read any more|No magic bytes"):
            ask("dependence.concentration" if ask == full.look else "select * from supply_shares")


def test_a_database_cut_short_is_told(full: Case) -> None:
    content = full.layout.database.read_bytes()
    full.layout.database.write_bytes(content[: len(content) // 2])
    with pytest.raises(CaseDamaged):
        full.verify()


def test_dates_in_a_table_of_claims_are_compared_as_dates(case: Case, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(
        "subject,property,value,when,unit,asserted_by\n"
        "Gloria Works,founded,5 March 1966,,,Ann\n"
        "Gloria Works,founded,1966,,,Bob\n"
        "Gloria Works,founded,1970-Q1,,,Cid\n"
        "Gloria Works,founded,1990,,year,Dan\n"
        "Gloria Works,workers,2000,,,Ann\n"
        "Gloria Works,workers,2100,,,Bob\n"
    )
    case.add(tmp_path / "claims.csv", as_table="claims")
    founded, workers = sorted(case.look("claims.contradictions"), key=lambda f: f.about[1])
    assert founded.says == (
        "Founded of Gloria Works: 1966 (Bob), 5 March 1966 (Ann) against 1970-Q1 (Cid) against 1990 (Dan)"
    )
    assert workers.says == "Workers of Gloria Works: 2000 (Ann) against 2100 (Bob)"
