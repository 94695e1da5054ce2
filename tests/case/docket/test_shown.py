"""What a claim is shown to be about where no name is known."""

import pytest

from cuibono.case.docket.shown import plainly, shown
from cuibono.model.docket import Asked, Party

PLAIN = [
    ("Nearly 300 bakers", "bakers"),
    ("Nineteen bakers", "bakers"),
    ("More than 40 percent of the bread", "bread"),
    ("two of our bakers", "bakers"),
    ("A tonne of flour", "flour"),
    ("most of the other mills", "other mills"),
    ("Twice as many bakers", "bakers"),
    ("The recall of stale rolls in October 2021", "The recall"),
    ("Sales in the quarter", "Sales"),
    ("No bakery in Elm", "No bakery"),
    ("Bakers in Elm", "Bakers"),
    ("Bakers over sixty", "Bakers"),
    ("Rolls without salt", "Rolls"),
    ("the ovens at Elm alone", "the ovens"),
    ("Rents there", "Rents"),
]
WHOLE = [
    "bakers",
    "five bakeries",
    "every street",
    "Children of bakers",
    "The number of ovens",
    "The House of Rolls",
    "The One Bakery",
    "ten-year plan",
    "Nobody on my staff",
    "our bakers",
    "Those in Elm",
    "most",
    "One",
]


def _asked(name: str, *, whole: bool = False, known: str | None = None) -> Asked:
    return Asked("other", "It closed.", "it closed", ("s", 1), "Ada Finn", subject=Party(known, name, whole=whole))


@pytest.mark.parametrize(("name", "plain"), PLAIN)
def test_the_noun_is_shown(name: str, plain: str) -> None:
    assert plainly(name) == plain


@pytest.mark.parametrize("name", WHOLE)
def test_what_says_which_is_kept(name: str) -> None:
    assert plainly(name) == name


def test_a_name_is_shown_as_it_is() -> None:
    for claim in (_asked("Half of Elm", known="e1"), _asked("Two of Us in 2021", whole=True)):
        assert shown(claim) is claim


def test_of_two_accounts_the_first_is_with_the_second() -> None:
    claim = shown(_asked("elm_fans and oak_heart"))
    assert (claim.subject, claim.object) == (
        Party(None, "elm_fans", whole=False),
        Party(None, "oak_heart", whole=False),
    )


def test_an_account_is_shown_by_its_handle() -> None:
    claim = shown(_asked("elm_joe posts in lockstep with oak_fans"))
    assert claim.subject == Party(None, "elm_joe", whole=False)


def test_two_that_are_no_accounts_stay_together() -> None:
    claim = shown(_asked("Salt and pepper"))
    assert claim.subject == Party(None, "Salt and pepper", whole=False)


def test_we_are_shown_as_we_and_i_as_whoever_speaks() -> None:
    ada = Party("p1", "Ada Finn")
    told = Asked("count", "In 2024 we had 40 ovens", "In 2024 we had 40 ovens", ("s", 1), "Ada Finn", subject=ada)
    assert shown(told).subject == Party(None, "we")
    told = Asked("count", "I have 40 ovens", "I have 40 ovens", ("s", 1), "Ada Finn", subject=ada)
    assert shown(told).subject == ada


def test_of_two_accounts_the_first_is_shown() -> None:
    two = Asked("coordination", "", "", ("s", 1), "", subject=Party(None, "Blue Oven and Red Roll", whole=False))
    assert shown(two).subject == Party(None, "Blue Oven", whole=False)
    firms = Asked("count", "", "", ("s", 1), "", subject=Party(None, "Blue Oven and Red Roll", whole=False))
    assert shown(firms).subject == Party(None, "Blue Oven and Red Roll", whole=False)


def test_whom_a_post_or_a_holding_is_told_of() -> None:
    owner = Party(None, "The owner of Elm Mill", whole=False)
    ada = Party("p1", "Ada Finn")
    told = Asked("ownership", "", "", ("s", 1), "", subject=owner, object=ada)
    assert shown(told).subject == ada
    assert shown(Asked("count", "", "", ("s", 1), "", subject=owner, object=ada)).subject != ada
    assert shown(Asked("role", "", "", ("s", 1), "", subject=Party(None, "a baker"), object=ada)).subject != ada
