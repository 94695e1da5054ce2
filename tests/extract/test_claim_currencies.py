"""Money in a currency that no list has."""

from collections.abc import Callable

import pytest

from cuibono.extract.claim_properties import kind_of_property
from cuibono.extract.records import Found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Acme Steel lost eleven million talers in 2025.", "amount"),
        ("Exports brought Norland in 1.24 billion talers in 2025.", "amount"),
        ("Acme Steel had a profit of 7 million dalas in 2024.", "amount"),
        ("Acme Steel lost 300 ships in 2024.", "count"),
        ("Acme Steel paid 2 million pensioners in 2024.", "count"),
    ],
)
def test_kinds(read: Callable[..., Found], sentence: str, kind: str) -> None:
    (claim,) = read(sentence).claims
    assert claim.kind == kind


def test_a_row_of_money_counts_no_things() -> None:
    assert kind_of_property("profit", "million talers", value="7") == "amount"
    assert kind_of_property("profit", "talers", value="7000000") == "amount"
    assert kind_of_property("on the books", "workers", value="300") == "count"
