"""Whether a Chinese claim and an event of a calendar are told in the same words: 正式通车 and 建成通车 are 通车.

No space parts the words, so that what is left of both is compared as one run of signs, without the actor, the times and
what only stresses it. Another line or another hall leaves other signs, and is another event.
"""

import re
from collections.abc import Iterable
from functools import cache

from cuibono.extract.claim_words import MONTHS
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.extract.lexicon import lines

_TIME = re.compile(rf"\b(?:in|on|since|by) (?:(?:{'|'.join(MONTHS)}) (?:\d{{1,2}} )?)?\d{{4}},?")
_CHINESE_TIME = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}[日号])?|\d{1,2}月(?:\d{1,2}[日号])?")
_STRESSED = re.compile(
    r"正式|顺利|如期|建成(?=通车|投产|启用|投)|竣工(?=投)|点火(?=投)|全面(?=投|通|开)|成功|宣布|举行|仪式"
)
_SMALL = re.compile(r"[\s，。,.、：；“”\"的了于在起并]")
#: Where it happened may be left unsaid: 在某交易所上市.
_WHERE = re.compile(r"(?:在|于)?[\u4e00-\u9fff]{2,10}(?:证券交易所|交易所|主板|创业板)(?:主板|创业板)?")


def same_event(said: str, what: str, names: Iterable[str]) -> bool:
    """Whether two wordings tell the same event of an actor of these names."""
    names = tuple(names)
    mine, theirs = _left(said, names), _left(plain_words(what, names), names)
    return bool(mine) and mine in (theirs, _left(plain_words(_WHERE.sub("", what), names), names))


def _left(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    text = _CHINESE_TIME.sub("", _TIME.sub("", text))
    text = _SMALL.sub("", _STRESSED.sub("", text))
    for form, first in _alike():
        text = form.sub(first, text)
    return text


@cache
def _alike() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [line.split() for line in lines("chinese_kinds", "same_events")]
    return tuple((re.compile("|".join(sorted(others, key=len, reverse=True))), first) for first, *others in rows)
