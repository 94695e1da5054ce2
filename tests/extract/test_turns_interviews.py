"""Printed interviews without labels: questions in paragraphs of their own, and a guest whom the head names."""

import pytest

from cuibono.extract.records import Name, Span
from cuibono.extract.turns_interviews import interview
from cuibono.extract.turns_people import People

HEAD = "# Nobody owns the sea: questions to Maude Ellering\n\n*The Herald, 9 September 2026.*\n\n"
BODY = (
    "{q}How are the firms doing?{q}\n\nDeepline laid more cable. Or did it?\n\n"
    "{q}Who owns Deepline?{q}\n\nThe Treasury sold its part.\n\nNobody objected.\n\n"
    "{q}Was that wise?{q}\n\nIt was a foolish sale.\n"
)


def told(view: str) -> list[tuple[str, str | None]]:
    at = view.find("Maude Ellering")
    maude = Name("n1", "Maude Ellering", "Person", (Span(at, at + 14),), ("Maude Ellering",))
    people = People((maude,) if at >= 0 else ())
    return [(t.span.of(view), t.speaker) for t in interview(view, people)]


@pytest.mark.parametrize("mark", ["**", ""])
def test_answers_are_the_guests_and_questions_the_papers(mark: str) -> None:
    view = HEAD + BODY.format(q=mark).replace(" Or did it?", " Or did it?" if mark else "")
    assert told(view) == [
        ("How are the firms doing?", None),
        ("Deepline laid more cable. Or did it?" if mark else "Deepline laid more cable.", "n1"),
        ("Who owns Deepline?", None),
        ("The Treasury sold its part.", "n1"),
        ("Nobody objected.", "n1"),
        ("Was that wise?", None),
        ("It was a foolish sale.", "n1"),
    ]


@pytest.mark.parametrize(
    "view",
    [
        "# Nobody owns the sea\n\n" + BODY.format(q=""),  # the head names nobody
        "# What we know of the sea\n\nMaude Ellering sold her boats.\n\n" + BODY.format(q="**"),  # she is only named
        HEAD + "Deepline laid more cable.\n\nWho owns it?\n\nThe Treasury sold its part.\n",  # one question
        HEAD + "Why?\n\nWho?\n\nWhen?\n\nWhere?\n\nNobody knows.\n",  # questions without answers
    ],
)
def test_other_texts_are_none(view: str) -> None:
    assert told(view) == []
