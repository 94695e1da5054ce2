"""Who is told only as somebody's kin: "his sister Ada Finn", "Bo Finn, the mayor's son". A bare "Finn" is then another.

Whoever is told so came into the text through another of that name, whom it calls by the name alone. "Ada Finn, a sister
of Bo Finn" is told by her own name first, and stays who "Finn" may be.
"""

import re
from collections.abc import Iterable
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

_NEAR = 60  # characters beside a name


def told_as_kin(text: str, mentions: Iterable[Span]) -> bool:
    """Whether the first place where a name stands tells whose kin it is, by "his" or by somebody's "'s"."""
    first = min(mentions, default=None)
    if first is None:
        return False
    before, after = text[max(0, first.start - _NEAR) : first.start], text[first.end : first.end + _NEAR]
    return _before().search(before) is not None or _after().match(after) is not None


@cache
def _kin() -> str:
    return "|".join(sorted(words("claim_kinds", "kin"), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:his|her|their|whose|\w+['’]s) (?:[a-z]+ )?(?:{_kin()}),? $",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf",? (?:is |was )?(?:(?:his|her|their|whose)|(?:the )?[\w ]{{2,30}}['’]s) (?:[a-z]+ )?(?:{_kin()})\b",
        re.IGNORECASE,
    )
