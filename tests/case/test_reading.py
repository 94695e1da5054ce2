"""Texts are read when they come in, once, wholly or not at all; a second reading only compares."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.errors import CuibonoError, UnreadableSource
from cuibono.extract import registry
from cuibono.extract.document import Document
from cuibono.extract.records import Found
from cuibono.store import database, upgrade
from cuibono.store.layout import FORMAT
from cuibono.store.session import open_session
from tests.case import by_hand


def _kinds(case: Case) -> dict[str, int]:
    return {k: len(case.records(kind=k)) for k in ("name", "claim", "tie", "event", "amount")}


def test_adding_reads_texts_and_says_what_it_found(case: Case, tmp_path: Path, hand: Callable[..., None]) -> None:
    (tmp_path / "glass.txt").write_text(by_hand.TEXT, "utf-8")
    texts = case.add(tmp_path / "glass.txt").texts
    assert texts is not None
    assert str(texts) == "1 read by hand@1: 5 names, 1 claim, 3 ties, 1 event, 1 amount"
    assert case.status().waiting == 0
    assert case.verify().ok


def test_tables_are_no_texts(full: Case, folder: Path) -> None:
    with database.reader(full.layout) as engine:
        read = {n for (n,) in engine.tuples("SELECT s.name FROM ev.reading AS r JOIN ev.source AS s ON s.id = r.source "
                                            "WHERE r.kind = 'records'")}  # fmt: skip
    assert {Path(n).name for n in read} == {"gazette.html", "note.txt"}


def test_what_is_not_read_waits(case: Case, tmp_path: Path, hand: Callable[..., None]) -> None:
    (tmp_path / "glass.txt").write_text(by_hand.TEXT, "utf-8")
    assert case.add(tmp_path / "glass.txt", read=False).texts is None
    assert (case.status().waiting, case.status().texts) == (1, 0)
    assert case.records() == []
    assert case.read().documents == 1
    assert (case.status().waiting, case.status().texts) == (0, 1)


def test_a_later_add_goes_on_with_what_waits(case: Case, tmp_path: Path, hand: Callable[..., None]) -> None:
    (tmp_path / "one.txt").write_text("Ada Brick left.", "utf-8")
    (tmp_path / "two.txt").write_text("Pia Vex came.", "utf-8")
    case.add(tmp_path / "one.txt", read=False)
    assert case.add(tmp_path / "two.txt").texts.documents == 2  # type: ignore[union-attr]


def test_reading_again_changes_nothing(read_case: Case) -> None:
    before = read_case.status().generation
    assert read_case.read().documents == 0
    assert read_case.read("glass.txt").documents == 0
    assert read_case.status().generation == before


def test_the_place_of_a_record_is_its_passage(read_case: Case) -> None:
    (claim,) = read_case.records(kind="claim")
    text = "\n\n".join(p.text for p in read_case.passages("glass.txt"))
    assert text[claim.start : claim.end] == claim.quote == "The kiln of Borland Glass has been cold since spring."
    assert claim.seq == 2


def test_who_asserts_is_the_speaker_or_the_outlet(read_case: Case) -> None:
    rows = read_case.query("SELECT quote, asserted_by FROM quotes").rows
    assert rows == (("The kiln of Borland Glass has been cold since spring.", "Ada Brick"),)
    assert read_case.query("SELECT DISTINCT asserted_by FROM ties").rows == (("The Borland Gazette",),)


def test_proposals_are_apart(read_case: Case) -> None:
    assert read_case.query("SELECT subject_name, object_name, share_low FROM ties").rows == (
        ("Gloria Works", "Borland Glass", 0.35),
    )
    found = read_case.query("SELECT kind, type, subject_name FROM proposals ORDER BY start").rows
    assert found == (("tie", "family", "Pia Vex"), ("tie", "owns_controls", "Pia Vex"))
    assert read_case.query("SELECT count(*) FROM statement WHERE schema = 'Family'").rows == ((0,),)


def test_an_ownership_that_was_read_is_a_holding(read_case: Case) -> None:
    rows = read_case.query("SELECT owner_name, asset_name, share_low, standing, asserted_by, _row FROM holdings").rows
    assert rows == (("Gloria Works", "Borland Glass", 0.35, "read", "The Borland Gazette", 2),)


def test_a_proposal_makes_no_contradiction(read_case: Case, tmp_path: Path) -> None:
    (tmp_path / "h.csv").write_text("owner,asset,share\nPia Vex,Gloria Works,10\nGloria Works,Borland Glass,35\n")
    read_case.add(tmp_path / "h.csv", as_table="holdings")
    assert list(read_case.look("claims.contradictions")) == []


def test_claims_of_texts_are_no_rows_of_the_table_claims(read_case: Case) -> None:
    assert read_case.query("SELECT count(*) FROM claims").rows == ((0,),)
    assert read_case.query("SELECT count(*) FROM statement WHERE schema = 'Claim' AND prop = 'quote'").rows == ((1,),)


def test_a_second_reading_compares_until_it_is_active(read_case: Case) -> None:
    before = _kinds(read_case)
    read_case.read("glass.txt", extractor="names", activate=False)
    assert _kinds(read_case) == before
    first, second = read_case.readings("glass.txt")
    assert (first.extractor, first.active, second.extractor, second.active) == ("hand", True, "names", False)
    told = {d.kind: (d.same, d.only_active, d.only_other) for d in second.differences}
    assert told["name"] == (5, 0, 0)
    assert told["tie"] == (0, 3, 0)
    read_case.read("glass.txt", extractor="names")
    assert _kinds(read_case) == {"name": 5, "claim": 0, "tie": 0, "event": 0, "amount": 0}
    assert read_case.query("SELECT count(*) FROM holdings").rows == ((0,),)
    assert read_case.verify().ok
    read_case.read("glass.txt", extractor="hand")
    assert _kinds(read_case) == before
    assert read_case.query("SELECT count(*) FROM holdings").rows == ((1,),)


def test_a_new_version_takes_the_place_of_the_old_and_keeps_the_ids_of_names(
    read_case: Case, hand: Callable[..., None]
) -> None:
    before = {r.data["name"]: (r.id, r.data["entity"]) for r in read_case.records(kind="name")}
    hand(version="2", way=by_hand.shifted)
    assert read_case.read().documents == 1
    (reading,) = read_case.readings("glass.txt")
    assert (reading.version, reading.active) == ("2", True)
    assert {r.data["name"]: (r.id, r.data["entity"]) for r in read_case.records(kind="name")} == before
    assert [c.quote[0] for c in read_case.records(kind="claim")] == ['"']
    assert read_case.verify().ok


def test_a_finding_is_made_again_as_of_its_time_after_the_text_was_read_anew(read_case: Case, tmp_path: Path) -> None:
    (tmp_path / "h.csv").write_text("owner,asset,share\nGloria Works,Borland Glass,80\n")
    read_case.add(tmp_path / "h.csv", as_table="holdings")
    with open_session(read_case.layout) as session:
        session.need("holdings")
        ids = {i for (i,) in session.engine.tuples("SELECT DISTINCT owner_id FROM holdings")}
    assert len(ids) == 2  # a name in a text is nobody's match before a person says so
    read_case.look("claims.contradictions")
    read_case.read("glass.txt", extractor="names")
    assert read_case.verify().faults == []


def test_a_text_that_cannot_be_read_is_told_and_waits(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(document: Document) -> Found:
        if "Brick" in document.text:
            raise UnreadableSource("It is too hard.")
        return by_hand.read(document)

    monkeypatch.setattr(registry, "default", lambda: by_hand.extractor(way=fails))
    (tmp_path / "a.txt").write_text("Ada Brick left.", "utf-8")
    (tmp_path / "b.txt").write_text("Pia Vex came.", "utf-8")
    texts = case.add([tmp_path / "a.txt", tmp_path / "b.txt"]).texts
    assert texts is not None
    assert [name for name, _ in texts.refused] == ["a.txt"]
    assert (case.status().texts, case.status().waiting) == (1, 1)


def test_what_was_read_before_a_stop_is_kept(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(document: Document) -> Found:
        if "Brick" in document.text:
            raise KeyboardInterrupt
        return by_hand.read(document)

    monkeypatch.setattr(registry, "default", lambda: by_hand.extractor(way=stops))
    (tmp_path / "a.txt").write_text("Pia Vex came.", "utf-8")
    (tmp_path / "b.txt").write_text("Ada Brick left.", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        case.add([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert (case.status().texts, case.status().waiting) == (1, 1)
    assert case.verify().ok


def test_a_text_that_was_forgotten_meanwhile_stays_out(
    read_case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgets(document: Document) -> Found:
        if "Pia Vex came" in document.text:
            open_case(read_case.layout.root).forget("a.txt")
        return by_hand.read(document)

    monkeypatch.setattr(registry, "default", lambda: by_hand.extractor(version="3", way=forgets))
    (tmp_path / "a.txt").write_text("Pia Vex came.", "utf-8")
    read_case.add(tmp_path / "a.txt")
    assert [s.name for s in read_case.sources()] == ["glass.txt"]
    assert read_case.verify().ok


def test_forgetting_takes_records_readings_and_corrections(read_case: Case) -> None:
    (claim,) = read_case.records(kind="claim")
    read_case.correct(claim.id, dismiss=True, by="me")
    read_case.forget("glass.txt")
    with database.reader(read_case.layout) as engine:
        tables = ("record", "reading", "evidence", "statement", "judgement", "unplaced")
        assert {t: engine.value(f"SELECT count(*) FROM ev.{t}") for t in tables} == dict.fromkeys(tables, 0)
    left = [p for p in read_case.layout.root.rglob("*") if p.is_file() and b"kiln of Borland" in p.read_bytes()]
    assert left == []


def test_nothing_of_a_protected_text_is_exported(read_case: Case, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text('Oren Vex said: "The ledger lies under the third stair of the mill."', "utf-8")
    read_case.add(tmp_path / "secret.txt", protect=True)
    read_case.export(tmp_path / "out.ftm.json")
    entities = [json.loads(line) for line in (tmp_path / "out.ftm.json").read_text("utf-8").splitlines()]
    assert "stair" not in json.dumps(entities)
    named = [e["properties"]["name"] for e in entities if e["schema"] == "Person"]
    assert sorted(named) == [["Ada Brick"], ["Oren Vex"], ["Pia Vex"]]


def test_ids_of_an_export_are_its_own(read_case: Case, tmp_path: Path) -> None:
    read_case.export(tmp_path / "out.ftm.json")
    written = (tmp_path / "out.ftm.json").read_text("utf-8")
    assert [r.data["entity"] for r in read_case.records(kind="name") if r.data["entity"] in written] == []


def test_a_case_of_an_earlier_version_is_brought_up(case: Case) -> None:
    with database.writer(case.layout) as engine:
        for table, columns in {"reading": ("kind", "notes"), "evidence": ("gen_out",)}.items():
            for column in columns:
                engine.run(f"ALTER TABLE ev.{table} DROP COLUMN {column}")
        for column in ("seq", "judgement", "gen_in", "gen_out"):
            engine.run(f"ALTER TABLE ev.record DROP COLUMN {column}")
        engine.run("DROP TABLE ev.unplaced")
        engine.run("ALTER TABLE ev.finding DROP COLUMN bears")
        engine.run("DROP TABLE ev.outcome")
        engine.run("DROP TABLE ev.stress")
        engine.run("UPDATE ev.meta SET value = 1 WHERE key = 'format'")
    assert case.status().waiting == 0
    with database.reader(case.layout) as engine:
        assert upgrade.format_of(engine) == FORMAT


def test_an_extractor_that_is_not_there_is_said(read_case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with pytest.raises(CuibonoError, match="There is no extractor 'spacey'"):
        read_case.read("glass.txt", extractor="spacey")


def test_what_is_told_anew_of_a_text_counts_in_what_was_read(read_case: Case, tmp_path: Path) -> None:
    (claim,) = read_case.records(kind="claim")
    read_case.correct(claim.id, set={"status": "alleged"}, by="me")
    names = {r.id for r in read_case.records(kind="name")}
    added = read_case.add(tmp_path / "glass.txt", outlet="Radio Corland")
    assert added.texts is not None
    assert added.texts.documents == 1
    assert read_case.query("SELECT DISTINCT asserted_by FROM ties").rows == (("Radio Corland",),)
    assert read_case.query("SELECT DISTINCT asserted_by FROM holdings").rows == (("Radio Corland",),)
    assert {r.id for r in read_case.records(kind="name")} == names
    assert [r.data["status"] for r in read_case.records(kind="claim")] == ["alleged"]
    read_case.undo()
    assert [r.data["status"] for r in read_case.records(kind="claim")] == ["stated"]
    (reading,) = read_case.readings("glass.txt")
    assert reading.active
    assert read_case.verify().ok
