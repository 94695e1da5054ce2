"""Search: words, phrases, prefixes, Chinese names of two characters, long tables by value."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.store import search
from cuibono.store.forget import forget
from cuibono.store.layout import Layout


@pytest.fixture
def texts(layout: Layout, put: Callable[..., str]) -> Layout:
    put("a.txt", ["Arland makes wafers in Borbéle.", "协鑫集团的董事长是王某。", "The wafers of Borland are thin."])
    return layout


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("wafers arland", ["paragraph 1"]),
        ("WAFERS", ["paragraph 1", "paragraph 3"]),
        ('"wafers of borland"', ["paragraph 3"]),
        ('"of wafers"', []),
        ("waf*", ["paragraph 1", "paragraph 3"]),
        ("borbele", ["paragraph 1"]),
        ("协鑫", ["paragraph 2"]),
        ("董事长", ["paragraph 2"]),
        ("王", ["paragraph 2"]),
        ("某", ["paragraph 2"]),
        ("长", ["paragraph 2"]),
        ("鑫集 王某", ["paragraph 2"]),
        ("鑫协", []),
        ("", []),
        ('"', []),
    ],
)
def test_finds(texts: Layout, asked: str, places: list[str]) -> None:
    assert sorted(h.passage.place for h in search.search(texts, asked)) == places


def test_rows_are_found_by_their_cells(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3)])
    assert [h.passage.place for h in search.search(layout, "borland")] == ["row 2"]


def test_long_tables_are_found_by_value(
    layout: Layout, put_shares: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "SHORT_TABLE", 2)
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3), ("Borland", 0.2)])
    (hit,) = search.search(layout, "borland")
    assert (hit.passage.place, hit.times) == ("row 2", 2)


def test_only_some_sources_are_looked_into(texts: Layout, put: Callable[..., str]) -> None:
    other = put("b.txt", ["More wafers."])
    assert [h.passage.source.name for h in search.search(texts, "wafers", sources=[other])] == ["b.txt"]
    assert search.search(texts, "wafers", sources=[]) == []


def test_what_the_index_lacks_is_counted(texts: Layout, put: Callable[..., str]) -> None:
    assert search.stale(texts) == 1
    search.refresh(texts)
    assert search.stale(texts) == 0
    put("b.txt", ["More wafers."])
    assert search.stale(texts) == 1


def test_what_is_forgotten_is_not_found(texts: Layout, put: Callable[..., str]) -> None:
    sha = put("b.txt", ["Only here: zirconium."])
    assert search.search(texts, "zirconium")
    forget(texts, [sha])
    assert search.search(texts, "zirconium") == []
    assert search.search(texts, "wafers")


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    import sqlite3

    index = sqlite3.connect(":memory:")
    index.execute('CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = "unicode61 remove_diacritics 2")')
    index.execute("INSERT INTO words VALUES (?)", (search.tokens(text),))
    asked = search.match_query(text)
    if asked:
        index.execute("SELECT count(*) FROM words WHERE words MATCH ?", (asked,)).fetchone()
    index.close()
