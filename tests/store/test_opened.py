"""Files become text, whatever their encoding; stretches overlap and count their lines."""

from pathlib import Path

import pytest

from cuibono.store.opened import Opener, Sealed, Text, encodings


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"plain", ("utf-8",)),
        ("ä".encode(), ("utf-8",)),
        ("ä".encode("utf-8-sig"), ("utf-8-sig",)),
        ("ä".encode("utf-16"), ("utf-16",)),
        ("ä".encode("utf-32"), ("utf-32",)),
        ("hello".encode("utf-16-le"), ("utf-8", "utf-16-le", "utf-16-be")),
        ("ä".encode("latin-1"), ("cp1252", "utf-16-le", "utf-16-be")),
        (b"\x00\xff\xd8", ()),
        (b"", ("utf-8",)),
    ],
)
def test_encodings(raw: bytes, found: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(raw)

    assert encodings(path) == found


def test_stretches_overlap_and_count_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cuibono.store.opened.CHUNK", 6)
    monkeypatch.setattr("cuibono.store.opened.OVERLAP", 2)
    path = tmp_path / "file"
    path.write_text("a\nb\nc\nd\ne\nf\n")

    assert list(Opener(tmp_path).open(path, "file")) == [
        Text("file", "a\nb\nc\n", 1),
        Text("file", "c\nd\ne\nf\n", 3),
    ]


def test_what_is_sealed_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\x28\xb5\x2f\xfd....")

    assert list(Opener(tmp_path).open(path, "file")) == [Sealed("file", "it is a zstd file, which cannot be searched")]
