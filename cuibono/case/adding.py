"""``add``: files are hashed, read, staged and committed; each is in or out, never half.

The bytes are copied first and everything is read from the copy, so that what is kept is what was read.
"""

import hashlib
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

from cuibono.case.files import Found, expand
from cuibono.case.tables import TableLoader
from cuibono.case.told import SAID, Added, Told, described
from cuibono.engine import DuckEngine
from cuibono.errors import CaseReadOnly, CuibonoError, DiskFull, NotAllowed, UnreadableSource, UnsafeInput
from cuibono.model.source import Source
from cuibono.model.table import spec
from cuibono.readers import registry
from cuibono.readers.contract import Input, Limits, Member, Piece, Reading
from cuibono.store import catalog, database, intake, reading_batch
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.room import refused
from cuibono.store.session import source_of
from cuibono.store.staging import Stage, stage
from cuibono.store.unit import Mark, Unit

DEFAULT_LIMITS = Limits()
_HEAD = 64 << 10
# A crash costs at most one batch: so many files, so many bytes, so many seconds of reading.
_BATCH_UNITS, _BATCH_BYTES, _BATCH_SECONDS = 200, 64 << 20, 10.0


def add(
    layout: Layout, paths: Iterable[str | Path], told: Told, *, tell: Tell = silent, limits: Limits = DEFAULT_LIMITS
) -> Added:
    """Read files into the case; raises only when nothing can go on (disk full, read-only folder).

    A file that cannot be read is listed in ``refused`` with the reason, and the others go on.
    """
    if not layout.writable():
        raise CaseReadOnly(
            f"The case folder {layout.root} cannot be written to.",
            try_="copy the folder to a place of your own, or ask for write access",
        )
    files = _listed(layout, paths, told)
    with stage(layout) as staged:
        return _Run(layout, staged, told, limits, tell).take(files)


def _listed(layout: Layout, paths: Iterable[str | Path], told: Told) -> list[Found]:
    """The files meant; a source of the case goes by its name, too, when it is to be loaded as a table."""
    if told.as_table is None and told.mapping is None:
        return expand(paths, away_from=layout.root.resolve())
    with database.reader(layout) as engine:
        rows = engine.rows("SELECT * FROM ev.source")
    kept = {s.name: Found(layout.source_file(s.id), s.name, s.size) for s in map(source_of, rows)}
    listed = list(paths)
    here = [kept[str(p)] for p in listed if str(p) in kept and not Path(p).exists()]
    rest = [p for p in listed if str(p) not in kept or Path(p).exists()]
    return [*here, *expand(rest, away_from=layout.root.resolve())]


class _Run:
    """One call of ``add``: the sources known, the batch that is not yet committed, and the outcome."""

    def __init__(self, layout: Layout, staged: Stage, told: Told, limits: Limits, tell: Tell) -> None:
        self.layout, self.stage, self.told, self.limits, self.tell = layout, staged, told, limits, tell
        self.loader = TableLoader(staged.work / "engine", told.as_table, told.mapping)
        _refuse_real(self.loader.table, simulated=told.simulated)
        self.added = Added()
        self.batch: list[Unit] = []
        self.here: dict[str, str] = {}  # files whose bytes the case had before: name and hash
        self.overtaken: list[Source] = []  # brought in by another writer while we read them
        self.committed = monotonic()
        self.numbers = itertools.count(1)
        with database.reader(layout) as engine:
            self.known = {s.id: s for s in map(source_of, engine.rows("SELECT * FROM ev.source"))}
            self.loaded = set(
                engine.tuples(
                    "SELECT table_name, source FROM ev.bulk WHERE gen_out IS NULL "
                    "UNION SELECT DISTINCT 'statement', source FROM ev.evidence WHERE reading = 'table'"
                )
            )

    def take(self, files: list[Found]) -> Added:
        """Read all files, committing in batches."""
        total, done = sum(f.size for f in files), 0
        try:
            for found in files:
                self.tell(f"reading {found.name}", done, total)
                self._take_one(found)
                done += found.size
                if self._batch_is_full():
                    self._commit()
            self.tell("keeping", total, total)
            self._commit()
        except KeyboardInterrupt:
            self._commit()  # what was read whole is kept; the same command goes on from there
            raise
        except OSError as error:
            raise refused(error, self.layout.root) from error
        finally:
            self.loader.close()
        self._note()
        return self.added

    def _take_one(self, found: Found) -> None:
        unit = Unit(self.stage, found.name, next(self.numbers))
        try:
            self._read(unit, found)
        except CuibonoError as error:
            self._give_up(unit, Mark())
            unit.drop()
            if isinstance(error, DiskFull):
                raise
            self.added.refused.append((found.name, error))
            return
        except OSError:
            raise
        except Exception as error:  # a fault of a reader, a plug-in's perhaps: the file is out, the others go on
            self._give_up(unit, Mark())
            unit.drop()
            what = f"{found.name}: reading it failed ({type(error).__name__}: {error})."
            self.added.refused.append((found.name, UnreadableSource(what, try_="report this to the reader's authors")))
            return
        if unit.sources or unit.bulks or unit.entities:
            self.batch.append(unit)

    def _read(self, unit: Unit, found: Found) -> None:
        if found.fault:
            raise found.fault
        copy, sha = _copy(found, self.stage.work / f"incoming-{unit.number}")
        try:
            known = self.known.get(sha)
            if known is not None:
                self.here[found.name] = sha
            if known is not None and not self.loader.wanted(sha, self.loaded):
                self.added.known.append(known)
                return
            self._source(unit, Member(copy, found.name), sha, parent=None, depth=0)
        finally:
            copy.unlink(missing_ok=True)

    def _source(self, unit: Unit, member: Member, sha: str, *, parent: str | None, depth: int) -> None:
        work = self.stage.work / f"reading-{unit.number}-{sha[:16]}"
        work.mkdir()
        item = Input(member.path, member.name, _head(member.path), work, self.limits, member.media_type)
        reader, reading = registry.read(item)
        pieces, sample = _sampled(reading.pieces)
        source = described(self.told, member, sha, reader, reading, parent=parent, sample=sample)
        fresh = sha not in self.known
        if fresh:
            unit.keep(source, member.path, reader.version)
            self.known[sha] = source
            unit.write_passages(sha, f"{reader.name}@{reader.version}", pieces)
        self.added.notes += [f"{source.name}: {note}" for note in reading.notes]
        self.added.notes += self.loader.load(unit, source, reading, fresh=fresh)
        self._members(unit, reading, sha, depth)

    def _members(self, unit: Unit, reading: Reading, parent: str, depth: int) -> None:
        for member in reading.members:
            sha = intake.sha256_of(member.path)
            if sha in self.known:
                continue
            name = f"{unit.name}/{member.name}" if depth == 0 else member.name
            mark = unit.mark()
            try:
                self._member(unit, replace(member, name=name), sha, parent, depth + 1)
            except DiskFull:
                raise
            except CuibonoError as error:
                self._give_up(unit, mark)
                self.added.refused.append((name, error))
            if unit.size > self.limits.expanded:
                raise UnsafeInput(
                    f"{unit.name}: unpacks to more than {self.limits.expanded >> 20:,} MB.",
                    try_="unpack it by hand and add what you need",
                )

    def _member(self, unit: Unit, member: Member, sha: str, parent: str, depth: int) -> None:
        if depth > self.limits.depth:
            raise UnsafeInput(
                f"{member.name}: more than {self.limits.depth} containers inside each other.",
                try_="unpack it by hand and add what you need",
            )
        self._source(unit, member, sha, parent=parent, depth=depth)

    def _give_up(self, unit: Unit, mark: Mark) -> None:
        for source, _ in unit.sources[mark.sources :]:
            self.known.pop(source.id, None)
        unit.rewind(mark)

    def _batch_is_full(self) -> bool:
        large = len(self.batch) >= _BATCH_UNITS or sum(u.size for u in self.batch) >= _BATCH_BYTES
        return large or monotonic() - self.committed >= _BATCH_SECONDS

    def _commit(self) -> None:
        self.committed = monotonic()
        if not self.batch:
            return
        fresh = intake.commit(self.layout, self.stage, self.batch)
        for unit in self.batch:
            self.added.sources += [s for s, _ in unit.sources if s.id in fresh]
            self.overtaken += [s for s, _ in unit.sources if s.id not in fresh]
            self.added.passages += sum(r["passages"] for r in unit.readings if r["source"] in fresh)
            self.added.rows += sum(b.rows for b in unit.bulks)
        self.batch = []

    def _note(self) -> None:
        names = [s.name for s in self.added.sources]
        hidden = [s.id for s in self.added.known if not s.protected] if self.told.protect else []
        hidden += [s.id for s in self.overtaken if self.told.protect]
        self.added.known += [s for s in self.overtaken if s.parent is None]
        unread = [(n, e.what) for n, e in self.added.refused if n not in self.here]
        told = {k: v for k in SAID if (v := getattr(self.told, k)) is not None}
        again = bool(told) or self.told.simulated
        if not (unread or names or hidden or (again and (self.here or self.overtaken))):
            return
        with database.writer(self.layout) as engine, engine.transaction():
            catalog.note_refused(engine, unread, names, protected=self.told.protect)
            failed = {n for n, _ in self.added.refused}
            ids = [*(i for n, i in self.here.items() if n not in failed), *(s.id for s in self.overtaken)]
            self.added.notes += self._tell_again(engine, ids, told) if told else []
            marked = catalog.mark_simulated(engine, ids) if self.told.simulated else []
            self.added.notes += [f"{name}: marked as simulated from now on" for name in marked]
            if hidden:
                every = catalog.protect(engine, hidden)
                self.added.notes.append(f"{len(every)} sources that were here already are protected from now on")

    def _tell_again(self, engine: DuckEngine, ids: list[str], told: dict[str, str]) -> list[str]:
        """What is told anew of sources that are here; texts among them wait to be read with it."""
        notes: list[str] = []
        for sha in ids:
            changed = catalog.tell_again(engine, [sha], told)
            if changed and told.keys() != {"origin"}:
                reading_batch.end(engine, [sha])
            notes += changed
        return notes


def _copy(found: Found, target: Path) -> tuple[Path, str]:
    digest = hashlib.sha256()
    try:
        origin = found.path.open("rb")
    except OSError as error:
        raise UnreadableSource(f"{found.name}: {error.strerror}.", try_="check that you may read the file") from error
    with origin, target.open("wb") as copy:
        while chunk := origin.read(1 << 20):
            digest.update(chunk)
            copy.write(chunk)
    return target, digest.hexdigest()


def _head(path: Path) -> bytes:
    with path.open("rb") as handle:
        return handle.read(_HEAD)


def _sampled(pieces: Iterable[Piece]) -> tuple[Iterator[Piece], str]:
    """The pieces untouched, and the first few thousand characters of them."""
    rest = iter(pieces)
    first, size = [], 0
    for piece in rest:
        first.append(piece)
        size += len(piece.text)
        if size > 5000:
            break
    return itertools.chain(first, rest), " ".join(p.text for p in first)[:5000]


def _refuse_real(table: str | None, *, simulated: bool) -> None:
    """Raises NotAllowed for a table that can only be of invented people, when nobody says that they are."""
    if table is not None and spec(table).invented and not simulated:
        raise NotAllowed(
            f"The table {table} is of invented people; rows of real ones are not taken.",
            try_="add what cuibono simulate city wrote, with --simulated",
        )
