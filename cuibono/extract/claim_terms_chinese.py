"""When somebody came to a post or left it, in English: 于2021年2月出任 is that they became it then.

出任 and 担任 are said of a whole term, too (2015年至2019年出任), so that only with one time do they tell a beginning.
Times are in English by then.
"""

import re
from functools import cache

from cuibono.extract.lexicon import words

_ONE_TIME = re.compile(r"\b(?:in|on) [^,，]{0,16}?\d{4},")
_OTHER_TIME = re.compile(r"\b(?:since|until|from|by)\b[^,，]{0,24}\d{4}|[起至]")
_POST_BEHIND = re.compile(r"(?:的)?(?:一职|职务|之职|职位)")


def at_an_end(text: str) -> str:
    """The text with its one beginning or end of a term in English; as it is where it tells none, or several times."""
    if len(_ONE_TIME.findall(text)) != 1 or _OTHER_TIME.search(text):
        return _former().sub(" former ", text)
    for form, english in ((_ended(), " left "), (_began(), " became ")):
        if len(form.findall(text)) == 1:
            return _former().sub(" ", _POST_BEHIND.sub(" ", form.sub(english, text)))
    return _former().sub(" former ", text)


@cache
def _began() -> re.Pattern[str]:
    return _any("post_began")


@cache
def _ended() -> re.Pattern[str]:
    return _any("post_ended")


def _any(name: str) -> re.Pattern[str]:
    return re.compile(
        "(?:被|获|正式|已)?(?:" + "|".join(sorted(words("chinese_kinds", name), key=len, reverse=True)) + ")了?"
    )


@cache
def _former() -> re.Pattern[str]:
    posts = words("chinese_kinds", "firm_posts") | words("chinese_kinds", "heads_of")
    return re.compile(rf"(?:前任|前|原)(?={'|'.join(sorted(posts, key=len, reverse=True))})")
