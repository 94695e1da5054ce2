"""Of which market a Chinese share or rank is, in other words than those of the table, and what stays open."""

import pytest

from tests.case.chinese_news import come_to, marked, needs_jieba, right

SHARES = """市场,环节,口径,年份,企业,份额
制糖,生产,产量,2023,云岫糖业,48%
制糖,生产,产量,2023,禾穗糖业,33%
制糖,生产,产量,2023,其他,19%
制糖,生产,产量,2024,云岫糖业,51%
制糖,生产,产量,2024,禾穗糖业,30%
制糖,生产,产量,2024,其他,19%
"""
FLOUR = """市场,环节,口径,年份,企业,份额
面粉,加工,产量,2024,澄麦粮食,47%
面粉,加工,产量,2024,溪谷粮食,31%
面粉,加工,产量,2024,其他,22%
"""
TABLES = [("supply_shares", SHARES, "青岑省糖业协会"), ("supply_shares", FLOUR, "青岑省糖业协会")]
SUGAR = """+ 云岫糖业2024年占全省糖产量的51%,排名第一。
- 禾穗糖业2024年占全省糖产量的40%。
+ 2024年,云岫糖业的糖产量占全省的51%。
- 禾穗糖业的份额在2024年有所上升。
+ 禾穗糖业2024年以30%的份额位居第二。
- 禾穗糖业2023年以36%的份额位居第二。
- 禾穗糖业2024年以30%的份额位居第一。
- 禾穗糖业是2024年第一大糖企。
? 云岫糖业2024年占全国糖产量的40%。
? 云岫糖业2024年占全省红糖产量的40%。
? 云岫糖业2024年占全省糖销量的40%。
? 云岫糖业2024年占全省糖产能的40%。
? 云岫糖业2024年占全省蜂蜜产量的40%。
? 云岫糖业2019年占全省糖产量的40%。
? 云岫糖业占当地糖产量的40%。

+ 云岫糖业2024年占全省糖产量的51%,禾穗糖业以30%位居第二。
"""
MILLS = """+ 澄麦粮食2024年占当地面粉加工产量的47%,排名第一。
- 溪谷粮食是2024年第一大面粉加工企业。
? 溪谷粮食是2024年第一大油企。
? 溪谷粮食2024年占全国面粉加工产量的60%。
"""
YEARS = """2024年,澄麦粮食扩建了厂房。
+ 澄麦粮食占当地面粉加工产量的47%。
? 澄麦粮食占当地面粉加工产量的60%。

2022年和2024年,溪谷粮食扩建了厂房。
? 溪谷粮食占当地面粉加工产量的31%。
"""
UNSAID = """这里说的是别的事。
? 云岫糖业2024年的市场份额为20%。
? 云岫糖业2024年位居第二。
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each sentence comes to, its parts together."""
    return come_to(tmp_path_factory.mktemp("markets"), TABLES, [SUGAR, MILLS, YEARS, UNSAID])


@needs_jieba
@pytest.mark.parametrize(("mark", "sentence"), marked([SUGAR, MILLS, YEARS, UNSAID]))
def test_a_share_is_of_the_market_that_is_meant(outcomes: dict[str, set[str]], mark: str, sentence: str) -> None:
    assert right(mark, outcomes[sentence]), outcomes[sentence]
