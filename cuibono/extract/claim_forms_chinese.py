"""Ranks and ties of a Chinese claim, in the order in which English has them.

"位居全球第一" is the largest supplier of the world; "甲是乙的全资子公司" is wholly owned by 乙. Names stand as marks
by then, so that no part of one is taken for a word.
"""

import re
from functools import cache

from cuibono.extract.lexicon import pairs

_MARK = "\\s*(\x00\\d+\x01)\\s*"
_PLACES = {
    "一": "largest", "二": "second-largest", "三": "third-largest", "1": "largest", "2": "second-largest",
    "3": "third-largest", "两": "second-largest",
}  # fmt: skip
#: 在全球销量中的份额: what a share is of.
_AMONG = re.compile(
    r"(?<=[量额口场业司商家])(?:当|的?(?:排名|排行榜?|榜单?))?(?:中|里|上)(?=的|所占|占|排|位居|位列|名列|稳居|高居|居|列)"
)
_RANKED = re.compile(
    r"(?:位居|位列|排名|名列|稳居|跃居|高居|排在|排行|居|列|排|(?<=量)(?=全球第|世界第))(?P<scope>(?:全球|世界|全世界|市场|全国|国内|全省|省内|全市|市内|全县|全州|全区|当地|本地|业内|行业|同行业)?)(?:的)?"
    r"(?:第(?P<n>[一二三123])(?:位|名)?|(?P<first>首位|榜首|之首|首|冠军))"
)
_LARGEST = re.compile(
    r"(?:最大|头号|第一大|(?P<n>第[二三]大))(?:的)?(?P<goods>[\u4e00-\u9fffA-Za-z]{0,12}?)"
    r"(?P<who>生产国|生产商|生产者|生产企业|制造商|制造国|制造企业|出口国|出口商|进口国|进口商|供应国|供应商|销售商|卖家|厂商|厂家|企业|公司|品牌|(?<=[\u4e00-\u9fff])企(?![\u4e00-\u9fff]))"
)
#: 以32%的份额位居第二: how much somebody has who has that rank.
_WITH_PART = re.compile(
    r"以\s*((?:[a-z]+ ){0,2}\d[\d.]* percent)\s*(?:的(?:市场)?(?:份额|占比|占有率|比重|比例))?[，,]?"
    r"(?=位居|位列|排名|名列|稳居|跃居|高居|排在|居|列|排)"
)
#: …，按出货量计算: of what a rank is.
_BY = re.compile(
    r"[，,]?(?:若|如)?(?:按照|按|以)(?P<of>[\u4e00-\u9fff]{0,6}?(?:[量额]|产能|产值|收入))(?:计算|计|衡量|排名|来看|来算|统计)[，,]?"
)
_WHO = {
    "生": "producer",
    "制": "producer",
    "出": "exporter",
    "进": "importer",
    "供": "supplier",
    "销": "seller",
    "卖": "seller",
    "厂": "supplier",
    "企": "supplier",
    "公": "supplier",
    "品": "supplier",
}
_SUBSIDIARY = re.compile(
    rf"{_MARK}(?:是|为|系|成为|属于|作为)?{_MARK}(?:的|旗下的?|名下的?)?(?:一家)?(?P<how>全资|控股)?(?:附属|子)公司"
)
#: 甲旗下的乙是其全资子公司.
_UNDER = re.compile(rf"{_MARK}旗下的?{_MARK}(?:为|是|系)其(?=全资|控股|附属|子公司)")
#: 甲是乙的控股股东, 乙的控股股东是甲.
_HOLDER = re.compile(rf"{_MARK}(?:是|为|系|作为){_MARK}的?(?:实际控制人|母公司)")
_HELD_BY = re.compile(rf"{_MARK}的?(?:实际控制人|母公司)(?:是|为){_MARK}")
#: Who is a shareholder holds shares himself, and not through others.
_MAJORITY = re.compile(rf"{_MARK}(?:是|为|系|作为){_MARK}的?控股股东")
_MAJORITY_BY = re.compile(rf"{_MARK}的?控股股东(?:是|为){_MARK}")
#: 甲是乙的第一大股东, 乙的最大股东是甲.
_FIRST = r"(?:单一)?(?:第一大|最大)的?(?:单一)?(?:股东|持股人)"
_LARGEST_HOLDER = re.compile(rf"{_MARK}(?:是|为|系|作为){_MARK}的?{_FIRST}")
_LARGEST_HELD_BY = re.compile(rf"{_MARK}的?{_FIRST}(?:是|为){_MARK}")
#: 甲的大股东是乙: one of those who hold most, and not the one.
_LARGE = r"(?:主要|重要)?大?股东(?:之一)?"
_LARGE_HOLDER = re.compile(rf"{_MARK}(?:是|为|系|作为){_MARK}的?{_LARGE}")
_LARGE_HELD_BY = re.compile(rf"{_MARK}的?{_LARGE}(?:是|为){_MARK}")
#: 甲对乙的持股比例为55%, 乙55%的股权由甲持有; the number is written out by then.
_PART = r"((?:[a-z]+ ){0,2}\d[\d.]* percent)"
_STAKE = re.compile(rf"{_MARK}(?:对|在){_MARK}(?:中|里)?的?持股(?:比例)?(?:为|达到|达|有)?\s*{_PART}")
_STAKE_OF = re.compile(rf"{_MARK}的?\s*{_PART}\s*的?(?:股权|股份)(?:由|归|为|被){_MARK}(?:所)?(?:持有|拥有|所有)")
#: 甲由乙全资拥有.
_WHOLLY_BY = re.compile(rf"{_MARK}(?:由|为|被|归){_MARK}(?:所)?(?:全资(?:拥有|持有|控股|所有)|百分之百(?:持有|拥有))")
#: 甲由乙持股80%, 甲的唯一股东是乙.
_PART_BY = re.compile(rf"{_MARK}(?:由|被){_MARK}(?:所)?(?:持股|持有|控股)\s*{_PART}(?:的?(?:股权|股份))?")
_SOLE = re.compile(rf"{_MARK}的?唯一(?:的)?股东(?:是|为){_MARK}")
_FIRST_IS = re.compile(rf"(?P<n>第[一二三])(?:大)?的?(?:企业|公司|国家|厂商|供应商)?(?:是|为){_MARK}$")
_BROTHERS = re.compile(
    rf"{_MARK}(?:和|与|跟|同){_MARK}(?:是|为|系)(?:一对)?(?:亲)?(?P<kin>兄弟|姐妹|夫妻|夫妇)(?![\u4e00-\u9fff])"
)
_BOTH = {"兄弟": "brothers", "姐妹": "sisters", "夫妻": "spouses", "夫妇": "spouses"}
_MADE_BY = re.compile(rf"由{_MARK}(?=生产|制造|出口|售出|卖出|供应)")
_CONTROLLED = re.compile(rf"{_MARK}(?:目前|现|仍)?(?:由|被|受){_MARK}(?:所)?(?:控股|控制)")
#: 超过乙, 比乙多: one of two has more of what is measured.
_MORE, _LESS = "高于|超过|超出|多于|大于|领先于|领先|超越|胜过", "低于|少于|小于|不及|不如|落后于|逊于"
_ABOVE = re.compile(rf"(?<![不未没])(?:(?P<more>{_MORE})|(?:{_LESS}))了?{_MARK}(?=[。，\s]*$)")
_THAN = re.compile(rf"(?:比|较){_MARK}(?:还|更|要|略|稍)*(?:(?P<more>[多高大])|[少低小])(?:了|出|一?些)?(?=[。，\s]*$)")
#: Ties that only stand in another order; the holder first, but for who is controlled "by" another.
_TIES = (
    (_HOLDER, r" \1 controls \2 "),
    (_HELD_BY, r" \2 controls \1 "),
    (_MAJORITY, r" \1 is majority shareholder of \2 "),
    (_MAJORITY_BY, r" \2 is majority shareholder of \1 "),
    (_LARGEST_HOLDER, r" \1 is the largest shareholder of \2 "),
    (_LARGEST_HELD_BY, r" \2 is the largest shareholder of \1 "),
    (_LARGE_HOLDER, r" \1 is shareholder of \2 "),
    (_LARGE_HELD_BY, r" \2 is shareholder of \1 "),
    (_WHOLLY_BY, r" \1 is wholly owned by \2 "),
    (_CONTROLLED, r" \1 is controlled by \2 "),
    (_STAKE, r" \1 holds \3 shares of \2 "),
    (_PART_BY, r" \2 holds \3 shares of \1 "),
    (_SOLE, r" \1 is wholly owned by \2 "),
    (_STAKE_OF, r" \3 holds \2 shares of \1 "),
    (_MADE_BY, r" \1 "),
)


def formed(text: str) -> str:
    """The text with ranks, subsidiaries and kin in English."""
    text = _AMONG.sub("", _BY.sub(lambda m: f" {m['of']} ", text))
    text = _WITH_PART.sub(r" \1 share ", text)
    for compares, of in ((_ABOVE, 2), (_THAN, 1)):
        text = compares.sub(lambda m, of=of: f" {'more' if m['more'] else 'less'} than {m[of]} ", text)  # type: ignore[misc]
    text = _RANKED.sub(lambda m: f" {m['scope']} {_PLACES[m['n'] or '一']} supplier ", text)
    text = _LARGEST.sub(_largest, text)
    text = _FIRST_IS.sub(lambda m: f" {_PLACES[m['n'][1]]} supplier {m[2]}", text)
    text = _UNDER.sub(r"\2是\1的", text)
    text = _SUBSIDIARY.sub(_subsidiary, text)
    for form, told in _TIES:
        text = form.sub(told, text)
    text = _BROTHERS.sub(lambda m: f" {m[1]} and {m[2]} are {_BOTH[m['kin']]} ", text)
    kin = dict(pairs("chinese_kinds", "kin"))
    text = _kin_is().sub(lambda m: f" {m[3]} is {kin[m[2]]} of {m[1]} ", text)
    return _kin().sub(lambda m: f" {m[1]} is {kin[m[3]]} of {m[2]} ", text)


def _largest(found: re.Match[str]) -> str:
    return f" {_PLACES[found['n'][1] if found['n'] else '一']} {found['goods']} {_WHO[found['who'][0]]} "


def _subsidiary(found: re.Match[str]) -> str:
    how = "wholly owned" if found["how"] == "全资" else "subsidiary controlled"
    return f" {found[1]} is {how} by {found[2]} "


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"{_MARK}(?:是|为|系|乃){_MARK}的?({_relatives()})(?![\u4e00-\u9fff])")


@cache
def _kin_is() -> re.Pattern[str]:
    """甲的夫人是乙, 甲的夫人乙."""
    return re.compile(rf"{_MARK}的?({_relatives()})(?:正是|就是|是|为|叫|名叫)?{_MARK}(?=[。，\s]*$)")


def _relatives() -> str:
    return "|".join(word for word, _ in pairs("chinese_kinds", "kin"))
