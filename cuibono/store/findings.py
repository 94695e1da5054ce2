"""Findings are kept: with the run that made them, the generation they saw, and a digest of their evidence."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.errors import NoEvidence
from cuibono.model.bearing import Bearing
from cuibono.model.figure import Figure
from cuibono.model.finding import Even, Finding, Measure, Notice
from cuibono.store import database
from cuibono.store.dataclass_json import of_json, rebuilt, to_json
from cuibono.store.selection import Key, Selection
from cuibono.store.session import Session
from cuibono.store.staleness import is_stale
from cuibono.store.weighing import Weight

SCRUBBED = "(This finding rested on a source that was forgotten.)"
#: The newest run of each lens and settings; earlier ones are kept for comparison.
LATEST = "SELECT max(id) AS id FROM ev.run GROUP BY lens, settings"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a lens: what it was asked, what it saw, what it answered and what it could not.

    ``evens`` are its tests that found no difference, for the docket; they are kept as notices alone.
    """

    lens: str
    settings: Mapping[str, Any]
    tables: tuple[str, ...]
    generation: int
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    queries: tuple[str, ...]
    weights: tuple[Weight, ...]
    id: int = 0
    evens: tuple[Finding, ...] = ()


def gather(
    session: Session,
    lens: str,
    settings: Mapping[str, Any],
    tables: Sequence[str],
    yielded: Iterable[Finding | Notice],
) -> Run:
    """Take what a lens yields and weigh each finding's evidence while the session is open."""
    started = len(session.seen)
    items = list(yielded)
    notices = tuple(i.plain if isinstance(i, Even) else i for i in items if isinstance(i, Notice))
    even = [i.found for i in items if isinstance(i, Even)]
    found = [*(i for i in items if isinstance(i, Finding)), *even]
    selections = [session.restore(f.evidence.to_json()) for f in found]
    weights = session.weigh(selections)
    names = _names([finding_id(lens, settings, f) for f in found])
    weighed = [
        _weighed(
            f.with_(
                id=name,
                lens=lens,
                settings=dict(settings),
                count=weight.count,
                evidence=replace(selection, known=weight.first),
            )
        )
        for f, name, selection, weight in zip(found, names, selections, weights, strict=True)
    ]
    told = len(weighed) - len(even)
    return Run(
        lens,
        dict(settings),
        tuple(tables),
        database.generation(session.engine),
        tuple(weighed[:told]),
        notices,
        tuple(dict.fromkeys(session.seen[started:])),
        tuple(weights[:told]),
        evens=tuple(weighed[told:]),
    )


def _weighed(finding: Finding) -> Finding:
    if not finding.count:
        raise NoEvidence(
            f"{finding.lens} made a finding whose evidence is empty: {finding.says}",
            try_="report this to the author of the lens",
        )
    return finding


def _names(ids: Sequence[str]) -> list[str]:
    """Ids, with a number behind those that occur again."""
    seen: dict[str, int] = {}
    names = []
    for key in ids:
        seen[key] = seen.get(key, 0) + 1
        names.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return names


def finding_id(lens: str, settings: Mapping[str, Any], finding: Finding) -> str:
    """The same question about the same things keeps its id from run to run."""
    measure = finding.measure.name if finding.measure else ""
    text = json.dumps([lens, dict(settings), finding.about, measure], sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]


def keep(engine: DuckEngine, run: Run, program: str) -> int:
    """Write a run and its findings; call under the exclusive lock. Returns the number of the run."""
    number = int(engine.value("SELECT coalesce(max(id), 0) + 1 FROM ev.run"))
    now = datetime.now(UTC).replace(tzinfo=None)
    with engine.transaction():
        database.refuse_forgotten_since(engine, run.generation)
        judged = engine.value("SELECT value FROM ev.meta WHERE key = 'judgement'")
        engine.run(
            "INSERT INTO ev.run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number,
                run.lens,
                to_json(run.settings),
                to_json(run.tables),
                run.generation,
                judged,
                now,
                to_json(run.notices),
                to_json(run.queries),
                program,
            ],
        )
        _insert(engine, run, number)
    return number


def _insert(engine: DuckEngine, run: Run, number: int) -> None:
    import numpy as np

    rows = [
        (
            f.id,
            f.says,
            to_json(f.about),
            to_json(f.measure) if f.measure else "",
            to_json(f.caveats),
            to_json(f.figure) if f.figure else "",
            to_json(f.evidence.to_json()),
            str(weight.count),
            weight.digest,
            to_json(weight.first),
            to_json(f.bears),
        )
        for f, weight in zip(run.findings, run.weights, strict=True)
    ]
    if not rows:
        return
    names = ("id", "says", "about", "measure", "caveats", "figure", "selection", "count", "digest", "first", "bears")
    engine.offer(
        "offered_findings",
        {n: np.array(c, dtype=object) for n, c in zip(names, zip(*rows, strict=True), strict=True)},
    )
    engine.run(
        "INSERT INTO ev.finding SELECT id, $run, row_number() OVER (), $lens, says, about, nullif(measure, ''), "
        "caveats, nullif(figure, ''), selection, first, count::BIGINT, digest, $generation, false, bears "
        "FROM offered_findings",
        {"run": number, "lens": run.lens, "generation": run.generation},
    )
    engine.withdraw("offered_findings")


def kept(session: Session, *, run: int | None = None, ids: Sequence[str] | None = None) -> list[Finding]:
    """Kept findings: those of the newest runs, of one run, or those named."""
    where = f"f.run IN ({LATEST})" if run is None else "f.run = $run"
    params: dict[str, Any] = {} if run is None else {"run": run}
    if ids is not None:
        where, params = f"{where} AND f.id IN (SELECT unnest($ids))", {**params, "ids": list(ids)}
    rows = session.engine.rows(
        f"""
        SELECT f.*, r.settings, r.tables, r.made_at, j.verdict, j.note, j.judged_by
        FROM ev.finding AS f JOIN ev.run AS r ON r.id = f.run
        LEFT JOIN (SELECT target, arg_max(verdict, seq) AS verdict, arg_max(note, seq) AS note,
                          arg_max(made_by, seq) AS judged_by
                   FROM ev.judgement WHERE undone IS NULL GROUP BY target) AS j ON j.target = f.id
        WHERE {where} ORDER BY r.lens, f.run, f.ord
        """,
        params,
    )
    changed = database.changes(session.engine)
    return [_finding(session, row, changed) for row in rows]


def first_keys(session: Session) -> list[set[Key]]:
    """The first passages of each kept finding of the newest runs that did not fall."""
    rows = session.engine.tuples(f"SELECT first_keys FROM ev.finding WHERE run IN ({LATEST}) AND NOT fell")
    return [{(source, number) for source, number in json.loads(keys)} for (keys,) in rows]


def _finding(session: Session, row: Mapping[str, Any], changed: Mapping[str, int]) -> Finding:
    return Finding(
        says=row["says"],
        about=tuple(json.loads(row["about"])),
        evidence=_evidence(session, row),
        measure=of_json(Measure, row["measure"]) if row["measure"] else None,
        caveats=tuple(json.loads(row["caveats"])),
        figure=of_json(Figure, row["figure"]) if row["figure"] else None,
        bears=rebuilt(tuple[Bearing, ...], json.loads(row["bears"] or "[]")),
        id=row["id"],
        lens=row["lens"],
        settings=json.loads(row["settings"]),
        state="fell" if row["fell"] else "stale" if _is_stale(row, changed) else "fresh",
        verdict=row["verdict"],
        note=row["note"] or "",
        judged_by=row["judged_by"] or "",
        count=row["count"],
        kept=row["made_at"],
        generation=row["generation"],
    )


def _evidence(session: Session, row: Mapping[str, Any]) -> Selection:
    return session.restore(json.loads(row["selection"]), [(s, n) for s, n in json.loads(row["first_keys"])])


def _is_stale(row: Mapping[str, Any], changed: Mapping[str, int]) -> bool:
    return is_stale(json.loads(row["tables"]), row["generation"], changed)
