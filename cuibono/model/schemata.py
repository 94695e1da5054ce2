"""What kinds of things and ties there are: the schemata of FollowTheMoney and our own additions.

The facts stand in ``schema/*.yaml``; this file resolves parents and answers questions about them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class PropertySpec:
    """One property: its type, the schema that declares it, whether it has at most one true value.

    ``type`` is a FollowTheMoney type name (date, number, name, entity, country, string ...); ``range`` is
    the schema that an ``entity`` property points to.
    """

    name: str
    type: str
    declared_by: str
    range: str | None = None
    functional: bool = False

    @property
    def label(self) -> str:
        """The name for people: ``incorporationDate`` becomes "Incorporation date"."""
        spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in self.name)
        return spaced[:1].upper() + spaced[1:]


@dataclass(frozen=True, slots=True)
class Edge:
    """Between which two properties a tie runs; an end of our own schemata may be text."""

    source: str
    target: str
    label: str = ""
    directed: bool = True


@dataclass(frozen=True, slots=True)
class Down:
    """What one of our schemata becomes for tools that know only the stock ones.

    ``make`` names properties whose text becomes an entity of the given schema, since the stock
    property points to one.
    """

    to: str
    rename: Mapping[str, str] = field(default_factory=dict)
    make: Mapping[str, str] = field(default_factory=dict)

    def carries(self, prop: str) -> str | None:
        """The property of the stock schema that takes ours; None when it is dropped."""
        if prop in self.rename:
            return self.rename[prop]
        target = schema(self.to)
        taken = prop in self.rename.values()
        return prop if target and prop in target.properties and not taken else None


@dataclass(frozen=True, slots=True)
class SchemaSpec:
    """A schema with everything it inherits: label, parents from near to far, properties, its edge if it is a tie.

    ``starts`` and ``ends`` are the properties that say since when and until when, best first.
    """

    name: str
    label: str
    parents: tuple[str, ...]
    properties: Mapping[str, PropertySpec]
    edge: Edge | None = None
    abstract: bool = False
    own: bool = False
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    down: tuple[Down, ...] = ()

    @property
    def is_edge(self) -> bool:
        """Whether it is a tie between two entities."""
        return self.edge is not None

    def is_a(self, name: str) -> bool:
        """Whether it is the named schema or descends from it."""
        return name == self.name or name in self.parents


def schema(name: str) -> SchemaSpec | None:
    """The schema of that name with all it inherits, or None when nobody declares one.

    >>> schema("Ownership").edge.source
    'owner'
    """
    return _all().get(name)


def schema_names() -> tuple[str, ...]:
    """The names of all schemata, stock and own, in the order of the alphabet."""
    return tuple(sorted(_all()))


def property_type(schema_name: str, prop: str) -> str:
    """The type of a property; "string" for a property or a schema that nobody declares."""
    found = schema(schema_name)
    known = found.properties.get(prop) if found else None
    return known.type if known else "string"


@cache
def edge_schemata() -> tuple[str, ...]:
    """The names of schemata that are ties between entities."""
    return tuple(n for n in schema_names() if _all()[n].is_edge)


@cache
def comparable_props() -> tuple[tuple[str, str], ...]:
    """Pairs (schema, property) of entities, not ties, whose values contradict each other when they differ."""
    return tuple(
        (name, prop.name)
        for name in schema_names()
        if not _all()[name].is_edge and not _all()[name].abstract
        for prop in sorted(_all()[name].properties.values(), key=lambda p: p.name)
        if prop.functional
    )


@cache
def functional_names() -> frozenset[str]:
    """The names of all properties that have at most one true value, whatever the schema."""
    return frozenset(p.name for s in _all().values() for p in s.properties.values() if p.functional)


@cache
def _all() -> Mapping[str, SchemaSpec]:
    stock, own, rules = _yaml("stock"), _yaml("own"), _yaml("rules")
    raw = stock | own
    return MappingProxyType({name: _resolved(name, raw, rules, own=name in own) for name in raw})


def _yaml(name: str) -> dict[str, Any]:
    import yaml

    text = resources.files("cuibono.model.schema").joinpath(f"{name}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there
    loaded: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    return loaded


def _resolved(name: str, raw: Mapping[str, Any], rules: Mapping[str, Any], *, own: bool) -> SchemaSpec:
    here = raw[name]
    parents = _parents(name, raw)
    lineage = (name, *parents)
    time: Mapping[str, Any] = next((raw[n]["time"] for n in lineage if "time" in raw[n]), {})
    edge = next((raw[n]["edge"] for n in lineage if "edge" in raw[n]), None)
    return SchemaSpec(
        name=name,
        label=here["label"],
        parents=parents,
        properties=MappingProxyType(_properties(lineage, raw, rules)),
        edge=Edge(**edge) if edge else None,
        abstract=here.get("abstract", False),
        own=own,
        starts=tuple(time.get("start", ())),
        ends=tuple(time.get("end", ())),
        down=tuple(Down(**d) for d in here.get("down", ())),
    )


def _parents(name: str, raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Ancestors from near to far, each once."""
    found: dict[str, None] = {}
    level = list(raw[name].get("extends", ()))
    while level:
        found.update(dict.fromkeys(level))
        level = [up for n in level for up in raw[n].get("extends", ())]
    return tuple(found)


def _properties(lineage: tuple[str, ...], raw: Mapping[str, Any], rules: Mapping[str, Any]) -> dict[str, PropertySpec]:
    functional = {p for n in lineage for p in rules["functional"].get(n, ())}
    read_as = {p: t for n in reversed(lineage) for p, t in rules["read_as"].get(n, {}).items()}
    found: dict[str, PropertySpec] = {}
    for owner in reversed(lineage):
        ours = rules["added"].get(owner, {}).items()
        for kind, names in (*raw[owner].get("properties", {}).items(), *ours):
            for prop in names:
                points_to = names[prop] if kind == "entity" else None
                found[prop] = PropertySpec(prop, read_as.get(prop, kind), owner, points_to, prop in functional)
    return found
