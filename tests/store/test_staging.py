"""A source is in or out, whatever moment the writer dies."""

from collections.abc import Callable

from cuibono.store import database
from cuibono.store.layout import Layout
from cuibono.store.staging import _OWNER, stage, unswept


def _abandon(layout: Layout, name: str, content: bytes) -> None:
    """Leave a stage behind as a killed process would: its folder stays, its lock is gone."""
    root = layout.staging / "dead"
    final = layout.source_file(name)
    staged = root / final.relative_to(layout.root)
    staged.parent.mkdir(parents=True)
    staged.write_bytes(content)
    (root / _OWNER).write_bytes(b"")


def test_files_that_no_transaction_named_are_swept(layout: Layout) -> None:
    _abandon(layout, "ab" * 32, b"never committed")
    assert unswept(layout)
    with database.reader(layout):
        assert not unswept(layout)
    assert not layout.source_file("ab" * 32).exists()


def test_files_that_a_transaction_named_are_moved_into_place(layout: Layout, put: Callable[..., str]) -> None:
    sha = put("a.txt", ["one"])
    content = layout.source_file(sha).read_bytes()
    layout.source_file(sha).unlink()
    _abandon(layout, sha, content)
    with database.reader(layout):
        assert layout.source_file(sha).read_bytes() == content


def test_a_live_stage_is_left_alone(layout: Layout) -> None:
    with stage(layout) as mine:
        (mine.work / "half").write_text("x")
        assert not unswept(layout)
        with database.reader(layout):
            assert (mine.work / "half").exists()
    assert not mine.root.exists()


def test_kept_bytes_are_read_only(layout: Layout, put: Callable[..., str]) -> None:
    path = layout.source_file(put("a.txt", ["one"]))
    assert path.stat().st_mode & 0o777 == 0o444
    assert list(layout.staging.iterdir()) == []
