"""Kept findings as a list: filtered, ordered and cut by the engine, so that a page reads only what it shows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from cuibono.case import lens_runs
from cuibono.case.lens_runs import KeptRun
from cuibono.errors import UnknownName
from cuibono.model.finding import Finding
from cuibono.model.judgement import Judgement
from cuibono.model.passage import Passage
from cuibono.store import database, findings, judgements
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session
from cuibono.store.staleness import is_stale

Order = Literal["strongest", "newest", "lens", "passages"]
#: What a person confirmed comes first, then what each lens puts first; what was dismissed or fell comes last.
_ORDERS: Mapping[str, str] = {
    "strongest": "faded, verdict IS DISTINCT FROM 'confirmed', ord, count DESC, lens, id",
    "newest": "run DESC, ord, id",
    "lens": "lens, run, ord, id",
    "passages": "count DESC, lens, ord, id",
}
UNJUDGED = "not judged"
PASSAGES = 12  # so many are read at once


@dataclass(frozen=True, slots=True)
class FindingsAsked:
    """Which findings are wanted; what is empty leaves all in. ``lens`` may be a family, ``words`` stand in ``says``."""

    lens: str = ""
    state: str = ""
    verdict: str = ""
    words: str = ""
    run: int | None = None
    order: Order = "strongest"


@dataclass(frozen=True, slots=True)
class FindingList:
    """A part of the findings, how many there are of the wanted ones, and how many of each lens, state and verdict."""

    findings: tuple[Finding, ...]
    total: int
    all: int
    lenses: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    verdicts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Whole:
    """A finding with the run that made it, its first passages, and its judgements, the newest first."""

    finding: Finding
    run: KeptRun
    passages: tuple[Passage, ...]
    history: tuple[Judgement, ...]


def listed(
    layout: Layout, asked: FindingsAsked = FindingsAsked(), *, first: int = 50, skip: int = 0, counts: bool = True
) -> FindingList:
    """The findings that are wanted, in the order asked for; ``counts`` of lenses and words are of all that is kept."""
    with open_session(layout) as session:
        base = _base(session, asked.run)
        where, params = _where(asked)
        total = int(session.engine.value(f"SELECT count(*) FROM ({base}) WHERE {where}", params or None))
        order = _ORDERS.get(asked.order, _ORDERS["strongest"])
        ids = session.engine.tuples(
            f"SELECT id FROM ({base}) WHERE {where} ORDER BY {order} LIMIT {int(first)} OFFSET {int(skip)}",
            params or None,
        )
        found = {f.id: f for f in findings.kept(session, run=asked.run, ids=[i for (i,) in ids])} if ids else {}
        lenses, states, verdicts = (
            _counted(session, base, by) if counts else {} for by in ("lens", "state", "verdict")
        )
    return FindingList(
        tuple(found[i] for (i,) in ids if i in found), total, sum(states.values()) or total, lenses, states, verdicts
    )


def one(layout: Layout, name: str) -> Finding:
    """A kept finding by its id or the beginning of it; reads no other. Raises UnknownName."""
    with open_session(layout) as session:
        return _one(session, name)


def whole(layout: Layout, name: str) -> Whole:
    """A finding with its run, its first passages and what was decided about it, read in one go."""
    with open_session(layout) as session:
        found = _one(session, name)
        selection = session.restore(found.evidence.to_json())
        return Whole(
            found,
            lens_runs.of_finding(session.engine, found.id),
            tuple(session.first(selection, PASSAGES)),
            tuple(judgements.standing(session.engine, target=found.id)[::-1]),
        )


def passages(layout: Layout, finding: Finding, *, skip: int) -> tuple[Passage, ...]:
    """Some more of the passages that a finding rests on."""
    with open_session(layout) as session:
        return tuple(session.first(session.restore(finding.evidence.to_json()), PASSAGES, skip=skip))


def _one(session: Session, name: str) -> Finding:
    ids = session.engine.tuples(
        f"SELECT DISTINCT id FROM ev.finding WHERE run IN ({findings.LATEST}) AND starts_with(id, $name) "
        "ORDER BY id = $name DESC, id LIMIT 9",
        {"name": name},
    )
    named = [i for (i,) in ids]
    if name and named and (named[0] == name or len(named) == 1):
        return findings.kept(session, ids=named[:1])[-1]
    raise UnknownName.among("finding", name, named, try_="cuibono findings")


def quoted(layout: Layout, measures: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """The kept findings (id and what they say) that what was measured of each claim quotes, by the claim's id."""
    if not measures:
        return {}
    with database.reader(layout) as engine:
        rows = engine.tuples(
            "SELECT m.id, f.id, f.says FROM (SELECT unnest($ids) AS id, unnest($said) AS said) AS m "
            f"JOIN ev.finding AS f ON contains(m.said, rtrim(f.says, '.')) WHERE f.run IN ({findings.LATEST}) "
            "AND f.says <> '' ORDER BY m.id, f.run, f.ord",
            {"ids": list(measures), "said": list(measures.values())},
        )
    found: dict[str, list[tuple[str, str]]] = {}
    for claim, finding, says in rows:
        found.setdefault(claim, []).append((finding, says))
    return found


def _base(session: Session, run: int | None) -> str:
    """One row for each finding, with the state that it has now."""
    which = findings.LATEST if run is None else f"SELECT {int(run)} AS id"
    runs = session.engine.tuples(f"SELECT id, tables, generation FROM ev.run WHERE id IN ({which})")
    changed = database.changes(session.engine)
    stale = [n for n, tables, generation in runs if is_stale(json.loads(tables), generation, changed)]
    stales = ", ".join(map(str, stale)) or "-1"
    return f"""
        SELECT f.id, f.run, f.ord, f.lens, f.says, f.count, coalesce(j.verdict, '{UNJUDGED}') AS verdict,
               CASE WHEN f.fell THEN 'fell' WHEN f.run IN ({stales}) THEN 'stale' ELSE 'fresh' END AS state,
               f.fell OR j.verdict IS NOT DISTINCT FROM 'dismissed' AS faded
        FROM ev.finding AS f
        LEFT JOIN (SELECT target, arg_max(verdict, seq) AS verdict FROM ev.judgement WHERE undone IS NULL
                   GROUP BY target) AS j ON j.target = f.id
        WHERE f.run IN ({which})
    """


def _where(asked: FindingsAsked) -> tuple[str, dict[str, Any]]:
    said: dict[str, tuple[str, Any]] = {
        "lens": ("(lens = $lens OR starts_with(lens, $lens || '.'))", asked.lens),
        "state": ("state = $state", asked.state),
        "verdict": ("verdict = $verdict", asked.verdict),
        "words": ("contains(lower(says), lower($words))", asked.words),
    }
    used = {name: part for name, part in said.items() if part[1]}
    return " AND ".join(["true", *(sql for sql, _ in used.values())]), {n: value for n, (_, value) in used.items()}


def _counted(session: Session, base: str, by: str) -> dict[str, int]:
    found = session.engine.tuples(f"SELECT {by}, count(*) FROM ({base}) GROUP BY 1 ORDER BY 2 DESC, 1")
    return {str(name): int(count) for name, count in found}
