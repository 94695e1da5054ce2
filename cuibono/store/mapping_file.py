"""A mapping: which column of a file becomes which column of a lens table, or which property of an entity.

It is read from YAML, or made by matching column names, and kept in the case so that a load can be repeated.
"""

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from cuibono.errors import BadMapping
from cuibono.model.table import DERIVED, TableSpec, spec, table_names

#: Columns of COMMON that a mapping may fill, and the column names that are taken for them.
SPOKEN: dict[str, tuple[str, ...]] = {
    "asserted_by": ("said_by", "speaker", "stated_by", "说话人", "发言人", "陈述人", "陈述者", "消息来源"),
    "status": (),
    "polarity": (),
}
STANDINGS = ("recorded", "read", "proposed")  # never "confirmed": a person confirms, with a name and a time
Unit = Literal["percent", "fraction"]
_UNITS = {"%": "percent", "pct": "percent", "percent": "percent", "fraction": "fraction", "share": "fraction"}
_FIELD_KEYS = {"column", "value", "unit", "decimal"}
_PROPERTY_KEYS = {"column", "columns", "join", "value", "literal", "entity", "split", "lang"}
_ENTITY_KEYS = {"schema", "key", "keys", "key_literal", "properties"}
_TOP_KEYS = {"table", "columns", "entities", "skip_bad", "decimal", "standing"}
_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Field:
    """Where the cells of one table column come from: a column of the file, or one value for every row.

    ``unit`` says whether a share column holds percent or fractions; ``decimal`` which sign is the decimal one.
    """

    column: str | None = None
    value: str | None = None
    unit: Unit | None = None
    decimal: Literal[".", ","] | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """Where the values of one entity property come from.

    Columns (joined by ``join``), one ``value`` for every row, or another entity of the mapping; ``split``
    cuts a cell into several values.
    """

    columns: tuple[str, ...] = ()
    join: str = " "
    value: str | None = None
    entity: str | None = None
    split: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class EntityRule:
    """How each row makes one entity: its schema, the columns its id is hashed from, its properties."""

    schema: str
    keys: tuple[str, ...]
    properties: Dict[str, tuple[Property, ...]]
    key_literal: str | None = None

    @property
    def is_edge(self) -> bool:
        """Whether it ties other entities of the mapping together."""
        return any(p.entity for many in self.properties.values() for p in many)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the rows of a file become: rows of a lens table, entities, or both.

    ``skip_bad`` leaves out rows whose required cells cannot be read, and says how many. ``origin`` is the
    file it was read from, for messages.
    """

    table: str | None = None
    columns: Dict[str, Field] = field(default_factory=dict)
    entities: Dict[str, EntityRule] = field(default_factory=dict)
    skip_bad: bool = False
    decimal: Literal[".", ","] | None = None
    standing: str = "recorded"
    origin: str = field(default="the mapping", compare=False)

    @property
    def spec(self) -> TableSpec:
        """The lens table that the rows become; raises BadMapping when the mapping names none."""
        if self.table is None:
            raise BadMapping(f"{self.origin} names no table.", try_="add a line such as 'table: supply_shares'")
        return spec(self.table)


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file; raises BadMapping that names the file, the key and near misses."""
    try:
        size = path.stat().st_size
        raw = yaml.safe_load(path.read_text("utf-8")) if size <= _LARGEST else None
    except OSError as error:
        raise BadMapping(f"{path.name}: {error.strerror}.", try_="check the name and place of the file") from error
    except (yaml.YAMLError, UnicodeError, ValueError, RecursionError) as error:
        raise BadMapping(f"{path.name} is not YAML: {error}", try_="check the indentation and the quotes") from error
    if not isinstance(raw, dict):
        raise BadMapping(f"{path.name} is not a mapping of keys.", try_="begin with 'table: supply_shares'")
    return read_mapping(raw, path.name)


def read_mapping(raw: Dict[Any, Any], origin: str = "the mapping") -> Mapping:
    """Make a mapping of plain data (what YAML gives); raises BadMapping."""
    _known(raw, _TOP_KEYS, origin, "key")
    table = _table(raw.get("table"), origin)
    columns = _section(raw, "columns", origin)
    entities = _section(raw, "entities", origin)
    if not columns and not entities:
        raise BadMapping(f"{origin} maps nothing.", try_="add 'columns:' for a table or 'entities:' for statements")
    if columns and table is None:
        raise BadMapping(f"{origin} has columns but names no table.", try_="add a line such as 'table: supply_shares'")
    return Mapping(
        table=table,
        columns={k: _field(k, v, table, origin) for k, v in columns.items()},
        entities={k: _entity(k, v, set(entities), origin) for k, v in entities.items()},
        skip_bad=_boolean(raw, "skip_bad", origin),
        decimal=_decimal(raw.get("decimal"), origin),
        standing=_one_of(raw.get("standing", "recorded"), STANDINGS, "standing", origin),
        origin=origin,
    )


def dump_mapping(mapping: Mapping) -> str:
    """The mapping as YAML text, complete: loading it again gives an equal mapping."""
    plain: dict[str, Any] = {"table": mapping.table} if mapping.table else {}
    plain["columns"] = {name: _lean(f, ("column", "value", "unit", "decimal")) for name, f in mapping.columns.items()}
    plain["entities"] = {name: _plain_entity(rule) for name, rule in mapping.entities.items()}
    plain |= {"skip_bad": True} if mapping.skip_bad else {}
    plain |= {"decimal": mapping.decimal} if mapping.decimal else {}
    plain |= {"standing": mapping.standing} if mapping.standing != "recorded" else {}
    kept = {key: value for key, value in plain.items() if value not in ({}, None)}
    return yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)


def nearest(name: str, known: Dict[str, Any] | list[str] | tuple[str, ...] | set[str]) -> str:
    """A hint for a name that is not there: its near misses, or what there is."""
    names = [str(k) for k in known]
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(repr(n) for n in near)}?" if near else f"one of: {', '.join(names[:20])}"


def _plain_entity(rule: EntityRule) -> dict[str, Any]:
    parts = ("value", "entity", "split", "lang")
    properties: dict[str, list[dict[str, Any]]] = {}
    for name, many in rule.properties.items():
        properties[name] = [
            ({"columns": list(p.columns)} if p.columns else {})
            | ({"join": p.join} if p.join != " " else {})
            | _lean(p, parts)
            for p in many
        ]
    plain: dict[str, Any] = {"schema": rule.schema, "keys": list(rule.keys), "properties": properties}
    return plain | ({"key_literal": rule.key_literal} if rule.key_literal else {})


def _lean(thing: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {n: getattr(thing, n) for n in names if getattr(thing, n) is not None}


def _known(raw: Dict[Any, Any], allowed: set[str], where: str, kind: str) -> None:
    for key in raw:
        if key not in allowed:
            raise BadMapping(f"{where}: unknown {kind} '{key}'.", try_=nearest(str(key), sorted(allowed)))


def _section(raw: Dict[Any, Any], key: str, origin: str) -> dict[str, Any]:
    found = raw.get(key) or {}
    if not isinstance(found, dict):
        raise BadMapping(f"{origin}: '{key}' is not a mapping of names.", try_=f"write '{key}:' and indented lines")
    return {str(k): v for k, v in found.items()}


def _table(name: Any, origin: str) -> str | None:
    known = [t for t in table_names() if t not in DERIVED]
    if name is not None and name not in known:
        raise BadMapping(f"{origin}: there is no table '{name}'.", try_=nearest(str(name), known))
    return None if name is None else str(name)


def _field(name: str, raw: Any, table: str | None, origin: str) -> Field:
    known = [c.name for c in spec(table or "").columns] + [*SPOKEN, "standing"]
    if name not in known:
        raise BadMapping(f"{origin}: the table {table} has no column '{name}'.", try_=nearest(name, known))
    if isinstance(raw, str):
        return Field(column=raw)
    where = f"{origin}: columns: {name}"
    if not isinstance(raw, dict):
        raise BadMapping(f"{where} is neither a column nor a value.", try_=f"write '{name}: {{column: NAME}}'")
    _known(raw, _FIELD_KEYS, where, "key")
    if ("column" in raw) == ("value" in raw):
        raise BadMapping(f"{where} needs either 'column' or 'value'.", try_=f"write '{name}: {{column: NAME}}'")
    value = None if "value" not in raw else _text(raw["value"], where)
    if name == "standing" and value is not None:
        _one_of(value, STANDINGS, "standing", origin)
    return Field(
        column=None if "column" not in raw else _text(raw["column"], where),
        value=value,
        unit=_unit(raw.get("unit"), where),
        decimal=_decimal(raw.get("decimal"), where),
    )


def _entity(name: str, raw: Any, entities: set[str], origin: str) -> EntityRule:
    where = f"{origin}: entities: {name}"
    if not isinstance(raw, dict):
        raise BadMapping(f"{where} is not a mapping.", try_="give it schema, keys and properties")
    _known(raw, _ENTITY_KEYS, where, "key")
    keys = raw.get("keys", raw.get("key"))
    keys = [keys] if isinstance(keys, str) else keys
    if not raw.get("schema") or not isinstance(keys, list) or not keys or not isinstance(raw.get("properties"), dict):
        raise BadMapping(
            f"{where} needs schema, keys and properties.",
            try_="such as {schema: Company, keys: [company_id], properties: {name: {column: company}}}",
        )
    return EntityRule(
        schema=_text(raw["schema"], where),
        keys=tuple(_text(k, where) for k in keys),
        properties={str(p): _properties(v, f"{where}: {p}", entities) for p, v in raw["properties"].items()},
        key_literal=None if raw.get("key_literal") is None else _text(raw["key_literal"], where),
    )


def _properties(raw: Any, where: str, entities: set[str]) -> tuple[Property, ...]:
    many = raw if isinstance(raw, list) else [raw]
    return tuple(_property(one, where, entities) for one in many)


def _property(raw: Any, where: str, entities: set[str]) -> Property:
    if isinstance(raw, str):
        return Property(columns=(raw,))
    if not isinstance(raw, dict):
        raise BadMapping(f"{where} is neither a column nor a value.", try_="write {column: NAME}")
    _known(raw, _PROPERTY_KEYS, where, "key")
    columns = raw.get("columns", [raw["column"]] if "column" in raw else [])
    value = raw.get("value", raw.get("literal"))
    entity = raw.get("entity")
    if entity is not None and entity not in entities:
        raise BadMapping(f"{where}: there is no entity '{entity}'.", try_=nearest(str(entity), sorted(entities)))
    if not isinstance(columns, list) or sum((bool(columns), value is not None, entity is not None)) != 1:
        raise BadMapping(f"{where} needs one of column, columns, value, entity.", try_="write {column: NAME}")
    return Property(
        columns=tuple(_text(c, where) for c in columns),
        join=_text(raw.get("join", " "), where),
        value=None if value is None else _text(value, where),
        entity=entity,
        split=None if raw.get("split") is None else _text(raw["split"], where),
        lang=None if raw.get("lang") is None else _text(raw["lang"], where),
    )


def _text(value: Any, where: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise BadMapping(f"{where}: {value!r} is not a text.", try_="put it in quotes")
    return str(value)


def _unit(value: Any, where: str) -> Unit | None:
    if value is None:
        return None
    found = _UNITS.get(str(value).lower())
    if found not in get_args(Unit):
        raise BadMapping(f"{where}: unit '{value}' is not known.", try_="unit: percent, or unit: fraction")
    return "percent" if found == "percent" else "fraction"


def _decimal(value: Any, where: str) -> Literal[".", ","] | None:
    if value not in (None, ".", ","):
        raise BadMapping(f"{where}: decimal is '{value}'.", try_="decimal: '.' or decimal: ','")
    return None if value is None else "," if value == "," else "."


def _boolean(raw: Dict[Any, Any], key: str, origin: str) -> bool:
    value = raw.get(key, False)
    if not isinstance(value, bool):
        raise BadMapping(f"{origin}: {key} is '{value}'.", try_=f"{key}: true, or leave it out")
    return value


def _one_of(value: Any, allowed: tuple[str, ...], key: str, origin: str) -> str:
    if value not in allowed:
        raise BadMapping(
            f"{origin}: {key} '{value}' cannot be given by a mapping.", try_=f"one of: {', '.join(allowed)}"
        )
    return str(value)
