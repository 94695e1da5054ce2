import re
from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.testing.desk import ask, findings, notices

LENS = "signals.readings"
Row = dict[str, Any]


def _cell(reading: str, indicator: str, low: float, high: float | None = None, **more: Any) -> Row:
    row = {"question": "Why did the harbour master leave?", "reading_name": reading, "indicator": indicator}
    return row | {"likely_low": low, "likely_high": low if high is None else high, "seen": "yes"} | more


SHEET = [
    _cell("purged", "no farewell in the paper", 0.6, 0.8),
    _cell("retired", "no farewell in the paper", 0.2, 0.4),
    _cell("purged", "photograph taken down", 0.5),
    _cell("retired", "photograph taken down", 0.5),
]


def test_two_readings_stand_where_bayes_rule_puts_them() -> None:
    (found,) = findings(ask(LENS, {"likelihoods": SHEET}))
    assert found.says == (
        "Of 2 readings of \u201cWhy did the harbour master leave?\u201d, as Invented Gazette weighs them, "
        "\u201cpurged\u201d stands at 70 % [60 % to 80 %] and \u201cretired\u201d at 30 % [20 % to 40 %]; their order "
        "holds whatever the likelihoods are within their ranges"
    )
    assert found.measure is not None
    assert (found.measure.low, found.measure.high) == (pytest.approx(0.6), pytest.approx(0.8))
    assert found.evidence.count() == 4


def test_every_number_can_be_redone_by_hand_from_the_words() -> None:
    (found,) = findings(ask(LENS, {"likelihoods": SHEET}))
    sums = {}
    for caveat in found.caveats:
        if told := re.match(r"By hand, (\w+): (.*); each sum", caveat):
            ends = [[float(x) for x in re.findall(r"[\d.]+", part)] for part in told[2].split(" x ")]
            sums[told[1]] = [sum(e) / len(e) for e in ends]
    product = {reading: values[0] * values[1] * values[2] for reading, values in sums.items()}
    assert product["purged"] / sum(product.values()) == pytest.approx(0.7, abs=0.01)


def test_evidence_that_fits_both_weighs_about_one() -> None:
    (found,) = findings(ask(LENS, {"likelihoods": SHEET}))
    assert any(c.startswith("photograph taken down: fits both leading readings") for c in found.caveats)
    assert any(c.startswith("no farewell in the paper: speaks for \u201cpurged\u201d") for c in found.caveats)


def test_indicators_that_rest_on_the_same_count_once() -> None:
    twice = [r | {"rests_on": "one wire report"} for r in SHEET[:2]]
    again = [r | {"indicator": "a second paper says so"} for r in twice]
    (found,) = findings(ask(LENS, {"likelihoods": [*twice, *again]}))
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.7)
    assert any(c.startswith("Counted once with others") for c in found.caveats)


def test_what_would_turn_the_order_round_is_named() -> None:
    (found,) = findings(ask(LENS, {"likelihoods": SHEET}))
    (flip,) = [c for c in found.caveats if "turns round first" in c]
    needed = float(re.search(r"is ([\d.]+), which", flip)[1])  # type: ignore[index]
    changed = [r | {"likely_low": needed, "likely_high": needed} if _is_cell(r, flip) else r for r in SHEET]
    (after,) = findings(ask(LENS, {"likelihoods": changed}))
    assert after.measure is not None
    assert after.measure.value == pytest.approx(0.5, abs=0.02)


def _is_cell(row: Row, flip: str) -> bool:
    return f"\u201c{row['indicator']}\u201d under \u201c{row['reading_name']}\u201d" in flip


def test_what_is_open_says_what_it_would_change_and_by_when() -> None:
    open_ = [
        _cell("purged", "seen at the congress", 0.02, seen="open", due="2027-03"),
        _cell("retired", "seen at the congress", 0.6, seen="open", due="2027-03"),
    ]
    (found,) = findings(ask(LENS, {"likelihoods": [*SHEET, *open_]}))
    (told,) = [c for c in found.caveats if c.startswith("Open")]
    assert told.startswith(
        "Open by 2027-03: seen at the congress: if it is seen, \u201cretired\u201d leads at 93 %, which"
    )
    assert "turns the order round" in told
    (late,) = findings(ask(LENS, {"likelihoods": [*SHEET, *open_]}, as_of="2027-04-01"))
    assert any("(overdue)" in c for c in late.caveats)


def test_what_was_looked_for_in_vain_counts_as_such() -> None:
    rows = [r | {"seen": "no"} for r in SHEET[:2]]
    (found,) = findings(ask(LENS, {"likelihoods": rows}))
    assert "\u201cretired\u201d stands at 70 %" in found.says


def test_a_sheet_is_scored_once_it_is_known_which_was_right() -> None:
    rows = [r | {"came_true": "yes" if r["reading_name"] == "purged" else "no"} for r in SHEET]
    (found,) = findings(ask(LENS, {"likelihoods": rows}))
    assert any("Brier score 0.18" in c for c in found.caveats)


def test_ranges_that_overlap_do_not_identify_the_order() -> None:
    rows = [_cell("purged", "silence", 0.3, 0.8), _cell("retired", "silence", 0.2, 0.7)]
    (found,) = findings(ask(LENS, {"likelihoods": rows}))
    assert "not identified within the ranges" in found.says


def test_one_reading_or_nothing_seen_is_not_weighed() -> None:
    items = ask(LENS, {"likelihoods": [_cell("purged", "silence", 0.3)]})
    assert [n.why for n in notices(items)] == ["it has one reading only"]
    items = ask(LENS, {"likelihoods": [r | {"seen": "open"} for r in SHEET]})
    assert "nothing was seen yet" in notices(items)[0].why


def test_evidence_that_no_reading_allows_is_told() -> None:
    rows = [_cell("purged", "silence", 0.0), _cell("retired", "silence", 0.0)]
    (notice,) = notices(ask(LENS, {"likelihoods": rows}))
    assert notice.why == "no reading allows what was seen"


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(BadSetting, match="tomorrow"):
        ask(LENS, {"likelihoods": SHEET}, as_of="tomorrow")
