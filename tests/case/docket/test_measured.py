"""What a finding says of its time, of its two sides and of all who act together, beyond its bearing."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from cuibono.case.docket.bearings import weigh
from cuibono.case.docket.measured import fitted
from cuibono.case.docket.retold import retold
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked, Party
from tests.case.asked import asked

SHOWN = Bearing(
    "behaviour of a feed", "supported", ("feed", "Norland"),
    ("feed", "showed", "shown", "videos", "accounts", "about", "than", "rain", "norland", "more"),
    needs=("rain", "Norland"),
)  # fmt: skip
FINDING: Any = SimpleNamespace(about=("rain", "Norland", "Arland"))
REFUSED = Bearing(
    "treatment", "supported", ("Hillfolk", "Valley"), ("cases", "refused", "permits", "valley", "more", "often", "than")
)


def _verdict(claim: Asked, bearing: Bearing, span: str = "", **given: str) -> str | None:
    found = weigh(claim, fitted(claim, bearing, FINDING, given, span=lambda _: span))
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("showed accounts in Norland more videos about rain than accounts in Arland", "supported"),
        ("showed accounts in Norland more videos about rain than accounts in Borland", None),
        ("showed accounts in Norland more videos about rain than accounts in Arland and Borland", None),
        ("showed accounts in Arland more videos about rain than accounts in Norland", None),
        ("showed accounts in Norland more videos about rain than about snow", None),
        ("showed accounts in Norland more funny videos about rain than accounts in Arland", None),
    ],
)
def test_the_other_side_is_the_one_that_was_compared_with(words: str, verdict: str | None) -> None:
    claim = replace(asked("behaviour of a feed", "Flix", words), object=Party(None, "Norland"))
    assert _verdict(claim, SHOWN, platform="Flix") == verdict
    assert _verdict(claim, SHOWN) is None


@pytest.mark.parametrize(
    ("time", "span", "verdict"),
    [
        ("2021", "2021", "supported"),
        ("2021", "2021-03-01/2021-06-30", "supported"),
        ("2021", "2020/2022", None),
        ("2021", "2019", None),
        ("2021", "", None),
        (None, "2021", "supported"),
    ],
)
def test_a_measure_of_no_time_is_of_the_time_of_its_rows(time: str | None, span: str, verdict: str | None) -> None:
    claim = asked("treatment", "Hillfolk", "were refused permits more often than Valley", time)
    assert _verdict(claim, REFUSED, span) == verdict


@pytest.mark.parametrize(
    ("words", "office", "verdict"),
    [
        ("the Town Office refused permits to Hillfolk more often than to Valley", "Town Office of Vex", "supported"),
        ("the Town Office refused permits to Valley more often than to Hillfolk", "Town Office of Vex", None),
        ("the Town Office refused permits to Hillfolk more often than to Valley", "", None),
        ("the Town Office refused permits to Hillfolk more often than to Valley", "Court of Vex", None),
        ("the Town Office refused loans to Hillfolk more often than to Valley", "Town Office of Vex", None),
    ],
)
def test_whose_decisions_they_are_must_be_known(words: str, office: str, verdict: str | None) -> None:
    claim = retold(replace(asked("treatment", "Town Office", ""), words=words))
    found = weigh(claim, fitted(claim, REFUSED, FINDING, {}, span=lambda _: "", of=lambda _: office))
    assert (found.verdict if found else None) == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The accounts Old Mill, Red Barn and Grey Pond act in concert", "supported"),
        ("The accounts Old Mill, Red Barn and Blue Lake act in concert", None),
        ("The accounts Old Mill and Red Barn act in concert for money", None),
    ],
)
def test_three_who_were_found_together_act_together(words: str, verdict: str | None) -> None:
    bearing = Bearing(
        "coordination", "supported", ("Old Mill", "Red Barn", "Grey Pond"), ("accounts", "act", "concert")
    )
    claim = replace(asked("coordination", "Old Mill", ""), words=words)
    assert _verdict(claim, bearing) == verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (
            "the Town Office refused permits to Hillfolk more often than to Valley with the same noise level",
            "supported",
        ),
        ("the Town Office refused Hillfolk permits more often than Valley", "supported"),
        ("the Town Office denied permits to Hillfolk more often than to Valley", "supported"),
        ("the Town Office refused permits to Hillfolk more often than to Valley with the same income", None),
        ("the Town Office refused Valley permits more often than Hillfolk", None),
        ("the Town Office granted permits to Hillfolk more often than to Valley", None),
    ],
)
def test_like_cases_are_those_of_one_stratum(words: str, verdict: str | None) -> None:
    claim = retold(replace(asked("treatment", "Town Office", ""), words=words))
    fit = fitted(
        claim, REFUSED, FINDING, {}, span=lambda _: "", of=lambda _: "Town Office", like=lambda _: ("noise", "level")
    )
    found = weigh(claim, fit)
    assert (found.verdict if found else None) == verdict


def test_those_who_were_compared_with_may_stand_in_front() -> None:
    words = "Compared with Valley, Hillfolk were refused permits more often in 2021"
    claim = retold(replace(asked("treatment", "Hillfolk", "", "2021"), words=words))
    assert claim.words == "Hillfolk were refused permits more often than Valley in 2021"


def test_accounts_that_are_read_as_one_name_are_several() -> None:
    said = "Old Mill and Red Barn coordinate what they share"
    claim = retold(replace(asked("coordination", "Old Mill and Red Barn", ""), words=said))
    assert claim.subject == Party(None, "Old Mill")
