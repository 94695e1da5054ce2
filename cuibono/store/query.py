"""``query``: exactly one SELECT, read-only, over the tables of the case and nothing else on the machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cuibono.engine.duck import statement_kinds
from cuibono.errors import QueryRefused
from cuibono.store import fills
from cuibono.store.layout import Layout
from cuibono.store.session import open_session

ROWS, SECONDS = 1000, 30.0


@dataclass(frozen=True, slots=True)
class Result:
    """Column names and rows; prints as a table, iterates as dicts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        cells = [[_cell(v) for v in row] for row in self.rows]
        widths = [max([len(c), *(len(r[i]) for r in cells)]) for i, c in enumerate(self.columns)]
        lines = [
            "  ".join(v.ljust(w) for v, w in zip(line, widths, strict=True)).rstrip()
            for line in [list(self.columns), ["-" * w for w in widths], *cells]
        ]
        if self.more:
            lines.append(f"... more than {len(self.rows):,} rows; ask for more with limit=")
        return "\n".join(lines)


def query(layout: Layout, sql: str, *, limit: int = ROWS, seconds: float = SECONDS) -> Result:
    """Run one SELECT; raises QueryRefused for anything else, or when it runs over its limits.

    The engine may open only files below ``tables/`` and filled tables, its configuration is locked, the case is opened
    read-only; so a query can neither write, nor attach, nor read another file.
    """
    kinds = statement_kinds(sql)
    if kinds != ["SELECT"]:
        said = " and ".join(kinds) or "nothing"
        raise QueryRefused(
            f"A query must be exactly one SELECT, this is: {said}.",
            try_='cuibono query "select * from source limit 5"',
        )
    with open_session(layout) as session:
        session.need_all()
        session.engine.lock_down([layout.tables.resolve(), fills.folder(layout).resolve()])
        names, rows, more = session.engine.limited(sql, rows=limit, seconds=seconds)
    return Result(tuple(names), tuple(rows), more)


def _cell(value: Any) -> str:
    text = "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)
    return text.replace("\n", " ")[:80]
