from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from cuibono.errors import BadSetting
from cuibono.testing.desk import ask, findings, notices

LENS = "signals.attention"
Rows = list[dict[str, Any]]


def _weeks(name: str, rates: "np.ndarray | list[float]", seed: int, **more: Any) -> Rows:
    rng = np.random.default_rng(seed)
    start = date(2018, 1, 1)
    return [
        {"name_name": name, "outlet": "Fig Daily", "when": (start + timedelta(7 * n)).isoformat()}
        | {"count": int(rng.poisson(r))}
        | more
        for n, r in enumerate(rates)
    ]


FELL = np.where(np.arange(156) < 90, 20.0, 10.0)
EVEN = np.full(156, 15.0)
ROWS = [*_weeks("Ada Elm", FELL, 1, exposure=40, unit="pages"), *_weeks("Bo Oak", EVEN, 2, exposure=40, unit="pages")]


def test_a_name_that_is_mentioned_less_is_found_with_its_time() -> None:
    (found,) = findings(ask(LENS, {"mention_counts": ROWS}, draws=199))
    assert found.says.startswith("Fig Daily mentioned Ada Elm less often from about 2019-09-")
    assert found.about == ("Ada Elm", "Fig Daily")
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.5, abs=0.06)
    assert found.evidence.count() == 156
    assert any("The format did not change then" in c for c in found.caveats)
    assert any("Of 1 rival counted in the same outlet, 0 changed" in c for c in found.caveats)
    assert found.figure is not None
    assert found.figure.kind == "line"


def test_a_name_that_keeps_its_level_is_not_identified() -> None:
    items = ask(LENS, {"mention_counts": ROWS}, draws=199)
    assert any("mentions Bo Oak is not identified" in n.says for n in notices(items))


def test_twice_the_pages_are_no_policy_and_are_named() -> None:
    pages = [4.0] * 78 + [8.0] * 78
    rows = [r | {"exposure": p} for r, p in zip(_weeks("Ada Elm", np.array(pages) * 3, 3), pages, strict=True)]
    assert findings(ask(LENS, {"mention_counts": rows}, draws=199)) == []
    bare = [r | {"exposure": None} for r in rows]
    (found,) = findings(ask(LENS, {"mention_counts": bare}, draws=199))
    assert any("a change of format would look the same" in c for c in found.caveats)


def test_a_format_that_changes_with_the_rate_is_named() -> None:
    pages = np.where(np.arange(156) < 90, 4.0, 8.0)
    rows = [r | {"exposure": p} for r, p in zip(_weeks("Ada Elm", pages * FELL / 4, 5), pages, strict=True)]
    (found,) = findings(ask(LENS, {"mention_counts": rows}, draws=199))
    assert any("The format changed at the same time" in c for c in found.caveats)


def test_weeks_in_which_the_outlet_was_not_seen_are_no_noughts() -> None:
    rows = [r for n, r in enumerate(ROWS) if n % 156 not in range(20, 30)]
    (found,) = findings(ask(LENS, {"mention_counts": rows}, draws=199))
    assert any("10 weeks in which the outlet was not seen are left out" in c for c in found.caveats)


def test_a_claim_of_a_fall_is_put_to_it_with_its_size() -> None:
    (found,) = findings(ask(LENS, {"mention_counts": ROWS}, draws=199))
    supported, contradicted, _ = found.bears
    assert (supported.kind, supported.outcome, supported.unit) == ("trend", "supported", "percent")
    assert supported.low is not None
    assert supported.high is not None
    assert supported.low < 55 < supported.high
    assert "fell" in supported.words
    assert "rose" in contradicted.words


def test_a_short_series_is_told_as_such() -> None:
    (notice,) = notices(ask(LENS, {"mention_counts": ROWS[:10]}))
    assert "10 periods" in notice.why


def test_a_short_series_is_told_to_whoever_asks_for_it_by_name() -> None:
    rows = [r | {"name_id": "name:ada elm"} for r in ROWS[:10]]
    (notice,) = notices(ask(LENS, {"mention_counts": rows}, name="ada elm"))
    assert notice.about == ("Ada Elm", "Fig Daily")


@pytest.mark.parametrize(
    ("rows", "settings"),
    [(ROWS, {"name": "Cy Fir"}), (ROWS, {"outlet": "Elm Post"}), ([ROWS[0] | {"polarity": "-"}], {})],
)
def test_what_is_not_counted_is_said(rows: Rows, settings: dict[str, str]) -> None:
    (notice,) = ask(LENS, {"mention_counts": rows}, **settings)
    assert notice.says.startswith("The case counts no mention of ")


def test_pages_or_items_are_counted_one_by_one() -> None:
    rows = [r | {"unit": None} for r in ROWS]
    assert " a page or item after " in findings(ask(LENS, {"mention_counts": rows}))[0].says


def test_settings_that_make_no_sense_are_refused() -> None:
    for settings in ({"alpha": 0.9}, {"draws": 5}):
        with pytest.raises(BadSetting):
            ask(LENS, {"mention_counts": ROWS}, **settings)
