"""Groups and strata as a claim calls them, and claims put to decisions of two groups in two strata."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.groups import in_one_way, is_of_stratum
from cuibono.case.docket.things_asked import each_thing
from cuibono.case.docket.two_rates import each_rate
from cuibono.model.bearing import Bearing
from cuibono.model.claim_kind import ClaimKind
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

CELLS = {
    ("mooring", "north pier", "guild"): (70, 30), ("mooring", "north pier", "no guild"): (60, 140),
    ("mooring", "south pier", "guild"): (60, 40), ("mooring", "south pier", "no guild"): (120, 80),
    ("net repair", "large nets", "women"): (120, 80), ("net repair", "large nets", "men"): (150, 100),
    ("net repair", "small nets", "women"): (90, 110), ("net repair", "small nets", "men"): (112, 138),
}  # fmt: skip


def _decisions() -> str:
    rows = ["rule,stratum,group_name,outcome,authority,when"]
    for (rule, stratum, group), counts in CELLS.items():
        for outcome, n in zip(("granted", "refused"), counts, strict=True):
            rows += [f"{rule},{stratum},{group},{outcome},Harbour Board,2021-05"] * n
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def board() -> Iterator[Session]:
    with case_of({"decisions.csv": _decisions()}) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Guild members were granted moorings more often than applicants without a guild", "supported"),
        ("At the north pier, guild members got moorings more than twice as often as those of no guild", "supported"),
        ("At the south pier, guild members were granted moorings twice as often as those of no guild", "contradicted"),
        ("At the south pier, guild members were granted moorings as often as those without a guild", "supported"),
        ("At the south pier, guild members were granted moorings more often than those of no guild", "contradicted"),
        ("Guild members and people without a guild were granted moorings equally often", "contradicted"),
        ("Women and men who asked for net repair were accepted equally often", "supported"),
        ("The Harbour Board accepted men for net repair twice as often as women", "contradicted"),
        ("Old women and men who asked for net repair were accepted equally often", "not identified"),
        ("At the east pier, guild members were granted moorings more often than those of no guild", "not identified"),
    ],
)  # fmt: skip
def test_groups_are_compared_within_the_stratum_that_is_named(board: Session, words: str, outcome: str) -> None:
    claim = replace(asked("treatment", "", ""), words=words, says=words)
    assert put(board, claim).outcome == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"), [(70, 30, "supported"), (70, 60, "contradicted"), (40, 30, "contradicted")]
)
def test_two_rates_are_tested_each(board: Session, one: int, other: int, outcome: str) -> None:
    words = f"At the north pier, the board granted a mooring to {one} percent of guild members and to {other} percent "
    words += "of those without a guild"
    claim = replace(asked("share", "", "", n=float(one), unit="percent"), words=words, says=words)
    assert put(board, claim).outcome == outcome


def test_one_rate_is_no_pair() -> None:
    assert each_rate(asked("share", "", "refused 70 percent of guild members", n=70.0, unit="percent")) == []


def test_who_is_not_of_a_group_lacks_it() -> None:
    bearing = Bearing("treatment", "supported", ("guild", "no guild"), ("guild",), sides=("guild", "no guild"))
    claim, told = in_one_way(asked("treatment", "", "of men without a guild"), bearing)
    assert (claim.words, told.sides) == ("of man lacking guild", ("guild", "lacking guild"))


@pytest.mark.parametrize(
    ("words", "within", "right"),
    [
        ("in band B", "need band B", True), ("in band A", "need band B", False), ("in all", "", True),
        ("in band B", "", False), ("a flat in all", "need band A", False),
    ],
)  # fmt: skip
def test_a_stratum_is_told_by_what_only_it_is_called(words: str, within: str, right: bool) -> None:
    bearing = Bearing("treatment", "supported", (), strata=("need band A", "need band B"), within=within)
    assert is_of_stratum(words, bearing) is right


@pytest.mark.parametrize(
    ("kind", "words", "things"),
    [
        ("behaviour of an app", "asks for access to the camera, the calendar and the contacts", 3),
        ("behaviour of an app", "asks for neither the camera nor the contacts", 2),
        ("behaviour of an app", "asks for the camera or the contacts", 0),
        ("behaviour of an app", "asks for the camera", 0),
        ("tie", "sold the camera and the contacts", 0),
    ],
)
def test_each_thing_that_is_asked_for_is_a_claim(kind: ClaimKind, words: str, things: int) -> None:
    assert len(each_thing(asked(kind, "Fleetway", words))) == things
