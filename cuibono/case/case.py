"""The Case: add, look, judge, cite, search, query, export, verify, forget."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cuibono.case import adding, checking, comparing, correcting, filling, looking, protecting, reading, second_readings
from cuibono.case.comparing import Comparison
from cuibono.case.looking import Look
from cuibono.case.reading import TextsRead
from cuibono.case.second_readings import TextReading
from cuibono.case.told import Added, Told
from cuibono.case.uploading import Upload, UploadLimits
from cuibono.errors import NoCase, UnknownName
from cuibono.model.draft import Draft
from cuibono.model.finding import Finding
from cuibono.model.judgement import Judgement
from cuibono.model.passage import Passage
from cuibono.model.record import Record
from cuibono.model.source import Source
from cuibono.model.stress import UNIT_KINDS
from cuibono.model.words import Verdict
from cuibono.store import catalog, config, database, drafts, findings, forget, judgements, query, search, stresses
from cuibono.store.catalog import Status
from cuibono.store.corrections import Correction
from cuibono.store.fills import Fill
from cuibono.store.forget import Forgotten
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.query import ROWS, SECONDS, Result
from cuibono.store.room import room
from cuibono.store.search import Hit
from cuibono.store.session import open_session
from cuibono.store.verify import Verified

if TYPE_CHECKING:
    from cuibono.model.docket import DocketLine, DocketRow
    from cuibono.model.proposal import Proposals
    from cuibono.model.stress import Stress, Stressed, UnitKind
    from cuibono.reports.formats import Written


def open_case(folder: str | Path, *, title: str | None = None, make: bool = True) -> "Case":
    """Open a case folder, making it if it is missing.

    With ``make=False`` a folder that is no case raises NoCase.
    """
    layout = Layout(Path(folder).expanduser().absolute())
    if not layout.settings.is_file():
        if not make:
            raise NoCase(f"{layout.root} is not a case.", try_=f"cuibono new {folder}")
        with room(layout.root):
            database.create(layout)
            config.write_settings(layout, title or layout.root.name)
    return Case(layout)


class Case:
    """A folder with its sources, its evidence and its findings; holds nothing open between calls."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def __repr__(self) -> str:
        return f"Case({str(self.layout.root)!r})"

    @property
    def title(self) -> str:
        """The title, as it stands in ``case.toml``."""
        return config.read_title(self.layout)

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        as_table: str | None = None,
        mapping: str | Path | None = None,
        protect: bool = False,
        origin: str | None = None,
        outlet: str | None = None,
        author: str | None = None,
        published: str | None = None,
        language: str | None = None,
        simulated: bool = False,
        read: bool = True,
        tell: Tell = silent,
    ) -> Added:
        """Read files, folders or patterns into the case; see Added for what came of it.

        Texts that wait to be read for names, claims and ties are read then, unless ``read`` is False.

        ``as_table`` names the lens table that rows become, ``mapping`` a file that says which column is which.
        ``simulated`` says that what they tell is invented: status, findings, reports and exports say so from then on.
        Adding the same bytes twice changes nothing. Files that cannot be read are in ``Added.refused``; a single
        file that cannot be read is raised as its error.
        """
        listed = [paths] if isinstance(paths, str | Path) else list(paths)
        where = Path(mapping) if mapping else None
        told = Told(as_table, where, protect, origin, outlet, author, published, language, simulated)
        added = adding.add(self.layout, listed, told, tell=tell)
        if len(added.refused) == 1 and not (added.sources or added.known or added.rows):
            raise added.refused[0][1]
        if read and self.layout.writable():
            added.texts = reading.read(self.layout, tell=tell)
        return added

    def read(
        self,
        sources: str | Iterable[str] | None = None,
        *,
        extractor: str | None = None,
        activate: bool = True,
        tell: Tell = silent,
    ) -> TextsRead:
        """Read texts for names, claims, ties, events and amounts: all that wait, or the sources named.

        Another ``extractor`` makes a second reading of a source; with ``activate=False`` lenses go on seeing the first.
        """
        listed = [sources] if isinstance(sources, str) else sources
        ids = None if listed is None else [self.source(name).id for name in listed]
        return reading.read(self.layout, ids, extractor=extractor, activate=activate, anew=True, tell=tell)

    def readings(self, source: str) -> list[TextReading]:
        """The readings of a source's text, the active one first, each with how it differs from that."""
        return second_readings.text_readings(self.layout, source)

    def records(
        self, source: str | None = None, *, kind: str | None = None, needs_person: bool = False
    ) -> list[Record]:
        """What was found in a source, or in all: names, mentions, claims, ties, events, amounts, turns, references."""
        return correcting.listed(self.layout, source, kind, needs_person=needs_person)

    def correct(
        self,
        record: str,
        *,
        by: str,
        set: Mapping[str, Any] | None = None,  # noqa: A002 - the word of the command line
        confirm: bool = False,
        dismiss: bool = False,
        merge: str | None = None,
        split: Sequence[str] | None = None,
        note: str = "",
    ) -> Judgement:
        """Decide one thing about a record: change fields, confirm, dismiss, merge two names, split one.

        Who decides must be named. It can be undone, and is placed again when the text is read anew.
        """
        return correcting.correct(
            self.layout, record, correcting.one_of(set, confirm, dismiss, merge, split), by=by, note=note
        )

    def add_record(self, source: str, kind: str, quote: str, *, by: str, note: str = "", **fields: Any) -> Judgement:
        """Write down what the extractor missed: a record of that kind at these words of the source."""
        return correcting.add(self.layout, source, kind, quote, fields, by=by, note=note)

    def corrections(self, source: str | None = None, *, unplaced: bool = False) -> list[Correction]:
        """Corrections that stand, of one source or all; ``unplaced``: those that found no place in a new reading."""
        return correcting.kept(self.layout, source, unplaced=unplaced)

    def sources(self) -> list[Source]:
        """All sources, in the order in which they came in."""
        with open_session(self.layout) as session:
            return session.sources()

    def source(self, name: str) -> Source:
        """A source by name or by the beginning of its hash."""
        with database.reader(self.layout) as engine:
            return catalog.find_source(engine, name)

    def passages(self, name: str, *, first: int = 20, skip: int = 0) -> list[Passage]:
        """The passages of a source, in order."""
        sha = self.source(name).id
        with open_session(self.layout) as session:
            return session.passages([(sha, n) for n in range(skip + 1, skip + first + 1)])

    def status(self) -> Status:
        """The case in numbers."""
        with open_session(self.layout) as session:
            return catalog.status(session, self.title)

    def look(self, lens: str, *, tell: Tell = silent, **settings: Any) -> Look:
        """Put a lens to the case and keep what it finds; ``.notices`` says what it could not answer."""
        return looking.look(self.layout, lens, settings, tell=tell)

    def fill(self, table: str, lens: str, **settings: Any) -> Fill:
        """Fill a table by a lens for the others (``same_owner`` by ``control.owners``), in place of an earlier fill."""
        return filling.fill(self.layout, lens, table, settings)

    def unfill(self, table: str) -> bool:
        """Take back what a lens filled; whether there was anything."""
        return filling.unfill(self.layout, table)

    def docket(self, *, run: bool = True, tell: Tell = silent) -> "list[DocketRow]":
        """Every claim with who says so, how it can be tested, and what the test came to; see DocketRow.

        Claims are tested against what is recorded, never against other claims, and what came of it is kept. With
        ``run=False`` nothing is tested: the kept outcomes are told, and whether they are stale.
        """
        from cuibono.case.docket import docket  # the measures of lenses are loaded only by those who test

        return docket.docket(self.layout, run=run, tell=tell)

    def claim(self, claim: str) -> "DocketLine":
        """One row of the docket with all its passages and the kept outcome.

        By its id, the beginning of that, or the number that the list prints.
        """
        from cuibono.case.docket import docket

        return docket.line(self.layout, claim)

    def stress(
        self,
        *,
        by: "UnitKind | Literal['all']" = "all",
        finding: str | None = None,
        tell: Tell = silent,
    ) -> "Stress":
        """Leave out one source, outlet or speaker at a time: which findings and outcomes fall, weaken or stand.

        What came of it is kept, unless only one ``finding`` (or claim of the docket) is asked for. It can be stopped at
        any moment, and goes on from there.
        """
        from cuibono.case import stress

        kinds = UNIT_KINDS if by == "all" else (by,)
        return stress.stress(self.layout, kinds=kinds, target=finding, tell=tell)

    def stressed(self) -> "list[Stressed]":
        """What is kept of the last stress of each finding and claim, and whether it is stale."""
        with database.reader(self.layout) as engine:
            return stresses.kept(engine, public=False)

    def fitting(self) -> list[str]:
        """Lenses whose tables the case has."""
        return looking.fitting(self.layout)

    def runs(self) -> list[tuple[str, dict[str, Any]]]:
        """Lens and settings of every kept run."""
        return looking.runs(self.layout)

    def findings(self, lens: str | None = None) -> list[Finding]:
        """The kept findings, each fresh, stale or fallen."""
        with open_session(self.layout) as session:
            kept = findings.kept(session)
        return [f for f in kept if lens is None or f.lens == lens]

    def finding(self, finding: str) -> Finding:
        """One kept finding by its id or the beginning of it."""
        kept = self.findings()
        found = [f for f in kept if f.id == finding] or [f for f in kept if f.id.startswith(finding)]
        if len(found) != 1:
            raise UnknownName.among("finding", finding, [f.id for f in kept], try_="cuibono findings")
        return found[0]

    def compare(self, lens: str | None = None) -> list[Comparison]:
        """What changed between the last two runs of each lens with the same settings."""
        return comparing.compare(self.layout, lens)

    def cite(self, finding: str, *, first: int = 20, skip: int = 0) -> list[Passage]:
        """The passages that a finding rests on; of a claim of the docket, those that its outcome rests on."""
        try:
            return self.finding(finding).evidence.first(first, skip=skip)
        except UnknownName as unknown:
            try:
                return list(self.claim(finding).rests_on[skip : skip + first])
            except UnknownName:
                raise unknown from None

    def judge(self, target: str, verdict: Verdict, *, by: str, note: str = "") -> Judgement:
        """Confirm or dismiss a finding; who decides must be named, and it can be undone."""
        found = self.finding(target)
        if verdict not in ("confirmed", "dismissed", "unsure"):
            raise UnknownName.among("verdict", verdict, ["confirmed", "dismissed", "unsure"])
        with database.writer(self.layout) as engine, engine.transaction():
            return judgements.judge(engine, found.id, verdict, by=by, note=note, anchor=found.says)

    def match(
        self, *, limit: int | None = 50, least: float | None = None, entity: str | None = None, tell: Tell = silent
    ) -> "Proposals":
        """Pairs of entities that may be the same, best first, each with what speaks for and against it.

        Nothing is merged by it: a person decides, with ``judge_pair``. ``least`` is the lowest score, in bits,
        ``entity`` an id or a name of which the pairs are wanted.
        """
        from cuibono.case import matching  # numpy and rapidfuzz are loaded only by those who match

        return matching.match(self.layout, limit=limit, least=least, entity=entity, tell=tell)

    def judge_pair(self, left: str, right: str, verdict: Verdict, *, by: str, note: str = "") -> Judgement:
        """Decide that two entities are "same", "different" or "unsure"; who decides must be named; it can be undone.

        Entities are named by id or by a name that only one has. The views of the case follow at once.
        """
        from cuibono.case import matching

        return matching.judge_pair(self.layout, left, right, verdict, by=by, note=note)

    def protect(self, name: str, *, by: str, note: str = "") -> Judgement | None:
        """Keep a source, and what was taken out of it, out of every export from now on; None when that is so already.

        Who decides must be named, and it can be undone.
        """
        return protecting.protect(self.layout, name, by=by, note=note)

    def unprotect(self, name: str, *, by: str, note: str = "") -> Judgement | None:
        """Let a source be exported again; None when it is not protected. It can be undone."""
        return protecting.unprotect(self.layout, name, by=by, note=note)

    def upload(self, limits: UploadLimits = UploadLimits()) -> Upload:  # noqa: B008 - a frozen value
        """Take in files piece by piece, as a browser sends them; nothing is a source before ``Upload.add``."""
        return Upload(self.layout, limits)

    def undo(self, seq: int | None = None) -> Judgement | None:
        """Take back the newest judgement, or the one of that number; None when there is none left."""
        return correcting.undo(self.layout, seq)

    def judgements(self) -> list[Judgement]:
        """Every judgement, the undone ones too."""
        with database.reader(self.layout) as engine:
            return judgements.standing(engine)

    def search(self, text: str, *, limit: int = 20, skip: int = 0) -> list[Hit]:
        """Passages and rows that hold all the words; "quoted words" stand together, ``*`` ends a prefix."""
        return search.search(self.layout, text, limit=limit, skip=skip)

    def query(self, sql: str, *, limit: int = ROWS, seconds: float = SECONDS) -> Result:
        """Run exactly one SELECT over the case's tables, read-only."""
        return query.query(self.layout, sql, limit=limit, seconds=seconds)

    def draft(self) -> Draft:
        """The report that a person puts together; empty when nobody has begun one."""
        return drafts.read(self.layout) or Draft()

    def keep_draft(self, draft: Draft) -> None:
        """Keep the draft of a report; ``undo_draft`` brings back the one before."""
        drafts.write(self.layout, draft)

    def undo_draft(self) -> Draft | None:
        """Take back the last change of the draft; None when there is none."""
        return drafts.undo(self.layout)

    def export(
        self,
        path: str | Path,
        *,
        format: str | None = None,  # noqa: A002 - the word users know
        draft: bool = False,
    ) -> "Written":
        """Write a report or data file; the suffix says which kind. Nothing protected is in it.

        With ``draft`` it is the report that a person put together, not one of everything.
        """
        from cuibono.case import exporting  # reports are loaded only by those who write one

        return exporting.export(self.layout, Path(path).expanduser(), format=format, draft=draft)

    def would_forget(self, name: str) -> Forgotten:
        """What would go, and which findings would fall, if a source were forgotten."""
        return forget.preview(self.layout, [self.source(name).id])

    def forget(self, name: str) -> Forgotten:
        """Remove a source and everything that came from it; says which findings fell."""
        return forget.forget(self.layout, [self.source(name).id])

    def verify(self, *, tell: Tell = silent) -> Verified:
        """Check that bytes, passages, statements and findings are as they were."""
        return checking.verify(self.layout, tell=tell)
