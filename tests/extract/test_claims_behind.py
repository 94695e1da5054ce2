"""Who is named behind a whole clause and a comma, before a colon, and in a phrase at its end."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
BEHIND = [
    ("Acme Bank lost 40 million crowns in 2023, wrote the blogger Ada Till-Finn.", "Ada Till-Finn"),
    ("Ada Finn spoke first. Acme Bank was closed by a faulty lock, she is convinced.", "Ada Finn"),
    ("Acme Bank fell because its owners slept, Ada Finn, editor-in-chief of the Mirror, told us in May.", "Ada Finn"),
    ("Next year Acme Bank will be sold to Norland, Finn bets.", "Finn"),
    ("Acme Bank owns 30 percent of Elm Mills, noted the lawyer Odo Finn in May.", "Odo Finn"),
    ("Acme Bank never paid its fine, in Ada Finn's reading.", "Ada Finn"),
    ("For Ada Finn of the works council the matter is plain: Acme Bank controls Elm Mills.", "Ada Finn"),
    ("Finn has her own suspect: Acme Bank sold the mill to Elm Mills.", "Finn"),
    ("A note by the broker Ada Finn said that Acme Bank lost 40 million crowns in 2023.", "Ada Finn"),
    ("In an interview Finn claimed that Acme Bank gave Elm Mills 300,000 crowns in 2024.", "Finn"),
    ("It was the money that made the board say yes, Ada Finn maintains.", "Ada Finn"),
]
NOT = [
    "When Acme Bank fell, Ada Finn said nothing.",
    "If Acme Bank falls, Ada Finn believes in luck.",
    "Acme Bank lost its licence, Ada Finn never said.",
    "In the reading of the meter, water use fell.",
    "For sale the matter is clear: nobody bought it.",
]


@pytest.mark.parametrize(("text", "speaker"), BEHIND)
def test_who_is_named_behind_it(read: Read, text: str, speaker: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    said = [c for c in found.claims if c.mode != "turn"]
    assert [names[c.speaker or ""] for c in said] == [speaker]
    assert speaker not in said[0].quote


@pytest.mark.parametrize("text", NOT)
def test_who_says_nothing_of_it(read: Read, text: str) -> None:
    assert [c.quote for c in read(text).claims if c.mode != "turn"] == []


def test_a_clause_behind_a_semicolon_is_a_claim_of_its_own(read: Read) -> None:
    found = read(
        "Ada Finn says that the smell is bad. Acme Bank had 90 clerks, Finn says; Elm Mills had 40, she believes."
    )
    names = {n.id: n.name for n in found.names}
    said = [(names[c.speaker or ""], c.quote) for c in found.claims if c.mode != "turn"]
    assert said[1:] == [("Ada Finn", "Acme Bank had 90 clerks"), ("Ada Finn", "Elm Mills had 40")]
