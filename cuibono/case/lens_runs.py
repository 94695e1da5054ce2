"""Kept runs of lenses: what each was asked and saw, which queries ran, and what it could not answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.errors import UnknownName
from cuibono.lenses import registry
from cuibono.lenses.settings import plain
from cuibono.model.finding import Notice
from cuibono.store import database, findings
from cuibono.store.layout import Layout
from cuibono.store.staleness import is_stale

_COLUMNS = "r.id, r.lens, r.settings, r.tables, r.generation, r.made_at, r.notices, r.program"


@dataclass(frozen=True, slots=True)
class KeptRun:
    """One run of a lens: ``found`` counts its findings; ``queries`` is told only of a run that is asked for alone."""

    id: int
    lens: str
    settings: Mapping[str, Any]
    tables: tuple[str, ...]
    generation: int
    made: datetime
    notices: tuple[Notice, ...]
    program: str
    found: int = 0
    stale: bool = False
    queries: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Notice, ...]:
        """What could not be answered, each once: of several things a lens may say the same."""
        return tuple({(n.says, n.why, n.what_would_help): n for n in self.notices}.values())


def newest(layout: Layout, lens: str | None = None) -> list[KeptRun]:
    """The newest run of each lens with each settings, the latest first; those of one lens when it is named."""
    where = f"r.id IN ({findings.LATEST}) AND ($lens IS NULL OR r.lens = $lens)"
    return _told(layout, where, {"lens": lens})


def of_finding(engine: DuckEngine, finding: str) -> KeptRun:
    """The run that made a kept finding, with its queries."""
    where = f"r.id = (SELECT max(run) FROM ev.finding WHERE id = $finding AND run IN ({findings.LATEST}))"
    found = _runs(engine, where, {"finding": finding}, queries=True)
    if not found:
        raise UnknownName(f"There is no finding '{finding}'.", try_="cuibono findings")
    return found[0]


def of_number(layout: Layout, number: int) -> KeptRun | None:
    """A run by its number, with its queries; None when there is none of that number."""
    return next(iter(_told(layout, "r.id = $number", {"number": number}, queries=True)), None)


def last(layout: Layout, lens: str, settings: Mapping[str, Any]) -> KeptRun | None:
    """The newest kept run of a lens with these settings."""
    asked = plain(registry.get(lens).parse(settings))
    return next((r for r in newest(layout, registry.get(lens).name) if r.settings == asked), None)


def _told(layout: Layout, where: str, params: Mapping[str, Any], *, queries: bool = False) -> list[KeptRun]:
    with database.reader(layout) as engine:
        return _runs(engine, where, params, queries=queries)


def _runs(engine: DuckEngine, where: str, params: Mapping[str, Any], *, queries: bool) -> list[KeptRun]:
    also = ", r.queries" if queries else ""
    rows = engine.rows(
        f"SELECT {_COLUMNS}{also}, (SELECT count(*) FROM ev.finding AS f WHERE f.run = r.id) AS found "
        f"FROM ev.run AS r WHERE {where} ORDER BY r.id DESC",
        dict(params),
    )
    changed = database.changes(engine)
    return [_run(row, changed) for row in rows]


def _run(row: Mapping[str, Any], changed: Mapping[str, int]) -> KeptRun:
    tables = tuple(json.loads(row["tables"]))
    return KeptRun(
        row["id"],
        row["lens"],
        json.loads(row["settings"]),
        tables,
        row["generation"],
        row["made_at"],
        tuple(Notice(**n) for n in json.loads(row["notices"] or "[]")),
        row["program"] or "",
        row["found"],
        is_stale(tables, row["generation"], changed),
        tuple(json.loads(row.get("queries") or "[]")),
    )
