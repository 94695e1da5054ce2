"""Words that state nothing are left out of what is compared; what narrows a statement stays in it."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("Pell Holdings, in turn, controls Darrow Group.", "Pell Holdings controls Darrow Group"),
        ("Tolm Gravel is therefore controlled by Mirel Dalm.", "Tolm Gravel is controlled by Mirel Dalm"),
        ("Mirel Dalm owns 55 percent of the company Tolm Gravel.", "Mirel Dalm owns 55 percent of Tolm Gravel"),
        ("Torald Voss is the brother of President Edrik Voss.", "Torald Voss is the brother of Edrik Voss"),
        ("Car thefts in Bren did fall by a fifth in 2024.", "Car thefts in Bren fall by a fifth in 2024"),
        ("**PORT ELM** - Norland made 31 lamps in 2025.", "Norland made 31 lamps in 2025"),
        ("No. Glimm had 17 million monthly users in 2024.", "Glimm had 17 million monthly users in 2024"),
        (
            "Ada Voss met the minister of transport, Tamsin Orrell, at a dinner in Marrow on 3 May 2023.",
            "Ada Voss met Tamsin Orrell at a dinner in Marrow on 3 May 2023",
        ),
        ("Glimm is free. Its makers, Pell Labs, sold the app in May 2023.", "Pell Labs sold the app in May 2023"),
        ("Velm had 3,000 cameras in 2024, everybody in the canteen knows.", "Velm had 3,000 cameras in 2024"),
    ],
)
def test_what_states_nothing_is_left_out(read: Callable[..., Found], text: str, core: str) -> None:
    assert [p.core for p in read(text).claims[-1].parts] == [core]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Voss still owns 30 percent of Lamp Works.",
        "NATO had 32 members in 2025.",
        "Union Bank Vesk had 300 employees in 2024.",
        "Pell Bank did not close a branch in 2024.",
    ],
)
def test_what_narrows_a_statement_stays(read: Callable[..., Found], text: str) -> None:
    assert all(not p.core for c in read(text).claims for p in c.parts)
