"""The parts of a Chinese claim, each with what it shares with the one before."""

import pytest

from cuibono.extract.claim_parts_chinese import parts
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.records import Claim, Span


def cut(said: str) -> list[str]:
    claim = Claim(Span(7, 7 + len(said)), said, None, "named", "indirect")
    return [p.quote for p in parts(ClaimView(claim, (), frozenset(), (), (), (), (), ()))]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "石桥电机2023年净利润3亿元，同比增长8%",
            ["石桥电机2023年净利润3亿元", "石桥电机2023年净利润同比增长8%"],
        ),
        ("石桥电机2023年销量9万台，产能12万台", ["石桥电机2023年销量9万台", "石桥电机2023年产能12万台"]),
        (
            "2023年石桥电机占全球销量的31%，位居第一",
            ["2023年石桥电机占全球销量的31%", "2023年石桥电机位居第一"],
        ),
        (
            "石桥电机2022年净利润2亿元，2023年为3亿元",
            ["石桥电机2022年净利润2亿元", "石桥电机净利润2023年为3亿元"],
        ),
        (
            "石桥电机成立于1986年，南港码头成立于1990年",
            ["石桥电机成立于1986年", "南港码头成立于1990年"],
        ),
        ("2023年，石桥电机净利润3亿元", ["2023年，石桥电机净利润3亿元"]),
        ("由于钢价上涨，石桥电机2023年净利润下降", ["由于钢价上涨，石桥电机2023年净利润下降"]),
        ("如果石桥电机没有投资，净利润会增长8%", ["如果石桥电机没有投资，净利润会增长8%"]),
        ("石桥电机（原名石桥厂，1956年建）生产灯具", ["石桥电机（原名石桥厂，1956年建）生产灯具"]),
    ],
)
def test_a_clause_has_what_it_shares(said: str, wanted: list[str]) -> None:
    assert cut(said) == wanted
