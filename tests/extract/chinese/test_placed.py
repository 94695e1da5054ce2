"""Names that no list has, by their place in a sentence."""

from importlib.util import find_spec

import pytest

from cuibono.extract.chinese import placed, read
from cuibono.extract.document import Document

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岚峰精机成立于1986年。", {"岚峰精机"}),
        ("2023年，岚峰股份持有北屿机床51%的股权。", {"岚峰股份", "北屿机床"}),
        ("乔明礼担任岚峰股份董事长。", {"岚峰股份"}),
        ("岚峰股份2023年净利润3亿元。", {"岚峰股份"}),
        ("乔明礼2023年持有不少股份。", set()),
        ("乔明礼生于1965年。", set()),
        ("石英坩埚2023年产量增长。", set()),
        ("该公司2023年净利润3亿元。", set()),
        ("工业缝纫机2023年销量增长。", set()),
    ],
)
def test_a_firm_stands_where_firms_stand(text: str, names: set[str]) -> None:
    assert set(placed.find(text)) == names


def test_a_country_begins_a_clause() -> None:
    assert set(placed.countries("2022年，砾国石英坩埚产量增长。各国2022年都在增产。")) == {"砾国"}


def test_the_name_of_a_firm_is_not_cut_short_by_the_paper_of_its_town() -> None:
    found = read(Document("北屿日报，2024年5月9日\n\n北屿机床2023年有员工900人。岚峰股份持有北屿机床51%的股权。"))
    assert "北屿机床" in {n.name for n in found.names}


def test_who_holds_another_is_not_called_so() -> None:
    found = read(Document("北屿机床由岚峰集团控股。岚峰集团2023年盈利。"))
    assert "岚峰集团控股" not in {n.name for n in found.names}
