"""Names of firms and countries that no list has, told by their place in a sentence: who was founded, who is held.

"青墨精机成立于2008年", "持有青墨精机51%的股权", "青墨精机董事长": what stands there is what a firm is called,
unless it is a word of the language, a place, a person, or what any firm may be.
"""

import re
from collections.abc import Iterator
from functools import cache

from cuibono.extract.chinese.bodies import MATERIAL, STOPS, place_ends
from cuibono.extract.chinese.dictionary import dictionary
from cuibono.extract.chinese.person_shapes import names_from
from cuibono.extract.chinese.words import cut
from cuibono.extract.lexicon import words

_HAN = r"[\u4e00-\u9fff]"
_NAME = rf"({_HAN}{{3,8}}?)"
_EDGE = r"(?:^|(?<=[，。：；、！？“”\s])|(?<=据))"
_YEAR = r"\d{4}年"
_LED = rf"{_EDGE}(?:(?:在|到|截至)?{_YEAR}(?:底|末|全年)?[，,]?)?"
_SOME = r"(?:约|近|超过|逾)?(?:\d[\d.]*%|[一二三四五六七八九]成|百分之|过半|一半|全部|多数)"
_STOCK = "(?:股|投票权|表决权)"
_SMALL = "|".join(w for w in words("chinese_kinds", "between") if len(w) > 1)
_POST = "|".join(words("chinese_kinds", "firm_posts"))
_TRADES = "生产|制造|出口|进口|开采|提炼|供应"
_COUNTRY = re.compile(
    rf"{_LED}({_HAN}国)(?={_YEAR}|[的是占为]|{_TRADES}|{_HAN}{{1,8}}(?:产量|产能|出口|进口|销量|份额))", re.MULTILINE
)
_DATED = re.compile(rf"{_EDGE}{_NAME}(?:自|从|在|至|到)?{_YEAR}", re.MULTILINE)
#: What stands beside the name of a firm; the one group of each is the name.
_PLACES = (
    rf"{_LED}{_NAME}(?:{_SMALL})?(?:成立|创立于|创办于|创建于|组建于|注册于|持有|控股|拥有)",
    rf"(?:持有|收购|入股|参股|增持|减持|控股|出售|转让)了?{_NAME}的?{_SOME}[^，。]{{0,10}}?{_STOCK}",
    rf"{_EDGE}{_NAME}的?{_SOME}的?{_STOCK}",
    rf"(?:是|为|系|由|{_EDGE}){_NAME}的?(?:旗下)?(?:全资|控股)?(?:子公司|控股股东|母公司|第一大股东|最大股东)",
    rf"对{_NAME}的?持股",
    rf"(?:担任|出任|接任|就任|任|当选){_NAME}的?(?:{_POST})",
    rf"{_EDGE}{_NAME}(?:{_POST})(?={_HAN}{{2,4}})",
)


def find(view: str) -> Iterator[str]:
    """The names of firms, in a simplified view."""
    for form in _forms():
        yield from (m[1] for m in form.finditer(view) if _is_name(m[1]))
    weak = tuple(words("chinese_bodies", "weak"))
    yield from (m[1] for m in _DATED.finditer(view) if _is_name(m[1]) and not m[1].endswith(weak))


def countries(view: str) -> Iterator[str]:
    """Countries that no list has, which clauses begin with: 岚国."""
    for match in _COUNTRY.finditer(view):
        if match[1][0] not in STOPS and match[1] not in dictionary().kinds:
            yield match[1]


def _is_name(name: str) -> bool:
    """Whether signs are no word of the language, no place and no person, and not read by their ending (集团) anyway."""
    if STOPS & set(name) or name.endswith(_ends()) or name.startswith(tuple(words("chinese_kinds", "anybody"))):
        return False
    if any(w in name for w in _inside()) or name in dictionary().kinds:
        return False
    if any(stop == len(name) for stop, _ in names_from(name, 0, len(name), frozenset())):
        return False
    pieces = cut(name, {})
    if any(w.kind not in MATERIAL and len(w.text) > 1 for w in pieces):
        return False
    return any(len(w.text) == 1 or w.kind in ("place", "nz", "person", "?") for w in pieces)


@cache
def _ends() -> tuple[str, ...]:
    return tuple(words("chinese_bodies", "strong") | words("chinese_bodies", "generic") | place_ends())


@cache
def _inside() -> frozenset[str]:
    """What stands behind a name and in none: measures, verbs, posts."""
    lists = [words("chinese_kinds", name) for name in ("measured", "does", "between", "firm_posts")]
    return frozenset(w for w in frozenset().union(*lists, words("chinese_titles", "titles")) if len(w) > 1)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.MULTILINE) for form in _PLACES)
