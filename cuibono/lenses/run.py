"""A lens is run: its tables are bound to the case, what it yields gets its name and settings."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cuibono.errors import BadLens, MissingTable
from cuibono.lenses.contract import LensSpec
from cuibono.lenses.settings import plain
from cuibono.model.finding import Finding, Notice
from cuibono.model.table import Desk, Table


def run(
    spec: LensSpec, desk: Desk, settings: Mapping[str, Any], have: Callable[[str], bool]
) -> Iterator[Finding | Notice]:
    """Put a lens to the evidence; findings come with the lens' name and all settings, defaults included.

    ``have`` says whether the case has rows of a table. Raises MissingTable before anything is computed
    when a table that the lens needs has none.
    """
    parsed = spec.parse(settings)
    return _named(spec, spec.function(*bound(spec, desk, have), **parsed), plain(parsed))


def bound(spec: LensSpec, desk: Desk, have: Callable[[str], bool]) -> list[Table | None]:
    """The tables of a lens, bound to a case; None for an optional one without rows. Raises MissingTable."""
    return [_bind(spec, use.table, desk, optional=use.optional, there=have(use.table.name)) for use in spec.tables]


def _bind(spec: LensSpec, table: type[Table], desk: Desk, *, optional: bool, there: bool) -> Table | None:
    if there:
        return table.bound(desk)
    if optional:
        return None
    raise MissingTable(f"{spec.name} needs the table '{table.name}'.", try_=table.spec().get_it)


def _named(
    spec: LensSpec, items: Iterator[Finding | Notice], settings: Mapping[str, Any]
) -> Iterator[Finding | Notice]:
    for item in items:
        if isinstance(item, Finding):
            yield item.with_(lens=spec.name, settings=dict(settings))
        elif isinstance(item, Notice):
            yield item
        else:
            raise BadLens(f"{spec.name} yielded a {type(item).__name__}.", try_="yield a Finding or a Notice")
