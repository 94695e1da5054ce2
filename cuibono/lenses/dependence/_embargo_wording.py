"""How the stop of a supplier is put into words, numbers and figures."""

from collections.abc import Iterator

from cuibono.lenses.dependence._concentration_bears import whole_good
from cuibono.lenses.dependence._stages import Order, Stop
from cuibono.model.bearing import Bearing
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure, Notice

_NEAR = 0.02  # stages within two points of the narrowest one are named with it: the figures are no better


def about(stop: Stop) -> tuple[str, ...]:
    """What a finding is about: the supplier, the market, the basis, the year, and who says so."""
    return (
        stop.name,
        stop.market or "market not stated",
        stop.basis or "basis not stated",
        str(stop.year) if stop.year is not None else "year not stated",
        stop.speaker or "speaker not named",
    )


def percent(low: float, high: float) -> str:
    """One share, or two ends."""
    left, right = f"{100 * low:.1f}", f"{100 * high:.1f}"
    return f"{left} %" if left == right else f"{left} to {right} %"


def where(stop: Stop) -> str:
    """Of which basis and year, and who says so."""
    year = str(stop.year) if stop.year is not None else "year not stated"
    return f"{stop.basis or 'basis not stated'}, {year}, says {stop.speaker or 'a speaker who is not named'}"


def good(stop: Stop) -> str:
    """What is supplied."""
    return stop.market or "the good"


def says(stop: Stop) -> str:
    """The sentence of a chokepoint."""
    narrow = [n for n in range(len(stop.stages)) if stop.high[n] <= stop.least[1] + _NEAR]
    narrow.sort(key=lambda n: (stop.high[n], stop.low[n], stop.stages[n]))
    names = " and ".join(f"{stop.stages[n]} ({percent(stop.low[n], stop.high[n])} left)" for n in narrow[:3]) + (
        f" and {len(narrow) - 3} more" if len(narrow) > 3 else ""
    )
    which = "stage is" if len(narrow) == 1 else "stages are"
    return (
        f"Without {stop.name}, {percent(*stop.least)} of {good(stop)} could be made with no stock "
        f"and nobody to step in; the narrowest {which} {names} ({where(stop)})"
    )


def least(stop: Stop) -> Measure:
    """What is left at the narrowest stage."""
    low, high = stop.least
    return Measure(
        "share left at the narrowest stage",
        (low + high) / 2,
        low=low if low < high else None,
        high=high if low < high else None,
        meaning="The minimum cut of the stages: what would be left of a normal day's output of the end product when "
        "the supplier stops, before any stock or substitute. 1 when nothing is missing.",
    )


def caveats(stop: Stop, told: Order | None) -> tuple[str, ...]:
    """What the number does not say."""
    return tuple(_caveats(stop, told))


def _caveats(stop: Stop, told: Order | None) -> Iterator[str]:
    yield "It does not say that the supplier means to stop; inputs are taken as needed in fixed proportions."
    if stop.basis and "capacity" in stop.basis.lower():
        yield "Capacity is not production: idle works elsewhere could make more than they do."
    elif not stop.basis:
        yield "The basis of the shares (capacity, production ...) is not stated."
    if any(low < high for low, high in zip(stop.low, stop.high, strict=True)):
        yield "Some shares are bounds or not given; the interval holds whatever they are."
    if told is None:
        yield "The case does not say which stage needs which: all that are listed are taken as needed."
    elif missing := [s for s in told.stages if s not in {x.lower() for x in stop.stages}]:
        yield f"No share is given for {', '.join(missing[:4])}: it may be narrower still there."
    yield "Suppliers are taken as listed: a country is not the owner of the works in it."


def figure(stop: Stop, told: Order | None) -> Figure:
    """What is left at each stage, in the order of the stages where the case knows it."""
    ranked = {s: n for n, s in enumerate(told.stages)} if told else {}
    places = sorted(range(len(stop.stages)), key=lambda n: (ranked.get(stop.stages[n].lower(), 999), stop.stages[n]))
    return Figure(
        f"What is left of {stop.market or 'the market'} without {stop.name} ({stop.basis or 'basis not stated'})",
        "share",
        tuple(_bar(stop.stages[n], stop.low[n], stop.high[n]) for n in places),
    )


def _bar(label: str, low: float, high: float) -> Bar:
    return Bar(label, low) if low == high else Bar(label, (low + high) / 2, low, high)


def bears(stop: Stop) -> tuple[Bearing, ...]:
    """Claims of the share that a supplier has of a stage: what is not left."""
    time = str(stop.year) if stop.year is not None else None
    found = []
    for stage, low, high in zip(stop.stages, stop.low, stop.high, strict=True):
        words = tuple(f"{stop.market or ''} {stage} {stop.basis or ''}".split())
        found.append(
            Bearing(
                "share",
                "supported",
                (stop.name, stop.supplier),
                words,
                100 * (1 - high),
                100 * (1 - low),
                "percent",
                time,
                whole_good(stop.market, stage),
            )
        )
    return tuple(found)


def nobody(supplier: str, threshold: float) -> Notice:
    """No supplier can be asked about."""
    if supplier:
        return Notice(
            f"No share of {supplier} can be used",
            "the case has no share under that name",
            "shares of a market by stage, with the supplier: cuibono add FILE --as supply_shares",
        )
    return Notice(
        f"No supplier has {threshold:.0%} of any stage".replace("%", " %"),
        "no stated share is known to be that high",
        "a lower threshold, or shares of more stages: cuibono add FILE --as supply_shares",
    )


def no_order() -> Notice:
    """Days cannot be run without the order of the stages."""
    return Notice(
        "How the days would go is not identified",
        "the case does not say which stage is made from which",
        "a table of stages, and of stocks and substitutes: cuibono add FILE --as stages",
    )


def no_stock(stop: Stop) -> Notice:
    """Days cannot be run without stock or substitute."""
    return Notice(
        f"From which day {good(stop)} would be missing without {stop.name} is not identified",
        "the case knows of no stock and of nobody who steps in; without them it is the first day",
        "days in store by stage, and who could step in: cuibono add FILE --as stocks, --as substitutes",
        about(stop),
    )


def no_row(stop: Stop, why: str) -> Notice:
    """The stages do not make a row."""
    return Notice(
        f"How the days would go for {good(stop)} is not identified",
        f"the stages do not lead to one end product: {why}",
        "stages of one product at a time, each feeding one other",
        about(stop),
    )
