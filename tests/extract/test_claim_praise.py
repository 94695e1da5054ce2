"""Praise and blame by what nothing measures; and comparisons that can be counted."""

from collections.abc import Callable

import pytest

from cuibono.extract.claim_praise import praised
from cuibono.extract.records import Found

PRAISE = [
    "No theatre in the north has finer actors than ours.",
    "Nobody bakes better bread than we do.",
    "Nobody takes hygiene more seriously than Bolverk.",
    "We take safety more seriously than anyone else.",
    "It is a private kingdom and not a school.",
    "The club is a family business rather than a party.",
    "He is more of a showman than a doctor.",
    "The plan struck us as barbaric.",
    "The exhibition is well worth a visit.",
    "This is the most careless handling of a school budget that we have seen in nine years.",
    "The harbour is the heart of our town.",
    "Our firemen are the pride of the valley.",
    "The company is a giant with feet of clay.",
    "Giving up lime trees for car parks is short-sighted.",
    "Mr Orsted is a fine man.",
]
MEASURED = [
    "Nobody sold more bread than Bolverk.",
    "The powder is a fine sand.",
    "Bolverk trains leave more frequently than any others.",
    "The bridge is a footbridge and not a road bridge.",
    "Ada Lind is the director and not the chairwoman of Bolverk.",
    "The lift has been out of order since Tuesday.",
    "The shares are worth 40 crowns.",
    "The surgeon said that the heart of the whale weighs 180 kilograms.",
]


@pytest.mark.parametrize("words", PRAISE)
def test_praise_is_an_opinion_of_an_article(read: Callable[..., Found], words: str) -> None:
    assert [c.kind for c in read(words).claims] == ["opinion"]


@pytest.mark.parametrize("words", MEASURED)
def test_what_can_be_measured_is_none(read: Callable[..., Found], words: str) -> None:
    assert "opinion" not in [c.kind for c in read(words).claims]


@pytest.mark.parametrize(("words", "judges"), [("as kindly as anyone", True), ("more cheaply than anyone", False)])
def test_how_kindly_is_not_counted(words: str, judges: bool) -> None:
    assert praised(f"Bolverk treats its guests {words}") is judges
