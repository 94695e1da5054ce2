"""Any file as text: archives unpacked, Parquet rows read, encodings undone; what cannot be opened says so."""

import bz2
import codecs
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from cuibono.engine import DuckEngine
from cuibono.engine.duck import SqlError
from cuibono.errors import CuibonoError

CHUNK = 2_000_000
OVERLAP = 40_000
_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEALED = {
    b"%PDF": "a PDF",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "a zstd file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"SQLite": "a database",
}


_PRESSED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\x00": lzma.open}


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text, where it stands, and the number of its first line."""

    where: str
    text: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Sealed:
    """Something that could not be looked into, and why."""

    where: str
    why: str


@dataclass(slots=True)
class Opener:
    """Opens files into text; ``desk`` is a folder for what is unpacked on the way, the budget its bytes."""

    desk: Path
    budget: int = 64 << 30
    depth: int = 8
    _made: int = field(default=0)

    def open(self, path: Path, where: str, depth: int = 0) -> Iterator[Text | Sealed]:
        """Everything in a file as stretches of text, and what stayed sealed."""
        if depth > self.depth:
            yield Sealed(where, f"it is nested more than {self.depth} deep")
            return
        with path.open("rb") as file:
            head = file.read(16)
        sealed = next((says for magic, says in _SEALED.items() if head.startswith(magic)), None)
        if sealed:
            yield Sealed(where, f"it is {sealed}, which cannot be searched")
        else:
            yield from self._kind(head)(path, where, depth)

    def hold(self, raw: bytes, where: str, depth: int) -> Iterator[Text | Sealed]:
        """The same for bytes at hand."""
        path = self._place()
        path.write_bytes(raw)
        yield from self.open(path, where, depth)
        path.unlink()

    def _kind(self, head: bytes) -> Callable[[Path, str, int], Iterator[Text | Sealed]]:
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return self._zip
        if head.startswith(b"PAR1"):
            return self._parquet
        for magic, opener in _PRESSED.items():
            if head.startswith(magic):
                return lambda path, where, depth: self._pressed(opener, path, where, depth)
        return lambda path, where, _: _plain(path, where)

    def _zip(self, path: Path, where: str, depth: int) -> Iterator[Text | Sealed]:
        try:
            with zipfile.ZipFile(path) as archive:
                yield Text(f"the comment of {where}", _bytes(archive.comment))
                for info in archive.infolist():
                    yield Text(f"the file names in {where}", f"{info.filename}\n{_bytes(info.comment + info.extra)}")
                    if not info.is_dir():
                        yield from self._member(archive, info, f"{info.filename} in {where}", depth)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            yield Sealed(where, f"the archive is damaged ({error})")

    def _member(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, depth: int
    ) -> Iterator[Text | Sealed]:
        try:
            with archive.open(info) as file:
                kept = self._keep(file)
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            yield Sealed(where, f"it cannot be unpacked ({error})")
            return
        yield from self._inside(kept, where, depth)

    def _pressed(self, opener: Callable[..., Any], path: Path, where: str, depth: int) -> Iterator[Text | Sealed]:
        """A compressed file; its head may hold a file name, so the head is read as it stands too."""
        with path.open("rb") as file:
            yield Text(f"the head of {where}", _bytes(file.read(4096)))
        try:
            with opener(path, "rb") as file:
                kept = self._keep(file)
        except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
            yield Sealed(where, f"it cannot be unpacked ({error})")
            return
        yield from self._inside(kept, f"the inside of {where}", depth)

    def _inside(self, kept: Path | None, where: str, depth: int) -> Iterator[Text | Sealed]:
        if kept is None:
            yield Sealed(where, "it is too large to be searched")
            return
        yield from self.open(kept, where, depth + 1)
        kept.unlink()

    def _parquet(self, path: Path, where: str, _: int) -> Iterator[Text | Sealed]:
        link = self._place()
        link.symlink_to(path.resolve())
        try:
            with DuckEngine(memory="1GB", threads=1) as engine:
                yield from _parquet_texts(engine, str(link), where)
        except (SqlError, CuibonoError) as error:
            yield Sealed(where, f"the Parquet file cannot be read ({error})")
        finally:
            link.unlink()

    def _keep(self, file: IO[bytes]) -> Path | None:
        """What is unpacked, in a file on the desk; None when the budget is spent."""
        path = self._place()
        with path.open("wb") as out:
            while block := file.read(_BLOCK):
                self.budget -= len(block)
                if self.budget < 0:
                    return None
                out.write(block)
        return path

    def _place(self) -> Path:
        self._made += 1
        return self.desk / f"opened-{self._made}"


def _parquet_texts(engine: DuckEngine, path: str, where: str) -> Iterator[Text]:
    """Column names, the notes in the footer, and every row as JSON."""
    names = engine.tuples("SELECT name FROM parquet_schema($p)", {"p": path})
    yield Text(f"the column names of {where}", "\n".join(n for (n,) in names))
    notes = engine.tuples("SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM parquet_kv_metadata($p)", {"p": path})
    yield Text(f"the notes in {where}", "\n".join(_bytes(part) for note in notes for part in note))
    rows, line = "SELECT CAST(to_json(t) AS VARCHAR) AS row FROM read_parquet($p) AS t", 1
    for chunk in engine.stream(rows, {"p": path}, size=2_000):
        yield Text(where, "\n".join(str(row) for (row,) in chunk), line)
        line += len(chunk)


def _plain(path: Path, where: str) -> Iterator[Text | Sealed]:
    found = encodings(path)
    if not found:
        yield Sealed(where, "it holds bytes of an unknown kind")
    for encoding in found:
        yield from _stretches(path, where, encoding)


def _stretches(path: Path, where: str, encoding: str) -> Iterator[Text]:
    """The text in stretches that overlap, so that nothing is cut in two unseen."""
    with path.open("r", encoding=encoding, errors="replace", newline="") as file:
        kept, line = "", 1
        while block := file.read(CHUNK):
            yield Text(where, kept + block, line)
            line += kept.count("\n") + block.count("\n")
            kept = block[-OVERLAP:]
            line -= kept.count("\n")


def encodings(path: Path) -> tuple[str, ...]:
    """How the bytes of a file may be read as text; none when they are no text at all."""
    with path.open("rb") as file:
        head = file.read(4)
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return (encoding,) if _decodes(path, encoding) else ()
    nul = _has_nul(path)
    if _decodes(path, "utf-8"):
        return ("utf-8", "utf-16-le", "utf-16-be") if nul else ("utf-8",)
    if not nul:
        return ("cp1252", "utf-16-le", "utf-16-be")
    return tuple(e for e in ("utf-16-le", "utf-16-be") if _decodes(path, e))


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _has_nul(path: Path) -> bool:
    with path.open("rb") as file:
        return any(b"\0" in block for block in iter(lambda: file.read(_BLOCK), b""))


def _bytes(raw: Any) -> str:
    """Bytes as text in each plausible encoding, one after the other."""
    whole = bytes(raw or b"")
    return "\n".join(whole.decode(e, "replace") for e in ("utf-8", "latin-1", "utf-16-le"))
