"""What a claim is said to be of that nothing can test: "nobody sleeps" is of nobody, "the lift" is at no place.

Only of judgements, causes and what is of no kind: what is looked up in records keeps all its words.
"""

import re
from dataclasses import replace

from cuibono.extract.records import Claim, Part

_UNTESTED = ("opinion", "cause", "other")
#: Words that point at nothing that the text has named.
_NOBODY = frozenset({"there", "both", "i", "nobody", "nothing", "anyone", "what"})
#: Whom nothing is said of, as none of them does it: "no honest person", "nobody".
_NONE = re.compile(r"^(?:no|not an?) ", re.IGNORECASE)
#: Where something is, and whose.
_TAIL = re.compile(
    r"(?<=\w)(?<!number)(?<!amount) "
    r"(?:in|on|at|over|under|above|below|along|near|behind|of|for|from|with|alone|itself)(?: .*)?$",
    re.IGNORECASE,
)


def said_of(claim: Claim) -> Claim:
    """A claim with the subject that a reader would name, and with none where it names none."""
    return replace(
        claim,
        about=_shown(claim.about, claim.subject, claim.kind or "other"),
        parts=tuple(_of_part(p) for p in claim.parts),
    )


def _of_part(part: Part) -> Part:
    return replace(part, about=_shown(part.about, part.subject, part.kind))


def _shown(about: str, subject: str | None, kind: str) -> str:
    """The words for a subject that has no name.

    >>> _shown("The lift in the east wing", None, "other"), _shown("No honest person", None, "opinion")
    ('The lift', '')
    >>> _shown("The lift in the east wing", None, "count")
    'The lift in the east wing'
    """
    if subject is not None or kind not in _UNTESTED or not about:
        return about
    if about.lower() in _NOBODY or _NONE.search(about):
        return ""
    return _TAIL.sub("", about)
