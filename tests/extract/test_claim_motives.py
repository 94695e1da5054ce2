"""What ruined something, began it or was the aim of it is a cause; who did what to whom, and when, is none."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

WHY = [
    "Cheap imports killed the mill.",
    "The fire was started by a cigarette.",
    "What drove the price up was the drought.",
    "Vetrano Glass sold the plant to pay its debts.",
    "The recall is the fault of the new manager.",
    "Had the lock been open, the town would have been spared.",
    "Rents rose as a result of the new university.",
]
NOT = [
    "The gunman killed the guard.",
    "Kerrow Bank destroyed the files.",
    "A fire destroyed the mill on 9 August 2018.",
    "The strike was started by the Dock Union.",
    "Vetrano Glass wants to pay its debts.",
    "Kerrow Bank hired Odd Brane to protect the vault.",
    "Odd Brane sold the right to pay in coins.",
    "Ada Finn, who left because she was ill, owns Elm Mills.",
]


@pytest.mark.parametrize("words", WHY)
def test_it_says_why(read: Callable[..., Found], words: str) -> None:
    assert [c.kind for c in read(words).claims] == ["cause"]


@pytest.mark.parametrize("words", NOT)
def test_it_does_not(read: Callable[..., Found], words: str) -> None:
    assert "cause" not in [c.kind for c in read(words).claims]
