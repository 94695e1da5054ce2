"""Whom a Chinese claim is about: who stands before its verb, and not a name that only begins there.

"石桥电机成立于1986年" is about what stands before 成立. Where a name was read in it, that is meant if it is all that
stands there: 石桥 in 石桥电机 is another one, and of "石桥电机董事长胡文" the last name is.
"""

import re
from collections.abc import Sequence

from cuibono.extract.claim_heads_chinese import Head, head
from cuibono.extract.lexicon import words

#: What is pointed at and said by its noun: 这份年报.
_THIS = re.compile(r"(?:这|那)(?:[份项个次一种些家款场篇])[\u4e00-\u9fff]{2,}")
#: Who stands behind: "…的董事长是胡文", "…排名第一的是诺兰".
_BEHIND = re.compile(r"的(?:企业|公司|国家|厂商|供应商|人)?(?:就|正|还|便)?(?:是|为)([^，。的]{2,20})$")
_HOLDS = re.compile(
    rf"(?:{'|'.join(words('chinese_kinds', 'firm_posts'))})(?:一直|就|正|仍|还)*(?:是|为)([^，。的]{{2,8}})$"
)
#: Where somebody is, and not who: 岛上的年轻人.
_WHERE = ("上", "里", "内", "中")
_BY = re.compile(r"(?:由|产自|出自|来自)([^，。的]{2,16}?)(?:生产|制造|出口|售出|卖出|供应|持有|控股|提供|贡献|$)")


def subject_of(said: str) -> str:
    """The words before the verb; none where they only point at somebody."""
    return _who(head(said.strip('“”"「」 ')))


def meant(said: str, names: Sequence[str]) -> tuple[str, str]:
    """Of the names in a claim the one that it is about, else the words that it is about; both empty where nobody is."""
    said = said.strip('“”"「」 ')
    for form in (_BEHIND, _HOLDS, _BY):
        if (behind := form.search(said)) and behind[1] in names:
            return behind[1], ""
    found = head(said)
    who = _who(found)
    if not who:
        return "", ""
    if who in names:
        return who, ""
    if found.stop == "of" and who.endswith(_WHERE):
        return "", ""
    begins = sorted((n for n in names if who.startswith(n)), key=len)
    if begins and found.stop == "measured":
        return begins[-1], ""  # 石桥|灯玻璃|产量: the goods stand between
    ends = sorted((n for n in names if who.endswith(n)), key=len)
    return (ends[-1], "") if ends and (begins or _titled(who, ends[-1])) else ("", who)


def _titled(who: str, name: str) -> bool:
    """Whether a post stands before a name: 董事长胡文."""
    return who.removesuffix(name).endswith(tuple(words("chinese_kinds", "role")))


def _who(found: Head) -> str:
    who = found.who
    nobody = frozenset().union(*(words("chinese_kinds", name) for name in ("anybody", "does", "changed", "up", "down")))
    if _THIS.fullmatch(who):
        return who
    return "" if who.startswith(tuple(words("chinese_kinds", "points"))) or who in nobody else who
