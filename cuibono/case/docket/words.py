"""Words and names as the docket compares them: folded, without what only helps grammar."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from cuibono.extract.claim_words import MONTHS, OWN_OVER, bases, folded, has_han, listed, stem, stems, tokens, voice
from cuibono.model.docket import Asked, Party
from cuibono.model.numerals import western

__all__ = [
    "ANY_MONTH",
    "QUALIFIERS",
    "RATE",
    "agent_first",
    "bases",
    "folded",
    "listed",
    "months",
    "narrowing",
    "of_its_own",
    "reworded",
    "same",
    "stem",
    "stems",
    "stray",
    "tokens",
    "voice",
]

#: What qualifies a number is taken in by its reading where it stands before one; elsewhere it says something else.
QUALIFIERS = (
    r"at least|at most|(?:no )?(?:more|less|fewer) than|up to|close to|just (?:under|over)|over|under|above|below"
    r"|nearly|almost|about|around|roughly|approximately|exceed(?:s|ed|ing)?|surpass(?:es|ed)?"
)
#: The same in Chinese, where a number follows without a space.
_CHINESE_QUALIFIERS = "超过|逾|大约|约|大概|不到|不足|至少|最多|不超过|接近|将近|近|高达|多达"
_COUNTED = (
    r"(?!(?:1[89]|20)\d\d\b)(?:(?:[$€£¥]\s?)?\d|(?:a |one[- ]|two[- ]|three[- ])?"
    r"(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b"
    r"|(?:doubled|tripled|quadrupled|halved)\b)"
)
#: "about 2000 people" are no year.
_NO_YEAR = (
    r"(?:at least|at most|(?:more|less|fewer) than|nearly|almost|about|roughly|approximately)\s+"
    r"(?=(?:1[89]|20)\d\d (?:people|persons|employees|workers|tonnes?|CNY|USD|EUR|ships?|[\u4e00-\u9fff]))"
)
ANY_MONTH = "|".join(MONTHS)
#: A time as it is written out, and the words that lead to it.
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?-i:{ANY_MONTH})\b(?: \d{{1,2}}\b)?,?"
_LEADS = "in|on|of|during|for|since|from|until|till|to|by|between|and|through|throughout|before|after|at"
_TIMED = (
    rf"\b(?:{_LEADS}) (?:(?:the )?years? )?(?:{_DAY} ?)?(?=(?:1[89]|20)\d\d\b)"
    rf"|\b(?:{_LEADS}) (?:the )?(?:spring|summer|autumn|winter)(?: of)? (?=(?:1[89]|20)\d\d\b)"
    rf"|\b(?:{_LEADS}) (?:{_DAY})|\b(?:{_DAY}) (?=(?:1[89]|20)\d\d\b)"
)
_BEFORE_FOR = "|".join(rf"(?<=\b{w})" for w in sorted(listed("before_for")))
_TAKEN_IN = re.compile(
    r"(?<!first )(?<!second )(?<!of )(?<!percent )(?<!% )\bhalf (?=of\b|the\b)"
    rf"|\b(?:{QUALIFIERS}|some|only|just|from|by|between)\s+(?={_COUNTED})"
    rf"|\bfrom\s+(?=(?:{QUALIFIERS}|some|only|just)\s+{_COUNTED})"
    rf"|(?<![\u4e00-\u9fff])(?:{_CHINESE_QUALIFIERS})\s*(?=\d)"
    rf"|\b{_NO_YEAR}|\bor (?:more|less|fewer)\b|\bper cent\b|(?:{_BEFORE_FOR}) for\b|{_TIMED}",
    re.IGNORECASE,
)
#: A number that is qualified, and a year that is the end or the beginning of a time.
_QUALIFIED = re.compile(rf"\b({QUALIFIERS})\s+(?:[$€£¥]\s?)?(?!(?:1[89]|20)\d\d\b)\d", re.IGNORECASE)
_OVER = re.compile(OWN_OVER, re.IGNORECASE)
_CHINESE_QUALIFIED = re.compile(rf"((?:{_CHINESE_QUALIFIERS})\s*)(?=\d)")
_BOUNDED = re.compile(r"\b((?:since|until|till|by|before|after|from)\s+(?:\w+\s+)?(?:1[89]|20)\d\d)\b", re.IGNORECASE)
_OR_ELSE = re.compile(r"\bor (?:more|less|fewer|so|over|under|above|below)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{ANY_MONTH})\b")
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "winter": "24"}
_SEASON = re.compile(rf"\b(?:{'|'.join(_SEASONS)})\b(?=(?: of)? (?:1[89]|20)\d\d\b)", re.IGNORECASE)
_HALF = re.compile(r"\bhalf\b(?!-)(?= (?:of|the|a|its|all|as)\b)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![A-Za-z])\d+(?:[.,’']\d+)*")
#: Of how many each something is told, which is no number of its own: "per 100,000 inhabitants".
RATE = re.compile(r"\b(?:per|for every|for each|to every) (?P<each>\d[\d.,]*)(?= [a-z])", re.IGNORECASE)
#: A number within a name or a word ("3G", "A320"): kinds that are compared word by word compare it so.
_IN_A_NAME = re.compile(r"\b(?:\d+[A-Za-z]+|[A-Za-z]+\d+|[A-Z][A-Za-z]*-\d+)[\w-]*")
_COMPARED_IN_WORDS = ("event date", "tie", "role")
_SCALES = (1.0, 1e2, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12)


def same(one: Party | None, other: Party | None) -> bool:
    """Whether two are one: by the id that the case gave, else by a whole name; a part of one says too little."""
    if one is None or other is None:
        return False
    if one.id and other.id and one.id == other.id:
        return True
    return one.whole and other.whole and folded(one.name) == folded(other.name) != ""


def narrowing(text: str, *known: str, plain: str = "plain") -> list[str]:
    """Words of a claim that are neither plain (a list of the lexicon) nor known: each may narrow what it speaks of."""
    bare = [f"to {b}" for a, b in pairwise(tokens(text)) if a == "to" and b in listed("bare")]  # meant, not done
    aside = {s for k in known for s in stems(k)}
    free = _free(plain)
    return bare + [
        w
        for w in dict.fromkeys(tokens(_TAKEN_IN.sub("", text)))
        if w not in free and stem(w) not in aside and not w[0].isdigit()
        and not set(map(stem, w.split("-"))) <= aside
    ]  # fmt: skip


@cache
def _free(plain: str) -> frozenset[str]:
    """The words of a list that narrow nothing."""
    return listed(plain) - listed("qualifying") - listed("bound")


def reworded(words: str, forms: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """A wording with each of these forms put into the words that say the same."""
    for said, same in forms:
        words = said.sub(same, words)
    return words


def stray(claim: Asked) -> list[str]:
    """What its reading has not taken in: other numbers than its own and its time, a qualifier, an end of its time."""
    exact = claim.low is not None and claim.low == claim.high and not claim.qualifier
    unread = [m[1] for m in _QUALIFIED.finditer(_OVER.sub(" ", claim.words))] if exact else []
    unread += [m[1] for m in _CHINESE_QUALIFIED.finditer(claim.words)] if exact else []
    whole = claim.time is None or "/" not in claim.time
    unread += [m[1] for m in _BOUNDED.finditer(claim.words)] if whole and claim.kind != "trend" else []
    unread += [m[0] for m in _OR_ELSE.finditer(claim.words)] if exact else []
    return unread + months(claim) + _seasons(claim) + _halves(claim) + _numbers(claim)


def months(claim: Asked) -> list[str]:
    """The months of a claim that are not those of its time: a month is no year."""
    read = {MONTHS[int(m) - 1] for m in re.findall(r"\d{4}-(0[1-9]|1[0-2])", claim.time or "")}
    named = {w for p in (claim.subject, claim.object) if p for w in p.name.split()}
    return [m[0] for m in _MONTH.finditer(claim.words) if m[0] not in read | named]


def _seasons(claim: Asked) -> list[str]:
    """The seasons of a claim that are not its time: "the summer of 2024" is no year."""
    return [m[0] for m in _SEASON.finditer(claim.words) if _SEASONS[m[0].lower()] != (claim.time or "")[5:]]


def _halves(claim: Asked) -> list[str]:
    """Half of what, where that is not its number nor a part of its time."""
    read = any(f"{v:.10f}".rstrip("0.").endswith("5") for v in (claim.low, claim.high) if v is not None)
    return [] if read else [m[0] for m in _HALF.finditer(claim.words)]


def _numbers(claim: Asked) -> list[str]:
    dated = {f for n in re.findall(r"\d+", claim.time or "") for f in (n, n.lstrip("0"))}
    own = {v for v in (claim.low, claim.high) if v is not None}
    found = []
    words = RATE.sub(" ", claim.words)
    for party in (claim.subject, claim.object):
        named = party and (has_han(party.name) or (claim.kind in _COMPARED_IN_WORDS and party.name[:1].isupper()))
        words = words.replace(party.name, " ") if party and named else words  # 地铁5号线, Radio 24
    if claim.kind in _COMPARED_IN_WORDS:
        words = _IN_A_NAME.sub(" ", words)
    for number in _NUMBER.findall(unicodedata.normalize("NFKC", words)):
        value = western(number)
        scaled = value is not None and any(abs(value * s - v) <= 1e-9 * abs(v) for v in own for s in _SCALES)
        if number not in dated and not scaled:
            found.append(number)
    return found


def of_its_own(claim: Asked) -> list[str]:
    """What makes of a claim one of a part of its subject's own, or of somebody who belongs to it."""
    return _of_its_own(folded(claim.subject.name), folded(claim.words)) if claim.subject else []


@lru_cache(maxsize=8_192)
def _of_its_own(name: str, said: str) -> list[str]:
    at = [n for n in range(len(said)) if said.startswith(name, n)] if name and name in said else []
    whose = [found for n in at if (found := _whose().match(said, n + len(name)))]
    parts = [found for found in _PART_OF.finditer(said) if found.end() in at]
    return [f"{name}{w[0]}" for w in whose] + [f"{p[0]}{name}" for p in parts]


_PART_OF = re.compile(r"(?:percent|%|per cent|half|third|thirds|quarter) of (?:all )?(?:of )?(?:the )?")


@cache
def _whose() -> re.Pattern[str]:
    people = "|".join(sorted(listed("people_of")))
    return re.compile(rf"(?:['’]s? (?:[\w-]+ ){{0,2}}?| )(?:{people})\b")


def agent_first(claim: Asked) -> tuple[Party | None, Party | None]:
    """The two whom a claim names, the one who acts first: "B is controlled by A" is of A, whatever was read."""
    subject, object_ = claim.subject, claim.object
    if subject is None or object_ is None:
        return subject, object_
    low = folded(claim.words)
    by = [m.end() for m in re.finditer(r"\b(?:by|belong(?:s|ed|ing)?(?: \w+ly)? to) (?:the )?", low)]
    acts = [p for p in (subject, object_) if any(low.startswith(folded(p.name), at) for at in by)]
    return (object_, subject) if acts == [object_] else (subject, object_)
