"""Pairs of people in one unit at one time: found in arrays, told in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from cuibono.lenses.tie_words import told
from cuibono.lenses.ties import EVENTS, Ties
from cuibono.measures.as_of import ALWAYS, ENDLESS
from cuibono.measures.stakes import Flags, Floats, Ints
from cuibono.measures.together import Shared, Stints, joined, members, shared
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure, Hop
from cuibono.model.finding import Finding, Measure

_TOLD = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people by one type of tie: the ties in each unit they share, days together, and by the size of the units."""

    one: int
    other: int
    type: int
    ties: tuple[tuple[int, int], ...]
    days: tuple[tuple[float, float], ...]
    sizes: tuple[int, ...]
    weight: float


@dataclass(frozen=True)
class Circles:
    """The pairs that were together most, and how many there are; the same of those of which nobody says when.

    ``left`` is how many units were too large, ``horizon`` the day to which ties without an end go on.
    """

    pairs: tuple[Pair, ...]
    count: int
    undated: tuple[Pair, ...]
    undated_count: int
    left: int
    horizon: date | None


def circles(known: Ties, who: int | None, *, horizon: date | None, largest: int, least: int, most: int) -> Circles:
    """Find the pairs, ``most`` of each kind; with ``who`` only those with that person."""
    if not len(known.one):
        return Circles((), 0, (), 0, 0, horizon)
    last = _horizon(known, horizon)
    unit, dated = _units(known), known.dated
    every = _stints(known, unit, np.ones(len(dated), bool), last)
    sizes = members(every)
    stints = joined(_stints(known, unit, dated, last))
    found = _gathered(known, stints, shared(stints, sizes, largest=largest), who, least=least)
    loose = shared(every, sizes, largest=largest)
    open_ = ~(dated[every.row[loose.one]] & dated[every.row[loose.other]])
    nothing = np.zeros(int(open_.sum()))
    undated = Shared(loose.one[open_], loose.other[open_], nothing, nothing, loose.members[open_], loose.left)
    left = _gathered(known, every, undated, who, but=found.keys)
    day = None if last is None else date.fromordinal(int(last))
    return Circles(
        found.first(most), len(found.keys), left.first(most), len(left.keys), loose.left, day
    )  # fmt: skip


@dataclass(frozen=True)
class _Gathered:
    """Stints that meet, by the two people and the type of tie: which group each is in, the groups best first."""

    known: Ties
    stints: Stints
    met: Shared
    keys: Ints
    group: Ints
    order: Ints
    weight: Floats

    def first(self, most: int) -> tuple[Pair, ...]:
        """The first groups as pairs."""
        return tuple(self._pair(int(g)) for g in self.order[:most])

    def _pair(self, group: int) -> Pair:
        met, row = self.met, self.stints.row
        places = np.flatnonzero(self.group == group)
        places = places[np.lexsort((row[met.other[places]], row[met.one[places]], -met.most[places]))]
        one, other = row[met.one[places]], row[met.other[places]]
        turned = self.known.one[one] > self.known.one[other]
        one, other = np.where(turned, other, one), np.where(turned, one, other)
        least = np.minimum(met.least[places], met.most[places])
        return Pair(
            int(self.known.one[one[0]]),
            int(self.known.one[other[0]]),
            int(self.known.type[one[0]]),
            tuple(zip(one.tolist(), other.tolist(), strict=True)),
            tuple(zip(least.tolist(), met.most[places].tolist(), strict=True)),
            tuple(met.members[places].tolist()),
            float(self.weight[group]),
        )


def _gathered(
    known: Ties, stints: Stints, met: Shared, who: int | None, *, least: int = 0, but: Ints | None = None
) -> _Gathered:  # fmt: skip
    """Group what meets; without pairs that are together for fewer days, or are listed otherwise."""
    a, b = stints.person[met.one], stints.person[met.other]
    low, high = np.minimum(a, b), np.maximum(a, b)
    key = (low * np.int64(known.parties) + high) * np.int64(len(known.types)) + known.type[stints.row[met.one]]
    kept = met.most >= least
    if who is not None:
        kept &= (a == who) | (b == who)
    if but is not None:
        kept &= ~np.isin(key, but)
    met = Shared(met.one[kept], met.other[kept], met.least[kept], met.most[kept], met.members[kept], met.left)
    keys, group = np.unique(key[kept], return_inverse=True)
    worth = met.most / np.maximum(met.members - 1, 1)
    weight: Floats = np.bincount(group, weights=worth, minlength=len(keys)).astype(np.float64)
    order = np.lexsort((keys, -np.round(weight, 9)))
    return _Gathered(known, stints, met, keys, group, order, weight)


def _horizon(known: Ties, horizon: date | None) -> float | None:
    if horizon is not None:
        return float(horizon.toordinal())
    ends = np.concatenate((known.spans.begins_last, known.spans.ends_last))
    ends = ends[np.isfinite(ends)]
    return float(ends.max()) if len(ends) else None


def _units(known: Ties) -> Ints:
    """A number for each type, place and part of it."""
    parts = known.relations.arrays(
        """
        SELECT t.number AS number, DENSE_RANK() OVER (ORDER BY t.type, t.other, COALESCE(LOWER(t.unit), '')) - 1 AS unit
        FROM ties_rows AS t
        """
    )
    unit = np.zeros(len(known.one), np.int64)
    unit[np.asarray(parts["number"]).astype(np.int64)] = np.asarray(parts["unit"]).astype(np.int64)
    return unit


def _stints(known: Ties, unit: Ints, kept: Flags, last: float | None) -> Stints:
    """The ties as stints: what has no beginning is surely there only at its end; what has no end goes on."""
    ties = np.flatnonzero(kept)
    spans = known.spans
    begin, sure = spans.begins_first[ties], spans.begins_last[ties].copy()
    until, end = spans.ends_first[ties].copy(), spans.ends_last[ties].copy()
    sure[begin == ALWAYS] = ENDLESS
    top = ENDLESS if last is None else last
    return Stints(known.one[ties], unit[ties], begin, sure, np.minimum(until, top), np.minimum(end, top), ties)


def reported(known: Ties, found: Circles) -> Iterator[Finding]:
    """The pairs that were together most."""
    for pair, rows, names in _rows(known, found.pairs):
        days = (sum(d[0] for d in pair.days), sum(d[1] for d in pair.days))
        type_ = known.types[pair.type].replace("_", " ")
        one, other = names[pair.one][1], names[pair.other][1]
        yield Finding(
            says=f"{one} and {other} {'were' if days[0] else 'may have been'} at the same time tied by {type_} to "
            f"{_places(pair, rows)}",
            about=(one, other, type_, names[pair.one][0], names[pair.other][0]),
            measure=_measure(pair, days),
            caveats=tuple(_caveats(rows, found.horizon)),
            evidence=known.evidence(rows),
            figure=_figure(pair, rows, one, other),
            bears=tuple(_bears(names[pair.one], names[pair.other], type_, rows, days)),
        )


def undated(known: Ties, found: Circles) -> Iterator[Finding]:
    """Pairs in one unit of which nobody says when, as such."""
    for pair, rows, names in _rows(known, found.undated):
        type_ = known.types[pair.type].replace("_", " ")
        one, other = names[pair.one][1], names[pair.other][1]
        where = _listed([str(r["other_name"]) for r in rows[::2][:_TOLD]])
        yield Finding(
            says=f"{one} and {other} are both tied by {type_} to {where}; undated: nobody says when both were there",
            about=(one, other, type_, names[pair.one][0], names[pair.other][0]),
            measure=Measure(
                "units shared, undated", float(len(pair.ties)), meaning="Units to which both are tied at some time."
            ),
            caveats=("They need not have been there at the same time.", *_caveats(rows, None)),
            evidence=known.evidence(rows),
        )


Rows = list[dict[str, Any]]
Names = Mapping[int, tuple[str, str]]


def _rows(known: Ties, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Rows, Names]]:
    """Each pair with the rows of its ties, two for each unit."""
    names = known.named(sorted({p for pair in pairs for p in (pair.one, pair.other)}))
    ties = sorted({t for pair in pairs for both in pair.ties for t in both})
    rows = dict(zip(ties, known.rows(ties), strict=True))
    for pair in pairs:
        yield pair, [rows[t] for both in pair.ties for t in both], names


def _days(low: float, high: float) -> str:
    if low == high:
        return plural(int(high), "day")
    return f"at most {plural(int(high), 'day')}" if low == 0 else f"{int(low):,} to {plural(int(high), 'day')}"


def _places(pair: Pair, rows: Rows) -> str:
    parts = []
    for at in range(min(len(pair.ties), _TOLD)):
        row = rows[2 * at]
        part = ", ".join(str(w) for w in (row["other_name"], row["unit"]) if w)
        parts.append(f"{part} ({_days(*pair.days[at])}, {pair.sizes[at]} members listed)")
    more = len(pair.ties) - len(parts)
    return "; ".join(parts) + (f"; and {plural(more, 'more unit')}" if more else "")


def _measure(pair: Pair, days: tuple[float, float]) -> Measure:
    low, high = days
    meaning = (
        "Days on which both were in one unit, as their dates allow. Each day weighed by 1/(n - 1) of the members "
        f"listed in the unit, it comes to {pair.weight:.4g}."
    )
    if low == high:
        return Measure("overlap", high, "days", meaning=meaning)
    return Measure("overlap", (low + high) / 2, "days", low, high, meaning=meaning)


def _caveats(rows: Rows, horizon: date | None) -> Iterator[str]:
    yield "To have been in one place at one time is not to have known each other."
    if horizon and any(not r["until"] for r in rows if r["type"] not in EVENTS):
        yield f"Where no end is given, the tie is taken to go on to {horizon}."
    if any(not r["since"] for r in rows):
        yield "Where no beginning is given, the overlap is only possible."
    if said := sorted({str(r["said_by"]) for r in rows if r["said_by"]}):
        yield f"Some of it is no record but the word of {', '.join(said)}."


def _figure(pair: Pair, rows: Rows, one: str, other: str) -> Figure:
    first, second = rows[0], rows[1]
    place = str(first["other_name"])
    hops = (
        Hop(one, place, told(first), str(first["asserted_by"] or ""), sure=not first["said_by"]),
        Hop(place, other, told(second), str(second["asserted_by"] or ""), sure=not second["said_by"], back=True),
    )
    bars = tuple(_bar(str(rows[2 * i]["other_name"]), *days) for i, days in enumerate(pair.days))
    return Figure(f"Where {one} and {other} were at the same time", "days", bars, "chain", hops=hops)


def _bar(label: str, low: float, high: float) -> Bar:
    return Bar(label, high) if low == high else Bar(label, (low + high) / 2, low, high)


def _bears(
    one: tuple[str, str], other: tuple[str, str], type_: str, rows: Rows, days: tuple[float, float]
) -> Iterator[Bearing]:  # fmt: skip
    """Days together that are sure and of record bear out that the two were there together; it runs both ways."""
    if days[0] > 0 and not any(r["said_by"] for r in rows):
        words = (*type_.split(), "together", "same", "time", *str(rows[0]["other_name"]).split())
        yield Bearing("tie", "supported", (*one, *other), words)
        yield Bearing("tie", "supported", (*other, *one), words)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
