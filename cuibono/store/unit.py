"""A unit: one file that a person adds, with everything inside it, gathered in a stage before it is committed.

A ZIP and its members go in together or not at all.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from cuibono.model.source import Source
from cuibono.store.staging import Stage

JOIN = "\n\n"


class PieceLike(Protocol):
    """What a passage needs: its words, its place, its data."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def place(self) -> str: ...  # noqa: D102
    @property
    def data(self) -> Mapping[str, Any]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Bulk:
    """A Parquet file of rows that a unit brings for a table."""

    table: str
    source: str
    final: Path
    rows: int
    mapping: Path | None = None


@dataclass(frozen=True, slots=True)
class Entities:
    """A Parquet file of raw statements that a unit brings, who asserts them and whose ids they carry."""

    source: str
    path: Path
    asserted_by: str
    origin: str = "given"


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of each kind a unit holds."""

    sources: int = 0
    readings: int = 0
    bulks: int = 0
    entities: int = 0
    finals: int = 0


@dataclass(slots=True)
class Unit:
    """Everything that one added file brings; nothing of it is visible before the commit."""

    stage: Stage
    name: str
    number: int
    sources: list[tuple[Source, str]] = field(default_factory=list)
    readings: list[dict[str, Any]] = field(default_factory=list)
    bulks: list[Bulk] = field(default_factory=list)
    entities: list[Entities] = field(default_factory=list)
    finals: list[Path] = field(default_factory=list)
    passages: int = 0
    size: int = 0
    longest: int = 0

    @property
    def passage_file(self) -> Path:
        """The passages of this unit, one JSON object a line."""
        return self.stage.work / f"passages-{self.number}.ndjson"

    def keep(self, source: Source, path: Path, version: str) -> None:
        """Take in a source: its bytes and what is told of it."""
        final = self.stage.layout.source_file(source.id)
        staged = self._place(final)
        shutil.copyfile(path, staged)
        self.sources.append((source, version))
        self.size += source.size

    def write_passages(self, source: str, reading: str, pieces: Iterable[PieceLike]) -> int:
        """Write the passages of a source as they come, and note the hash of its text."""
        digest, seq, at = hashlib.sha256(), 0, 0
        with self.passage_file.open("ab") as out:
            for piece in pieces:
                digest.update(((JOIN if seq else "") + piece.text).encode())
                seq, start = seq + 1, at + (len(JOIN) if seq else 0)
                at = start + len(piece.text)
                row = {
                    "source": source,
                    "reading": reading,
                    "seq": seq,
                    "place": piece.place,
                    "start_char": start,
                    "end_char": at,
                    "text": piece.text,
                    "data": json.dumps(dict(piece.data), ensure_ascii=False) if piece.data else None,
                }
                line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
                self.longest = max(self.longest, len(line))
                out.write(line)
        self.passages += seq
        self.size += at
        self._note_reading(source, reading, seq, digest.hexdigest() if seq else None)
        return seq

    def place_bulk(self, table: str, source: str) -> tuple[Path, Path]:
        """Where to write the rows of a table: the staged path, and where it will end up."""
        final = self.stage.layout.tables / table / f"{source[:40]}.parquet"
        return self._place(final), final

    def note_bulk(self, table: str, source: str, final: Path, rows: int, mapping: str | None = None) -> None:
        """Name a written Parquet file, and keep the mapping that made it."""
        kept = None
        if mapping is not None:
            kept = self.stage.layout.mappings / f"{table}-{source[:40]}.yaml"
            self._place(kept).write_text(mapping, "utf-8")
        self.bulks.append(Bulk(table, source, final, rows, kept))

    def mark(self) -> "Mark":
        """Where the unit stands, to return to when a member inside it cannot be read."""
        return Mark(len(self.sources), len(self.readings), len(self.bulks), len(self.entities), len(self.finals))

    def rewind(self, mark: "Mark") -> None:
        """Take back what came since the mark; passages already written are skipped at the commit."""
        del self.sources[mark.sources :], self.readings[mark.readings :]
        del self.bulks[mark.bulks :], self.entities[mark.entities :]
        for final in self.finals[mark.finals :]:
            (self.stage.root / final.relative_to(self.stage.layout.root)).unlink(missing_ok=True)
            self.stage.files.remove(final)
        del self.finals[mark.finals :]

    def drop(self) -> None:
        """Forget the unit: nothing of it was ever part of the case."""
        self.rewind(Mark())
        self.passage_file.unlink(missing_ok=True)

    def _place(self, final: Path) -> Path:
        if final in self.finals:
            return self.stage.root / final.relative_to(self.stage.layout.root)
        self.finals.append(final)
        return self.stage.place(final)

    def _note_reading(self, source: str, reading: str, passages: int, sha: str | None) -> None:
        extractor, _, version = reading.partition("@")
        self.readings.append(
            {
                "id": reading,
                "source": source,
                "extractor": extractor,
                "version": version,
                "active": True,
                "passages": passages,
                "text_sha256": sha,
                "created": now(),
                "gen_out": None,
                "kind": "text",
                "notes": None,
            }
        )


def now() -> str:
    """The time as the database takes it: UTC, to the second."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
