"""What pronouns and descriptions stand for, and where nobody can tell."""

from collections.abc import Callable

import pytest

from cuibono.extract.analysis import Analysis
from cuibono.extract.records import Span, Turn
from tests.extract.cast import read

Analyse = Callable[[str], Analysis]

TOLD = [
    ("Gu Wenhai arrived late. He apologised.", {"He": "Gu Wenhai"}),
    ("Gu Wenhai praised his driver.", {"his": "Gu Wenhai"}),
    ("Mrs. Bai Ronghua met Mr. Gu Wenhai. She spoke first.", {"She": "Bai Ronghua"}),
    ("Gu Wenhai's daughter, Gu Xiaomei, met Mr. Luo Ping. Her shop is small.", {"Her": "Gu Xiaomei"}),
    ("Sarah Whitfield wrote to Peter Holmgren. He did not reply.", {"He": "Peter Holmgren"}),
    ("Brightstar Semiconductor lost money. It sold a factory.", {"It": "Brightstar Semiconductor"}),
    ("Orient Shipping praised its founder.", {"its": "Orient Shipping"}),
    ("Orient Shipping, a logistics company, lost money. The company had owned too much.",
     {"The company": "Orient Shipping"}),
    ("The Lakeside Foundation closed. Its chairman wept.", {"Its": "Lakeside Foundation"}),
    ("The businessman Huo Jun paid for it all. The businessman declined.", {"The businessman": "Huo Jun"}),
    ("Loopcam is made by Tidewater Media. Its chairman is rich.", {"Its": "Tidewater Media"}),
    ("Huo Jun paid for it all. The tycoon later declined to comment.", {"The tycoon": "Huo Jun"}),
    ("Pei Guotai and his wife Qu Lan moved.", {"his": "Pei Guotai"}),
]  # fmt: skip

OPEN = [
    "Gu Wenhai met Cao Renfu and Luo Ping met Huo Jun. Bo Lifen knew that he had won.",
    "It is said that Gu Wenhai left.",
    "The company had owned too much.",
    "Luo Ping was the founder of the company.",
    "Brightstar Semiconductor sued Orient Shipping and Redlake Holdings. The ministry paid.",
    "Gu Wenhai arrived.\n\nThe day was long.\n\nThe rain fell.\n\nHe apologised.",
    "Nobody knew what they wanted.",
    "Huo Jun wrote to Luo Ping. The tycoon later declined to comment.",
    "Huo Jun fell asleep. A man came in. He laughed.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[t[:40] for t, _ in TOLD])
def test_what_can_be_told_is_told(text: str, wanted: dict[str, str], analyse: Analyse) -> None:
    found = {r.quote: r.name for r in read(text, analyse).references}
    assert {quote: found.get(quote) for quote in wanted} == wanted


@pytest.mark.parametrize("text", OPEN, ids=[t[:40] for t in OPEN])
def test_what_is_open_stays_out(text: str, analyse: Analyse) -> None:
    assert read(text, analyse).references == ()


def test_what_it_is_done_to_is_not_who_does_it(analyse: Analyse) -> None:
    found = read("Luo Ping came in. Gu Wenhai thanked him.", analyse).references
    assert [(r.quote, r.name) for r in found] == [("him", "Luo Ping")]


def test_both_are_the_two_before(analyse: Analyse) -> None:
    found = read("Gu Wenhai was once the classmate of Luo Ping. Both of them studied law.", analyse).references
    assert {r.name for r in found if r.quote == "Both"} == {"Gu Wenhai", "Luo Ping"}


def test_i_is_whoever_speaks_the_turn(analyse: Analyse) -> None:
    text = "I worked for Tidewater Media. Wen Tao was there."
    turn = Turn(Span(0, len(text)), "Wen Tao", "guest", 0.9)
    found = read(text, analyse, [turn]).references
    assert [(r.quote, r.name, r.confidence) for r in found] == [("I", "Wen Tao", 0.873)]


def test_whoever_speaks_is_not_he(analyse: Analyse) -> None:
    text = "Wen Tao: I met Gu Wenhai. He was tired."
    turn = Turn(Span(8, len(text)), "Wen Tao", "guest", label=Span(0, 8))
    assert {r.quote: r.name for r in read(text, analyse, [turn]).references}["He"] == "Gu Wenhai"


def test_every_reference_quotes_its_place(analyse: Analyse) -> None:
    text = "Orient Shipping, a company, lost money. The company and its chairman Huo Jun knew. He wept."
    found = read(text, analyse).references
    assert found
    assert all(r.span.of(text) == r.quote for r in found)
    assert all(0 < r.confidence < 1 for r in found)
