"""Claims are put to the lenses that answer their kind: what a finding bears on them decides, and nothing else."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from cuibono.case import open_case
from cuibono.case.docket import gathering, routes, testing
from cuibono.case.docket.lenses import Lenses
from cuibono.lenses import registry
from cuibono.model import docket
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session, open_session

DATA = """market,stage,year,supplier,share,asserted_by
control,Bright Lamps,2021,Northland Group,1,A register
control,Kiln Works,2021,Vex Holding,1,A register
crowd,,2021,Red Club,1,Post Archive
crowd,,2021,Blue Club,0,Post Archive
crowd,,2021,Grey Club,0.5,Post Archive
crowd,,2021,Two Club,1,Post Archive
crowd,,2021,Two Club,0,Other Archive
crowd,,2021,Own Club,1,Minister Vex
"""


@pytest.fixture(scope="module", autouse=True)
def _plugged() -> Iterator[None]:
    points = [
        EntryPoint(f"invented.{n}", f"tests.case.invented_lenses:{n}", "cuibono.lenses") for n in ("crowds", "holders")
    ]

    def forget() -> None:
        registry._theirs.cache_clear()
        registry.get.cache_clear()
        routes.forget()

    forget()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "entry_points", lambda group: points)
        yield
    forget()


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("lenses")
    rows = "".join(f"control,Firm {n},2021,Group {n},1,A register\n" for n in range(40))
    (folder / "data.csv").write_text(DATA + rows, "utf-8")
    case = open_case(folder / "case")
    case.add(folder / "data.csv", as_table="supply_shares")
    with open_session(case.layout) as opened:
        yield opened


def _put(session: Session, claim: Asked) -> docket.Tested:
    have = gathering.have(session)
    tested = testing.bench(session, [claim], have).tested([claim], routes.route(claim, have))
    assert tested
    return tested


def _claim(kind: str, subject: str, words: str, time: str | None, other: str = "", **more: Any) -> Asked:
    whom = Party(None, other) if other else None
    says = f"{subject}: {words} {other}"
    return Asked(kind, says, f"{words} {other}", ("s", 1), "Minister Vex", subject=Party(None, subject), object=whom,
                 time=time, **more)  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "outcome", "words"),
    [
        (
            _claim("control", "Northland Group", "controls", "2021", "Bright Lamps"),
            "supported",
            "holders (market=control",
        ),
        (_claim("control", "Northland Group", "controls", "2021-06", "Bright Lamps"), "supported", "lies within"),
        (_claim("control", "Bright Lamps", "controls", "2021", "Northland Group"), "not identified", "other direction"),
        (
            _claim("control", "Bright Lamps", "is controlled by", "2021", "Northland Group"),
            "supported",
            "subject=Northland Group",
        ),
        (_claim("control", "Northland Group", "controls", "2017", "Bright Lamps"), "not identified", "2017"),
        (_claim("control", "Northland Group", "controls", None, "Bright Lamps"), "not identified", "no time"),
        (
            _claim("control", "Northland Group", "secretly controls", "2021", "Bright Lamps"),
            "not identified",
            "secretly",
        ),
        (
            _claim("control", "Northland Group", "controls the board of", "2021", "Bright Lamps"),
            "not identified",
            "board",
        ),
        (_claim("control", "Northland Group", "controls", "2021", "Kiln Works"), "not identified", "Kiln Works"),
        (_claim("control", "Peter Marlow", "controls", "2021", "Bright Lamps"), "no data", "Peter Marlow"),
        (
            _claim("control", "Northland Group", "controls", "2021", "Bright Lamps", polarity="-"),
            "contradicted",
            "outside",
        ),
        (
            _claim("count", "Vex Holding", "has 10 firms", "2021", low=10, high=10, unit="firm"),
            "supported",
            "subject=Vex",
        ),
        (
            _claim("count", "Vex Holding", "has 30 firms", "2021", low=30, high=30, unit="firm"),
            "contradicted",
            "outside",
        ),
        (
            _claim("count", "Vex Holding", "has 30 firms", "2021-03", low=30, high=30, unit="firm"),
            "not identified",
            "2021-03",
        ),
        (
            _claim("count", "Vex Holding", "has 10 banks", "2021", low=10, high=10, unit="bank"),
            "not identified",
            "of what",
        ),
        (
            _claim("count", "Vex Holding", "has 10 of 30 firms", "2021", low=10, high=10, unit="firm"),
            "not identified",
            "30",
        ),
    ],
)
def test_a_claim_is_put_to_a_lens_with_its_own_settings(
    session: Session, claim: Asked, outcome: str, words: str
) -> None:
    tested = _put(session, claim)
    assert tested.outcome == outcome, tested
    assert words in f"{tested.rule} {tested.measure}"
    assert bool(tested.keys and tested.by) == (outcome in ("supported", "contradicted"))


@pytest.mark.parametrize(
    ("subject", "what", "time", "outcome", "words"),
    [
        ("Red Club", "posted identical messages", "2021", "supported", "Red Club acted"),
        ("Red Club", "posted identical messages", "2020/2022", "supported", "Red Club acted"),
        ("Red Club", "posted identical messages", None, "supported", "Red Club acted"),
        ("Red Club", "posted identical messages", "2020", "not identified", "2020"),
        ("Red Club", "posted identical pictures", "2021", "not identified", "pictures"),
        ("Red Club", "never posted identical messages", "2021", "not identified", "never"),
        ("Red Club", "sold identical messages", "2021", "not identified", "sold"),
        ("Blue Club", "posted identical messages", "2021", "contradicted", "did not act"),
        ("Blue Club", "posted identical messages", None, "not identified", "no time"),
        ("Grey Club", "posted identical messages", "2021", "not identified", "Whether Grey Club acted"),
        ("Two Club", "posted identical messages", "2021", "not identified", "does not all"),
        ("Own Club", "posted identical messages", "2021", "no data", "own table"),
        ("White Club", "posted identical messages", "2021", "no data", "found nothing of White Club"),
    ],
)
def test_what_was_found_decides_as_far_as_it_goes(
    session: Session, subject: str, what: str, time: str | None, outcome: str, words: str
) -> None:
    tested = _put(session, _claim("coordination", subject, what, time))
    assert tested.outcome == outcome, tested
    assert words in f"{tested.rule} {tested.measure}"


def test_a_lens_runs_once_for_each_settings_and_with_its_defaults_for_too_many(session: Session) -> None:
    asked = [_claim("control", f"Group {n}", "controls", "2021", f"Firm {n}") for n in (*range(40), *range(40))]
    lenses = Lenses(session, gathering.have(session))
    found = [lenses.tested(claim, frozenset()) for claim in asked]
    assert [name for name, _ in lenses._runs].count("invented.holders") == 16
    assert [t.outcome for t in found if t].count("supported") == 16
    assert {t.outcome for t in found if t} == {"supported", "no data"}
