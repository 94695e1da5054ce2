"""A lens fills a table for the others: only when a person asks, with the settings that the person gives."""

from collections.abc import Mapping
from typing import Any

from cuibono.errors import CaseReadOnly, UnknownName
from cuibono.lenses import registry
from cuibono.lenses.contract import LensSpec
from cuibono.lenses.run import bound
from cuibono.lenses.settings import plain
from cuibono.store import database, fills
from cuibono.store.fills import Fill
from cuibono.store.layout import Layout
from cuibono.store.session import open_session


def fill(layout: Layout, name: str, table: str, settings: Mapping[str, Any]) -> Fill:
    """Fill a table by a lens, in place of an earlier fill; raises UnknownName when the lens cannot."""
    lens = registry.get(name)
    if table not in lens.fills:
        known = sorted({t for n in registry.lens_names() for t in registry.get(n).fills})
        raise UnknownName(f"{name} fills no table '{table}'.", try_=f"tables that are filled: {', '.join(known)}")
    _writable(layout)
    parsed = lens.parse(settings)
    with open_session(layout) as session:
        have = set(session.tables())
        session.need(*(t.table.name for t in lens.tables))
        rows = list(lens.fills[table](*bound(lens, session, have.__contains__), **parsed))
    with database.writer(layout) as engine:
        return fills.write(
            engine, layout, table, rows, lens=name, settings=plain(parsed), tables=[t.table.name for t in lens.tables]
        )


def unfill(layout: Layout, table: str) -> bool:
    """Take back what filled a table; whether anything had."""
    _writable(layout)
    with database.writer(layout) as engine:
        return fills.clear(engine, layout, table)


def refill(layout: Layout, lens: LensSpec) -> None:
    """Fill the tables of a lens anew whose fill no longer holds, with the settings it was asked with."""
    if not layout.writable():
        return
    for use in lens.tables:
        found = fills.fill_of(layout, use.table.name)
        if found is None or found.lens == lens.name:
            continue
        with open_session(layout) as session:
            holds = fills.fresh(session.engine, layout, found.table) is not None
            there = set(found.tables) <= set(session.tables())
        if not holds and there:
            fill(layout, found.lens, found.table, found.settings)


def _writable(layout: Layout) -> None:
    if not layout.writable():
        raise CaseReadOnly(
            f"The case folder {layout.root} cannot be written to.",
            try_="copy the folder to a place of your own, or ask for write access",
        )
