"""How a silence is put into words, with the base rate of such silences."""

from collections.abc import Iterator, Sequence

import numpy as np

from cuibono.lenses.signals._attention import Series
from cuibono.measures.silence import FEWEST, Silence
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure, Notice

_NAMED = 5
_WORDS = ("absent", "absence", "missing", "silent", "silence", "unmentioned", "since", "longer")


def says(told: Series, quiet: Silence, period: str) -> str:
    """The sentence of a finding."""
    last = told.starts[len(told.starts) - 1 - quiet.length]
    return (
        f"{told.place} last mentioned {told.name} in the {period} of {last.isoformat()}: "
        f"{plural(quiet.length, period)} seen since then without a mention, where the longest silence before was "
        f"{plural(quiet.longest, period)}; one as long would come by itself at most {_times(quiet.a_year)} times a year"
    )


def _times(a_year: float) -> str:
    """How often, to two digits and never as a power of ten."""
    return f"{a_year:.2g}" if a_year < 10 else f"{a_year:,.0f}"


def measure(quiet: Silence, period: str) -> Measure:
    """The length of the silence, and what it means."""
    return Measure(
        "silence",
        float(quiet.length),
        f"{period}s seen",
        meaning="Periods in which the outlet was seen since the last mention. From "
        f"{plural(quiet.gaps, 'earlier gap')}, at most {quiet.a_year:.2g} silences as long are expected in a year.",
    )


def caveats(
    told: Series, quiet: Silence, peers: Sequence[tuple[Series, Silence | None]], period: str, years: float
) -> tuple[str, ...]:
    """Base rates, rivals, and what an absence is not."""
    return tuple(_caveats(told, quiet, peers, period, years))


def _caveats(
    told: Series, quiet: Silence, peers: Sequence[tuple[Series, Silence | None]], period: str, years: float
) -> Iterator[str]:
    yield "Absence is weak evidence: illness, travel, holidays and a change of the outlet's habits look the same."
    yield (
        f"Base rate: the rule \u201cthe longest silence so far\u201d would have sounded "
        f"{plural(quiet.records, 'time')} for this name in {quiet.years:.1f} years{_of_peers(peers)}."
    )
    yield f"It is reported because it would come at most once in {years:g} years; more names make more false alarms."
    known = [q for _, q in peers if q is not None]
    if known:
        silent = sum(q.a_year <= 1 / years and q.length > 0 for q in known)
        yield f"Of {plural(len(known), 'rival')} in the same outlet, {silent} are silent beyond their habit now."
    yield "A mention is not an appearance, a title may have replaced the name, and a notice of removal is a mention."
    if told.missing:
        yield f"{plural(told.missing, period)} in which the outlet was not seen are not counted as silence."


def _of_peers(peers: Sequence[tuple[Series, Silence | None]]) -> str:
    known = [q for _, q in peers if q is not None]
    years = sum(q.years for q in known)
    if not years:
        return ""
    return f", and {sum(q.records for q in known) / years:.2f} times a year for each of the others here"


def figure(told: Series, quiet: Silence, period: str) -> Figure:
    """The longest earlier silences beside this one."""
    places = np.flatnonzero(told.counts > 0)
    gaps = np.diff(places) - 1
    longest = np.argsort(-gaps, kind="stable")[:6]
    bars = [Bar("now", float(quiet.length))]
    bars += [Bar(f"after {told.starts[places[n]].isoformat()}", float(gaps[n])) for n in longest if gaps[n] > 0]
    return Figure(f"Silences of {told.place} about {told.name}", f"{period}s", tuple(bars))


def bears(told: Series) -> tuple[Bearing, ...]:
    """Claims that somebody is absent from an outlet; why is for no count to say."""
    return (Bearing("trend", "supported", (told.name,), (*_WORDS, *told.place.lower().split())),)


def usual(told: Sequence[tuple[Series, Silence]], period: str, years: float) -> Notice:
    """Names whose silence is nothing new."""
    first = "; ".join(
        f"{s.name} in {s.place}: {plural(q.length, period)}, would come {_times(q.a_year)} times a year"
        for s, q in told[:_NAMED]
    )
    more = f"; and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    return Notice(
        f"No silence beyond habit is identified for {plural(len(told), 'name')}",
        f"{first}{more}; reported is what comes at most once in {years:g} years",
        "a longer series, or a longer silence",
        tuple(dict.fromkeys(s.name for s, _ in told[:_NAMED])),
    )


def too_little(told: Sequence[Series]) -> Notice:
    """Names with too few mentions for a habit."""
    return Notice(
        f"Whether {plural(len(told), 'name')} fell silent beyond habit is not identified",
        f"fewer than {FEWEST + 1} periods with a mention are seen: {', '.join(s.name for s in told[:_NAMED])}",
        "counts over a longer time",
        tuple(dict.fromkeys(s.name for s in told[:_NAMED])),
    )
