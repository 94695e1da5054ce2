"""Judgements in plain words are opinions; facts in words that look like them are none."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

JUDGE = [
    "The coffee in the canteen is undrinkable.",
    "Vetrano Glass has become a household name.",
    "The council of Trellin is asleep at the wheel.",
    "Nobody needs this tram.",
    "The new tower sticks out like a sore thumb.",
    "The bread of Orsk Dairy tastes of cardboard.",
    "The report leaves out everything that matters.",
    "The ministry's answer came too late.",
    "The Hansel Party does not care about farmers.",
    "The old station had charm.",
    "His speech was all thunder and no rain.",
    "I have little respect for Odd Brane.",
    "We admire the patience of the nurses.",
    "Odd Brane has done a fine job.",
    "The council would do well to read the report.",
    "The bridge is as graceful as a crane.",
]
STATE = [
    "The minister was unable to come.",
    "The tickets are unavailable.",
    "The company has a right to appeal.",
    "Nobody needed a doctor after the crash.",
    "The house stands on the right side of the river.",
    "We prefer to pay our bills in May.",
    "The train came too late to catch the ferry.",
    "The soup contains leek and salt.",
    "The house was as large as a church.",
    "The old station had four platforms.",
    "Odd Brane made a speech in May 2021.",
    "The council of Trellin met on Tuesday evening.",
]


@pytest.mark.parametrize("words", JUDGE)
def test_it_is_an_opinion(read: Callable[..., Found], words: str) -> None:
    assert [c.kind for c in read(words).claims] == ["opinion"]


@pytest.mark.parametrize("words", STATE)
def test_it_is_none(read: Callable[..., Found], words: str) -> None:
    assert "opinion" not in [c.kind for c in read(words).claims]
