"""Whom 公司, 我院 and 全市 mean in a Chinese text: whom its speaker speaks for, or the only city of it.

"松涛纸业总经理沈清说，公司…" is of 松涛纸业: who is named with a post of a body speaks for that body, through the
whole text. Where a text gives somebody posts of two bodies, or names two cities, 公司 and 全市 stay open.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from cuibono.case.docket.chinese_firms import (
    FIRM,
    NO_FIRM,
    PLACES,
    Posts,
    firm_before,
    of_post,
    points,
    posts,
    with_object,
)
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
_QUOTES = '“”"「」 '
#: What the narrator of a text calls the firm that it is about.
_NARRATED = ("公司", "集团")
#: 我们国家: not those of one firm.
_ALL_OF_US = re.compile(
    r"我们(?:国|省|市|县|区|州|镇|乡|村|行业|地区|城|岛|大家|两|三|这|那|都|人|的国|的城|的村|的省)"
)
_HEAD = 400  # signs at the beginning of a text in which it may be dated
_YEARS_BEFORE = {"今年": 0, "去年": 1, "前年": 2}
_MONTH_OF = re.compile(r"(今年|去年|前年)(\d{1,2})月(?:(\d{1,2})[日号])?(?![至到起以-])")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d年")
#: Longer words that end like the name of a city.
_NO_CITY = ("全市", "该市", "本市", "我市", "城市", "上市", "超市", "都市", "股市", "楼市", "门市", "夜市", "入市")


def texts(session: Session, rows: Collection[Row]) -> dict[str, str]:
    """The simplified text of each source that has a Chinese claim."""
    sources = sorted({r["_source"] for r in rows if r["property"] is None and has_han(str(r["says"] or ""))})
    found = session.rows(_TEXTS, {"sources": sources}) if sources else []
    return {r["source"]: simplified(r["text"] or "") for r in found}


def all_spoken_for(
    session: Session, rows: Iterable[Row], texts: Mapping[str, str], known: Collection[str]
) -> Iterator[Row]:
    """The claims, in order, each with the body that its first word stands for."""
    before: Row = {}
    held = posts(session)
    days = {source: head_of(text[:_HEAD]) for source, text in texts.items()}
    for row in rows:
        row = _of_a_year(row, days.get(row["_source"], ""))
        same = before.get("_source") == row["_source"] and row["asserted_by"] in (None, "", before.get("asserted_by"))
        text = texts.get(row["_source"], "")
        row = spoken_for(row, text, known, _firm(before, known) if same else "", held)
        row = _with_its_object(row, before, known) if same and text else row
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
    there = {n for n, _ in standing(said, known) if len(n) >= FIRM and not n.endswith((*PLACES, *NO_FIRM))}
    return there.pop() if len(there) == 1 else ""


def _with_its_object(row: Row, before: Row, known: Collection[str]) -> Row:
    """A claim of who holds 这家公司 with the firm of whose holding the one before it told."""
    if not {str(row["kind"]), str(before.get("kind"))} <= {"ownership", "control"}:
        return row
    said, whose = simplified(str(row["core"] or row["says"] or "")), simplified(str(before.get("object_name") or ""))
    told = with_object(said, whose if whose in known else "")
    return (
        row if told == said else {**row, "core": told, "object_name": whose, "object_id": None, "object_partial": False}
    )


def spoken_for(row: Row, text: str, known: Collection[str], before: str = "", held: Posts | None = None) -> Row:
    """A claim with the body that its first word stands for, in its words, too; ``before`` is the firm named last."""
    said = simplified(str(row["core"] or row["says"] or ""))
    given = simplified(str(row["subject_name"] or ""))
    word, ends = _stands(said)
    if not word or not text or (given and given in said and not given.startswith(word)):
        return row
    speaker = simplified(str(row["asserted_by"] or ""))
    body: str | None = _speaks_for(text, speaker, known) if speaker else ""
    if not _fits(body or "", ends):
        body = _only(text, ends, known) or (_firm_meant(row, text, known, held or {}, before) if not ends else "")
    if body is None:
        return {**row, "subject_name": None, "subject_id": None}
    if not body:
        return row
    core = said.replace(word, body, 1)
    return {**row, "core": core, "subject_name": body, "subject_id": None, "subject_partial": False}


def _firm_meant(row: Row, text: str, known: Collection[str], held: Posts, before: str) -> str | None:
    """The firm that a speaker is recorded to speak for; else, of the narrator's 公司 and all 该公司, the one before.

    None where two, or a strange one, are named before.
    """
    speaker = simplified(str(row["asserted_by"] or ""))
    if body := of_post(text, speaker, held) if speaker else "":
        return body
    said = simplified(str(row["core"] or row["says"] or "")).strip(_QUOTES)
    near = firm_before(text, simplified(str(row["says"] or said)), known)
    if near is None:
        return None
    word, _ = _stands(said)
    own = row.get("own_voice") or not speaker
    if not own and word in _NARRATED and not before:
        return None  # 公司 is then the firm of who speaks, of which nothing is said
    return (near if points(word) or (own and word in _NARRATED) else "") or before


def _stands(said: str) -> tuple[str, tuple[str, ...]]:
    """The word at the head of a claim that stands for a body, and how names of such bodies end; () is any firm's."""
    said = said.strip(_QUOTES)
    rest = _LAST_YEAR.sub("", said[len(head(said).time) :])
    found = next(((w, ends) for w, ends in _words() if rest.startswith(w)), ("", ()))
    return ("", ()) if found[0] == "我们" and _ALL_OF_US.match(rest) else found


def _fits(body: str, ends: tuple[str, ...]) -> bool:
    return bool(body) and (body.endswith(ends) if ends else not body.endswith(PLACES))


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
