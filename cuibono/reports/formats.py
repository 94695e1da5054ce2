"""Which file a report becomes: chosen by its suffix, written beside its place, checked, then put there at once."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from cuibono.errors import CuibonoError, DiskFull, UnknownName
from cuibono.reports.contract import PublicCase

Check = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file, and what its maker should know of it ("4 claims became notes")."""

    path: Path
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name, its suffixes, what it is for, and the function that writes it."""

    name: str
    suffixes: tuple[str, ...]
    says: str
    module: str
    function: str = "write"

    def write(self, public: PublicCase, path: Path) -> tuple[str, ...]:
        """Write the file; only now is the module loaded that can do it."""
        notes: tuple[str, ...] = getattr(import_module(f"cuibono.reports.{self.module}"), self.function)(public, path)
        return notes


_HINTS = {
    errno.ENOENT: "make the folder first",
    errno.ENOTDIR: "make the folder first",
    errno.EACCES: "choose a folder that you may write to",
    errno.EROFS: "choose a folder that you may write to",
    errno.EISDIR: "choose another name: this one is a folder",
}

FORMATS = (
    Format("html", (".html", ".htm"), "a report that opens anywhere", "html"),
    Format("md", (".md", ".markdown"), "the same report as Markdown", "markdown"),
    Format("csv", (".csv",), "the findings for a spreadsheet", "tables", "write_csv"),
    Format("csv.zip", (".csv.zip", ".zip"), "findings and all tables as CSV", "tables", "write_csv_zip"),
    Format("parquet", (".parquet",), "the findings for a notebook", "tables", "write_parquet"),
    Format("parquet.zip", (".parquet.zip",), "findings and all tables as Parquet", "tables", "write_parquet_zip"),
    Format("ftm", (".ftm.json", ".ftm", ".jsonl", ".ijson"), "entities and ties, FollowTheMoney", "ftm"),
    Format("graphml", (".graphml",), "parties and ties for Gephi, yEd or networkx", "graphml"),
)


def write(public: PublicCase, path: Path, format: str | None = None, *, check: Check) -> Written:  # noqa: A002 - users' word
    """Write a case to a file of the kind that its suffix, or ``format``, names.

    The file is first written beside its place, in a hidden folder that only its maker can open. ``check``
    then looks at the finished file and raises ProtectedLeak if it must not leave; only after that does it take
    its place, in one step. Whatever stood there before stays until then. Raises UnknownName for a kind
    that is not known, DiskFull when there is no room, CuibonoError when the folder cannot be written to.
    """
    chosen = by_name(format) if format else by_suffix(path)
    with _failing(path), TemporaryDirectory(dir=path.parent, prefix=".cuibono-") as desk:
        draft = Path(desk) / path.name
        notes = chosen.write(public, draft)
        check(draft)
        _settle(draft)
        draft.replace(path)
        _settle(path.parent)
    return Written(path, notes)


def by_suffix(path: Path) -> Format:
    """The kind of file that the longest known suffix of a name means; raises UnknownName."""
    name = path.name.lower()
    fitting = [(len(s), f) for f in FORMATS for s in f.suffixes if name.endswith(s)]
    if not fitting:
        listed = [s for f in FORMATS for s in f.suffixes]
        raise UnknownName(
            f"{path.name}: no kind of export has that suffix.", try_=f"end the name in one of: {', '.join(listed)}"
        )
    return max(fitting, key=lambda pair: pair[0])[1]


def by_name(name: str) -> Format:
    """The kind of file of that name (``html``), or of that suffix; raises UnknownName."""
    wanted = name.lower().lstrip(".")
    for known in FORMATS:
        if wanted == known.name or f".{wanted}" in known.suffixes:
            return known
    raise UnknownName.among("export format", name, [f.name for f in FORMATS])


def own_words() -> Iterator[str]:
    """What reports say in their own voice, which is public by nature: templates, column names, methods.

    Names of protected sources that are such words ("report", "Method") cannot be kept out of an export,
    and saying them gives nothing away.
    """
    from importlib import resources

    from cuibono.lenses.registry import lens_names
    from cuibono.reports.methods import method
    from cuibono.reports.wording import STATES, VERDICTS

    for file in sorted(resources.files("cuibono.reports").joinpath("templates").iterdir(), key=lambda f: f.name):
        yield file.read_text("utf-8")
    for module in ("markdown", "docket", "tables", "wording", "graphml", "ftm", "svg", "svg_rows", "amounts", "html"):
        yield resources.files("cuibono.reports").joinpath(f"{module}.py").read_text("utf-8")
    for how in map(method, lens_names()):
        yield "\n".join((how.name, how.first, *how.paragraphs, *how.helps, *how.helps.values()))
    yield " ".join((*STATES, *STATES.values(), *VERDICTS, *VERDICTS.values()))


def _settle(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _failing(path: Path) -> Iterator[None]:
    """Turn what the file system says into an error that names the file."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(f"No room is left for {path}.", try_="free some space, or export elsewhere") from error
        hint = _HINTS.get(error.errno or 0, "export elsewhere")
        raise CuibonoError(f"{path} cannot be written: {error.strerror}.", try_=hint) from error
