"""Which firm 公司 means in a Chinese text where who says so is named with none: the one that stands before.

The narrator of a text goes on about whom the sentence before named, else about whom the heading names; who is recorded
as the chair of one firm, and is called a chair in a text that names it, speaks for it. Two firms leave it open.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache

from cuibono.case.docket.chinese_names import standing
from cuibono.case.docket.edges import STATED
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import words
from cuibono.store.session import Session

FIRM = 4  # signs that the name of a firm has at least
PLACES = ("国", "省", "市", "县", "区", "州", "镇")
NO_FIRM = ("交易所", "厅", "局", "委", "部", "院", "大学", "学校", "协会", "商会", "工会", "法院", "政府", "报", "台")
_OPENING = 10  # signs by which a claim is found in its text
_HEADING = 40  # signs of a heading at most
_SENTENCES = re.compile(r"(?<=[。！？；])")
#: What points at a firm that was named: 公司 alone may be that of anybody who speaks.
_POINTS = re.compile(r"该|这家|这个|那家")
_POINTED = re.compile(r"(?<=[\u4e00-\u9fff])(?:这家|该|这个)(?:公司|企业|集团|工厂|厂商|制造商|生产商|上市公司)")
Posts = Mapping[str, frozenset[tuple[str, str]]]


def posts(session: Session) -> Posts:
    """The recorded posts of each person that last: of which body, and what they are called."""
    if "relations" not in session.tables():
        return {}
    session.need("relations")
    sql = f'SELECT DISTINCT from_name, to_name, role FROM relations WHERE {STATED} AND "until" IS NULL'
    found: dict[str, set[tuple[str, str]]] = {}
    for who, body, role in session.engine.tuples(sql):
        if who and body and role and has_han(role) and any(p in role for p in words("chinese_kinds", "firm_posts")):
            found.setdefault(simplified(who), set()).add((simplified(body), simplified(role)))
    return {who: frozenset(of) for who, of in found.items()}


def of_post(text: str, speaker: str, recorded: Posts) -> str:
    """The firm in which a speaker has a recorded post, where the text names it and calls the speaker by that post."""
    there = recorded.get(speaker, frozenset())
    if len({body for body, _ in there}) != 1:
        return ""
    ((body, role), *_) = there
    at_post = any(re.search(rf"(?<![\u4e00-\u9fff]){r}{re.escape(speaker)}", text) for _, r in there)
    taken = re.search(rf"{re.escape(speaker)}[^，。；]{{0,16}}?(?:担任|出任|任|是){role}", text)
    return body if body in text and (at_post or taken) else ""


def firm_before(text: str, said: str, known: Collection[str]) -> str | None:
    """The firm of the sentence before a claim in its paragraph that names any, else the one of the heading.

    None where that sentence names two, or one that is not recorded; empty where nothing names any.
    """
    said = said.strip('“”"「」 。')
    at = max(text.find(said), 0) or text.find(said[:_OPENING])
    if at < 0 or text.count(said) > 1:
        return ""
    start = text.rfind("\n", 0, at) + 1
    for sentence in reversed(_SENTENCES.split(text[start:at])):
        mine, strange = firms(sentence, known)
        if mine or strange:
            return mine.pop() if len(mine) == 1 and not strange else None
    heading = text.lstrip().split("\n", 1)[0]
    if start == 0 or len(heading) > _HEADING:
        return ""
    mine, strange = firms(heading, known)
    return mine.pop() if len(mine) == 1 and not strange else ""


def firms(said: str, known: Collection[str]) -> tuple[set[str], bool]:
    """The recorded firms that a stretch names, and whether it names another one."""
    there = [(n, at) for n, at in standing(said, known)]
    mine = {n for n, _ in there if len(n) >= FIRM and not n.endswith((*PLACES, *NO_FIRM))}
    rest = said
    for name, at in reversed(there):
        rest = f"{rest[:at]}，{rest[at + len(name) :]}"
    strange = (m[0] for m in _firm_like().finditer(rest))
    return mine, any(not w.endswith(tuple(words("chinese_kinds", "no_firms"))) for w in strange)


def points(word: str) -> bool:
    """Whether a word for a firm points at one that was named: 这家公司."""
    return _POINTS.match(word) is not None


def with_object(said: str, firm: str) -> str:
    """A claim with the firm that it points at behind its verb: …不控制这家公司."""
    return _POINTED.sub(firm, said, count=1) if firm and firm not in said else said


@cache
def _firm_like() -> re.Pattern[str]:
    ends, set_off = (
        "|".join(sorted(words("chinese_kinds", name), key=len, reverse=True))
        for name in ("firm_ends", "firm_ends_set_off")
    )
    alone = rf"(?<![\u4e00-\u9fff%])(?!的)(?:[与和及由对向在被])?[\u4e00-\u9fff]{{2,4}}?(?:{set_off})"
    return re.compile(rf"[\u4e00-\u9fff]{{1,6}}?(?:{ends})|{alone}(?=[，。、的与和及于是将在为也曾]|\d|$)")
