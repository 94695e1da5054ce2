"""Words as the docket compares them: what narrows a claim, what its reading has not taken in."""

from typing import Any

import pytest

from cuibono.case.docket.times import spoken, stale, until, year_of
from cuibono.case.docket.units import measured_in, unit_of
from cuibono.case.docket.words import agent_first, narrowing, of_its_own, stray
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Norland made 64 percent of the lamps", []),
        ("Norland made at least 64 percent of the lamps", []),
        ("Norland made more than half of the lamps", []),
        ("Norland made 64 percent of the lamps in May 2021", []),
        ("Norland may have made 64 percent of the lamps", ["may"]),
        ("Norland made 64 percent of half the lamps", ["half"]),
        ("Norland made 64 percent more than its lamps", ["more", "than", "its"]),
        ("Norland made 64 percent less lamps", ["less"]),
        ("Norland nearly made 64 percent of the lamps", ["nearly"]),
        ("Norland made 64 percent of the red lamps", ["red"]),
        ("Norland was to make 64 percent of the lamps", ["to make"]),
        ("Norland accounted for 64 percent of the lamps between 2019 and 2021", []),
        ("Norland made between 60 and 70 percent of the lamps in the year 2021", []),
        ("Norland made 64 percent of the first lamps", ["first"]),
        ("Norland made 64 percent of the lamps until then", ["until", "then"]),
        ("Norland made 64 percent of the lamps for Arland", ["for", "arland"]),
        ("Norland made 64 percent of the January lamps", ["january"]),
    ],
)
def test_every_word_that_is_neither_plain_nor_known_narrows(text: str, left: list[str]) -> None:
    assert narrowing(text, "Norland", "lamp") == left


@pytest.mark.parametrize(
    ("claim", "left"),
    [
        (asked("count", "Acme", "had 2.3 million users in 2021", "2021", n=2.3e6), []),
        (asked("count", "Acme", "had 1,200 cars on 3 May 2021", "2021-05-03", n=1200), []),
        (asked("count", "Acme", "had 12 of 30 cars in 2021", "2021", n=12), ["30"]),
        (asked("count", "Acme", "had under 300 cars in 2021", "2021", n=300), ["under"]),
        (asked("count", "Acme", "had at least 300 cars", None, low=300, qualifier="at least"), []),
        (asked("count", "Acme", "had 300 cars since 2021", "2021", n=300), ["since 2021"]),
        (asked("count", "Acme", "had 300 cars since 2021", "2021/..", n=300), []),
        (asked("count", "Acme", "had 300 cars before 2021", None, n=300), ["before 2021", "2021"]),
        (asked("count", "Acme", "had 300 cars, or less, in 2021", "2021", n=300), ["or less"]),
        (asked("count", "Acme", "had 300 cars in May 2021", "2021", n=300), ["May"]),
        (asked("count", "Acme", "had 300 cars in May 2021", "2021-05", n=300), []),
        (asked("count", "Acme", "had 300 cars in half of 2021", "2021", n=300), ["half"]),
    ],
)
def test_numbers_qualifiers_and_times_that_were_not_read_are_stray(claim: Any, left: list[str]) -> None:
    assert stray(claim) == left


@pytest.mark.parametrize(
    ("words", "parted"),
    [
        ("made 64 percent of the world's lamps", False),
        ("share of lamp production was 64 percent", False),
        ("64 percent of Norland's lamps were made in 2021", True),
        ("Norland's largest producers made 64 percent of the lamps", True),
        ("Norland suppliers made 64 percent of the lamps", True),
    ],
)
def test_a_part_of_ones_own_is_not_ones_part(words: str, parted: bool) -> None:
    claim = asked("share", "Norland", words)
    assert bool(of_its_own(claim)) == parted


def test_who_acts_comes_first_whoever_was_read_as_the_subject() -> None:
    for subject, words, other in (("A Group", "controlled", "B Works"), ("B Works", "was controlled by", "A Group")):
        first, second = agent_first(asked("control", subject, words, None, other))
        assert first
        assert second
        assert (first.name, second.name) == ("A Group", "B Works")


def test_units_have_one_name_and_a_scale() -> None:
    assert unit_of("thousand tonnes") == (frozenset({"tonne"}), 1000.0)
    assert unit_of("million USD") == unit_of("million dollars")
    assert unit_of("tons")[0] != unit_of("tonnes")[0]
    assert unit_of("") == (frozenset(), 1.0)
    assert unit_of("kt") == unit_of("thousand metric tons")
    assert (unit_of("Mt")[1], unit_of("mt")[1]) == (1e6, 1.0)
    assert unit_of("tonnes per month")[0] != unit_of("tonnes")[0]
    assert measured_in("kt", 2200.0, "tonnes") == 2.2


def test_times_in_words_and_days() -> None:
    assert [year_of(t) for t in ("2021", "2021-01-01/2021-12-31", "2021-06", "2020/2021", None)] == [
        2021, 2021, None, None, None,
    ]  # fmt: skip
    assert str(until("../2030")) == "2030-12-31"
    assert until("2030/..") is None
    assert (spoken("../2030"), spoken("2030/.."), spoken(None)) == (
        "the time up to 2030", "the time from 2030 on", "no time",
    )  # fmt: skip
    assert stale("2021", "2019-05")
    assert not stale("2021", "2022")
    assert not stale("2021/..", "2019")
