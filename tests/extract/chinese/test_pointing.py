"""Whom 公司, 其 and 他 mean."""

from importlib.util import find_spec

import pytest

from cuibono.extract.chinese import read
from cuibono.extract.document import Document

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("岚峰集团表示，公司2023年净利润3亿元。", [("公司", "岚峰集团")]),
        ("岚峰集团公布年报。该公司2023年有员工900人。", [("该公司", "岚峰集团")]),
        ("据岚峰集团年报，2023年其净利润3亿元。", [("其", "岚峰集团")]),
        ("岚峰集团起诉了北屿集团。公司2023年净利润3亿元。", []),
        ("岚峰集团公布年报。\n\n公司2023年净利润3亿元。", []),
        ("岚峰集团公布年报，其他公司没有回应。", []),
    ],
)
def test_the_only_one_named_before_is_meant(text: str, wanted: list[tuple[str, str]]) -> None:
    found = read(Document(text))
    names = {n.id: n.name for n in found.names}
    assert [(r.quote, names[r.name]) for r in found.references] == wanted
