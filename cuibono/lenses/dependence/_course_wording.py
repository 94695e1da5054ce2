"""How the days of an embargo are put into words: from when something is missing, how much, until when."""

from collections.abc import Iterator, Sequence

from cuibono.lenses.dependence._embargo_wording import good, where
from cuibono.lenses.dependence._stages import Held, Order, Stop
from cuibono.measures.embargo import Chain, Course, frontier
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure

_EXTRA = (0, 7, 15, 30, 60, 90, 180, 365)
_LABELS = 60


def says(stop: Stop, worst: Course, best: Course, days: int) -> str:
    """The sentence of a course: from when something is missing, how much, until when."""
    first = [_first(c) for c in (worst, best)]
    if first == [-1, -1]:
        bridged = f"stocks and substitutes of {good(stop)} would bridge {days:,} days"
        return f"If {stop.name} stopped, {bridged} ({where(stop)})"
    since = _span([f for f in first if f >= 0], open_=-1 in first)
    back = [c.back for c in (worst, best)]
    until = (
        f"nothing is missing again from day {_span([b for b in back if b >= 0], open_=-1 in back)}"
        if max(back) >= 0
        else f"something is still missing on day {days:,}"
    )
    lost = _span(sorted({round(c.lost) for c in (best, worst)}), open_=False)
    return (
        f"If {stop.name} stopped, {good(stop)} would be missing from day {since}; {lost} days of normal use are lost "
        f"within {days:,} days, and {until} ({where(stop)})"
    )


def _first(found: Course) -> int:
    """The first day on which users go short; -1 when they never do."""
    short = (found.output < found.output.max() - 1e-9).nonzero()[0] if found.lost > 1e-9 else []
    return int(short[0]) if len(short) else (0 if found.lost > 1e-9 else -1)


def _span(ends: Sequence[int], *, open_: bool) -> str:
    low, high = f"{min(ends):,}", f"{max(ends):,}"
    text = low if low == high else f"{low} to {high}"
    return f"{text} or never" if open_ else text


def lost(worst: Course, best: Course, days: int) -> Measure:
    """What is lost, in days of normal use."""
    low, high = sorted((best.lost, worst.lost))
    return Measure(
        "lost output",
        (low + high) / 2,
        "days of normal use",
        low=low if low < high else None,
        high=high if low < high else None,
        meaning=f"Days of normal use that do not reach users within {days:,} days, at both ends of what is known of "
        "shares, stocks and substitutes.",
    )


def caveats(told: Order, here: Held, chains: Sequence[Chain], found: Sequence[Course], days: int) -> tuple[str, ...]:
    """By stage, what stock would buy, and what the run leaves out."""
    return tuple(_caveats(told, here, chains, found, days))


def _caveats(told: Order, here: Held, chains: Sequence[Chain], found: Sequence[Course], days: int) -> Iterator[str]:
    worst = found[0]
    first = ", ".join(f"{told.stages[n]} day {day:,}" for n, day in enumerate(worst.short) if day >= 0)
    if first:
        yield f"First day on which a stage cannot fill normal use, at the worse end: {first}."
    narrow = min(range(len(told.stages)), key=lambda n: (chains[0].left[n], n))
    yield _security(told, chains[0], narrow, days)
    if slow := [(b, s) for b, s in zip(told.build, told.stages, strict=True) if b is not None]:
        longest = max(slow)
        yield f"Building works elsewhere takes longest at {longest[1]}: {longest[0]:,.0f} days, as the case has it."
    if not here.spare_high:
        yield "The case knows of nobody who could step in."
    if not here.high:
        yield "The case knows of no stock."
    yield "Fixed proportions overstate the loss where there is a way round; rising prices and thrift are not in it."


def _security(told: Order, chain: Chain, stage: int, days: int) -> str:
    """What further stock behind the narrowest stage would save, and what it costs where that is known."""
    points = frontier(chain, days, [e for e in _EXTRA if e <= days], stage)
    steps = [f"{extra:.0f} days of stock: {missing:,.0f} lost" for extra, missing in points]
    cost = told.cost[stage]
    price = "" if cost is None else f"; a day in store costs {cost:,.0f} {told.unit}".rstrip()
    return f"What security behind {told.stages[stage]} would cost, at the worse end: {'; '.join(steps)}{price}."


def figure(stop: Stop, worst: Course, best: Course) -> Figure:
    """What reaches users, over the days, between both ends."""
    days = len(worst.output)
    step = max(1, days // _LABELS)
    bars = []
    for day in range(0, days, step):
        low, high = sorted((float(worst.output[day]), float(best.output[day])))
        bars.append(Bar(f"day {day}", (low + high) / 2, low, high) if low < high else Bar(f"day {day}", low))
    return Figure(f"What reaches users of {good(stop)} without {stop.name}", "share", tuple(bars), "line")
