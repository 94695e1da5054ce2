"""The readings that a source has, and how another one differs from the one that lenses see."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from cuibono.model.record import RECORD_KINDS, Record
from cuibono.store import catalog, database, remaking
from cuibono.store.layout import Layout

_SHOWN = 5
#: What a record is about; the rest (rule, confidence, features) may differ without a difference.
_SAYS = (
    "name",
    "type",
    "naming",
    "speaker",
    "subject",
    "object",
    "role",
    "date",
    "status",
    "polarity",
    "value",
    "unit",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Records of one kind in two readings: how many both have, only one has, or both have and take otherwise."""

    kind: str
    same: int
    only_active: int
    only_other: int
    otherwise: int
    examples: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = f"{self.kind}s: {self.same:,} the same, {self.only_active:,} only in the active reading, "
        parts += f"{self.only_other:,} only in the other, {self.otherwise:,} taken otherwise"
        return "\n".join([parts, *(f"    {e}" for e in self.examples)])


@dataclass(frozen=True, slots=True)
class TextReading:
    """One reading of a source: the extractor, whether lenses see it, what it found, how it differs from the active."""

    source: str
    extractor: str
    version: str
    active: bool
    made: datetime
    records: dict[str, int] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()

    def __str__(self) -> str:
        counts = ", ".join(f"{n:,} {kind}s" for kind, n in self.records.items() if n)
        return f"{self.extractor}@{self.version}{' (active)' if self.active else ''}: {counts or 'nothing'}"


def text_readings(layout: Layout, name: str) -> list[TextReading]:
    """Every reading of a source, the active one first, as the extractors made them."""
    with database.reader(layout) as engine:
        source = catalog.find_source(engine, name)
        rows = engine.rows(
            "SELECT id, extractor, version, active, created FROM ev.reading WHERE source = ? AND kind = 'records' "
            "AND gen_out IS NULL ORDER BY active DESC, extractor",
            [source.id],
        )
        raw = {r["id"]: remaking.raw_of(engine, source.id, r["id"]) for r in rows}
    first = raw[rows[0]["id"]] if rows and rows[0]["active"] else None
    return [
        TextReading(
            source.name, r["extractor"], r["version"], r["active"], r["created"], _counts(raw[r["id"]]),
            differences(first, raw[r["id"]]) if first is not None and not r["active"] else (),
        )
        for r in rows
    ]  # fmt: skip


def differences(active: list[Record], other: list[Record]) -> tuple[Difference, ...]:
    """How two readings of one text differ, by kind; records are the same when they are the same thing at one place."""
    return tuple(
        _difference(kind, {r.id: r for r in active if r.kind == kind}, {r.id: r for r in other if r.kind == kind})
        for kind in RECORD_KINDS
        if any(r.kind == kind for r in (*active, *other))
    )


def _difference(kind: str, active: dict[str, Record], other: dict[str, Record]) -> Difference:
    both = active.keys() & other.keys()
    differing = {i for i in both if _says(active[i]) != _says(other[i])}
    gone = [active[i] for i in active.keys() - other.keys()]
    new = [other[i] for i in other.keys() - active.keys()]
    shown = [f"- {_short(r)}" for r in sorted(gone, key=_at)[:_SHOWN]]
    shown += [f"+ {_short(r)}" for r in sorted(new, key=_at)[:_SHOWN]]
    shown += [f"~ {_short(active[i])}" for i in sorted(differing, key=lambda i: _at(active[i]))[:_SHOWN]]
    return Difference(kind, len(both) - len(differing), len(gone), len(new), len(differing), tuple(shown))


def _says(record: Record) -> tuple[object, ...]:
    return tuple(record.data.get(k) for k in _SAYS)


def _at(record: Record) -> tuple[int, int]:
    return record.start, record.end


def _short(record: Record) -> str:
    words = " ".join(record.quote.split())
    return words if len(words) <= 90 else words[:87] + "..."


def _counts(records: list[Record]) -> dict[str, int]:
    found = Counter(r.kind for r in records)
    return {kind: found[kind] for kind in RECORD_KINDS}
