"""Claims that set two sides against each other, put to a measure of these two."""

from dataclasses import replace

import pytest

from cuibono.case.docket.bearings import weigh
from cuibono.case.docket.compared import comparing
from cuibono.model.bearing import Bearing
from tests.case.asked import asked

FED = Bearing(
    "behaviour of a feed", "supported", ("age 15", "age 40"),
    ("feed", "showed", "shown", "videos", "accounts", "about", "than", "those", "crash", "diets", "test", "flix"),
    needs=("crash diets",), sides=("age 15", "age 40"), ratio=(3.1, 2.4, 4.0),
)  # fmt: skip
REFUSED = Bearing(
    "treatment", "supported", ("hill people", "valley people"),
    ("refused", "denied", "turned", "down", "building", "permit", "permits", "town", "office"),
    needs=("refused", "building"), sides=("hill people", "valley people"), time="2021-01-04/2021-12-20",
)  # fmt: skip


def _verdict(kind: str, words: str, bearing: Bearing, time: str | None = None) -> str | None:
    claim = replace(asked(kind, "", "", time), words=words, says=words)  # type: ignore[arg-type]
    found = weigh(claim, bearing)
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Flix showed crash diets to accounts aged 15 more often than to accounts aged 40", "supported"),
        ("Accounts aged 40 were shown crash diets less often than those aged 15", "supported"),
        ("The feed showed the 15-year-olds crash diets about three times as often as the 40-year-olds", "supported"),
        ("Flix showed crash diets to accounts aged 15 more than twice as often as to those aged 40", "supported"),
        ("The feed showed teenagers more videos about crash diets than adults", "supported"),
        ("Flix showed crash diets to accounts aged 40 more often than to accounts aged 15", "contradicted"),
        ("Flix showed teenagers no more crash diets than adults", "contradicted"),
        ("Accounts aged 15 were shown crash diets just as often as accounts aged 40", "contradicted"),
        ("Flix showed crash diets to accounts aged 15 ten times as often as to those aged 40", "contradicted"),
        ("Flix showed crash diets to accounts aged 15 and those aged 40 equally often", "contradicted"),
        ("Flix showed crash diets to accounts aged 15 more often than to accounts aged 30", None),
        ("Flix showed crash diets to accounts aged 15 more often than last year", None),
        ("Flix showed crash diets to girls aged 15 more often than to accounts aged 40", None),
        ("Flix showed cat videos to accounts aged 15 more often than to accounts aged 40", None),
        ("Wavy showed crash diets to accounts aged 15 more often than to accounts aged 40", None),
        ("Flix showed crash diets to accounts aged 15 more often than news to accounts aged 40", None),
        ("Flix showed crash diets at night to accounts aged 15 more often than to those aged 40", None),
        ("Flix showed 15 crash diets more often than 40 others", None),
        ("Flix showed crash diets to accounts aged 15 nearly four times as often as to those aged 40", None),
        ("Flix did not show crash diets to accounts aged 15 no more often than to accounts aged 40", None),
    ],
)
def test_arms_of_a_test_are_told_apart(words: str, verdict: str | None) -> None:
    assert _verdict("behaviour of a feed", words, FED) == verdict


@pytest.mark.parametrize(
    ("words", "time", "verdict"),
    [
        ("Hill people were refused building permits more often than valley people", "2021", "supported"),
        (
            "The Town Office turned down hill people's building permits more often than valley people's",
            "2021",
            "supported",
        ),
        ("Hill people were more likely to be refused building permits than valley people", "2021", "supported"),
        ("Valley people were refused building permits more often than hill people", "2021", "contradicted"),
        ("Hill people were denied building permits as often as valley people", "2021", "contradicted"),
        ("Hill people were not refused building permits more often than valley people", "2021", "contradicted"),
        ("Hill people were refused building permits more often than others", "2021", "supported"),
        ("Hill people were refused building permits more often than lake people", "2021", None),
        ("Hill people were refused building permits more often than valley people", "2020", None),
        ("Hill people were refused permits more often than valley people", "2021", None),
        ("Hill people were refused building permits more often than valley people", "2021-02", None),
        ("Old hill people were refused building permits more often than valley people", "2021", None),
        ("Hill people were refused building permits more often than valley people because of a grudge", "2021", None),
        ("The Lake Office refused hill people building permits more often than valley people", "2021", None),
    ],
)
def test_groups_that_were_decided_on_are_told_apart(words: str, time: str, verdict: str | None) -> None:
    assert _verdict("treatment", words, REFUSED, time) == verdict


def test_what_spans_a_small_part_of_the_time_speaks_against_nothing() -> None:
    short = replace(REFUSED, time="2021-03-01/2021-04-30")
    words = "Valley people were refused building permits more often than hill people"
    assert _verdict("treatment", words, short, "2021") is None
    assert _verdict("treatment", words, short, "2021-03-01/2021-04-30") == "contradicted"


def test_a_sentence_without_two_sides_compares_nothing() -> None:
    assert comparing("Flix showed crash diets to accounts aged 15") is None


PART = Bearing(
    "share", "supported", ("age 15",), ("shown", "test", "flix", "crash", "diets", "were"), 17.6, 17.6, "percent",
    needs=("crash diets",), sides=("age 15", "age 40"),
)  # fmt: skip
RATE = replace(REFUSED, kind="share", about=("hill people", "steep ground"), low=55.2, high=55.2, unit="percent",
               words=(*REFUSED.words, "steep", "ground"))  # fmt: skip


@pytest.mark.parametrize(
    ("words", "number", "bearing", "verdict"),
    [
        ("On Flix, crash diets made up 18 percent of what accounts aged 15 were shown", 18.0, PART, "supported"),
        ("crash diets made up 30 percent of what the 15-year-olds were shown", 30.0, PART, "contradicted"),
        ("crash diets made up 18 percent of what accounts aged 40 were shown", 18.0, PART, None),
        ("crash diets made up 18 percent of what girls aged 15 were shown", 18.0, PART, None),
        ("crash diets made up 18 percent of what accounts aged 15 and 40 were shown", 18.0, PART, None),
        ("crash diets did not make up 18 percent of what accounts aged 15 were shown", 18.0, PART, None),
        ("The office refused hill people on steep ground 55 percent of building permits", 55.0, RATE, "supported"),
        ("The office refused hill people on steep ground 80 percent of building permits", 80.0, RATE, "contradicted"),
        ("The Town Office refused 55 percent of building permits of hill people", 55.0, RATE, None),
        ("The Town Office refused 55 percent of building permits of valley people on steep ground", 55.0, RATE, None),
        ("The Lake Office refused 55 percent of building permits of hill people on steep ground", 55.0, RATE, None),
    ],
)  # fmt: skip
def test_a_part_of_one_side_is_that_of_the_side(
    words: str, number: float, bearing: Bearing, verdict: str | None
) -> None:
    claim = replace(asked("share", "", "", n=number, unit="percent"), words=words, says=words)
    found = weigh(claim, bearing)
    assert (found.verdict if found else None) == verdict
