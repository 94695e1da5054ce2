"""``look``: a lens is put to the case, and what it finds is kept."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cuibono.case import filling
from cuibono.lenses import registry
from cuibono.lenses.contract import LensSpec
from cuibono.lenses.edition import edition
from cuibono.lenses.run import run
from cuibono.lenses.settings import plain
from cuibono.model.finding import Finding, Notice
from cuibono.store import database, findings
from cuibono.store.findings import Run
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session
from cuibono.store.views import Scope


class Look(list[Finding]):
    """The findings of one run, in the lens' order; ``notices`` is what it could not answer.

    ``kept`` is False when the folder cannot be written to: they are told, and not kept.
    """

    notices: tuple[Notice, ...] = ()
    kept: bool = True


def look(layout: Layout, name: str, settings: Mapping[str, Any], *, tell: Tell = silent) -> Look:
    """Run a lens on the case as it is now and keep its findings (in memory only, when the folder is read-only)."""
    lens = registry.get(name)
    parsed = lens.parse(settings)
    filling.refill(layout, lens)
    with open_session(layout) as session:
        made = _gather(session, lens, parsed, tell)
    found = Look(made.findings)
    found.notices, found.kept = made.notices, layout.writable()
    if found.kept:
        with database.writer(layout) as engine:
            findings.keep(engine, made, edition(lens))
    return found


def again(session: Session, name: str, settings: Mapping[str, Any]) -> Run:
    """Run a lens in a session at hand (as of an earlier generation, or on the public side), keeping nothing.

    Where the session recalls the run from another one, and nothing that it read has changed, it is not run.
    """
    lens = registry.get(name)
    parsed = lens.parse(settings)
    if session.recall is None:
        return _gather(session, lens, parsed, silent)
    key = (lens.name, json.dumps(plain(parsed), sort_keys=True, default=str))
    tables = [t.table.name for t in lens.tables]
    return session.recall.of(session, key, tables, lambda: _gather(session, lens, parsed, silent))


def fitting(layout: Layout) -> list[str]:
    """Lenses whose tables the case has."""
    with open_session(layout) as session:
        have = set(session.tables())
    return [n for n in registry.lens_names() if have.issuperset(registry.get(n).needs)]


def runs(layout: Layout) -> list[tuple[str, dict[str, Any]]]:
    """Lens and settings of the runs whose findings are kept."""
    with open_session(layout) as session:
        rows = session.engine.tuples(
            f"SELECT lens, settings FROM ev.run WHERE id IN ({findings.LATEST}) ORDER BY lens, id"
        )
    return [(lens, json.loads(settings)) for lens, settings in rows]


def _gather(session: Session, lens: LensSpec, settings: Mapping[str, Any], tell: Tell) -> Run:
    have = set(session.tables())
    tables = [t.table.name for t in lens.tables]
    session.need(*tables)
    session.teller = tell
    yielded = _counted(run(lens, session, settings, have.__contains__), lens.name, tell)
    return findings.gather(session, lens.name, plain(settings), tables, yielded)


def _counted(items: Iterator[Finding | Notice], name: str, tell: Tell) -> Iterator[Finding | Notice]:
    for number, item in enumerate(items, start=1):
        tell(f"{name}: findings", number, 0)
        yield item


#: As of a generation, proposals aside: what a lens saw when a finding was kept.
def as_of(generation: int, judged: datetime | None = None) -> Scope:
    """The scope of a finding's own time; ``judged`` is when it was made: later merges do not count."""
    return Scope(generation=generation, judged=judged)
