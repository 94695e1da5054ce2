"""Where things lie in a case folder."""

import os
from dataclasses import dataclass
from pathlib import Path

FORMAT = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one case folder; makes nothing."""

    root: Path

    @property
    def settings(self) -> Path:
        """``case.toml``: title and settings, written for people; its presence makes a folder a case."""
        return self.root / "case.toml"

    @property
    def draft(self) -> Path:
        """``report.json``: the draft of a report, if a person began one."""
        return self.root / "report.json"

    @property
    def database(self) -> Path:
        """Sources, passages, statements, judgements and findings."""
        return self.root / "evidence.duckdb"

    @property
    def lock(self) -> Path:
        """The file that readers share and a writer holds alone."""
        return self.root / "case.lock"

    @property
    def waiting(self) -> Path:
        """Held by the writer who is next, so that readers let it through."""
        return self.root / "case.waiting"

    @property
    def sources(self) -> Path:
        """The bytes of every source, by SHA-256, read-only."""
        return self.root / "sources"

    @property
    def tables(self) -> Path:
        """Rows as Parquet: one folder per lens table, one file per source."""
        return self.root / "tables"

    @property
    def mappings(self) -> Path:
        """How the columns of each source were read, so that the load can be repeated."""
        return self.root / "mappings"

    @property
    def findings(self) -> Path:
        """Key tables of findings whose evidence cannot be said as a condition."""
        return self.root / "findings"

    @property
    def staging(self) -> Path:
        """Work in progress; whatever no transaction names is swept at the next start."""
        return self.root / "staging"

    @property
    def cache(self) -> Path:
        """Derived things that can be thrown away: search, scratch."""
        return self.root / "cache"

    @property
    def scratch(self) -> Path:
        """Where the engine spills what does not fit into memory."""
        return self.cache / "scratch"

    def source_file(self, sha: str) -> Path:
        """The place of a source's bytes."""
        return self.sources / sha[:2] / sha

    def folders(self) -> tuple[Path, ...]:
        """The folders that every case has."""
        return (self.sources, self.tables, self.mappings, self.findings, self.staging, self.cache)

    def writable(self) -> bool:
        """Whether this process may write into the folder."""
        return os.access(self.root, os.W_OK)


def find_case(start: Path) -> Path | None:
    """The case folder that holds ``start``, searched upward like git."""
    for folder in (start, *start.parents):
        if (folder / "case.toml").is_file():
            return folder
    return None


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the content of a file survive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
