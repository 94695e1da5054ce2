"""The kind of a Chinese claim, by its words."""

import pytest

from cuibono.extract.claim_kinds_chinese import is_chinese, of_chinese
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.records import Amount, Claim, Event, Span


def view(said: str, *, percent: bool = False, dated: bool = False) -> ClaimView:
    span = Span(0, len(said))
    amounts = (Amount(span, said, 40.0, "percent"),) if percent else ()
    events = (Event("1998", span, said, span, said),) if dated else ()
    return ClaimView(Claim(span, said, None, "named", "indirect"), (), frozenset(), amounts, (), events, (), ())


@pytest.mark.parametrize(
    ("said", "percent", "dated", "kind"),
    [
        ("2021年诺兰生产了全球40%的灯玻璃", True, True, "share"),
        ("维克斯集团持有艾克米银行40%的股份", True, False, "ownership"),
        ("灯玻璃价格上涨了40%", True, False, "trend"),
        ("胡文是艾克米银行最大股东", False, False, "ownership"),
        ("胡文是艾克米银行的董事长", False, False, "role"),
        ("胡文是艾克米银行的首席执行官", False, False, "role"),
        ("艾克米银行成立于1998年", False, True, "event date"),
        ("诺兰是全球最大的灯玻璃生产国", False, False, "rank"),
        ("艾克米银行是北地集团的子公司", False, False, "control"),
        ("诺兰的产量下降了", False, False, "trend"),
        ("胡文和胡涛是兄弟", False, False, "tie"),
        ("这款应用会上传用户的通讯录", False, False, "behaviour of an app"),
        ("算法把这些视频置顶", False, False, "behaviour of a feed"),
        ("数百个账号同时发布了相同的内容", False, False, "coordination"),
        ("警方对北方居民的检查比其他人更频繁", False, False, "treatment"),
        ("事故是由于大风", False, False, "cause"),
        ("这是最可耻的生意", False, False, "opinion"),
        ("他昨晚没有睡觉", False, False, None),
    ],
)
def test_the_words_tell_the_kind(said: str, percent: bool, dated: bool, kind: str | None) -> None:
    assert of_chinese(view(said, percent=percent, dated=dated)) == kind


def test_what_is_written_in_chinese() -> None:
    assert is_chinese(view("诺兰"))
    assert not is_chinese(view("Norland"))
