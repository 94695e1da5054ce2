"""Delimited text: CSV, TSV, semicolons or pipes, in any encoding."""

from cuibono.readers import encoding
from cuibono.readers.contract import Input, Reader, Reading
from cuibono.readers.csv_dialects import sniff
from cuibono.readers.csv_tables import SUFFIXES, read_table

_MAYBE = ("", ".txt", ".dat", ".data", ".asc", ".xls")
_MEDIA = {"\t": "text/tab-separated-values"}


def recognises(item: Input) -> float:
    """By its name when it is text; without a telling name, by rows that are all of one width."""
    if not item.head:
        return 0.2 if item.suffix in SUFFIXES else 0.0
    if not encoding.is_text(item.head):
        return 0.0
    if item.suffix in SUFFIXES:
        return 0.9
    return _evenness(item) if item.suffix in _MAYBE else 0.0


def _evenness(item: Input) -> float:
    """How surely text of no telling name is a table: commas stand in prose too, tabs and semicolons seldom do."""
    text = encoding.decode(item.head).text
    if text.lstrip()[:1] in ("<", "{", "["):
        return 0.0
    guess = sniff(text, whole=len(item.head) < 64 << 10)
    rows = sum(1 for r in guess.records if any(r))
    enough = 5 if guess.dialect.delimiter == "," else 3
    longest = max((len(c) for r in guess.records[:50] for c in r), default=0)
    even = guess.fit == 1.0 and guess.width > (2 if guess.dialect.delimiter == "," else 1)
    return 0.6 if even and rows >= enough and longest < 500 else 0.0


def read(item: Input) -> Reading:
    """Read the file into raw rows, as ``csv_tables`` does; raises BadTable, UnsafeInput, UnreadableSource."""
    table = read_table(item)
    media_type = _MEDIA.get(table.delimiter, "text/csv")
    return Reading(media_type=media_type, rows=table.rows, columns=table.columns, notes=table.notes)


READER = Reader(
    name="delimited",
    version="1",
    says="CSV, TSV and other delimited tables in any encoding: every row can be cited",
    suffixes=(".csv", ".tsv", ".tab", ".psv"),
    recognises=recognises,
    read=read,
)
