"""Archives made for tests, and reading them."""

import io
import tarfile
import zipfile
from pathlib import Path

from cuibono.readers import archive
from cuibono.readers.contract import Limits
from tests.readers.inputs import given


def read(path: Path, tmp_path: Path, **limits):
    return archive.READER.read(given(path, tmp_path / "staging", limits=Limits(**limits)))


def contents(reading) -> dict[str, bytes]:
    return {m.name: m.path.read_bytes() for m in reading.members}


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def tarred(path: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as made:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))
    return path


FILES = {"letters/first.txt": b"The office paid.", "letters/second.txt": b"The firm denies it."}
