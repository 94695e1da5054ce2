"""That two fare alike, or one better, in many wordings, put to decisions of two groups in three strata."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.alike_wordings import in_alike_words
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

CELLS = {
    ("stall permit", "wide stall", "guild bakers"): (80, 20),
    ("stall permit", "wide stall", "other traders"): (80, 120),
    ("stall permit", "narrow stall", "guild bakers"): (90, 10),
    ("stall permit", "narrow stall", "other traders"): (90, 10),
    ("stall permit", "corner stall", "guild bakers"): (30, 10),
    ("stall permit", "corner stall", "other traders"): (24, 16),
}  # fmt: skip


def _decisions() -> str:
    rows = ["rule,stratum,group_name,outcome,authority,when"]
    for (rule, stratum, group), counts in CELLS.items():
        for outcome, n in zip(("granted", "refused"), counts, strict=True):
            rows += [f"{rule},{stratum},{group},{outcome},Square Office,2021"] * n
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def square() -> Iterator[Session]:
    with case_of({"decisions.csv": _decisions()}) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Where the stall is narrow, bakers and other traders fared equally well", "supported"),
        ("With narrow stalls other traders fared just as well as the bakers", "supported"),
        ("With narrow stalls guild bakers had no advantage", "supported"),
        ("The Square Office makes no difference between guild bakers and other traders with narrow stalls",
         "supported"),
        ("The Square Office makes no difference between guild bakers and other traders with wide stalls",
         "contradicted"),
        ("The Square Office does not distinguish between guild bakers and others whose stalls are wide",
         "contradicted"),
        ("With wide stalls other traders fared just as well as the bakers", "contradicted"),
        ("Guild bakers with wide stalls are treated exactly like everybody else with wide stalls", "contradicted"),
        ("With wide stalls guild bakers had no advantage over other traders", "contradicted"),
        ("With wide stalls the Square Office favours guild bakers over other traders", "supported"),
        ("With wide stalls other traders came off worse than guild bakers", "supported"),
        ("With wide stalls other traders were at a disadvantage compared with guild bakers", "supported"),
        ("Bakers and others with wide stalls were treated differently", "supported"),
        ("Bakers and others with narrow stalls were treated differently", "contradicted"),
        ("No group with the same stall was treated differently", "not identified"),
        ("Guild bakers and other traders with the same stall were treated alike", "contradicted"),
        # snares
        ("Guild bakers and other traders with the same age were treated alike", "not identified"),
        ("With corner stalls guild bakers and other traders fared equally well", "not identified"),
        ("With high stalls guild bakers and other traders fared equally well", "not identified"),
        ("With narrow stalls old bakers and other traders fared equally well", "not identified"),
        ("With narrow stalls mill bakers and guild traders fared equally well", "not identified"),
        ("The Harbour Office makes no difference between guild bakers and other traders with wide stalls",
         "not identified"),
        ("With wide stalls guild bakers wanted no advantage over other traders", "not identified"),
        ("With wide stalls guild bakers earned just as well as other traders", "not identified"),
        ("In 2019 the Square Office made no difference between guild bakers and others with wide stalls",
         "not identified"),
    ],
)  # fmt: skip
def test_alike_and_better_are_told_in_many_ways(square: Session, words: str, outcome: str) -> None:
    time = "2019" if "2019" in words else None
    found = put(square, replace(asked("treatment", "", ""), words=words, says=words, time=time)).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("No group with the same stall was treated differently", "not identified"),
        (
            "The Square Office does not distinguish between guild bakers and others whose stalls are wide",
            "contradicted",
        ),
        ("The Square Office does not distinguish between guild bakers and others whose stalls are narrow", "supported"),
        ("The Square Office makes no difference between guild bakers and others with wide stalls", "contradicted"),
        ("There was no difference between guild bakers and others with wide stalls in permits granted", "contradicted"),
        ("With wide stalls guild bakers had no advantage over other traders", "contradicted"),
    ],
)
def test_what_was_read_as_denied_is_not_turned_twice(square: Session, words: str, outcome: str) -> None:
    found = put(square, replace(asked("treatment", "", ""), words=words, says=words, polarity="-")).outcome
    assert found in (outcome, "not identified", "no data")


def test_other_kinds_stay_as_they_are() -> None:
    said = "The mill makes no difference between elms and ashes"
    assert in_alike_words(asked("tie", "", said)).words == said
