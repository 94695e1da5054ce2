"""Names that marks or words set off: papers in 《》, apps in quote marks, groups in quote marks, 化名."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Naming, Span

_TITLED = re.compile(r"《([^《》\n]{2,20})》")
_QUOTED = re.compile(r"“([^“”‘’，。；：！？\n]{2,10})”")
_PAPER = re.compile(r"(?:报|周刊|月刊|杂志|新闻|纪事|时报|评论|快讯|观察|通讯|财经|世界|人|镜报|卫报|网)$")
_REPORTING = re.compile(r"[^，。“”]{0,6}(?:报道|报导|称|指出|记者|刊登|刊发|披露|调查|援引|引述|发表|表示|报社)")
_GROUP = re.compile(r"[\u4e00-\u9fff]{1,4}(?:帮|系|派)$")
_BAND = re.compile(r"(?:组织|团伙|团体|派系|集团|小圈子|俱乐部|势力)$")
_ALIAS_AFTER = re.compile(r"([\u4e00-\u9fff·]{2,8})（(?:化名|假名|应受访者要求使用化名|为化名|均为化名)）")
_ALIAS_BEFORE = re.compile(
    r"(?:化名|自称|假名)(?:为|叫|是)?[“]?([\u4e00-\u9fff·]{2,5}?)[”]?(?=的|，|。|告诉|对|向|说|表示|在|、|）)"
)


class Marked(NamedTuple):
    """A name that is set off."""

    span: Span
    type: EntityType
    naming: Naming = "named"


def find(view: str) -> Iterator[Marked]:
    """The names that marks set off, in a simplified view."""
    for match in _TITLED.finditer(view):
        paper = _PAPER.search(match[1]) is not None
        if ((paper or len(match[1]) <= 6) and _press(view, match)) or match[1].endswith(("报", "周刊", "杂志")):
            yield Marked(Span(*match.span(1)), "Organization")
    for match in _QUOTED.finditer(view):
        if _GROUP.fullmatch(match[1]) or (
            _BAND.search(view, max(0, match.start() - 6), match.start()) and len(match[1]) <= 6
        ):
            yield Marked(Span(*match.span(1)), "Group")
        elif (len(match[1]) <= 5 or match[1].isascii()) and _heads().search(
            view, max(0, match.start() - 6), match.start()
        ):
            yield Marked(Span(*match.span(1)), "Product")
    for match in _ALIAS_BEFORE.finditer(view):
        yield Marked(Span(*match.span(1)), "Person", "pseudonymous")


def pseudonyms(view: str) -> Iterator[Span]:
    """Where somebody is marked as going by another name, the characters before the mark."""
    for match in _ALIAS_AFTER.finditer(view):
        yield Span(*match.span(1))


def _press(view: str, match: re.Match[str]) -> bool:
    before = view[max(0, match.start() - 2) : match.start()]
    return before.endswith(("据", "对", "向", "诉", "受")) or bool(_REPORTING.match(view, match.end()))


@cache
def _heads() -> re.Pattern[str]:
    listed = sorted(words("chinese_bodies", "product_heads"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, listed)) + r")(?:[:：、]|名为|叫做|叫)?$", re.IGNORECASE)
