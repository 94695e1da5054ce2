from typing import Any

import pytest

from cuibono.errors import BadSetting, MissingTable
from cuibono.model.finding import Finding
from cuibono.testing.desk import MemoryDesk, ask, findings, notices

LENS = "dependence.concentration"


def _row(supplier: str, low: float | None, high: float | None = None, **more: Any) -> dict[str, Any]:
    keys = {"market": "quince", "stage": "jam", "basis": "production", "year": 2021}
    return keys | {"supplier_name": supplier, "share_low": low, "share_high": low if high is None else high} | more


def _one(rows: list[dict[str, Any]], **settings: Any) -> Finding:
    (found,) = findings(ask(LENS, {"supply_shares": rows}, **settings))
    return found


def test_says_who_supplies_how_much_and_how_concentrated_that_is() -> None:
    found = _one([_row("Norland", 0.97), _row("Sudland", 0.03)])
    assert found.says == (
        "Norland supplies 97.0 % of quince jam (production, 2021), says Invented Gazette; "
        "Herfindahl index 0.94, 1.1 effective suppliers"
    )
    assert found.about == ("quince", "jam", "production", "2021", "Invented Gazette")
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.9418)
    assert found.measure.low is None
    assert "9,418" in found.measure.meaning
    assert found.evidence.count() == 2
    assert found.figure is not None
    assert [(b.label, b.value) for b in found.figure.bars] == [("Norland", 0.97), ("Sudland", 0.03)]


def test_what_nobody_lists_widens_the_interval() -> None:
    found = _one([_row("Norland", 0.6)])
    assert found.measure is not None
    assert (found.measure.low, found.measure.high) == (pytest.approx(0.36), pytest.approx(0.52))
    assert any("add up to 60.0 %" in c for c in found.caveats)
    assert found.figure is not None
    assert found.figure.bars[-1].label == "not listed"


def test_a_one_sided_share_that_reaches_the_threshold_whatever_it_is() -> None:
    found = _one([_row("Norland", 0.8, 1.0)])
    assert found.says.startswith("Norland supplies at least 80.0 % of quince jam")
    assert "Herfindahl index 0.64 to 1.00, 1.0 to 1.6 effective suppliers" in found.says


def test_an_open_end_counts_as_unknown() -> None:
    items = ask(LENS, {"supply_shares": [_row("Norland", 0.4) | {"share_high": None}]})
    assert findings(items) == []
    (notice,) = notices(items)
    assert "not identified" in notice.says
    assert "Herfindahl index 0.16 to 1.00" in notice.says


def test_below_the_threshold_nothing_is_said() -> None:
    assert ask(LENS, {"supply_shares": [_row(f"Land {n}", 0.1) for n in range(10)]}) == []


def test_the_threshold_is_met_exactly() -> None:
    rows = [_row(f"Land {n}", 0.1) for n in range(10)]
    assert len(findings(ask(LENS, {"supply_shares": rows}, threshold=0.1))) == 1
    assert findings(ask(LENS, {"supply_shares": rows}, threshold=0.1001)) == []


def test_bases_years_and_speakers_are_never_mixed() -> None:
    rows = [
        _row("Norland", 0.9),
        _row("Norland", 0.8, basis="capacity"),
        _row("Norland", 0.7, basis=None),
        _row("Norland", 0.95, year=2020),
        _row("Norland", 0.85, asserted_by="Quince Board"),
    ]
    found = findings(ask(LENS, {"supply_shares": rows}))
    assert [f.about[2:] for f in found] == [
        ("production", "2020", "Invented Gazette"),
        ("production", "2021", "Invented Gazette"),
        ("production", "2021", "Quince Board"),
        ("capacity", "2021", "Invented Gazette"),
        ("basis not stated", "2021", "Invented Gazette"),
    ]
    assert [f.evidence.count() for f in found] == [1, 1, 1, 1, 1]
    assert any("One other speaker gives shares of the same" in c for c in found[1].caveats)
    assert any("Capacity is not production" in c for c in found[3].caveats)
    assert any("basis" in c and "not stated" in c for c in found[4].caveats)


def test_settings_narrow_the_question() -> None:
    rows = [_row("Norland", 0.9), _row("Norland", 0.8, basis="Capacity", year=2020)]
    assert _one(rows, basis="capacity").about[2:4] == ("Capacity", "2020")
    assert _one(rows, year="2021").about[3] == "2021"
    (notice,) = ask(LENS, {"supply_shares": rows}, market="pear")
    assert notice.says == "No market share can be used for what was asked"


def test_two_figures_of_one_speaker_are_both_allowed_for() -> None:
    found = _one([_row("Norland", 0.6), _row("Norland", 0.8, 0.9)])
    assert "60.0 to 90.0 %" in found.says
    assert any("more than one figure" in c for c in found.caveats)


def test_the_same_figure_twice_counts_once() -> None:
    found = _one([_row("Norland", 0.7), _row("Norland", 0.7, _source="other.csv")])
    assert "70.0 %" in found.says
    assert found.evidence.count() == 2
    assert not any("more than one" in c for c in found.caveats)


def test_shares_over_the_whole_are_told_as_such() -> None:
    found = _one([_row("Norland", 0.8), _row("Sudland", 0.4)])
    assert "Norland supplies 80.0 %" in found.says
    assert "Herfindahl index 0.56" in found.says
    assert any("add up to 120.0 %" in c and "0.80" in c for c in found.caveats)


def test_sums_and_rests_are_no_suppliers() -> None:
    found = _one([_row("Norland", 0.6), _row("Others", 0.4), _row("World", 1.0)])
    assert found.measure is not None
    assert (found.measure.low, found.measure.high) == (pytest.approx(0.36), pytest.approx(0.52))


def _borne(found: Finding) -> list[tuple[str, str, str, float | None, float | None]]:
    return [(b.kind, b.outcome, b.about[0], b.low, b.high) for b in found.bears]


def test_it_bears_on_shares_on_who_is_the_largest_and_on_the_index() -> None:
    found = _one([_row("Norland", 0.7), _row("Sudland", 0.3)])
    assert _borne(found) == [
        ("share", "supported", "Norland", 70.0, 70.0),
        ("share", "supported", "Sudland", 30.0, 30.0),
        ("rank", "supported", "Norland", None, None),
        ("rank", "contradicted", "Sudland", None, None),
        ("amount", "supported", "quince", pytest.approx(0.58), pytest.approx(0.58)),
    ]
    assert {b.time for b in found.bears} == {"2021"}
    assert {"quince", "jam", "production"} <= set(found.bears[0].words)


def test_nobody_is_the_largest_when_somebody_who_is_not_listed_may_be() -> None:
    found = _one([_row("Norland", 0.5), _row("Sudland", 0.0)], threshold=0.2)
    assert [b.kind for b in found.bears] == ["share", "share", "amount"]


def test_it_bears_on_nothing_where_the_year_or_the_basis_is_not_stated_or_the_shares_cannot_all_be_true() -> None:
    for rows in (
        [_row("Norland", 1.0, year=None)],
        [_row("Norland", 1.0, basis=None)],
        [_row("Norland", 0.9), _row("Sudland", 0.4)],
        [_row("Norland", 1.0, status="alleged")],
    ):
        assert _one(rows).bears == ()


def test_a_complete_list_is_narrower() -> None:
    rows = [_row("Norland", 0.5, 0.6), _row("Sudland", 0.4, 0.5)]
    open_, closed = _one(rows), _one(rows, complete=True)
    assert open_.measure is not None
    assert closed.measure is not None
    assert (open_.measure.low, closed.measure.low) == (pytest.approx(0.41), pytest.approx(0.5))


def test_firms_of_one_owner_are_joined_and_disputed_ones_stay_apart() -> None:
    rows = [_row("Alder Jam", 0.3), _row("Birch Jam", 0.3), _row("Cedar Jam", 0.2), _row("Dogwood Jam", 0.2)]
    owners = [
        {"party_name": "Alder Jam", "owner_name": "Hazel Holding"},
        {"party_name": "Birch Jam", "owner_name": "Hazel Holding"},
        {"party_name": "Cedar Jam", "owner_name": "Hazel Holding"},
        {"party_name": "Cedar Jam", "owner_name": "Rowan Trust"},
    ]
    (found,) = findings(ask(LENS, {"supply_shares": rows, "same_owner": owners}, threshold=0.4))
    assert found.says.startswith("Hazel Holding supplies 60.0 %")
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.44)
    assert any("Two suppliers" in c or "2 suppliers counted under the owner" in c for c in found.caveats)
    assert any("more than one owner" in c for c in found.caveats)


def test_hypotheses_forecasts_and_denials_do_not_count_and_allegations_are_named() -> None:
    rows = [
        _row("Norland", 0.9, status="forecast"),
        _row("Norland", 0.9, status="hypothetical"),
        _row("Norland", 0.9, polarity="-"),
        _row("Norland", 0.7, status="alleged"),
    ]
    found = _one(rows)
    assert "70.0 %" in found.says
    assert any("alleged" in c for c in found.caveats)
    assert found.evidence.count() == 1


def test_many_open_accounts_are_summed_up() -> None:
    rows = [_row("Norland", 0.4, market=f"market {n:02d}") for n in range(30)]
    items = ask(LENS, {"supply_shares": rows})
    assert len(items) == 21
    assert "For 10 more accounts" in notices(items)[-1].says


def test_a_case_without_shares_says_how_to_get_them() -> None:
    with pytest.raises(MissingTable) as caught:
        ask(LENS, {})
    assert "supply_shares" in caught.value.what
    assert "--as supply_shares" in caught.value.try_


def test_a_threshold_beyond_the_index_is_refused() -> None:
    with pytest.raises(BadSetting):
        ask(LENS, {"supply_shares": [_row("Norland", 0.9)]}, threshold=25)


def test_only_aggregates_reach_python() -> None:
    shares = """
        SELECT 'quince' AS market, 'production' AS basis, 2021::BIGINT AS year, 'Land ' || i AS supplier_name,
               CASE WHEN i = 0 THEN 0.5 ELSE 0.000005 END AS share_low,
               CASE WHEN i = 0 THEN 0.5 ELSE 0.000005 END AS share_high
        FROM range(100001) AS t(i)
    """
    desk = MemoryDesk({"supply_shares": shares})
    (found,) = findings(ask(LENS, desk))
    assert found.says.startswith("Land 0 supplies 50.0 % of quince (production, 2021)")
    assert found.evidence.count() == 100_001
