"""What claims are tested against: recorded rows of shares and holdings, recorded ties and dates, never mere claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cuibono.case.docket_words import folded
from cuibono.model.docket import Asked, Key, Party
from cuibono.model.schemata import edge_schemata, schema
from cuibono.store.session import Session

_RECORDED = "standing = 'recorded' AND coalesce(status, 'stated') = 'stated' AND coalesce(polarity, '+') = '+'"
_DATES = ("incorporationDate", "dissolutionDate", "birthDate", "deathDate")


@dataclass(frozen=True, slots=True)
class Share:
    """A recorded share of a market."""

    supplier: Party
    market: str
    stage: str
    basis: str
    year: int | None
    low: float | None
    high: float | None
    amount: float | None
    unit: str
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Holding:
    """A recorded holding: who, of whom, of capital or of votes, how much, from when to when (EDTF)."""

    owner: Party
    asset: Party
    share_of: str
    low: float | None
    high: float | None
    since: str | None
    until: str | None
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Edge:
    """A recorded tie of two entities: its schema, what it is called, from when to when."""

    schema: str
    one: Party
    other: Party
    role: str
    start: str | None
    end: str | None
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Dated:
    """A recorded date of an entity."""

    about: Party
    prop: str
    first: date | None
    last: date | None
    value: str
    by: str
    key: Key


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything recorded of those whom the claims name, by the folded names and ids that stand in it."""

    shares: Mapping[str, list[Share]] = field(default_factory=dict)
    markets: Mapping[tuple[str, str, str, int | None, str], list[Share]] = field(default_factory=dict)
    holdings: Mapping[str, list[Holding]] = field(default_factory=dict)
    edges: Mapping[str, list[Edge]] = field(default_factory=dict)
    dates: Mapping[str, list[Dated]] = field(default_factory=dict)


def keys_of(party: Party | None) -> set[str]:
    """The keys under which a party is looked up."""
    if party is None:
        return set()
    return {k for k in (party.id, folded(party.name) if party.whole else None) if k}


def have(session: Session) -> set[str]:
    """The tables with rows, and "statements" where some are recorded."""
    found = set(session.tables())
    recorded = session.engine.value("SELECT 1 FROM evidence WHERE standing = 'recorded' LIMIT 1")
    return found | ({"statements"} if recorded else set())


def gather(session: Session, asked: Iterable[Asked], tables: set[str]) -> Evidence:
    """What the case records of those whom the claims name."""
    wanted = sorted({k for a in asked for p in (a.subject, a.object) for k in keys_of(p)})
    shares = list(_shares(session, wanted)) if "supply_shares" in tables else []
    markets: dict[tuple[str, str, str, int | None, str], list[Share]] = defaultdict(list)
    for s in shares:
        markets[s.market, s.stage, s.basis, s.year, s.by].append(s)
    return Evidence(
        _by_party(shares, "supplier"),
        markets,
        _by_party(_holdings(session, wanted), "owner") if "holdings" in tables else {},
        _by_party(_edges(session), "one", "other") if "statements" in tables else {},
        _by_party(_dates(session), "about") if "statements" in tables else {},
    )


def _by_party(things: Iterable[Any], *ends: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for thing in things:
        for key in sorted({k for end in ends for k in keys_of(getattr(thing, end))}):
            found[key].append(thing)
    return found


def _shares(session: Session, wanted: list[str]) -> Iterator[Share]:
    """The rows of every market in which one of those named supplies."""
    session.need("supply_shares")
    sql = f"""
        WITH mine AS (SELECT DISTINCT market, stage FROM supply_shares
                      WHERE list_contains($wanted, supplier_id) OR list_contains($wanted, lower(supplier_name)))
        SELECT t.* FROM supply_shares AS t JOIN mine AS m
          ON m.market IS NOT DISTINCT FROM t.market AND m.stage IS NOT DISTINCT FROM t.stage
        WHERE {_RECORDED} ORDER BY _source, _row
    """
    for r in session.rows(sql, {"wanted": wanted}):
        yield Share(
            Party(r["supplier_id"], r["supplier_name"]), r["market"] or "", r["stage"] or "", r["basis"] or "",
            r["year"], r["share_low"], r["share_high"], r["amount"], r["unit"] or "", r["asserted_by"] or "",
            (r["_source"], r["_row"]),
        )  # fmt: skip


def _holdings(session: Session, wanted: list[str]) -> Iterator[Holding]:
    session.need("holdings")
    sql = f"""
        SELECT * FROM holdings WHERE {_RECORDED} AND
        (list_contains($wanted, owner_id) OR list_contains($wanted, lower(owner_name))) ORDER BY _source, _row
    """
    for r in session.rows(sql, {"wanted": wanted}):
        yield Holding(
            Party(r["owner_id"], r["owner_name"]), Party(r["asset_id"], r["asset_name"]), r["share_of"] or "",
            r["share_low"], r["share_high"], r["since"], r["until"], r["asserted_by"] or "", (r["_source"], r["_row"]),
        )  # fmt: skip


def _edges(session: Session) -> Iterator[Edge]:
    """Recorded ties, each with the names of its two ends; who holds a post is tied to where the post is."""
    ends = {n: found.edge for n in edge_schemata() if n not in ("Claim", "SupplyShare", "Ownership")
            if (found := schema(n)) and found.edge}  # fmt: skip
    sql = """
        SELECT s.entity_id, s.schema, s.prop, s.value, coalesce(c.canonical_id, s.value) AS party, n.name,
               e.source, e.seq, e.asserted_by
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        LEFT JOIN canonical AS c ON c.entity_id = s.value
        LEFT JOIN entity AS n ON n.id = coalesce(c.canonical_id, s.value)
        WHERE e.standing = 'recorded' AND coalesce(e.status, 'stated') = 'stated' AND coalesce(e.polarity, '+') = '+'
          AND list_contains($schemata, s.schema) ORDER BY s.entity_id, e.source, e.seq
    """
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    for r in session.rows(sql, {"schemata": [*ends, "Position"]}):
        said[r["entity_id"]] |= {r["prop"]: r, "": r}
    for props in said.values():
        edge = ends.get(props[""]["schema"])
        if edge is None or edge.source not in props or edge.target not in props:
            continue
        post = said.get(props[edge.target]["value"], {}) if props[""]["schema"] == "Occupancy" else {}
        other = post.get("organization", props[edge.target])
        role = next((p["value"] for k in ("role", "relationship", "name") if (p := props.get(k) or post.get(k))), "")
        yield Edge(
            props[""]["schema"], _party(props[edge.source]), _party(other), role,
            _value(props, "startDate") or _value(props, "date"), _value(props, "endDate"),
            props[""]["asserted_by"] or "", (props[""]["source"], props[""]["seq"]),
        )  # fmt: skip


def _party(row: Mapping[str, Any]) -> Party:
    return Party(row["party"], row["name"] or row["value"])


def _value(props: Mapping[str, Any], name: str) -> str | None:
    return str(props[name]["value"]) if name in props else None


def _dates(session: Session) -> Iterator[Dated]:
    sql = """
        SELECT s.canonical_id, n.name, s.prop, s.value, s.earliest, s.latest, e.source, e.seq, e.asserted_by
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        LEFT JOIN entity AS n ON n.id = s.canonical_id
        WHERE e.standing = 'recorded' AND coalesce(e.status, 'stated') = 'stated' AND coalesce(e.polarity, '+') = '+'
          AND list_contains($props, s.prop) ORDER BY s.canonical_id, e.source, e.seq
    """
    for r in session.rows(sql, {"props": list(_DATES)}):
        yield Dated(
            Party(r["canonical_id"], r["name"] or ""), r["prop"], r["earliest"], r["latest"], r["value"],
            r["asserted_by"] or "", (r["source"], r["seq"]),
        )  # fmt: skip
