"""Tables for spreadsheets and notebooks: findings, passages, sources and lens tables as CSV or Parquet."""

import csv
import json
import math
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from cuibono.engine import DuckEngine
from cuibono.errors import UnknownName
from cuibono.model.counting import plural
from cuibono.model.finding import Finding
from cuibono.model.table import COMMON, spec, table_names
from cuibono.reports import wording
from cuibono.reports.contract import PublicCase
from cuibono.reports.printable import printable

PASSAGES = 20
Row = Mapping[str, Any]
_FORMULA = re.compile("^[\\s\ufeff\u200b]*[=+\\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[-+]?(?:\d[\d,]*)?\.?\d+(?:[eE][-+]?\d+)?\s?%?")
#: Fixed, so that two exports of the same case differ only where the case does.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST_ROW = 64 << 20

_FINDINGS = {
    "id": "VARCHAR",
    "lens": "VARCHAR",
    "says": "VARCHAR",
    "about": "VARCHAR",
    "measure": "VARCHAR",
    "value": "DOUBLE",
    "low": "DOUBLE",
    "high": "DOUBLE",
    "unit": "VARCHAR",
    "p": "DOUBLE",
    "meaning": "VARCHAR",
    "caveats": "VARCHAR",
    "state": "VARCHAR",
    "verdict": "VARCHAR",
    "judged_by": "VARCHAR",
    "note": "VARCHAR",
    "passages": "BIGINT",
    "simulated": "BOOLEAN",
    "settings": "VARCHAR",
    "computed": "TIMESTAMP",
    "generation": "BIGINT",
}
_PASSAGES = dict.fromkeys(("finding", "source", "place", "text"), "VARCHAR")
_SOURCES = dict.fromkeys(
    ("id", "title", "author", "outlet", "published", "origin", "captured", "media_type", "language"), "VARCHAR"
) | {"simulated": "BOOLEAN"}
_NOTICES = dict.fromkeys(("lens", "says", "why", "what_would_help"), "VARCHAR")


def write_csv(public: PublicCase, path: Path, table: str = "findings") -> tuple[str, ...]:
    """Write one table as CSV (UTF-8 with a mark that spreadsheets understand); raises UnknownName.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        _csv(file, _columns(public, table), _rows(public, table))
    return _left_out(public, table)


def write_parquet(public: PublicCase, path: Path, table: str = "findings") -> tuple[str, ...]:
    """Write one table as Parquet, with the types its columns declare; raises UnknownName."""
    with TemporaryDirectory(dir=path.parent, prefix=".cuibono-") as desk:
        _parquet(Path(desk), path, _columns(public, table), _rows(public, table))
    return _left_out(public, table)


def write_csv_zip(public: PublicCase, path: Path) -> tuple[str, ...]:
    """Write all tables as CSV files in one ZIP file."""

    def one(into: Path, table: str) -> None:
        write_csv(public, into, table)

    return _zip(public, path, "csv", one)


def write_parquet_zip(public: PublicCase, path: Path) -> tuple[str, ...]:
    """Write all tables as Parquet files in one ZIP file."""

    def one(into: Path, table: str) -> None:
        write_parquet(public, into, table)

    return _zip(public, path, "parquet", one)


def names(public: PublicCase) -> list[str]:
    """The tables that can be exported: four about the findings, then the lens tables."""
    return [*_OWN, *public.tables()]


def cell(value: Any) -> Any:
    """A value as it may stand in a CSV cell."""
    if isinstance(value, float):
        return value if math.isfinite(value) else ""
    if value is None or isinstance(value, (bool, int, Decimal)):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    text = printable(value if isinstance(value, str) else _json(value))
    harmless = _NUMBER.fullmatch(text) or text in ("+", "-")  # a sign alone is a polarity, and no formula
    return f"'{text}" if _FORMULA.match(text) and not harmless else text


def _csv(file: IO[str], columns: Iterable[str], rows: Iterable[Row]) -> None:
    writer, listed = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC), list(columns)
    writer.writerow([cell(c) for c in listed])
    for row in rows:
        writer.writerow([cell(row.get(c)) for c in listed])


def _parquet(desk: Path, path: Path, columns: Mapping[str, str], rows: Iterable[Row]) -> None:
    """Through lines of JSON and the engine, so that no table need fit into memory."""
    lines, made = desk / "rows.ndjson", desk / "rows.parquet"
    with lines.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(_json({f"c{i}": _plain(row.get(c)) for i, c in enumerate(columns)}) + "\n")
    declared = ", ".join(f"c{i}: '{kind}'" for i, kind in enumerate(columns.values()))
    renamed = ", ".join(f'c{i} AS "{name.replace(chr(34), chr(34) * 2)}"' for i, name in enumerate(columns))
    with DuckEngine(memory="1GB") as engine:
        engine.run(
            f"COPY (SELECT {renamed} FROM read_json($lines, format = 'newline_delimited', columns = {{{declared}}}, "
            f"maximum_object_size = {_LONGEST_ROW})) TO '{_quoted(made)}' (FORMAT parquet, COMPRESSION zstd)",
            {"lines": str(lines)},
        )
    made.replace(path)


def _zip(public: PublicCase, path: Path, suffix: str, one: Callable[[Path, str], None]) -> tuple[str, ...]:
    with (
        TemporaryDirectory(dir=path.parent, prefix=".cuibono-") as desk,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for table in names(public):
            made = Path(desk) / "table"
            one(made, table)
            inside = f"{table}.{suffix}" if table in _OWN else f"tables/{_file_name(table)}.{suffix}"
            with made.open("rb") as source, archive.open(_entry(inside), "w", force_zip64=True) as target:
                while block := source.read(1 << 20):
                    target.write(block)
        archive.writestr(_entry("README.txt"), _readme(public))
    return (f"{plural(len(names(public)), 'table')} as {suffix} in one ZIP file",)


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ZIP_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _readme(public: PublicCase) -> str:
    parts = [public.title, wording.simulated(public), wording.summary(public)]
    parts += [f"Not covered: {item}" for item in public.not_covered]
    parts.append("In CSV files an apostrophe before = + - @ keeps a spreadsheet from running the cell as a formula.")
    return printable("\n\n".join(p for p in parts if p)) + "\n"


def _left_out(public: PublicCase, table: str) -> tuple[str, ...]:
    others = [n for n in names(public) if n != table]
    return (f"holds the table '{table}' only; end the name in .csv.zip or .parquet.zip for {', '.join(others)} too",)


def _columns(public: PublicCase, table: str) -> dict[str, str]:
    if table in _OWN:
        return _OWN[table][0]
    if table not in public.tables():
        raise UnknownName.among("table", table, names(public))
    declared: dict[str, str] = dict(COMMON)
    if table in table_names():
        declared |= {c.name: c.type for c in spec(table).columns}
    return {c: declared.get(c, "VARCHAR") for c in public.columns(table)}


def _rows(public: PublicCase, table: str) -> Iterator[Row]:
    return _OWN[table][1](public) if table in _OWN else public.rows(table)


def _findings(public: PublicCase) -> Iterator[Row]:
    made = any(s.simulated for s in public.sources)
    return (_finding(f) | {"simulated": made and _rests_on_simulated(f)} for f in public.findings)


def _rests_on_simulated(finding: Finding) -> bool:
    """Whether a passage is of a simulated source: the first ones tell mostly, else all are asked."""
    evidence = finding.evidence
    return any(p.source.simulated for n in (PASSAGES, evidence.count()) for p in evidence.first(n))


def _finding(finding: Finding) -> dict[str, Any]:
    m = finding.measure
    told = {"value": m.value, "low": m.low, "high": m.high, "unit": m.unit, "p": m.p, "meaning": m.meaning} if m else {}
    return told | {
        "id": finding.id,
        "lens": finding.lens,
        "says": finding.says,
        "about": " | ".join(finding.about),
        "measure": m.name if m else None,
        "caveats": " | ".join(finding.caveats),
        "state": finding.state,
        "verdict": finding.verdict,
        "judged_by": finding.judged_by,
        "note": finding.note,
        "passages": finding.evidence.count(),
        "settings": _json(finding.settings) if finding.settings else None,
        "computed": finding.kept,
        "generation": finding.generation,
    }


def _passages(public: PublicCase) -> Iterator[Row]:
    for finding in public.findings:
        for p in finding.evidence.first(PASSAGES):
            yield {"finding": finding.id, "source": p.source.id, "place": p.place, "text": p.text}


def _sources(public: PublicCase) -> Iterator[Row]:
    for source in public.sources:
        plain = {name: getattr(source, name, None) for name in _SOURCES}
        yield plain | {"title": wording.named(source), "origin": wording.origin(source)}


def _notices(public: PublicCase) -> Iterator[Row]:
    for lens, notice in public.notices:
        yield {"lens": lens, "says": notice.says, "why": notice.why, "what_would_help": notice.what_would_help}


_OWN: dict[str, tuple[dict[str, str], Callable[[PublicCase], Iterator[Row]]]] = {
    "findings": (_FINDINGS, _findings),
    "passages": (_PASSAGES, _passages),
    "sources": (_SOURCES, _sources),
    "notices": (_NOTICES, _notices),
}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, (date, datetime, Decimal)):
        return str(value)
    return value if value is None or isinstance(value, (bool, int)) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _file_name(table: str) -> str:
    return re.sub(r"[^\w.-]+", "_", table)
