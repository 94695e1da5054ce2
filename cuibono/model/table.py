"""A lens table: declared columns, each row with its source, its speaker and its standing.

The columns stand in ``tables/<name>.yaml``; the class of the same name is what a lens asks for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, ClassVar, Literal, Protocol, Self

from cuibono.model.finding import Evidence

#: Tables that are made from what the case holds; nothing can be added to them.
DERIVED = ("assertions", "sayings")
Type = Literal["VARCHAR", "DOUBLE", "BIGINT", "DATE", "TIMESTAMP", "BOOLEAN"]

#: Every row of every lens table carries these, whatever else it says.
COMMON: dict[str, Type] = {
    "_source": "VARCHAR",
    "_row": "BIGINT",
    "asserted_by": "VARCHAR",
    "status": "VARCHAR",
    "polarity": "VARCHAR",
    "standing": "VARCHAR",
    "reading": "VARCHAR",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, whether a row is useless without it, what it means, other names for it.

    No row is taken whose number lies below ``least``. In a ``strict`` one "more than half" is no half.
    """

    name: str
    type: Type
    says: str
    required: bool = False
    parse: str = "text"
    aliases: tuple[str, ...] = ()
    prop: str | None = None
    choices: tuple[str, ...] = ()
    least: float | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class TableSpec:
    """The declaration of a lens table, read from its YAML file.

    ``schema`` is the FollowTheMoney schema whose edges are rows of this table too. ``asserts`` lists
    what a row claims: ``{property: {about: [columns], low:, high:, at:}}``, read by
    ``claims.contradictions``. ``edges`` are the schemata of which edges are rows, ``things`` those of which entities
    are, each with the type or kind that its rows get; ``also`` names a table all of whose rows are rows of this one.
    Rows of an ``invented`` table are taken from simulated sources only.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    schema: str | None = None
    asserts: Mapping[str, Mapping[str, Any]] | None = None
    get_it: str = ""
    edges: Mapping[str, str] = field(default_factory=dict)
    things: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, Any] = field(default_factory=dict)
    invented: bool = False

    @property
    def schemata(self) -> tuple[str, ...]:
        """The schemata whose statements are rows of this table too."""
        return (*((self.schema,) if self.schema else ()), *self.edges, *self.things)

    def column(self, name: str) -> Column | None:
        """The column of that name, or None."""
        return next((c for c in self.columns if c.name == name), None)

    @property
    def required(self) -> tuple[str, ...]:
        """The columns without which a row cannot be used."""
        return tuple(c.name for c in self.columns if c.required)


@cache
def spec(name: str) -> TableSpec:
    """Read the declaration of a lens table from its YAML file."""
    import yaml

    text = resources.files("cuibono.model.tables").joinpath(f"{name}.yaml").read_text("utf-8")
    raw = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe one, in C
    columns = tuple(
        Column(
            name=key,
            type=c.get("type", "VARCHAR"),
            says=c["says"],
            required=c.get("required", False),
            parse=c.get("parse", "text"),
            aliases=tuple(c.get("aliases", ())),
            prop=c.get("prop"),
            choices=tuple(c.get("choices", ())),
            least=c.get("least"),
            strict=c.get("strict", False),
        )
        for key, c in raw["columns"].items()
    )
    told = ("schema", "asserts", "get_it", "edges", "things", "also", "invented")
    rest = {key: raw[key] for key in told if key in raw}
    return TableSpec(name, raw["says"], columns, **rest)


@cache
def table_names() -> tuple[str, ...]:
    """The names of all lens tables: the YAML files are the registry."""
    files = resources.files("cuibono.model.tables").iterdir()
    return tuple(sorted(f.name[:-5] for f in files if f.name.endswith(".yaml")))


class Desk(Protocol):
    """What a table needs of the floor below: somewhere SQL runs, and somewhere passages come from."""

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run a SELECT and return its rows as dicts."""
        ...

    def arrays(self, sql: str, params: Mapping[str, Any] | None = None, *, budget: int = ...) -> dict[str, Any]:
        """Run a SELECT and return its columns as numpy arrays; refuses more than ``budget`` rows."""
        ...

    def step(self, name: str, sql: str, params: Mapping[str, Any] | None = None) -> str:
        """Keep the result of a SELECT as a named temporary table; returns the name to use in SQL."""
        ...

    def select(self, table: str, condition: str, params: Mapping[str, Any]) -> Evidence:
        """The rows of a table that meet a condition, as evidence."""
        ...

    def tell(self, what: str, done: int = 0, of: int = 0) -> None:
        """Say where long work is, to whoever waits for it."""
        ...


class Table:
    """Base of all lens tables; a lens gets instances that are bound to the case at hand."""

    name: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @classmethod
    def spec(cls) -> TableSpec:
        """The declared columns of this table."""
        return spec(cls.name)

    def sql(self, text: str, **params: Any) -> list[dict[str, Any]]:
        """Run SQL in which ``{this}`` stands for the table and ``$name`` for a parameter."""
        return self.desk.rows(text.replace("{this}", self.name), params)

    def arrays(self, text: str, *, budget: int = 50_000_000, **params: Any) -> dict[str, Any]:
        """Run SQL and get columns as numpy arrays."""
        return self.desk.arrays(text.replace("{this}", self.name), params, budget=budget)

    def step(self, name: str, text: str, **params: Any) -> str:
        """Keep one step of the work as a named table, for the next step to read."""
        return self.desk.step(name, text.replace("{this}", self.name), params)

    def where(self, condition: str, **params: Any) -> Evidence:
        """The rows that meet a condition, as the evidence of a finding.

        The condition may name only columns of this table, since it is evaluated again later.
        """
        return self.desk.select(self.name, condition, params)

    def when(self, also: str = "", /, **equal: Any) -> Evidence:
        """The rows in which each named column equals the given value (None means: is missing).

        ``also`` is a further condition. Plain equality is written wherever there is a value: the engine can then
        leave out whole blocks of rows.
        """
        same = [f"{key} IS NULL" if value is None else f"{key} = ${key}" for key, value in equal.items()]
        given = {key: value for key, value in equal.items() if value is not None}
        return self.where(" AND ".join([*same, *([also] if also else [])]), **given)

    def tell(self, what: str, done: int = 0, of: int = 0) -> None:
        """Say where long work is, to whoever waits for it: what was counted, what is being done."""
        self.desk.tell(what, done, of)

    def empty(self) -> bool:
        """Whether the case has no row of this table."""
        return not self.sql("SELECT 1 AS x FROM {this} LIMIT 1")

    @classmethod
    def bound(cls, desk: Desk) -> Self:
        """The table, bound to a case."""
        return cls(desk)
