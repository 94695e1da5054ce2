"""Who speaks where a parser took the verb for a noun, and whom "she" means far from where she spoke."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

TELLERS = [
    (
        "In a note published in May 2020, Dover Securities forecast that Acme Bank would fail by 2023.",
        "Dover Securities",
    ),
    ("In a recent note, Dover Securities forecasts that Acme Bank will fail by 2033.", "Dover Securities"),
    ("The broker Dover Securities forecast that Acme Bank would fail by 2023.", "Dover Securities"),
    ("Ada Finn runs a shop. “Acme Bank failed in 2012,” Finn replies, a little too quickly.", "Ada Finn"),
]
INTERVIEW = """Ada Finn runs a mill. Finn says the drought was long. If the ban had come
earlier, she says, it would have helped.

Did she think of leaving? "Every Monday."

Water bills will rise by 18 percent by 2030, she says.

Her husband, Emil Torv, keeps bees. She finishes the tea. "I have the best staff in the country," she says.
"""


@pytest.mark.parametrize(("text", "speaker"), TELLERS)
def test_who_tells_it(read: Callable[..., Found], text: str, speaker: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    assert [names[c.speaker or ""] for c in found.claims if c.mode != "turn"] == [speaker]


def test_she_goes_on_though_a_paragraph_stands_between_and_is_no_husband(read: Callable[..., Found]) -> None:
    found = read(INTERVIEW)
    names = {n.id: n.name for n in found.names}
    said = {c.quote: names[c.speaker or ""] for c in found.claims if c.mode != "turn"}
    assert said["Water bills will rise by 18 percent by 2030"] == "Ada Finn"
    assert said["I have the best staff in the country"] == "Ada Finn"


def test_a_noun_with_a_that_behind_is_nobody_speaking(read: Callable[..., Found]) -> None:
    found = read("The Acme Bank report that was read in Oslo was long.")
    assert [c.quote for c in found.claims if c.mode != "turn"] == []
