"""Many small files become one, and everything still finds its rows."""

from collections.abc import Callable

import pytest

from cuibono.store import compact
from cuibono.store.forget import forget
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.verify import verify_evidence
from cuibono.store.views import Scope


@pytest.fixture
def crowd(layout: Layout, put_shares: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(compact, "MOST_FILES", 2)
    names = ("Arland", "Borland", "Corland", "Dorland")
    return [put_shares(f"{n}.csv", [(n, 0.2), (n + " East", 0.1)], protected=n == "Corland") for n in names]


def _suppliers(layout: Layout, scope: Scope) -> list[str]:
    with open_session(layout, scope) as session:
        session.need("supply_shares")
        rows = session.engine.tuples("SELECT supplier_name FROM supply_shares WHERE share_low = 0.2 ORDER BY 1")
    return [n for (n,) in rows]


def test_few_files_are_left_and_all_rows(layout: Layout, crowd: list[str]) -> None:
    assert len(list(layout.tables.rglob("*.parquet"))) == 2  # one part and the newest
    assert _suppliers(layout, Scope()) == ["Arland", "Borland", "Corland", "Dorland"]
    assert verify_evidence(layout).ok


def test_scopes_see_only_their_rows(layout: Layout, crowd: list[str]) -> None:
    assert _suppliers(layout, Scope(public=True)) == ["Arland", "Borland", "Dorland"]
    assert _suppliers(layout, Scope(generation=2)) == ["Arland", "Borland"]


def test_passages_are_found_by_source(layout: Layout, crowd: list[str]) -> None:
    with open_session(layout) as session:
        (passage,) = session.passages([(crowd[1], 2)])
    assert passage.text == "country: Borland East · share: 0.1"


def test_forgetting_rewrites_the_shared_file(layout: Layout, crowd: list[str]) -> None:
    forget(layout, [crowd[0]])
    assert _suppliers(layout, Scope()) == ["Borland", "Corland", "Dorland"]
    assert all(b"Arland" not in p.read_bytes() for p in layout.tables.rglob("*.parquet"))
    assert verify_evidence(layout).ok
