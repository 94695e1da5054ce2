from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from cuibono.errors import BadSetting
from cuibono.testing.desk import ask, findings, notices

LENS = "signals.coincidence"
START = date(2020, 1, 1)
Rows = list[dict[str, Any]]


def _rows(actor: str, days: "np.ndarray | list[int]", **more: Any) -> Rows:
    return [{"actor_name": actor, "when": (START + timedelta(int(d))).isoformat()} | more for d in days]


RNG = np.random.default_rng(7)
FIRST = np.sort(RNG.choice(700, 30, replace=False))
TOGETHER = [*_rows("Alder Bureau", FIRST), *_rows("Birch Gazette", FIRST + 2)]
APART = [*_rows("Alder Bureau", FIRST), *_rows("Cedar Post", np.sort(RNG.choice(700, 30, replace=False)))]


def test_events_that_follow_by_two_days_fall_together() -> None:
    (found,) = findings(ask(LENS, {"dated_events": TOGETHER}))
    assert found.says.startswith(
        "Events of Alder Bureau and Birch Gazette fall within 3 days of each other more often than chance: "
    )
    assert found.about == ("Alder Bureau", "Birch Gazette")
    assert found.measure is not None
    assert found.measure.p is not None
    assert found.measure.p < 0.01
    assert found.evidence.count() == 60
    assert any("Birch Gazette most often follows Alder Bureau by" in c for c in found.caveats)
    assert any("third thing" in c for c in found.caveats)


def test_events_that_have_nothing_to_do_with_each_other_are_not_identified() -> None:
    items = ask(LENS, {"dated_events": APART})
    assert findings(items) == []
    (notice,) = notices(items)
    assert "not identified" in notice.says
    assert notice.about == ("Alder Bureau", "Cedar Post")


def test_how_many_other_pairs_could_have_been_asked_about_is_told() -> None:
    others = [r for n in range(4) for r in _rows(f"Land {n}", np.sort(RNG.choice(700, 20, replace=False)))]
    (found,) = findings(ask(LENS, {"dated_events": [*TOGETHER, *others]}))
    assert any("15 pairs of actors could have been asked about" in c for c in found.caveats)


def test_two_actors_can_be_named() -> None:
    (found,) = findings(ask(LENS, {"dated_events": [*TOGETHER, *APART]}, first="alder bureau", second="Birch Gazette"))
    assert found.about == ("Alder Bureau", "Birch Gazette")


def test_an_event_whose_day_is_not_known_is_left_out_and_counted() -> None:
    vague = [{"actor_name": "Alder Bureau", "when": "2020-05"}]
    (found,) = findings(ask(LENS, {"dated_events": [*TOGETHER, *vague]}))
    assert any("1 event whose day is not known is left out" in c for c in found.caveats)


def test_few_events_are_no_calendar() -> None:
    items = ask(LENS, {"dated_events": [*_rows("Alder Bureau", [1, 5]), *_rows("Birch Gazette", [2, 6])]})
    (notice,) = notices(items)
    assert notice.says == "No two actors can be compared"
    assert "Alder Bureau 2" in notice.why


def test_a_claim_that_two_coincide_is_borne_out_and_no_more() -> None:
    (found,) = findings(ask(LENS, {"dated_events": TOGETHER}))
    (bearing,) = found.bears
    assert (bearing.kind, bearing.outcome) == ("coordination", "supported")
    assert not {"ordered", "agreed", "because", "orchestrated"} & set(bearing.words)


@pytest.mark.parametrize("settings", [{"within": 40}, {"lags": 90}, {"alpha": 0.9}, {"draws": 3}])
def test_settings_that_make_no_sense_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(BadSetting):
        ask(LENS, {"dated_events": TOGETHER}, **settings)
