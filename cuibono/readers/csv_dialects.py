"""How the cells of a text file are told apart: judged on its beginning, tried out, never taken on trust."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from cuibono.readers.raw_rows import Dialect

_DELIMITERS = ("\t", ";", "|", ",")
_END = "\x00end\x00"
_ENOUGH = 2_000


@dataclass(frozen=True, slots=True)
class Guess:
    """A dialect, the first records read with it, the lines they end on, and how well they fit (0 to 1)."""

    dialect: Dialect
    records: tuple[tuple[str, ...], ...]
    ends: tuple[int, ...]
    width: int
    fit: float


def sniff(sample: str, *, whole: bool, likely: str | None = None) -> Guess:
    """The dialect that cuts the beginning of a file into records of most even width.

    ``whole`` says that the sample is all there is: else its last record is cut short and not looked at.
    ``likely`` is the delimiter that the file's name speaks for. Of equally good ones, the delimiter that cuts
    into more cells wins; a file that none cuts has one column.
    """
    guesses = [_guess(sample, dialect, whole) for dialect in _dialects(sample)]
    best = max(guesses, key=lambda g: (_score(g, likely), g.width))
    if best.width > 1:
        return best
    plain = _guess(sample, Dialect(), whole)
    return plain if plain.records else _guess(sample, Dialect(",", "", ""), whole)


def records(lines: Iterable[str], dialect: Dialect, *, longest: int) -> Iterator[tuple[int, list[str]]]:
    """Every record with the number of the line it ends on; blank lines come as empty records.

    More lenient than the engine: text after a closing quotation mark is taken on. Raises csv.Error when a cell
    is longer than ``longest`` or a quotation mark is still open at the end.
    """
    csv.field_size_limit(max(csv.field_size_limit(), longest))
    reader = _reader(chain(lines, [_END]), dialect)
    for record in reader:
        if record and record[-1].endswith(_END):
            if record == [_END]:
                return
            raise csv.Error("a quotation mark is opened and never closed")
        yield reader.line_num, record


def _reader(lines: Iterable[str], dialect: Dialect) -> Any:
    if not dialect.quote:
        return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
    backslash = dialect.escape == "\\"
    return csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        doublequote=not backslash,
        escapechar="\\" if backslash else None,
        skipinitialspace=dialect.delimiter != "\t",
    )


def _dialects(sample: str) -> list[Dialect]:
    here = [d for d in _DELIMITERS if d in sample] or [","]
    found = [Dialect(d) for d in here]
    if '"' in sample:
        found += [Dialect(d, '"', "\\") for d in here if '\\"' in sample]
        found += [Dialect(d, "", "") for d in here]
    return found


def _guess(sample: str, dialect: Dialect, whole: bool) -> Guess:
    found: list[tuple[str, ...]] = []
    ends: list[int] = []
    try:
        for end, record in records(io.StringIO(sample, newline=""), dialect, longest=len(sample) + 1):
            found.append(tuple(record))
            ends.append(end)
            if len(found) >= _ENOUGH:
                whole = True
                break
    except csv.Error:
        whole = True  # the sample ends inside a quoted cell, and that record was not given out
    if not whole and len(found) > 1:
        del found[-1], ends[-1]
    sizes = Counter(len(r) for r in found if any(r))
    width = max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0
    fit = sizes[width] / sizes.total() if sizes else 0.0
    return Guess(dialect, tuple(found), tuple(ends), width, fit)


def _score(guess: Guess, likely: str | None) -> float:
    if guess.width < 2:
        return 0.0
    first = next((r for r in guess.records if any(r)), ())
    score = guess.fit
    score += 0.1 * (len(first) == guess.width)
    score += 0.2 * (guess.dialect.delimiter == likely)
    score += 0.02 * (guess.dialect == Dialect(guess.dialect.delimiter))
    return score
