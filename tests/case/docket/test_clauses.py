"""The clause that holds the number, beside others."""

from dataclasses import replace

import pytest

from cuibono.case.docket.clauses import alone
from cuibono.model.docket import Party
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("With 300 employees in 2021, Acme is the pride of its town", "Acme had 300 employees in 2021"),
        ("Acme, which employed 300 people in 2021, makes lamps", "Acme employed 300 people in 2021"),
        ("Acme, with 300 employees in 2021, is a large firm", "Acme had 300 employees in 2021"),
        ("Acme, which makes lamps, had 300 employees in 2021", "Acme had 300 employees in 2021"),
        ("Acme, based in Oslo, had 300 employees in 2021", "Acme had 300 employees in 2021"),
        ("In 2021, when the mill burnt, Acme had 300 employees", "In 2021 Acme had 300 employees"),
        # what holds another number, or takes something back, is no aside
        ("With 300 employees in 2021, Acme has 20 shops", "With 300 employees in 2021, Acme has 20 shops"),
        ("Acme, once based in Oslo, had 300 employees", "Acme, once based in Oslo, had 300 employees"),
        ("Acme, which has 20 shops, had 300 employees", "Acme, which has 20 shops, had 300 employees"),
        ("Rivals of Acme, which makes lamps, had 300 people", "Rivals of Acme, which makes lamps, had 300 people"),
    ],
)
def test_what_is_set_off_is_left_out(words: str, told: str) -> None:
    claim = replace(asked("count", "", words, n=300), subject=Party(None, "Acme"))
    assert alone(claim).words == told
