"""Whether a Chinese claim and an event of a calendar are told in the same words: 正式通车 and 建成通车 are 通车.

No space parts the words, so that what is left of both is compared as one run of signs, without the actor, the times and
what only stresses it. Another line or another hall leaves other signs, and is another event.
"""

import re
from collections.abc import Iterable
from functools import cache

from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_words import MONTHS
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.extract.lexicon import lines

_TIME = re.compile(rf"\b(?:in|on|since|by) (?:(?:{'|'.join(MONTHS)}) (?:\d{{1,2}} )?)?\d{{4}},?")
_CHINESE_TIME = re.compile(r"\d{4}-\d\d-\d\d|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?|\d{1,2}月(?:\d{1,2}[日号])?")
_STRESSED = re.compile(
    r"正式|顺利|如期|建成(?=通车|投产|启用|投)|竣工(?=投)|点火(?=投)|全面(?=投|通|开)|成功|宣布|举行|仪式|以来|当天|当日"
)
_SMALL = re.compile(r"[\s，。,.、：；“”\"的了于在起并]")
_ONCE = re.compile(
    r"投产|投运|通车|启用|投入(?:使用|运营|运行|生产)|开通运营|落成|竣工|建成|封顶|并网|首飞|下水|揭幕|开馆|开园"
)
#: A thing with a number or a name of its own.
_THING = re.compile(
    r"第?[一二三四五六七八九十\d]+号(?![召称])|第[一二三四五六七八九十\d]+(?:工厂|厂|生产线|车间|航站楼|码头|座)|[\u4e00-\u9fff]{2}"
    r"(?:大桥|特大桥|隧道|水库|大坝|车站|火车站|航站楼|体育场|图书馆|博物馆|大剧院|高速公路|高铁|铁路|灯塔|中心|体育馆|园区)|新(?:馆|校区|院区|大楼|航站楼|站)"
)
#: 完成对诺兰的收购 is that one bought it.
_BOUGHT = re.compile(r"[，, ]*(?:完成了?)?对\s*(\S{2,14}?)\s*的?(收购|并购)$")
_EXCHANGE = r"(?:证券交易所|交易所|主板|创业板|科创板)"
_FLOATED = re.compile(
    rf"登陆(?P<where>[\u4e00-\u9fff]{{2,10}}?{_EXCHANGE})|(?P<there>[\u4e00-\u9fff]{{2,10}}?{_EXCHANGE})挂牌(?:交易)?(?!上市)"
)
_AGAIN = re.compile(r"重新|再次|再度|恢复|复工|复产|重启|扩建|改扩|改造|临时|试")
_FOUNDED = re.compile(r"(?:正式|宣布|注册|挂牌)?(?:成立|创立|创办|组建)")
#: Where it happened may be left unsaid: 在某交易所上市.
_WHERE = re.compile(r"(?:在|于)?[\u4e00-\u9fff]{2,10}(?:证券交易所|交易所|主板|创业板)(?:主板|创业板)?")


def same_event(said: str, what: str, names: Iterable[str]) -> bool:
    """Whether two wordings tell the same event of an actor of these names."""
    names = tuple(names)
    mine, theirs = _left(simplified(said), names), _left(plain_words(what, names), names)
    return bool(mine) and mine in (theirs, _left(plain_words(_WHERE.sub("", what), names), names))


def is_once(what: str, actor: str) -> bool:
    """Whether an event happens once to a thing: a numbered line goes into production once, a bridge opens once.

    What resumes, or opens again, is no such event; whoever is founded is founded once.
    """
    told = simplified(f"{actor} {what}")
    if _AGAIN.search(told):
        return False
    return bool(_FOUNDED.fullmatch(simplified(what).removeprefix(simplified(actor)))) or bool(
        _ONCE.search(told) and _THING.search(told)
    )


def _left(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    text = _BOUGHT.sub(r"\2\1", _CHINESE_TIME.sub("", _TIME.sub("", text)).strip())
    text = _SMALL.sub("", _STRESSED.sub("", text))
    text = _FLOATED.sub(lambda m: f"{m['where'] or m['there']}上市", text)
    for form, first in _alike():
        text = form.sub(first, text)
    return text


@cache
def _alike() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [line.split() for line in lines("chinese_kinds", "same_events")]
    return tuple((re.compile("|".join(sorted(others, key=len, reverse=True))), first) for first, *others in rows)
