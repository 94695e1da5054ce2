"""Numbers as people read them: 84%, 1,204 tonnes, 2019, 35% to 40%."""

import math
import re

from cuibono.model.finding import Measure

_SHARE = re.compile(r"(?:shares?|fraction|proportion)\b", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|per ?cent(?:age)?)(?=\s|$)", re.IGNORECASE)
_POINTS = re.compile(r"(?:%|per ?cent(?:age)?)[ -]points?", re.IGNORECASE)
_YEAR = re.compile(r"years?$", re.IGNORECASE)
_BARE = {"", "index", "ratio", "score"}


def amount(value: float | None, unit: str = "") -> str:
    """A number in its unit; shares (0 to 1) become percentages, years stay whole.

    "no figure" stands for a missing or endless number.
    """
    return " ".join(p for p in parts(value, unit) if p)


def parts(value: float | None, unit: str = "") -> tuple[str, str]:
    """A number as it is read, and what is left of its unit: 84%, of supply."""
    if value is None or not math.isfinite(value * 100):
        return "no figure", ""
    if _POINTS.fullmatch(unit):
        return digits(value), "percentage point" if value == 1 else "percentage points"
    if share := _SHARE.match(unit):
        return percent(value * 100), unit[share.end() :].strip()
    if cent := _PERCENT.match(unit):
        return percent(value), unit[cent.end() :].strip()
    if _YEAR.match(unit) and 1000 <= abs(value) < 10_000:
        return f"{value:.0f}", ""
    return digits(value), "" if unit.lower() in _BARE else unit


def percent(value: float) -> str:
    """A percentage with as many digits as tell it apart from 0 and 100."""
    if abs(value) >= 1e15:
        return f"{digits(value)}%"
    for places in (0 if float(value).is_integer() else 1, 2, 4):
        text = f"{value:,.{places}f}"
        if (float(text.replace(",", "")) in (0, 100)) == (value in (0, 100)):
            break
    return f"{_trim(text)}%".replace("-", "−")


def digits(value: float) -> str:
    """A number with three to four digits that count, thousands apart, and a true minus sign."""
    size = abs(value)
    if float(value).is_integer() and size < 1e15:
        text = f"{value:,.0f}"
    elif size >= 1e15 or size < 1e-4:
        text = _power(value)
    elif size >= 1000:
        text = f"{value:,.0f}"
    else:
        text = _trim(f"{value:.{max(0, 2 - math.floor(math.log10(size)))}f}")
    return text.replace("-", "−")


def span(low: float | None, high: float | None, unit: str = "") -> str:
    """An interval in words; empty when neither end is known, "at least" when one is."""
    known_low, known_high = _known(low), _known(high)
    if known_low and known_high:
        left, right = amount(low, unit), amount(high, unit)
        return left if left == right else f"{_shorter(left, right)} to {right}"
    if known_low:
        return f"at least {amount(low, unit)}"
    return f"at most {amount(high, unit)}" if known_high else ""


def interval(measure: Measure) -> str:
    """The interval of a measure in words; empty when there is none, or none that is wider than the value."""
    between = span(measure.low, measure.high, measure.unit)
    return "" if between == amount(measure.value, measure.unit) else between


def repeats(note: str, text: str) -> bool:
    """Whether a note only says again what a number says already: 60 % beside 60%."""
    return "".join(note.split()) in ("", "".join(text.split()))


def chance(p: float | None) -> str:
    """A p-value as text; empty when there is none."""
    if p is None or not math.isfinite(p):
        return ""
    return "p < 0.001" if p < 0.001 else f"p = {_trim(f'{p:.3f}')}"


def measured(measure: Measure | None) -> str:
    """A measure in one line: its name, its value, its interval."""
    if measure is None:
        return ""
    between = interval(measure)
    text = f"{measure.name} {amount(measure.value, measure.unit)}"
    return f"{text} ({between})" if between else text


def is_rate(unit: str) -> bool:
    """Whether numbers of this unit are parts of a whole, drawn on a percent scale."""
    return bool(_SHARE.match(unit) or _PERCENT.match(unit)) and not _POINTS.fullmatch(unit)


def is_year(unit: str) -> bool:
    """Whether numbers of this unit are calendar years, for which zero means nothing."""
    return bool(_YEAR.match(unit))


def _known(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _power(value: float) -> str:
    mantissa, exponent = f"{value:.2e}".split("e")
    return f"{_trim(mantissa)} × 10^{int(exponent)}"


def _shorter(left: str, right: str) -> str:
    """Leave out of the left end the unit words that the right end repeats: "3 to 4 tonnes"."""
    number, _, unit = left.partition(" ")
    return number if unit and right.endswith(f" {unit}") else left
