"""Who relays, copies, quotes or owns whom: what comes down to one source, and what does not."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.independence import Independence, independent
from cuibono.measures.voices import Saying


def _own(outlet: str, place: str = "", **more: Any) -> Saying:
    """An outlet in its own voice."""
    return Saying(outlet, place or f"{outlet} 1", (outlet,), **more)


def _quoted(speaker: str, *carriers: str, place: str = "", **more: Any) -> Saying:
    return Saying(speaker, place or f"{carriers[0]} 1", carriers, **more)


def _why(found: Independence) -> list[str]:
    return ["" if link is None else link.reason for link in found.links]


def _ends(found: Independence) -> tuple[int, int, int]:
    return found.low, found.count, found.high


def test_one_speaker_relayed_by_many_is_one() -> None:
    found = independent([_quoted("ann", "fig"), _quoted("ann", "pear"), _quoted("ann", "plum")])
    assert (_ends(found), found.stated) == ((1, 1, 1), 3)
    assert _why(found) == ["", "same speaker", "same speaker"]


def test_a_source_that_says_it_twice_counts_once() -> None:
    found = independent([_own("fig"), _own("fig"), _own("pear")])
    assert (_ends(found), found.stated) == ((2, 2, 2), 2)
    assert _why(found) == ["", "says it again", ""]


def test_an_outlet_that_says_what_its_guest_says_rests_on_the_guest() -> None:
    found = independent([_own("fig"), _quoted("ann", "fig"), _quoted("bob", "pear")])
    assert _ends(found) == (2, 2, 2)
    assert _why(found) == ["quotes", "", ""]


def test_according_to_another_outlet_rests_on_that_outlet() -> None:
    found = independent([_own("fig"), _own("pear"), _quoted("fig", "pear", place="pear 1")])
    assert _ends(found) == (1, 1, 1)
    assert _why(found) == ["", "quotes", "same speaker"]


def test_through_another_outlet_rests_on_that_outlet() -> None:
    found = independent([_own("fig"), _quoted("ann", "pear", "fig")])
    assert _ends(found) == (1, 1, 1)
    assert found.roots == (1,)


def test_an_outlet_that_is_named_but_says_nothing_here_is_no_source() -> None:
    found = independent([_quoted("fig", "pear"), _quoted("fig", "plum")])
    assert (found.count, found.stated) == (1, 2)


def test_who_quote_each_other_are_one_and_it_is_told() -> None:
    found = independent([_quoted("fig", "pear"), _quoted("pear", "fig")])
    assert _ends(found) == (1, 1, 1)
    assert found.circles == ((0, 1),)
    assert _why(found) == ["", "quote each other"]


def test_a_circle_that_also_rests_on_somebody_else_is_none() -> None:
    found = independent([_quoted("fig", "pear"), _quoted("pear", "fig"), _quoted("ann", "fig")])
    assert (found.count, found.circles) == (1, ())
    assert found.roots == (2,)


def test_the_longest_chain_comes_down_to_its_end() -> None:
    names = [f"paper {n}" for n in range(30)]
    chain = [_quoted(b, a) for a, b in pairwise(names)]
    found = independent([*chain, _own("paper 29")])
    assert found.count == 1


def test_copies_count_once_and_the_earliest_is_the_original() -> None:
    found = independent([_own("fig", text=4, when="2021-02"), _own("pear", text=4, when="2021-01"), _own("plum")])
    assert _ends(found) == (2, 2, 2)
    assert _why(found) == ["copies", "", ""]
    assert found.links[0] is not None
    assert found.links[0].other == 1


def test_a_copy_that_changes_who_is_quoted_is_a_copy() -> None:
    found = independent([_quoted("ann", "fig", text=1), _quoted("bob", "pear", text=1)])
    assert (_ends(found), _why(found)) == ((1, 1, 1), ["", "copies"])


def test_two_who_are_quoted_in_one_text_stay_two_however_often_it_is_copied() -> None:
    found = independent([_quoted(who, outlet, text=1) for outlet in ("fig", "pear") for who in ("ann", "bob")])
    assert (found.count, found.stated) == (2, 4)
    assert found.low == 1


def test_a_voice_with_a_text_of_its_own_stands_even_where_another_text_is_a_copy() -> None:
    found = independent([_own("fig", text=1), _own("pear", text=1), _own("pear", place="pear 2")])
    assert found.count == 2


def test_outlets_of_one_owner_are_one() -> None:
    owners = {"fig": ["hazel"], "pear": ["hazel"]}
    found = independent([_own("fig"), _own("pear"), _own("plum")], owners)
    assert (_ends(found), _why(found)) == ((2, 2, 2), ["", "same owner", ""])


def test_an_owner_and_the_owners_owner_are_one_with_the_outlet() -> None:
    owners = {"fig": ["hazel"], "hazel": ["oak"], "pear": ["oak"]}
    assert independent([_own("fig"), _own("pear"), _own("oak")], owners).count == 1


def test_an_outlet_with_two_owners_stays_apart_and_may_be_one() -> None:
    owners = {"fig": ["hazel", "oak"], "pear": ["oak"]}
    assert _ends(independent([_own("fig"), _own("pear")], owners)) == (1, 2, 2)


def test_owners_who_own_each_other_end() -> None:
    owners = {"fig": ["hazel"], "hazel": ["fig"]}
    assert independent([_own("fig"), _own("hazel")], owners).count == 1


def test_different_people_in_outlets_of_one_owner_are_two_at_most() -> None:
    found = independent([_quoted("ann", "fig"), _quoted("bob", "pear")], {"fig": ["hazel"], "pear": ["hazel"]})
    assert _ends(found) == (1, 2, 2)


def test_two_guests_of_one_programme_are_two_voices_and_one_outlet() -> None:
    assert _ends(independent([_quoted("ann", "fig"), _quoted("bob", "fig")])) == (1, 2, 2)


def test_those_without_a_name_are_never_independent_of_each_other() -> None:
    found = independent([_quoted("", "fig"), _quoted("", "pear"), _quoted("", "plum")])
    assert (_ends(found), found.unnamed) == ((1, 1, 1), 3)


def test_one_without_a_name_beside_one_with_may_be_another() -> None:
    found = independent([_quoted("", "fig"), _quoted("ann", "pear")])
    assert (_ends(found), _why(found)) == ((1, 1, 2), ["not named", ""])


def test_outlets_that_rest_on_officials_without_a_name_are_one_together() -> None:
    found = independent([_quoted("", "fig"), _own("fig"), _quoted("", "plum"), _own("plum"), _own("pear")])
    assert (_ends(found), _why(found)) == ((1, 2, 2), ["", "quotes", "not named", "quotes", ""])


def test_a_copy_of_what_somebody_without_a_name_said_rests_on_them() -> None:
    found = independent([_quoted("", "fig", text=1, when="1"), _own("plum", text=1, when="2"), _own("pear")])
    assert (_ends(found), _why(found)) == ((1, 2, 2), ["", "copies", ""])


def test_part_of_a_name_goes_with_the_whole_name() -> None:
    found = independent([_quoted("ann elm", "fig"), _quoted("elm", "pear", partial=True), _quoted("oak", "plum")])
    assert (_ends(found), _why(found)) == ((2, 2, 3), ["", "part of the name", ""])


def test_one_author_in_two_outlets_is_one() -> None:
    found = independent([_own("fig", author="ann"), _own("pear", author="ann"), _quoted("ann", "plum")])
    assert (found.count, _why(found)) == (1, ["", "same author", "same author"])


def test_one_who_was_judged_the_same_is_one_whatever_the_spelling() -> None:
    found = independent([_quoted("li na", "fig", id="e1"), _quoted("李娜", "pear", id="e1")])
    assert (found.count, _why(found)) == (1, ["", "same speaker"])


def test_publishers_that_nobody_knows_may_be_one() -> None:
    found = independent([Saying("a.txt", "1", known=False), Saying("b.txt", "2", known=False), _own("fig")])
    assert _ends(found) == (2, 3, 3)


def _together(*who: str, place: str = "") -> Saying:
    return Saying(" and ".join(who), place or " ".join(who), ("wire",), members=tuple(sorted(who)))


def test_who_speaks_with_others_and_apart_is_one() -> None:
    found = independent([_together("ann", "bob"), _quoted("ann", "fig")])
    assert (found.count, _why(found)) == (1, ["speaks with", ""])
    assert independent([_together("ann", "bob"), _quoted("ann", "fig"), _quoted("bob", "pear")]).count == 2


def test_two_groups_that_share_somebody_are_one() -> None:
    assert independent([_together("ann", "bob"), _together("bob", "cyd")]).count == 1
    assert independent([_together("ann", "bob"), _together("bob", "ann", place="2")]).count == 1
    assert independent([_together("ann", "bob"), _together("cyd", "dee")]).count == 2


def test_nothing_is_nothing() -> None:
    assert independent([]) == Independence(0, 0, 0, 0, (), ())


_JOINT = {"ann and bob": ("ann", "bob"), "bob and fig": ("bob", "fig")}
_NAMES = st.sampled_from(["ann", "bob", "fig", "pear", "plum", "", *_JOINT])
_SAYINGS = st.lists(
    st.builds(
        Saying,
        voice=_NAMES,
        place=st.sampled_from(["1", "2", "3", "4"]),
        carriers=st.lists(st.sampled_from(["fig", "pear", "plum"]), max_size=2, unique=True).map(tuple),
        author=st.sampled_from(["", "", "ann"]),
        text=st.integers(-1, 2),
        when=st.sampled_from(["", "2020", "2021"]),
        known=st.booleans(),
    ).map(lambda s: replace(s, members=_JOINT.get(s.voice, ()))),
    min_size=1,
    max_size=9,
)
_OWNERS = st.dictionaries(
    st.sampled_from(["fig", "pear", "hazel"]), st.sets(st.sampled_from(["hazel", "oak"]), min_size=1), max_size=2
)


@given(_SAYINGS, _OWNERS)
def test_the_ends_hold_the_count_and_no_more_than_is_stated(
    sayings: Sequence[Saying], owners: dict[str, set[str]]
) -> None:
    found = independent(sayings, owners)
    assert 1 <= found.low <= found.count <= found.high <= max(found.stated, 1)
    assert len(found.roots) == found.count
    assert [i for i, link in enumerate(found.links) if link is None] == list(found.roots)
    assert all(link is None or link.other != i for i, link in enumerate(found.links))


@given(_SAYINGS, _OWNERS)
def test_saying_it_all_again_changes_nothing(sayings: Sequence[Saying], owners: dict[str, set[str]]) -> None:
    once, twice = independent(sayings, owners), independent([*sayings, *sayings], owners)
    assert (once.low, once.count, once.high, once.stated) == (twice.low, twice.count, twice.high, twice.stated)


@given(_SAYINGS, _OWNERS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(sayings: Sequence[Saying], owners: dict[str, set[str]], chance: Any) -> None:
    dated = [replace(s, when=f"{n:03d}") for n, s in enumerate(sayings)]
    turned = list(dated)
    chance.shuffle(turned)
    once, again = independent(dated, owners), independent(turned, owners)
    assert _ends(once) == _ends(again)
    assert {dated[i] for i in once.roots} == {turned[i] for i in again.roots}


@given(_SAYINGS)
def test_knowing_an_owner_adds_no_source_where_nobody_copies_or_speaks_with_others(sayings: Sequence[Saying]) -> None:
    owners = {"fig": ["hazel"], "pear": ["hazel"]}
    apart = [replace(s, text=-1, members=()) for s in sayings]
    assert independent(apart, owners).high <= independent(apart).high
