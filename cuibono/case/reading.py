"""``read``: the texts of a case are read by an extractor, and what it finds becomes records and statements.

No lock is held while a text is read. Documents are committed in batches, each wholly or not at all, so that a run
can be stopped at any moment and goes on from there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, cast

from cuibono.case import correcting
from cuibono.case.tables import asserter
from cuibono.errors import CaseReadOnly, CuibonoError
from cuibono.model.counting import plural
from cuibono.model.record import Record
from cuibono.model.source import Source
from cuibono.store import config, corrections, database, readings
from cuibono.store.corrections import Correction
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.reading_batch import Batch, Read, commit
from cuibono.store.session import source_of
from cuibono.store.staging import stage

if TYPE_CHECKING:
    from cuibono.extract.contract import Extractor, Network

# A crash costs at most one batch: so many documents, so many records, so many seconds of reading.
_BATCH_DOCUMENTS, _BATCH_RECORDS, _BATCH_SECONDS = 50, 100_000, 15.0


@dataclass(slots=True)
class TextsRead:
    """What one run of reading did: with which extractor, how many documents and records, what it could not read."""

    extractor: str = ""
    documents: int = 0
    records: dict[str, int] = field(default_factory=dict)
    refused: list[tuple[str, CuibonoError]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left: int = 0

    def __str__(self) -> str:
        if not (self.documents or self.refused or self.notes):
            return "no text was waiting to be read"
        found = ", ".join(plural(n, kind) for kind, n in self.records.items() if n)
        parts = [f"{self.documents:,} read by {self.extractor}" + (f": {found}" if found else "")]
        parts += [f"{len(self.refused):,} could not be read"] if self.refused else []
        return ", ".join(parts)


def read(
    layout: Layout,
    ids: Sequence[str] | None = None,
    *,
    extractor: str | None = None,
    activate: bool = True,
    anew: bool = False,
    tell: Tell = silent,
) -> TextsRead:
    """Read documents that wait, or those named; ``anew`` takes in those that another extractor or version read.

    Raises CaseReadOnly, and what the registry of extractors raises; a text that cannot be read is in ``refused``.
    """
    with database.reader(layout) as engine:
        if ids is None and not anew and not readings.how_many_wait(engine):
            return TextsRead()  # no model is loaded
        wanted = readings.documents(engine, ids) if ids is not None else readings.waiting(engine)
    from cuibono.extract import registry

    if not layout.writable():
        raise CaseReadOnly(
            f"The case folder {layout.root} cannot be written to.", try_="copy it to a place of your own"
        )
    chosen = registry.named(extractor) if extractor else registry.default()
    if ids is None and anew:
        with database.reader(layout) as engine:
            wanted = readings.waiting(engine, extractor=chosen.name, version=chosen.version)
    with database.reader(layout) as engine:
        there = readings.alive(engine, [d.id for d in wanted], chosen.name, chosen.version)
    with stage(layout) as staged:
        run = _Run(layout, chosen, Batch(staged), activate=activate, tell=tell)
        outcome = run.take([d for d in wanted if d.id not in there])
    if activate:
        correcting.activate(layout, [i for i, active in there.items() if not active], chosen.name, chosen.version)
    if there:
        outcome.notes.append(f"{plural(len(there), 'text')} had been read by {outcome.extractor} already")
    return outcome


class _Run:
    """One call of ``read``: the extractor, the batch that is not yet committed, and the outcome."""

    def __init__(self, layout: Layout, extractor: "Extractor", batch: Batch, *, activate: bool, tell: Tell) -> None:
        self.layout, self.extractor, self.batch, self.activate, self.tell = layout, extractor, batch, activate, tell
        self.network = cast("Network", config.read_network(layout))
        self.outcome = TextsRead(f"{extractor.name}@{extractor.version}")
        self.counts: Counter[str] = Counter()
        self.pending: Counter[str] = Counter()
        self.committed = monotonic()

    def take(self, wanted: Sequence[readings.Document]) -> TextsRead:
        """Read all documents, committing in batches."""
        total, done = sum(d.size for d in wanted), 0
        try:
            for document in wanted:
                self.tell(f"reading the text of {document.name}", done, total)
                self._take_one(document)
                done += document.size
                if self._batch_is_full():
                    self._commit()
            self.tell("keeping what was read", total, total)
        finally:
            self._commit()  # what was read whole is kept, even when somebody stops the run
        self.outcome.records = {k: self.counts[k] for k in ("name", "claim", "tie", "event", "amount")}
        return self.outcome

    def _take_one(self, document: readings.Document) -> None:
        with database.reader(self.layout) as engine:
            rows = engine.rows("SELECT * FROM ev.source WHERE id = ?", [document.id])
            if not rows:
                return  # forgotten meanwhile
            text, passages, sha = readings.text_of(engine, document.id)
            earlier = readings.names_of(engine, document.id)
            number = readings.next_number(engine, document.id, self.extractor.name, self.extractor.version)
            decided = corrections.standing(engine, document.id) if self.activate else []
        try:
            read = self._read(source_of(rows[0]), text, passages, earlier, decided)
        except CuibonoError as error:
            self.outcome.refused.append((document.name, error))
            return
        self.outcome.notes += [f"{document.name}: {note}" for note in read.notes]
        self.batch.put(replace(read, text_sha256=sha, number=number))
        self.pending.update(r.kind for r in read.raw)

    def _read(
        self,
        source: Source,
        text: str,
        passages: list[tuple[int, int]],
        earlier: list[Record],
        decided: list[Correction],
    ) -> Read:
        from cuibono.extract import run
        from cuibono.extract.as_records import as_records, placed
        from cuibono.extract.correcting import correct
        from cuibono.extract.document import Document
        from cuibono.extract.map import statements
        from cuibono.extract.records import Span
        from cuibono.extract.turns_kind import kind_of

        found = run.with_extractor(
            Document(
                text,
                tuple(Span(*p) for p in passages),
                source.language,
                source.published,
                "transcript" if source.reader == "subtitles" else kind_of(text),
                source.title,
                source.outlet,
                source.author,
            ),
            self.extractor,
            allow=self.network,
        ).found
        records = placed(as_records(found, source.id, text, earlier), [start for start, _ in passages])
        done = correct(records, decided, text)
        said = statements(done.records, source=source.id, voice=asserter(source))
        name, version = self.extractor.name, self.extractor.version
        return Read(
            source.id, name, version, "", records, done.records, said, found.notes, done.unplaced, self.activate
        )

    def _batch_is_full(self) -> bool:
        large = len(self.batch.reads) >= _BATCH_DOCUMENTS or self.batch.records >= _BATCH_RECORDS
        return large or monotonic() - self.committed >= _BATCH_SECONDS

    def _commit(self) -> None:
        self.committed = monotonic()
        if not self.batch.reads:
            return
        self.outcome.documents += len(commit(self.layout, self.batch))
        self.counts.update(self.pending)
        self.pending.clear()
        self.batch.clear()
