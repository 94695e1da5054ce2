"""Whom 公司, 我院 and 全市 mean in a Chinese text: whom its speaker speaks for, or the only city of it.

"松涛纸业总经理沈清说，公司…" is of 松涛纸业: who is named with a post of a body speaks for that body, through the
whole text. Where a text gives somebody posts of two bodies, or names two cities, 公司 and 全市 stay open.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from cuibono.case.docket.chinese_names import standing
from cuibono.case.docket.moments import head_of
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_heads_chinese import head
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import lines, words
from cuibono.store.session import Session

Row = Mapping[str, Any]

_TEXTS = """
    SELECT source, string_agg(text, chr(10) ORDER BY seq) AS text FROM passage
    WHERE list_contains($sources, source) AND text IS NOT NULL GROUP BY source
"""
_LAST_YEAR = re.compile(r"^(?:截至)?(?:去年|前年|今年|上年)(?:年?[底末])?[，,]?")
_PLACES = ("国", "省", "市", "县", "区", "州", "镇")
_HEAD = 400  # signs at the beginning of a text in which it may be dated
_YEARS_BEFORE = {"今年": 0, "去年": 1, "前年": 2}
_MONTH_OF = re.compile(r"(今年|去年|前年)(\d{1,2})月(?:(\d{1,2})[日号])?(?![至到起以-])")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d年")
_FIRM = 4  # signs that the name of a firm has at least
_NO_FIRM = ("交易所", "厅", "局", "委", "部", "院", "大学", "学校", "协会", "商会", "工会", "法院", "政府", "报", "台")
#: Longer words that end like the name of a city.
_NO_CITY = ("全市", "该市", "本市", "我市", "城市", "上市", "超市", "都市", "股市", "楼市", "门市", "夜市", "入市")


def texts(session: Session, rows: Collection[Row]) -> dict[str, str]:
    """The simplified text of each source that has a Chinese claim."""
    sources = sorted({r["_source"] for r in rows if r["property"] is None and has_han(str(r["says"] or ""))})
    found = session.rows(_TEXTS, {"sources": sources}) if sources else []
    return {r["source"]: simplified(r["text"] or "") for r in found}


def all_spoken_for(rows: Iterable[Row], texts: Mapping[str, str], known: Collection[str]) -> Iterator[Row]:
    """The claims, in order, each with the body that its first word stands for."""
    before: Row = {}
    days = {source: head_of(text[:_HEAD]) for source, text in texts.items()}
    for row in rows:
        row = _of_a_year(row, days.get(row["_source"], ""))
        same = before.get("_source") == row["_source"] and row["asserted_by"] in (None, "", before.get("asserted_by"))
        row = spoken_for(row, texts.get(row["_source"], ""), known, _firm(before, known) if same else "")
        yield row
        before = row


def _of_a_year(row: Row, day: str) -> Row:
    """A claim of 去年3月3日 with its year, by the day in the head of its text."""
    said = simplified(str(row["core"] or row["says"] or ""))
    found = _MONTH_OF.findall(said) if day else []
    if len(found) != 1 or row["property"] is not None or _ANY_YEAR.search(said):
        return row
    word, month, of_month = found[0]
    year = int(day[:4]) - _YEARS_BEFORE[word]
    time = "-".join([str(year), *(f"{int(n):02}" for n in (month, of_month) if n)])
    return {**row, "core": said.replace(word, f"{year}年", 1), "time": time}


def _firm(row: Row, known: Collection[str]) -> str:
    """The only firm that a claim names; 该公司 in the one behind means it."""
    said = simplified(str(row.get("core") or row.get("says") or ""))
    there = {n for n, _ in standing(said, known) if len(n) >= _FIRM and not n.endswith((*_PLACES, *_NO_FIRM))}
    return there.pop() if len(there) == 1 else ""


def spoken_for(row: Row, text: str, known: Collection[str], before: str = "") -> Row:
    """A claim with the body that its first word stands for, in its words, too; ``before`` is the firm named last."""
    said = simplified(str(row["core"] or row["says"] or ""))
    given = simplified(str(row["subject_name"] or ""))
    word, ends = _stands(said)
    if not word or not text or (given and given in said and not given.startswith(word)):
        return row
    body = _speaks_for(text, simplified(str(row["asserted_by"] or "")), known) if row["asserted_by"] else ""
    if not _fits(body, ends):
        body = _only(text, ends, known) or (before if not ends else "")
    if not body:
        return row
    core = said.replace(word, body, 1)
    return {**row, "core": core, "subject_name": body, "subject_id": None, "subject_partial": False}


def _stands(said: str) -> tuple[str, tuple[str, ...]]:
    """The word at the head of a claim that stands for a body, and how names of such bodies end; () is any firm's."""
    said = said.strip('“”"「」 ')
    rest = _LAST_YEAR.sub("", said[len(head(said).time) :])
    return next(((w, ends) for w, ends in _words() if rest.startswith(w)), ("", ()))


def _fits(body: str, ends: tuple[str, ...]) -> bool:
    return bool(body) and (body.endswith(ends) if ends else not body.endswith(_PLACES))


def _speaks_for(text: str, speaker: str, known: Collection[str]) -> str:
    """The one body with a post of which a text names a speaker; empty where there is none, or there are several."""
    found: set[str] = set()
    for at in (m.start() for m in re.finditer(re.escape(speaker), text)) if speaker else ():
        before = re.split(r"[，。；：！？“”\s]", text[max(0, at - 30) : at])[-1]
        there = list(standing(before, known))
        if there and _post().fullmatch(before[there[-1][1] + len(there[-1][0]) :]):
            found.add(there[-1][0])
    if speaker:
        told = re.finditer(
            rf"{re.escape(speaker)}[^，。；]{{0,16}}?(?:担任|出任|[任是])([\u4e00-\u9fff]{{3,24}})", text
        )
        for rest, there in ((m[1], list(standing(m[1], known))) for m in told):
            if there and there[0][1] == 0 and _post().match(rest[len(there[0][0]) :]):
                found.add(there[0][0])
    return found.pop() if len(found) == 1 else ""


def _only(text: str, ends: tuple[str, ...], known: Collection[str]) -> str:
    """The only recorded body of a kind that a text names, where it names no other of that kind."""
    there = {name for name, _ in standing(text, known)} if ends else set()
    there |= {n for n in known if any(name.startswith(n) for name in there)}  # 枫泾市 in 枫泾市交通局
    mine = {n for n in there if n.endswith(ends)}
    if len(mine) != 1:
        return ""
    (body,) = mine
    others = re.findall(rf"[\u4e00-\u9fff]{{1,2}}(?:{'|'.join(ends)})(?![长场民议委政值])", text.replace(body, ""))
    own = {w for w, _ in _words() if w not in ends}
    strange = [o for o in others if not o.endswith((*own, *_NO_CITY))]
    return "" if strange else body


@cache
def _words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words that stand for a body, the longest first, each with how the names of such bodies end."""
    found = []
    for line in lines("chinese_kinds", "stands_for"):
        ends, _, stands = line.partition(":")
        found += [(w, tuple(ends.split())) for w in stands.split()]
    return tuple(sorted(found, key=lambda f: -len(f[0])))


@cache
def _post() -> re.Pattern[str]:
    posts = words("chinese_kinds", "role") | words("chinese_kinds", "firm_posts") | words("chinese_kinds", "heads_of")
    return re.compile(rf"的?[\u4e00-\u9fff]{{0,6}}(?:{'|'.join(sorted(posts, key=len, reverse=True))})")
