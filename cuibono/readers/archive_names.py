"""The names inside archives: in whatever encoding they were written, and none that leads out of the archive."""

import re
import stat
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

from cuibono.errors import UnsafeInput
from cuibono.readers import charsets

#: Code pages that programs wrote names in without saying so: the first is what the ZIP format prescribes.
_CODE_PAGES = ("cp437", "gb18030", "cp950", "cp932", "cp949", "cp866")
_DRIVE = re.compile(r"^[A-Za-z]:")
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


def code_page(names: Sequence[bytes]) -> str:
    """The encoding that fits all names of an archive best: UTF-8 if they are that, else the likeliest.

    A single short name can be good text in several encodings, so all names are judged together.
    """
    joined = b"\n".join(n for n in names if not n.isascii())
    try:
        joined.decode("utf-8")
    except UnicodeDecodeError:
        return max(_CODE_PAGES, key=lambda codec: _likelihood(joined[: 32 << 10], codec))
    return "utf-8"


def _likelihood(joined: bytes, codec: str) -> float:
    """How likely the names are in a code page; the one that the format prescribes wins near-ties."""
    return charsets.likelihood(joined, codec) + (2.0 if codec == _CODE_PAGES[0] else 0.0)


def decode(name: bytes, codec: str) -> str:
    """A name as text; bytes that the encoding does not know become U+FFFD."""
    return name.decode(codec, "replace")


def safe(name: str, archive: str) -> str:
    """A name with plain slashes and nothing invisible; raises UnsafeInput when it leads out of the archive."""
    path = name.replace("\\", "/")
    parts = [p for p in path.split("/") if p not in ("", ".")]
    if path.startswith("/") or _DRIVE.match(path) or ".." in parts or "\x00" in path:
        raise _unsafe(archive, name, "leads out of the archive")
    if len(path) > 4096:
        raise _unsafe(archive, name[:80], "is longer than 4,096 characters")
    return "".join("_" if _hidden(c) else c for c in "/".join(parts))


def _hidden(letter: str) -> bool:
    return letter in _TURNS or unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}


def check_kind(mode: int, name: str, archive: str) -> None:
    """Refuse links, devices and pipes, which would reach outside the archive when written out."""
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFLNK:
        raise _unsafe(archive, name, "is a symbolic link")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _unsafe(archive, name, "is a device or a pipe")


def _unsafe(archive: str, name: str, why: str) -> UnsafeInput:
    shown = "".join("_" if _hidden(c) else c for c in name)[:200]
    return UnsafeInput(
        f"{archive}: the entry '{shown}' {why}; nothing of the archive was taken.",
        try_="unpack it in a place that can be thrown away, look at it, and add the files you need",
    )


def refused(name: str, archive: str, what: str) -> UnsafeInput:
    """The error for an entry that is no plain file."""
    return _unsafe(archive, name, f"is a {what}")


def junk(name: str) -> bool:
    """Whether an operating system left this file behind: no person put it into the archive."""
    parts = PurePosixPath(name).parts
    return not parts or "__MACOSX" in parts or parts[-1] in _LEFT_BY_SYSTEMS or parts[-1].startswith("._")


def distinct(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names with a number added where one occurs again, and those that did."""
    taken, result, doubled = set(names), [], []
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        if seen[name] == 1:
            result.append(name)
            continue
        doubled.append(name)
        result.append(_numbered(name, seen, taken))
    return result, sorted(set(doubled))


def _numbered(name: str, seen: dict[str, int], taken: set[str]) -> str:
    path = PurePosixPath(name)
    while True:
        fresh = str(path.with_name(f"{path.stem} ({seen[name]}){path.suffix}"))
        if fresh not in taken:
            taken.add(fresh)
            return fresh
        seen[name] += 1
