"""Chinese sentences of a few plain forms, in the words in which claims are compared with records.

Only a sentence that such a form takes in from its first sign to its last is told in other words; of any other, what is
left over is a word that no record explains.
"""

import re
from dataclasses import replace

from cuibono.extract.claim_properties import in_english as english
from cuibono.extract.claim_words import has_han
from cuibono.model.docket import Asked

_DAY = r"(?:(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?)"
_AT = rf"(?:(?:在|于)?{_DAY}[,\uff0c]?)?"
_NUMBER = r"(?P<n>(?:超过|逾|大约|约|不到|不足|至少|最多|不超过|接近|将近|近|高达)?\s*\d[\d.,]*)"
_SCALE = "(?:万|亿|千|百万)?"
_WORLD = "(?:了)?(?:全球|世界|全世界)(?:的)?"
_DEEDS = {"生产": "produced", "出口": "exported", "进口": "imported"}
_HAPPENED = {
    "成立": "founded", "创立": "founded", "创办": "founded", "创建": "founded", "设立": "founded",
    "出生": "born", "去世": "died", "逝世": "died", "解散": "dissolved",
}  # fmt: skip
_WHAT = "|".join(_HAPPENED)
_POST = r"(?P<post>[\u4e00-\u9fff]{2,8})"


def in_english(claim: Asked) -> Asked:
    """A claim in English words, names and goods as they are, where its sentence is of a form that is known.

    >>> from cuibono.model.docket import Party
    >>> words = "陌江重工成立于1986年"
    >>> in_english(Asked("event date", "", words, ("s", 1), "Vex", subject=Party(None, "陌江重工"), time="1986")).words
    '陌江重工 founded'
    """
    if claim.subject is None or not has_han(claim.words) or " " in claim.words.strip():
        return claim
    name, words = claim.subject.name, claim.words.strip(" 。")
    found = _event(claim, name, words) or _role(claim, name, words) or _share(name, words) or _staff(name, words)
    return replace(claim, words=found) if found else claim


def _event(claim: Asked, name: str, words: str) -> str:
    """When something was founded, when somebody was born."""
    s = re.escape(name)
    found = re.fullmatch(rf"{s}(?P<what>{_WHAT})[于在]{_DAY}|{_AT}{s}{_AT}(?P<also>{_WHAT})(?:的)?", words)
    if claim.kind != "event date" or not found:
        return ""
    return f"{name} {_HAPPENED[found['what'] or found['also']]}"


def _role(claim: Asked, name: str, words: str) -> str:
    """Who holds which post where, and since when."""
    if claim.kind != "role" or claim.object is None:
        return ""
    begun = r"(?:[自从](?P<year>(?:19|20)\d\d)年(?:起|以来|开始)?[,\uff0c]?(?:就|一直)?)?"
    form = rf"{re.escape(name)}{begun}(?:现任|担任|出任|任)(?:着|了)?{re.escape(claim.object.name)}(?:的)?{_POST}"
    found = re.fullmatch(form, words)
    if not found:
        return ""
    since = f" since {found['year']}" if found["year"] else ""
    return f"{name} {english(found['post'])} {claim.object.name}{since}"


def _share(name: str, words: str) -> str:
    """Which part of what the world makes somebody made."""
    deeds = "|".join(_DEEDS)
    good = r"(?P<good>[\u4e00-\u9fff]{1,12})"
    found = re.fullmatch(rf"{_AT}{re.escape(name)}{_AT}(?P<deed>{deeds}){_WORLD}{_NUMBER}[%\uff05](?:的)?{good}", words)
    return f"{name} {_DEEDS[found['deed']]} {found['n']} percent {found['good']}" if found else ""


def _staff(name: str, words: str) -> str:
    """How many somebody employs."""
    of = "(?:员工|雇员|职工)"
    number = rf"{_NUMBER}{_SCALE}[人名]"
    found = re.fullmatch(rf"{_AT}{re.escape(name)}{_AT}(?:共|共有|拥有|有){of}{number}", words) or re.fullmatch(
        rf"{_AT}{re.escape(name)}{_AT}(?:共|共有|拥有|有){number}{of}", words
    )
    return f"{name} {found['n']} employees" if found else ""
