"""The last look at an export before it leaves: does anything in it point to a protected source?

Everything else in cuibono that protects a source works by leaving things out. This file assumes that it
failed: it decodes what was written, whatever the format, and searches it. It fails closed: what
cannot be looked into counts as a leak.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cuibono.errors import ProtectedLeak
from cuibono.store.opened import Opener, Sealed, Text
from cuibono.store.secrets import Secrets as Secrets
from cuibono.store.unescaped import packed, views

_NAMES_LISTED = 12
_PACKED = (b"PK\x03\x04", b"\x1f\x8b\x08", b"PAR1", b"BZh", b"\xfd7zXZ\x00", b"%PDF", b"7z\xbc\xaf", b"Rar!")
#: Longer than the stretches of a text overlap, so it may stand in none of them as a whole.
_PACKED_AS_BASE64 = re.compile(r"(?:UEsDB|H4sI|UEFSM|QlpoO|/Td6WFo)[A-Za-z0-9+/\s]{20000,}")


def refuse(path: Path, secrets: Secrets) -> None:
    """Raise ProtectedLeak when a written file holds anything that points to a protected source."""
    found = search(path, secrets)
    if found:
        listed = "\n".join(f"  - {line}" for line in found[:_NAMES_LISTED])
        more = f"\n  - and {len(found) - _NAMES_LISTED} more" if len(found) > _NAMES_LISTED else ""
        raise ProtectedLeak(
            f"The export was not written: it would point to a protected source.\n{listed}{more}",
            try_="dismiss or reword the findings that name it, or add a public source that says the same",
        )


def search(path: Path, secrets: Secrets) -> list[str]:
    """Where a file or folder holds a secret: one line for each place, never the secret itself.

    Looks into archives (nested ones too), compressed files and Parquet; reads entities, tags, JSON, percent
    and mail escapes, base64 and hex; and compares without case, accents, width, punctuation or characters
    that are not seen. What cannot be opened is listed as well. It does not find a secret that was
    reworded, translated, encrypted or drawn, nor a surname on its own where the full name is the secret.
    """
    if not secrets:
        return []
    with TemporaryDirectory(dir=path.parent, prefix=".cuibono-") as desk:
        opener = Opener(Path(desk))
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        found: dict[str, None] = {}
        for file in files:
            where = str(file.relative_to(path.parent))
            pieces = [Text("the name of the file", where)]
            for line in _in_pieces(opener, [iter(pieces), opener.open(file, where)], secrets, 0):
                found[line] = None
    return list(found)


def _in_pieces(
    opener: Opener, groups: Iterable[Iterator[Text | Sealed]], secrets: Secrets, depth: int
) -> Iterator[str]:
    for pieces in groups:
        for piece in pieces:
            if isinstance(piece, Sealed):
                yield f"{piece.where}: {piece.why}"
            else:
                yield from _in_text(piece, secrets)
                yield from _in_packed(opener, piece, secrets, depth)


def _in_text(piece: Text, secrets: Secrets) -> Iterator[str]:
    """One line for the first reading of a text that shows each kind of secret."""
    seen: set[str] = set()
    for how, read in views(piece.text):
        for what in secrets.within(read).described():
            if what not in seen:
                seen.add(what)
                after = f", after {how}" if how else ""
                yield f"{what} in {piece.where}{_line(piece, secrets)}{after}"


def _in_packed(opener: Opener, piece: Text, secrets: Secrets, depth: int) -> Iterator[str]:
    """Archives that are written into a text as base64."""
    if _PACKED_AS_BASE64.search(piece.text):
        yield f"{piece.where}: it holds an archive as base64 that is too long to be searched"
        return
    for raw in packed(piece.text):
        if raw.startswith(_PACKED) and depth < opener.depth:
            where = f"an archive inside {piece.where}"
            yield from _in_pieces(opener, [opener.hold(raw, where, depth + 1)], secrets, depth + 1)


def _line(piece: Text, secrets: Secrets) -> str:
    """The line a secret stands in, when one line alone shows it."""
    lines = piece.text.split("\n")
    if len(lines) < 2:
        return ""
    low, high = 0, len(lines)
    while high - low > 1:
        middle = (low + high) // 2
        halves = ((low, middle), (middle, high))
        part = next((h for h in halves if _shows("\n".join(lines[h[0] : h[1]]), secrets)), None)
        if part is None:
            break
        low, high = part
    first = piece.line + low
    return f", line {first:,}" if high - low == 1 else f", lines {first:,} to {piece.line + high - 1:,}"


def _shows(text: str, secrets: Secrets) -> bool:
    return any(secrets.within(read) for _, read in views(text))
