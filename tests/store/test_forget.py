"""Forgetting removes a source and everything that came from it, from every file."""

from collections.abc import Callable

from cuibono.store.forget import forget, preview
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.verify import verify_evidence


def _bytes_left(layout: Layout, needle: bytes) -> list[str]:
    return [p.name for p in layout.root.rglob("*") if p.is_file() and needle in p.read_bytes()]


def test_text_is_gone_from_every_file(layout: Layout, put: Callable[..., str]) -> None:
    put("kept.txt", ["this stays"])
    sha = put("gone.txt", ["zirconium smuggler notebook"] * 3)
    gone = forget(layout, [sha])
    assert (gone.passages, gone.sources) == (3, (sha,))
    assert _bytes_left(layout, b"smuggler") == []
    assert _bytes_left(layout, sha.encode()) == []
    with open_session(layout) as session:
        assert [s.name for s in session.sources()] == ["kept.txt"]
    assert verify_evidence(layout).ok


def test_rows_are_gone(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("kept.csv", [("Arland", 0.7)])
    sha = put_shares("gone.csv", [("Borland", 0.3)])
    assert forget(layout, [sha]).rows == {"supply_shares": 1}
    assert list(layout.tables.rglob(f"{sha[:40]}*")) == []
    with open_session(layout) as session:
        session.need("supply_shares")
        assert session.engine.tuples("SELECT supplier_name FROM supply_shares") == [("Arland",)]


def test_members_go_with_their_container(layout: Layout, put: Callable[..., str]) -> None:
    box = put("box.txt", ["the box"])
    put("inside.txt", ["inside the box"], parent=box)
    assert len(preview(layout, [box]).sources) == 2
    forget(layout, [box])
    with open_session(layout) as session:
        assert session.sources() == []


def test_the_log_names_nothing(layout: Layout, put: Callable[..., str]) -> None:
    sha = put("gone.txt", ["a secret"])
    forget(layout, [sha])
    with open_session(layout) as session:
        ((sources, rows, findings),) = session.engine.tuples("SELECT sources, rows, findings FROM ev.forgotten")
    assert (sources, rows, findings) == (1, 0, 0)
