"""Invented calendars and counts on which each lens of the family finds something."""

from datetime import date, timedelta
from typing import Any

from cuibono.testing.lenses import Example


def _event(actor: str, day: int, **more: Any) -> dict[str, Any]:
    return {"actor_name": actor, "when": (date(2020, 1, 1) + timedelta(day)).isoformat()} | more


_DAYS = [n * 19 + (n * n) % 13 for n in range(30)]

SIGNALS = {
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
