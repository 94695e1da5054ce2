"""Whose text it is, by its first lines: then "we" is that body. Letters to a body and pages of letters are nobody's."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
OURS = [
    ("An open letter from the Dockers' Union of Elm", "Dockers' Union of Elm"),
    ("A leaflet of the Elm Housing League, May 2024", "Elm Housing League"),
    ("# Who drinks the lake\n\n*Elm River Watch, report no. 4, 3 May 2024*", "Elm River Watch"),
    ("Press release by Quell Bank", "Quell Bank"),
    ("Statement from the board of Quell Bank", "Quell Bank"),
    ("Annual report of Quell Bank for 2024", "Quell Bank"),
    ("Quell Bank: half-year results", "Quell Bank"),
    ("Elm, 3 May 2024. Quell Bank, the oldest bank in Elm, reports on 2023.", "Quell Bank"),
]
NOBODYS = [
    "A letter to Quell Bank",
    "Quell Bank has a letter for us",
    "Mayor reads letter from Quell Bank",
    "Poverty is growing, says a report by the Elm Institute",
    "Quell Bank and the report of Bell Scooters",
    "Letters to the Elm Gazette",
    "Press release by Quell Bank\n\nPress release by Bell Scooters Ltd",
]


def _we(found: Found) -> list[str]:
    names = {n.id: n.name for n in found.names}
    return [names.get(c.subject or "", c.about) for c in found.claims if c.quote.startswith("We ")]


@pytest.mark.parametrize(("head", "body"), OURS)
def test_we_is_the_body_whose_text_it_is(read: Read, head: str, body: str) -> None:
    assert _we(read(f"{head}\n\nWe earned 40 million crowns in 2024.\n")) == [body]


@pytest.mark.parametrize("head", NOBODYS)
def test_we_is_nobody_in_other_texts(read: Read, head: str) -> None:
    assert _we(read(f"{head}\n\nWe earned 40 million crowns in 2024.\n")) == ["We"]


def test_who_signs_for_a_body_says_we_of_it_and_i_of_herself(read: Read) -> None:
    found = read(
        "Bell Scooters Ltd - letter to shareholders\n\nDear shareholders,\n\nWe sold 400 scooters in 2024. I joined "
        "the firm in 2019.\n\nYours sincerely,\nAda Tarn, chief executive\n"
    )
    names = {n.id: n.name for n in found.names}
    assert [(names[c.speaker or ""], names[c.subject or ""]) for c in found.claims] == [
        ("Ada Tarn", "Bell Scooters Ltd"),
        ("Ada Tarn", "Ada Tarn"),
    ]


def test_who_is_quoted_there_does_not_speak_for_it(read: Read) -> None:
    text = 'Press release by Quell Bank\n\n"We had 400 workers in 2024," said Ole Vang, a baker.\n'
    found = read(text)
    names = {n.id: n.name for n in found.names}
    assert [names.get(c.subject or "") for c in found.claims] == ["Ole Vang"]
