"""Whether two who are named are set against each other by a number of both: "Acme employed more people than Vex Works".

Only with one year, and where what one has more of is a thing: that somebody was more beautiful, or did so more often,
is no number. How some people fare against others is told elsewhere (``claim_unequal``).
"""

import re

from cuibono.extract.claim_view import ClaimView

_LEADS = r"(?:(?:in|on|at|of|by|the|that|those|its|roads|streets|[a-z]+s) ){0,6}"
_THAN = re.compile(
    rf"\b(?P<how>more|fewer|less|higher|lower|larger|smaller|greater|bigger|longer|shorter)\b(?P<what>[^;:.]*?)"
    rf"\bthan {_LEADS}$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"\b(?:was|were|is|stood|lay) (?:far |well |slightly )?(?:above|below) {_LEADS}$"
    rf"|\b(?:was|were|stood|lay|ranked|came|finished) (?:well |far |just )?(?:ahead of|behind) {_LEADS}$",
    re.IGNORECASE,
)
#: How many times as much somebody has as another who is named next.
_FOLD = re.compile(
    r"\b(?:twice|double|thrice|triple|half|[\w.]+ times) (?:as (?:many|much|high|large|big|great|long)\b[^;:]*? as "
    rf"{_LEADS}|(?:the \w+ )?(?:of )?(?:that|those) (?:of|in|at|for) (?:the )?"
    r"|the [a-z][a-z -]{2,40}? (?:of|in|at) (?:the )?)$"
    r"|\b(?:exceed(?:s|ed)|surpass(?:es|ed)|outstrip(?:s|ped)|topp?(?:s|ed)|outnumber(?:s|ed)|eclipse[sd]) "
    r"(?:that|those|the \w+) (?:of|in|at|for) (?:the )?$",
    re.IGNORECASE,
)
_OVERTOOK = re.compile(r"\b(?:overtook|overtakes?|overtaken) (?:the )?$", re.IGNORECASE)
_COUNTED = frozenset({"more", "fewer", "less"})
_HOW_OFTEN = re.compile(r"\b(?:often|likely|frequently|rarely|than|and|but)\b", re.IGNORECASE)


def set_against(view: ClaimView) -> bool:
    """Whether a name stands behind "more of it than", another before it, and one year beside them."""
    if not view.tokens or len({e.date for e in view.events}) != 1:
        return False
    names = [(s.start, s.end, str(n.type)) for s, n in view.names]
    large = [(t.start, t.end, "Person") for t in view.tokens if t.pos == "PROPN" and t.text[:1].isupper()]
    names = sorted({*names, *(u for u in large if not any(a <= u[0] < b for a, b, _ in names))})
    people = any(kind == "Person" for _, _, kind in names)
    return any(_behind_than(view, start, counted=people) and names[0][1] < start for start, _, _ in names[1:])


def _behind_than(view: ClaimView, at: int, *, counted: bool) -> bool:
    """Whether a name that begins there is that of the second of two who are compared.

    ``counted``: only by what is counted; a name that nobody knows may be taken for a person's.
    """
    before = [t for t in view.tokens if t.end <= at]
    text = "".join(f"{t.text} " for t in before)
    if _FOLD.search(text) or _OVERTOOK.search(text):
        return True
    if _BELOW.search(text):
        return not counted
    found = _THAN.search(text)
    if found is None or _HOW_OFTEN.search(found["what"]):
        return False
    if found["how"].lower() not in _COUNTED:
        return not counted
    start = len(text[: found.start("what")].split())
    return any(t.pos in ("NOUN", "PROPN") for t in before[start:])
