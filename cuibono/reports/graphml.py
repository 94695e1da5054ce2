"""Who is tied to whom, as GraphML for Gephi, yEd and networkx: parties are nodes, each assertion is an edge."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from cuibono.model.counting import plural
from cuibono.model.schemata import SchemaSpec, schema
from cuibono.reports.contract import PublicCase
from cuibono.reports.printable import printable

_NODE = ("name", "schema", "simulated")
_EDGE = ("tie", "asserted_by", "standing", "status", "polarity", "since", "until", "detail", "sources", "simulated")
#: What a row says of the edge itself; the rest of its columns become the detail.
_COMMON = ("asserted_by", "standing", "status", "polarity", "since", "until")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
Edge = tuple[str, str, dict[str, str]]
Values = dict[str, list[str]]


def write(public: PublicCase, path: Path) -> tuple[str, ...]:
    """Write all parties and ties; one edge per assertion, so that two speakers give two edges.

    Ties come from lens tables that name two parties, and from statements about ties. Every edge says who
    asserts it and with which standing, and a proposal is not drawn like a record. Whoever a person judged to be the
    same is one node; no ties are merged. Ties of simulated sources, and parties that no other source names, are marked.
    """
    tables = {t: p for t in public.tables() if (p := _parties(public.columns(t)))}
    taken = {declared for t in tables if (declared := _schema_of(t))}
    made = {s.id for s in public.sources if s.simulated}
    real = _of_other_sources(public, tables, made) if made else set()
    nodes = edges = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_HEAD + "".join(_keys()) + '<graph id="case" edgedefault="directed">\n')
        for key, name, kind in _nodes(public, tables, taken):
            file.write(_node(key, name, kind, simulated=bool(made) and key not in real))
            nodes += 1
        for edge in _edges(public, tables, taken):
            file.write(_edge(edges, edge, made))
            edges += 1
        file.write("</graph>\n</graphml>\n")
    return (f"{plural(nodes, 'node')} and {plural(edges, 'edge')}",)


def _keys() -> Iterator[str]:
    for kind, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            yield f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="string"/>\n'


def _parties(columns: list[str]) -> tuple[str, str] | None:
    """The first two parties that a table names (``owner_id`` with ``owner_name``): between them runs the tie."""
    named = [c.removesuffix("_id") for c in columns if c.endswith("_id") and f"{c.removesuffix('_id')}_name" in columns]
    return (named[0], named[1]) if len(named) > 1 else None


def _schema_of(table: str) -> str | None:
    """The schema whose statements are rows of the table already."""
    from cuibono.model.table import spec, table_names

    return spec(table).schema if table in table_names() else None


def _of_other_sources(public: PublicCase, tables: Mapping[str, tuple[str, str]], made: set[str]) -> set[str]:
    """The parties of which a source tells that is not simulated."""
    found: set[str] = set()
    for key, kind, values in _entities(public.statements()):
        if not made.issuperset(values["sources"]):
            found |= {key, *(_ends(kind, values)[0] if kind.edge else ())}
    for table, parties in tables.items():
        rows = (row for row in public.rows(table) if row.get("_source") not in made)
        found |= {_party(row, party)[0] for row in rows for party in parties}
    return found


def _nodes(
    public: PublicCase, tables: Mapping[str, tuple[str, str]], taken: set[str]
) -> Iterator[tuple[str, str, str]]:
    """Every party once, with its name and schema: those that statements describe first, then those of ties alone."""
    seen: set[str] = set()
    ends: dict[str, None] = {}
    for key, found, values in _entities(public.statements()):
        if found.edge:
            ends |= dict.fromkeys([] if found.name in taken else _ends(found, values)[0])
            continue
        seen.add(key)
        yield key, (values.get("name") or [key])[0], found.name
    for table, parties in tables.items():
        for row in public.rows(table):
            for party in parties:
                key, name = _party(row, party)
                if key and key not in seen:
                    seen.add(key)
                    yield key, name, ""
    for end in ends:
        if end not in seen:
            seen.add(end)
            yield end, end, ""


def _edges(public: PublicCase, tables: Mapping[str, tuple[str, str]], taken: set[str]) -> Iterator[Edge]:
    for table, (left, right) in tables.items():
        for row in public.rows(table):
            source, target = _party(row, left)[0], _party(row, right)[0]
            if source and target:
                yield source, target, _told(row, table, (left, right))
    for _, found, values in _entities(public.statements()):
        if found.edge and found.name not in taken:
            yield from _stated(found, values)


def _stated(found: SchemaSpec, values: Values) -> Iterator[Edge]:
    """The edges of a tie that statements describe: from each of its sources to each of its targets."""
    assert found.edge
    (_, pairs), edge = _ends(found, values), found.edge
    first = {n: " | ".join(v) for n, v in values.items()}
    told = {
        "tie": edge.label or found.label,
        "asserted_by": first.get("asserted_by", ""),
        "sources": first.get("sources", ""),
        "since": next((first[p] for p in found.starts if p in first), ""),
        "until": next((first[p] for p in found.ends if p in first), ""),
    }
    used = {edge.source, edge.target, *found.starts, *found.ends, "asserted_by", "sources"}
    told["detail"] = "; ".join(f"{n}: {v}" for n, v in first.items() if n not in used)
    for source, target in pairs:
        yield source, target, told


def _ends(found: SchemaSpec, values: Values) -> tuple[list[str], list[tuple[str, str]]]:
    assert found.edge
    sources, targets = values.get(found.edge.source, []), values.get(found.edge.target, [])
    pairs = [(s, t) for s in sources for t in targets]
    return list(dict.fromkeys(end for pair in pairs for end in pair)), pairs


def _entities(statements: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, SchemaSpec, Values]]:
    """Entities of known schemata with their values; speakers and sources stand among them for ties."""
    for key, group in groupby(statements, key=lambda s: str(s["entity_id"])):
        values: Values = {}
        rows = list(group)
        for row in rows:
            told = {str(row["prop"]): [str(row["value"])]} | {n: list(row[n]) for n in ("asserted_by", "sources")}
            for name, those in told.items():
                listed = values.setdefault(name, [])
                listed += [v for v in those if v not in listed]
        known = [s for s in map(schema, sorted({str(row["schema"]) for row in rows})) if s]
        if known:  # sources that were judged to mean the same may give it several: the most special one
            yield key, max(known, key=lambda s: len(s.parents)), values


def _party(row: Mapping[str, Any], party: str) -> tuple[str, str]:
    key = row.get(f"{party}_id") or row.get(f"{party}_name")
    return str(key or ""), str(row.get(f"{party}_name") or key or "")


def _told(row: Mapping[str, Any], table: str, parties: tuple[str, str]) -> dict[str, str]:
    used = {*_COMMON, "reading", *(f"{p}_{end}" for p in parties for end in ("id", "name"))}
    detail = [f"{n}: {v}" for n, v in row.items() if v is not None and n not in used and not n.startswith("_")]
    told = {name: str(row[name]) for name in _COMMON if row.get(name) is not None}
    return told | {"tie": table, "detail": "; ".join(detail), "sources": str(row.get("_source") or "")}


def _node(key: str, name: str, kind: str, *, simulated: bool) -> str:
    told = {"name": name, "schema": kind, "simulated": "true" if simulated else ""}
    return f"<node id={_attribute(key)}>{_data('node', told)}</node>\n"


def _edge(number: int, edge: Edge, made: set[str]) -> str:
    source, target, told = edge
    if not made.isdisjoint(told["sources"].split(" | ")):
        told = told | {"simulated": "true"}
    ends = f"source={_attribute(source)} target={_attribute(target)}"
    return f'<edge id="e{number}" {ends}>{_data("edge", told)}</edge>\n'


def _data(kind: str, told: Mapping[str, str]) -> str:
    return "".join(f'<data key="{kind}-{n}">{escape(printable(v))}</data>' for n, v in told.items() if v)


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
