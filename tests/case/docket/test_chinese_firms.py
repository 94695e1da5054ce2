"""Which firm 公司 and 我们 mean in a Chinese text where nobody says it, and where they stay open."""

import pytest

from cuibono.case.docket.chinese_firms import firm_before, firms, of_post, with_object
from tests.case.chinese_news import come_to, marked, needs_jieba, right

KNOWN = frozenset({"云岫糖业", "禾穗糖业", "陆知闲", "青岑市"})
FIGURES = """指标,公司,数值,计量单位,年份
食糖产量,云岫糖业,42,万吨,2023
食糖产量,云岫糖业,45,万吨,2024
净利润,云岫糖业,2.6,亿元,2024
员工人数,云岫糖业,3100,人,2024
员工人数,禾穗糖业,1800,人,2024
净利润,禾穗糖业,0.9,亿元,2024
"""
POSTS = """from_name,to_name,type,role,since,until
陆知闲,云岫糖业,director,董事长,2019-03,
苏见微,禾穗糖业,director,总经理,2020-06,
"""
HOLDINGS = """owner,company,share_of,share_pct,since,until
青岑国投,云岫糖业,capital,56,2015,
陆知闲,云岫糖业,capital,9,2015,
"""
TABLES = [
    ("figures", FIGURES, "Invented Office"),
    ("relations", POSTS, "Invented Register"),
    ("holdings", HOLDINGS, "Invented Register"),
]
STORY = """云岫糖业调查:产量、股权与人

《青岑观察》2025年9月8日

云岫糖业的食糖产量上升,记者走访了厂区。
+ 这家公司2024年的净利润为2.6亿元。
- 公司2024年的员工人数超过4000人。

- 董事长陆知闲对本刊说:“我们2024年有员工3500人。”

顾问闻砚秋说,行业并不轻松。
- 公司2024年的净利润超过3亿元,陆知闲称。

+ 青岑国投持有云岫糖业56%的股份,因此陆知闲本人并不控制这家公司。

禾穗糖业和云岫糖业都在青岑市。
? 公司2024年的员工人数为3500人。

+ 陆知闲本人只持有云岫糖业9%的股份。
- 陆知闲个人持有云岫糖业30%的股份。
+ 青岑国投持有云岫糖业的多数股份。
- 陆知闲持有云岫糖业的多数股权。
? 青岑国投不持有云岫糖业的多数股份。
? 陆知闲的个人基金持有云岫糖业30%的股份。
+ 因此,云岫糖业2024年的净利润为2.6亿元。

海棠集团也在当地。
? 该公司2024年的净利润为5亿元。

? 我们国家2024年的净利润为5亿元。

海棠集团总经理苏见深说,订单不少。
? “公司2024年的员工人数为2500人。”苏见深说。
"""


def test_the_sentence_before_tells_and_then_the_heading() -> None:
    text = "云岫糖业调查\n\n云岫糖业在青岑市。公司有员工。\n\n公司的利润上升。"
    assert firm_before(text, "公司有员工", KNOWN) == "云岫糖业"
    assert firm_before(text, "公司的利润上升", KNOWN) == "云岫糖业"


def test_two_firms_and_a_strange_one_leave_it_open() -> None:
    assert firm_before("云岫糖业和禾穗糖业在青岑市。公司有员工。", "公司有员工", KNOWN) is None
    assert firm_before("海棠集团在青岑市。公司有员工。", "公司有员工", KNOWN) is None
    assert firms("云岫糖业与海棠集团签约", KNOWN) == ({"云岫糖业"}, True)
    assert firms("云岫糖业，海棠科技和海风公司", KNOWN) == ({"云岫糖业"}, True)
    for said in ("云岫糖业是上市公司", "云岫糖业56%的股份", "云岫糖业的科技投资", "云岫糖业建了新厂"):
        assert firms(said, KNOWN) == ({"云岫糖业"}, False)


def test_who_is_recorded_at_one_firm_speaks_for_it_where_the_text_says_so() -> None:
    recorded = {"陆知闲": frozenset({("云岫糖业", "董事长")})}
    assert of_post("云岫糖业的董事长陆知闲说", "陆知闲", recorded) == ""  # the text itself says it: read elsewhere
    assert of_post("云岫糖业调查，董事长陆知闲说", "陆知闲", recorded) == "云岫糖业"
    assert of_post("云岫糖业调查，校长陆知闲说", "陆知闲", recorded) == ""
    assert of_post("董事长陆知闲说", "陆知闲", recorded) == ""


def test_the_firm_that_is_pointed_at_behind_a_verb() -> None:
    assert with_object("陆知闲并不控制这家公司", "云岫糖业") == "陆知闲并不控制云岫糖业"
    assert with_object("这家公司控制云岫糖业", "云岫糖业") == "这家公司控制云岫糖业"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each sentence comes to, its parts together."""
    return come_to(tmp_path_factory.mktemp("firms"), TABLES, [STORY])


@needs_jieba
@pytest.mark.parametrize(("mark", "sentence"), marked([STORY]))
def test_a_sentence_comes_to_what_is_recorded_of_the_firm(
    outcomes: dict[str, set[str]], mark: str, sentence: str
) -> None:
    assert right(mark, outcomes[sentence]), outcomes[sentence]
