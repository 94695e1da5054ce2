"""Claims one by one, as their speakers made them: filtered, sorted, set side by side, and written as a table."""

import csv
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cuibono.case.docket import docket, keeping
from cuibono.case.exporting import refuse_leaks
from cuibono.model import dates
from cuibono.model.claim_kind import CLAIM_KINDS
from cuibono.model.docket import OUTCOMES, Asked, DocketRow
from cuibono.store.config import read_title
from cuibono.store.guarded import has_protected
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.views import Scope

UNTESTED = "not tested"
_STANDINGS = ("recorded", "confirmed", "read", "proposed")
_FORMULA = re.compile("^[\\s\ufeff\u200b]*[=+\\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim by one speaker in one place, and the row of the docket that it belongs to."""

    claim: Asked
    row: DocketRow

    @property
    def outcome(self) -> str:
        """What its test came to."""
        return self.row.outcome or UNTESTED


@dataclass(frozen=True, slots=True)
class ClaimsAsked:
    """Which claims are wanted, and in which order; what is empty leaves all in."""

    speaker: str = ""
    kind: str = ""
    status: str = ""
    standing: str = ""
    outcome: str = ""
    outlet: str = ""
    words: str = ""
    since: str = ""
    until: str = ""
    against: bool = False
    order: str = ""
    down: bool = False


#: Under which filter a claim falls; ``outlets`` gives the outlet of each source.
FILTERS: Mapping[str, Callable[[ClaimLine, Mapping[str, str]], str]] = {
    "speaker": lambda c, _: c.claim.speaker,
    "kind": lambda c, _: c.claim.kind,
    "status": lambda c, _: "denied" if c.claim.polarity == "-" else c.claim.status,
    "standing": lambda c, _: c.claim.standing,
    "outcome": lambda c, _: c.outcome,
    "outlet": lambda c, outlets: outlets.get(c.claim.key[0], ""),
}
_ORDERS: Mapping[str, Callable[[ClaimLine], Any]] = {
    "claim": lambda c: c.claim.says.casefold(),
    "speaker": lambda c: c.claim.voice.casefold(),
    "status": lambda c: (c.claim.status, c.claim.polarity),
    "standing": lambda c: _STANDINGS.index(c.claim.standing) if c.claim.standing in _STANDINGS else len(_STANDINGS),
    "sources": lambda c: (-c.row.corroborated.count, -c.row.corroborated.stated),
    "against": lambda c: -len(c.row.against),
    "outcome": lambda c: [*OUTCOMES, UNTESTED].index(c.outcome),
    "time": lambda c: (c.claim.time is None, c.claim.time or ""),
}
ORDERS = tuple(_ORDERS)


def lines(rows: Iterable[DocketRow]) -> list[ClaimLine]:
    """Every claim of a docket, those that say the same together."""
    return [ClaimLine(c, row) for row in rows for c in row.claims]


def wanted(every: Sequence[ClaimLine], asked: ClaimsAsked, outlets: Mapping[str, str]) -> list[ClaimLine]:
    """The claims that are asked for, in the order that is asked for."""
    tests: list[Callable[[ClaimLine], bool]] = []
    for name, of in FILTERS.items():
        if value := getattr(asked, name):
            tests.append(lambda c, of=of, value=value: of(c, outlets) == value)  # type: ignore[misc]
    if asked.against:
        tests.append(lambda c: bool(c.row.against))
    if words := asked.words.casefold().split():
        tests.append(lambda c: all(w in f"{c.claim.says} {c.claim.voice}".casefold() for w in words))
    if asked.since or asked.until:
        tests.append(lambda c: _within(c.claim.time, asked.since, asked.until))
    found = [c for c in every if all(test(c) for test in tests)]
    if asked.order in _ORDERS:
        found.sort(key=_ORDERS[asked.order], reverse=asked.down)
    return found


def _within(time: str | None, since: str, until: str) -> bool:
    """Whether the time that a claim is about may lie between two days; nobody knows it of one without a time."""
    first, last = dates.bounds(time or "")
    if first is None and last is None:
        return False
    begun = not until or first is None or first.isoformat() <= until
    return begun and (not since or last is None or last.isoformat() >= since)


def choices(every: Iterable[ClaimLine], outlets: Mapping[str, str], name: str) -> list[tuple[str, int]]:
    """What a filter can be set to, and how many claims fall under it; the most first, vocabularies in their order."""
    counted = Counter(v for c in every if (v := FILTERS[name](c, outlets)))
    listed: Mapping[str, Sequence[str]] = {
        "kind": CLAIM_KINDS, "standing": _STANDINGS, "outcome": (*OUTCOMES, UNTESTED),
        "status": ("stated", "alleged", "hypothetical", "forecast", "denied"),
    }  # fmt: skip
    if name in listed:
        return [(v, counted[v]) for v in listed[name] if counted[v]]
    return sorted(counted.items(), key=lambda c: (-c[1], c[0].casefold()))[:300]


def disputes(rows: Sequence[DocketRow]) -> list[tuple[DocketRow, ...]]:
    """Rows that are set against each other, each group once: those with a decided test first, then the largest."""
    by_number = {r.number: r for r in rows}
    place = {r.number: n for n, r in enumerate(rows)}
    seen: set[int] = set()
    found = []
    for row in rows:
        if row.number in seen or not row.against:
            continue
        group, new = {row.number}, [row.number]
        while new:
            new = [n for at in new for n in by_number[at].against if n in by_number and n not in group]
            group.update(new)
        seen |= group
        found.append(tuple(by_number[n] for n in sorted(group, key=place.__getitem__)))
    decided = ("supported", "contradicted")
    return sorted((g for g in found if len(g) > 1), key=lambda g: (-sum(r.outcome in decided for r in g), -len(g)))


COLUMNS = (
    "claim", "kind", "subject", "object", "time", "place", "speaker", "speaker_kind", "via", "status", "polarity",
    "standing", "low", "high", "unit", "source", "outlet", "where", "independent_sources", "stated_by",
    "contradicting_claims", "outcome", "decided_by", "measured", "id",
)  # fmt: skip


def write_csv(layout: Layout, asked: ClaimsAsked) -> bytes:
    """The claims that are asked for as CSV, from the public side of the case; raises ProtectedLeak.

    Where the case holds protected sources, outcomes are those of a test on the public side alone: what was found with
    their help is not told. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    with open_session(layout) as everything:
        guarded = has_protected(everything)
    with open_session(layout, Scope(public=True)) as session:
        rows = docket.of_session(session, run=guarded)
        if not guarded:
            rows = list(keeping.with_kept(session, rows))
        sources = {s.id: s for s in session.sources()}
        outlets = {i: s.outlet or s.author or s.title or s.name for i, s in sources.items()}
        listed = wanted(lines(rows), asked, outlets)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "claims.csv"
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(COLUMNS)
                for line in listed:
                    source = sources.get(line.claim.key[0])
                    writer.writerow(map(_cell, _row(line, source.title or source.name if source else "", outlets)))
            refuse_leaks(layout, session, path, read_title(layout))
            return path.read_bytes()


def _row(line: ClaimLine, source: str, outlets: Mapping[str, str]) -> tuple[Any, ...]:
    c, row = line.claim, line.row
    tested = row.tested
    return (
        c.says, c.kind, c.subject.name if c.subject else "", c.object.name if c.object else "", c.time, c.place,
        c.speaker, c.speaker_kind, "; ".join(c.via), c.status, c.polarity, c.standing, c.low, c.high, c.unit, source,
        outlets.get(c.key[0], ""), c.key[1], row.corroborated.count, row.corroborated.stated, len(row.against),
        line.outcome, row.why, tested.measure if tested else "", row.id,
    )  # fmt: skip


def _cell(value: Any) -> Any:
    """A cell; text that a spreadsheet would run is told apart from a sign that we write ourselves."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) and value not in ("+", "-") else value
