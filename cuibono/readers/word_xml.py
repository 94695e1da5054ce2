"""The XML inside Word documents, read as events: no tree is built, no entity is ever expanded.

Source of the element names: ECMA-376 part 1, WordprocessingML.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

#: What lies in these is not the text as it stands: older forms of the same, and what was moved away.
_SKIPPED = {"Fallback", "moveFrom", "del"}
_NOTES = {"footnote", "endnote", "comment"}
_DEEPEST = 2_000


class BadXml(Exception):
    """XML that is damaged, or that does what no Word document does."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a row of a table, a note or a comment, in the order of the document."""

    kind: str
    text: str
    number: int
    style: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    cells: list[list[str]] = field(default_factory=list)


class _Handler:
    """Follows the events of one part of a document and collects its blocks."""

    def __init__(self, count: Callable[[int], None]) -> None:
        self.blocks: list[Block] = []
        self.count = count
        self.path: list[str] = []
        self.skipping: int | None = None  # how deep the element lies whose content is left out
        self.open: list[tuple[list[str], list[str]]] = []
        self.table: _Table | None = None
        self.depth = self.tables = self.paragraphs = 0
        self.note: tuple[str, dict[str, str], list[str]] | None = None
        self.notes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name, parent = _local(name), self.path[-1] if self.path else ""
        self.path.append(name)
        if len(self.path) > _DEEPEST:
            raise BadXml(f"elements are nested more than {_DEEPEST:,} deep")
        if self.skipping is not None:
            return
        plain = {_local(k): v for k, v in attributes.items()}
        if name in _SKIPPED or (name in _NOTES and plain.get("type", "normal") != "normal"):
            self.skipping = len(self.path)
        else:
            self._start(name, parent, plain)

    def _start(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        if name == "p":
            self.open.append(([], []))
        elif name == "pStyle" and self.open:
            self.open[-1][1].append(attributes.get("val", ""))
        elif parent == "r" and self.open and name in ("tab", "br", "cr"):
            self.open[-1][0].append("\t" if name == "tab" else "\n")
        elif name in _NOTES:
            self.note = (name, attributes, [])
        elif name in ("tbl", "tr", "tc"):
            self._into_table(name)

    def _into_table(self, name: str) -> None:
        if name == "tbl":
            self.depth += 1
            if self.depth == 1:
                self.tables += 1
                self.table = _Table(self.tables)
        elif self.table and self.depth == 1 and name == "tr":
            self.table.row += 1
            self.table.cells = []
        elif self.table and self.depth == 1 and name == "tc":
            self.table.cells.append([])

    def end(self, name: str) -> None:
        name, depth = _local(name), len(self.path)
        self.path.pop()
        if self.skipping is not None:
            self.skipping = None if self.skipping == depth else self.skipping
        elif name == "p" and self.open:
            self._end_paragraph()
        elif name in _NOTES and self.note:
            self._end_note()
        elif name == "tr" and self.table and self.depth == 1:
            self._end_row(self.table)
        elif name == "tbl":
            self.depth -= 1

    def text(self, data: str) -> None:
        if self.open and self.skipping is None and self.path[-1] == "t":
            self.count(len(data))
            self.open[-1][0].append(data)

    def _end_paragraph(self) -> None:
        parts, styles = self.open.pop()
        text = "".join(parts).strip()
        if not text:
            return
        if self.note:
            self.note[2].append(text)
        elif self.table and self.depth and self.table.cells:
            self.table.cells[-1].append(text)
        else:
            self.paragraphs += 1
            self.blocks.append(Block("paragraph", text, self.paragraphs, styles[0] if styles else ""))

    def _end_row(self, table: _Table) -> None:
        cells = [" ".join(" ".join(cell).split()) for cell in table.cells]
        if any(cells):
            where = {"table": table.number, "row": table.row}
            self.blocks.append(Block("row", " | ".join(cells), table.row, data=where))

    def _end_note(self) -> None:
        assert self.note is not None
        kind, attributes, texts = self.note
        self.note = None
        if texts:
            self.notes += 1
            data = {k: attributes[k] for k in ("author", "date") if attributes.get(k)}
            self.blocks.append(Block(kind, "\n".join(texts), self.notes, data=data))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _parse(chunks: Iterator[bytes], start: Any, end: Any, text: Any) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: encodings that expat lacks
        raise BadXml(str(error)) from error


def _refuse(*_: object) -> None:
    raise BadXml("it declares a document type, as entity bombs do and Word never does")


def blocks(chunks: Iterator[bytes], count: Callable[[int], None]) -> list[Block]:
    """The paragraphs, table rows, notes and comments of one part; ``count`` is told of every piece of text.

    Raises BadXml when the part is damaged, nested beyond reason or declares a document type.
    """
    handler = _Handler(count)
    _parse(chunks, handler.start, handler.end, handler.text)
    return handler.blocks


def fields(chunks: Iterator[bytes]) -> dict[str, str]:
    """The texts of a flat part (core properties) by the names of their elements."""
    found: dict[str, list[str]] = {}
    path: list[str] = []

    def text(data: str) -> None:
        if len(path) == 2:
            found.setdefault(path[-1], []).append(data)

    _parse(chunks, lambda name, _: path.append(_local(name)), lambda _: path.pop(), text)
    return {name: " ".join("".join(parts).split())[:1000] for name, parts in found.items()}
