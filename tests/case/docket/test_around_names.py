"""Short names, and the full ones around them."""

from dataclasses import replace

import pytest

from cuibono.case.docket.around_names import in_full_name
from cuibono.case.docket.rows import Evidence
from tests.case.asked import asked

KNOWN = Evidence(figures={"elm uranium": [], "vex trust": []}, called={"elm works": frozenset({"e1"})})


@pytest.mark.parametrize(
    ("around", "words"),
    [
        ("Elm Uranium mines it.", "Elm Uranium produced 12 tonnes"),
        ("Elm Uranium bought Elm Works.", "Elm produced 12 tonnes"),  # either may be meant
        ("Elm Harbour is old.", "Elm produced 12 tonnes"),  # nothing is recorded of it
        ("", "Elm produced 12 tonnes"),
    ],
)
def test_the_one_recorded_name_that_begins_so(around: str, words: str) -> None:
    claim = replace(asked("amount", "Elm", "produced 12 tonnes"), around=around)
    assert in_full_name(claim, KNOWN).words == words


def test_who_is_recorded_so_keeps_his_name() -> None:
    claim = replace(asked("amount", "Vex Trust", "gave 12 tonnes"), around="Vex Trust Bank is old.")
    assert in_full_name(claim, KNOWN) == claim
