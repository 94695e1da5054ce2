"""Dates as EDTF and amounts in base units, as Chinese writes them."""

import pytest

from cuibono.extract.chinese.amounts import find
from cuibono.extract.chinese.dates import written_dates
from cuibono.extract.chinese.script import simplified


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2013年11月22日", ["2013-11-22"]), ("二〇一三年", ["2013"]), ("民國102年", ["2013"]),
        ("11月22日", ["XXXX-11-22"]),
        ("去年", ["2023"]), ("今年3月", ["2024-03"]), ("上世纪80年代", ["198X"]), ("90年代", ["199X"]),
        ("2019年8月起", ["2019-08/.."]), ("今年3月至5月", ["2024-03/2024-05"]), ("2008年至2011年之间", ["2008/2011"]),
        ("二〇一四年春，", ["2014-21"]), ("2013年农历八月", ["2013"]), ("2016年第三季度", ["2016-35"]),
        ("三个月", []), ("三十日内", []), ("第五年", []), ("13月", []),
    ],
)  # fmt: skip
def test_dates(text: str, wanted: list[str]) -> None:
    assert [d.edtf for d in written_dates(simplified(text), "2024-10-01")] == wanted


def test_a_year_that_nobody_tells_stays_open() -> None:
    assert [d.edtf for d in written_dates("去年十一月")] == ["XXXX-11"]
    assert list(written_dates("去年")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("约有2.7万亿元", (2.7e12, "CNY", None, "about")), ("三千餘人", (3000, "person", None, "more than")),
        ("百分之三十", (30, "percent", None, "")), ("六成", (60, "percent", None, "")),
        ("三分之一", (pytest.approx(100 / 3), "percent", None, "")), ("几十万人", (1e5, "person", None, "at least")),
        ("新台幣45億元", (4.5e9, "TWD", None, "")), ("人民币三亿元", (3e8, "CNY", None, "")),
        ("五到七年", (5, "year", 7, "")), ("45%以上", (45, "percent", None, "at least")),
        ("近20年", (20, "year", None, "nearly")), ("1万5千人", (15000, "person", None, "")),
        ("三四千人", (3000, "person", 4000, "")), ("不到1800元", (1800, "CNY", None, "less than")),
        ("约30公里", (30, "km", None, "about")), ("28家中国企业", (28, "company", None, "")),
    ],
)  # fmt: skip
def test_amounts(text: str, wanted: tuple[object, ...]) -> None:
    (found,) = find(text, simplified(text), [], [])
    assert (found.value, found.unit, found.value_max, found.qualifier) == wanted


@pytest.mark.parametrize("text", ["第三次", "七年级", "一个人", "三十六计", "2000年", "成都"])
def test_what_counts_nothing(text: str) -> None:
    assert find(text, text, [], []) == ()
