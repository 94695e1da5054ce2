"""Which edition of a lens made a finding: the program's version and a fingerprint of the code that counts."""

import hashlib
import inspect
from functools import cache
from pathlib import Path

import cuibono.measures
from cuibono import __version__
from cuibono.lenses.contract import LensSpec


def edition(lens: LensSpec) -> str:
    """The version of the program and a fingerprint of the lens' folder and of the measures.

    Two findings of one edition must agree to the letter; of two editions they may differ, and that is no fault.
    """
    home = inspect.getsourcefile(lens.function)
    folders = [Path(home).parent] if home else []
    return f"{__version__}+{fingerprint((*folders, Path(cuibono.measures.__path__[0])))}"


@cache
def fingerprint(folders: tuple[Path, ...]) -> str:
    """A fingerprint of the Python files of some folders."""
    digest = hashlib.sha256()
    for path in sorted(p for folder in folders for p in folder.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
