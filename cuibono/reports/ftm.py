"""Entities and ties as FollowTheMoney JSON lines, for Aleph and other tools of that family."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from cuibono.model.counting import plural
from cuibono.model.schemata import Down, SchemaSpec, schema
from cuibono.reports.contract import PublicCase
from cuibono.reports.printable import printable

Entity = dict[str, Any]
Values = dict[str, list[str]]
_ISO = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2}(?:T[\d:.]+Z?)?)?)?")


@dataclass(slots=True)
class Dropped:
    """What an export could not carry over, counted: for the person who hands it on."""

    mapped: Counter[str] = field(default_factory=Counter)
    values: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    dates: int = 0

    def notes(self) -> tuple[str, ...]:
        """The counts as sentences."""
        said = [f"{plural(n, 'entity', 'entities')}: {what}" for what, n in sorted(self.mapped.items())]
        said += [f"left out, {plural(n, 'entity', 'entities')}: {what}" for what, n in sorted(self.entities.items())]
        said += [f"left out, {plural(n, 'value')} of {what}" for what, n in sorted(self.values.items())]
        if self.dates:
            said.append(f"{plural(self.dates, 'date')} lost what FollowTheMoney cannot say (about, season, quarter)")
        return tuple(said)


def write(public: PublicCase, path: Path) -> tuple[str, ...]:
    """Write one JSON object per entity; notes say what became something else and what was left out.

    Only stock schemata are written: our own (Claim, SupplyShare ...) become the nearest stock ones, as
    ``model/schema/own.yaml`` says. Languages of values, speakers and standing have no place in
    the format and are not in it, nor are rows of lens tables that no mapping made statements of. What a simulated
    source says is of the data set ``simulated``.
    """
    dropped, empty, marked = Dropped(), True, 0
    made = frozenset(s.id for s in public.sources if s.simulated)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(public.statements(), dropped, made):
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
            empty, marked = False, marked + ("datasets" in entity)
    invented = (f"{plural(marked, 'entity', 'entities')} marked as simulated, in datasets",) if marked else ()
    said = ("the file is empty, since the case holds no statements; its tables go into .csv.zip",) if empty else ()
    return (*said, *invented, *dropped.notes())


def entities(
    statements: Iterable[Mapping[str, Any]], dropped: Dropped, simulated: frozenset[str] = frozenset()
) -> Iterator[Entity]:
    """Statements, sorted by entity, as entities of stock schemata; counts what is lost into ``dropped``.

    Where one of the ``simulated`` sources says something of an entity, its data sets say so.
    """
    made: set[str] = set()
    for key, group in groupby(statements, key=lambda s: str(s["entity_id"])):
        rows = list(group)
        marked = any(not simulated.isdisjoint(row.get("sources") or ()) for row in rows)
        for entity in _stock(key, rows, dropped):
            if entity["id"] not in made:
                yield entity | {"datasets": ["simulated"]} if marked else entity
            if entity["id"] != key:
                made.add(entity["id"])


def _stock(key: str, rows: list[Mapping[str, Any]], dropped: Dropped) -> Iterator[Entity]:
    """The entities of stock schemata that the statements on one entity become."""
    found = _most_special({str(r["schema"]) for r in rows}, dropped)
    if found is None:
        return
    values = _unmatched(_values(rows))
    if found.own:
        yield from _mapped_down(key, found, values, dropped)
    else:
        yield _entity(key, found, _known(found, values, dropped))


def _most_special(names: set[str], dropped: Dropped) -> SchemaSpec | None:
    """The schema that descends from most of those an entity was given; None when nobody declares any."""
    known = [s for s in map(schema, sorted(names)) if s is not None]
    if not known:
        dropped.entities[f"{', '.join(sorted(names))} is no schema of FollowTheMoney"] += 1
        return None
    return max(known, key=lambda s: (sum(s.is_a(n) for n in names), not s.abstract, len(s.parents)))


def _values(rows: Iterable[Mapping[str, Any]]) -> Values:
    """Values by property, each once, in order."""
    found: dict[str, dict[str, None]] = {}
    for row in rows:
        if row["value"] is not None:
            found.setdefault(str(row["prop"]), {})[printable(str(row["value"]))] = None
    return {prop: list(values) for prop, values in found.items()}


def _unmatched(values: Values) -> Values:
    """A name that is quoted as printed and must not be matched goes where no tool of the family looks for matches."""
    if "unlinkable" not in values:
        return values
    weak = [*values.get("name", []), *values.get("alias", []), *values.get("weakAlias", [])]
    rest = {p: v for p, v in values.items() if p not in ("unlinkable", "name", "alias", "weakAlias")}
    return rest | {"weakAlias": weak}


def _known(found: SchemaSpec, values: Values, dropped: Dropped) -> Values:
    """The values whose property the schema has, dates as FollowTheMoney writes them."""
    kept: Values = {}
    for prop, those in values.items():
        declared = found.properties.get(prop)
        if declared is None:
            dropped.values[f"{found.name}.{prop}"] += len(those)
            continue
        fitting = _dates(those, dropped) if declared.type == "date" else those
        if fitting:
            kept[prop] = fitting
        else:
            dropped.values[f"{found.name}.{prop}"] += len(those)
    return kept


def _dates(values: list[str], dropped: Dropped) -> list[str]:
    """Dates by their ISO beginning: 2019~ is 2019, 1966-33 (a quarter) is 1966."""
    kept: dict[str, None] = {}
    for value in values:
        iso = _ISO.match(value)
        dropped.dates += iso is None or iso[0] != value
        if iso:
            kept[iso[0]] = None
    return list(kept)


def _mapped_down(key: str, own: SchemaSpec, values: Values, dropped: Dropped) -> Iterator[Entity]:
    """The stock entities that stand for one of our own, the first under its id."""
    carried: set[str] = set()
    for number, down in enumerate(own.down):
        target = schema(down.to)
        if target is None:
            continue
        taken, helpers = _taken(down, values)
        kept = _known(target, taken, dropped)
        if target.edge and not (kept.get(target.edge.source) and kept.get(target.edge.target)):
            dropped.entities[f"{own.name} as {target.name}, of which one end is missing"] += 1
            continue
        carried |= {prop for prop in values if down.carries(prop)}
        dropped.mapped[f"{own.name} became {target.name}"] += 1
        yield from helpers
        yield _entity(key if number == 0 else _id(key, target.name), target, kept)
    for prop, those in values.items():
        if prop not in carried:
            dropped.values[f"{own.name}.{prop}"] += len(those)


def _taken(down: Down, values: Values) -> tuple[Values, list[Entity]]:
    """Values under the names of the stock schema, and entities made of texts where it asks for entities."""
    taken: Values = {}
    helpers: list[Entity] = []
    for prop, those in values.items():
        to = down.carries(prop)
        if to is None:
            continue
        if kind := down.make.get(prop):
            helpers += [{"id": _id(kind, v), "schema": kind, "properties": {"name": [v]}} for v in those]
            taken.setdefault(to, []).extend(_id(kind, v) for v in those)
        else:
            taken.setdefault(to, []).extend(those)
    return taken, helpers


def _entity(key: str, found: SchemaSpec, values: Values) -> Entity:
    return {"id": key, "schema": found.name, "properties": values}


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]
