"""Plain forms of a rise, a fall and a place, and what only looks like one."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Elm Union lost members in 2021.", "trend"),
        ("The Elm Union has gained many members since 2019.", "trend"),
        ("Rents in Norland were higher in 2021 than a year earlier.", "trend"),
        ("Norland came only third in lamp exports in 2021.", "rank"),
        ("Norland was second in lamp production in 2021.", "rank"),
    ],
)
def test_it_is_one(read: Callable[..., Found], sentence: str, kind: str) -> None:
    assert {c.kind for c in read(f'"{sentence[:-1]}," said Pia Vex.').claims} == {kind}


@pytest.mark.parametrize(
    "sentence",
    ["The Elm Union lost its way in 2021.", "Ada Elm was second in command in 2021.", "Norland added salt in 2021."],
)
def test_it_is_none(read: Callable[..., Found], sentence: str) -> None:
    assert {"trend", "rank"}.isdisjoint(c.kind for c in read(f'"{sentence[:-1]}," said Pia Vex.').claims)
