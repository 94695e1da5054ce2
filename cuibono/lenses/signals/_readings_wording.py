"""How a sheet of readings is put into words: every number that is needed to redo it by hand."""

from collections.abc import Iterator

from cuibono.lenses.signals._readings import Indicator, Sheet, overdue
from cuibono.measures.interval_posterior import Ends, Weighed, brier
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure, Notice


def about(sheet: Sheet) -> tuple[str, ...]:
    """The question, who weighs it, and the readings."""
    return (sheet.question or "question not stated", sheet.speaker or "speaker not named", *sheet.readings)


def _order(found: Weighed) -> list[int]:
    return sorted(range(len(found.middle)), key=lambda n: (-found.middle[n], n))


def _ends(ends: Ends) -> str:
    low, high = f"{ends[0]:.2f}", f"{ends[1]:.2f}"
    return low if low == high else f"{low} to {high}"


def _chance(found: Weighed, n: int) -> str:
    return f"{found.middle[n]:.0%} [{found.low[n]:.0%} to {found.high[n]:.0%}]".replace("%", " %")


def says(sheet: Sheet, found: Weighed) -> str:
    """The sentence of a finding: how the readings stand, and whether their order is identified."""
    first, second, *_ = _order(found)
    held = (
        "their order holds whatever the likelihoods are within their ranges"
        if found.low[first] > found.high[second]
        else "their order is not identified within the ranges"
    )
    return (
        f"Of {len(sheet.readings)} readings of \u201c{sheet.question or 'a question that is not stated'}\u201d, as "
        f"{sheet.speaker or 'a speaker who is not named'} weighs them, \u201c{sheet.readings[first]}\u201d stands at "
        f"{_chance(found, first)} and \u201c{sheet.readings[second]}\u201d at {_chance(found, second)}; {held}"
    )


def measure(sheet: Sheet, found: Weighed) -> Measure:
    """The posterior of the leading reading, with its ends."""
    first = _order(found)[0]
    return Measure(
        "posterior probability",
        found.middle[first],
        low=min(found.low[first], found.middle[first]),
        high=max(found.high[first], found.middle[first]),
        meaning=f"Of the reading \u201c{sheet.readings[first]}\u201d, by Bayes' rule: at the middle of all ranges, and "
        "the least and the most within them. It is as good as the likelihoods that were written down.",
    )


def caveats(sheet: Sheet, found: Weighed, as_of: str) -> tuple[str, ...]:
    """The sum by hand, the weight of each indicator, what flips the order, what is open, the score."""
    return tuple(_caveats(sheet, found, as_of))


def _caveats(sheet: Sheet, found: Weighed, as_of: str) -> Iterator[str]:
    yield "It does not say which reading is true; the likelihoods are the speaker's, other readings are not weighed."
    yield from _by_hand(sheet)
    first, second, *_ = _order(found)
    yield from (_weight(i, sheet, first, second) for i in sheet.counted)
    left = [i.name for i in sheet.indicators if i.seen != "open" and i not in sheet.counted]
    if left:
        yield f"Counted once with others that rest on the same: {'; '.join(left)}."
    yield _flip(sheet, found, first, second)
    for one in sheet.open:
        yield _would_change(sheet, one, found, as_of)
    if sheet.gaps:
        yield f"{plural(sheet.gaps, 'indicator')} without a likelihood for every reading left out."
    if sheet.came_true is not None:
        score = brier(found.middle, sheet.came_true)
        right = sheet.readings[sheet.came_true.index(True)]
        yield f"\u201c{right}\u201d turned out right: Brier score {score:.2f} (0 is perfect, 2 the worst)."


def _by_hand(sheet: Sheet) -> Iterator[str]:
    """For each reading, what is multiplied."""
    for n, reading in enumerate(sheet.readings):
        parts = " x ".join([f"prior {_ends(sheet.priors[n])}", *(_ends(i.weight[n]) for i in sheet.counted)])
        yield f"By hand, {reading}: {parts}; each sum over the sums of all readings."


def _weight(indicator: Indicator, sheet: Sheet, first: int, second: int) -> str:
    low, high = indicator.against(first, second)
    what = indicator.name if indicator.seen == "yes" else f"{indicator.name} (not seen)"
    if low <= 1 <= high:
        return f"{what}: fits both leading readings, ratio {_ratio(low)} to {_ratio(high)}; about 1, it moves little."
    for_, times = (first, (low, high)) if low > 1 else (second, (1 / max(high, 1e-9), 1 / max(low, 1e-9)))
    return f"{what}: speaks for \u201c{sheet.readings[for_]}\u201d, ratio {_ratio(times[0])} to {_ratio(times[1])}."


def _ratio(value: float) -> str:
    return "any size" if value > 1e6 else f"{value:.2g}"


def _flip(sheet: Sheet, found: Weighed, first: int, second: int) -> str:
    """The cell that turns the order round with the smallest change, the others at the middle of their ranges."""
    odds = found.middle[first] / max(found.middle[second], 1e-12)
    nearest = min(
        (
            (abs(needed - middle), i.name, reading, needed, low <= needed <= high)
            for i in sheet.counted
            for reading, n, factor in ((first, first, 1 / odds), (second, second, odds))
            for low, high in (i.weight[n],)
            for middle in ((low + high) / 2,)
            for needed in (middle * factor,)
            if needed <= 1
        ),
        default=None,
    )
    if nearest is None:
        return "No single likelihood could turn the order of the two leading readings round."
    _, name, reading, needed, inside = nearest
    within = "within its range" if inside else "outside its range"
    return (
        f"The order turns round first if the likelihood of \u201c{name}\u201d under "
        f"\u201c{sheet.readings[reading]}\u201d is {needed:.2f}, which lies {within}."
    )


def _would_change(sheet: Sheet, one: Indicator, found: Weighed, as_of: str) -> str:
    """What an open indicator would make of the readings."""
    first = _order(found)[0]
    parts = []
    for seen, words in ((True, "if it is seen"), (False, "if it is not")):
        try:
            then = sheet.if_it_came(one, seen=seen)
        except ValueError:
            parts.append(f"{words}, no reading allows it")
            continue
        leads = _order(then)[0]
        turn = ", which turns the order round" if leads != first else ""
        parts.append(
            f"{words}, \u201c{sheet.readings[leads]}\u201d leads at {then.middle[leads]:.0%}{turn}".replace("%", " %")
        )
    when = f" by {one.due}" if one.due else ", with no date"
    late = " (overdue)" if as_of and overdue(one, as_of) else ""
    return f"Open{when}{late}: {one.name}: {'; '.join(parts)}."


def figure(sheet: Sheet, found: Weighed) -> Figure:
    """The least and the most of each reading."""
    bars = [Bar(sheet.readings[n], found.middle[n], found.low[n], found.high[n]) for n in _order(found)]
    return Figure(f"Readings of {sheet.question or 'a question that is not stated'}", "share", tuple(bars), "ranges")


def nothing(question: str) -> Notice:
    """There is no sheet."""
    return Notice(
        "No readings are weighed" + (f" for \u201c{question}\u201d" if question else ""),
        "the case has no likelihoods that can be used",
        "one row per reading and indicator, with the ends of the likelihood: cuibono add FILE --as likelihoods",
    )


def not_weighed(sheet: Sheet, why: str = "") -> Notice:
    """A sheet that cannot be weighed."""
    short = (
        "it has one reading only" if len(sheet.readings) < 2 else "nothing was seen yet that every reading speaks to"
    )
    return Notice(
        f"How the readings of \u201c{sheet.question or 'a question that is not stated'}\u201d stand is not identified",
        why or short,
        "a likelihood of each indicator under every reading",
        sheet.readings,
    )
