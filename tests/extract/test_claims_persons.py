"""Whom a pronoun or a trade means: who the text has turned to, and never whom the told words are about."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

WHO = [
    (  # the text has turned to another since
        "Acme Bank grew in 2023, Ada Finn said. A spokeswoman of Elm Mills, Mara Till, turned this on its head. "
        "Acme Bank shrank in 2023, she said.",
        "Mara Till",
    ),
    (
        "Acme Bank grew in 2023, Ada Finn said. Acme Bank shrank in 2024, she added.",
        "Ada Finn",
    ),
    (  # a subject within what is told is nobody who tells it
        "Acme Bank grew in 2023, Ada Finn said. Carl Till sold Acme Bank in May 2024, she went on.",
        "Ada Finn",
    ),
    (
        "Acme Bank grew in 2023, Ada Finn said. A third member, the engineer Odo Vance, spoke of mills instead: "
        "Elm Mills grew in 2023, he told us.",
        "Odo Vance",
    ),
    ("The biographer Ada Finn sat down. Odo Vance spoke. Acme Bank grew in 2023, the biographer said.", "Ada Finn"),
    ("The Mirror reported that Acme Bank grew. Elm Mills lost 4 million crowns, the same paper claimed.", "Mirror"),
]


@pytest.mark.parametrize(("text", "speaker"), WHO)
def test_who_is_meant(read: Callable[..., Found], text: str, speaker: str) -> None:
    found = read(text)
    names = {n.id: n.name for n in found.names}
    last = [c for c in found.claims if c.mode != "turn"][-1]
    assert names[last.speaker or ""].removeprefix("The ") == speaker


def test_a_trade_that_two_have_is_nobody_in_particular(read: Callable[..., Found]) -> None:
    found = read("The potter Ada Finn and the potter Mara Till met. Acme Bank lost 30 million crowns, the potter said.")
    names = {n.id: n for n in found.names}
    said = [c for c in found.claims if c.mode != "turn"]
    assert all(names[c.speaker or ""].name != "Ada Finn" for c in said)
