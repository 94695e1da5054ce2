"""Files that are handed over piece by piece, as a browser sends them, on their way into the case.

They wait in a stage of the case under the names that they had with the user, so that these are the names of the sources
and nothing of the stage is. Nothing is believed of a name: it may not lead out of the folder. The stage goes when the
upload is closed; should we die before, the next start sweeps it.
"""

import re
import unicodedata
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from cuibono.case import adding, reading
from cuibono.case.told import Added, Told
from cuibono.errors import CuibonoError, UnreadableSource, UnsafeInput
from cuibono.model.counting import plural
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.staging import stage

_DRIVE = re.compile(r"^[A-Za-z]:")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u0080-\u009f\u2028\u2029]")
#: A name on a disk has at most 255 bytes; folders inside each other that nobody makes by hand.
_LONGEST, _DEEPEST = 240, 32


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """How much may come in at once: files, bytes of all of them, bytes of one."""

    files: int = 20_000
    bytes: int = 8 << 30
    one: int = 4 << 30


@dataclass(slots=True)
class Upload:
    """One delivery of files: open each with ``begin``, write, and ``add`` them at the end; ``close`` whatever happens.

    ``refused`` are files that were not taken, each with the reason; the others go on.
    """

    layout: Layout
    limits: UploadLimits = UploadLimits()
    refused: list[tuple[str, CuibonoError]] = field(default_factory=list)
    files: int = 0
    size: int = 0
    hidden: int = 0
    mapping: Path | None = None
    _room: ExitStack = field(default_factory=ExitStack)
    _home: Path = field(init=False)
    _open: IO[bytes] | None = None
    _here: int = 0
    _name: str = ""
    _at: Path | None = None

    def __post_init__(self) -> None:
        self._home = self._room.enter_context(stage(self.layout)).work

    def begin(self, name: str) -> None:
        """The next file begins, under the name (and folders) that the user has it by."""
        self.end()
        self._here, self._name, self._at = 0, name, None
        if self.files >= self.limits.files:
            raise UnsafeInput(
                f"More than {self.limits.files:,} files at once.", try_="add them in parts, or with: cuibono add FOLDER"
            )
        self.files += 1
        try:
            inside = safe_name(name)
            if any(part.startswith(".") for part in inside.parts):
                self.hidden += 1
                return
            self._at = self._place(self._home / "files" / inside, name)
        except UnreadableSource as error:
            self.refused.append((shown(name), error))
            return
        self._open = self._at.open("xb")

    def begin_mapping(self) -> None:
        """What comes next is no source: it says which column of the tables is which."""
        self.end()
        self._here, self._name = 0, "mapping"
        self.mapping = self._at = self._home / "mapping.yaml"
        self._open = self._at.open("wb")

    def write(self, piece: bytes) -> None:
        """The next bytes of the file; raises UnsafeInput when all of them together are too many."""
        self.size += len(piece)
        self._here += len(piece)
        if self.size > self.limits.bytes:
            raise UnsafeInput(
                f"More than {self.limits.bytes >> 30:,} GB at once.", try_="add them in parts, or with: cuibono add"
            )
        if self._open is None:
            return
        if self._here > self.limits.one:
            self._give_up(UnsafeInput(f"{self._name}: more than {self.limits.one >> 30:,} GB.", try_="split it"))
            return
        self._open.write(piece)

    def end(self) -> None:
        """The file is through."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def add(self, told: Told, *, read: bool = True, tell: Tell = silent) -> Added:
        """Read what came into the case, as ``Case.add`` does; what was not taken is among the refused."""
        self.end()
        folder = self._home / "files"
        here = sorted(folder.iterdir()) if folder.is_dir() else []
        added = adding.add(self.layout, here, told, tell=tell) if here else Added()
        if here and read:
            added.texts = reading.read(self.layout, tell=tell)
        added.refused[:0] = self.refused
        if self.hidden:
            added.notes.append(f"{plural(self.hidden, 'hidden file')} left out: the names begin with a dot")
        return added

    def close(self) -> None:
        """Remove everything that waits."""
        self.end()
        self._room.close()

    def _give_up(self, error: UnsafeInput) -> None:
        self.end()
        self.refused.append((shown(self._name), error))
        if self._at is not None:
            self._at.unlink(missing_ok=True)

    def _place(self, path: Path, name: str) -> Path:
        """Room for a file; raises UnreadableSource where the name is taken by another file or folder."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise UnreadableSource(
                f"{shown(name)}: a file and a folder have the same name.", try_="rename one of them"
            ) from error
        if path.exists():
            raise UnreadableSource(f"{shown(name)}: two files have this name.", try_="rename one, or add it later")
        return path


def safe_name(name: str) -> PurePosixPath:
    """The name of a file as the user has it, without what a disk would not take; raises UnsafeInput where it leads out.

    Folders stay, in either spelling of the slash; control characters and the letter of a drive go.
    """
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", name.encode("utf-8", "replace").decode("utf-8")))
    parts = [p.strip() for p in _DRIVE.sub("", plain.replace("\\", "/")).split("/")]
    kept = [p for p in parts if p not in ("", ".")]
    if not kept:
        raise UnsafeInput("A file without a name.", try_="give it one")
    if ".." in kept:
        raise UnsafeInput(f"{shown(name)}: its name leads out of its folder.", try_="add the file itself")
    if len(kept) > _DEEPEST or any(len(p.encode()) > _LONGEST for p in kept):
        raise UnsafeInput(f"{shown(name)}: its name is too long for a disk.", try_="give it a shorter one")
    return PurePosixPath(*kept)


def shown(name: str) -> str:
    """A name for a person: what is not seen is taken out, and a very long one is cut."""
    plain = _UNSEEN.sub("", name.encode("utf-8", "replace").decode("utf-8"))
    return plain if len(plain) <= 200 else plain[:199] + "…"
