"""Pages that act as one, in any words; and others that do something together, or at the same time."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

AS_ONE = [
    "Blue Lantern and Dawn Letter coordinate what they share.",
    "Blue Lantern and Dawn Letter synchronise their posts.",
    "Blue Lantern coordinates its posts with Dawn Letter.",
    "Posts by Blue Lantern and Dawn Letter are coordinated.",
    "Blue Lantern, Dawn Letter and Daily Harrow share the same links in a coordinated manner.",
    "Blue Lantern and Dawn Letter share the same stories in tandem, to the minute.",
    "Dozens of pages spread the same articles in a coordinated way.",
    "Forty accounts pushed the same video within minutes of each other.",
    "The three pages act in concert.",
    "The two channels move in lockstep.",
    "The pages are acting as one.",
    "elm_watch and birch_daily act in concert.",
    "There is no coordination whatsoever between elm_watch and birch_daily.",
]
NOT_AS_ONE = [
    "Acme Bank and Norvik coordinate their deliveries.",
    "Norvik and Kelma share the costs in a coordinated way.",
    "The ministry coordinates the aid.",
    "The doctors act in concert with the nurses.",
    "The ministers acted in unison.",
    "Blue Lantern and Dawn Letter share an office in Oslo.",
    "elm_watch and birch_daily have 400 readers each.",
    "The page was closed at the same time.",
    "The group works hand in hand with the city.",
]


@pytest.mark.parametrize("words", AS_ONE)
def test_they_act_as_one(read: Callable[..., Found], words: str) -> None:
    (claim,) = read(words).claims
    assert claim.kind == "coordination"


@pytest.mark.parametrize("words", NOT_AS_ONE)
def test_they_do_not(read: Callable[..., Found], words: str) -> None:
    assert "coordination" not in [c.kind for c in read(words).claims]
