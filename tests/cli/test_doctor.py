"""The doctor speaks whatever is broken, and only what cuibono cannot do without makes it fail."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cuibono.case import Case
from cuibono.cli import cuibono, health
from cuibono.cli.health import Check
from cuibono.extract import models
from cuibono.readers import ocr, registry
from cuibono.store import search
from cuibono.store.layout import FORMAT, Layout


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cuibono, list(arguments), obj={})


def named(checks: list[Check], name: str) -> Check:
    return next(c for c in checks if c.name == name)


def test_this_machine_is_well(tmp_path: Path) -> None:
    checks = health.examine(None, tmp_path)
    assert [c for c in checks if c.state == "wrong"] == []
    assert {"Python", "DuckDB", "search", "languages", "readers", "lenses", "OCR", "disk"} <= {c.name for c in checks}


def test_without_a_case_it_says_how_to_name_one(tmp_path: Path) -> None:
    check = named(health.examine(None, tmp_path), "case")
    assert (check.state, check.try_) == ("note", "cuibono -C FOLDER doctor")


def test_missing_ocr_is_a_note_and_not_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: None)
    checks = health.examine(None, tmp_path)
    assert named(checks, "OCR") == Check("OCR", "note", "none: pictures and scanned pages stay unread", ocr.INSTALL)
    assert health.healthy(checks)


def test_a_missing_language_model_is_a_note_and_not_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find", lambda: None)
    checks = health.examine(None, tmp_path)
    check = named(checks, "reading")
    assert (check.state, check.try_) == ("note", models.INSTALL)
    assert health.healthy(checks)


def test_it_notices_that_chinese_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "tokens", lambda text: text)
    assert named(health.examine(None, tmp_path), "search").state == "wrong"


def test_a_broken_plugin_is_named_and_the_rest_is_still_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError("plug-in 'runes' cannot be loaded")

    monkeypatch.setattr(registry, "readers", broken)
    checks = health.examine(None, tmp_path)
    assert named(checks, "readers").says == "RuntimeError: plug-in 'runes' cannot be loaded"
    assert named(checks, "disk").state == "ok"
    assert not health.healthy(checks)


def test_a_case_in_order_passes(case: Case, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Northland makes filaments.", "utf-8")
    case.add(tmp_path / "note.txt", read=False)
    checks = health.examine(case.layout, tmp_path)
    assert named(checks, "case").says == f"opens; format {FORMAT}, generation 1"
    assert named(checks, "sources").says.startswith("1, each of the size it came with")


def test_a_source_of_another_size_is_wrong(case: Case, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Northland makes filaments.", "utf-8")
    kept = case.layout.source_file(case.add(tmp_path / "note.txt").sources[0].id)
    kept.chmod(0o644)
    kept.write_bytes(b"shorter")
    check = named(health.examine(case.layout, tmp_path), "sources")
    assert (check.state, check.says) == ("wrong", "1 of 1 sources are missing or have another size")


def test_a_case_whose_database_is_gone_is_wrong(case: Case, tmp_path: Path) -> None:
    case.layout.database.unlink()
    check = named(health.examine(case.layout, tmp_path), "case")
    assert check.state == "wrong"
    assert "evidence.duckdb" in check.says


def test_a_read_only_case_is_a_note(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Layout, "writable", lambda self: False)
    assert named(health.examine(case.layout, tmp_path), "write access").state == "note"


def test_a_folder_that_is_no_case_fails_with_advice(tmp_path: Path) -> None:
    told = run("-C", str(tmp_path), "doctor")
    assert told.exit_code == 1
    assert f"Try: cuibono new {tmp_path}" in told.output


def test_each_line_says_mark_name_and_state(case: Case) -> None:
    told = run("-C", str(case.layout.root), "doctor")
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert lines[0].startswith("ok    Python           3.")
    assert lines[-1] == "All is well."


def test_json_says_the_same(case: Case) -> None:
    told = json.loads(run("-C", str(case.layout.root), "doctor", "--json").output)
    assert told["ok"] is True
    assert [c["name"] for c in told["checks"]][:2] == ["Python", "DuckDB"]
    assert set(told["checks"][0]) == {"name", "state", "says", "try"}
