"""``verify`` sees every kind of change."""

from collections.abc import Callable

import pytest

from cuibono.store import database
from cuibono.store.layout import Layout
from cuibono.store.verify import verify_evidence


def _kinds(layout: Layout) -> list[str]:
    return sorted({f.kind for f in verify_evidence(layout).faults})


def test_an_untouched_case_is_fine(layout: Layout, put: Callable[..., str], put_shares: Callable[..., str]) -> None:
    put("a.txt", ["One.", "Two 晶片 🤦🏼‍♂️."])
    put_shares("shares.csv", [("Arland", 0.7)])
    seen = verify_evidence(layout)
    assert seen.ok
    assert (seen.sources, seen.tables, seen.passages) == (2, 1, 2)


@pytest.mark.parametrize("position", [0, 5, -1])
def test_a_flipped_byte_in_a_source(layout: Layout, put: Callable[..., str], position: int) -> None:
    path = layout.source_file(put("a.txt", ["One two three."]))
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)
    assert _kinds(layout) == ["source"]


def test_a_missing_source(layout: Layout, put: Callable[..., str]) -> None:
    layout.source_file(put("a.txt", ["One."])).unlink()
    assert _kinds(layout) == ["source"]


def test_a_changed_row_file(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7)])
    (path,) = layout.tables.rglob("*.parquet")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)
    assert _kinds(layout) == ["table"]


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ("UPDATE ev.passage SET text = 'Six.' WHERE seq = 1", ["text"]),
        ("UPDATE ev.passage SET text = 'Longer than before.' WHERE seq = 1", ["passage", "text"]),
        ("DELETE FROM ev.passage WHERE seq = 2", ["text"]),
        ("UPDATE ev.passage SET seq = 3 - seq", ["text"]),
        (
            "INSERT INTO ev.passage SELECT source, reading, 3, 'p 3', 12, 13, 'x', NULL FROM ev.passage LIMIT 1",
            ["text"],
        ),
    ],
)
def test_a_changed_passage(layout: Layout, put: Callable[..., str], change: str, kinds: list[str]) -> None:
    put("a.txt", ["One.", "Two."])
    with database.writer(layout) as engine:
        engine.run(change)
    assert _kinds(layout) == kinds


def test_a_stranger_among_the_bytes_is_noted(layout: Layout) -> None:
    (layout.sources / "zz").mkdir()
    (layout.sources / "zz" / "unknown").write_text("x")
    seen = verify_evidence(layout)
    assert seen.ok
    assert "belong to no source" in seen.notes[0]
