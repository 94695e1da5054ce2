"""A session: the case as seen at one moment, for one short piece of work."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from cuibono.engine import DuckEngine
from cuibono.model.finding import Finding
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.model.table import DERIVED
from cuibono.store import database, sayings, tables_at_hand
from cuibono.store.assertions import make_days
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.recall import Kind, Recall
from cuibono.store.record_tables import NAMES as RECORD_TABLES
from cuibono.store.selection import Key, Opener, Selection
from cuibono.store.steps_at_hand import Steps
from cuibono.store.tables_at_hand import EVIDENCE
from cuibono.store.views import Scope, all_tables, live_tables, make_evidence_views, view_of
from cuibono.store.weighing import Weight, given_by, touched, weigh

T = TypeVar("T")


class Session:
    """The views of a case on an open engine; a Desk for lenses, and where passages are fetched."""

    def __init__(
        self, engine: DuckEngine, layout: Layout, scope: Scope, opener: Opener, *, at_hand: bool = False
    ) -> None:
        self.engine, self.layout, self.scope = engine, layout, scope
        self.seen: list[str] = []
        self.recall: Recall | None = None
        self.teller: Tell = silent
        self._opener = opener
        self._made: set[str] = set()
        self._live: tuple[str, ...] | None = None  # lenses and tests ask for them again and again
        self._at_hand = at_hand and tables_at_hand.small(engine)
        self._steps = Steps((*all_tables(), *EVIDENCE)) if self._at_hand else None
        make_evidence_views(engine, layout, scope)
        if self._at_hand:
            tables_at_hand.load_evidence(engine)

    def need(self, *tables: str) -> None:
        """Make the views of these tables, and of what they are made from; each is made once, when first needed."""
        for table in tables:
            if table in self._made or table not in all_tables():
                continue
            if table == "sayings":
                self.need(*sayings.MADE_OF)
            elif table in DERIVED:
                self.need(*(t for t in all_tables() if t not in (*DERIVED, *RECORD_TABLES)))
                make_days(self.engine)
            self._made.add(table)
            sql = view_of(self.engine, self.layout, table, self.scope)
            what = "TABLE" if self._at_hand else "VIEW"
            self.engine.run(f'CREATE OR REPLACE TEMP {what} "{table}" AS {sql}')

    def need_all(self) -> None:
        """Make every view: for queries that people write."""
        self.need(*all_tables())

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run a SELECT and return its rows as dicts."""
        self.seen.append(sql)
        found = self.engine.rows(sql, params)
        self._note("rows", sql, params, found)
        return found

    def arrays(self, sql: str, params: Mapping[str, Any] | None = None, *, budget: int = 50_000_000) -> dict[str, Any]:
        """Run a SELECT and return its columns as numpy arrays."""
        self.seen.append(sql)
        found = self.engine.arrays(sql, params, budget=budget)
        self._note("arrays", sql, params, found)
        return found

    def step(self, name: str, sql: str, params: Mapping[str, Any] | None = None) -> str:
        """Keep the result of a SELECT as a named temporary table."""
        self.seen.append(sql)
        if self._steps is None or not self._steps.has(name, sql, params):
            self._make(name, sql, params)
        self._note("step", sql, params, name)
        return name

    def _make(self, name: str, sql: str, params: Mapping[str, Any] | None) -> None:
        try:
            self.engine.step(name, sql, params)
        except BaseException:
            if self._steps is not None:
                self._steps.forget(name)
            raise

    def _note(self, kind: Kind, sql: str, params: Mapping[str, Any] | None, answer: Any) -> None:
        if self.recall is not None:
            self.recall.note(self, kind, sql, params, answer)

    def remembered(self, finding: Finding, make: Callable[[], T]) -> T:
        """What is asked of a finding; not asked again where the finding was told again by another session's run."""
        return make() if self.recall is None else self.recall.remembered(finding, make)

    def select(self, table: str, condition: str, params: Mapping[str, Any]) -> Selection:
        """The rows of a table that meet a condition, as evidence."""
        used = {k: v for k, v in params.items() if f"${k}" in condition}
        return Selection(table, condition, used, self._opener)

    def tell(self, what: str, done: int = 0, of: int = 0) -> None:
        """Say where long work is, to whoever waits for it."""
        self.teller(what, done, of)

    def restore(self, kept: Mapping[str, Any], known: Sequence[Key] = ()) -> Selection:
        """A selection that was kept as data, with the first keys that were kept beside it."""
        also = tuple(self.restore(other) for other in kept.get("also", ()))
        return replace(self.select(kept["table"], kept["where"], kept["params"]), known=tuple(known), also=also)

    def tables(self) -> list[str]:
        """Lens tables that have rows."""
        if self._live is None:
            self._live = tuple(live_tables(self.engine, self.layout, self.scope))
        return list(self._live)

    def weigh(self, selections: Sequence[Selection]) -> list[Weight]:
        """How many passages each selection has, and a fingerprint of their keys, whatever their order."""
        self.need(*{p.table for s in selections for p in s.parts})
        return weigh(self.engine, selections)

    def touched(self, selections: Sequence[Selection], sources: Sequence[str]) -> list[bool]:
        """Whether each selection has a row of one of these sources."""
        self.need(*{p.table for s in selections for p in s.parts})
        return touched(self.engine, selections, sources)

    def given_by(self, selections: Sequence[Selection]) -> list[frozenset[str]]:
        """The sources whose rows each selection has."""
        self.need(*{p.table for s in selections for p in s.parts})
        return given_by(self.engine, selections)

    def first(self, selection: Selection, n: int, *, skip: int = 0) -> list[Passage]:
        """The first passages of a selection, by source and place."""
        self.need(*(p.table for p in selection.parts))
        keys, params = selection.keys()
        found = self.engine.tuples(
            f"SELECT k._source, k._row FROM ({keys}) AS k ORDER BY k._source, k._row LIMIT {int(n)} OFFSET {int(skip)}",
            params,
        )
        return self.passages([(s, r) for s, r in found])

    def passages(self, keys: Sequence[Key]) -> list[Passage]:
        """The passages of (source, number) keys, in the order given."""
        if not keys:
            return []
        sources = {s.id: s for s in self.sources(sorted({k[0] for k in keys}))}
        found = self._text_passages(keys, sources)
        missing = [k for k in keys if k not in found]
        found |= self._row_passages(missing, sources)
        return [found[k] for k in keys if k in found]

    def said_of(self, entity: str) -> list[dict[str, Any]]:
        """Every statement about an entity, each with who says so and where: one row per piece of evidence.

        Asked of the stored tables directly, whose order makes one entity out of a million quick to find.
        """
        cluster = self.engine.tuples(
            "SELECT entity_id FROM ev.canonical WHERE canonical_id = "
            "coalesce((SELECT canonical_id FROM ev.canonical WHERE entity_id = $id), $id)",
            {"id": entity},
        )
        ids = ", ".join("'" + i.replace("'", "''") + "'" for i in sorted({entity, *(c for (c,) in cluster)}))
        return self.engine.rows(
            f"""
            SELECT s.entity_id, s.schema, s.prop, s.value, s.lang, s.low, s.high, s.earliest, s.latest,
                   e.source, e.seq, e.asserted_by, e.status, e.polarity, e.standing
            FROM ev.statement AS s JOIN ev.evidence AS e ON e.statement = s.id
            WHERE s.entity_id IN ({ids}) AND e.entity_id IN ({ids}) AND e.source IN (SELECT id FROM source)
              AND e.gen_out IS NULL
            ORDER BY s.prop, s.value, e.source, e.seq
            """
        )

    def sources(self, ids: Sequence[str] | None = None) -> list[Source]:
        """Sources in the order in which they came in."""
        where = "" if ids is None else "WHERE id IN (SELECT unnest($ids))"
        rows = self.engine.rows(
            f"SELECT * FROM source {where} ORDER BY gen_in, name, id",
            None if ids is None else {"ids": list(ids)},
        )
        return [source_of(row) for row in rows]

    def _text_passages(self, keys: Sequence[Key], sources: Mapping[str, Source]) -> dict[Key, Passage]:
        rows = self.engine.rows(
            "SELECT source, seq, place, text, start_char, end_char, data FROM passage "
            "SEMI JOIN (SELECT unnest($sources) AS s, unnest($numbers) AS n) AS k ON k.s = source AND k.n = seq",
            {"sources": [s for s, _ in keys], "numbers": [n for _, n in keys]},
        )
        return {
            (r["source"], r["seq"]): Passage(
                sources[r["source"]],
                r["seq"],
                r["place"],
                r["text"],
                r["start_char"],
                r["end_char"],
                json.loads(r["data"]) if r["data"] else {},
            )
            for r in rows
        }

    def _row_passages(self, keys: Sequence[Key], sources: Mapping[str, Source]) -> dict[Key, Passage]:
        found: dict[Key, Passage] = {}
        for source in sorted({k[0] for k in keys}):
            numbers = {n for s, n in keys if s == source}
            for file in self._files_of(source):  # an item may have rows in several tables, or in one of them only
                for row in self._rows_of(source, file, sorted(numbers)) if numbers else ():
                    found[source, row["_row"]] = row_passage(sources[source], row)
                    numbers.discard(row["_row"])
        return found

    def _files_of(self, source: str) -> list[str]:
        found = self.engine.tuples(
            "SELECT file FROM ev.bulk WHERE source = ? AND gen_out IS NULL ORDER BY table_name = 'rows', table_name",
            [source],
        )
        return [file for (file,) in found]

    def _rows_of(self, source: str, file: str, numbers: Sequence[int]) -> list[dict[str, Any]]:
        listed = ", ".join(str(int(n)) for n in numbers)
        return self.engine.rows(
            f"SELECT _row, _place, _original FROM read_parquet($file) WHERE _source = $source AND _row IN ({listed}) "
            f"AND _row BETWEEN {min(numbers)} AND {max(numbers)}",
            {"file": str((self.layout.root / file).resolve()), "source": source},
        )


def row_passage(source: Source, row: Mapping[str, Any]) -> Passage:
    """A table row as a passage: its cells as they were, in the words of the file's own header."""
    cells = json.loads(row["_original"] or "{}")
    text = " · ".join(f"{name}: {cell}" for name, cell in cells.items() if cell is not None)
    return Passage(source, row["_row"], row["_place"] or f"row {row['_row']}", text, data=cells)


def source_of(row: Mapping[str, Any]) -> Source:
    """A source from its database row."""
    plain = {f: row[f] for f in Source.__dataclass_fields__ if f != "notes"}
    return Source(**plain, notes=tuple(json.loads(row["notes"] or "[]")))


@contextmanager
def open_session(
    layout: Layout,
    scope: Scope = Scope(),  # noqa: B008 - a frozen value
    *,
    at_hand: bool = False,
) -> Iterator[Session]:
    """A session on the case as it is now, or as of a generation.

    ``at_hand`` is for many small questions: the tables of a small case are then read once, into memory.
    """

    def again() -> Any:
        return open_session(layout, scope)

    with database.reader(layout) as engine:
        yield Session(engine, layout, scope, again, at_hand=at_hand)
