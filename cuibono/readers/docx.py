"""Word documents: paragraphs, table rows, footnotes, endnotes and comments, and what the file says of itself."""

import re
import zipfile
from collections.abc import Iterator
from functools import partial

from cuibono.errors import UnreadableSource, UnsafeInput
from cuibono.model.date_wording import to_edtf
from cuibono.readers import paragraphs, unpack, word_xml, zip_index
from cuibono.readers.contract import Input, Piece, Reader, Reading
from cuibono.readers.encoding import clean
from cuibono.readers.limits import check_size, check_text
from cuibono.readers.word_xml import Block

_MAIN = re.compile(r"word/document\d*\.xml\Z")
_PARTS = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
_CORE = "docProps/core.xml"


def recognises(item: Input) -> float:
    """By the names in the index: a ZIP that holds a Word document's main part."""
    found = zip_index.names(item.path, item.head)
    return 0.95 if "[Content_Types].xml" in found and any(map(_MAIN.match, found)) else 0.0


def read(item: Input) -> Reading:
    """Take the text in the order of the document; a table row is one passage, its cells parted by "|".

    Deleted and moved text under tracked changes is left out, inserted text is in. Text in pictures is not
    read. Author, title and date are the file's own word, and are often those of a template.
    Raises UnsafeInput when the file unpacks to more than the limits allow or is built to break parsers.
    """
    check_size(item)
    _check_sizes(item)
    try:
        archive = zipfile.ZipFile(item.path)
    except Exception as error:  # the index is a stranger's; zipfile trips over it in many ways
        raise _damaged(item, "its index is damaged") from error
    with archive:
        return _Document(item, archive).reading()


def _check_sizes(item: Input) -> None:
    """Refuse a bomb by what its index declares; nothing more than that is ever unpacked of an entry."""
    declared = zip_index.sizes(item.path)
    whole, packed = sum(size for _, size in declared), item.path.stat().st_size
    bomb = whole > item.limits.expanded or (whole > 1 << 20 and whole > item.limits.ratio * packed)
    if bomb or len(declared) > item.limits.members or zip_index.is_longer(item.path):
        raise UnsafeInput(
            f"{item.name} unpacks to {whole:,} bytes in {len(declared):,} parts, which no Word document needs.",
            try_="open it in a word processor on a machine you can spare, and save it as text",
        )


class _Document:
    """An open document: its parts, and how much text came out of them so far."""

    def __init__(self, item: Input, archive: zipfile.ZipFile) -> None:
        self.item = item
        self.archive = archive
        self.names = set(archive.namelist())
        self.meter = unpack.Meter(item.name, item.path.stat().st_size, item.limits)
        self.characters = 0

    def reading(self) -> Reading:
        """All blocks as passages, and the properties."""
        main = sorted(n for n in self.names if _MAIN.match(n))
        if not main:
            raise _damaged(self.item, "its main part is missing")
        found = self._blocks(main[0])
        for part in _PARTS:
            found += self._blocks(part) if part in self.names else []
        about = self._about()
        created = to_edtf(about.get("created", "")[:10]) if about.get("created") else None
        title = next((b.text for b in found if b.style == "Title"), None)
        return Reading(
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            pieces=tuple(_pieces(found)),
            title=about.get("title") or (_line(title) if title else None),
            author=about.get("creator") or None,
            published=created,
            language=None,
            notes=("the date is when the file was created, by its own word",) if created else (),
        )

    def _blocks(self, part: str) -> list[Block]:
        try:
            return word_xml.blocks(self._bytes(part), self._count)
        except word_xml.BadXml as error:
            raise _damaged(self.item, f"in {part}, {error}") from error

    def _about(self) -> dict[str, str]:
        try:
            about = word_xml.fields(self._bytes(_CORE)) if _CORE in self.names else {}
        except word_xml.BadXml as error:
            raise _damaged(self.item, f"in {_CORE}, {error}") from error
        return {name: clean(value) for name, value in about.items()}

    def _bytes(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, a little at a time, under the meter."""
        fault = _damaged(self.item, f"its part {part} is damaged or encrypted")
        try:
            source = self.archive.open(part)
        except Exception as error:  # a local header that contradicts the index, an unknown method, a password
            raise fault from error
        with source:
            yield from self._metered(iter(partial(unpack.guarded(source.read, fault), unpack.CHUNK), b""))

    def _metered(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self.meter.take(len(chunk))
            yield chunk

    def _count(self, characters: int) -> None:
        self.characters += characters
        check_text(self.item, self.characters)


def _pieces(found: list[Block]) -> Iterator[Piece]:
    for block in found:
        place = f"{block.kind} {block.number}"
        if block.kind == "row":
            place = f"table {block.data['table']}, row {block.number}"
        data = {**block.data, **({"style": block.style} if block.style else {})}
        parts = paragraphs.parts(clean(block.text))
        for where, text in zip(paragraphs.places(place, len(parts)), parts, strict=True):
            yield Piece(text, where, data)


def _line(text: str) -> str:
    return " ".join(clean(text).split())[:1000]


def _damaged(item: Input, why: str) -> UnreadableSource:
    return UnreadableSource(f"{item.name}: {why}.", try_="open it in a word processor and save it again")


READER = Reader(
    name="docx",
    version="1",
    says="Word documents (DOCX): paragraphs, table rows, footnotes and comments, with author, title and date",
    suffixes=(".docx", ".docm", ".dotx"),
    recognises=recognises,
    read=read,
)
