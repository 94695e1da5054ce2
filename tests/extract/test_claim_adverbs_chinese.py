"""Adverbs of Chinese claims that narrow nothing, and signs in other words that look like them."""

import pytest

from cuibono.extract.claim_words_chinese import plain_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("石桥又持有南港8%的股份", "石桥 holds 南港 8 percent shares"),
        ("石桥2023年产量仅为9万吨", "石桥 in 2023, production 90000 tonne"),
        ("石桥2023年净利润仍然超过9亿元", "石桥 in 2023, net profit more than 900000000 CNY"),
        ("石桥2023年有公交车400辆", "石桥 in 2023, 公交车 400 辆"),
        ("石桥2023年公交车数量为400辆", "石桥 in 2023, 公交车 400 辆"),
    ],
)
def test_what_only_stresses_is_left_out(said: str, words: str) -> None:
    assert plain_words(said, ["石桥", "南港"]) == words


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("石桥2023年就业人数为9万人", "就业"),
        ("石桥2023年人均收入为9万元", "人均"),
        ("石桥2023年物价指数为103点", "指数"),
        ("石桥2023年收入首次突破9亿元", "首次"),
    ],
)
def test_what_says_more_stays(said: str, left: str) -> None:
    assert left in plain_words(said, ["石桥"])
