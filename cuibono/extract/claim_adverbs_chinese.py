"""Adverbs of a Chinese claim that say no more than that it is so: 又持有, 仍然超过, 仅为.

They are taken out only behind a name, a time or a comma and before what is done, or right before a number: 就 in 就业
and 均 in 人均 are parts of words. That something was so for the first time (首次) says more, and stays.
"""

import re
from functools import cache

from cuibono.extract.lexicon import words

_DOES = (
    r"持有|持股|拥有|握有|控股|控制|全资|担任|出任|任|当选|是|为|有|占|达|超|突破|生产|出口|进口|售出|卖出|雇|于|在|由"
    r"|成立|投产|开工|通车|开通|上市|排|位|居|高于|低于|多于|少于"
)
_NUMBER = r"(?:more than|less than|at least|at most|about|nearly|only|\d)"


def without_adverbs(text: str) -> str:
    """A text with marks for names and with its numbers written out, without what only stresses it."""
    text = _before_names().sub("", _before_verbs().sub("", text))
    return _before_numbers().sub(" ", text)


@cache
def _before_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\x01\s，,年月日])\s*(?:{_any()})+(?=\s*(?:{_DOES}))")


@cache
def _before_names() -> re.Pattern[str]:
    """董事长仍是甲: what stands before who it is, behind a post."""
    return re.compile(rf"(?<=[长理裁官席任记])(?:{_any()})+(?=[是为]\s*\x00)")


@cache
def _before_numbers() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any()})+(?:为|有|达到?|占)?(?=\s*{_NUMBER})")


def _any() -> str:
    return "|".join(sorted(words("chinese_kinds", "adverbs"), key=len, reverse=True))
