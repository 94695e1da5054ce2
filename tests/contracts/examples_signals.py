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


def _cell(reading: str, indicator: str, low: float, high: float, **more: Any) -> dict[str, Any]:
    row = {"question": "Why did the harbour master leave?", "reading_name": reading, "indicator": indicator}
    return row | {"likely_low": low, "likely_high": high, "seen": "yes"} | more


_SHEET = [
    _cell("purged", "no farewell", 0.6, 0.8, prior_low=0.3, prior_high=0.5),
    _cell("retired", "no farewell", 0.2, 0.4, prior_low=0.5, prior_high=0.7),
    _cell("purged", "photograph gone", 0.5, 0.9, rests_on="the paper"),
    _cell("retired", "photograph gone", 0.4, 0.6, rests_on="the paper"),
    _cell("purged", "name gone", 0.5, 0.6, rests_on="the paper"),
    _cell("retired", "name gone", 0.5, 0.6, rests_on="the paper"),
    _cell("purged", "seen at the congress", 0.0, 0.1, seen="open", due="2027-03"),
    _cell("retired", "seen at the congress", 0.5, 0.7, seen="open", due="2027-03"),
    _cell("purged", "a rumour", 0.1, 0.7),
    _cell("alone", "silence", 0.1, 0.7, question=None, asserted_by=None),
    _cell("left", "silence", 0.1, 0.2, question="Whither?", asserted_by=None, came_true="yes"),
    _cell("right", "silence", 0.5, 0.7, question="Whither?", asserted_by=None, came_true="no", seen="no"),
]

SIGNALS = {
    "signals.readings": Example({"likelihoods": _SHEET}, {"as_of": "2027-04-01"}),
    "signals.attention": Example({"mention_counts": _MENTIONS}, {"draws": 199}),
    "signals.absence": Example(
        {
            "mention_counts": [
                *_DAILY,
                *(_mention("Bo Oak", n, int(n % 4 == 0)) for n in range(260)),
                _mention("Cy Ash", 3, 1),
            ]
        }
    ),
    "signals.coincidence": Example(
        {
            "dated_events": [
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
