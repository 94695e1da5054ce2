"""Numbers as people read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.model.finding import Measure
from cuibono.reports.amounts import amount, chance, digits, interval, is_rate, measured, percent, repeats, span


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.843, "share", "84.3%"),
        (1.0, "share of supply", "100% of supply"),
        (0.9997, "share", "99.97%"),
        (0.00001, "share", "0.001%"),
        (-0.52, "share", "−52%"),
        (84.0, "percent", "84%"),
        (84.5, "%", "84.5%"),
        (30.0, "percent points", "30 percentage points"),
        (1.0, "percentage points", "1 percentage point"),
        (2019.0, "year", "2019"),
        (12.0, "years", "12 years"),
        (0.928, "", "0.928"),
        (0.25, "index", "0.25"),
        (1180.4, "tonnes", "1,180 tonnes"),
        (3.0, "firms", "3 firms"),
        (0.000012, "", "1.2 × 10^−5"),
        (0.0, "", "0"),
        (-4.25, "", "−4.25"),
        (1e21, "", "1 × 10^21"),
        (math.nan, "share", "no figure"),
        (math.inf, "", "no figure"),
        (None, "tonnes", "no figure"),
    ],
)
def test_amount(value: float | None, unit: str, text: str) -> None:
    assert amount(value, unit) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (0.8, 0.88, "share", "80% to 88%"),
        (3.0, 4.0, "tonnes", "3 to 4 tonnes"),
        (3.0, 3.0, "tonnes", "3 tonnes"),
        (0.6, None, "share", "at least 60%"),
        (None, 0.6, "share", "at most 60%"),
        (None, None, "share", ""),
        (math.nan, math.inf, "", ""),
        (2016.0, 2019.0, "year", "2016 to 2019"),
    ],
)
def test_span(low: float | None, high: float | None, unit: str, text: str) -> None:
    assert span(low, high, unit) == text


@pytest.mark.parametrize(
    ("p", "text"), [(None, ""), (0.0004, "p < 0.001"), (0.05, "p = 0.05"), (1.0, "p = 1"), (math.nan, "")]
)
def test_chance(p: float | None, text: str) -> None:
    assert chance(p) == text


def test_a_measure_in_one_line() -> None:
    assert measured(Measure("lead", 0.84, "share", 0.8, 0.88)) == "lead 84% (80% to 88%)"
    assert measured(Measure("firms", 3)) == "firms 3"
    assert measured(None) == ""


def test_an_interval_no_wider_than_its_value_is_not_said() -> None:
    assert measured(Measure("index", 0.6374, "", 0.6371, 0.6374)) == "index 0.637"
    assert interval(Measure("lead", 0.8, "share", 0.8, None)) == "at least 80%"


def test_a_note_that_only_repeats_the_number_is_known() -> None:
    assert repeats("60 %", "60%")
    assert repeats("", "60%")
    assert not repeats("at least 60 %", "60%")


def test_rates_are_told_from_other_units() -> None:
    assert is_rate("share of wafers")
    assert is_rate("%")
    assert not is_rate("shareholders")
    assert not is_rate("tonnes")


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_every_number_has_a_short_text(value: float) -> None:
    assert 0 < len(amount(value, "share")) < 400
    if math.isfinite(value):
        assert len(digits(value)) < 24
        assert percent(value).endswith("%")


@given(st.floats(min_value=0.0001, max_value=99.9999))
def test_a_part_is_never_shown_as_nothing_or_all(value: float) -> None:
    assert percent(value) not in ("0%", "100%")
