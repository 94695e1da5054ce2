"""How a dispute is put into words, a number and a figure."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import inf

from cuibono.lenses.claims._disputes import Dispute, Side
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure

_UNITS = {"percent": " %", "share": "", "year": "", "years": "", "": ""}
_NAMELESS = "a speaker who is not named"


def says(dispute: Dispute) -> str:
    """The sentence of a finding: the thing, then the accounts from low to high, apart by "against"."""
    head = f"{label(dispute.property)} of {dispute.name}"
    if dispute.denied is not None:
        yes = "; ".join(_said(s, dispute) for s in dispute.sides if not s.denies)
        no = "; ".join(speaker(s) for s in dispute.sides if s.denies)
        return f"{head}: {yes} is denied by {no}{_more(dispute)}"
    groups = " against ".join(", ".join(_said(s, dispute) for s in cluster) for cluster in _clusters(dispute))
    return f"{head}: {groups}{_more(dispute)}{_same_speaker(dispute)}"


def label(name: str) -> str:
    """A property for people: "incorporationDate" becomes "Incorporation date"."""
    spaced = "".join(f" {c.lower()}" if c.isupper() and i and name[i - 1].islower() else c for i, c in enumerate(name))
    words = spaced.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def speaker(side: Side) -> str:
    """Who says so, and whether it is only alleged."""
    return f"{side.speaker or _NAMELESS}{', alleged' if side.alleged else ''}"


def _said(side: Side, dispute: Dispute) -> str:
    when = _period(side) if len({_period(s) for s in dispute.sides}) > 1 else ""
    return f"{value(side, dispute)} ({speaker(side)}{f', {when}' if when else ''})"


def value(side: Side, dispute: Dispute) -> str:
    """A value as it was said, with its unit; words in quotation marks, shares in percent."""
    if dispute.unit == "share":
        return _share(side)
    text = side.value.strip()
    if not text[:1].isdigit():
        return f"“{text}”{_unit(text, dispute.unit)}"
    return f"{text}{_unit(text, dispute.unit)}"


def _unit(text: str, unit: str) -> str:
    if unit in text or (unit == "percent" and "%" in text):
        return ""
    return _UNITS.get(unit, f" {unit}")


def _share(side: Side) -> str:
    low, high = (None if end is None else f"{100 * end:.4g}" for end in (side.low, side.high))
    if low == high and low is not None:
        return f"{low} %"
    if high is None or side.high == 1:
        return f"at least {low} %"
    return f"at most {high} %" if low in (None, "0") else f"{low} to {high} %"


def _period(side: Side) -> str:
    start, end = side.from_day, side.until_day
    if start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    if start and end:
        return f"{start}" if start == end else f"{start} to {end}"
    return f"since {start}" if start else f"until {end}" if end else ""


def _clusters(dispute: Dispute) -> Iterator[Sequence[Side]]:
    """Accounts from low to high, a new cluster where one begins above all before it; words by themselves."""
    if dispute.kind == "text":
        yield from (list(same) for _, same in groupby(dispute.sides, key=lambda side: side.words))
        return
    cluster: list[Side] = []
    top = -inf
    for side in dispute.sides:
        low, high = _ends(side, dispute)
        if cluster and low > top:
            yield cluster
            cluster, top = [], -inf
        cluster.append(side)
        top = max(top, high)
    yield cluster


def _ends(side: Side, dispute: Dispute) -> tuple[float, float]:
    low, high = side.low, side.high
    if dispute.kind == "date":
        low, high = _ordinal(side.earliest), _ordinal(side.latest)
    return -inf if low is None else low, inf if high is None else high


def _ordinal(day: date | None) -> float | None:
    return None if day is None else float(day.toordinal())


def _more(dispute: Dispute) -> str:
    return f" and {dispute.more:,} more" if dispute.more else ""


def _same_speaker(dispute: Dispute) -> str:
    if dispute.speakers != 1:
        return ""
    count = len(dispute.sides) + dispute.more
    return f"; {'two' if count == 2 else f'{count:,}'} figures by the same speaker" if count > 1 else ""


def measure(dispute: Dispute) -> Measure:
    """How far the accounts lie apart, or how many there are."""
    if dispute.denied is not None:
        return Measure("denials", float(sum(s.denies for s in dispute.sides)), meaning="Speakers who deny it.")
    if dispute.kind == "text":
        meaning = "Different values of a property that has one true value at a time."
        return Measure("different values", float(dispute.values), meaning=meaning)
    percent = dispute.unit in ("share", "percent")
    unit = "percentage points" if percent else "days" if dispute.kind == "date" else dispute.unit
    size = dispute.gap * 100 if dispute.unit == "share" else dispute.gap
    meaning = "The distance between the two accounts that lie farthest apart, from end to nearest end."
    return Measure("gap", round(size, 9), unit, meaning=meaning)


def caveats(dispute: Dispute) -> tuple[str, ...]:
    """What the finding does not say."""
    return tuple(_caveats(dispute))


def _caveats(dispute: Dispute) -> Iterator[str]:
    yield "It does not say which account is true; they may count different things under the same name."
    if dispute.undated and dispute.kind != "date":
        yield "At least one account does not say which time it is about."
    if any(s.alleged for s in dispute.sides):
        yield "At least one account is only alleged."
    if dispute.speakers is None:
        yield "Not every speaker is named; unnamed ones may be the same."
    named = [s.speaker for s in dispute.sides if s.speaker]
    twice = sorted({n for n in named if named.count(n) > 1})
    if twice and dispute.speakers != 1:
        yield f"More than one of these accounts is by {' and by '.join(twice)}."


def figure(dispute: Dispute) -> Figure | None:
    """Who says which interval, one below the other; none for words."""
    if dispute.denied is not None or dispute.kind not in ("number", "date"):
        return None
    unit = "year" if dispute.kind == "date" else dispute.unit
    bars = tuple(bar for s in dispute.sides if (bar := _bar(s, dispute)))
    return Figure(f"{label(dispute.property)} of {dispute.name}", unit, bars, kind="ranges")


def _bar(side: Side, dispute: Dispute) -> Bar | None:
    ends = (side.low, side.high)
    if dispute.kind == "date":
        ends = (_year(side.earliest), _year(side.latest))
    known = [e for e in ends if e is not None]
    if not known:
        return None
    return Bar(speaker(side), sum(known) / len(known), *ends, note=value(side, dispute))


def _year(day: date | None) -> float | None:
    return None if day is None else day.year + (day.timetuple().tm_yday - 1) / 366
