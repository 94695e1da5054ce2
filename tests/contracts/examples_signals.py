"""Invented calendars and counts on which each lens of the family finds something."""

from datetime import date, timedelta
from typing import Any

from cuibono.testing.lenses import Example


def _event(actor: str, day: int, **more: Any) -> dict[str, Any]:
    return {"actor_name": actor, "when": (date(2020, 1, 1) + timedelta(day)).isoformat()} | more


_DAYS = [n * 19 + (n * n) % 13 for n in range(30)]


def _mention(name: str, day: int, count: int, **more: Any) -> dict[str, Any]:
    keys = {"name_name": name, "outlet": "Fig Daily", "when": (date(2019, 1, 7) + timedelta(day)).isoformat()}
    return keys | {"count": count, "exposure": 40, "unit": "pages"} | more


_MENTIONS = [
    *(_mention("Ada Elm", 7 * n, (22 if n < 60 else 8) + n % 5) for n in range(110)),
    *(_mention("Bo Oak", 7 * n, 12 + (n * 7) % 5) for n in range(110) if n % 9),
    *(_mention("Cy Ash", 7 * n, 2, outlet=None, exposure=None, unit=None) for n in range(30)),
    *(_mention("Di Elder", n, 1) for n in range(5)),
    _mention("Ada Elm", 0, 3, when="2019"),
]
_DAILY = [_mention("Ada Elm", n, int(n < 180 and n % 3 == 0)) for n in range(260)]

SIGNALS = {
    "signals.attention": Example({"mentions": _MENTIONS}, {"draws": 199}),
    "signals.absence": Example(
        {"mentions": [*_DAILY, *(_mention("Bo Oak", n, int(n % 4 == 0)) for n in range(260)), _mention("Cy Ash", 3, 1)]}
    ),
    "signals.coincidence": Example(
        {
            "events": [
                *(_event("Alder Bureau", d, kind="statement", what="a statement") for d in _DAYS),
                *(_event("Birch Gazette", d + 2) for d in _DAYS),
                *(_event("Cedar Post", d * 2 % 600, asserted_by=None) for d in range(40, 60)),
                {"actor_name": "Alder Bureau", "when": "2020-05"},
                {"actor_name": "Fig Daily", "when": None},
            ]
        },
        {"draws": 199},
    ),
}
