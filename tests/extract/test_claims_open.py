"""Who says what with a verb that no list has: by name and a "that", behind a whole clause, with a number."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
SAYS = [
    # any verb with a name before it and a "that" behind it
    ("Hu Wen moaned that Acme Bank was broke.", "Hu Wen", "Acme Bank was broke"),
    ("Orla Finch, Treasurer, marvelled that Acme Bank was broke.", "Orla Finch", "Acme Bank was broke"),
    ("Hu Wen regretted that the lamps had been sold in 2012.", "Hu Wen", "the lamps had been sold in 2012"),
    # a parser hangs "that" on a noun
    ("Hu Wen recalled that Ida Penn had been managing director of Acme Bank.", "Hu Wen",
     "Ida Penn had been managing director of Acme Bank"),
    # behind a whole clause and a comma
    ("Acme Bank was broke, the columnist Hu Wen enthused last week.", "Hu Wen", "Acme Bank was broke"),
    ("Acme Bank will be sold, the Lamp Makers' Union believes.", "Lamp Makers' Union", "Acme Bank will be sold"),
    ("Acme Bank was dissolved in 2012, court papers show.", "court papers", "Acme Bank was dissolved in 2012"),
    ("Acme Bank belongs to Hu Wen, the tax files show.", "the tax files", "Acme Bank belongs to Hu Wen"),
    # the verb before who says it
    ("Acme Bank lost 40 million crowns in 2021, retorts her neighbour Hu Wen.", "Hu Wen",
     "Acme Bank lost 40 million crowns in 2021"),
    ("Acme Bank lost 40 million crowns in 2021, insists the blogger Hu Wen.", "Hu Wen",
     "Acme Bank lost 40 million crowns in 2021"),
    # numbers that somebody puts, expects or is certain of
    ("Clara Finch put the price of lamps at 40 crowns in 2021.", "Clara Finch",
     "the price of lamps at 40 crowns in 2021"),
    ("Clara Finch expects lamp exports to reach 40 tonnes by 2040.", "Clara Finch",
     "lamp exports to reach 40 tonnes by 2040"),
    ("Hu Wen is convinced that Acme Bank was founded in 2012.", "Hu Wen", "Acme Bank was founded in 2012"),
    ("A reader, Hu Wen, is certain that Acme Bank was founded in 2012.", "Hu Wen", "Acme Bank was founded in 2012"),
]  # fmt: skip
NOTHING = [
    "Hu Wen arranged that the bank was sold in 2012.",
    "Hu Wen decided that the bank was to be sold.",
    "Acme Bank ensured that its lamps were safe.",
    "Hu Wen hopes that the bank will be sold.",
    "Hu Wen demanded that the bank be sold.",
    "The lamp was broken, the boy saw.",
    "The Globe ran a story, quoted the mayor Hu Wen.",
    "Hu Wen put his money at risk in 2021.",
    "Hu Wen put the lamp at the table of 40 guests.",
    "Clara Finch expects her son to come at 5.",
    "Hu Wen is not sure that Acme Bank was founded in 2012.",
    "Few bankers deplored that Acme Bank was broke.",
]


def said(read: Read, text: str) -> list[tuple[str, str]]:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    return [(names[c.speaker or ""], c.quote) for c in found.claims if c.mode != "turn"]


@pytest.mark.parametrize(("text", "speaker", "content"), SAYS)
def test_who_says_it(read: Read, text: str, speaker: str, content: str) -> None:
    assert said(read, text) == [(speaker, content)]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_says_it(read: Read, text: str) -> None:
    assert said(read, text) == []


def test_what_is_expected_is_to_come(read: Read) -> None:
    (claim,) = read("Clara Finch expects lamp exports to reach 40 tonnes by 2040.").claims
    assert claim.status == "forecast"
