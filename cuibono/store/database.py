"""Opening the evidence database: made once, opened briefly, always under a lock."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.engine.checkpoint import checkpoint, journal_of, log_of, mend
from cuibono.engine.duck import SqlError, of_files
from cuibono.errors import CaseDamaged, CuibonoError, NoCase
from cuibono.store import locks, upgrade
from cuibono.store.layout import FORMAT, Layout
from cuibono.store.room import room
from cuibono.store.staging import recover, unswept


def create(layout: Layout) -> None:
    """Make an empty case folder; safe to call again, and safe against a crash half-way."""
    layout.root.mkdir(parents=True, exist_ok=True)
    with locks.writing(layout):
        for folder in layout.folders():
            folder.mkdir(exist_ok=True)
        if layout.database.exists():
            return
        fresh = layout.root / "evidence.new.duckdb"
        for stale in (fresh, log_of(fresh), journal_of(fresh)):
            stale.unlink(missing_ok=True)
        with DuckEngine(fresh) as engine:
            engine.run(resources.files("cuibono.store").joinpath("schema.sql").read_text("utf-8"))
            checkpoint(engine, fresh)
        fresh.rename(layout.database)


@contextmanager
def reader(layout: Layout) -> Iterator[DuckEngine]:
    """A read-only connection under a shared lock; finishes a crashed writer's work first."""
    _check(layout)
    if layout.writable() and (unswept(layout) or journal_of(layout.database).exists()):
        with writer(layout):
            pass
    with locks.reading(layout), _open(layout, read_only=True) as engine:
        if not upgrade.is_older(engine):
            yield engine
            return
    with writer(layout):  # brings it to the form of today
        pass
    with locks.reading(layout), _open(layout, read_only=True) as engine:
        yield engine


@contextmanager
def writer(layout: Layout) -> Iterator[DuckEngine]:
    """A connection that may write, under the exclusive lock; at the end what it wrote goes into the database file."""
    _check(layout)
    with room(layout.root), locks.writing(layout):
        mend(layout.database)
        with _open(layout, read_only=False) as engine:
            if upgrade.is_older(engine):
                upgrade.upgrade(engine)
            recover(layout, engine)
            yield engine
            if not engine.closed:
                checkpoint(engine, layout.database)


def generation(engine: DuckEngine) -> int:
    """How many commits have changed the evidence of this case."""
    return int(engine.value("SELECT value FROM ev.meta WHERE key = 'generation'") or 0)


def raise_generation(engine: DuckEngine) -> int:
    """Count one more commit; to be called inside its transaction."""
    engine.run("UPDATE ev.meta SET value = value + 1 WHERE key = 'generation'")
    return generation(engine)


def touch(engine: DuckEngine, names: Iterable[str], at: int) -> None:
    """Note that tables changed in a generation; ``statement`` stands for all statements."""
    for name in sorted(set(names)):
        engine.run("DELETE FROM ev.meta WHERE key = ?", [f"changed:{name}"])
        engine.run("INSERT INTO ev.meta VALUES (?, ?)", [f"changed:{name}", at])


def changes(engine: DuckEngine) -> dict[str, int]:
    """The generation in which each table last changed."""
    found = engine.tuples("SELECT key[9:], value FROM ev.meta WHERE key LIKE 'changed:%'")
    return {str(name): int(at) for name, at in found}


def refuse_forgotten_since(engine: DuckEngine, at: int) -> None:
    """Raise CuibonoError when a source was forgotten after a generation: what rests on that must not be kept."""
    if engine.value("SELECT 1 FROM ev.forgotten WHERE generation > ? LIMIT 1", [at]):
        raise CuibonoError(
            "A source was forgotten while this was computed; nothing of it was kept.", try_="run it again"
        )


def _check(layout: Layout) -> None:
    if not layout.settings.is_file():
        raise NoCase(f"{layout.root} is not a case.", try_=f"cuibono new {layout.root}")
    if not layout.database.is_file():
        raise CaseDamaged(
            f"{layout.root} has a case.toml, but no evidence.duckdb.",
            try_="restore the folder from a backup, or start anew with: cuibono new FOLDER",
        )


def _scratch(layout: Layout) -> Path | None:
    if not layout.writable():
        return None
    layout.scratch.mkdir(parents=True, exist_ok=True)
    return layout.scratch


@contextmanager
def _open(layout: Layout, *, read_only: bool) -> Iterator[DuckEngine]:
    with DuckEngine(layout.database, read_only=read_only, scratch=_scratch(layout)) as engine, _sound(layout):
        found = upgrade.format_of(engine)
        if found != FORMAT and not upgrade.is_older(engine):
            raise CaseDamaged(
                f"{layout.root} was written by another version of cuibono (format {found}, this one reads {FORMAT}).",
                try_="install the version that wrote it, export, and add the export here",
            )
        yield engine


@contextmanager
def _sound(layout: Layout) -> Iterator[None]:
    """Say it when a file of the case cannot be read any more: bytes were changed, or the file is gone."""
    try:
        yield
    except SqlError as error:
        if not of_files(error):
            raise
        said = " ".join(str(error).split())
        raise CaseDamaged(
            f"A file of {layout.root} cannot be read any more: {said[:400]}",
            try_="cuibono verify says what is not as it was; restore the folder from a backup",
        ) from error
