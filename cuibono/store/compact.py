"""Compaction: many small Parquet files of a table become one, so that opening a table stays quick.

Opening a file costs about a millisecond however small it is; a folder of two thousand small tables would make every
look wait for seconds. Rows keep their source, so forgetting and earlier generations work as before.
"""

import hashlib
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.store.layout import Layout
from cuibono.store.staging import Stage

MOST_FILES = 500


def crowded(engine: DuckEngine) -> list[str]:
    """The tables that lie in more files than is good for them."""
    rows = engine.tuples(
        "SELECT table_name FROM ev.bulk WHERE gen_out IS NULL GROUP BY table_name "
        f"HAVING count(DISTINCT file) > {MOST_FILES} ORDER BY table_name"
    )
    return [name for (name,) in rows]


def compact(
    layout: Layout,
    engine: DuckEngine,
    stage: Stage,
    table: str,
    *,
    without: list[str] | None = None,
    files: list[str] | None = None,
) -> None:
    """Write the rows of a table into one file, leaving out the sources of ``without``; inside a transaction.

    With ``files`` only those are rewritten. The old files are linked into the stage: the next start sweeps them
    should we die before they are removed.
    """
    wanted = "file IN (SELECT unnest($files))" if files else "$files IS NULL"
    params = {"table": table, "files": files}
    rows = engine.tuples(f"SELECT DISTINCT file FROM ev.bulk WHERE table_name = $table AND {wanted}", params)
    old = [layout.root / f for (f,) in rows]
    final = layout.tables / table / f"part-{_name(old, without or [])}.parquet"
    staged = stage.place(final)
    kept = "true" if not without else f"_source NOT IN ({', '.join(repr(w) for w in without)})"
    engine.run(
        f"COPY (SELECT * FROM read_parquet({listed(old)}, union_by_name = true) WHERE {kept} ORDER BY _source, _row) "
        f"TO '{quoted(staged)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000)"
    )
    with staged.open("rb") as handle:
        sha = hashlib.file_digest(handle, "sha256").hexdigest()
    engine.run(
        f"UPDATE ev.bulk SET file = $final, sha256 = $sha WHERE table_name = $table AND {wanted}",
        {**params, "final": str(final.relative_to(layout.root)), "sha": sha},
    )
    for path in (p for p in old if p.exists()):
        stage.set_aside(path)


def quoted(path: Path) -> str:
    """A path as it stands inside an SQL string."""
    return str(path.resolve()).replace("'", "''")


def listed(paths: list[Path]) -> str:
    """Paths as an SQL list."""
    return "[" + ", ".join(f"'{quoted(p)}'" for p in paths) + "]"


def _name(files: list[Path], without: list[str]) -> str:
    return hashlib.sha256("\n".join([*sorted(f.name for f in files), "-", *without]).encode()).hexdigest()[:40]
