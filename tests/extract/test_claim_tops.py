"""Who is first or second of many without a superlative, and who leads something else."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

TOPS = [
    "Norvik was the global market leader in heat pumps in 2023.",
    "Norvik leads the market for heat pumps.",
    "Norvik tops the list of lamp makers.",
    "Norvik led the rankings of lamp makers in 2021.",
    "Norvik is the top producer of lamps.",
    "Norvik is Norland's leading exporter of lamps.",
    "Norvik sits at the top of the lamp market.",
    "Norvik is the No. 1 lamp maker.",
    "Norvik came top in sales of lamps in 2022.",
    "In lamps, Norvik is second to none.",
    "Norland is second only to Arland in lamps.",
]
NOT_TOPS = [
    "Hugo Brandt leads the industry ministry.",
    "Hugo Brandt leads the list of candidates.",
    "Hugo Brandt was the leader of the party.",
    "Norvik was led by Hugo Brandt.",
    "The market leader in lamps, Norvik, sold 40,000 lamps in 2022.",
    "The village lies at the top of the valley.",
]


@pytest.mark.parametrize("words", TOPS)
def test_it_is_a_rank(read: Callable[..., Found], words: str) -> None:
    (claim,) = read(words).claims
    assert claim.kind == "rank"


@pytest.mark.parametrize("words", NOT_TOPS)
def test_it_is_none(read: Callable[..., Found], words: str) -> None:
    assert "rank" not in [c.kind for c in read(words).claims]
