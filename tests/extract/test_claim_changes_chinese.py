"""Changes that a Chinese claim tells, in English."""

import pytest

from cuibono.extract.claim_words_chinese import plain_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "石桥净利润从2022年的7%上升到2023年的9%",
            "石桥 net profit in 2022, in 2023, rose from 7 percent to 9 percent",
        ),
        ("石桥净利润由7亿元降至2亿元", "石桥 net profit fell from 700000000 CNY to 200000000 CNY"),
        ("石桥2023年净利润同比增长约8%", "石桥 in 2023, net profit in 2022, rose by about 8 percent"),
        ("石桥2023年净利润较2021年减少了8%", "石桥 in 2023, net profit in 2021, fell by 8 percent"),
        ("与2022年相比，石桥2023年净利润下降8%", "in 2022, 石桥 in 2023, net profit fell by 8 percent"),
        ("石桥2023年员工比上年多400人", "石桥 in 2023, employees in 2022, rose by 400 people"),
        (
            "石桥2023年失业率由上年的5%降到4%",
            "石桥 in 2023, unemployment rate in 2022, fell from 5 percent to 4 percent",
        ),
        ("石桥2023年失业率提高0.9个百分点", "石桥 in 2023, unemployment rate rose by 0.9 percentage points"),
    ],
)
def test_a_change_is_told_with_its_ends(said: str, words: str) -> None:
    assert plain_words(said, ["石桥"]) == words


@pytest.mark.parametrize(
    ("said", "left"),
    [("石桥净利润同比增长8%", "同比"), ("石桥2023年净利润没有下降", "没"), ("石桥2023年净利润增幅下降", "增幅")],
)
def test_what_says_more_is_kept(said: str, left: str) -> None:
    assert left in plain_words(said, ["石桥"])
