"""How a site that uses the output of a stage is put into words."""

from collections.abc import Mapping

from cuibono.lenses.dependence._embargo_wording import percent
from cuibono.lenses.dependence._stages import Stop
from cuibono.model.bearing import Bearing
from cuibono.model.finding import Measure


def says(stop: Stop, row: Mapping[str, object]) -> str:
    """The sentence of a site."""
    place = f" ({row['country']})" if row["country"] else ""
    share = percent(_number(row["low"], 0.0), _number(row["high"], 1.0))
    store = f"its own stock lasts {_days(row)} days" if row["days"] is not None else "its own stock is not known"
    return f"{row['site']}{place} has {share} of its {row['stage']} from {stop.name}; {store}"


def measure(row: Mapping[str, object]) -> Measure:
    """Which part of a site's use stops."""
    low, high = _number(row["low"], 0.0), _number(row["high"], 1.0)
    return Measure(
        "share of its use that stops",
        (low + high) / 2,
        low=low if low < high else None,
        high=high if low < high else None,
        meaning="The part of what the site uses of the stage that comes from the supplier who is asked about.",
    )


def caveats(row: Mapping[str, object]) -> tuple[str, ...]:
    """What it does not say."""
    return (
        "It does not say that the site could not buy elsewhere, nor what it would pay.",
        *(() if row["low"] is not None else ("The part that comes from the supplier is not given.",)),
    )


def bears(row: Mapping[str, object]) -> tuple[Bearing, ...]:
    """Claims of how long a site's stock lasts."""
    if row["days"] is None:
        return ()
    days = _number(row["days"], 0.0)
    words = ("stock", "stocks", "reserve", "reserves", "inventory", *str(row["stage"]).split(), f"{row['stage']}s")
    return (Bearing("amount", "supported", (str(row["site"]),), words, days, days, "days"),)


def _days(row: Mapping[str, object]) -> str:
    return f"{_number(row['days'], 0.0):g}"


def _number(value: object, other: float) -> float:
    return other if value is None else float(str(value))
