"""Who says something as a habit, or takes pains to; and who only wants to, or likes to think it."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

SAYS = [
    "Ada Finn likes to point out that Acme Bank was founded in 1986.",
    "Ada Finn, the finance minister, likes to point out that Acme Bank was founded in 1986.",
    "Ada Finn is fond of saying that Acme Bank was founded in 1986.",
    "Ada Finn is at pains to stress that Acme Bank was founded in 1986.",
    "Ada Finn was quick to point out that Acme Bank was founded in 1986.",
    "Ada Finn was keen to stress that Acme Bank was founded in 1986.",
    "Ada Finn loves telling people that Acme Bank was founded in 1986.",
    "Ada Finn tends to claim that Acme Bank was founded in 1986.",
]
DOES_NOT = [
    "Ada Finn likes to think that Acme Bank was founded in 1986.",
    "Ada Finn wanted to say that Acme Bank was founded in 1986.",
    "Ada Finn was not eager to admit that Acme Bank was founded in 1986.",
    "Ada Finn never likes to say that Acme Bank was founded in 1986.",
]


def said_by(found: Found) -> list[tuple[str | None, str]]:
    names = {n.id: n.name for n in found.names}
    return [(names.get(c.speaker or ""), c.quote) for c in found.claims if c.mode != "turn"]


@pytest.mark.parametrize("text", SAYS)
def test_a_habit_of_saying_is_saying(read: Callable[..., Found], text: str) -> None:
    assert said_by(read(text)) == [("Ada Finn", "Acme Bank was founded in 1986")]


@pytest.mark.parametrize("text", DOES_NOT)
def test_who_does_not_say_it(read: Callable[..., Found], text: str) -> None:
    assert said_by(read(text)) == []


def test_what_a_teller_does_while_telling_is_no_part_of_it(read: Callable[..., Found]) -> None:
    found = read("Acme Bank lost 40 million crowns, two clerks said, asking not to be named because it is secret.")
    assert said_by(found) == [("two clerks", "Acme Bank lost 40 million crowns")]
    assert len(found.claims) == 1


def test_a_note_speaks_for_whoever_made_it(read: Callable[..., Found]) -> None:
    found = read("According to a note by Dover Securities, Acme Bank lost 40 million crowns.")
    assert said_by(found) == [("Dover Securities", "Acme Bank lost 40 million crowns")]
