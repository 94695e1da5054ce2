"""Who says what in Chinese news, and what is no claim."""

from importlib.util import find_spec

import pytest

from cuibono.extract.chinese import read
from cuibono.extract.document import Document

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")


def said(text: str) -> list[tuple[str | None, str, str]]:
    found = read(Document(text))
    names = {n.id: n.name for n in found.names}
    return [(names.get(c.speaker or ""), c.mode, c.quote) for c in found.claims if c.mode != "turn"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("宋立衡说：“没有人强迫我们。”", [("宋立衡", "direct", "没有人强迫我们。")]),
        ("“没有人强迫我们。”宋立衡说。", [("宋立衡", "direct", "没有人强迫我们。")]),
        # who is behind a post, in front of a pronoun, at the end of a sentence, or nobody in particular
        ("青禾乳业合作社社长秦岚认为，社员减少了。", [("秦岚", "indirect", "社员减少了")]),
        ("宋立衡走了。青禾乳业总经理秦岚不同意，她说：“没有人强迫我们。”",
         [("秦岚", "direct", "没有人强迫我们。")]),
        ("青禾乳业去年的利润为5亿元，秦岚估计。", [("秦岚", "indirect", "青禾乳业去年的利润为5亿元")]),
        ("2022年，宋立衡曾预计谈判将破裂。", [("宋立衡", "indirect", "谈判将破裂")]),
        ("青禾乳业总经理秦望之在会上表示，谈判已经破裂。", [("秦望之", "indirect", "谈判已经破裂")]),
        ("秦岚说得更多：“谈判已经破裂。”", [("秦岚", "direct", "谈判已经破裂。")]),
        ("坊间则流传，青禾乳业的老板是宋立衡。", [("坊间", "indirect", "青禾乳业的老板是宋立衡")]),
        ("秦岚表示，公司没有问题，并强调「一切正常」。",
         [("秦岚", "indirect", "公司没有问题"), ("秦岚", "direct", "一切正常")]),
        ("路透社引述消息人士的话说，谈判已经破裂。", [("消息人士", "indirect", "谈判已经破裂")]),
        ("据路透社报道，谈判已经破裂。", [("路透社", "indirect", "谈判已经破裂")]),
        ("外交部发言人指出，谈判还在进行。", [("外交部", "indirect", "谈判还在进行")]),
        ("据悉，谈判已经破裂。", [(None, "indirect", "谈判已经破裂")]),
        ("宋立衡否认行贿，称指控“纯属捏造”。", [("宋立衡", "indirect", "行贿"), ("宋立衡", "mixed", "指控“纯属捏造”")]),
        ("宋立衡拒绝说明名单从何而来。", []),
        ("秦岚没有回应置评请求。", []),
        ("他的说法没有人相信。", []),
    ],
)  # fmt: skip
def test_claims_with_their_speakers(text: str, wanted: list[tuple[str | None, str, str]]) -> None:
    assert said(text) == wanted


def test_a_denial_a_rumour_and_a_relay_are_marked() -> None:
    (denial,) = read(Document("宋立衡否认行贿。")).claims
    assert denial.polarity == "-"
    (rumour,) = read(Document("据悉，谈判已经破裂。")).claims
    assert (rumour.status, rumour.speaker_kind) == ("alleged", "anonymous")
    found = read(Document("路透社引述消息人士的话说，谈判已经破裂。"))
    assert [n.name for n in found.names if n.id in found.claims[0].via] == ["路透社"]
