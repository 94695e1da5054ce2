"""``correct``: a person says what a record should be; every decision has a name, a time and a way back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cuibono.case.tables import asserter
from cuibono.errors import BadSetting, CuibonoError, UnknownName
from cuibono.model.judgement import Judgement
from cuibono.model.record import RECORD_KINDS, Record, RecordKind
from cuibono.model.words import Verdict
from cuibono.store import catalog, corrections, database, judgements, readings, remaking
from cuibono.store.layout import Layout
from cuibono.store.reading_batch import Read
from cuibono.store.session import Session, open_session, source_of
from cuibono.store.staging import Stage, stage
from cuibono.store.views import Scope

Does = Callable[["Desk", Record], tuple[Verdict, dict[str, Any]]]
_HERE = "SELECT c.* FROM record AS c"


def listed(
    layout: Layout, source: str | None = None, kind: str | None = None, *, needs_person: bool = False
) -> list[Record]:
    """Records as they stand, in the order of the text; those of all sources when none is named."""
    if kind is not None and kind not in RECORD_KINDS:
        raise UnknownName.among("kind of record", kind, list(RECORD_KINDS))
    with open_session(layout) as session:
        where = ["true"]
        params: dict[str, Any] = {}
        if source is not None:
            where.append("c.source = $source")
            params["source"] = catalog.find_source(session.engine, source).id
        if kind is not None:
            where.append("c.kind = $kind")
            params["kind"] = kind
        if needs_person:
            where.append("json_extract_string(c.data, '$.needs_person') = 'true'")
        rows = session.engine.rows(
            f"{_HERE} WHERE {' AND '.join(where)} ORDER BY c.source, c.start_char, c.end_char, c.kind, c.id",
            params or None,
        )
    return [readings.record_of(r) for r in rows]


def correct(layout: Layout, record: str, does: Does, *, by: str, note: str) -> Judgement:
    """Decide about one record; ``does`` says what, once the record is at hand."""
    with stage(layout) as staged, database.writer(layout) as engine:
        session = Session(engine, layout, Scope(), _no_reopening)
        desk = Desk(session)
        found = desk.record(record)
        verdict, decided = does(desk, found)
        with engine.transaction():
            made = corrections.keep(engine, found, verdict, decided, by=by, note=note)
            remake(session, staged, found.source)
    return made


def add(
    layout: Layout,
    source: str,
    kind: str,
    quote: str,
    values: Mapping[str, Any],
    *,
    by: str,
    note: str,
    at: int | None = None,
) -> Judgement:
    """Write down a record that the extractor did not find; ``quote`` must stand in the text, from passage ``at`` on."""
    from cuibono.extract.ids import mint
    from cuibono.extract.record_fields import ASSUMED, NEEDED, parsed

    if kind not in RECORD_KINDS:
        raise UnknownName.among("kind of record", kind, list(RECORD_KINDS))
    with stage(layout) as staged, database.writer(layout) as engine:
        session = Session(engine, layout, Scope(), _no_reopening)
        desk, sha = Desk(session), catalog.find_source(engine, source).id
        if remaking.reading_of(engine, sha) is None:
            raise CuibonoError(f"{source} was not read yet.", try_=f"cuibono read {source}")
        text, passages, _ = readings.text_of(engine, sha)
        start, quote = _found(text, quote, passages[at - 1][0] if at and at <= len(passages) else 0)
        if start < 0:
            raise BadSetting(f"'{quote[:80]}' does not stand in {source}.", try_="give the words exactly as they stand")
        told = {"name": quote, **values} if kind == "name" else dict(values)
        lacking = [n for n in NEEDED.get(kind, ()) if n not in told]
        if lacking:
            raise BadSetting(f"A {kind} needs {' and '.join(lacking)}.", try_=f"--set {lacking[0]}=...")
        data = {**ASSUMED.get(kind, {}), **parsed(kind, told, lambda name: desk.name(sha, name).id)}
        passage = sum(first <= start for first, _ in passages) or 1
        key = mint(sha, "person", kind, start, start + len(quote), sorted(map(str, data.items())))
        found = Record(key, _kind(kind), start, start + len(quote), quote, data, sha, passage)
        does = {"does": "add", "data": data, "passage": passage, "refs": desk.refs(data)}
        with engine.transaction():
            made = corrections.keep(engine, found, "corrected", does, by=by, note=note)
            remake(session, staged, sha)
    return made


def _found(text: str, quote: str, begin: int) -> tuple[int, str]:
    """Where words stand in a text, from a place on or else anywhere, and how; a line break is a space."""
    words = re.compile(r"\s+".join(map(re.escape, quote.split())))
    found = (words.search(text, begin) or words.search(text)) if quote.strip() else None
    return (found.start(), found.group()) if found else (-1, quote)


def one_of(
    values: Mapping[str, Any] | None, confirm: bool, dismiss: bool, other: str | None, mentions: Sequence[str] | None
) -> Does:
    """The one thing that a person decides; a new name may go with a split."""
    asked = [w for w, a in (("merge", other), ("split", mentions), ("confirm", confirm), ("dismiss", dismiss)) if a]
    if values and not (mentions and set(values) == {"name"}):
        asked.append("set")
    if len(asked) != 1:
        raise BadSetting(
            "A correction decides one thing about a record: set, confirm, dismiss, merge or split.",
            try_="cuibono correct --help",
        )
    if other is not None:
        return merge(other)
    if mentions:
        return split(mentions, (values or {}).get("name"))
    return edit(values) if values else decide("confirmed" if confirm else "dismissed")


def kept(layout: Layout, source: str | None, *, unplaced: bool) -> list[corrections.Correction]:
    """The corrections that stand; only those without a place when asked for."""
    with database.reader(layout) as engine:
        ids = [catalog.find_source(engine, source).id] if source is not None else None
        if unplaced:
            return [replace(c, why=why) for c, why in corrections.unplaced(engine, ids[0] if ids else None)]
        if ids is None:
            ids = [i for (i,) in engine.tuples("SELECT id FROM ev.source ORDER BY gen_in, name, id")]
        return [c for i in ids for c in corrections.standing(engine, i)]


def undo(layout: Layout, seq: int | None = None) -> Judgement | None:
    """Take back a judgement, the newest unless one is named; what it changed in a text is as it was before."""
    with stage(layout) as staged, database.writer(layout) as engine:
        session = Session(engine, layout, Scope(), _no_reopening)
        with engine.transaction():
            taken = judgements.undo(engine, seq)
            source = corrections.source_of(engine, taken.seq) if taken else None
            if source is not None:
                remake(session, staged, source)
    return taken


def activate(layout: Layout, sources: Sequence[str], extractor: str, version: str) -> None:
    """Let lenses see another reading of these sources, with every correction placed again in it."""
    with stage(layout) as staged, database.writer(layout) as engine:
        session = Session(engine, layout, Scope(), _no_reopening)
        for source in sources:
            with engine.transaction():
                remake(session, staged, source, reading=(extractor, version))


def remake(session: Session, staged: Stage, source: str, *, reading: tuple[str, str] | None = None) -> None:
    """Put the corrections that stand to the reading that is active (or becomes so), and let the source say that."""
    from cuibono.extract.correcting import correct as put
    from cuibono.extract.map import statements

    engine = session.engine
    chosen = remaking.reading_of(engine, source, reading)
    if chosen is None:
        return
    extractor, version, number = chosen
    text, _, sha = readings.text_of(engine, source)
    read = Read(source, extractor, version, sha, (), (), (), number=number)
    raw = remaking.raw_of(engine, source, read.reading)
    done = put(raw, corrections.standing(engine, source), text)
    (row,) = engine.rows("SELECT * FROM ev.source WHERE id = ?", [source])
    said = statements(done.records, source=source, voice=asserter(source_of(row)))
    made = replace(read, raw=raw, kept=done.records, said=said, unplaced=done.unplaced)
    remaking.remake(engine, session.layout, staged, made)


class Desk:
    """Records at hand by their ids, and names by their words, while a person decides about one."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def record(self, wanted: str, kind: str | None = None) -> Record:
        """A record of an active reading by its id or the beginning of it."""
        rows = self.session.engine.rows(
            f"{_HERE} WHERE (c.id = $id OR (length($id) >= 4 AND starts_with(c.id, $id))) "
            "AND ($kind IS NULL OR c.kind = $kind) ORDER BY c.id = $id DESC, c.id LIMIT 9",
            {"id": wanted, "kind": kind},
        )
        exact = [r for r in rows if r["id"] == wanted]
        found = exact or rows
        if len(found) == 1:
            return readings.record_of(found[0])
        what = kind or "record"
        if found:
            ids = ", ".join(str(r["id"]) for r in found[:5])
            raise UnknownName(f"Several {what}s begin with '{wanted}'.", try_=f"one of: {ids}")
        raise UnknownName(f"There is no {what} '{wanted}'.", try_="cuibono records SOURCE lists them with their ids")

    def name(self, source: str, wanted: str) -> Record:
        """A name of a source: by its id, or by its words where only one is called so."""
        rows = self.session.engine.rows(
            f"{_HERE} WHERE c.source = $source AND c.kind = 'name' AND (c.id = $name OR "
            "lower(json_extract_string(c.data, '$.name')) = lower($name)) ORDER BY c.start_char",
            {"source": source, "name": wanted},
        )
        if len(rows) == 1:
            return readings.record_of(rows[0])
        if rows:
            ids = ", ".join(str(r["id"]) for r in rows[:5])
            raise UnknownName(f"{len(rows)} names of this source are '{wanted}'.", try_=f"name one by its id: {ids}")
        found = self.record(wanted, "name") if len(wanted) >= 4 and " " not in wanted else None
        if found is None or found.source != source:
            raise UnknownName(
                f"The source has no name '{wanted}'.", try_="cuibono records SOURCE --kind name lists them"
            )
        return found

    def refs(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The anchors of all names that some values refer to."""
        ids = {v for value in data.values() for v in (value if isinstance(value, list) else [value])}
        rows = self.session.engine.rows(
            f"{_HERE} WHERE c.kind = 'name' AND c.id IN (SELECT unnest($ids))",
            {"ids": sorted(i for i in ids if isinstance(i, str))},
        )
        return {str(r["id"]): corrections.anchor_of(readings.record_of(r)) for r in rows}


def edit(values: Mapping[str, Any]) -> Does:
    """Change fields of a record."""
    from cuibono.extract.record_fields import parsed

    def does(desk: Desk, record: Record) -> tuple[Verdict, dict[str, Any]]:
        changes = parsed(record.kind, values, lambda name: desk.name(record.source, name).id)
        return "corrected", {"does": "edit", "set": changes, "refs": desk.refs(changes)}

    return does


def decide(verdict: Verdict) -> Does:
    """Confirm or dismiss a record."""

    def does(_desk: Desk, _record: Record) -> tuple[Verdict, dict[str, Any]]:
        return verdict, {"does": "confirm" if verdict == "confirmed" else "dismiss"}

    return does


def merge(other: str) -> Does:
    """Two names of a text are the same one's."""

    def does(desk: Desk, record: Record) -> tuple[Verdict, dict[str, Any]]:
        gone = desk.name(_a_name(record).source, other)
        if gone.id == record.id:
            raise BadSetting("A name cannot be merged with itself.", try_="name another one")
        return "corrected", {"does": "merge", "other": gone.id, "refs": {gone.id: corrections.anchor_of(gone)}}

    return does


def split(mentions: Sequence[str], name: str | None) -> Does:
    """Some mentions of a name are somebody else's."""

    def does(desk: Desk, record: Record) -> tuple[Verdict, dict[str, Any]]:
        found = [desk.record(m, "mention") for m in mentions]
        strange = [m for m in found if m.data.get("name") != _a_name(record).id]
        if strange:
            raise BadSetting(
                f"'{strange[0].quote}' ({strange[0].id}) is no mention of {record.data['name']}.",
                try_="cuibono records SOURCE --kind mention",
            )
        all_ = desk.session.engine.value(
            "SELECT count(*) FROM record AS c WHERE c.kind = 'mention' AND c.source = $source AND "
            "json_extract_string(c.data, '$.name') = $name",
            {"source": record.source, "name": record.id},
        )
        if len({m.id for m in found}) >= all_:
            raise BadSetting("At least one mention must stay with the name.", try_="edit the name instead: --set name=")
        parted = [{"id": m.id, "anchor": corrections.anchor_of(m)} for m in found]
        return "corrected", {"does": "split", "mentions": parted, "name": name}

    return does


def _a_name(record: Record) -> Record:
    if record.kind != "name":
        raise BadSetting(f"{record.id} is a {record.kind}; only names can be merged or split.")
    return record


def _kind(kind: str) -> RecordKind:
    return next(k for k in RECORD_KINDS if k == kind)


def _no_reopening() -> Any:
    raise CuibonoError("The case is being changed; its evidence cannot be opened now.")
