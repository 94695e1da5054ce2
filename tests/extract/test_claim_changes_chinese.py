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
        ("石桥2023年失业率提高0.9个百分点", "in 2022, 石桥 in 2023, unemployment rate rose by 0.9 percentage points"),
        ("石桥2023年茶叶产量高于2022年", "石桥 in 2023, 茶叶 production in 2022, rose"),
        ("石桥2023年员工比2022年少", "石桥 in 2023, employees in 2022, fell"),
        (
            "石桥2023年产量9万吨，低于上年的10万吨",
            "石桥 in 2023, production 90000 tonne in 2022, fell from 100000 tonne",
        ),
        ("石桥人口比2022年增加了7万人", "石桥 population since 2022, rose by 70000 people"),
        ("石桥2023年净利润降至2亿元", "in 2022, 石桥 in 2023, net profit fell to 200000000 CNY"),
    ],
)
def test_a_change_is_told_with_its_ends(said: str, words: str) -> None:
    assert plain_words(said, ["石桥"]) == words


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("石桥净利润同比增长8%", "同比"),
        ("石桥2023年净利润没有下降", "没"),
        ("石桥2023年净利润增幅下降", "增幅"),
        ("石桥2023年净利润不高于2022年", "不"),
        ("石桥2023年二季度净利润增长8%", "季度"),
    ],
)
def test_what_says_more_is_kept(said: str, left: str) -> None:
    assert left in plain_words(said, ["石桥"])
