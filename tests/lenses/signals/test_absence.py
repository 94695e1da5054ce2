from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from cuibono.errors import BadSetting
from cuibono.testing.desk import ask, findings, notices

LENS = "signals.absence"
START = date(2019, 1, 1)
Rows = list[dict[str, Any]]


def _days(name: str, chance: float, seed: int, *, until: int = 400) -> Rows:
    """One row for each of 400 days on which the outlet was seen; the name is mentioned until some day."""
    rng = np.random.default_rng(seed)
    return [
        {"name_name": name, "outlet": "Fig Daily", "when": (START + timedelta(n)).isoformat()}
        | {"count": int(n < until and rng.random() < chance), "exposure": 40, "unit": "items"}
        for n in range(400)
    ]


ROWS = [*_days("Ada Elm", 0.4, 1, until=330), *_days("Bo Oak", 0.4, 2)]


def test_a_name_that_vanished_is_found_with_its_base_rate() -> None:
    (found,) = findings(ask(LENS, {"mention_counts": ROWS}))
    assert found.says.startswith("Fig Daily last mentioned Ada Elm in the day of 2019-11-2")
    assert found.about == ("Ada Elm", "Fig Daily")
    assert found.measure is not None
    assert 68 <= found.measure.value <= 75
    assert found.evidence.count() == 400
    assert any(c.startswith("Base rate: the rule") for c in found.caveats)
    assert any("Of 1 rival in the same outlet, 0 are silent" in c for c in found.caveats)
    assert any("a mention is not an appearance" in c.lower() for c in found.caveats)


def test_a_usual_silence_is_not_identified() -> None:
    items = ask(LENS, {"mention_counts": _days("Bo Oak", 0.4, 2)})
    assert findings(items) == []
    (notice,) = notices(items)
    assert notice.says == "No silence beyond habit is identified for 1 name"


def test_a_name_that_was_hardly_ever_mentioned_has_no_habit() -> None:
    (notice,) = notices(ask(LENS, {"mention_counts": _days("Cy Ash", 0.02, 3)}))
    assert "fewer than 21 periods" in notice.why


def test_a_longer_run_between_false_alarms_asks_for_a_longer_silence() -> None:
    rows = _days("Ada Elm", 0.4, 1, until=382)
    assert len(findings(ask(LENS, {"mention_counts": rows}, years=0.25))) >= len(
        findings(ask(LENS, {"mention_counts": rows}, years=50))
    )
    assert findings(ask(LENS, {"mention_counts": rows}, years=100)) == []


def test_days_on_which_the_outlet_was_not_seen_are_no_silence() -> None:
    rows = [r for r in ROWS if not "2019-12-10" <= r["when"] < "2020-01-10"]
    (found,) = findings(ask(LENS, {"mention_counts": rows}))
    assert found.measure is not None
    assert 35 <= found.measure.value <= 45
    assert any("31 days in which the outlet was not seen are not counted" in c for c in found.caveats)


def test_a_name_that_is_not_counted_is_said() -> None:
    (notice,) = ask(LENS, {"mention_counts": ROWS}, name="Cy Fir")
    assert notice.says == "The case counts no mention of Cy Fir that can be used"


def test_a_run_of_years_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(BadSetting):
        ask(LENS, {"mention_counts": ROWS}, years=0.0)
