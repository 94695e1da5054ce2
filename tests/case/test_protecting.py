"""A source is protected afterwards, and that is taken back: a judgement that exports follow."""

import zipfile
from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.errors import CuibonoError, NotAllowed


def _two(case: Case, tmp_path: Path) -> None:
    (tmp_path / "open.txt").write_text("Anna Vell runs the harbour office of Norland.", "utf-8")
    (tmp_path / "told.txt").write_text("Livia Menn saw the ledger of the harbour.", "utf-8")
    case.add([tmp_path / "open.txt", tmp_path / "told.txt"], read=False)


def test_protecting_is_a_judgement_and_undoing_it_opens_the_source_again(case: Case, tmp_path: Path) -> None:
    _two(case, tmp_path)
    made = case.protect("told.txt", by="Ida", note="she asked for it")
    assert made is not None
    assert (made.verdict, made.by, made.note) == ("protected", "Ida", "she asked for it")
    assert [s.protected for s in case.sources()] == [False, True]
    assert case.protect("told.txt", by="Ida") is None
    undone = case.undo()
    assert undone is not None
    assert undone.seq == made.seq
    assert not case.source("told.txt").protected


def test_what_is_protected_afterwards_is_in_no_export(case: Case, tmp_path: Path) -> None:
    _two(case, tmp_path)
    case.protect("told.txt", by="Ida")
    case.export(tmp_path / "report.md")
    written = (tmp_path / "report.md").read_text("utf-8")
    assert "open.txt" in written
    assert "told.txt" not in written


def test_what_was_taken_out_of_a_container_follows_it(case: Case, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as box:
        box.writestr("note.txt", "A note from the box of Norland.")
    case.add(tmp_path / "box.zip", read=False)
    case.protect("box.zip", by="Ida")
    assert all(s.protected for s in case.sources())
    with pytest.raises(NotAllowed, match=r"taken out of box\.zip, which is protected"):
        case.unprotect("box.zip/note.txt", by="Ida")
    assert case.unprotect("box.zip", by="Ida") is not None
    assert not any(s.protected for s in case.sources())


def test_undoing_an_older_decision_leaves_the_newer_one(case: Case, tmp_path: Path) -> None:
    _two(case, tmp_path)
    first = case.protect("told.txt", by="Ida")
    case.unprotect("told.txt", by="Ole")
    case.protect("told.txt", by="Ida")
    assert first is not None
    case.undo(first.seq)
    assert case.source("told.txt").protected


def test_who_decides_must_be_named(case: Case, tmp_path: Path) -> None:
    _two(case, tmp_path)
    with pytest.raises(CuibonoError, match="A judgement needs a name"):
        case.protect("told.txt", by=" ")
    assert not case.source("told.txt").protected


def test_a_forgotten_source_leaves_nothing_in_what_was_judged(case: Case, tmp_path: Path) -> None:
    _two(case, tmp_path)
    case.protect("told.txt", by="Ida", note="Livia Menn asked")
    case.forget("told.txt")
    (left,) = case.judgements()
    assert (left.target, left.note) == ("(forgotten)", "")
