"""An entity as a page shows it: how it is written, what is said of it and by whom, its ties, dates and sources.

Everything is asked of the stored tables by the ids of the entity, so that one of a million is found as quickly as one
of ten. Nothing is believed: each value stands with those who state it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cuibono.case import entity_rows, entity_ties
from cuibono.case.entity_rows import TableRows
from cuibono.case.entity_ties import Dated, Tie
from cuibono.errors import UnknownName
from cuibono.model.finding import Finding
from cuibono.model.passage import Passage
from cuibono.model.schemata import functional_names, property_type, schema
from cuibono.model.source import Source
from cuibono.store import findings, parties
from cuibono.store.canonical import NAMED
from cuibono.store.cell_lookups import name_id
from cuibono.store.layout import Layout
from cuibono.store.session import Session, open_session

#: Properties that are how it is called.
_NAMES = ("name", "alias", "abbreviation", "previousName", "weakAlias")
#: So many of the sources that it rests on are told by name; the rest is counted.
SOURCES = 120
#: From so many statements on, matches of an entity are looked for when somebody asks.
MANY = 100_000
#: What stands elsewhere on the page, or is only for machines.
_APART = frozenset({*_NAMES, "unlinkable", "full"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One piece of evidence: who says so, where, how surely."""

    by: str
    source: str
    seq: int
    standing: str
    status: str = "stated"
    polarity: str = "+"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property with all who state it; ``entity`` is the id where it is an entity of the case."""

    text: str
    voices: tuple[Voice, ...]
    entity: str = ""
    low: Any = None
    high: Any = None

    @property
    def asserted(self) -> bool:
        """Whether somebody states it, and not only denies it."""
        return any(v.polarity == "+" for v in self.voices)

    @property
    def denied(self) -> bool:
        """Whether somebody denies it."""
        return any(v.polarity == "-" for v in self.voices)


@dataclass(frozen=True, slots=True)
class PropertySaid:
    """Everything said of one property; ``differs`` says that at most one of the values can be true."""

    label: str
    values: tuple[Value, ...]
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """One way in which it is written, what kind of name that is, and in how many places it stands so."""

    text: str
    kind: str
    places: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything that the page of an entity shows, but its mentions and proposed matches, which are asked for apart."""

    id: str
    ids: tuple[str, ...]
    name: str
    schema: str
    names: tuple[Called, ...] = ()
    said: tuple[PropertySaid, ...] = ()
    ties: tuple[Tie, ...] = ()
    tie_count: int = 0
    dated: tuple[Dated, ...] = ()
    rows: tuple[TableRows, ...] = ()
    claims: int = 0
    sources: tuple[tuple[Source, int], ...] = ()
    source_count: int = 0
    unlinkable: str = ""
    read_in: tuple[str, ...] = field(default=())

    @property
    def differing(self) -> tuple[PropertySaid, ...]:
        """What is said of it that cannot all be true."""
        return tuple(p for p in self.said if p.differs)


def entity_page(layout: Layout, entity: str) -> EntityPage:
    """The page of an entity by its id; raises UnknownName when the case knows nothing under it."""
    with open_session(layout) as session:
        canonical, ids = cluster(session, entity)
        said = [r for one in entity_ties.stated(session, ids).values() for r in one]
        rows = entity_rows.rows_of(session, ids)
        edges = entity_ties.edges_of(session, ids)
        if not said and not rows and not edges.count and not edges.events:
            raise UnknownName(f"The case knows no entity '{entity}'.", try_="search for its name")
        ties = (*edges.ties, *(t for r in rows for t in r.ties))
        places = _places(said, edges.places, rows)
        sources = {s.id: s for s in session.sources([s for s, _ in places.most_common(SOURCES)])}
        labels = _labels(session, said)
    names = _names(said, rows)
    kinds = Counter(str(r["schema"]) for r in said)
    unlinkable = next((str(r["value"]) for r in said if r["prop"] == "unlinkable"), "")
    dated = entity_ties.in_order((*edges.events, *_dates(said), *entity_ties.dates_of(ties)))
    return EntityPage(
        id=canonical,
        ids=tuple(ids),
        name=names[0].text if names else _summed_up(said) or _bare(canonical),
        schema=_schema(kinds, rows),
        names=tuple(names),
        said=tuple(_said(said, labels)),
        ties=tuple(entity_ties.strongest_first(ties)),
        tie_count=edges.count + sum(r.count for r in rows if r.two_sided),
        dated=tuple(dated),
        rows=tuple(rows),
        claims=edges.claims,
        sources=tuple((sources[s], n) for s, n in places.most_common() if s in sources),
        source_count=len(places),
        unlinkable=unlinkable,
        read_in=tuple(dict.fromkeys(str(r["source"]) for r in said if r["prop"] == "name")),
    )


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another entity of the case that is called the same, and that nobody has judged to be the same."""

    id: str
    name: str
    schema: str
    where: str = ""


def namesakes(layout: Layout, page: EntityPage, *, first: int = 12) -> list[Namesake]:
    """Other entities that bear one of its names: the same name is not the same one until a person says so."""
    called = sorted({n.text for n in page.names if n.kind == "name"})
    with open_session(layout) as session:
        rows = session.engine.tuples(
            "SELECT s.entity_id, any_value(s.value), any_value(s.schema), any_value(coalesce(o.title, o.name)) "
            "FROM ev.statement AS s JOIN ev.evidence AS e ON e.statement = s.id AND e.gen_out IS NULL "
            "JOIN source AS o ON o.id = e.source "
            f"WHERE s.prop = 'name' AND s.value IN ({entity_ties.listed(called)}) "
            f"AND s.entity_id NOT IN ({entity_ties.listed(page.ids)}) "
            f"GROUP BY s.entity_id ORDER BY s.entity_id LIMIT {int(first)}"
        )
        bare = {name_id(n): n for n in called}
        named = parties.in_bulk(session.engine, layout, set(bare) - set(page.ids))
    found = [Namesake(e, n, known.label if (known := schema(k)) else k, where) for e, n, k, where in rows]
    return [*found, *(Namesake(i, bare[i], "Party of a table") for i in sorted(named))][:first]


def many(layout: Layout) -> bool:
    """Whether a case is so large that comparing one entity with all others takes a while."""
    with open_session(layout) as session:
        return int(session.engine.value("SELECT count(*) FROM ev.statement")) > MANY


def passages(layout: Layout, keys: Sequence[tuple[str, int]]) -> list[Passage]:
    """The passages of (source, number) keys."""
    with open_session(layout) as session:
        return session.passages(keys)


def cluster(session: Session, entity: str) -> tuple[str, list[str]]:
    """The canonical id of an entity and all ids that people judged to be the same."""
    engine = session.engine
    sql = "SELECT canonical_id FROM ev.canonical WHERE entity_id = $id"
    canonical = str(engine.value(sql, {"id": entity}) or entity)
    rows = engine.tuples("SELECT entity_id FROM ev.canonical WHERE canonical_id = $id", {"id": canonical})
    return canonical, sorted({entity, canonical, *(str(e) for (e,) in rows)})


def findings_about(layout: Layout, page: EntityPage, *, first: int = 20) -> tuple[list[Finding], int]:
    """The findings that are about an entity, by its id or a name that it bears, and how many there are."""
    called = sorted({page.name.casefold(), *(n.text.casefold() for n in page.names), *(i.casefold() for i in page.ids)})
    with open_session(layout) as session:
        ids = session.engine.tuples(
            "SELECT f.id FROM (SELECT id, fell, run, ord, unnest(from_json(about, '[\"VARCHAR\"]')) AS part "
            f"FROM ev.finding WHERE run IN ({findings.LATEST})) AS f "
            "WHERE list_has_any(string_split(lower(f.part), ' | '), $called) "
            "GROUP BY f.id ORDER BY bool_or(f.fell), max(f.run) DESC, min(f.ord)",
            {"called": called},
        )
        found = {f.id: f for f in findings.kept(session, ids=[i for (i,) in ids[:first]])} if ids else {}
    return [found[i] for (i,) in ids[:first] if i in found], len(ids)


def _summed_up(said: Sequence[Mapping[str, Any]]) -> str:
    """What a tie or an event, which has no name, is said to be in a sentence; empty where nobody says it."""
    return next((str(r["value"]) for r in said if r["prop"] in ("summary", "title")), "")


def _names(said: Sequence[Mapping[str, Any]], rows: Sequence[TableRows]) -> list[Called]:
    """The spellings, the one that most sources use first; names before aliases."""
    counted: dict[tuple[str, str], set[tuple[str, int]]] = {}
    for r in said:
        if r["prop"] in _NAMES:
            counted.setdefault((" ".join(str(r["value"]).split()), str(r["prop"])), set()).add((r["source"], r["seq"]))
    found = {key: len(places) for key, places in counted.items()}
    for table in rows:
        for name, times in table.names.items():
            key = (name, "name")
            found[key] = found.get(key, 0) + times
    order = sorted(found.items(), key=lambda f: (f[0][1] != "name", -f[1], -len(f[0][0]), f[0][0]))
    best: dict[str, Called] = {}
    for (text, kind), places in order:
        best.setdefault(text, Called(text, kind, places))
    return list(best.values())


def _said(said: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> Iterable[PropertySaid]:
    grouped: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for r in said:
        spec = schema(str(r["schema"]))
        if r["prop"] in _APART or (spec and spec.is_edge and property_type(r["schema"], r["prop"]) == "entity"):
            continue
        grouped.setdefault(str(r["prop"]), {}).setdefault(str(r["value"]), []).append(r)
    for prop, values in grouped.items():
        made = tuple(_value(value, rows, labels) for value, rows in values.items())
        (first, *_), *_ = values.values()
        yield PropertySaid(_label(first), made, _differs(prop, made))


def _value(value: str, rows: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> Value:
    voices = dict.fromkeys(
        Voice(r["asserted_by"] or "", r["source"], r["seq"], r["standing"], r["status"], r["polarity"]) for r in rows
    )
    first = rows[0]
    ends = (
        (first["earliest"], first["latest"]) if first["earliest"] or first["latest"] else (first["low"], first["high"])
    )
    return Value(labels.get(value, value), tuple(voices), value if value in labels else "", *ends)


def _differs(prop: str, values: Sequence[Value]) -> bool:
    """Whether it cannot all be true: a value is denied, or only one can hold and two do not meet."""
    if any(v.asserted and v.denied for v in values):
        return True
    stated = [v for v in values if v.asserted]
    if prop not in functional_names() or len(stated) < 2:
        return False
    return any(_apart(one, other) for n, one in enumerate(stated) for other in stated[n + 1 :])


def _apart(one: Value, other: Value) -> bool:
    ends = (one.low, one.high, other.low, other.high)
    if all(isinstance(e, date) for e in ends) or all(isinstance(e, float) for e in ends):
        return bool(one.high < other.low or other.high < one.low)
    return one.text.casefold() != other.text.casefold()


def _labels(session: Session, said: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The names of the entities that values point to."""
    wanted = {str(r["value"]) for r in said if property_type(r["schema"], r["prop"]) == "entity"}
    return entity_ties.names_of(session, wanted)


def _dates(said: Sequence[Mapping[str, Any]]) -> list[Dated]:
    """What is said of it that is a date."""
    return [
        Dated(
            earliest=r["earliest"],
            latest=r["latest"],
            when=str(r["value"]),
            says=_label(r),
            by=r["asserted_by"] or "",
            standing=r["standing"],
            source=r["source"],
            seq=r["seq"],
        )
        for r in said
        if (r["earliest"] or r["latest"]) and r["polarity"] == "+"
    ]


def _label(row: Mapping[str, Any]) -> str:
    spec = schema(str(row["schema"]))
    known = spec.properties.get(str(row["prop"])) if spec else None
    return known.label if known else str(row["prop"])


def _places(said: Sequence[Mapping[str, Any]], edges: Counter[str], rows: Sequence[TableRows]) -> Counter[str]:
    """How many places of each source say something of it."""
    found = Counter(s for s, _ in {(str(r["source"]), r["seq"]) for r in said})
    found.update(edges)
    for table in rows:
        found.update(table.sources)
    return found


def _schema(kinds: Counter[str], rows: Sequence[TableRows]) -> str:
    named = [k for k, _ in kinds.most_common()]
    spec = schema(named[0]) if named else None
    if spec is not None:
        return spec.label
    return named[0] if named else "Party of a table" if rows else "Entity"


def _bare(entity: str) -> str:
    return entity.removeprefix(NAMED)
