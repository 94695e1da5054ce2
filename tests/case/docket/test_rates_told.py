"""Rates of decisions told in words, put to decisions of two groups in two strata, and what they leave open."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.rates_told import in_percent, two_in_percent
from cuibono.model.claim_kind import ClaimKind
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

CELLS = {
    ("mooring permit", "wide boat", "islanders"): (80, 20), ("mooring permit", "wide boat", "mainlanders"): (80, 120),
    ("mooring permit", "narrow boat", "islanders"): (90, 10),
    ("mooring permit", "narrow boat", "mainlanders"): (90, 10),
    ("pilot hiring", "with sea certificate", "women"): (60, 40),
    ("pilot hiring", "with sea certificate", "men"): (90, 60),
    ("pilot hiring", "without sea certificate", "women"): (20, 80),
    ("pilot hiring", "without sea certificate", "men"): (30, 120),
}  # fmt: skip


def _decisions() -> str:
    rows = ["rule,stratum,group_name,outcome,authority,when"]
    for (rule, stratum, group), counts in CELLS.items():
        named = ("granted", "refused") if rule == "mooring permit" else ("hired", "rejected")
        for outcome, n in zip(named, counts, strict=True):
            rows += [f"{rule},{stratum},{group},{outcome},Quay Office,2021"] * n
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def quay() -> Iterator[Session]:
    with case_of({"decisions.csv": _decisions()}) as session:
        yield session


@pytest.mark.parametrize("kind", ["treatment", "share"])
@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Islanders with wide boats got a mooring permit in four cases out of five", "supported"),
        ("Mainlanders with wide boats got a mooring permit in four cases out of five", "contradicted"),
        ("Six in ten mainlanders with wide boats came away empty-handed", "supported"),
        ("Two mainlanders in five who asked to moor a wide boat were granted a permit", "not identified"),
        ("Mainlanders with wide boats were turned down half of the time", "contradicted"),
        ("The Quay Office said yes to 80 of the 100 islanders with wide boats", "supported"),
        ("Islanders and mainlanders with narrow boats got a permit in nine cases out of ten", "supported"),
        ("Women without a sea certificate were turned away in four cases out of five", "supported"),
        ("Of the women who had no sea certificate, one in five got a job as a pilot", "supported"),
        ("Women who had a sea certificate were turned away in four cases out of five", "contradicted"),
        # snares
        ("Islanders with very wide boats got a mooring permit in four cases out of five", "not identified"),
        ("Old islanders with wide boats got a mooring permit in two cases out of five", "not identified"),
        ("Islanders with wide boats may get a mooring permit in one case out of five", "not identified"),
        ("Islanders with wide boats asked for a mooring permit in one case out of five", "not identified"),
        ("Wide islanders got a mooring permit in one case out of five", "not identified"),
        ("Islanders with wide boats were not refused a permit in one case out of five", "not identified"),
        ("Islanders with wide boats or narrow boats got a permit in one case out of five", "not identified"),
    ],
)
def test_one_rate_is_that_of_its_group(quay: Session, kind: ClaimKind, words: str, outcome: str) -> None:
    found = put(quay, replace(asked(kind, "", ""), words=words, says=words)).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Islanders with wide boats got a permit in eight cases out of ten, mainlanders with wide boats in four",
         "supported"),
        ("With a wide boat, islanders got a permit four times out of five, mainlanders only two times out of five",
         "supported"),
        ("With a wide boat, islanders got a permit four times out of five, mainlanders only one time in five",
         "contradicted"),
        ("For wide boats, the Quay Office approved four in five requests from islanders but only two in five from "
         "mainlanders", "supported"),
        ("With a narrow boat, islanders got a permit four times out of five, mainlanders nine times out of ten",
         "contradicted"),
        ("Islanders with wide boats got a permit four times out of five, mainlanders one time in five",
         "not identified"),
        ("With a wide boat, islanders got a permit four times out of five, old mainlanders one time in five",
         "not identified"),
    ],
)  # fmt: skip
def test_two_rates_are_those_of_their_groups(quay: Session, words: str, outcome: str) -> None:
    found = put(quay, replace(asked("treatment", "", ""), words=words, says=words)).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Women without a sea certificate were rejected more often than men without one", "contradicted"),
        ("Women without a sea certificate are rejected more often than men", "contradicted"),
        ("Women without one are rejected more often than men", "not identified"),
        ("Women without children are rejected more often than men", "not identified"),
        ("Women without a sea certificate are hired as often as men", "supported"),
    ],
)
def test_that_some_lack_something_denies_nothing(quay: Session, words: str, outcome: str) -> None:
    assert put(quay, replace(asked("treatment", "", ""), words=words, says=words)).outcome == outcome


@pytest.mark.parametrize(
    ("words", "around", "number", "outcome"),
    [
        ("The Quay Office hired 40 percent of the women", "", 40.0, "supported"),
        ("The Quay Office hired 60 percent of the women", "", 60.0, "contradicted"),
        (
            "The Quay Office hired 60 percent of the women",
            "The Quay Office hired 60 percent of the women and 60 percent of the men who had a sea certificate.",
            60.0,
            "supported",
        ),
        (
            "The Quay Office hired 70 percent of the women",
            "The Quay Office hired 70 percent of the women and 60 percent of the men who had a sea certificate.",
            70.0,
            "not identified",
        ),
        (
            "The Quay Office hired 60 percent of the women",
            "We looked at those with a sea certificate only. The Quay Office hired 60 percent of the women.",
            60.0,
            "not identified",
        ),
    ],
)  # fmt: skip
def test_what_narrows_the_other_may_narrow_this(
    quay: Session, words: str, around: str, number: float, outcome: str
) -> None:
    claim = replace(asked("share", "", "", n=number, unit="percent"), words=words, says=words, around=around)
    assert put(quay, claim).outcome == outcome


def test_the_whole_of_the_second_is_that_of_the_first() -> None:
    said = "Elms got a permit in six cases out of ten last year, ashes in nine"
    one, other = two_in_percent(asked("treatment", "", said))
    assert (one.words, one.low) == ("Elms got a permit last year", 60.0)
    assert (other.words, other.low) == ("ashes got a permit last year", 90.0)
    assert in_percent(asked("treatment", "", said)) is None
