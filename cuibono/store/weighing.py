"""How many passages many findings rest on, and a fingerprint of each, in one pass over the table.

A lens with a thousand findings on a million rows would otherwise read the table two thousand times.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.store.selection import FIRST, Key, Selection

#: Count, and two sums over hashes of the row keys that do not depend on their order.
_WEIGHT = (
    "count(*), bit_xor(md5_number_lower(_source || ':' || _row)), "
    "sum(md5_number_upper(_source || ':' || _row)::HUGEINT)::VARCHAR, "
    f"min(_source || ':' || lpad(_row::VARCHAR, 12, '0'), {FIRST})"
)


@dataclass(frozen=True, slots=True)
class Weight:
    """How many passages there are, a fingerprint of their keys whatever their order, and the first keys."""

    count: int = 0
    digest: str = "0:None:None"
    first: tuple[Key, ...] = ()


def weigh(engine: DuckEngine, selections: Sequence[Selection]) -> list[Weight]:
    """Count and fingerprint of each selection, in the order given."""
    found: dict[int, Weight] = {}
    for group in _alike(selections):
        keys = _keys(group)
        rows = engine.tuples(f"SELECT k.i, {_WEIGHT} FROM ({keys[0]}) AS k GROUP BY k.i", keys[1])
        found |= {int(i): Weight(int(n), f"{n}:{low}:{high}", _split(first)) for i, n, low, high, first in rows}
    return [found.get(i, Weight()) for i in range(len(selections))]


def touched(engine: DuckEngine, selections: Sequence[Selection], sources: Sequence[str]) -> list[bool]:
    """Whether each selection has a row of one of these sources."""
    hit: set[int] = set()
    for group in _alike(selections):
        keys = _keys(group)
        hit |= {
            int(i)
            for (i,) in engine.tuples(
                f"SELECT DISTINCT k.i FROM ({keys[0]}) AS k WHERE k._source IN (SELECT unnest($touched_sources))",
                {**keys[1], "touched_sources": list(sources)},
            )
        }
    return [i in hit for i in range(len(selections))]


def given_by(engine: DuckEngine, selections: Sequence[Selection]) -> list[frozenset[str]]:
    """The sources of the rows of each selection, in the order given."""
    found: dict[int, set[str]] = defaultdict(set)
    for group in _alike(selections):
        keys = _keys(group)
        for i, source in engine.tuples(f"SELECT DISTINCT k.i, k._source FROM ({keys[0]}) AS k", keys[1]):
            found[int(i)].add(source)
    return [frozenset(found[i]) for i in range(len(selections))]


def _split(keys: Sequence[str]) -> tuple[Key, ...]:
    parted = (key.rpartition(":") for key in keys)
    return tuple((source, int(row)) for source, _, row in parted)


Group = list[tuple[int, Selection]]


def _alike(selections: Sequence[Selection]) -> list[Group]:
    """Selections of one table whose conditions differ in nothing but simple values go together."""
    groups: dict[tuple[str, str, int], Group] = defaultdict(list)
    for i, selection in enumerate(selections):
        simple = not selection.also and all(_literal(v) is not None for v in selection.params.values())
        groups[selection.table, selection.condition, -1 if simple else i].append((i, selection))
    return list(groups.values())


def _keys(group: Group) -> tuple[str, dict[str, Any]]:
    """The distinct row keys of a group, each with the number of its selection, as SQL with parameters."""
    number, first = group[0]
    if len(group) == 1:
        keys, params = first.keys()
        return f"SELECT {number} AS i, s._source, s._row FROM ({keys}) AS s", params
    condition, names = first.condition, sorted(first.params, key=len, reverse=True)
    for name in names:
        condition = condition.replace(f"${name}", f'asked."p_{name}"')
    untyped = {n: "NULL::VARCHAR" if all(s.params[n] is None for _, s in group) else "NULL" for n in names}
    values = ", ".join(
        f"({i}, {', '.join(untyped[n] if s.params[n] is None else _literal(s.params[n]) or 'NULL' for n in names)})"
        for i, s in group
    )
    columns = ", ".join(f'"p_{n}"' for n in names)
    return (
        f'SELECT DISTINCT asked.i AS i, _source, _row FROM "{first.table}" '
        f"JOIN (VALUES {values}) AS asked(i, {columns}) ON {condition}"
    ), {}


def _literal(value: Any) -> str | None:
    """A value as SQL writes it; None for what has no plain form."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value) if value == value and abs(value) != float("inf") else None
    if isinstance(value, date | datetime):
        return f"'{value.isoformat()}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) and "\0" not in value else None
