"""JSON: an array of objects, an object with an array inside, or one object per line. Items become rows.

Keys become columns; nested values stay in their cell as JSON text; numbers keep their digits.
"""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from cuibono.errors import BadTable
from cuibono.readers import encoding
from cuibono.readers.column_headers import unique_names
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.json_stream import Decoder, JsonText, cell, decoded_lines, items, members, too_deep
from cuibono.readers.limits import check_size
from cuibono.readers.row_writer import RowWriter

_LINES = (".jsonl", ".ndjson", ".jl", ".ldjson")
_WHOLE = (".json", ".geojson")
_DEEPEST = 3
_HEAD = 64 << 10
Path_ = tuple[str, ...]
Items = Iterator[tuple[str, int, Any]]


def recognises(item: Input) -> float:
    """By a bracket at the beginning and a name that says JSON, or by a first value that is JSON."""
    if not encoding.is_text(item.head):
        return 0.0
    text = encoding.decode(item.head).text.lstrip()
    named = item.suffix in _LINES or item.suffix in _WHOLE
    if text[:1] not in ("{", "["):
        return 0.3 if named else 0.0
    if named:
        return 0.9
    return 0.7 if _begins_as_json(text, whole=len(item.head) < _HEAD) else 0.0


def _begins_as_json(text: str, *, whole: bool) -> bool:
    """Whether text of no telling name is JSON: all of it, or its first line, or what can be seen of it."""
    if _one_per_line(text):
        return True
    if not whole:
        return re.match(r'(\{\s*"[^"\n]{1,200}"\s*:|\[\s*\{\s*")', text) is not None
    try:
        return bool(json.loads(text, parse_int=str))
    except (ValueError, RecursionError):
        return False


def _one_per_line(text: str) -> bool:
    """Whether the first line is a whole object and another line follows."""
    first, _, rest = text.partition("\n")
    if not rest.strip():
        return False
    try:
        return isinstance(json.loads(first, parse_int=str), dict)
    except (ValueError, RecursionError):
        return False


def read(item: Input) -> Reading:
    """Read the items into raw rows; their place is "item 5", or "line 5" when there is one item per line.

    Raises UnreadableSource when it is no valid JSON, UnsafeInput when it is nested too deeply or a value is
    longer than the limits, BadTable when there is nothing in it.
    """
    check_size(item)
    beginning = encoding.decode(item.head).text.lstrip()
    by_line = item.suffix in _LINES or _one_per_line(beginning)
    try:
        rows, columns, notes = _by_line(item) if by_line else _whole(item, beginning[:1])
    except RecursionError as error:
        raise too_deep(item.name) from error
    media_type = "application/x-ndjson" if by_line else "application/json"
    return Reading(media_type=media_type, rows=rows, columns=columns, notes=tuple(map(encoding.clean, notes)))


def _by_line(item: Input) -> tuple[Any, tuple[str, ...], tuple[str, ...]]:
    text, decoder = encoding.stream(item.path), Decoder(item.name)
    found = (("line", number, value) for number, value, _ in decoded_lines(item, decoder, text))
    rows, columns, notes = _store(item, found)
    return rows, columns, (*text.notes, *decoder.odd.notes(), *notes)


def _whole(item: Input, first: str) -> tuple[Any, tuple[str, ...], tuple[str, ...]]:
    at: Path_ | None = ()
    told: tuple[str, ...] = ()
    if first == "{":
        at, told = _where(JsonText(item, encoding.stream(item.path), quick=True))
    stream = encoding.stream(item.path)
    text = JsonText(item, stream)
    rows, columns, notes = _store(item, (("item", n, value) for n, value in enumerate(_items(text, at), 1)))
    return rows, columns, (*stream.notes, *told, *text.decoder.odd.notes(), *notes)


def _items(text: JsonText, at: Path_ | None) -> Iterator[Any]:
    """The items of the array at a path; with None, the whole value is the one item."""
    if at is None:
        yield text.value()
    elif at:
        yield from _inside(text, at)
        return  # what follows was read when the array was looked for
    elif text.peek() == "[":
        yield from items(text)
    else:
        yield text.value()
    if text.peek():
        raise text.broken("more follows after the end")


def _inside(text: JsonText, at: Path_) -> Iterator[Any]:
    for key in members(text):
        if key == at[0]:
            yield from _inside(text, at[1:]) if len(at) > 1 else items(text)
            return
        text.value()


def _where(text: JsonText) -> tuple[Path_ | None, tuple[str, ...]]:
    """The array with most objects inside an object, and a note on what else is there; None when there is no array."""
    counts: dict[Path_, int] = {}
    others: list[str] = []
    _survey(text, (), counts, others)
    if text.peek():
        raise text.broken("more follows after the end")
    if not any(counts.values()):
        return None, ()
    at = max(counts, key=lambda path: counts[path])
    others += [".".join(path) for path in counts if path != at]
    note = f"rows are the items of '{'.'.join(at)}'"
    shown = ", ".join(f"'{name[:60]}'" for name in others[:10])
    more = f" and {len(others) - 10} more" if len(others) > 10 else ""
    return at, (note + (f"; left out: {shown}{more}" if others else ""),)


def _survey(text: JsonText, path: Path_, counts: dict[Path_, int], others: list[str]) -> None:
    for key in members(text):
        here, sign = (*path, key), text.peek()
        if sign == "[" and here not in counts:
            counts[here] = sum(1 for value in items(text) if isinstance(value, dict))
        elif sign == "{" and len(here) < _DEEPEST:
            _survey(text, here, counts, others)
        else:
            text.value()
            others.append(".".join(here)) if len(others) < 1000 else None


def _store(item: Input, found: Items) -> tuple[Any, tuple[str, ...], tuple[str, ...]]:
    with RowWriter(item) as writer:
        first = next(found, None)
        if first is None:
            raise BadTable(f"{item.name} has no items.", try_="get a fresh copy of the file")
        header = _header_of(first[2])
        for column in header:
            writer.column(column)
        for unit, number, value in found if header else chain([first], found):
            cells = _cells(writer, value, header)
            writer.add(f"{unit} {number}", cells)
        names, notes = unique_names(list(writer.columns))
        told = ("the first item names the columns",) if header else ()
        return writer.close(names), names, (*told, *notes, *writer.notes())


def _header_of(value: Any) -> list[str]:
    """The columns when the items are lists and the first is one of names; else none."""
    named = isinstance(value, list) and value and all(type(v) is str and v for v in value)
    return list(value) if named and len(set(value)) == len(value) else []


def _cells(writer: RowWriter, value: Any, header: list[str]) -> dict[int, str]:
    if isinstance(value, list) and header:
        named = {header[i] if i < len(header) else f"column_{i + 1}": v for i, v in enumerate(value)}
    else:
        named = value if isinstance(value, dict) else {"value": value}
    found = {writer.column(key): cell(v) for key, v in named.items()}
    return {at: text for at, text in found.items() if text is not None}


READER = Reader(
    name="json_items",
    version="1",
    says="JSON and JSON lines: every item becomes a row that can be cited",
    suffixes=(*_WHOLE, *_LINES),
    recognises=recognises,
    read=read,
)
