"""Voices with a label and no name speak for themselves; a name in the label's brackets is theirs."""

from collections.abc import Callable

from cuibono.extract.records import Found

Read = Callable[..., Found]
TEXT = """HEARING ON THE MILLS

THE CHAIR{}: For the record, the Data Office fined Acme Mills 12 million crowns in November 2024. Let us begin.

ADA LIND (Elm Council): Acme Mills has 40 workers. It closed in 2021.

SPEAKER 2: The mill sold 300 rolls in 2023.

THE CHAIR: The mill sold 200 rolls in 2024. Is that right?

CALLER: Did the mill pay 300 crowns in 2022?
"""


def _said(found: Found) -> list[tuple[str | None, str, str]]:
    names = {n.id: n.name for n in found.names}
    return [(names.get(c.speaker or ""), c.speaker_kind, c.quote) for c in found.claims if "rolls" in c.quote]


def test_each_label_is_one_source_without_a_name(read: Read) -> None:
    found = read(TEXT.format(""))
    assert _said(found) == [
        ("Speaker 2", "anonymous", "The mill sold 300 rolls in 2023"),
        ("The chair", "anonymous", "The mill sold 200 rolls in 2024"),
    ]
    assert not any("Did the mill" in c.quote for c in found.claims)


def test_a_name_in_brackets_is_whose_label_it_is(read: Read) -> None:
    assert _said(read(TEXT.format(" (Berit Holm)")))[1] == (
        "Berit Holm",
        "named",
        "The mill sold 200 rolls in 2024",
    )
