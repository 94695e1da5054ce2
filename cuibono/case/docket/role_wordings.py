"""What is said of posts and holdings in the words that records are compared in: who "stayed minister" was minister.

Each says neither more nor less. "Himself" and "alone" beside a name change nothing about what the name does.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import reworded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

_KINDS: tuple[ClaimKind, ...] = ("role", "tie", "event date", "ownership", "control", "share")
_HOLDINGS = ("ownership", "control", "share")
_POST = r"(?= (?:the |its |their )?[a-z][a-z-]*(?: [a-z-]+){0,3} (?:of|at|in|for)\b)"
_PART = r"(?:an? )?(?:[\d.]+ (?:percent|per cent|%)|third|quarter|half)"
_NAME = r"[A-Z][\w'’.-]*(?: (?:(?:von|van|de|der|den|da|la|le) )?[A-Z][\w'’.-]*){0,3}"
_FIRM = r"(?P<firm>(?:the )?[A-Z][^,;]*?)"
_BE = r"(?P<be>is|was|has been|had been|have been|became|remains?)"
_AT = rf"(?: as [a-z ]+?)? (?:at|of|in) {_FIRM}"
_SUCCEEDED = r"\g<later> succeeded \g<former> at \g<firm>"
_FORMS = tuple(
    (re.compile(said), same)
    for said, same in (
        (r"(?<=\w) (?:him|her|it)self (?=[a-z]+s\b|owns?\b|has\b|holds?\b|ran\b|led\b|was\b|is\b)", " "),
        (rf"\b(?:remained|stayed(?: on)?(?: as)?|continued(?: to serve)? as|was still|served on as){_POST}", "was"),
        (rf"\b(?:remains|stays|continues as|is still){_POST}", "is"),
        (r"\b(has|had|have) edited\b", r"\1 been editor-in-chief of"),
        (r"\bedits\b", "is editor-in-chief of"),
        (
            r"^(?P<what>(?:The )?[A-Z][^,;:]{2,60}?) (?P<be>has been|had been|was|is) edited by "
            r"(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)*)(?P<rest>(?: (?:since|until|from) .*)?)$",
            r"\g<who> \g<be> editor-in-chief of \g<what>\g<rest>",
        ),
        # at the top, by whatever picture
        (r"\btook over at the (?:top|head|helm) of\b", "became head of"),
        (rf"\b{_BE} at the (?:top|head|helm) of\b", r"\g<be> head of"),
        (rf"\b{_BE} one of (?:the |its )?(?P<what>[a-z]+)s (?=(?:of|to) (?:the )?[A-Z])", r"\g<be> a \g<what> "),
        (r"\badvises (?=(?:the )?[A-Z])", "is adviser of "),
        # who came before and after whom
        (
            rf"^Before (?P<later>{_NAME}), (?P<former>{_NAME}) "
            rf"(?:was in charge of|ran|led|headed|was (?:the )?head of) {_FIRM}[.]?$",
            _SUCCEEDED,
        ),
        (rf"^(?P<former>{_NAME}) (?:is|was) (?P<later>{_NAME})['’]s (?:immediate )?predecessor{_AT}[.]?$", _SUCCEEDED),
        (rf"^(?P<later>{_NAME}) (?:is|was|became) (?P<former>{_NAME})['’]s successor{_AT}[.]?$", _SUCCEEDED),
        # the largest owner last, and most of it
        (
            rf"^[Tt]he (?P<most>largest|biggest|main) (?:single )?(?P<who>shareholder|owner) (?:of|in) {_FIRM} "
            rf"{_BE} (?:now |still )?(?P<owner>(?:the )?[A-Z][^,;]*)$",
            r"\g<owner> \g<be> the \g<most> \g<who> of \g<firm>",
        ),
        (r"\b(?:mostly|largely|mainly|chiefly) owned by\b", "majority-owned by"),
        (r"\b(has|had|have) governed\b", r"\1 been governor of"),
        (r"\bgoverns\b", "is governor of"),
        (r"(?<!been )(?<!is )(?<!was )\bgoverned\b(?= (?:the )?[A-Z])", "was governor of"),
        (rf"\bkeeps (?={_PART} of (?:the )?[A-Z])", "holds "),
        (rf"\b(?:is|are|has been|have been) left with (?:a mere |only |just )?(?={_PART} of (?:the )?[A-Z])", "holds "),
        (rf"\b(?:has|holds|keeps) (?P<part>{_PART} of (?:the )?[A-Z][^,;]*?) left$", r"holds \g<part>"),
        (rf"\bcommands (?={_PART} of the votes\b)", "holds "),
    )
)
#: Less than half of a firm.
_MINORITY = re.compile(
    r"\b(?P<has>has|holds?|owns?|had|held|owned|keeps?) (?:only )?a minority(?: stake| share| holding| interest)? "
    r"(?:in|of) (?=(?:the )?[A-Z])"
)
#: Who is at the top of a firm has a post there, whatever else "took over" may mean.
_HEADS = re.compile(r"\b(?:is|was|been|became|remains?) head of\b")
#: What a claim in the present without a time says all the same.
_NOW = re.compile(r",? ?\b(?:now|today|currently|at present|these days|nowadays|still)\b,?", re.IGNORECASE)
_IS = re.compile(r"\b(?:has|have|holds?|owns?|controls?|belongs?|is|are|keeps?)\b")
_WAS = re.compile(r"\b(?:was|were|had|been|no longer|not|n't|sold|bought|until|once)\b")
#: Who bought so much in a year holds it from then on, as far as nothing else is recorded.
_BOUGHT = re.compile(
    rf"\b(?:bought|acquired|purchased|took over|took|picked up) (?:its |his |her |their )?"
    rf"(?P<part>{_PART}(?: stake)?|(?:a|the) majority) "
    r"(?:of|in) (?P<firm>(?:the )?[A-Z][^,;]*?) (?:in|on) (?P<when>[^,;]*\d{4})$"
)


def in_role_words(claim: Asked) -> Asked:
    """A claim of a post or a holding in plain words; any other as it is.

    >>> in_role_words(Asked("role", "", "Vex stayed minister of trade until 2020", ("s", 1), "Pia")).words
    'Vex was minister of trade until 2020'
    """
    if claim.kind not in _KINDS:
        return claim
    words = claim.words
    if claim.kind in _HOLDINGS and not claim.time and _IS.search(words) and not _WAS.search(words):
        words = " ".join(_NOW.sub(" ", words).split())
    words = reworded(words, _FORMS)
    if claim.low is None and claim.high is None and claim.kind in _HOLDINGS and _MINORITY.search(words):
        words = _MINORITY.sub(r"\g<has> less than 50 percent of ", words)
        claim = replace(claim, high=50.0, qualifier="less than", unit="percent", kind="ownership")
    if words == claim.words:
        return claim
    kind: ClaimKind = "role" if claim.kind in _HOLDINGS and _HEADS.search(words) else claim.kind
    return replace(claim, kind=kind, words=words)


def as_held_since(claim: Asked) -> Asked | None:
    """A claim that somebody bought a part of a firm in a month or a year as one that it was held since; else None."""
    if claim.kind not in ("share", "ownership", "event date") or claim.polarity == "-":
        return None
    words = _BOUGHT.sub(r"has held \g<part> of \g<firm> since \g<when>", claim.words.rstrip("."))
    kind: ClaimKind = "share" if claim.low is not None else "ownership"
    fits = words != claim.words.rstrip(".") and (claim.low is not None or " majority " in words)
    return replace(claim, kind=kind, words=words) if fits else None


_RUNS = re.compile(
    r"\b(?P<has>has been|have been|has|had|had been|was)? ?"
    r"(?:running|runs?|ran|leads|leading|heads|heading|manages|managing) (?=(?:the )?[A-Z])"
)


def as_heading(claim: Asked) -> Asked | None:
    """A claim that somebody runs a firm, which may be read as that he owns it, as one that he heads it; else None."""
    if claim.kind not in _HOLDINGS or claim.polarity == "-" or claim.low is not None or claim.high is not None:
        return None
    words = _RUNS.sub(lambda m: f"{_been(m['has'], m[0])} head of ", claim.words, count=1)
    return None if words == claim.words else replace(claim, kind="role", words=words)


def _been(has: str | None, said: str) -> str:
    if has:
        return "has been" if has.startswith(("has", "have")) else "was"
    return "was" if said.strip() == "ran" else "is"
