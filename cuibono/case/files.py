"""Which files a person means: patterns and folders become a list, in a stable order."""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from cuibono.errors import CuibonoError, UnreadableSource, UnsafeInput

_SKIPPED = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, the name it goes by in the case, and its size; or why it cannot be taken."""

    path: Path
    name: str
    size: int = 0
    fault: CuibonoError | None = None


def expand(paths: Iterable[str | Path], *, away_from: Path) -> list[Found]:
    """List the files of paths, patterns and folders; never those of the case itself.

    Raises UnreadableSource when a path does not exist or a pattern matches nothing.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        for one in _matches(str(path)):
            for item in _below(one, away_from):
                found.setdefault(item.path, item)
    return list(found.values())


def _matches(text: str) -> list[Path]:
    plain = Path(text).expanduser()
    if plain.exists() or plain.is_symlink():
        return [plain]
    if has_magic(text):
        matched = sorted(glob(str(plain), recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if matched:
            return [Path(m) for m in matched]
    raise UnreadableSource(f"{text}: no such file.", try_="check the path; patterns are quoted like 'filings/*.html'")


def _below(path: Path, away_from: Path) -> Iterator[Found]:
    if not path.is_dir():
        yield _look(path, path.name)
        return
    home = path.resolve()
    for folder, subfolders, files in path.walk() if hasattr(path, "walk") else _walk(path):
        subfolders[:] = sorted(s for s in subfolders if not _hidden(s) and (folder / s).resolve() != away_from)
        for name in sorted(files):
            if _hidden(name):
                continue
            here = folder / name
            label = f"{home.name}/{here.relative_to(path)}"
            if here.is_symlink() and not here.resolve().is_relative_to(home):
                fault = UnsafeInput(f"{label}: a link that leads out of the folder.", try_="add the file itself")
                yield Found(here, label, fault=fault)
            else:
                yield _look(here, label)


def _walk(path: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    import os

    for folder, subfolders, files in os.walk(path):
        yield Path(folder), subfolders, files


def _hidden(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED


def _look(path: Path, label: str) -> Found:
    try:
        seen = path.stat()
    except OSError as error:
        return Found(path, label, fault=UnreadableSource(f"{label}: {error.strerror}.", try_="check the file"))
    if not stat.S_ISREG(seen.st_mode):
        return Found(path, label, fault=UnsafeInput(f"{label}: not a plain file.", try_="add the file itself"))
    return Found(path, label, seen.st_size)
