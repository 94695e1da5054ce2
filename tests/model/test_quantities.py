import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.model.quantities import Quantity, parse


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "qualifier"),
    [
        ("77.5", 77.5, 77.5, "", ""),
        (" 1,234.5 ", 1234.5, 1234.5, "", ""),
        ("1.234,5", 1234.5, 1234.5, "", ""),
        ("45 %", 45, 45, "percent", ""),
        ("45 percent", 45, 45, "percent", ""),
        ("45%*", 45, 45, "percent", ""),
        ("３５％", 35, 35, "percent", ""),
        ("about 45", 45, 45, "", "about"),
        ("~45", 45, 45, "", "about"),
        ("约30%", 30, 30, "percent", "about"),
        ("nearly 80", None, 80, "", "nearly"),
        ("Almost 80 %", None, 80, "percent", "nearly"),
        ("近80%", None, 80, "percent", "nearly"),
        ("at least 60 %", 60, None, "percent", "at least"),
        ("60 or more", 60, None, "", "at least"),
        ("60%以上", 60, None, "percent", "at least"),
        ("more than 66", 66, None, "", "more than"),
        (">80%", 80, None, "percent", "more than"),
        ("超过80%", 80, None, "percent", "more than"),
        ("三十多", 30, None, "", "more than"),
        ("up to 25 %", None, 25, "percent", "up to"),
        ("≤ 25", None, 25, "", "up to"),
        ("< 3", None, 3, "", "less than"),
        ("25-50", 25, 50, "", ""),
        ("80–90 %", 80, 90, "percent", ""),
        ("25% - 50%", 25, 50, "percent", ""),
        ("between 25 and 50 percent", 25, 50, "percent", ""),
        ("about 25-30%", 25, 30, "percent", "about"),
        ("10至20万", 100_000, 200_000, "", ""),
        ("2-3 million tonnes", 2e6, 3e6, "tonnes", ""),
        ("45 ± 3 %", 42, 48, "percent", "about"),
        ("2.3 million", 2_300_000, 2_300_000, "", ""),
        ("$2.3m", 2_300_000, 2_300_000, "USD", ""),
        ("EUR 5 bn", 5e9, 5e9, "EUR", ""),
        ("5 m", 5, 5, "m", ""),
        ("10k", 10_000, 10_000, "", ""),
        ("10万", 100_000, 100_000, "", ""),
        ("3亿", 300_000_000, 300_000_000, "", ""),
        ("3.5亿元", 350_000_000, 350_000_000, "元", ""),
        ("half", 50, 50, "percent", ""),
        ("more than half", 50, None, "percent", "more than"),
        ("百分之四十五", 45, 45, "percent", ""),
        ("四成五", 45, 45, "percent", ""),
        ("-5", -5, -5, "", ""),
        ("(1,234)", -1234, -1234, "", ""),
        ("12 tonnes", 12, 12, "tonnes", ""),
        ("40 t CO2", 40, 40, "t CO2", ""),
        ("10 percentage points", 10, 10, "percentage points", ""),
    ],
)
def test_reads_what_people_write(text, low, high, unit, qualifier):
    assert parse(text) == Quantity(low, high, unit, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "n/a",
        "about",
        "nan",
        "inf",
        "1e999",
        "9" * 500,
        "2019-05-01",
        "12:30",
        "1/2",
        "2019/20",
        "80-75",
        "1,2,3",
        "1.5.2",
        "1 2",
        "in 1966 it began",
        "45 people hurt in 3 places",
        "$5 USD",
    ],
)
def test_refuses_what_is_no_single_quantity(text):
    assert parse(text) is None


def test_the_caller_decides_what_the_text_leaves_open():
    assert parse("1,234").low == 1234.0
    assert parse("1,234", ",").low == 1.234
    assert parse("1.234").low == 1.234
    assert parse("1.234", ",").low == 1234.0


def test_what_the_text_shows_beats_the_setting():
    assert parse("12.5", ",").low == 12.5
    assert parse("1,234.5", ",").low == 1234.5


def test_a_range_or_an_open_end_has_no_point():
    assert parse("45").point == 45.0
    assert parse("45-50").point is None
    assert parse("at least 45").point is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text):
    found = parse(text)
    assert found is None or found.low is not None or found.high is not None


@given(st.text(alphabet="0123456789.,-~%+ 十百万亿成分之约多to", max_size=20))
def test_ends_are_in_order(text):
    found = parse(text)
    if found and found.low is not None and found.high is not None:
        assert found.low <= found.high


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_number_survives_both_ways_of_grouping(whole, cents):
    value = whole + cents / 100
    english = f"{whole:,}.{cents:02d}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert parse(english).low == parse(german).low == pytest.approx(value)
