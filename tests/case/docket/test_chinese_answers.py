"""Records of questions and answers, lists and tables of claims in Chinese against small tables, with their snares."""

import pytest

from cuibono.extract.claim_properties import in_english
from cuibono.extract.claim_words_chinese import plain_words
from tests.case.chinese_news import come_to, marked, needs_jieba, right

pytestmark = needs_jieba

CITY = """指标,企业,数值,单位,年份
会员人数,玄鹤俱乐部,41200,人,2023
会员人数,玄鹤俱乐部,48600,人,2024
电池产量,磐石新能,12.4,吉瓦时,2022
电池产量,磐石新能,19.8,吉瓦时,2024
发电量,栖谷水电站,41.6,亿千瓦时,2024
5G基站数量,青屿汽车电信,11.2,万个,2024
财政拨款,临汀博物馆,3850,万元,2024
垃圾处理量,临汀环卫,97.5,万吨,2024
体育场馆数量,临汀市,236,座,2024
"""
POSTS = """姓名,关系,职务,机构,起始日期,结束日期
司徒静,post,总经理,玄鹤俱乐部,2021-01-01,
贺云舟,post,董事长,玄鹤俱乐部,2013-02-01,2020-05-31
"""
EVENTS = """日期,主体,事件
2024-10-08,栖谷水电站,四号机组投产
2024-05-18,玄鹤俱乐部,开通官方商店
2022-08-30,磐石新能,收购临汀硅砂
"""
TABLES = (("figures", CITY, "统计处"), ("relations", POSTS, "任职登记"), ("dated_events", EVENTS, "大事记"))
#: Sentences that records bear out (+), contradict (-) or leave open (?).
ANSWERS = """
# 答记者问

临汀市体育局 2025年2月8日

临汀晚报记者：2024年会员人数是不是超过9万人？

司徒静：玄鹤俱乐部2024年会员人数比上年增加7400人。

+ 玄鹤俱乐部2024年会员人数为48600人。
- 玄鹤俱乐部2024年会员人数不到3万人。
- 玄鹤俱乐部2024年会员人数翻了一番。
? 玄鹤俱乐部2024年女会员人数为48600人。
+ 磐石新能的电池产量从2022年的12.4吉瓦时增加到2024年的19.8吉瓦时。
? 磐石新能2024年电池产能为19.8吉瓦时。
+ 栖谷水电站2024年发电41.6亿千瓦时。
+ 青屿汽车电信2024年拥有5G基站11.2万个。
+ 经审计，临汀博物馆2024年获得财政拨款3850万元。
+ 临汀环卫2024年处理垃圾97.5万吨。
? 临汀环卫2024年处理危险垃圾97.5万吨。
+ 栖谷水电站四号机组于2024年10月8日投产。
- 栖谷水电站四号机组于2024年8月8日投产。
? 玄鹤俱乐部于2024年9月18日开通官方商店。
+ 磐石新能2022年8月30日完成对临汀硅砂的收购。
+ 贺云舟于2020年5月卸任玄鹤俱乐部董事长。
+ 司徒静2021年1月出任玄鹤俱乐部总经理。
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each sentence comes to, its parts together."""
    return come_to(tmp_path_factory.mktemp("answers"), TABLES, [ANSWERS])


@pytest.mark.parametrize(("mark", "sentence"), marked([ANSWERS]))
def test_what_an_answer_says_comes_to_what_is_recorded(outcomes: dict[str, set[str]], mark: str, sentence: str) -> None:
    assert right(mark, outcomes[sentence])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("石桥2024年客运量是2023年的3倍左右", "石桥 in 2024, 客运量 in 2023, about tripled"),
        ("石桥的夫人是顾青", "顾青 is wife of 石桥"),
        ("石桥是顾青之子", "石桥 is son of 顾青"),
        ("我记得石桥2024年人口为3万人", "石桥 in 2024, population 30000 people"),
    ],
)
def test_a_chinese_claim_is_put_in_plain_words(said: str, words: str) -> None:
    assert plain_words(said, ["石桥", "顾青"]) == words


@pytest.mark.parametrize(
    ("prop", "english"),
    [("营业收入", "revenue"), ("会员人数", "number of 会员"), ("员工人数", "number of employees"), ("职务", "post")],
)
def test_a_chinese_property_is_put_in_english(prop: str, english: str) -> None:
    assert in_english(prop) == english
