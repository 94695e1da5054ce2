"""Ties that Chinese wording leaves no doubt of, and those that it does not state."""

from importlib.util import find_spec

import pytest

from cuibono.extract.chinese import read
from cuibono.extract.document import Document

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")


def ties(text: str) -> list[tuple[str, str, str, str | None]]:
    found = read(Document(text))
    names = {n.id: n.name for n in found.names}
    return [(t.type, names[t.subject], names[t.object], t.role) for t in found.ties]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("瀚岳集团董事长宋立衡昨天辞职。", ("role", "宋立衡", "瀚岳集团", "董事长")),
        ("谭绍文曾任海岳证券独立董事。", ("role", "谭绍文", "海岳证券", "独立董事")),
        ("云樨科技创始人冯若兰昨天辞职。", ("founded", "冯若兰", "云樨科技", "创始人")),
        ("宋立衡是裴远舟的女婿。", ("family", "宋立衡", "裴远舟", "女婿")),
        ("裴远舟的女儿裴晓棠住在国外。", ("family", "裴晓棠", "裴远舟", "女儿")),
        ("总部位于杭州的云樨科技昨天上市。", ("located_in", "云樨科技", "杭州", None)),
        ("裴远舟2002年创办瀚岳集团。", ("founded", "裴远舟", "瀚岳集团", None)),
        ("瀚岳集团由裴远舟与宋立衡共同创立。", ("founded", "裴远舟", "瀚岳集团", None)),
        ("裴远舟持有瀚岳集团45%的股份。", ("owns_controls", "裴远舟", "瀚岳集团", None)),
    ],
)
def test_a_tie_is_found(text: str, wanted: tuple[str, str, str, str | None]) -> None:
    assert wanted in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "宋立衡去过瀚岳集团。",
        "瀚岳集团董事长的司机见过宋立衡。",
        "瀚岳集团的邻居宋立衡昨天辞职。",
        "宋立衡批评瀚岳集团。",
        "住在杭州的人很多。",
    ],
)
def test_no_tie_where_none_is_stated(text: str) -> None:
    assert ties(text) == []


def test_denied_reported_and_supposed_ties_are_marked() -> None:
    (denied,) = read(Document("宋立衡不是裴远舟的女婿。")).ties
    assert denied.polarity == "-"
    found = read(Document("秦岚说，宋立衡是裴远舟的女婿。"))
    assert [n.name for n in found.names if n.id == found.ties[0].asserted_by] == ["秦岚"]
    (supposed,) = read(Document("如果裴远舟持有瀚岳集团45%的股份，事情就不同。")).ties
    assert supposed.status == "hypothetical"
