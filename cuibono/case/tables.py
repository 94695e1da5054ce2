"""Rows on their way into the case: as the lens table a person names, as statements, or as plain rows."""

from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable, UnknownName
from cuibono.model.source import Source
from cuibono.model.table import DERIVED, spec, table_names
from cuibono.readers.contract import Reading
from cuibono.store import bulk, mapping
from cuibono.store.mapping import Mapping
from cuibono.store.unit import Entities, Unit

_MEMORY = "700MB"


class TableLoader:
    """Turns raw rows into what the person asked for; one engine for a whole run of ``add``."""

    def __init__(self, scratch: Path, as_table: str | None, mapping_file: Path | None) -> None:
        self.scratch = scratch
        self.mapping = mapping.load_mapping(mapping_file) if mapping_file else None
        self.table = as_table or (self.mapping.table if self.mapping else None)
        if self.table is not None and self.table not in set(table_names()) - {*DERIVED}:
            known = [t for t in table_names() if t not in DERIVED]
            raise UnknownName.among("table", self.table, known, try_=f"--as one of: {', '.join(known)}")
        self._engine: DuckEngine | None = None

    def wanted(self, source: str, loaded: set[tuple[str, str]]) -> bool:
        """Whether a source that is here already still lacks what is asked for."""
        rows = self.table is not None and (self.table, source) not in loaded
        told = self.mapping is not None and bool(self.mapping.entities) and ("statement", source) not in loaded
        return rows or told

    def load(self, unit: Unit, source: Source, reading: Reading, *, fresh: bool) -> list[str]:
        """Stage the rows of a reading; returns what a person should know about how they were read."""
        asked = self.table is not None or self.mapping is not None
        if reading.tables and (not asked or self.table in reading.tables):
            return self._told(unit, source, reading) if fresh else []
        if reading.rows is None:
            if asked and reading.entities is None and not list_of_files(reading):
                raise BadTable(
                    f"{source.name} is not a table (it was read as {source.reader}).",
                    try_="add it without --as, or save the table as CSV",
                )
            return self._entities(unit, source, reading) if reading.entities and fresh else []
        notes = self._asked(unit, source, reading) if asked else []
        if not asked and fresh:
            notes += self._plain(unit, source, reading)
        reading.rows.unlink(missing_ok=True)
        return notes

    def close(self) -> None:
        """Give back the memory."""
        if self._engine is not None:
            self._engine.close()

    @property
    def engine(self) -> DuckEngine:
        """An engine in memory that spills into the stage."""
        if self._engine is None:
            self.scratch.mkdir(exist_ok=True)
            self._engine = DuckEngine(memory=_MEMORY, scratch=self.scratch)
        return self._engine

    def _asked(self, unit: Unit, source: Source, reading: Reading) -> list[str]:
        assert reading.rows is not None
        rule = self._rule(source, reading)
        notes: list[str] = []
        if self.table is not None:
            staged, final = unit.place_bulk(self.table, source.id)
            built = mapping.build_table(
                self.engine,
                reading.rows,
                rule,
                staged,
                source_id=source.id,
                asserted_by_default=asserter(source),
                file_name=source.name,
            )
            unit.note_bulk(self.table, source.id, final, built.rows, mapping.dump_mapping(rule))
            notes += [f"{source.name}: {note}" for note in built.notes]
        if rule.entities:
            raw = unit.stage.work / f"entities-{unit.number}-{source.short}.parquet"
            mapping.build_entities(
                self.engine, reading.rows, rule, raw, source_id=source.id, dataset=unit.stage.layout.root.name
            )
            unit.entities.append(Entities(source.id, raw, asserter(source), "minted"))
            if self.table is None:
                self._plain(unit, source, reading, mapping.dump_mapping(rule))
        return notes

    def _told(self, unit: Unit, source: Source, reading: Reading) -> list[str]:
        """The rows of a file whose form says which lens tables they belong to."""
        notes: list[str] = []
        for table, raw in reading.tables.items():
            columns = self.engine.columns(f"read_parquet('{str(raw).replace(chr(39), chr(39) * 2)}')")
            staged, final = unit.place_bulk(table, source.id)
            rule = mapping.match_columns(spec(table), [c for c in columns if not c.startswith("_")])
            built = mapping.build_table(
                self.engine,
                raw,
                rule,
                staged,
                source_id=source.id,
                asserted_by_default=asserter(source),
                file_name=source.name,
            )
            unit.note_bulk(table, source.id, final, built.rows)
            notes += [f"{source.name}: {note}" for note in built.notes]
            raw.unlink(missing_ok=True)
        return notes

    def _rule(self, source: Source, reading: Reading) -> Mapping:
        if self.mapping is not None:
            return self.mapping
        assert self.table is not None
        try:
            return mapping.match_columns(spec(self.table), reading.columns)
        except BadTable as error:
            raise BadTable(f"{source.name}: {error.what}", try_=error.try_) from error

    def _plain(self, unit: Unit, source: Source, reading: Reading, kept: str | None = None) -> list[str]:
        assert reading.rows is not None
        staged, final = unit.place_bulk("rows", source.id)
        count = bulk.plain_rows(self.engine, reading.rows, staged, source_id=source.id)
        unit.note_bulk("rows", source.id, final, count, kept)
        sample = self.engine.rows(
            "SELECT * EXCLUDE (_row, _place) FROM read_parquet($file) LIMIT 200", {"file": str(reading.rows)}
        )
        fit = mapping.propose(reading.columns, sample)
        if kept is not None or fit is None:
            return []
        return [f"{source.name}: kept as plain rows; {fit}. Load it with: cuibono add {source.name} --as {fit.table}"]

    def _entities(self, unit: Unit, source: Source, reading: Reading) -> list[str]:
        assert reading.entities is not None
        staged, final = unit.place_bulk("rows", source.id)
        count = bulk.rows_of_entities(self.engine, reading.entities, staged, source_id=source.id)
        unit.note_bulk("rows", source.id, final, count)
        unit.entities.append(Entities(source.id, reading.entities, asserter(source)))
        return []


def asserter(source: Source) -> str:
    """Who asserts what a table says, when its rows do not: its outlet, its author, or the file itself."""
    return source.outlet or source.author or source.title or source.name


def list_of_files(reading: Reading) -> bool:
    """Whether the reading is a container, whose members are tables of their own."""
    return not isinstance(reading.members, tuple) or bool(reading.members)
