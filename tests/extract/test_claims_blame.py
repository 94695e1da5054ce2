"""Who blames something on something, and what stands behind a colon."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

BLAMES = [
    ("Ingrid Solv blamed the loss on the strike.", "Ingrid Solv", "the loss on the strike"),
    ("Ingrid Solv has attributed the loss to the strike.", "Ingrid Solv", "the loss to the strike"),
    ("Ingrid Solv put the loss down to the strike.", "Ingrid Solv", "the loss down to the strike"),
    ("The board credits the loss to cheap power.", "The board", "the loss to cheap power"),
    ("The company blamed the loss on the price of feed.", "The company", "the loss on the price of feed"),
]
NOBODY = [
    "The loss was blamed on the strike.",
    "Ingrid Solv blamed herself.",
    "Ingrid Solv blames the board for the loss.",
    "Ingrid Solv did not blame the loss on the strike.",
    "Ingrid Solv put the lamp down to read a letter.",
]
BEHIND = [
    ("Her predecessor left in a hurry: Hu Wen resigned in March 2021.", "Hu Wen"),
    ("The history is short: Acme Bank was founded in 1986.", "Acme Bank"),
    ("One thing is clear: Norland made 40 percent of all lamps in 2022.", "Norland"),
]
NOT_BEHIND = [
    "It is a myth: Acme Bank was founded in 1986.",
    "The rumour is this: Acme Bank was founded in 1986.",
    "That is not so: Acme Bank was founded in 1986.",
]


@pytest.mark.parametrize(("text", "speaker", "content"), BLAMES)
def test_who_puts_it_down_to_what(read: Callable[..., Found], text: str, speaker: str, content: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    (claim,) = found.claims
    assert (names[claim.speaker or ""], claim.kind, claim.quote) == (speaker, "cause", content)
    assert claim.about == "the loss" or claim.about.startswith("the loss ")


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_so(read: Callable[..., Found], text: str) -> None:
    assert [c.quote for c in read(text).claims if c.mode != "turn"] == []


@pytest.mark.parametrize(("text", "about"), BEHIND)
def test_what_follows_a_colon_has_its_own_subject(read: Callable[..., Found], text: str, about: str) -> None:
    found = read(text)
    (claim,) = found.claims
    assert {n.id: n.name for n in found.names}[claim.subject or ""] == about


@pytest.mark.parametrize("text", NOT_BEHIND)
def test_what_is_denied_before_a_colon_is_not_claimed_behind_it(read: Callable[..., Found], text: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    assert "Acme Bank" not in [names.get(c.subject or "") for c in found.claims if c.status == "stated"]


def test_who_puts_something_at_a_number_says_no_cause(read: Callable[..., Found]) -> None:
    (claim,) = read("Ingrid Solv put the price of lamps at 40 crowns in 2021.").claims
    assert claim.kind == "amount"
