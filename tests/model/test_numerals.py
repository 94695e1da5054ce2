import pytest

from cuibono.model.numerals import chinese, decimal_shown, western


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十五", 25),
        ("一百零三", 103),
        ("三百", 300),
        ("一千二百", 1200),
        ("两万", 20_000),
        ("十万", 100_000),
        ("一千二百万", 12_000_000),
        ("三亿五千万", 350_000_000),
        ("一万亿", 10**12),
        ("二〇二五", 2025),
    ],
)
def test_chinese_numerals(text, value):
    assert chinese(text) == value


@pytest.mark.parametrize("text", ["", "万", "十百", "一二三百", "人", "25"])
def test_what_is_no_chinese_numeral(text):
    assert chinese(text) is None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("12,5", ","),
        ("1.234,5", ","),
        ("12.5", "."),
        ("1,234.5", "."),
        ("1,234", None),
        ("1.234", None),
        ("12", None),
        ("0,123", ","),
        ("0.123", "."),
        ("1234.567", "."),
        ("1.234.567", None),
    ],
)
def test_the_decimal_sign_that_a_number_shows(text, sign):
    assert decimal_shown(text) == sign


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 234 567", 1_234_567), ("1'234.5", 1234.5), ("12,34,567", 1_234_567), ("1.234.567", 1_234_567), (".5", 0.5)],
)
def test_grouping_signs(text, value):
    assert western(text) == value


def test_groups_of_the_wrong_length_are_no_number():
    assert western("1,23,45") is None
    assert western("12.34.56") is None
