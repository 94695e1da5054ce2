"""Two who are named and set against each other by a number."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland mined less salt than Arland in 2021.",
        "Unemployment in Norland was higher than in Arland in 2021.",
        "In 2021 Norland had a larger population than Arland.",
        "Norland's unemployment rate was below that of Arland in 2021.",
        "Norland mined twice as much salt as Arland in 2021.",
        "Norland's salt output in 2021 exceeded that of Arland.",
        "Norland overtook Arland in salt output in 2021.",
    ],
)
def test_it_is_a_rank(read: Callable[..., Found], sentence: str) -> None:
    kinds = {c.kind for c in read(f'"{sentence[:-1]}," said Pia Vex.').claims}
    assert kinds == {"rank"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland was more beautiful than Arland in 2021.",
        "Norland mined less salt in 2021 than in 2016.",
        "It rained more often in Norland than in Arland in 2021.",
    ],
)
def test_it_is_none(read: Callable[..., Found], sentence: str) -> None:
    assert "rank" not in {c.kind for c in read(f'"{sentence[:-1]}," said Pia Vex.').claims}
