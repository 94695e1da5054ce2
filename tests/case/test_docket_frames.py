"""What says who the subject of a claim is, is left out; what makes of it another subject, or another claim, stays."""

from dataclasses import replace

import pytest

from cuibono.case.docket_frames import unframed
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Party
from tests.case.asked import asked


def left(said: str, subject: str, kind: ClaimKind = "count") -> str:
    claim = replace(asked(kind, "", said), subject=Party(None, subject))
    return unframed(claim).words


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Norfund, a pension fund of teachers, holds 12 percent of Vex", "Norfund holds 12 percent of Vex"),
        ("Norfund, the country's oldest lender, holds 12 percent of Vex", "Norfund holds 12 percent of Vex"),
        ("Rival Norfund holds 12 percent of Vex", "Norfund holds 12 percent of Vex"),
        ("The lampmaker Norfund holds 12 percent of Vex", "Norfund holds 12 percent of Vex"),
        ("Norfund, which holds 12 percent of Vex, declined to comment", "Norfund holds 12 percent of Vex"),
        ("Norfund, which holds 12 percent of Vex, did not respond to questions", "Norfund holds 12 percent of Vex"),
        ("Norfund holds 12 percent of Vex, as everyone in town knows", "Norfund holds 12 percent of Vex"),
    ],
)
def test_what_says_who_it_is_is_left_out(said: str, plain: str) -> None:
    assert left(said, "Norfund") == plain


@pytest.mark.parametrize(
    "said",
    [
        "Norfund, a former owner of Vex, holds 12 percent of Vex",
        "Norfund, the lending arm of Hale, holds 12 percent of Vex",
        "Norfund, not Hale, holds 12 percent of Vex",
        "Norfund, with 40 others, holds 12 percent of Vex",
        "Former lender Norfund holds 12 percent of Vex",
        "Norfund, which holds 12 percent of Vex, sold 3 percent of Hale",
        "Norfund, which holds 12 percent of Vex, wants more",
        "Greater Norfund holds 12 percent of Vex",
    ],
)
def test_what_tells_more_stays(said: str) -> None:
    assert left(said, "Norfund") == said


def test_a_year_before_the_name_is_that_of_the_founding() -> None:
    said = "Founded in 1974, Norfund makes lamps for trams"
    assert left(said, "Norfund", "event date") == "Norfund was founded in 1974"
    assert left(said, "Norfund", "count") == said
    more = "Founded in 1974, Norfund makes 30 kinds of lamps"
    assert left(more, "Norfund", "event date") == more
