"""FollowTheMoney: entities, one JSON object per line, and exports of statements, as JSON lines or CSV.

Recognised by content: ``id``, ``schema`` and ``properties`` make an entity; ``entity_id``, ``schema``, ``prop`` and
``value`` make a statement.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cuibono.errors import BadTable
from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.csv_tables import read_table
from cuibono.readers.json_stream import Decoder, cell, decoded_lines, too_deep
from cuibono.readers.limits import check_size
from cuibono.readers.raw_rows import engine_of, ident, parquet, quoted
from cuibono.readers.row_writer import RowWriter

_ENTITY = {"id", "schema", "properties"}
_STATEMENT = {"entity_id", "schema", "prop", "value"}
_COLUMNS = ("entity_id", "schema", "prop", "value", "lang")
_MEDIA = "application/json+ftm"
_KEPT = _ENTITY | {"caption"}
Statement = tuple[int, str, str, str, str, str | None]


def recognises(item: Input) -> float:
    """By the first line: an entity, a statement, or the header of a table of statements."""
    if not encoding.is_text(item.head):
        return 0.0
    first, _, rest = encoding.decode(item.head).text.lstrip().partition("\n")
    if first[:1] != "{":
        return 0.95 if _header(first) >= _STATEMENT else 0.0
    keys = _keys(first) or (_seen(first) if not rest else set())
    return 0.95 if keys >= _ENTITY or keys >= _STATEMENT else 0.0


def _keys(line: str) -> set[str]:
    try:
        found = json.loads(line, parse_int=str)
    except (ValueError, RecursionError):
        return set()
    plain = isinstance(found, dict) and isinstance(found.get("properties", {}), dict)
    return set(found) if plain else set()


def _seen(beginning: str) -> set[str]:
    """The keys that stand in a line too long for the head of the file."""
    return set(re.findall(r'"(id|schema|properties)"\s*:\s*[{"]', beginning))


def _header(line: str) -> set[str]:
    try:
        return {c.strip() for c in next(csv.reader([line]), [])}
    except csv.Error:
        return set()


def read(item: Input) -> Reading:
    """Read entities or statements into raw statements; ``_row`` is the line (in CSV, the row).

    Unknown schemata and properties are kept. Raises UnreadableSource or BadTable naming the line that is
    broken, or has no id or no schema; UnsafeInput for lines and values beyond the limits.
    """
    check_size(item)
    if not encoding.decode(item.head).text.lstrip().startswith("{"):
        return _from_table(item)
    try:
        return _from_lines(item)
    except RecursionError as error:
        raise too_deep(item.name) from error


def _from_lines(item: Input) -> Reading:
    text, decoder = encoding.stream(item.path), Decoder(item.name)
    left_out: set[str] = set()
    with RowWriter(item) as writer:
        for number, value, plain in decoded_lines(item, decoder, text):
            for statement in _statements(item, number, value, left_out):
                writer.put(statement, plain=plain)
        if not writer.rows:
            raise BadTable(f"{item.name} has no statements.", try_="check that its entities have properties")
        entities = writer.close(_COLUMNS, before=("_row",))
        notes = writer.notes()
    if left_out:
        notes += (encoding.clean(f"left out: {', '.join(sorted(left_out)[:12])}"),)
    return Reading(
        media_type=_MEDIA, entities=entities, notes=(*text.notes, *map(encoding.clean, decoder.odd.notes()), *notes)
    )


def _statements(item: Input, row: int, value: Any, left_out: set[str]) -> Iterator[Statement]:
    if isinstance(value, dict) and set(value) >= _STATEMENT:
        left_out |= set(value) - _STATEMENT - {"lang", "id", "canonical_id", "prop_type"}
        yield from _statement(item, row, value)
    elif isinstance(value, dict):
        left_out |= set(value) - _KEPT
        yield from _entity(item, row, value, left_out)
    else:
        raise BadTable(f"{item.name}: line {row:,} is no entity.", try_="put one JSON object on each line")


def _statement(item: Input, row: int, value: dict[str, Any]) -> Iterator[Statement]:
    if value["prop"] == "id":  # how FollowTheMoney says that there is an entity; it states nothing
        return
    said = cell(value["value"])
    if said:
        yield (
            row,
            _named(item, row, value, "entity_id"),
            _named(item, row, value, "schema"),
            _named(item, row, value, "prop"),
            said,
            cell(value.get("lang")),
        )


def _entity(item: Input, row: int, value: dict[str, Any], left_out: set[str]) -> Iterator[Statement]:
    """The statements of an entity, and of entities nested in it, which it refers to by their id."""
    entity_id, schema = _named(item, row, value, "id"), _named(item, row, value, "schema")
    properties = value.get("properties") or {}
    if not isinstance(properties, dict):
        raise BadTable(f"{item.name}: line {row:,}: its properties are no object.", try_="export the entities again")
    for prop, many in properties.items():
        for one in many if isinstance(many, list) else [many]:
            if isinstance(one, dict) and one.get("id") and one.get("schema"):
                yield from _entity(item, row, one, left_out)
                one = one["id"]
            said = cell(one)
            if said and said.strip():
                yield row, entity_id, schema, prop, said, None


def _named(item: Input, row: int, value: dict[str, Any], key: str) -> str:
    found = value.get(key)
    if not isinstance(found, str) or not found.strip():
        raise BadTable(
            f"{item.name}: line {row:,} has no '{key}'.", try_="every entity needs an id and a schema: export it again"
        )
    return found.strip()


def _from_table(item: Input) -> Reading:
    table = read_table(item)
    missing = sorted(_STATEMENT - set(table.columns))
    if missing:
        raise BadTable(
            f"{item.name} has no column '{missing[0]}'.", try_="statements need entity_id, schema, prop and value"
        )
    others = sorted(set(table.columns) - {*_COLUMNS, "id", "canonical_id", "prop_type"})
    notes = (*table.notes, f"left out: {', '.join(others[:12])}") if others else table.notes
    kept = _kept(item, table.rows, lang="lang" in table.columns)
    return Reading(media_type="text/csv+ftm", entities=kept, notes=notes)


def _kept(item: Input, rows: Path, *, lang: bool = True) -> Path:
    """The statements with the columns that a case expects, and none that states nothing."""
    out = item.staging / "entities.parquet"
    columns = ", ".join(ident(c) for c in _COLUMNS if c != "lang")
    language = "nullif(lang, '')" if lang else "NULL::VARCHAR"
    with engine_of(item) as engine:
        engine.run(
            f"COPY (SELECT _row, {columns}, {language} AS lang FROM {parquet(rows)} "
            f"WHERE prop <> 'id' AND value IS NOT NULL AND entity_id IS NOT NULL AND schema IS NOT NULL) "
            f"TO {quoted(str(out))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)"
        )
    rows.unlink()
    return out


READER = Reader(
    name="ftm",
    version="1",
    says="FollowTheMoney entities and statements: kept with their own ids",
    suffixes=(".ftm", ".ijson"),
    recognises=recognises,
    read=read,
)
