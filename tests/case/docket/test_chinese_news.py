"""Chinese news against recorded rows, from the sentence to the outcome: many ways to say what is so, and its snares."""

from importlib.util import find_spec
from typing import Any

import pytest

from cuibono.case import open_case

pytestmark = pytest.mark.skipif(find_spec("jieba") is None, reason="needs jieba, from the extra [nlp]")

FIGURES = """指标,公司,数值,计量单位,年份
营业收入,洛川精机,88.2,亿元,2021
营业收入,洛川精机,96.5,亿元,2022
营业收入,洛川精机,104,亿元,2023
净利润,洛川精机,7.1,亿元,2022
净利润,洛川精机,6.3,亿元,2023
员工人数,洛川精机,5200,人,2022
员工人数,洛川精机,4800,人,2023
研发投入,洛川精机,3.4,亿元,2023
销量,青墨科技,36,万台,2022
销量,青墨科技,42,万台,2023
产能,青墨科技,50,万台,2023
净利润,青墨科技,1.6,亿元,2022
净利润,青墨科技,2.2,亿元,2023
失业率,澄州,5.1,%,2022
失业率,澄州,4.2,%,2023
"""
SHARES = """产品,basis,年份,企业,市场份额
数控磨床,sales,2020,岚峰股份,26 %
数控磨床,sales,2020,洛川精机,21 %
数控磨床,sales,2020,辉石机械,18 %
数控磨床,sales,2020,青墨科技,17 %
数控磨床,sales,2023,洛川精机,31 %
数控磨床,sales,2023,岚峰股份,24 %
数控磨床,sales,2023,辉石机械,19 %
数控磨床,sales,2023,青墨科技,15 %
石英坩埚,production,2022,汀国,62 %
石英坩埚,production,2022,砾国,25 %
石英坩埚,production,2022,朔国,9 %
石英坩埚,exports,2022,汀国,48 %
石英坩埚,exports,2022,砾国,33 %
"""
HOLDINGS = """owner,company,share_of,share,since,until
洛川精机,北屿机床,capital,51 %,2018,
乔明礼,洛川精机,capital,14 %,2015,
洛川精机,云渚电子,capital,100 %,2019,
"""
REGISTER = """
{"id":"q","schema":"Person","properties":{"name":["乔明礼"],"birthDate":["1963-04-02"]}}
{"id":"s","schema":"Person","properties":{"name":["苏望舒"]}}
{"id":"y","schema":"Person","properties":{"name":["尹若谷"]}}
{"id":"b","schema":"Person","properties":{"name":["乔明义"]}}
{"id":"l","schema":"Company","properties":{"name":["洛川精机"],"incorporationDate":["1997-06-18"]}}
{"id":"g","schema":"Company","properties":{"name":["青墨科技"],"incorporationDate":["2008"]}}
{"id":"e","schema":"Employment","properties":{"employee":["q"],"employer":["l"],"role":["董事长"],"startDate":["2016-03"]}}
{"id":"d","schema":"Employment","properties":{"employee":["y"],"employer":["l"],"role":["董事长"],"startDate":["2009"],"endDate":["2016-02"]}}
{"id":"c","schema":"Employment","properties":{"employee":["s"],"employer":["g"],"role":["总经理"],"startDate":["2019-05"]}}
{"id":"f","schema":"Family","properties":{"person":["q"],"relative":["b"],"relationship":["弟弟"]}}
"""
BORNE_OUT = """
洛川精机2023年实现营业收入104亿元
洛川精机2023年净利润为6.3亿元
2023年，洛川精机的研发投入达3.4亿元
洛川精机2023年净利润较上年有所下滑
洛川精机2023年净利润比2022年下降11%
洛川精机2023年营收较2021年增加15.8亿元
与2022年相比，洛川精机2023年净利润减少0.8亿元
洛川精机的净利润从2022年的7.1亿元跌到2023年的6.3亿元
洛川精机2023年员工人数由上年的5200人减少到4800人
洛川精机2023年员工比上年少了400人
从2021年到2023年，洛川精机营业收入增长了18%
洛川精机2023年末员工总数约4800人
2022年，青墨科技售出36万台
青墨科技2023年净利润突破2亿元
澄州失业率由2022年的5.1%降至2023年的4.2%
洛川精机2023年约占全球数控磨床销量的三成
岚峰股份2023年的全球数控磨床销量份额约为四分之一
岚峰股份在2023年全球数控磨床销量中占比不足三成
2023年，洛川精机拿下全球31%的数控磨床销量
全球约三成的数控磨床2023年由洛川精机售出
辉石机械占全球数控磨床销量的比例在2020年至2023年间由18%提高到19%
汀国2022年生产了全球六成以上的石英坩埚
2022年，砾国石英坩埚产量约占全球四分之一
2022年，汀国占全球石英坩埚出口的近一半
岚峰股份2020年数控磨床销量位列全球第一
2023年全球数控磨床销量排名第二的是岚峰股份
在数控磨床领域，洛川精机2023年销量居全球首位
2022年汀国是全球第一大石英坩埚生产国
岚峰股份2023年数控磨床销量全球第二
洛川精机持有北屿机床51%的股权
北屿机床51%的股权由洛川精机持有
洛川精机对北屿机床的持股比例为51%
洛川精机拥有北屿机床过半股权
洛川精机是北屿机床的控股股东
北屿机床由洛川精机控股
云渚电子是洛川精机的全资子公司
乔明礼现任洛川精机董事长
乔明礼自2016年3月起担任洛川精机董事长
洛川精机的董事长是乔明礼
1997年6月，洛川精机成立
青墨科技创办于2008年
岚峰股份数控磨床销量的全球占比从2020年的26%滑落至2023年的24%
截至2023年12月31日，洛川精机员工总数4800人
乔明礼名下持有洛川精机14%的股份
自2019年5月以来，青墨科技总经理一直是苏望舒
去年洛川精机雇用了4800人
乔明礼出生于1963年4月
乔明义是乔明礼的弟弟
洛川精機2023年淨利潤為6.3億元
喬明禮自2016年3月起擔任洛川精機董事長
洛川精機持有北嶼機床51%的股權
""".strip().splitlines()
REFUTED = """
洛川精机2023年营收突破110亿元
洛川精机2023年净利润同比上升
青墨科技2023年销量比上年减少
砾国2022年石英坩埚产量占全球比重不到两成
2020年，洛川精机数控磨床销量位居全球第一
2020年，全球数控磨床销量第一的企业是洛川精机
乔明礼持有洛川精机三成股份
洛川精机创立于1987年
苏望舒2015年担任青墨科技总经理
""".strip().splitlines()
OPEN = """
洛川精机2023年第三季度净利润为8亿元
洛川精机子公司2023年有员工9000人
洛川精机2023年新增员工300人
洛川精机2023年国内营业收入50亿元
洛川精机2023年净利润率为7%
洛川精机的竞争对手2023年净利润为5亿元
洛川精机磨床业务2023年营业收入为90亿元
洛川精机2023年人均营业收入为200万元
洛川精机2023年净利润目标为9亿元
洛川精机2023年净利润低于预期的9亿元
洛川精机2023年净利润没有下降
洛川精机2023年净利润止跌回升
青墨科技2023年净利润增幅同比下降
洛川精机2023年净利润真的有9亿元吗
据传洛川精机2023年净利润为9亿元
如果没有钢价上涨，洛川精机2023年净利润会达到9亿元
洛川精机（澄州）2023年净利润为9亿元
青墨科技2023年日均销量为1000台
青墨科技2023年手机销量为50万台
洛川精机占国内数控磨床销量的45%
2023年洛川精机占亚洲数控磨床销量的45%
2023年，洛川精机占岚峰股份数控磨床采购量的45%
2023年洛川精机数控磨床产量占全球45%
2023年数控磨床占洛川精机营收的45%
2023年，洛川精机和岚峰股份合计占全球数控磨床销量的70%
洛川精机2023年销量位居国内第二
岚峰股份2023年是全球最大的数控磨床销售商之一
岚峰股份连续三年数控磨床销量位居全球第一
乔明礼持有洛川精机的子公司30%的股份
洛川精机持有北屿机床49%的投票权
洛川精机曾持有北屿机床30%的股权
洛川精机拟收购北屿机床80%的股权
洛川精机2006年成立研究院
洛川精机的前身成立于1956年
乔明礼的父亲生于1935年
尹若谷不再担任洛川精机董事长
尹若谷是洛川精机的名誉董事长
乔明礼可能自2012年起担任洛川精机董事长
乔明礼是乔明义的弟弟
尹若谷2009年加入洛川精机，担任洛川精机董事长
乔明礼，1963年生，洛川精机董事长
""".strip().splitlines()
#: Several claims in one sentence, each of the year and the measure that it goes on with.
LISTED = "洛川精机2023年营业收入104亿元，净利润6.3亿元，同比下降11%，员工4800人"
AS_PARTS = ("洛川精机2023年净利润6.3亿元", "洛川精机2023年净利润同比下降11%", "洛川精机2023年员工4800人")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each sentence comes to, the parts of it together."""
    folder = tmp_path_factory.mktemp("news")
    case = open_case(folder / "case")
    files = {"figures": FIGURES, "supply_shares": SHARES, "holdings": HOLDINGS}
    for table, text in files.items():
        (folder / f"{table}.csv").write_text(text, "utf-8")
        case.add(folder / f"{table}.csv", as_table=table, outlet=f"年鉴 {table}")
    (folder / "register.ftm.json").write_text(REGISTER.strip(), "utf-8")
    case.add(folder / "register.ftm.json", outlet="登记处")
    said = [*BORNE_OUT, *REFUTED, *OPEN, LISTED]
    marks = ["？" if s.endswith("吗") else "。" for s in said]
    told = "\n\n".join(f"{s}{mark}" for s, mark in zip(said, marks, strict=True))
    (folder / "news.txt").write_text(f"洛川日报，2024年4月12日\n\n{told}\n", "utf-8")
    case.add(folder / "news.txt")
    rows = [(c, row) for row in case.docket(run=True) for c in row.claims]
    return {s: {str(row.outcome) for c, row in rows if _is_of(c.says, s)} for s in (*said, *AS_PARTS)}


def test_each_clause_is_tested_for_itself(outcomes: dict[str, Any]) -> None:
    assert all(outcomes[part] == {"supported"} for part in (LISTED, *AS_PARTS))


def _is_of(says: str, sentence: str) -> bool:
    return says in sentence or sentence in says


@pytest.mark.parametrize("sentence", BORNE_OUT)
def test_what_is_recorded_is_borne_out(outcomes: dict[str, Any], sentence: str) -> None:
    assert outcomes[sentence] == {"supported"}


@pytest.mark.parametrize("sentence", REFUTED)
def test_what_is_recorded_otherwise_is_contradicted(outcomes: dict[str, Any], sentence: str) -> None:
    assert outcomes[sentence] == {"contradicted"}


@pytest.mark.parametrize("sentence", OPEN)
def test_what_only_looks_like_it_is_left_open(outcomes: dict[str, Any], sentence: str) -> None:
    assert not outcomes[sentence] & {"supported", "contradicted"}
