"""What says who the subject of a claim is, is left out; what makes of it another subject, or another claim, stays."""

from dataclasses import replace

import pytest

from cuibono.case.docket.frames import unframed
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


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Norfund, founded in 1974, makes 30 kinds of lamps", "Norfund was founded in 1974"),
        ("Norfund, which was set up in 1974, makes 30 kinds of lamps", "Norfund was set up in 1974"),
        ("Norfund (founded in 1974) makes lamps", "Norfund was founded in 1974"),
        ("Founded in 1974, Norfund makes 30 kinds of lamps", "Norfund was founded in 1974"),
        ("Norfund, a former supplier of Vex, was dissolved in 1974", "Norfund was dissolved in 1974"),
        ("Norfund, once the pride of the valley, was dissolved in 1974", "Norfund was dissolved in 1974"),
        ("Norfund, whose owner was born in 1974, makes lamps", "Norfund, whose owner was born in 1974, makes lamps"),
        (
            "Norfund, an arm of Hale founded in 1974, makes lamps",
            "Norfund, an arm of Hale founded in 1974, makes lamps",
        ),
        ("Norfund, founded in 1975, was dissolved in 1974", "Norfund, founded in 1975, was dissolved in 1974"),
    ],
)
def test_a_date_is_found_beside_the_name(said: str, plain: str) -> None:
    claim = replace(asked("event date", "", said), subject=Party(None, "Norfund"), time="1974")
    assert unframed(claim).words == plain


def test_a_post_beside_the_name_is_what_is_claimed_of_two() -> None:
    said = "Pia Vex, chief executive of Acme since 2019, was in Norland in 2020"
    claim = replace(asked("role", "Pia Vex", "", "2020", "Acme"), words=said)
    assert unframed(claim).words == "Pia Vex is chief executive of Acme since 2019"
    assert unframed(claim).time is None
    title = "The chief executive of Acme, Pia Vex, was in Norland in 2020"
    assert unframed(replace(claim, words=title)).words == "Pia Vex is chief executive of Acme"
    short = "Acme chief executive Pia Vex was in Norland in 2020"
    assert unframed(replace(claim, words=short)).words == "Pia Vex is Acme chief executive"
    away = "Pia Vex, who was chief executive of Acme, left in 2020"
    assert unframed(replace(claim, words=away)).words == away
