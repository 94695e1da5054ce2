"""Whom a Chinese claim is of, by the names that are recorded: no space says where a name ends, and a table does.

"鹿鸣国茶叶产量" is of 鹿鸣国 where that is recorded, and 栖霞控股 holds, not 栖霞. The longest recorded name that
stands at a place is meant; a name of its own that nobody has recorded stays, and so does whom a claim is not of.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from cuibono.case.docket.edges import STATED
from cuibono.case.docket.gathering import have
from cuibono.extract.chinese.script import simplified
from cuibono.extract.claim_heads_chinese import head
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import words
from cuibono.store.session import Session

Row = Mapping[str, Any]

_COLUMNS = (
    ("figures", "subject"), ("supply_shares", "supplier"), ("holdings", "owner"), ("holdings", "asset"),
    ("relations", "from"), ("relations", "to"), ("dated_events", "actor"),
)  # fmt: skip
_BORNE = f"""
    SELECT DISTINCT s.value FROM statement AS s JOIN evidence AS e ON e.statement = s.id AND e.entity_id = s.entity_id
    WHERE {STATED} AND s.prop IN ('name', 'alias', 'previousName')
"""
_SHORTEST = 2
_COUNTED = ("amount", "count", "trend")
_COMPARED = re.compile(r"^(?:与|和|同|跟|较)[^，。]{2,10}?(?:相比|比较|比)[，,]?")
_QUOTES = '“”"「」 '
#: Kinds of claims that are of two.
_OF_TWO = ("ownership", "control", "tie", "role", "rank")


def recorded(session: Session) -> frozenset[str]:
    """The Chinese names that tables and registers have, simplified."""
    there = session.tables()
    mine = [(table, end) for table, end in _COLUMNS if table in there]
    session.need(*dict.fromkeys(table for table, _ in mine))
    asked = [f"SELECT DISTINCT {end}_name FROM {table} WHERE {STATED}" for table, end in mine]
    asked += [_BORNE] if "statements" in have(session) else []
    found = [str(name) for sql in asked for (name,) in session.engine.tuples(sql) if name]
    return frozenset(simplified(n.strip()) for n in found if has_han(n) and len(n.strip()) >= _SHORTEST)


def renamed(row: Row, known: Collection[str]) -> Row:
    """A claim that was read in a text, with the recorded names of whom it is of and of whom else it names."""
    said = simplified(str(row["core"] or row["says"] or ""))
    if not known or row["what"] != "claim" or row["property"] is not None or not has_han(said):
        return row
    if row["kind"] == "ownership" and (whose := _holder_of_their_own(said, known)) != said:
        row, said = {**row, "core": whose, "subject_name": None, "object_name": None}, whose
    if row["kind"] == "tie" and (bare := _without_posts(said, known)) != said:
        row, said = {**row, "core": bare}, bare
    there = list(dict.fromkeys(name for name, _ in standing(said, known)))
    subject = _named_last(said, there) if row["kind"] == "rank" else ""
    subject = subject or (_holder(said, there) if row["kind"] in ("ownership", "control") else "")
    subject = subject or (_subject(row["subject_name"], there, said) if row["subject_name"] else _first(said, there))
    row = _with(row, "subject", subject)
    mine = simplified(str(row["subject_name"] or ""))
    others = [n for n in there if n != mine and n not in mine]
    object_ = simplified(str(row["object_name"] or ""))
    if (
        (row["kind"] in _OF_TWO or _of_a_term(row["kind"], said))
        and mine
        and (object_ not in there or object_ == mine)
        and len(others) == 1
    ):
        row = _with(row, "object", others[0])
    elif row["kind"] in _COUNTED and object_ and object_ not in there:
        row = {**row, "object_name": None, "object_id": None}  # 城镇 in 城镇失业率 is nobody
    place = simplified(str(row["place"] or ""))
    # A town that a port is called after; of a number the words say where it is, and 城镇 in 城镇失业率 is nowhere.
    told = place in mine or (row["kind"] in _COUNTED and place in said)
    return {**row, "place": None} if place and told else row


def _of_a_term(kind: object, said: str) -> bool:
    """Whether it is told when somebody came to a post, or left it."""
    return kind == "event date" and any(
        w in said for n in ("post_began", "post_ended") for w in words("chinese_kinds", n)
    )


def _holder_of_their_own(said: str, known: Collection[str]) -> str:
    """Who is named with a post of a body, and holds a part of it: 诺兰创始人顾青持有公司两成股份."""
    for name in dict.fromkeys(name for name, _ in standing(said, known)):
        form = (
            rf"^{re.escape(name)}的?(?:{_posts()})(?P<who>[\u4e00-\u9fff]{{2,4}}?)(?:仍|还|目前|现)*"
            r"(?P<holds>持有|拥有|握有)(?:该?公司|其|本公司)的?"
        )
        if found := re.match(form, said):
            return f"{found['who']}{found['holds']}{name}{said[found.end() :]}"
    return said


def _without_posts(said: str, known: Collection[str]) -> str:
    """A claim of a tie of two without the post that stands before one of them: 夫人是枫泾市市长顾云深."""
    there = dict.fromkeys(name for name, _ in standing(said, known))
    for name in there:
        said = re.sub(rf"(?<![\u4e00-\u9fff])(?:公司|集团|该公司)?(?:{_posts()})(?={re.escape(name)})", "", said)
        said = re.sub(rf"(?<=[是为系])(?:公司|集团|该公司)?(?:{_posts()})(?={re.escape(name)})", "", said)
    for name in there:
        said = re.sub(rf"{re.escape(name)}的?(?:{_posts()})(?=[\u4e00-\u9fff]{{2}})", "", said)
    return said


@cache
def _posts() -> str:
    there = words("chinese_kinds", "firm_posts") | words("chinese_kinds", "heads_of")
    return "|".join(sorted(there, key=len, reverse=True))


def standing(said: str, known: Collection[str]) -> Iterator[tuple[str, int]]:
    """The recorded names that stand in a claim, the longest at each place, and where."""
    at = 0
    by_length = sorted((n for n in known if n in said), key=len, reverse=True)
    while at < len(said):
        name = next((n for n in by_length if said.startswith(n, at)), "")
        if name:
            yield name, at
        at += len(name) or 1


def _subject(given: object, there: Collection[str], said: str) -> str:
    """The recorded name that a subject begins with or is a part of; empty where it is none, or where it is one.

    Of several that it is a part of (凛川 of 凛川控股 and 凛川电池) the one that a claim begins with is meant.
    """
    name = simplified(str(given or ""))
    if not name:
        return ""
    if name in there:
        return name
    begins = [n for n in there if name.startswith(n)]
    longer = [n for n in there if name in n]
    if len(longer) > 1 and (first := _first(said, longer)) and said.find(name) == said.find(first) + first.find(name):
        return first
    return max(begins, key=len) if begins else longer[0] if len(longer) == 1 else ""


def _first(said: str, there: Collection[str]) -> str:
    """Who stands first, behind a time or what the claim is set against: 与上年相比，诺兰的收入增长8%."""
    rest = said.strip(_QUOTES)
    for _ in range(2):
        rest = _COMPARED.sub("", rest[len(head(rest).time) :])
    return max((n for n in there if rest.startswith(n)), key=len, default="")


def _named_last(said: str, there: Collection[str]) -> str:
    """Who is named last and is first of all: 全球最大的生产商是诺兰."""
    return next((n for n in there if said.rstrip("。").endswith((f"是{n}", f"为{n}"))), "")


def _holder(said: str, there: Collection[str]) -> str:
    """By whom something is held, who stands behind it: 由诺兰持股80%."""
    held_by = r"[由被归]{}所?(?:持股|持有|控股|全资|拥有)|(?<!一)(?<!最)(?<!二)(?:大|要|的)股东(?:之一)?(?:是|为){}"
    return next((n for n in there if re.search(held_by.replace("{}", re.escape(n)), said)), "")


def _with(row: Row, end: str, name: str) -> Row:
    """A claim with another name at one end; the id of what was read there is not that of whom it means."""
    if not name:
        return row
    same = simplified(str(row[f"{end}_name"] or "")) == name and not row[f"{end}_partial"]
    return row if same else {**row, f"{end}_name": name, f"{end}_id": None, f"{end}_partial": False}
