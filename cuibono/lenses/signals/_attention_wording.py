"""How a change of attention is put into words, caveats, a figure, and what it answers in the docket."""

from collections.abc import Iterator, Sequence

import numpy as np

from cuibono.lenses.signals._attention import SEASON, Series
from cuibono.measures.change_point import Change
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Even, Evidence, Measure, Notice

_NAMED = 10
_FORMAT = 1.2  # exposure that grows or shrinks by a fifth is a change of format worth naming
_WORDS = (
    "trend",
    "mentions",
    "mention",
    "mentioned",
    "named",
    "attention",
    "coverage",
    "covered",
    "times",
    "often",
    "frequency",
)
_UP = ("rose", "grew", "increased", "more", "up", "rise", "increase")
_DOWN = ("fell", "dropped", "declined", "less", "fewer", "down", "fall", "drop", "decline", "decreased")

_ONE = {
    "pages": "page", "items": "item", "minutes": "minute", "days": "day", "articles": "article",
    "pages or items": "page or item",
}  # fmt: skip


def says(told: Series, step: Change) -> str:
    """The sentence of a finding."""
    way = "more" if step.ratio > 1 else "less"
    return (
        f"{told.place} mentioned {told.name} {way} often from about {told.starts[step.at].isoformat()} on: "
        f"{_rate(step.after)} a {_unit(told)} after {_rate(step.before)} before, {_percent(step)}"
    )


def _rate(rate: float) -> str:
    return f"{rate:.3g}"


def _unit(told: Series) -> str:
    return _ONE.get(told.unit, told.unit)


def _percent(step: Change) -> str:
    return f"{100 * (step.ratio - 1):+.0f} % [{100 * (step.low - 1):+.0f} to {100 * (step.high - 1):+.0f}]"


def measure(step: Change, q: float, period: str) -> Measure:
    """The ratio of the rates, with its interval and what it means."""
    return Measure(
        "rate after over rate before",
        step.ratio,
        low=min(step.low, step.ratio),
        high=max(step.high, step.ratio),
        p=step.p,
        meaning="Mentions by exposure after the change, over those before it; 1 is no change. p allows for every place "
        f"that was tried; q {q:.2g} after the correction for all names. Neighbouring stretches of {period}s go "
        f"together by {max(step.memory, 0.0):.2f}, which is allowed for.",
    )


def caveats(told: Series, step: Change, peers: Sequence[tuple[Series, Change]], period: str) -> tuple[str, ...]:
    """What it does not say; format, rivals, base rate, gaps."""
    return tuple(_caveats(told, step, peers, period))


def _caveats(told: Series, step: Change, peers: Sequence[tuple[Series, Change]], period: str) -> Iterator[str]:
    yield "It does not say why; a change of attention is not a change of power, and a mention is not an appearance."
    yield _format(told, step)
    if rivals := [(s, c) for s, c in peers if s.key != told.key]:
        together = sum(
            c.p <= 0.05 and (c.ratio > 1) == (step.ratio > 1) and abs(c.at - step.at) <= 4 for _, c in rivals
        )
        yield (
            f"Of {plural(len(rivals), 'rival')} counted in the same outlet, {together} changed the same way within "
            f"four {period}s of it."
        )
    yield _base_rate(told, step)
    if len(told.starts) < 2 * SEASON[period]:
        yield "Less than two years are seen: a season cannot be told from a change."
    if told.missing:
        yield f"{plural(told.missing, period)} in which the outlet was not seen {_are(told.missing)} left out."
    if told.filled:
        yield f"In {plural(told.filled, period)} the outlet was seen and the name not listed: taken as no mention."
    if told.vague:
        yield f"{plural(told.vague, 'row')} whose time is longer than a {period} {_are(told.vague)} left out."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _format(told: Series, step: Change) -> str:
    """Whether what there was to be mentioned in changed at the same time."""
    if not told.measured:
        return "How many pages or items there were is not known: a change of format would look the same."
    near = slice(max(0, step.at - 8), step.at), slice(step.at, step.at + 8)
    before, after = (float(told.exposure[s].mean()) for s in near)
    if max(before, after) > _FORMAT * min(before, after):
        return (
            f"The format changed at the same time: {_rate(before)} {told.unit} before, {_rate(after)} after; the rate "
            "is divided by it, but what was added may be of another kind."
        )
    return f"The format did not change then: {_rate(before)} {told.unit} before, {_rate(after)} after."


def _base_rate(told: Series, step: Change) -> str:
    """How often a difference as large lay between neighbouring stretches before the change."""
    size = min(step.at // 3, 26)
    if size < 4:
        return "There is too little before the change to say how often such a difference happened by itself."
    rates = np.array(
        [
            told.counts[i : i + size].sum() / told.exposure[i : i + size].sum()
            for i in range(0, step.at - size + 1, size)
        ]
    )
    ratios = rates[1:] / np.maximum(rates[:-1], 1e-12)
    as_large = int((ratios <= step.ratio).sum() if step.ratio < 1 else (ratios >= step.ratio).sum())
    pairs = f"{as_large} of {len(ratios)} neighbouring stretches of {size} periods"
    return f"Before it, a difference as large lay between {pairs}."


def figure(told: Series) -> Figure:
    """The rate over time."""
    rates = told.counts / told.exposure
    bars = (Bar(d.isoformat(), float(r)) for d, r in zip(told.starts, rates, strict=True))
    return Figure(f"Mentions of {told.name} in {told.place}, a {_unit(told)}", "mentions", tuple(bars), "line")


def bears(told: Series, step: Change) -> tuple[Bearing, ...]:
    """Claims that mentions rose or fell, with the size in percent."""
    where = tuple(told.place.lower().split())
    right, wrong = (_UP, _DOWN) if step.ratio > 1 else (_DOWN, _UP)
    since = f"{told.starts[0].year}/{told.starts[-1].year}"  # the time that was seen; of parts of it, it says nothing
    ends = sorted((100 * abs(step.low - 1), 100 * abs(step.high - 1)))
    return (
        Bearing("trend", "supported", (told.name,), (*_WORDS, *right, *where), ends[0], ends[1], "percent", since),
        Bearing("trend", "contradicted", (told.name,), (*_WORDS, *wrong, *where), time=since),
        _sides(told, step),
    )


def no_change(told: Series, step: Change, q: float, rows: Evidence) -> Even:
    """No change beyond what the series does by itself."""
    return Even(
        f"That {told.place} changed how often it mentions {told.name} is not identified",
        f"the largest difference is {_percent(step)} from {told.starts[step.at].isoformat()} on, p {step.p:.2g}, "
        f"q {q:.2g}",
        "a longer series, or counts by page or item",
        (told.name, told.place),
        rows,
        (_sides(told, step, even=True),),
    )


def _sides(told: Series, step: Change, *, even: bool = False) -> Bearing:
    """After and before the largest step of the series, of which ``even`` none is one."""
    whole = f"{told.starts[0].isoformat()}/{told.starts[-1].isoformat()}"
    return Bearing(
        "trend", "supported", (told.name, told.place), (*_WORDS, told.unit),
        time=whole if even else told.starts[step.at].isoformat(), sides=("after", "before"),
        ratio=(step.ratio, step.low, step.high), even=even,
    )  # fmt: skip


def not_seen(name: str, outlet: str) -> Notice:
    """No count can be used of what was asked for."""
    return Notice(
        f"The case counts no mention of {name or 'anybody'}{f' in {outlet}' if outlet else ''} that can be used",
        "no row has a count, a day that is known, and that name and outlet",
        "counts by day, week or issue: cuibono add FILE --as mention_counts",
    )


def too_little(known: Sequence[Series]) -> Iterator[Notice]:
    """Series that are too short or too thin; many in one sentence."""
    for told in known[:_NAMED]:
        yield Notice(
            f"Whether {told.place} changed how often it mentions {told.name} is not identified",
            f"{len(told.starts)} periods with {told.counts.sum():g} mentions are seen; 24 with 20 are asked for",
            "counts of more days, the days without a mention included",
            (told.name, told.place),
        )
    if len(known) > _NAMED:
        yield Notice(
            f"{len(known) - _NAMED} more series are too short or too thin",
            "24 periods with 20 mentions are asked for",
            "counts of more days",
        )
