"""Letters, memos and speeches are told by whoever signs, sends or gives them."""

import pytest

from cuibono.extract.records import Name, Span
from cuibono.extract.turns_letters import letters
from cuibono.extract.turns_people import People

PAGE = """Letters to the editor
The Elm Courier

Sir, - The mill has closed. It never paid tax.
Ada Lind, Elm

Dear editor,
Ms Lind forgets the facts. The mill paid tax in 2021!

Yours sincerely,
Dr. Ole Vang, chair of the mill's board
"""
MEMO = """From: Ada Lind, head of sales
To: the board
Date: 3 May 2024

Our revenue fell. Ole Vang knew it.
"""


def read(view: str, *people: str) -> list[tuple[str, str]]:
    named = tuple(
        Name(f"n{i}", name, "Person", (Span(view.index(name), view.index(name) + len(name)),), (name,), "named")
        for i, name in enumerate(people)
    )
    who = People(named)
    return [(who.name(t.speaker or "").name, " ".join(t.span.of(view).split())) for t in letters(view, who)]


def test_each_letter_of_a_page_is_its_signers() -> None:
    assert read(PAGE) == [
        ("Ada Lind", "The mill has closed. It never paid tax."),
        ("Dr. Ole Vang", "Ms Lind forgets the facts. The mill paid tax in 2021! Yours sincerely,"),
    ]


def test_a_page_of_letters_without_salutations_is_cut_at_its_signatures() -> None:
    view = "LETTERS\n\nThe mill has closed for good.\n- Ada Lind, Elm\n\nIt never paid a single tax.\n- Ole Vang\n"
    assert read(view) == [("Ada Lind", "The mill has closed for good."), ("Ole Vang", "It never paid a single tax.")]


def test_an_open_letter_may_turn_to_somebody_in_a_line_of_its_own() -> None:
    view = "To the mayor of Elm\n\nMadam Mayor,\n\nwe closed the mill in 2021. It was ours.\n\nAda Lind, president\n"
    assert read(view) == [("Ada Lind", "we closed the mill in 2021. It was ours.")]


def test_a_memo_is_of_who_sends_it() -> None:
    assert read(MEMO) == [("Ada Lind", "Our revenue fell. Ole Vang knew it.")]


def test_a_speech_is_of_whom_its_heading_names() -> None:
    view = "Speech by the minister, Ada Lind, to the council\n\nI closed the mill in 2021. We all paid.\n"
    assert read(view, "Ada Lind") == [("Ada Lind", "I closed the mill in 2021. We all paid.")]


@pytest.mark.parametrize(
    "view",
    [
        "Speech by Ada Lind\n\nThe minister spoke for an hour. The mill, she said, has closed.\n",  # about a speech
        "The mill\n\nThe mill has closed.\n\nAda Lind, Elm\n",  # an article and its writer
        "The mill\n\nSpeedy,\n\nthe mill has closed, and nobody signs for it.\n",
        "Elm,\n\nThe mill has closed for good.\n\nAda Lind, Elm\n",  # a dateline and a writer
        "Dear reader,\nthe mill has closed for good, and nobody knows why.\n",  # nobody signs
        "From: Ada Lind\n\nOur revenue fell.\n",  # one line is no head
        "",
    ],
)
def test_other_texts_have_no_letters(view: str) -> None:
    assert read(view, *(["Ada Lind"] if "Ada Lind" in view else [])) == []
