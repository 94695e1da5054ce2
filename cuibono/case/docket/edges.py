"""Recorded ties of two, as claims of ties are tested against them: of registers, and of tables of ties."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from cuibono.case.docket.rows import Edge
from cuibono.extract.lexicon import lines
from cuibono.lenses.ties import KIN
from cuibono.model.docket import Party
from cuibono.model.schemata import edge_schemata, schema
from cuibono.model.table import spec
from cuibono.store.session import Session

STATED = "standing = 'recorded' AND coalesce(status, 'stated') = 'stated'"
#: Types of ties of a table that only a person has to a body, so that nobody can mistake who is who.
_OF_A_PERSON = ("director", "employment", "educated_at", "post")


def edges(session: Session) -> Iterator[Edge]:
    """Recorded ties, each with the names of its two ends; who holds a post is tied to where the post is."""
    ends = {n: found.edge for n in edge_schemata() if n not in ("Claim", "SupplyShare")
            if (found := schema(n)) and found.edge}  # fmt: skip
    sql = f"""
        SELECT s.entity_id, s.schema, s.prop, s.value, coalesce(c.canonical_id, s.value) AS party, n.name,
               n.schema AS kind, e.source, e.seq, e.asserted_by, coalesce(e.polarity, '+') AS polarity
        FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
        LEFT JOIN canonical AS c ON c.entity_id = s.value
        LEFT JOIN entity AS n ON n.id = coalesce(c.canonical_id, s.value)
        WHERE {STATED} AND list_contains($schemata, s.schema) ORDER BY s.entity_id, e.source, e.seq
    """
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    for r in session.rows(sql, {"schemata": [*ends, "Position"]}):
        said[r["entity_id"]] |= {r["prop"]: r, "": r}
    for entity, props in said.items():
        edge = ends.get(props[""]["schema"])
        if edge is None or edge.source not in props or edge.target not in props:
            continue
        post = said.get(props[edge.target]["value"], {}) if props[""]["schema"] == "Occupancy" else {}
        other = post.get("organization", props[edge.target])
        role = next((p["value"] for k in ("role", "relationship", "name") if (p := props.get(k) or post.get(k))), "")
        called = props[""]["schema"]
        yield Edge(
            (_value(props, "kind") or called) if called == "Tie" else called, _party(props[edge.source]), _party(other),
            role,
            _value(props, "startDate") or _value(props, "date"), _value(props, "endDate"),
            props[""]["asserted_by"] or "", (props[""]["source"], props[""]["seq"]), props[""]["polarity"], entity,
            (props[edge.source]["kind"] == "Person") != (other["kind"] == "Person"),
        )  # fmt: skip


def tied_in_tables(session: Session) -> Iterator[Edge]:
    """The rows of tables of ties; those that registers make are theirs, and holdings are tested as holdings.

    What the table itself only passes on (``attributed``) is no record.
    """
    session.need("relations")
    sql = f"""
        SELECT * FROM relations WHERE {STATED} AND attributed IS NULL AND type IS NOT NULL AND type <> 'ownership'
        AND _source NOT IN (SELECT DISTINCT source FROM evidence) ORDER BY _source, _row
    """
    named = {kind: name for name, kind in spec("relations").edges.items()}
    for r in session.rows(sql):
        kind = _kind_of(r["type"].strip().lower().replace(" ", "_"), named)
        kin = kind.replace("_", " ") in KIN
        one, other = (_end(r, end, person=end == "from" and (kind in _OF_A_PERSON or kin)) for end in ("from", "to"))
        yield Edge(
            "Family" if kin else named.get(kind, kind), one, other, r["role"] or (kind if kin else ""), r["since"],
            r["until"], r["asserted_by"] or "", (r["_source"], r["_row"]), r["polarity"] or "+", "",
            kind in _OF_A_PERSON or (r["from_kind"] == "Person") != (r["to_kind"] == "Person"),
        )  # fmt: skip


def _kind_of(kind: str, named: Mapping[str, str]) -> str:
    """The type of a tie under its usual name: "membership" is that of a member, "donor" that of who funds."""
    if kind in named or kind in KIN:
        return kind
    of = next((line.split()[0] for line in lines("docket", "tie_words") if kind in line.split()), kind)
    return next((usual for usual, name in named.items() if name == of), of)


def _end(row: Mapping[str, Any], end: str, *, person: bool) -> Party:
    """An end of a row; one word for a person is part of a name."""
    name = row[f"{end}_name"]
    of_person = row[f"{end}_kind"] == "Person" or (person and not row[f"{end}_kind"])
    return Party(row[f"{end}_id"], name, whole=not (of_person and name.isascii() and " " not in name))


def _party(row: Mapping[str, Any]) -> Party:
    """An end of a tie; one word for a person is part of a name, and matches nobody by itself."""
    name = row["name"] or row["value"]
    return Party(row["party"], name, whole=not (row["kind"] == "Person" and name.isascii() and " " not in name))


def _value(props: Mapping[str, Any], name: str) -> str | None:
    return str(props[name]["value"]) if name in props else None
