"""One way to write a file: chosen by suffix, checked when finished, put in place at once."""

import errno
from pathlib import Path

import pytest

from cuibono.errors import CuibonoError, DiskFull, ProtectedLeak, UnknownName
from cuibono.reports import formats, html
from cuibono.reports.contract import PublicCase
from cuibono.store.leaks import Secrets, refuse

from .invented import QUOTES, sample


def fine(path: Path) -> None:
    assert path.exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.html", b"<!doctype html>"),
        ("REPORT.HTM", b"<!doctype html>"),
        ("report.md", b"# Who could"),
        ("findings.csv", b'\xef\xbb\xbf"id"'),
        ("all.csv.zip", b"PK"),
        ("all.zip", b"PK"),
        ("findings.parquet", b"PAR1"),
        ("all.parquet.zip", b"PK"),
        ("case.ftm.json", b'{"id": "c-1"'),
        ("case.jsonl", b'{"id": "c-1"'),
        ("ties.graphml", b"<?xml"),
    ],
)
def test_the_suffix_says_which_kind(name: str, begins: bytes, tmp_path: Path) -> None:
    written = formats.write(sample(), tmp_path / name, check=fine)

    assert written.path == tmp_path / name
    assert written.path.read_bytes().startswith(begins)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_named_format_wins_over_the_suffix(tmp_path: Path) -> None:
    written = formats.write(sample(), tmp_path / "report.txt", format="md", check=fine)

    assert written.path.read_text().startswith("# Who could")


def test_an_unknown_suffix_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as caught:
        formats.write(sample(), tmp_path / "report.docx", check=fine)

    assert ".html, .htm, .md" in caught.value.try_
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_names_its_neighbours(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="did you mean graphml"):
        formats.write(sample(), tmp_path / "x", format="graphm", check=fine)


def test_notes_come_back(tmp_path: Path) -> None:
    assert "1 entity: Claim became Note" in formats.write(sample(), tmp_path / "a.jsonl", check=fine).notes


def test_a_leak_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("the old one")
    secrets = Secrets.of(["Marta Lindqvist"], [QUOTES[0].text], [])

    with pytest.raises(ProtectedLeak) as caught:
        formats.write(sample(), path, check=lambda written: refuse(written, secrets))

    assert path.read_text() == "the old one"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    assert "an identifier (M… L…) in report.html, line" in str(caught.value)
    assert "Lindqvist" not in str(caught.value)


@pytest.mark.parametrize("form", ["html", "md", "csv", "csv.zip", "parquet", "parquet.zip", "ftm", "graphml"])
def test_the_leak_check_sees_into_every_format(form: str, tmp_path: Path) -> None:
    secrets = Secrets.of(["Nordlicht AG", "China holds 96% of wafer capacity", "硅片产能去年再创新高"], [], [])
    with pytest.raises(ProtectedLeak):
        formats.write(sample(), tmp_path / "out", format=form, check=lambda written: refuse(written, secrets))


@pytest.mark.parametrize("form", ["html", "md", "csv", "csv.zip", "parquet", "parquet.zip", "ftm", "graphml"])
def test_what_reports_say_in_their_own_voice_is_no_leak(form: str, tmp_path: Path) -> None:
    own = ["report", "Method", "Evidence", "What this does not say", "findings", "meaning", "who", "index", "passages"]
    secrets = Secrets.of([*own, "Ottilie Vass"], [], formats.own_words())

    assert formats.write(sample(), tmp_path / "out", format=form, check=lambda w: refuse(w, secrets)).path.exists()


def test_the_check_is_not_optional(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        formats.write(sample(), tmp_path / "report.html")  # type: ignore[call-arg]


def test_a_writer_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(public: PublicCase, path: Path) -> tuple[str, ...]:
        path.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(html, "write", full)
    with pytest.raises(DiskFull, match="No room is left"):
        formats.write(sample(), tmp_path / "report.html", check=fine)

    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CuibonoError) as caught:
        formats.write(sample(), tmp_path / "no" / "report.html", check=fine)

    assert caught.value.try_ == "make the folder first"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()

    with pytest.raises(CuibonoError) as caught:
        formats.write(sample(), tmp_path / "report.html", check=fine)

    assert caught.value.try_ == "choose another name: this one is a folder"


def test_the_file_has_the_permissions_of_the_users_other_files(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("")
    written = formats.write(sample(), tmp_path / "report.md", check=fine)

    assert written.path.stat().st_mode == other.stat().st_mode
