"""The rows of bulk tables in which an entity is a party: under which names, tied to whom, in which sources."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cuibono.case.entity_ties import Tie, listed
from cuibono.model.table import spec
from cuibono.store.parties import tables
from cuibono.store.session import Session

#: So many rows of one table are looked at; the rest is counted.
SHOWN = 200
_KINDS = {"holdings": "owner of"}


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table that name an entity; ``ties`` are those with another party in the same row."""

    table: str
    count: int
    two_sided: bool
    names: Mapping[str, int]
    first: tuple[tuple[str, int], ...]
    ties: tuple[Tie, ...] = ()
    sources: Counter[str] = field(default_factory=Counter)


def rows_of(session: Session, ids: Sequence[str]) -> list[TableRows]:
    """Every bulk table with rows of these parties."""
    found = []
    files: dict[str, list[str]] = {}
    for table, file in session.engine.tuples("SELECT DISTINCT table_name, file FROM ev.bulk WHERE gen_out IS NULL"):
        files.setdefault(table, []).append(str((session.layout.root / file).resolve()))
    for table, stems in tables().items():
        if table in files and (rows := _of_table(session, table, stems, sorted(files[table]), ids)):
            found.append(rows)
    return found


def _of_table(
    session: Session, table: str, stems: Sequence[str], files: Sequence[str], ids: Sequence[str]
) -> TableRows | None:
    mine = listed(ids)
    held = " OR ".join(f'"{s}_id" IN ({mine})' for s in stems)
    rows = f"FROM read_parquet([{listed(files)}], union_by_name = true) AS r SEMI JOIN source AS s ON s.id = r._source"
    told = session.engine.tuples(f"SELECT _source, count(*) {rows} WHERE {held} GROUP BY _source ORDER BY 2 DESC, 1")
    if not told:
        return None
    columns = {c.name for c in spec(table).columns}
    wanted = [*(f"{s}_{end}" for s in stems for end in ("id", "name"))]
    extra = [c for c in ("type", "role", "share_low", "share_high", "share_of", "since", "until") if c in columns]
    cells = ", ".join(f'"{c}"' for c in (*wanted, *extra))
    order = '"since" DESC NULLS LAST, ' if "since" in columns else ""
    shown = session.engine.rows(
        f"SELECT _source, _row, asserted_by, status, polarity, standing, {cells} {rows} WHERE {held} "
        f"ORDER BY {order}_source, _row LIMIT {SHOWN}"
    )
    names: Counter[str] = Counter()
    for stem in stems:
        names.update(
            " ".join(str(r[f"{stem}_name"]).split()) for r in shown if r[f"{stem}_id"] in ids and r[f"{stem}_name"]
        )
    two = len(stems) > 1
    ties = tuple(t for r in shown for t in _tie(table, stems, r, set(ids))) if two else ()
    first = tuple((r["_source"], r["_row"]) for r in shown)
    return TableRows(table, sum(n for _, n in told), two, dict(names), first, ties, Counter(dict(told)))


def _tie(table: str, stems: Sequence[str], row: Mapping[str, Any], mine: set[str]) -> list[Tie]:
    one, other = stems[0], stems[1]
    outgoing = row[f"{one}_id"] in mine
    end = other if outgoing else one
    if row[f"{end}_id"] is None:
        return []
    role = " ".join(str(row[c]) for c in ("role", "share_of") if row.get(c))
    return [
        Tie(
            kind=str(row.get("type") or _KINDS.get(table) or table.replace("_", " ")),
            outgoing=outgoing,
            other=str(row[f"{end}_id"]),
            name=str(row[f"{end}_name"] or row[f"{end}_id"]),
            by=row["asserted_by"] or "",
            source=row["_source"],
            seq=row["_row"],
            standing=row["standing"] or "recorded",
            status=row["status"] or "stated",
            polarity=row["polarity"] or "+",
            role=role,
            share=_share(row.get("share_low"), row.get("share_high")),
            since=str(row.get("since") or ""),
            until=str(row.get("until") or ""),
        )
    ]


def _share(low: Any, high: Any) -> str:
    if low is None and high is None:
        return ""
    ends = [f"{round(float(e) * 100, 4):g}" for e in (low, high) if e is not None]
    return f"{ends[0]} %" if len(set(ends)) == 1 else f"{ends[0]} to {ends[-1]} %"
