"""JSON read bit by bit: the items of an array one at a time, without holding the whole file.

Numbers keep the digits they were written with. Doubled keys, lone surrogates and NaN are read and counted;
nesting beyond what Python can follow, and single items beyond the limits, are refused.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.readers.contract import Input

_SPACE = re.compile(r"[ \t\n\r\ufeff]*")
_STEP = 1 << 16
_TAIL = 4


class Digits(str):
    """A number as it was written, so that no digit is lost."""

    __slots__ = ()


def cell(value: Any) -> str | None:
    """A value as the text of a cell: texts and numbers as they are, nested values as JSON, null as None."""
    if value is None or isinstance(value, str):
        return value
    return _dumped(value)


_written = json.JSONEncoder(ensure_ascii=False).encode


def _dumped(value: Any) -> str:
    if isinstance(value, Digits):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_dumped(str(k))}: {_dumped(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_dumped, value)) + "]"
    return _written(value)


@dataclass(slots=True)
class Oddities:
    """What is not quite JSON, or not quite clear, and how often it was met."""

    doubled: int = 0
    constants: int = 0
    keys: set[str] = field(default_factory=set)

    def notes(self) -> tuple[str, ...]:
        """For people."""
        found = []
        if self.doubled:
            shown = ", ".join(f"'{k[:40]}'" for k in sorted(self.keys)[:5])
            found.append(f"{self.doubled:,} doubled keys ({shown}): the last value was taken")
        if self.constants:
            found.append(f"{self.constants:,} values such as NaN, which JSON does not have, were left empty")
        return tuple(found)


class Decoder:
    """Decodes JSON values and counts the oddities among them; ``quick`` when only their shape matters."""

    def __init__(self, name: str, *, quick: bool = False) -> None:
        self.name = name
        self.odd = Oddities()
        self._decoder = json.JSONDecoder(parse_int=str, strict=False) if quick else self._careful()

    def _careful(self) -> json.JSONDecoder:
        return json.JSONDecoder(
            object_pairs_hook=self._pairs,
            parse_float=Digits,
            parse_int=Digits,
            parse_constant=self._constant,
            strict=False,
        )

    def at(self, text: str, start: int) -> tuple[Any, int]:
        """The value that begins at a place, and where it ends; raises JSONDecodeError, UnsafeInput."""
        doubled, constants = self.odd.doubled, self.odd.constants
        try:
            return self._decoder.raw_decode(text, start)
        except json.JSONDecodeError:
            self.odd.doubled, self.odd.constants = doubled, constants
            raise
        except RecursionError as error:
            raise too_deep(self.name) from error

    def _pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            self.odd.doubled += len(pairs) - len(found)
            self.odd.keys.update(k for k, n in Counter(k for k, _ in pairs).items() if n > 1)
        return found

    def _constant(self, _: str) -> None:
        self.odd.constants += 1


def too_deep(name: str) -> UnsafeInput:
    """The error for brackets within brackets within brackets."""
    return UnsafeInput(f"{name} has values nested too deeply to be data.", try_="look at where the file comes from")


class JsonText:
    """The text of a JSON file with a place in it; more is fetched as it is needed."""

    def __init__(self, item: Input, chunks: Iterable[str], *, quick: bool = False) -> None:
        self.item = item
        self.decoder = Decoder(item.name, quick=quick)
        self._chunks = iter(chunks)
        self._text = ""
        self._at = 0
        self._gone = 0

    def peek(self) -> str:
        """The next character that is no space, "" at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, expected: str) -> str:
        """The next character, which must be one of those expected."""
        found = self.peek()
        if not found or found not in expected:
            wanted = " or ".join(f"'{c}'" for c in expected)
            raise self.broken(f"{wanted} was expected" + (f", not '{found}'" if found else ", but the file ends"))
        self._at += 1
        return found

    def value(self) -> Any:
        """The next value, whole; raises UnsafeInput when it is too long or too deep."""
        self.peek()
        while True:
            try:
                found, end = self.decoder.at(self._text, self._at)
            except json.JSONDecodeError as error:
                # Broken or merely cut short: ask for as much again, so that no text is decoded too often.
                if not self._grow(max(_STEP, 2 * (len(self._text) - self._at))):
                    raise self.broken(error.msg, at=error.pos) from error
            else:
                # A number that seems to end where the text in hand ends may go on: "1", "1.", "1.5e+".
                if end + _TAIL <= len(self._text) or not self._grow(end - self._at + _TAIL):
                    self._at = end
                    return found

    def broken(self, why: str, at: int | None = None) -> UnreadableSource:
        """The error for text that is no JSON."""
        place = self._gone + (self._at if at is None else at)
        return UnreadableSource(
            f"{self.item.name} is not valid JSON at character {place + 1:,}: {why}.",
            try_="get a fresh copy of the file; a download may have been cut short",
        )

    def _grow(self, wanted: int) -> bool:
        """Have at least so many characters from the present place on; False when there are no more at all."""
        grown = False
        while len(self._text) - self._at < wanted and self._more():
            grown = True
        return grown

    def _more(self) -> bool:
        chunk = next(self._chunks, None)
        if chunk is None:
            return False
        self._gone += self._at
        self._text, self._at = self._text[self._at :] + chunk, 0
        if len(self._text) > self.item.limits.line + len(chunk):
            raise UnsafeInput(
                f"{self.item.name} has a single value of more than {self.item.limits.line:,} characters.",
                try_="split the file",
            )
        return True


def items(text: JsonText) -> Iterator[Any]:
    """The items of an array, one at a time; the opening bracket comes next."""
    text.take("[")
    if text.peek() == "]":
        text.take("]")
        return
    while True:
        yield text.value()
        if text.take(",]") == "]":
            return


def members(text: JsonText) -> Iterator[str]:
    """The keys of an object, one at a time; whoever asks must take each value. The opening brace comes next."""
    text.take("{")
    if text.peek() == "}":
        text.take("}")
        return
    while True:
        if text.peek() != '"':
            raise text.broken("a key in quotation marks was expected")
        key = text.value()
        text.take(":")
        yield str(key)
        if text.take(",}") == "}":
            return


def lines(item: Input, chunks: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not blank, with their numbers; raises UnsafeInput for one that is too long."""
    number, rest = 0, ""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split("\n")
        if len(rest) > item.limits.line:
            raise UnsafeInput(
                f"{item.name}: line {number + len(whole) + 1:,} has more than {item.limits.line:,} characters.",
                try_="check that it has one item per line",
            )
        for number, line in enumerate(whole, number + 1):  # noqa: B020 - it goes on counting
            if line.strip():
                yield number, line
    if rest.strip():
        yield number + 1, rest


def decoded_lines(item: Input, decoder: Decoder, chunks: Iterable[str]) -> Iterator[tuple[int, Any, bool]]:
    """The values of JSON lines, with the numbers of their lines, and whether their texts need no second look.

    Decoded text is clean; only escapes can bring in what cannot be stored. Raises UnreadableSource for a line
    that is broken.
    """
    for number, line in lines(item, chunks):
        text = line.strip().removeprefix("\ufeff")
        try:
            value, end = decoder.at(text, 0)
        except json.JSONDecodeError as error:
            raise _broken_line(item, number, error.msg) from error
        if end < len(text):
            raise _broken_line(item, number, "more follows after the value")
        yield number, value, len(text) <= item.limits.cell and "\\u" not in text and "\\r" not in text


def _broken_line(item: Input, number: int, why: str) -> UnreadableSource:
    return UnreadableSource(
        f"{item.name}: line {number:,} is not valid JSON: {why}.",
        try_="get a fresh copy of the file; a download may have been cut short",
    )
