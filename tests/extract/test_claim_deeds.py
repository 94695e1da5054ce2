"""What tells that somebody did something: which sentences of an article are listed, and which are only its telling."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]

DONE = [
    "A lost goat held up the parade.",
    "The kiosk in the lobby sells umbrellas again.",
    "Every parcel is weighed twice.",
    "My mother worked in that laundry for thirty years.",
    "I grew up two streets from the harbour.",
    "We celebrated with tea and plum cake.",
]
NOTHING_DONE = [
    "I thought about it for a long while.",
    "It was all very strange to me at the time.",
    "Everything depends on the weather in the end.",
    "There seemed to be nobody in the yard.",
    "If a goat held up the parade, nobody saw it.",
    "Did a lost goat hold up the parade?",
    "The goat might hold up the parade again.",
]


@pytest.mark.parametrize("words", DONE)
def test_what_somebody_did_is_listed(read: Read, words: str) -> None:
    (claim,) = read(words).claims
    assert (claim.kind, claim.quote) == ("other", words.rstrip("."))


@pytest.mark.parametrize("words", NOTHING_DONE)
def test_what_tells_of_nothing_done_is_not(read: Read, words: str) -> None:
    assert [c.quote for c in read(words).claims if c.kind == "other"] == []
