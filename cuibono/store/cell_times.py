"""Cells that say when, as UTC seconds, and how exactly they say it.

Seconds and milliseconds since 1970 and ISO 8601 are read by the engine at once; other ways of writing a time once per
distinct text. A time without a zone is taken as UTC.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from cuibono.store.mapped_cells import Desk
from cuibono.store.mapping_file import Field

_NUMBER = r"-?[0-9]{1,16}(\.[0-9]*)?"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ISO = rf"{_DAY}([T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}([.,][0-9]+)?)?( ?(Z|UTC|[+-][0-9]{{2}}(:?[0-9]{{2}})?))?)?"
_MINUTE = rf"{_DAY}[T ][0-9]{{2}}:[0-9]{{2}}( ?(Z|UTC|[+-][0-9]{{2}}(:?[0-9]{{2}})?))?"
#: Ways in which platforms write times, beside ISO 8601 and mail dates.
_WAYS = (
    "%a %b %d %H:%M:%S %z %Y",  # X
    "%d.%m.%Y %H:%M:%S UTC%z",  # Telegram, as web page
    "%Y-%m-%d %H:%M:%S %Z",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y%m%d",
)


def seconds(desk: Desk, source: Field) -> str:
    """SQL for a cell as UTC seconds, cut to whole ones; NULL where it says no time."""
    cell = desk.cell(source)
    number = f"TRY_CAST({cell} AS DOUBLE)"
    scaled = f"CASE WHEN abs({number}) >= 1e14 THEN {number} / 1e6 WHEN abs({number}) >= 1e11 THEN {number} / 1e3"
    iso = f"TRY_CAST(replace(replace({cell}, ',', '.'), 'UTC', '') AS TIMESTAMPTZ)"
    lookup = desk.lookup(cell, f"{_other(cell)} OR ({iso} IS NULL AND NOT {_plain(cell)})", read_time, _TYPES)
    desk.left_empty(lookup, cell, "a IS NULL", desk.label(source), "a time")
    return (
        f"CASE WHEN {_plain(cell)} THEN CAST(floor({scaled} ELSE {number} END) AS BIGINT) "
        f"ELSE CAST(floor(coalesce(epoch({iso}), {lookup.get('a')})) AS BIGINT) END"
    )


def precision(desk: Desk, source: Field) -> str:
    """SQL for how exactly a cell says when: 1, 60 or 86,400 seconds, by how it is written."""
    cell = desk.cell(source)
    iso = f"TRY_CAST(replace(replace({cell}, ',', '.'), 'UTC', '') AS TIMESTAMPTZ)"
    lookup = desk.lookup(cell, f"{_other(cell)} OR ({iso} IS NULL AND NOT {_plain(cell)})", read_time, _TYPES)
    return (
        f"CASE WHEN {cell} IS NULL THEN NULL WHEN {_plain(cell)} THEN 1 "
        f"WHEN regexp_full_match({cell}, '{_DAY}') THEN 86400 WHEN regexp_full_match({cell}, '{_MINUTE}') THEN 60 "
        f"ELSE CAST(coalesce({lookup.get('b')}, 1) AS BIGINT) END"
    )


_TYPES = ("DOUBLE", "DOUBLE")


def _plain(cell: str) -> str:
    """SQL: the cell is a number of seconds, not a day written as 20240131."""
    day = "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
    return f"(regexp_full_match({cell}, '{_NUMBER}') AND NOT regexp_full_match({cell}, '{day}'))"


def _other(cell: str) -> str:
    """SQL: the cell is neither a number of seconds nor ISO 8601."""
    return f"NOT ({_plain(cell)} OR regexp_full_match({cell}, '{_ISO}'))"


def read_time(text: str) -> tuple[Any, ...]:
    """Seconds and precision of a time in one of the ways platforms write it; None where it is none."""
    if re.match(_DAY, text) and (found := _iso(text))[0] is not None:
        return found
    for way in _WAYS:
        try:
            moment = datetime.strptime(text, way)
        except ValueError:
            continue
        return _told(moment, 1 if "%S" in way else 60 if "%M" in way else 86400)
    try:
        return _told(parsedate_to_datetime(text), 1)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None, None


def _iso(text: str) -> tuple[Any, ...]:
    try:
        if re.fullmatch(_DAY, text):
            return _told(datetime.combine(date.fromisoformat(text), datetime.min.time()), 86400)
        return _told(datetime.fromisoformat(text), 60 if re.fullmatch(_MINUTE, text) else 1)
    except (ValueError, OverflowError):
        return None, None


def _told(found: datetime, exact: int) -> tuple[float, float]:
    zoned = found if found.tzinfo else found.replace(tzinfo=UTC)
    return float(zoned.timestamp()), float(exact)
