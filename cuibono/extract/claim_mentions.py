"""Whether an outlet is said to mention somebody more or less often: "named her twice as often as before"."""

import re
from collections.abc import Sequence

from cuibono.extract.analysis import Token

_NAMES = r"(?:mention|name|cite|quote|cover)"
_TIMES = r"(?:twice|thrice|half|(?:\w+|\d+) times)"
_OFTEN = re.compile(
    rf"\b{_NAMES}(?:s|ed|d|ing)?\b[^;.]{{0,80}}"
    rf"\b(?:{_TIMES} as (?:often|frequently|much)|(?:more|less) (?:often|frequently))",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    r"\bmentions?\b(?! of it\b)[^;.]{0,60}"
    r"\b(?:doubled|tripled|quadrupled|halved|rose|fell|grew|dropped|increased|declined)\b"
    r"|\b(?:doubled|tripled|quadrupled|halved) (?:its|their) mentions\b",
    re.IGNORECASE,
)


def mentioned_more(tokens: Sequence[Token]) -> bool:
    """Whether how often somebody is mentioned is said to have changed."""
    text = " ".join(t.text for t in tokens)
    return _OFTEN.search(text) is not None or _MENTIONS.search(text) is not None
