"""Names are read whole, whatever part of them a model saw, and without where somebody is from."""

from collections.abc import Callable

import pytest

from cuibono.extract.mention_kinds import trimmed
from cuibono.extract.mention_whole import without_place
from cuibono.extract.records import Found, Mention, Span

Read = Callable[..., Found]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Valley of Orm brought in 20 tonnes of rice in 2021.", "Valley of Orm", "Location"),
        ("Rice from the Gulf of Tarn was sold in 2021.", "Gulf of Tarn", "Location"),
        ("The rate was 9 percent, writes Dr Orla Finch of Elm Bay.", "Orla Finch", "Person"),
        ("Brightex was founded in 1959.", "Brightex", "Organization"),
        ("Brightex employed 6,400 people in 2023.", "Brightex", "Organization"),
        ("Brightex had revenue of 2.3 billion crowns in 2023.", "Brightex", "Organization"),
    ],
)
def test_a_name_is_whole(read: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(n.name, n.type) for n in read(text).names}


def test_who_is_of_a_place_is_called_without_it() -> None:
    where = Span(5, 27)
    person = Mention(where, "Dorn Weller of Elm Bay", "Person")
    assert without_place(person).quote == "Dorn Weller"
    assert without_place(person).span == Span(5, 16)
    body = Mention(where, "First Bank of Elm Bay", "Organization")
    assert without_place(body) == body


@pytest.mark.parametrize(
    "text", ["Orlo Vasker said the bank was broke.", "The bank was broke, Orlo Vasker told the radio."]
)
def test_two_large_words_that_speak_are_a_person(read: Read, text: str) -> None:
    assert ("Orlo Vasker", "Person") in {(n.name, n.type) for n in read(text).names if not n.unnamed}


@pytest.mark.parametrize(
    ("view", "start", "kept"),
    [
        ("By 2030 Norland", 0, "Norland"),
        ("2030 Norland", 0, "Norland"),
        ("In 2024 Acme Steel", 0, "Acme Steel"),
        ("Studio 2024 Norland", 0, "Studio 2024 Norland"),
    ],
)
def test_a_year_before_a_name_is_no_part_of_it(view: str, start: int, kept: str) -> None:
    span = trimmed(view, Span(start, len(view)), "Organization")
    assert view[span.start : span.end] == kept
