from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings, notices

LENS = "dependence.embargo"
Tables = dict[str, list[dict[str, Any]]]


def _share(stage: str, supplier: str, low: float, high: float | None = None, **more: Any) -> dict[str, Any]:
    keys = {"market": "quince", "stage": stage, "basis": "production", "year": 2021, "supplier_name": supplier}
    return keys | {"share_low": low, "share_high": low if high is None else high} | more


SHARES = [
    _share("grove", "Norland", 0.5),
    _share("grove", "Sudland", 0.5),
    _share("press", "Norland", 0.9),
    _share("press", "Sudland", 0.1),
    _share("jar", "Norland", 0.6),
    _share("jar", "Sudland", 0.4),
]
STAGES = [
    {"market": "quince", "stage": "grove", "after": None, "build_days": 900},
    {"market": "quince", "stage": "press", "after": "grove", "build_days": 400, "day_cost": 12, "unit": "crowns"},
    {"market": "quince", "stage": "jar", "after": "press"},
]


def _ask(tables: Tables, **settings: Any) -> list[Finding]:
    return findings(ask(LENS, {"supply_shares": SHARES} | tables, **settings))


def test_the_narrowest_stage_is_what_is_left() -> None:
    found = _ask({}, supplier="Norland")[0]
    assert found.says == (
        "Without Norland, 10.0 % of quince could be made with no stock and nobody to step in; the narrowest stage is "
        "press (10.0 % left) (production, 2021, says Invented Gazette)"
    )
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.1)
    assert found.evidence.count() == 6
    assert found.figure is not None
    assert [b.label for b in found.figure.bars] == ["grove", "jar", "press"]


def test_stages_nearly_as_narrow_are_named_too() -> None:
    rows = [_share("press", "Norland", 0.9), _share("jar", "Norland", 0.89)]
    found = findings(ask(LENS, {"supply_shares": rows}))[0]
    assert "the narrowest stages are press (10.0 % left) and jar (11.0 % left)" in found.says


def test_only_suppliers_who_reach_the_threshold_are_asked_about() -> None:
    assert [f.about[0] for f in _ask({})] == ["Norland", "Sudland"]
    assert [f.about[0] for f in _ask({}, threshold=0.6)] == ["Norland"]
    (notice,) = notices(ask(LENS, {"supply_shares": SHARES}, threshold=0.95))
    assert notice.says == "No supplier has 95 % of any stage"


def test_bounds_and_stages_without_a_share_widen_the_interval() -> None:
    rows = [_share("press", "Norland", 0.8, 1.0), _share("jar", "Sudland", 0.7)]
    found = next(f for f in findings(ask(LENS, {"supply_shares": rows})) if f.about[0] == "Norland")
    assert found.measure is not None
    assert (found.measure.low, found.measure.high) == (0.0, pytest.approx(0.2))


def test_a_stock_bridges_so_many_days_and_those_who_step_in_end_it() -> None:
    stocks = [{"market": "quince", "stage": "press", "days_low": 18, "days_high": 36, "holder_name": "Sudland"}]
    steps = [
        {
            "market": "quince",
            "stage": s,
            "supplier_name": "Westland",
            "spare_low": 0.9,
            "spare_high": 0.9,
            "ramp_days": 50,
        }
        for s in ("grove", "press", "jar")
    ]
    found = _ask({"stages": STAGES, "stocks": stocks, "substitutes": steps}, supplier="Norland", days=100)
    course = found[1]
    assert course.about[-1] == "day by day"
    assert "nothing is missing again from day" in course.says
    assert course.measure is not None
    assert course.measure.unit == "days of normal use"
    assert any("a day in store costs 12 crowns" in c for c in course.caveats)
    assert any("takes longest at grove: 900 days" in c for c in course.caveats)
    assert course.figure is not None
    assert course.figure.kind == "line"


def test_a_stock_of_the_supplier_himself_does_not_count() -> None:
    stocks = [{"market": "quince", "stage": "press", "days_low": 18, "days_high": 18, "holder_name": "Norland"}]
    items = ask(LENS, {"supply_shares": SHARES, "stages": STAGES, "stocks": stocks}, supplier="Norland")
    assert len(findings(items)) == 1
    assert any("no stock" in n.why for n in notices(items))


def test_stages_that_feed_two_others_are_not_identified() -> None:
    stages = [*STAGES, {"market": "quince", "stage": "syrup", "after": "press"}]
    stocks = [{"market": "quince", "stage": "press", "days_low": 18, "days_high": 18}]
    items = ask(LENS, {"supply_shares": SHARES, "stages": stages, "stocks": stocks}, supplier="Norland")
    assert any("feeds two others" in n.why for n in notices(items))


def test_named_sites_say_what_would_stop_and_for_how_long_their_stock_lasts() -> None:
    sites = [
        {
            "site_name": "Mill of Elmstead", "country": "Sudland", "market": "quince", "stage": "press",
            "supplier_name": "Norland", "share_low": 0.7, "share_high": 0.7, "stock_days": 20,
        }
    ]  # fmt: skip
    site = _ask({"sites": sites}, supplier="Norland")[1]
    assert site.says == ("Mill of Elmstead (Sudland) has 70.0 % of its press from Norland; its own stock lasts 20 days")
    (bearing,) = site.bears
    assert (bearing.kind, bearing.low, bearing.high, bearing.unit) == ("amount", 20, 20, "days")


def test_firms_of_one_owner_stop_together() -> None:
    rows = [_share("press", "Alder Press", 0.4), _share("press", "Birch Press", 0.4), _share("press", "Fig Press", 0.2)]
    owners = [{"party_name": p, "owner_name": "Hazel Holding"} for p in ("Alder Press", "Birch Press")]
    (found,) = findings(ask(LENS, {"supply_shares": rows, "same_owner": owners}))
    assert found.about[0] == "Hazel Holding"
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.2)


def test_the_share_that_stops_is_what_a_claim_of_a_share_is_put_to() -> None:
    found = _ask({}, supplier="Norland")[0]
    press = next(b for b in found.bears if "press" in b.words)
    assert (press.kind, press.about[0], press.time, press.unit) == ("share", "Norland", "2021", "percent")
    assert press.low == pytest.approx(90)


@pytest.mark.parametrize("settings", [{"threshold": 0.0}, {"days": 0}, {"lasts": -1}, {"demand": 2.0}])
def test_settings_that_make_no_sense_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(BadSetting):
        _ask({}, **settings)
