"""Words that say in another way what is known: voting rights, options, a market leader, firms that are swallowed."""

from collections.abc import Callable

import pytest

from cuibono.extract.claim_properties import firm_of, stated_kind
from cuibono.extract.records import Found

Read = Callable[..., Found]


@pytest.mark.parametrize(
    ("prop", "unit", "value", "kind"),
    [
        ("voting rights in Acme Bank", "percent", "40", "ownership"),
        ("blocking minority in", "", "Acme Bank", "ownership"),
        ("right to buy shares of Acme Bank", "percent", "20", "ownership"),
        ("market leader in lamps", "", "yes", "rank"),
        ("控股", "", "石桥电机", "control"),
    ],
)
def test_properties(prop: str, unit: str, value: str, kind: str) -> None:
    assert stated_kind(prop, unit, value) == kind


def test_voting_rights_are_in_a_firm() -> None:
    assert firm_of("voting rights in Acme Bank") == "Acme Bank"
    assert firm_of("right to buy shares of Acme Bank") is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Acme Bank sold more lamps than anybody else in 2024", "rank"),
        ("Acme Bank took over Elm Dairies in 2017", "ownership"),
        ("Acme Bank closed for good in 2019", "event date"),
        ("Acme Bank holds a majority of the shares in Elm Dairies", "ownership"),
        ("the majority of Elm Dairies lies with Acme Bank", "ownership"),
        ("the Elm Police has access to the payment data of Acme Bank", "tie"),
        ("the council of Elm voted in May 2024 to pause the lamps", "event date"),
    ],
)
def test_sentences(read: Read, said: str, kind: str) -> None:
    assert [c.kind for c in read(f"Livia Menn said that {said}.").claims] == [kind]
