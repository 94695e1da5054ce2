"""Invented claims of every kind beside recorded shares, holdings and registers that bear them out, deny or do neither.

Measured is how many outcomes and kinds are right; a wrong "supported" or "contradicted" is never allowed.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from cuibono.case import Case, open_case
from cuibono.model.docket import DocketRow
from tests.extract.conftest import pipeline_of_model
from tests.gates.floors import below

HERE = Path(__file__).with_name("docket")
SLACK = 0.03  # the sentences are read by the stages of reading, which change
DECIDED = ("supported", "contradicted")


class Judged(NamedTuple):
    """A planted claim: what should come of it, and what did."""

    says: str
    outcome: str
    kind: str
    row: DocketRow | None

    @property
    def right(self) -> bool:
        return self.row is not None and self.row.outcome == self.outcome

    @property
    def harmful(self) -> bool:
        """Whether it was decided, and wrongly."""
        return self.row is not None and self.row.outcome in DECIDED and not self.right


def _told() -> list[list[str]]:
    lines = (HERE / "text.txt").read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line.strip()]


def _tables() -> Iterator[tuple[int, dict[str, str]]]:
    with (HERE / "claims.csv").open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.DictReader(file), start=1)


def _records(case: Case) -> None:
    """What the claims are tested against."""
    case.add(HERE / "shares.csv", as_table="supply_shares")
    case.add(HERE / "holdings.csv", as_table="holdings")
    case.add(HERE / "figures.csv", as_table="figures")
    case.add(HERE / "register.ftm.json", outlet="Register of companies")


@cache
def judged() -> tuple[Judged, ...]:
    """Every planted claim with its row of the docket."""
    pipeline_of_model()
    with TemporaryDirectory() as folder:
        case = open_case(Path(folder) / "planted")
        text = Path(folder) / "interview.txt"
        said = [
            f"Luo Weiqing said that {s[0].lower() if s.split()[0] in _LOWER else s[0]}{s[1:]}" for _, _, s in _told()
        ]
        text.write_text("\n\n".join(said), "utf-8")
        _records(case)
        case.add(HERE / "claims.csv", as_table="claims")
        case.add(text, outlet="The Borland Gazette", published="2022-03-01")
        names = {s.id: s.name for s in case.sources()}
        rows = {(names[c.key[0]], c.key[1]): r for r in case.docket() for c in r.claims}
    found = [Judged(t["property"], t["expected"], t["kind"], rows.get(("claims.csv", n))) for n, t in _tables()]
    found += [Judged(s, o, k, rows.get(("interview.txt", n))) for n, (o, k, s) in enumerate(_told(), start=1)]
    return tuple(found)


_LOWER = ("The", "This", "He", "Hundreds", "Rich", "Exports")


@cache
def snared() -> tuple[DocketRow, ...]:
    """The docket of sentences that only look like ones that the records decide."""
    pipeline_of_model()
    snares = (HERE / "snares.txt").read_text("utf-8").splitlines()
    with TemporaryDirectory() as folder:
        case = open_case(Path(folder) / "snares")
        text = Path(folder) / "interview.txt"
        text.write_text("\n\n".join(f"Luo Weiqing said that {s}" for s in snares), "utf-8")
        _records(case)
        case.add(text, outlet="The Borland Gazette", published="2022-03-01")
        return tuple(case.docket())


def measure() -> dict[str, float]:
    """How many outcomes and kinds are right, of all that was planted."""
    found = judged()
    return {
        "outcomes": sum(j.right for j in found) / len(found),
        "kinds": sum(j.row is not None and j.row.claim.kind == j.kind for j in found) / len(found),
        "decided": sum(j.right for j in found if j.outcome in DECIDED) / sum(j.outcome in DECIDED for j in found),
    }


def test_enough_is_planted() -> None:
    assert len(judged()) >= 120
    assert len({j.kind for j in judged()}) == 18


def test_nothing_is_decided_wrongly() -> None:
    assert [(j.says, j.outcome, j.row and j.row.tested) for j in judged() if j.harmful] == []


def test_no_snare_is_decided() -> None:
    assert len(snared()) >= 80
    assert [(r.claim.says, r.tested) for r in snared() if r.outcome in DECIDED] == []


def test_outcomes_and_kinds_stay_above_their_floors() -> None:
    assert below("docket", measure()) == []


def test_every_outcome_says_why() -> None:
    for j in judged():
        if j.row is not None:
            assert j.row.tested.rule if j.row.tested else j.row.route.why


@pytest.mark.parametrize("outcome", DECIDED)
def test_what_is_decided_rests_on_records(outcome: str) -> None:
    decided = [j.row for j in judged() if j.row and j.row.outcome == outcome]
    assert decided
    assert all(r.tested and r.tested.keys and r.tested.by and r.tested.measure for r in decided)
