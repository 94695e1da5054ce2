"""What is in a case, counted by the engine: sources by kind, outlet and date, what was not read, what waits."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cuibono.store import database, findings
from cuibono.store.layout import Layout
from cuibono.store.readings import how_many_wait
from cuibono.store.session import Session, open_session

#: What a source is, by its media type first and by its reader else; the words are those of a newsroom.
_MEDIA = (
    ("text/html", "web pages"),
    ("text/markdown", "texts"),
    ("text/csv", "tables"),
    ("text/tab-separated-values", "tables"),
    ("application/pdf", "PDF files"),
    ("message/", "mail"),
    ("application/mbox", "mail"),
    ("image/", "images"),
    ("audio/", "recordings"),
    ("video/", "recordings"),
)
_READERS = {
    "delimited": "tables",
    "spreadsheet": "tables",
    "parquet": "tables",
    "text": "texts",
    "html": "web pages",
    "pdf": "PDF files",
    "ftm": "registers",
    "json": "data files",
    "jsonl": "data files",
    "subtitles": "transcripts",
}
_YEAR = re.compile(r"^\d{4}")
_MONTH = re.compile(r"^\d{4}-(0[1-9]|1[0-2])")
#: Counted before they are joined to what they were merged with: the view of statements is dear.
_ENTITIES = """
    SELECT count(DISTINCT coalesce(c.canonical_id, e.entity_id))
    FROM (SELECT DISTINCT entity_id FROM evidence) AS e LEFT JOIN ev.canonical AS c ON c.entity_id = e.entity_id
"""
_MONTHS_SHOWN = 30
_YEARS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Dates:
    """How many sources were published when: every month or year between the first and the last, empty ones too."""

    by: str = "year"
    counts: tuple[tuple[str, int], ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What lenses came to: findings, those that nobody judged, and questions that could not be answered."""

    findings: int = 0
    unjudged: int = 0
    notices: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The evidence of a case at a glance; ``refused`` holds the first of what could not be read, and why.

    ``corrections`` (without a place in a new reading), ``records`` and ``texts`` wait for a person.
    """

    sources: int = 0
    protected: int = 0
    simulated: int = 0
    passages: int = 0
    rows: int = 0
    entities: int = 0
    corrections: int = 0
    records: int = 0
    texts: int = 0
    forgotten: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()
    no_outlet: int = 0
    more_outlets: int = 0
    dates: Dates = field(default_factory=Dates)
    refused: tuple[tuple[str, str], ...] = ()
    not_read: int = 0


def overview(layout: Layout, *, outlets: int = 8, refused: int = 20) -> Overview:
    """Count what the case holds; nothing of it is read but names, kinds and dates of sources."""
    with open_session(layout) as session:
        counted = _number(session)
        named = _tuples(session, "SELECT outlet, count(*) FROM source GROUP BY 1 ORDER BY 2 DESC, 1")
        known = [(name, n) for name, n in named if name]
        lost = session.engine.tuples(
            "SELECT name, any_value(why) FROM ev.refused GROUP BY name ORDER BY max(noted) DESC, name LIMIT $n",
            {"n": refused},
        )
        return Overview(
            sources=counted("SELECT count(*) FROM source"),
            protected=counted("SELECT count(*) FROM source WHERE protected"),
            simulated=counted("SELECT count(*) FROM source WHERE simulated"),
            passages=counted("SELECT count(*) FROM passage"),
            rows=counted("SELECT coalesce(sum(rows), 0)::BIGINT FROM ev.bulk WHERE gen_out IS NULL"),
            entities=counted(_ENTITIES),
            corrections=counted("SELECT count(DISTINCT judgement) FROM ev.unplaced"),
            records=counted("SELECT count(*) FROM record WHERE data->>'$.needs_person' = 'true'"),
            texts=how_many_wait(session.engine),
            forgotten=counted("SELECT coalesce(sum(sources), 0)::BIGINT FROM ev.forgotten"),
            kinds=_kinds(session),
            outlets=tuple(known[:outlets]),
            no_outlet=sum(n for name, n in named if not name),
            more_outlets=len(known[outlets:]),
            dates=dates(_tuples(session, "SELECT published, count(*) FROM source GROUP BY 1")),
            refused=tuple((str(name), str(why)) for name, why in lost),
            not_read=counted("SELECT count(DISTINCT name) FROM ev.refused"),
        )


def answers(layout: Layout) -> Answers:
    """How many findings there are, and what of them waits for a person."""
    with database.reader(layout) as engine:
        kept, unjudged = engine.tuples(
            f"""
            SELECT count(*), count(*) FILTER (NOT fell AND id NOT IN (
                SELECT target FROM ev.judgement WHERE undone IS NULL AND verdict IN ('confirmed', 'dismissed', 'unsure')
            )) FROM ev.finding WHERE run IN ({findings.LATEST})
            """
        )[0]
        notices = engine.value(
            f"SELECT coalesce(sum(json_array_length(notices)), 0)::BIGINT FROM ev.run WHERE id IN ({findings.LATEST})"
        )
    return Answers(int(kept), int(unjudged), int(notices))


def dates(published: Sequence[tuple[str | None, int]]) -> Dates:
    """Counts by month where everything lies within some thirty months and names one, else by year.

    Years before the last sixty are counted as undated rather than drawn as a long empty line.
    """
    dated = [(str(when), n) for when, n in published if when and _YEAR.match(str(when))]
    undated = sum(n for _, n in published) - sum(n for _, n in dated)
    months = Counter[str]()
    for when, n in dated:
        if _MONTH.match(when):
            months[when[:7]] += n
    if dated and sum(months.values()) == sum(n for _, n in dated):
        axis = _months(min(months), max(months))
        if len(axis) <= _MONTHS_SHOWN:
            return Dates("month", tuple((m, months[m]) for m in axis), undated)
    years = Counter[int]()
    for when, n in dated:
        years[int(when[:4])] += n
    if not years:
        return Dates(undated=undated)
    first = max(min(years), max(years) - _YEARS_SHOWN + 1)
    early = sum(n for y, n in years.items() if y < first)
    return Dates("year", tuple((str(y), years[y]) for y in range(first, max(years) + 1)), undated + early)


def kind(media_type: str | None, reader: str | None) -> str:
    """What a source is in a word."""
    media = media_type or ""
    if reader == "ftm":
        return "registers"
    found = next((word for start, word in _MEDIA if media.startswith(start)), None)
    return found or _READERS.get(reader or "", "other files")


def _kinds(session: Session) -> tuple[tuple[str, int], ...]:
    counted = Counter[str]()
    rows = session.engine.tuples("SELECT media_type, reader, count(*) FROM source GROUP BY 1, 2")
    for media, reader, count in rows:
        counted[kind(media, reader)] += int(count)
    return tuple(sorted(counted.items(), key=lambda c: (-c[1], c[0])))


def _months(first: str, last: str) -> list[str]:
    a, b = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (first, last))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(a, min(b, a + 12 * 99) + 1)]


def _number(session: Session) -> Callable[[str], int]:
    return lambda sql: int(session.engine.value(sql))


def _tuples(session: Session, sql: str) -> list[tuple[str | None, int]]:
    found: list[tuple[str | None, int]] = [(a, int(n)) for a, n in session.engine.tuples(sql)]
    return found
