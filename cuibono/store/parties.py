"""The parties of bulk tables: who stands in rows that are no statements, under which id and which names.

A column ``owner_id`` with an ``owner_name`` beside it names a party. People judge such parties as they judge entities,
so what asks whether an id is still in the case, or is public, must look here too.
"""

from collections.abc import Collection, Iterator, Sequence

from cuibono.engine import DuckEngine
from cuibono.model.table import DERIVED, TableSpec, spec, table_names
from cuibono.store.layout import Layout

#: Columns with an id and a name that are no parties.
_NO_PARTIES = frozenset({("sites", "site"), ("mention_counts", "name")})


def stems(table: TableSpec) -> tuple[str, ...]:
    """The parties that a table names, without the ``_id`` of their columns: owner, asset."""
    named = [c.name.removesuffix("_id") for c in table.columns if c.parse == "id"]
    return tuple(s for s in named if table.column(f"{s}_name") and (table.name, s) not in _NO_PARTIES)


def tables() -> dict[str, tuple[str, ...]]:
    """Every table that rows can be added to and that names parties, with these."""
    listed = ((n, stems(spec(n))) for n in table_names() if n not in DERIVED)
    return {name: found for name, found in listed if found}


def in_bulk(
    engine: DuckEngine, layout: Layout, ids: Collection[str], *, without: Sequence[str] = (), public: bool = False
) -> set[str]:
    """Which of these ids stand in bulk rows, leaving out some sources, or all that are protected.

    Reads the id columns of all files of such tables, and nothing when there are no ids.
    """
    if not ids:
        return set()
    shown = f"{'NOT protected AND' if public else ''} id NOT IN (SELECT unnest($without))"
    source = f"SELECT id FROM ev.source WHERE {shown}"
    found: set[str] = set()
    for part in _id_columns(engine, layout):
        rows = engine.tuples(
            f"SELECT DISTINCT id FROM ({part}) AS p WHERE id IN (SELECT unnest($ids)) AND source IN ({source})",
            {"ids": sorted(ids), "without": list(without)},
        )
        found |= {i for (i,) in rows}
    return found


def _id_columns(engine: DuckEngine, layout: Layout) -> Iterator[str]:
    """A SELECT of id and source for each party column that bulk files have."""
    for table, named in tables().items():
        rows = engine.tuples(
            "SELECT DISTINCT file FROM ev.bulk WHERE table_name = ? AND gen_out IS NULL ORDER BY file", [table]
        )
        if rows:
            listed = ", ".join("'" + str((layout.root / f).resolve()).replace("'", "''") + "'" for (f,) in rows)
            for stem in named:
                yield f'SELECT "{stem}_id" AS id, _source AS source FROM read_parquet([{listed}], union_by_name = true)'
