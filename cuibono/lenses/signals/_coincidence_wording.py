"""How the meeting of two calendars is put into words."""

from collections.abc import Iterator, Sequence

from cuibono.lenses.signals._calendars import Calendar, Pair
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure, Notice

_NAMED = 10
_WORDS = (
    "events", "event", "days", "day", "time", "times", "timed", "timing", "together", "close", "closely", "coincide",
    "coincided", "coincides", "coincidence", "same", "within", "fall", "fell", "happen", "happened", "apart", "other",
)  # fmt: skip


def says(pair: Pair, within: int) -> str:
    """The sentence of a finding: closer than chance, and no more."""
    met = pair.met
    return (
        f"Events of {pair.first.name} and {pair.second.name} fall within {plural(within, 'day')} of each other more "
        f"often than chance: {plural(met.pairs, 'pair')}, where {met.expected:.1f} [{met.low:.0f} to {met.high:.0f}] "
        f"would be chance; {met.near} of {met.of} days of {pair.first.name} have one of {pair.second.name} near them"
    )


def measure(pair: Pair, q: float, within: int) -> Measure:
    """How many times as many as by chance."""
    met = pair.met
    ratio = met.pairs / met.expected if met.expected else float(met.pairs)
    return Measure(
        "pairs over chance",
        ratio,
        p=met.p,
        meaning=f"Pairs of events at most {plural(within, 'day')} apart, over the mean of the moved calendars; 1 is "
        f"chance. p is the share of moved calendars with as many pairs; q {q:.2g} after the correction for all pairs "
        "of actors.",
    )


def caveats(pair: Pair, all_p: Sequence[float], alpha: float) -> tuple[str, ...]:
    """What it does not say, who comes first, and what else could have been counted."""
    return tuple(_caveats(pair, all_p, alpha))


def _caveats(pair: Pair, all_p: Sequence[float], alpha: float) -> Iterator[str]:
    yield "It does not say that one acted because of the other, or that they agreed: both may follow a third thing."
    yield _lag(pair, alpha)
    if len(all_p) > 1:
        others = sum(p <= alpha for p in all_p)
        yield (
            f"{len(all_p)} pairs of actors could have been asked about; {others} of them reach p {alpha:g} by "
            f"themselves, about {alpha * len(all_p):.1f} would by chance."
        )
    if vague := pair.first.vague + pair.second.vague:
        verb = "is" if vague == 1 else "are"
        yield f"{plural(vague, 'event')} whose day is not known {verb} left out."
    if pair.first.sources == pair.second.sources == 1:
        yield "Each calendar comes from one source: who listed the events, and why these, decides what is counted."


def _lag(pair: Pair, alpha: float) -> str:
    first, second, days = pair.first.name, pair.second.name, pair.lag.days
    if pair.lag.p > alpha:
        return f"Which of the two comes first is not identified (p {pair.lag.p:.2g} over all lags)."
    if days == 0:
        return f"Most pairs fall on the same day or the next (p {pair.lag.p:.2g} over all lags)."
    who, whom = (second, first) if days > 0 else (first, second)
    return f"{who} most often follows {whom} by {plural(abs(days), 'day')} (p {pair.lag.p:.2g} over all lags)."


def figure(pair: Pair) -> Figure:
    """The pairs that were counted beside those of chance."""
    met = pair.met
    return Figure(
        f"Pairs of events of {pair.first.name} and {pair.second.name}",
        "pairs",
        (Bar("counted", float(met.pairs)), Bar("by chance", met.expected, met.low, met.high)),
    )


def bears(pair: Pair, within: int) -> tuple[Bearing, ...]:
    """Claims that two coincide in time; of agreement or cause it says nothing."""
    words = (*_WORDS, str(within), *pair.first.name.lower().split(), *pair.second.name.lower().split())
    return (Bearing("coordination", "supported", (pair.first.name, pair.second.name), words),)


def not_identified(pairs: Sequence[tuple[Pair, float]], within: int) -> Iterator[Notice]:
    """Pairs of which nothing beyond chance was found; many in one sentence."""
    for pair, q in pairs[:_NAMED]:
        met = pair.met
        yield Notice(
            f"That events of {pair.first.name} and {pair.second.name} fall together beyond chance is not identified",
            f"{plural(met.pairs, 'pair')} within {plural(within, 'day')}, {met.expected:.1f} [{met.low:.0f} to "
            f"{met.high:.0f}] by chance; p {met.p:.2g}, q {q:.2g}",
            "a longer time, or events chosen before anybody looked at the dates",
            (pair.first.name, pair.second.name),
        )
    if len(pairs) > _NAMED:
        yield Notice(
            f"For {len(pairs) - _NAMED} more pairs of actors nothing beyond chance is identified",
            "their events fall together no more often than moved calendars do",
            "name two actors with first and second",
        )


def nobody(known: Sequence[Calendar], first: str, second: str, least: int) -> Notice:
    """No two calendars can be compared."""
    asked = [n for n in (first, second) if n]
    fewest = ", ".join(f"{c.name} {len(c.days)}" for c in known[:5])
    return Notice(
        "No two actors can be compared" + (f" for {' and '.join(asked)}" if asked else ""),
        f"{least} days of events are asked for of each; the case has {fewest or 'none'}",
        "more dated events: cuibono add FILE --as dated_events",
        tuple(asked),
    )


def left_aside(count: int) -> Notice:
    """Actors beyond those with most events."""
    return Notice(
        f"{plural(count, 'more actor')} {'was' if count == 1 else 'were'} not compared",
        "only the twelve with most events are, so that the correction for many pairs stays fair",
        "name two actors with first and second",
    )
