"""What somebody thinks or wants is not testable; what somebody did may be looked up."""

import pytest

from cuibono.case.docket.private_minds import in_private
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked


def _asked(words: str, kind: ClaimKind = "other") -> Asked:
    return Asked(kind, words, words, ("s", 1), "Ada Finn")


@pytest.mark.parametrize(
    "words",
    [
        "The mayor never doubted the plan for a single day",
        "I never thought about a job at the mill",
        "Bo Ash secretly dislikes the bridge",
        "Nobody has ever wanted to misuse such lists",
        "We regretted the sale of the mill",
        "She envied her brother",
    ],
)
def test_a_mind_is_private(words: str) -> None:
    assert in_private(_asked(words))


@pytest.mark.parametrize(
    "words",
    [
        "The mayor never signed the plan",
        "The plan of 1990 wanted a bridge",
        "Bo Ash secretly sold the bridge",
        "The doubt remained in the room",
        "Thoughtful people never came",
    ],
)
def test_a_deed_is_not(words: str) -> None:
    assert not in_private(_asked(words))


def test_what_has_a_kind_keeps_its_test() -> None:
    assert not in_private(_asked("She never wanted to own 40 percent of it", "ownership"))
