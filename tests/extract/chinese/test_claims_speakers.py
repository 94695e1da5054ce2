"""Who speaks in Chinese news where a pronoun, a literary name, a rumour or a guess tells it, and who does not."""

from importlib.util import find_spec

import pytest

from tests.extract.chinese.test_claims import said

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "记者 许若溪\n\n青屿海运总经理顾知微不同意，他说：“公司去年的收入为三亿元。”",
            "顾知微",
            "公司去年的收入为三亿元。",
        ),
        ("秦岚来了。发言人宋立衡反对这种说法，她称公司的员工人数减少了。", "宋立衡", "公司的员工人数减少了"),
        ("青屿海运总经理顾衡之在年会上表示，公司去年亏损。", "顾衡之", "公司去年亏损"),
        ("青屿渔业合作社社长田若谷认为，社员减少了。", "田若谷", "社员减少了"),
        ("坊间则流传，青屿海运的老板是宋立衡。", "坊间", "青屿海运的老板是宋立衡"),
        ("青屿海运去年的利润为五亿元，宋立衡估计。", "宋立衡", "青屿海运去年的利润为五亿元"),
        ("2022年，宋立衡曾预计青屿海运今年的收入将超过五亿元。", "宋立衡", "青屿海运今年的收入将超过五亿元"),
        ("总监秦岚说得更多：“四成的货来自青屿海运。”", "秦岚", "四成的货来自青屿海运。"),
    ],
)
def test_who_says_so(text: str, who: str, what: str) -> None:
    assert who in {speaker for speaker, _, quote in said(text) if quote == what}


@pytest.mark.parametrize("text", ["顾衡之子去年来过。", "双方的合同，公司尚未公布。", "这个故事在岛上流传。"])
def test_what_nobody_says(text: str) -> None:
    assert said(text) == []
