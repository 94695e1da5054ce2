"""Who speaks without a verb of saying that lists have: heard from, of the opinion, before a colon, between commas."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

BANK = "Acme Bank lost 40 million dollars in 2024"
SAYS = [
    (f"{BANK}, I was told by Ada Finn.", "Ada Finn"),
    (f"We hear from Ada Finn that {BANK}.", "Ada Finn"),
    (f"{BANK}, the production manager Ada Finn reads from a screen.", "Ada Finn"),
    (f"{BANK}, the mayor, Ada Finn, believes.", "Ada Finn"),
    (f"{BANK}, reports its new director, Ada Finn.", "Ada Finn"),
    (f"{BANK}, managing director Ada Finn told lawmakers on Monday.", "Ada Finn"),
    (f"{BANK}, so Ada Finn.", "Ada Finn"),
    (f"According to our clerk, Ada Finn, {BANK}.", "Ada Finn"),
    (f"It is the view of Ada Finn that {BANK}.", "Ada Finn"),
    (f"Ada Finn is under the impression that {BANK}.", "Ada Finn"),
    (f"Ada Finn gave another number: {BANK}.", "Ada Finn"),
    (f"Ada Finn is a clerk. Her theory: {BANK}.", "Ada Finn"),
    (f"To Ada Finn's mind, {BANK}.", "Ada Finn"),
    (f"Ada Finn let it be known that {BANK}.", "Ada Finn"),
    (f"The physician Ada Finn made it clear to the council that {BANK}.", "Ada Finn"),
    (f"Ada Finn runs a mill. Finn is certain that {BANK}.", "Ada Finn"),
]
SILENT = [
    f"Ada Finn has a dog: {BANK}.",  # no word of hers is announced
    "I was told by Ada Finn to go home early on Monday.",
    "Ada Finn took the view of the harbour that hangs there.",
    "Ada Finn reported 3 thefts to the police in 2024.",
]


@pytest.mark.parametrize(("text", "speaker"), SAYS)
def test_who_speaks(read: Callable[..., Found], text: str, speaker: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    told = [c for c in found.claims if "40 million" in c.quote]
    assert [names.get(c.speaker or "") for c in told] == [speaker]
    assert told[0].quote == BANK


@pytest.mark.parametrize("text", SILENT)
def test_who_does_not_speak(read: Callable[..., Found], text: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    assert "Ada Finn" not in [names.get(c.speaker or "") for c in found.claims]


def test_quoted_words_behind_a_phrase_are_of_whom_it_names(read: Callable[..., Found]) -> None:
    found = read('Emil Torv keeps bees. In the words of Ada Finn, "no ship on this coast is prettier than ours".')
    names = {n.id: n.name for n in found.names}
    assert [names[c.speaker or ""] for c in found.claims if c.mode == "direct"] == ["Ada Finn"]


def test_it_is_not_whom_its_own_sentence_names(read: Callable[..., Found]) -> None:
    found = read("The pressure group Quiet Nights disagrees. Acme Bank lost 40 million dollars in 2024, it alleges.")
    names = {n.id: n.name for n in found.names}
    told = next(c for c in found.claims if "40 million" in c.quote)
    assert names.get(told.speaker or "") != "Acme Bank"


def test_items_of_a_list_are_sentences_of_their_own(read: Callable[..., Found]) -> None:
    items = "- Thefts in Elm fell from 90 in 2023 to 80 in 2024.\n- 40 ships were sold in Elm in 2024.\n"
    text = f"{items}| Thefts | Elm had 80 thefts in 2024 |"
    said = [c.quote for c in read(text).claims]
    assert said == [
        "Thefts in Elm fell from 90 in 2023 to 80 in 2024",
        "40 ships were sold in Elm in 2024",
        "Elm had 80 thefts in 2024",
    ]
