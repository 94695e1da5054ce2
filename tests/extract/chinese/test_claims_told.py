"""What Chinese news states in its own voice, and whether it is so, would be, or will be."""

from importlib.util import find_spec

import pytest

from cuibono.extract.chinese import read
from cuibono.extract.chinese.claims_status import status
from cuibono.extract.document import Document


@pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("岚峰集团成立于1986年。", ["岚峰集团成立于1986年"]),
        ("宋立衡说，谈判已经破裂。岚峰集团成立于1986年。", ["岚峰集团成立于1986年"]),
        ("岚峰集团真的成立于1986年吗？", []),
        ("岚峰集团成立于哪一年，谁知道？", []),
        ("“岚峰集团成立于1986年”是谣言。", []),
    ],
)
def test_a_plain_sentence_is_the_word_of_the_text(text: str, wanted: list[str]) -> None:
    assert [c.quote for c in read(Document(text)).claims if c.mode == "turn"] == wanted


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("岚峰集团成立于1986年", "stated"),
        ("岚峰集团的工会成立于1986年", "stated"),
        ("岚峰集团主要生产灯具", "stated"),
        ("岚峰集团将码头卖给北屿集团", "stated"),
        ("2032年岚峰集团的营业收入将超过9亿元", "forecast"),
        ("到2032年，岚峰集团的净利润会达到9亿元", "forecast"),
        ("岚峰集团有望成为最大的生产商", "forecast"),
        ("如果没有涨价，净利润会达到9亿元", "hypothetical"),
        ("若非涨价，净利润会达到9亿元", "hypothetical"),
    ],
)
def test_what_is_and_what_will_be(content: str, wanted: str) -> None:
    assert status(content) == wanted


def test_a_rumour_is_nobodys_word() -> None:
    assert status("岚峰集团破产", "据传") == "hypothetical"
    assert status("岚峰集团破产", "据悉") == "alleged"
