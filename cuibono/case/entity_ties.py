"""The ties of an entity: every edge that statements make, one for each assertion, with its dates and who says so."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cuibono.model import dates
from cuibono.model.schemata import SchemaSpec, edge_schemata, property_type, schema
from cuibono.store.session import Session

#: So many ties and events of one entity are read; the rest is counted.
SHOWN = 80
_CLAIM = "Claim"
_POST = "Occupancy"
_WORDED = ("role", "relationship", "controlType", "ownershipType", "purpose", "kind")
_STANDINGS = {"recorded": 0, "confirmed": 1, "read": 2, "proposed": 3}


@dataclass(frozen=True, slots=True)
class Tie:
    """One assertion of a tie: which kind, to whom, in which direction, since and until when, on whose word."""

    kind: str
    outgoing: bool
    other: str
    name: str
    by: str
    source: str
    seq: int
    standing: str
    status: str = "stated"
    polarity: str = "+"
    role: str = ""
    share: str = ""
    since: str = ""
    until: str = ""

    @property
    def dated(self) -> bool:
        """Whether it says when."""
        return bool(self.since or self.until)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened, with the earliest and the latest day that its date can mean."""

    earliest: date | None
    latest: date | None
    when: str
    says: str
    by: str
    standing: str
    source: str
    seq: int


@dataclass(frozen=True, slots=True)
class Edges:
    """What statements tie an entity to: ties that are shown, how many there are, events, claims, places by source."""

    ties: tuple[Tie, ...] = ()
    count: int = 0
    events: tuple[Dated, ...] = ()
    claims: int = 0
    places: Counter[str] = field(default_factory=Counter)


def edges_of(session: Session, ids: Sequence[str]) -> Edges:
    """The edges at which an entity stands; claims are only counted."""
    said = f"SELECT s.entity_id, s.schema, s.prop FROM ev.statement AS s WHERE {among('s.value', ids)}"
    found = {(e, s) for e, s, prop in session.engine.tuples(said) if prop not in ("name", "alias")}
    edges = set(edge_schemata())
    ties = sorted(e for e, s in found if s in edges and s != _CLAIM)
    events = sorted(e for e, s in found if s not in edges and (spec := schema(s)) and spec.is_a("Event"))
    told = stated(session, [*ties[:SHOWN], *events[:SHOWN]])
    seen = {e for e, rows in told.items() if rows}
    others = {
        str(r["value"]) for rows in told.values() for r in rows if property_type(r["schema"], r["prop"]) == "entity"
    }
    posts = _posts(session, others) if any(s == _POST for _, s in found) else {}
    names = names_of(session, others | {p for p, _ in posts.values() if p})
    mine = set(ids)
    made = [t for e in ties[:SHOWN] for t in _ties(told.get(e, ()), mine, names, posts)]
    dated = [d for e in events[:SHOWN] if e in seen for d in _events(told[e])]
    places = Counter(s for s, _ in {(str(r["source"]), r["seq"]) for rows in told.values() for r in rows})
    gone = sum(e not in seen for e in ties[:SHOWN])
    return Edges(tuple(made), len(ties) - gone, tuple(dated), sum(s == _CLAIM for _, s in found), places)


def stated(session: Session, ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Every statement about these entities or edges, one row for each piece of evidence.

    Both tables lie in the order of entities; asked one by one, each is looked into only where these stand.
    """
    found: dict[str, list[dict[str, Any]]] = {e: [] for e in ids}
    if not ids:
        return found
    rows = session.engine.rows(
        "SELECT s.id, s.entity_id, s.schema, s.prop, s.value, s.low, s.high, s.earliest, s.latest "
        f"FROM ev.statement AS s WHERE {among('s.entity_id', ids)} ORDER BY s.entity_id, s.prop, s.value"
    )
    evidence: dict[str, list[dict[str, Any]]] = {}
    for e in session.engine.rows(
        "SELECT e.statement, e.source, e.seq, e.asserted_by, e.status, e.polarity, e.standing FROM ev.evidence AS e "
        f"WHERE {among('e.entity_id', ids)} AND e.gen_out IS NULL ORDER BY e.source, e.seq"
    ):
        evidence.setdefault(e.pop("statement"), []).append(e)
    for row in rows:
        found[row["entity_id"]] += [row | e for e in evidence.get(row.pop("id"), ())]
    return found


def _ties(
    rows: Sequence[Mapping[str, Any]], mine: set[str], names: Mapping[str, str], posts: Mapping[str, tuple[str, str]]
) -> Iterable[Tie]:
    if not rows:
        return
    spec = schema(str(rows[0]["schema"]))
    if spec is None or spec.edge is None:
        return
    assertions: dict[tuple[str, str, int], dict[str, str]] = {}
    first: dict[tuple[str, str, int], Mapping[str, Any]] = {}
    for r in rows:
        key = (r["asserted_by"] or "", r["source"], r["seq"])
        assertions.setdefault(key, {}).setdefault(r["prop"], r["value"])
        first.setdefault(key, r)
    for key, props in assertions.items():
        one, other = props.get(spec.edge.source), props.get(spec.edge.target)
        if one in mine or other in mine:
            yield _tie(spec, props, first[key], names, posts, outgoing=one in mine)


def _tie(
    spec: SchemaSpec,
    props: Mapping[str, str],
    row: Mapping[str, Any],
    names: Mapping[str, str],
    posts: Mapping[str, tuple[str, str]],
    *,
    outgoing: bool,
) -> Tie:
    edge = spec.edge
    assert edge is not None
    other = str(props.get(edge.target if outgoing else edge.source) or "")
    role = next((props[w] for w in _WORDED if props.get(w)), "")
    post, place = posts.get(other, ("", "")) if spec.name == _POST else ("", "")
    if post or place:
        role, other = role or place, post or other
    share = props.get("percentage", "")
    return Tie(
        kind=edge.label or spec.label,
        outgoing=outgoing,
        other=other,
        name=names.get(other, other),
        by=row["asserted_by"] or "",
        source=row["source"],
        seq=row["seq"],
        standing=row["standing"],
        status=row["status"],
        polarity=row["polarity"],
        role=role.replace("_", " "),
        share=f"{share} %" if share and "%" not in share else share,
        since=next((props[p] for p in spec.starts if props.get(p)), ""),
        until=next((props[p] for p in spec.ends if props.get(p)), ""),
    )


def _posts(session: Session, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Posts among these: the body where each is held, and what it is called."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    rows = session.engine.tuples(
        "SELECT entity_id, max(value) FILTER (WHERE prop = 'organization'), max(value) FILTER (WHERE prop = 'name') "
        f"FROM ev.statement WHERE schema = 'Position' AND {among('entity_id', wanted)} GROUP BY entity_id"
    )
    return {str(e): (str(body or ""), str(name or "")) for e, body, name in rows}


def names_of(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """The name of each entity that has one, by id."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    rows = session.engine.tuples(
        "SELECT entity_id, arg_max(value, length(value)) FROM ev.statement "
        f"WHERE {among('entity_id', wanted)} AND prop = 'name' GROUP BY entity_id"
    )
    return {str(e): " ".join(str(n).split()) for e, n in rows}


def _events(rows: Sequence[Mapping[str, Any]]) -> Iterable[Dated]:
    props: dict[str, str] = {}
    for r in rows:
        props.setdefault(r["prop"], r["value"])
    when = props.get("date") or "/".join(p for p in (props.get("startDate"), props.get("endDate")) if p)
    if not when:
        return
    says = props.get("summary") or props.get("name") or props.get("description") or "event"
    row = rows[0]
    earliest, latest = _bounds(when)
    yield Dated(earliest, latest, when, says, row["asserted_by"] or "", row["standing"], row["source"], row["seq"])


def dates_of(ties: Iterable[Tie]) -> Iterable[Dated]:
    """When ties begin and end."""
    for t in ties:
        if not t.dated or t.polarity == "-":
            continue
        earliest, latest = _bounds(t.since)[0], _bounds(t.until)[1] if t.until else _bounds(t.since)[1]
        when = " to ".join(dict.fromkeys(w for w in (t.since, t.until) if w)) if t.since else f"until {t.until}"
        how = " ".join(w for w in (t.role, t.share) if w)
        says = f"{t.kind} {t.name}" if t.outgoing else f"{t.name} {t.kind} it"
        yield Dated(earliest, latest, when, f"{says}, {how}" if how else says, t.by, t.standing, t.source, t.seq)


def in_order(dated: Iterable[Dated]) -> list[Dated]:
    """By the earliest day that each can mean; what has no first day goes by its last. The same is told once."""
    once = {(d.when, d.says): d for d in reversed(list(dated))}
    known = [d for d in once.values() if d.earliest or d.latest]
    return sorted(known, key=lambda d: (d.earliest or d.latest or date.max, d.latest or date.max, d.says))


def strongest_first(ties: Iterable[Tie]) -> list[Tie]:
    """By kind; within one, what is recorded first, then by name and time."""
    return sorted(ties, key=lambda t: (t.kind, not t.outgoing, _STANDINGS.get(t.standing, 4), t.name, t.since))


def _bounds(when: str) -> tuple[date | None, date | None]:
    edtf = dates.to_edtf(when) if when else None
    return dates.bounds(edtf) if edtf else (None, None)


def listed(ids: Iterable[str]) -> str:
    """Ids as a list in SQL: with constants the engine skips every block that cannot hold them."""
    return ", ".join("'" + i.replace("'", "''") + "'" for i in ids) or "''"


def among(column: str, ids: Sequence[str]) -> str:
    """The condition that a column is one of these; for a single one in the form that the engine checks fastest."""
    return f"{column} = {listed(ids)}" if len(ids) == 1 else f"{column} IN ({listed(ids)})"
