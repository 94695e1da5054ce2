"""Ranks and ties of a Chinese claim in the order of English."""

import pytest

from cuibono.extract.claim_words_chinese import plain_words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("石桥灯玻璃销量位居全球第一", "石桥 灯玻璃 sales world largest supplier"),
        ("石桥灯玻璃销量排名世界第二位", "石桥 灯玻璃 sales world second-largest supplier"),
        ("石桥灯玻璃产量居首位", "石桥 灯玻璃 production largest supplier"),
        ("石桥是全球最大的灯玻璃出口国", "石桥 world largest 灯玻璃 exporter"),
        ("石桥是第三大灯玻璃生产商", "石桥 third-largest 灯玻璃 producer"),
        ("全球灯玻璃销量第一的企业是石桥", "world 灯玻璃 sales largest supplier 石桥"),
        ("石桥是南港的全资子公司", "石桥 is wholly owned by 南港"),
        ("石桥系南港旗下控股子公司", "石桥 is subsidiary controlled by 南港"),
        ("石桥由南港控股", "石桥 is controlled by 南港"),
        ("石桥是南港的控股股东", "石桥 is majority shareholder of 南港"),
        ("石桥的控股股东是南港", "南港 is majority shareholder of 石桥"),
        ("石桥的实际控制人是南港", "南港 controls 石桥"),
        ("石桥是南港的第一大股东", "石桥 is the largest shareholder of 南港"),
        ("石桥的唯一股东是南港", "石桥 is wholly owned by 南港"),
        ("石桥由南港持股55%", "南港 holds 55 percent shares of 石桥"),
        ("石桥灯玻璃产量已超过南港", "石桥 灯玻璃 production more than 南港"),
        ("石桥灯玻璃产量比南港低", "石桥 灯玻璃 production less than 南港"),
        ("石桥灯玻璃产量不低于南港", "石桥 灯玻璃 production 不低 南港"),
        ("石桥对南港的持股比例为55%", "石桥 holds 55 percent shares of 南港"),
        ("石桥55%的股权由南港持有", "南港 holds 55 percent shares of 石桥"),
        ("石桥是南港的妹妹", "石桥 is sister of 南港"),
        ("石桥与南港是亲兄弟", "石桥 and 南港 are brothers"),
    ],
)
def test_a_tie_has_the_order_of_english(said: str, words: str) -> None:
    assert plain_words(said, ["石桥", "南港"]) == words


@pytest.mark.parametrize("left", ["国内", "亚洲"])
def test_a_rank_of_less_than_all_stays_narrower(left: str) -> None:
    assert left in plain_words(f"石桥灯玻璃销量位居{left}第一", ["石桥"])


def test_one_of_several_is_not_the_one() -> None:
    assert "之一" in plain_words("石桥是全球最大的灯玻璃生产商之一", ["石桥"])
