"""Whom a Chinese claim is about, where no name was read in it: what stands before its verb.

"石桥电机成立于1986年" is about what stands before 成立. There is no grammar to look at: the first verb of a short list
ends the subject, a year or a date before it is no part of it.
"""

import re

from cuibono.extract.lexicon import words

_HAN = r"[\u4e00-\u9fff·A-Za-z]"
_TIME = r"(?:在|自|从|截至|到)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:以来|起|底|初|末)?[，,]?"
_VERB = (
    r"(?:成立|创立|创办|建立|注册|解散|破产|倒闭|更名|持有|拥有|控股|控制|收购|生产|制造|出口|进口|供应|销售|占|是|为|开采|提炼|"
    r"出任|担任|任职|当选|属于|隶属|毫无|超过|达到|有(?=员工|雇员|职工|居民|人口|约|近|超过|\d))"
)
_SUBJECT = re.compile(
    rf"^(?:{_TIME})?(?P<who>{_HAN}{{2,16}}?)(?:[，,]?{_TIME})?(?:曾|已|已经|并|没有|未|不|现|目前|一直|也|还|共|仍|将会|将|会|可能|预计|有望)*{_VERB}"
)
#: 诺兰的灯玻璃出口占全球四成: what is exported is no verb there.
_TRADED = re.compile(
    rf"^(?:{_TIME})?(?P<who>{_HAN}{{2,12}}?)的{_HAN}{{0,10}}?(?:出口|进口|供应)(?:占|超过|达到|有所|上升|下降|增长)"
)
#: Whose something is that is counted: 诺兰的灯玻璃产量 is of 诺兰.
_WHOSE = re.compile(
    rf"^(?P<owner>{_HAN}{{2,12}}?)的{_HAN}{{0,10}}?(?:产量|产能|出口量|进口量|出口|进口|销量|份额|产值|吞吐量|人口|收入|利润|营收)$"
)
#: What points at somebody and names nobody.
_POINTS = (
    "他",
    "她",
    "它",
    "这",
    "那",
    "该",
    "其",
    "我",
    "你",
    "有",
    "没",
    "谁",
    "如果",
    "因为",
    "由于",
    "希望",
    "所有",
    "许多",
)


def subject_of(said: str) -> str:
    """The words before the verb; none where they only point at somebody."""
    said = said.strip('“”"「」 ')
    found = _TRADED.match(said) or _SUBJECT.match(said)
    who = found["who"] if found else ""
    if (owner := _WHOSE.match(who)) is not None:
        who = owner["owner"]
    return "" if who.startswith(_POINTS) or "的" in who or who in words("chinese_kinds", "anybody") else who
