"""Outcomes of the docket are kept under the id of their claim, and found again by it.

The id says what is claimed (kind, subject, object, property, time, value), not who says so nor where: the same claim
keeps it whatever else comes into the case.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import cuibono
from cuibono.case.docket import grouping, routes
from cuibono.errors import UnknownName
from cuibono.lenses import registry
from cuibono.lenses.edition import fingerprint
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, DocketRow, Route
from cuibono.store import database, outcomes
from cuibono.store.layout import Layout
from cuibono.store.outcomes import Kept
from cuibono.store.session import Session

_TELLS = ("speaker", "via", "low", "high", "unit", "qualifier", "words", "time", "place", "polarity", "status")


def ids(groups: Sequence[Sequence[Asked]]) -> list[str]:
    """The ids of rows, with a number behind one that occurs again."""
    seen: dict[str, int] = {}
    found = []
    for claims in groups:
        key = claim_id(claims[0])
        seen[key] = seen.get(key, 0) + 1
        found.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return found


def claim_id(claim: Asked) -> str:
    """The id of what a claim says."""
    said = [*map(_plain, grouping.topic(claim)), claim.time, claim.polarity, claim.status, claim.low, claim.high]
    return digest(said)[:10]


def keep(layout: Layout, rows: Sequence[DocketRow], generation: int, *, only: bool = False) -> None:
    """Keep what the tests of a run came to, in place of the last run; with ``only`` in place of these rows alone."""
    found = [
        Kept(r.id, r.tested, _keys(r), asked_digest(r), tables_of(r.claim, r.route), generation)
        for r in rows
        if r.tested is not None
    ]
    with database.writer(layout) as engine:
        outcomes.keep(engine, found, generation, edition(), only=[r.id for r in rows] if only else None)


def with_kept(session: Session, rows: Sequence[DocketRow]) -> Iterator[DocketRow]:
    """Rows that were not tested now, with the outcome that is kept of each; it is stale when anything changed."""
    found, changed = outcomes.kept(session.engine), database.changes(session.engine)
    for row in rows:
        kept = found.get(row.id)
        yield row if kept is None else _told(row, kept, changed)


def is_of_now(session: Session) -> bool:
    """Whether outcomes are kept, and all by the program as it is now."""
    return outcomes.programs(session.engine) == {edition()}


def _told(row: DocketRow, kept: Kept, changed: Mapping[str, int]) -> DocketRow:
    stale = kept.asked != asked_digest(row) or outcomes.stale(kept, changed)
    return replace(
        row,
        tested=kept.tested,
        state="fell" if kept.fell else "stale" if stale else "fresh",
        kept=kept.made,
        generation=kept.generation,
    )


def found(rows: Sequence[DocketRow], name: str) -> DocketRow:
    """The row of that number, of that id, or the only one whose id begins so; raises UnknownName."""
    numbered = [r for r in rows if name.isdecimal() and str(r.number) == name]
    if numbered and not any(r.id == name for r in rows):
        return numbered[0]
    listed = [r for r in rows if r.id == name] or [r for r in rows if name and r.id.startswith(name)]
    if len(listed) != 1:
        raise UnknownName.among("claim", name, [r.id for r in listed or rows], try_="cuibono docket")
    return listed[0]


def asked_digest(row: DocketRow) -> str:
    """A digest of all that decides a test on the side of the claims: who says what, and through whom."""
    said = {json.dumps([_plain(getattr(c, name)) for name in _TELLS], ensure_ascii=False) for c in row.claims}
    return digest(sorted(said))[:16]


def tables_of(claim: Asked, route: Route) -> tuple[str, ...]:
    """The tables that the test of a claim reads: those that hold its kind, and those of every lens that answers it."""
    return tuple(sorted({*route.tables, *_answering(claim.kind), *_answering(claim.foretold)}))


@cache
def _answering(kind: ClaimKind | None) -> frozenset[str]:
    """The tables of the lenses that answer a kind by more than what is claimed."""
    tests = [registry.get(n) for n in (routes.answering(kind) if kind else ())]
    return frozenset(t.table.name for x in tests for t in x.tables)


def edition() -> str:
    """The version of the program and a fingerprint of all the code that has a part in an outcome."""
    home = Path(cuibono.__file__).parent
    folders = [home / n for n in ("case", "extract", "measures", "model")]
    families = sorted(p for p in (home / "lenses").iterdir() if p.is_dir())
    return f"{cuibono.__version__}+{fingerprint((*folders, home / 'lenses', *families))}"


def _keys(row: DocketRow) -> tuple[tuple[str, int], ...]:
    return tuple(dict.fromkeys(c.key for c in row.claims))


def _plain(value: Any) -> Any:
    """A part of a topic as JSON knows it, the same whatever the order of a set."""
    if isinstance(value, frozenset | set):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def digest(value: Any) -> str:
    """A short fingerprint of plain data."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
