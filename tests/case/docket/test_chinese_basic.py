"""Basic forms of Chinese claims: what is counted, held, led and foretold, each with what must stay open beside it."""

import pytest

from tests.case.chinese_news import come_to, marked, needs_jieba, right

pytestmark = needs_jieba

FIGURES = """指标,名称,数值,计量单位,年份
换电站数量,澄湖能源,3100,座,2023
换电站数量,澄湖能源,4200,座,2024
光缆产量,澄湖能源,88,万件,2024
营业收入,澄湖能源,41,亿元,2024
员工人数,澄湖能源,2100,人,2023
员工人数,澄湖能源,1930,人,2024
船舶数量,青屿海运,37,艘,2024
社区书屋,临川市,64,间,2024
会员人数,临川渔业合作社,1260,人,2024
"""
SHARES = """市场,口径,年份,企业,份额
换电站,销量,2024,澄湖能源,33%
换电站,销量,2024,澄湖电器,27%
换电站,销量,2024,云帆科技,21%
"""
HOLDINGS = """股东,公司,持股比例,起始日期
澄湖控股,澄湖能源,61%,2016-03-01
陆问渠,澄湖控股,57%,2015-01-01
陆问渠,青屿海运,22%,2015-01-01
临川市国资公司,青屿海运,68%,2012-05-01
"""
POSTS = """from_name,to_name,type,role,since,until
秦望舒,青屿海运,director,董事长,2014-02-01,2022-06-30
韩若谷,青屿海运,director,董事长,2022-07-01,
陆问渠,澄湖能源,director,总经理,2018-03-01,
"""
TABLES = (
    ("figures", FIGURES, "临川统计局"),
    ("supply_shares", SHARES, "能源设备年鉴"),
    ("holdings", HOLDINGS, "企业登记处"),
    ("relations", POSTS, "官职名录"),
)
NEWS = """
# 临川这一年

《临川晚报》2025年3月12日

+ 截至2024年，澄湖能源共有4200座换电站。
- 澄湖能源2024年拥有5000座换电站。
+ 澄湖能源2024年有超过4000座换电站。
? 澄湖能源2024年在海外有4200座换电站。
- 澄湖能源2024年生产了120万件光缆。
+ 临川市2024年有近65间社区书屋。
- 临川渔业合作社2024年的会员超过2000人。
? 临川渔业合作社2024年的女会员超过1200人。
+ 海运这边，青屿海运2024年拥有37艘船舶。
? 海外这边，青屿海运2024年拥有37艘船舶。
- 澄湖能源2024年的员工人数比上一年增加了。
+ 澄湖能源2024年的员工人数较前一年有所减少。

+ 澄湖控股持有澄湖能源61%的股份，陆问渠控制着澄湖控股。
- 陆问渠持有青屿海运一半以上的股份。
? 陆问渠持有青屿海运一半以上的表决权。
- 陆问渠才是青屿海运的第一大股东。
+ 临川市国资公司是青屿海运的第一大股东。
- 2024年青屿海运的董事长仍是秦望舒。
+ 2021年青屿海运的董事长还是秦望舒。
? 2024年青屿海运的副董事长仍是秦望舒。
+ 人事方面，韩若谷于2022年7月出任青屿海运董事长。
+ 股权方面，陆问渠持有青屿海运22%的股份。
+ 澄湖能源在2024年换电站销量排名中位居第一。
- 云帆科技在2024年换电站销量排行榜中名列第二。
"""
FORETOLD = """
# 预测与估计

《临川晚报》2025年4月2日

+ 2022年，陆问渠曾预计澄湖能源2024年营业收入将超过40亿元。
- 2023年，秦望舒曾预测澄湖能源2024年的营业收入将突破50亿元。
? 秦望舒曾预测澄湖能源2031年的营业收入将突破50亿元。
- 澄湖能源2024年的营业收入为50亿元，秦望舒估计。
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each sentence comes to, its parts together."""
    return come_to(tmp_path_factory.mktemp("basic"), TABLES, [NEWS, FORETOLD])


@pytest.mark.parametrize(("mark", "sentence"), marked([NEWS, FORETOLD]))
def test_a_basic_form_comes_to_what_is_recorded(outcomes: dict[str, set[str]], mark: str, sentence: str) -> None:
    assert right(mark, outcomes[sentence])
