"""The case with everything, as stress compares with it: runs of lenses, docket, what can be left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.case import stress_docket, stress_units
from cuibono.case.docket import keeping
from cuibono.case.docket.words import voice
from cuibono.case.looking import again
from cuibono.case.stress_compare import Seen
from cuibono.case.stress_docket import Docket
from cuibono.case.stress_units import LeftOut, Pair
from cuibono.errors import CuibonoError, UnknownName
from cuibono.lenses import registry
from cuibono.model.finding import Finding
from cuibono.model.stress import UnitKind
from cuibono.store import database, findings
from cuibono.store.findings import Run
from cuibono.store.layout import Layout
from cuibono.store.recall import Recall
from cuibono.store.session import Session, open_session
from cuibono.store.staleness import EVERYTHING
from cuibono.store.views import Scope


@dataclass(frozen=True, slots=True)
class Asked:
    """A run of a lens: what it found of what is kept, the tables that it read, and who gave what it read."""

    lens: str
    settings: Mapping[str, Any]
    found: tuple[Seen, ...]
    tables: tuple[str, ...]
    givers: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Whole:
    """One side of a case with everything. ``lost`` counts kept findings that are not found any more.

    ``givers`` says of each table who gave its rows, ``namers`` who named the parties of tables of claims.
    """

    public: bool
    generation: int
    runs: tuple[Asked, ...]
    docket: Docket
    units: tuple[LeftOut, ...]
    givers: Mapping[str, frozenset[Pair]]
    namers: frozenset[Pair]
    recall: Recall
    lost: int = 0

    def scope(self, left_out: LeftOut | None = None) -> Scope:
        """What is seen of this side, as of the same generation, without a unit."""
        unit = left_out.unit if left_out else None
        return Scope(
            generation=self.generation,
            public=self.public,
            without=unit.sources if unit else (),
            unheard=unit.speakers if unit else (),
        )

    def tables(self) -> dict[str, tuple[str, ...]]:
        """The tables that each finding and each claim was made from."""
        made = {s.finding.id: r.tables for r in self.runs for s in r.found}
        return made | {r.id: tuple(sorted(self.docket.tables[self.docket.topic_of(r)])) for r in self.docket.rows}


def whole(layout: Layout, kinds: Sequence[UnitKind], target: str | None, *, public: bool) -> Whole:
    """Compute everything once, and ask of each table who gave its rows; ``target`` is the only thing of interest."""
    with open_session(layout, Scope(public=public), at_hand=True) as session:
        session.recall = recall = Recall()
        kept = [f for f in findings.kept(session) if f.state != "fell" and f.verdict != "dismissed"]
        docket = stress_docket.whole(session)
        if target is not None:
            kept, docket = _only(target, kept, docket)
        runs = list(_runs(session, kept))
        read = {t for r in runs for t in r.tables}.union(*docket.tables.values())
        givers = {t: stress_units.givers(session, t) for t in sorted(read)}
        bare = frozenset((s.id, "") for s in session.sources())
        runs = [_given(r, givers, bare) for r in runs]
        pairs = frozenset(map(stress_docket.pair, docket.asked)).union(*givers.values(), *(r.givers for r in runs))
        return Whole(
            public,
            database.generation(session.engine),
            tuple(runs),
            docket,
            tuple(stress_units.units(session.sources(), pairs, kinds)),
            givers,
            frozenset(stress_units.namers(session, "claims")) if docket.rows else frozenset(),
            recall,
            len(kept) - sum(len(r.found) for r in runs),
        )


def seen(session: Session, found: Sequence[Finding]) -> list[Seen]:
    """Findings with the independent sources that they rest on: those of one outlet are one."""
    outlets = {s.id: voice(s.outlet) if s.outlet else s.id for s in session.sources()}
    given = session.given_by([session.restore(f.evidence.to_json()) for f in found])
    return [Seen(f, frozenset(outlets[s] for s in sources)) for f, sources in zip(found, given, strict=True)]


def _only(target: str, kept: list[Finding], docket: Docket) -> tuple[list[Finding], Docket]:
    """The finding or the row of the docket that is named; raises UnknownName."""
    names = [*(f.id for f in kept), *(r.id for r in docket.rows)]
    found = [n for n in names if n == target] or [n for n in names if target and n.startswith(target)]
    if len(found) != 1:
        raise UnknownName.among("finding or claim", target, found or names, try_="cuibono findings, cuibono docket")
    return [f for f in kept if f.id == found[0]], docket.only(found[0])


def _runs(session: Session, kept: Sequence[Finding]) -> Iterator[Asked]:
    """Every run that gave a kept finding, made again with everything; one that cannot be made now gives none."""
    by_run: dict[tuple[str, str], list[Finding]] = {}
    for finding in kept:
        by_run.setdefault((finding.lens, keeping.digest(finding.settings)), []).append(finding)
    for (lens, _), mine in by_run.items():
        try:
            made = again(session, lens, mine[0].settings)
        except CuibonoError:
            continue
        wanted = {f.id for f in mine}
        found = seen(session, [f for f in made.findings if f.id in wanted])
        yield Asked(lens, mine[0].settings, tuple(found), _tables(made))


def _tables(made: Run) -> tuple[str, ...]:
    """The tables that a lens may read; all of the evidence when its queries name it."""
    tables = tuple(t.table.name for t in registry.get(made.lens).tables)
    return (*tables, EVERYTHING) if stress_units.reads_all(made.queries) else tables


def _given(run: Asked, givers: Mapping[str, frozenset[Pair]], bare: frozenset[Pair]) -> Asked:
    found = frozenset[Pair]().union(*(givers[t] for t in run.tables))
    found |= bare if EVERYTHING in run.tables else frozenset()
    return Asked(run.lens, run.settings, run.found, run.tables, found)
