"""Looking for words in a case as they are typed: entities, passages, claims and findings, with the words marked."""

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from cuibono.model.finding import Finding
from cuibono.model.schemata import schema
from cuibono.model.source import Source
from cuibono.store import findings as kept_findings
from cuibono.store import name_index, search
from cuibono.store.layout import Layout
from cuibono.store.name_index import CalledSo, SaidSo
from cuibono.store.progress import Tell, silent
from cuibono.store.search import Hit
from cuibono.store.session import Session, open_session
from cuibono.store.text_index import CJK

KINDS = ("entities", "passages", "claims", "findings")
#: A word of letters is taken for the beginning of one from so many letters on; before that it must be whole.
_PREFIX = 3
#: So many characters stand around the first word that is marked.
_AROUND = 110
_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(f"[{CJK}]")
Marked = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the words, and what narrows it down. Dates are those of the source, as EDTF begins."""

    text: str
    outlet: str = ""
    since: str = ""
    until: str = ""
    speaker: str = ""
    protected: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether only some sources are looked into."""
        return bool(self.outlet or self.since or self.until or self.protected)


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An entity with the name that fits; ``protected`` says that only protected sources name it so.

    ``where`` is the source, where it is but one: it tells apart those who bear the same name.
    """

    id: str
    name: Marked
    plain: str
    kind: str
    sources: int
    places: int
    where: str = ""
    protected: bool = False


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with the words around the first that fits."""

    hit: Hit
    words: Marked


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim with its source."""

    said: SaidSo
    source: Source
    words: Marked


@dataclass(frozen=True, slots=True)
class Index:
    """The dictionary of a case, open for a few questions."""

    layout: Layout
    session: Session
    names: sqlite3.Connection


@contextmanager
def opened(layout: Layout) -> Iterator[Index]:
    """The dictionary as the case is now."""
    with open_session(layout) as session, name_index.opened(layout, session) as index:
        yield Index(layout, session, index)


def entities(at: Index, wanted: Wanted, *, limit: int = 20, skip: int = 0) -> tuple[list[FoundEntity], bool]:
    """Entities that are called so, each once, and whether there are more."""
    found = name_index.names(at.names, wanted.text, sources=_sources(at.session, wanted))
    now = dict(
        at.session.engine.tuples(
            "SELECT entity_id, canonical_id FROM ev.canonical WHERE entity_id IN (SELECT unnest($ids))",
            {"ids": sorted({c.entity for c in found})},
        )
    )
    grouped: dict[str, list[CalledSo]] = {}
    for called in found:
        grouped.setdefault(str(now.get(called.entity, called.entity)), []).append(called)
    pages = list(grouped.items())
    guarded = {s for (s,) in at.session.engine.tuples("SELECT id FROM source WHERE protected")}
    shown = [(entity, bearing, {c.source for c in bearing}) for entity, bearing in pages[skip : skip + limit]]
    alone = sorted({next(iter(where)) for _, _, where in shown if len(where) == 1})
    held = {s.id: s.title or s.name for s in at.session.sources(alone)} if alone else {}
    words = _words(wanted.text)
    made = [
        FoundEntity(
            id=entity,
            name=marked(bearing[0].name, words, around=None),
            plain=bearing[0].name,
            kind=_kind(bearing),
            sources=len(where),
            places=sum(c.times for c in bearing),
            where=held.get(next(iter(where)), "") if len(where) == 1 else "",
            protected=where <= guarded,
        )
        for entity, bearing, where in shown
    ]
    return made, len(pages) > skip + limit


def passages(at: Index, wanted: Wanted, *, limit: int = 20, skip: int = 0) -> tuple[list[FoundPassage], bool]:
    """Passages and rows that hold the words, best first, and whether there are more."""
    sources = _sources(at.session, wanted)
    hits = search.find(at.session, _begun(wanted.text), limit=limit + 1, skip=skip, sources=sources)
    words = _words(wanted.text)
    return [FoundPassage(h, marked(h.passage.text, words)) for h in hits[:limit]], len(hits) > limit


def claims(at: Index, wanted: Wanted, *, limit: int = 20, skip: int = 0) -> tuple[list[FoundClaim], bool]:
    """Claims that hold the words, best first, and whether there are more."""
    sources = _sources(at.session, wanted)
    found = name_index.claims(
        at.names, wanted.text, speaker=wanted.speaker, sources=sources, limit=limit + 1, skip=skip
    )
    held = {s.id: s for s in at.session.sources(sorted({c.source for c in found}))} if found else {}
    words = _words(wanted.text)
    made = [FoundClaim(c, held[c.source], marked(c.words, words)) for c in found[:limit] if c.source in held]
    return made, len(found) > limit


def findings(at: Index, wanted: Wanted, *, limit: int = 20, skip: int = 0) -> tuple[list[tuple[Finding, Marked]], bool]:
    """Findings whose sentence, or whom they are about, holds every word, and whether there are more."""
    words = _words(wanted.text)
    if not words or wanted.narrowed or wanted.speaker:
        return [], False
    held = "strip_accents(lower(concat_ws(' ', f.says, f.about, f.lens)))"
    every = " AND ".join(f"contains({held}, $w{n})" for n in range(len(words)))
    ids = at.session.engine.tuples(
        f"SELECT f.id FROM ev.finding AS f WHERE f.run IN ({kept_findings.LATEST}) AND {every} "
        f"ORDER BY f.fell, f.run DESC, f.ord LIMIT {int(limit) + 1} OFFSET {int(skip)}",
        {f"w{n}": w for n, w in enumerate(words)},
    )
    found = {f.id: f for f in kept_findings.kept(at.session, ids=[i for (i,) in ids[:limit]])} if ids else {}
    shown = [found[i] for (i,) in ids[:limit] if i in found]
    return [(f, marked(f.says, words)) for f in shown], len(ids) > limit


def speakers(layout: Layout) -> list[tuple[str, int]]:
    """Who makes most claims in the case."""
    with opened(layout) as at:
        return name_index.speakers(at.names)


def outlets(layout: Layout, *, first: int = 200) -> list[tuple[str, int]]:
    """The outlets (or authors, titles, names) with most sources."""
    with open_session(layout) as session:
        rows = session.engine.tuples(
            "SELECT coalesce(outlet, author, title, name), count(*) FROM source GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $n",
            {"n": first},
        )
    return [(str(o), int(n)) for o, n in rows]


def waits(layout: Layout) -> int:
    """How many sources have to be indexed before the next search."""
    return max(search.stale(layout), name_index.stale(layout))


def prepare(layout: Layout, tell: Tell = silent) -> None:
    """Bring both indexes up to date."""
    search.refresh(layout, tell)
    name_index.refresh(layout, tell)


def marked(text: str, words: Sequence[str], *, around: int | None = _AROUND) -> Marked:
    """A text with what fits marked; with ``around``, only what stands around the first such place."""
    folded, places = _folded(text)
    spans = sorted(_spans(folded, places, words))
    low, high = 0, len(text)
    if around is not None:
        first = spans[0][0] if spans else 0
        low = max(0, first - around)
        high = min(len(text), max(first + 2 * around, low + 3 * around))
        low = text.rfind(" ", 0, low) + 1 if low and " " in text[max(0, low - 24) : low] else low
    pieces: list[tuple[str, bool]] = [("…", False)] if low else []
    at = low
    for start, end in spans:
        if start < at or end > high:
            continue
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces += [(text[at:high], False), *([("…", False)] if high < len(text) else [])]
    return tuple((words_, hit) for words_, hit in pieces if words_)


def _spans(folded: str, places: Sequence[int], words: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where words stand: letters at the beginning of a word, Chinese characters anywhere; in places of the text."""
    taken: set[int] = set()
    for word in sorted(set(words), key=len, reverse=True):
        pattern = re.escape(word) if _SIGN.search(word) else rf"(?<![^\W_]){re.escape(word)}"
        for match in re.finditer(pattern, folded):
            start, end = places[match.start()], places[match.end() - 1] + 1
            if not taken & set(range(start, end)):
                taken |= set(range(start, end))
                yield start, end


def _folded(text: str) -> tuple[str, list[int]]:
    """A text as words are compared, and for each of its characters the place in the text that it comes from."""
    if text.isascii():
        return text.casefold(), list(range(len(text)))
    folded: list[str] = []
    places: list[int] = []
    for n, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", char).casefold()):
            if not unicodedata.combining(part):
                folded.append(part)
                places.append(n)
    return "".join(folded), places


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text)[0])


def _begun(text: str) -> str:
    """A query whose last word may be only begun, when it is long enough to tell something."""
    last = text.rsplit(maxsplit=1)[-1] if text.strip() else ""
    whole = text[-1:].isspace() or not _WORD.fullmatch(last) or _SIGN.search(last) or len(last) < _PREFIX
    return text if whole or text.count('"') % 2 else f"{text}*"


def _kind(bearing: Sequence[CalledSo]) -> str:
    named = next((c.schema for c in bearing if c.schema), "")
    spec = schema(named) if named else None
    return spec.label if spec else named or "Party of a table"


def _sources(session: Session, wanted: Wanted) -> Collection[str] | None:
    """The sources that are looked into; None for all."""
    if not wanted.narrowed:
        return None
    rows = session.engine.tuples(
        """
        SELECT id FROM source WHERE ($outlet = '' OR coalesce(outlet, author, title, name) = $outlet)
          AND ($since = '' OR published >= $since) AND ($until = '' OR published[1:length($until)] <= $until)
          AND ($protected = '' OR protected = ($protected = 'only'))
        """,
        {"outlet": wanted.outlet, "since": wanted.since, "until": wanted.until, "protected": wanted.protected},
    )
    return [str(s) for (s,) in rows]
