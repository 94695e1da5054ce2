"""The demo's own briefs: every claim that a careful reader finds in them, and what the docket makes of it.

The gold (``docket_demo/*.gold``, written by a person) says of each who says it, of which kind it is, whom it is about,
and which tables would hold what it says. Each outcome must come about in the demo at least once, for its right reason.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

import cuibono.demo
from cuibono.case import Case, open_case
from cuibono.demo.recipe import recipe
from cuibono.model.docket import OUTCOMES, DocketRow, Outcome
from tests.extract.conftest import pipeline_of_model
from tests.gates import claims_gold
from tests.gates.claims_gold import Judged, Listed
from tests.gates.floors import below

HERE = Path(__file__).with_name("docket_demo")
MATERIAL = Path(cuibono.demo.__path__[0])
SLACK = 0.02
_OWN = "cuibono demo"  # the outlet of the briefs


class Docketed(NamedTuple):
    """A wanted claim beside the listed one, and the row of the docket in which that stands."""

    judged: Judged
    row: DocketRow | None

    @property
    def routed(self) -> bool:
        """Whether it is put to the tables that would hold it, or to none where none would."""
        tables = self.judged.wanted.tables.split("/")
        if self.row is None:
            return False
        if not self.row.route.tables:
            return "-" in tables
        return bool(set(self.row.route.tables) & set(tables))


@cache
def dockets() -> dict[str, tuple[DocketRow, ...]]:
    """The docket of each demo case, tested."""
    return {name: rows for name, (rows, _) in _read().items()}


@cache
def docketed() -> tuple[Docketed, ...]:
    """Every wanted claim of both cases."""
    return tuple(d for _, found in _read().values() for d in found)


@cache
def _read() -> dict[str, tuple[tuple[DocketRow, ...], tuple[Docketed, ...]]]:
    pipeline_of_model()
    made = {}
    with TemporaryDirectory() as folder:
        for name in ("solar", "alliance"):
            case = open_case(Path(folder) / name)
            for helping in recipe(MATERIAL / name).helpings:
                case.add(helping.files, **helping.told)
            rows = tuple(case.docket(run=True))
            made[name] = (rows, tuple(_docketed(name, case, rows)))
    return made


def _docketed(name: str, case: Case, rows: tuple[DocketRow, ...]) -> Iterator[Docketed]:
    rows_of = {c.id: row for row in rows for c in row.claims if c.id}
    spans = {r.id: (r.start, r.end) for r in case.records(kind="claim")}
    sources = {s.name: s.id for s in case.sources()}
    for brief, wanted in claims_gold.sections(HERE / f"{name}.gold"):
        source = sources[f"briefs/{brief}"]
        text = "\n\n".join(p.text for p in case.passages(source, first=1_000))
        listed = [
            Listed(*spans[c.id], c, _OWN) for row in rows for c in row.claims if c.id in spans and c.key[0] == source
        ]
        for judged in claims_gold.judge(text, wanted, listed):
            yield Docketed(judged, rows_of.get(judged.listed.asked.id) if judged.listed else None)


def measure() -> dict[str, float]:
    """How many claims are listed, and rightly."""
    found = docketed()
    return {
        "listed": sum(d.judged.listed is not None for d in found) / len(found),
        "speakers": sum(d.judged.speaker for d in found) / len(found),
        "kinds": sum(d.judged.kind for d in found) / len(found),
        "subjects": sum(d.judged.subject for d in found) / len(found),
        "routed": sum(d.routed for d in found) / len(found),
    }


def test_claims_of_the_briefs_stay_above_their_floors() -> None:
    assert below("docket.demo", measure()) == []


def test_enough_claims_were_found_by_hand() -> None:
    assert len(docketed()) >= 80
    assert len({k for d in docketed() for k in d.judged.wanted.kinds}) >= 10


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_comes_about(outcome: Outcome) -> None:
    assert [r for rows in dockets().values() for r in rows if r.outcome == outcome]


def _row(case: str, speaker: str, *words: str) -> DocketRow:
    """The row of a table of claims."""
    (found,) = {
        row.id: row
        for row in dockets()[case]
        for c in row.claims
        if not c.id and c.speaker == speaker and all(w in c.says for w in words)
    }.values()
    return found


@pytest.mark.parametrize(
    ("case", "speaker", "words", "outcome", "reason"),
    [
        ("alliance", "Associated Press", ("Nissan", "43.4"), "supported", "43.4 % of Nissan"),
        ("solar", "Keith Krach", ("share of cell production", "60"), "contradicted", "PV_ICE"),
        ("solar", "International Energy Agency (IEA)", ("module", "80"), "not identified", "neither clearly"),
        ("solar", "Keith Krach", ("Xinjiang", "65"), "no data", "no share of Xinjiang"),
        ("solar", "Zooming In (broadcast)", ("planned", "100,000"), "not testable", "forecast"),
        ("solar", "Samantha Sloan", ("next crude oil",), "not testable", "it is an opinion"),
    ],
)
def test_each_outcome_has_its_right_reason(
    case: str, speaker: str, words: tuple[str, ...], outcome: Outcome, reason: str
) -> None:
    row = _row(case, speaker, *words)
    assert row.outcome == outcome
    assert reason in row.why + (row.tested.measure if row.tested else "")


def test_nothing_in_the_briefs_is_contradicted() -> None:
    wrong = [(r.claim.says, r.why) for d in docketed() if (r := d.row) is not None and r.outcome == "contradicted"]
    assert wrong == []
