"""Hand a file to a reader the way a case does."""

from pathlib import Path

from cuibono.readers.contract import Input, Limits


def given(path: Path, staging: Path, *, name: str | None = None, limits: Limits | None = None) -> Input:
    """The input for a file, with a staging folder that is made if need be."""
    staging.mkdir(exist_ok=True)
    return Input(path, name or path.name, path.read_bytes()[: 64 << 10], staging, limits or Limits())
