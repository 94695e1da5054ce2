"""A bare family name is not whoever came into the text only as another's kin."""

from collections.abc import Callable

import pytest

from cuibono.extract.name_kin import told_as_kin
from cuibono.extract.records import Found, Span

Read = Callable[..., Found]
LAST = " Finn sold the bridge in 2021."


def _seller(found: Found) -> str | None:
    names = {n.id: n.name for n in found.names}
    return names.get(next(c for c in found.claims if "sold the bridge" in c.quote).subject or "")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mayor Anselm Finn owns the mill. Corvin Finn, the mayor's nephew, owns the bank.", "Anselm Finn"),
        ("Anselm Finn owns the mill. His sister Marit Finn owns the bank.", "Anselm Finn"),
        ("Anselm Finn owns the mill. Marit Finn is his wife.", "Anselm Finn"),
        # told by their own names first, or by both: whoever is written last
        ("Marit Finn, a sister of Anselm Finn, owns the mill.", "Anselm Finn"),
        ("Anselm Finn owns the mill. Marit Finn owns the bank.", "Marit Finn"),
    ],
)
def test_whom_a_family_name_means(read: Read, text: str, who: str) -> None:
    assert _seller(read(text + LAST)) == who


def test_whose_nephew_somebody_is_does_not_make_him_that(read: Read) -> None:
    text = "Anselm Finn is the mayor. Corvin Finn, the mayor's nephew, owns it. The mayor sold the bridge in 2021."
    assert _seller(read(text)) == "Anselm Finn"


@pytest.mark.parametrize(
    ("text", "kin"),
    [("her brother Bo Ash left", True), ("Bo Ash, the mayor's son, left", True), ("Bo Ash, the mayor, left", False)],
)
def test_who_is_told_as_kin(text: str, kin: bool) -> None:
    start = text.index("Bo Ash")
    assert told_as_kin(text, [Span(start, start + 6)]) is kin
