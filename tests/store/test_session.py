"""Sessions: passages by key, selections, scopes."""

from collections.abc import Callable

from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.views import Scope


def test_passages_keep_place_and_offsets(layout: Layout, put: Callable[..., str]) -> None:
    sha = put("a.txt", ["One wafer.", "Two 晶片 🤦🏼‍♂️ wafers."])
    with open_session(layout) as session:
        first, second = session.passages([(sha, 1), (sha, 2)])
    assert (first.text, first.place, first.start, first.end) == ("One wafer.", "paragraph 1", 0, 10)
    assert (second.start, second.end) == (12, 12 + len("Two 晶片 🤦🏼‍♂️ wafers."))
    assert str(second.source) == "a.txt"


def test_rows_are_passages_in_their_own_words(layout: Layout, put_shares: Callable[..., str]) -> None:
    sha = put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3)])
    with open_session(layout) as session:
        (passage,) = session.passages([(sha, 2)])
    assert passage.place == "row 2"
    assert passage.text == "country: Borland · share: 0.3"


def test_a_selection_counts_and_lists(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3), ("Corland", 0.1)])
    with open_session(layout) as session:
        selection = session.select("supply_shares", "share_low < $x", {"x": 0.5, "unused": 1})
    assert selection.to_json() == {"table": "supply_shares", "where": "share_low < $x", "params": {"x": 0.5}}
    assert selection.count() == 2
    assert [p.place for p in selection.first(1)] == ["row 2"]
    assert [p.place for p in selection.first(5, skip=1)] == ["row 3"]


def test_weights_know_the_rows_not_their_order(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3)])
    with open_session(layout) as session:
        asked = [
            ("true", {}),
            ("share_low > $x", {"x": 0}),
            ("share_low > $x", {"x": 0.5}),
            ("share_low > $x", {"x": 1}),
        ]
        every, same, fewer, none = session.weigh([session.select("supply_shares", c, p) for c, p in asked])
    assert every == same != fewer
    assert (every.count, fewer.count, none.count) == (2, 1, 0)


def test_many_selections_weigh_what_each_weighs_alone(layout: Layout, put_shares: Callable[..., str]) -> None:
    sha = put_shares("shares.csv", [("Arland", 0.7), ("Borland", 0.3), ("Corland", 0.1)])
    other = put_shares("other.csv", [("Arland", 0.6)])
    equal = "supplier_name IS NOT DISTINCT FROM $name AND year IS NOT DISTINCT FROM $name_of_year"
    with open_session(layout) as session:
        asked = [
            session.select("supply_shares", equal, {"name": n, "name_of_year": y})
            for n, y in [("Arland", 2021), ("Borland", 2021), ("Corland", 2020), (None, 2021), ("Arland", None)]
        ]
        together = session.weigh(asked)
        alone = [session.weigh([one])[0] for one in asked]
        hit = session.touched(asked, [other])
        mine = session.touched(asked, [sha])
    assert together == alone
    assert sorted(together[0].first) == sorted([(sha, 1), (other, 1)])
    assert [w.count for w in together] == [2, 1, 0, 0, 0]
    assert (hit, mine) == ([True, False, False, False, False], [True, True, False, False, False])


def test_the_public_scope_has_no_protected_rows(
    layout: Layout, put: Callable[..., str], put_shares: Callable[..., str]
) -> None:
    put("open.txt", ["in the open"])
    put("secret.txt", ["in confidence"], protected=True)
    put_shares("secret.csv", [("Arland", 1.0)], protected=True)
    with open_session(layout, Scope(public=True)) as session:
        assert [s.name for s in session.sources()] == ["open.txt"]
        assert session.tables() == []
        assert session.engine.tuples("SELECT text FROM passage") == [("in the open",)]


def test_an_earlier_generation_is_as_it_was(layout: Layout, put_shares: Callable[..., str]) -> None:
    put_shares("first.csv", [("Arland", 0.7)])
    put_shares("second.csv", [("Borland", 0.3)])
    with open_session(layout, Scope(generation=1)) as session:
        session.need("supply_shares")
        assert session.engine.tuples("SELECT supplier_name FROM supply_shares") == [("Arland",)]
    with open_session(layout) as session:
        session.need("supply_shares")
        assert session.engine.value("SELECT count(*) FROM supply_shares") == 2


def test_streams_may_be_interleaved_with_other_queries(layout: Layout, put: Callable[..., str]) -> None:
    put("a.txt", [f"line {n}" for n in range(25)])
    seen = []
    with open_session(layout) as session:
        for chunk in session.engine.stream("SELECT seq FROM passage ORDER BY seq", size=10):
            assert session.engine.value("SELECT count(*) FROM source") == 1
            seen += [n for (n,) in chunk]
    assert seen == list(range(1, 26))
