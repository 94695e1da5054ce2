"""When something happened that a claim tells in other words than a calendar: the test of it.

An event of the claimed day, month or year bears it out. One of another time contradicts it only where the thing is one
to which it happens once, all of the record's nouns agree, and nothing else that is recorded could be meant.
"""

import re
from collections.abc import Sequence

from cuibono.case.docket import in_words
from cuibono.case.docket.names import doubtful
from cuibono.case.docket.other_words import A_PART, Match, is_undone, match
from cuibono.case.docket.rows import Evidence, Happening
from cuibono.case.docket.things import is_of_a_thing
from cuibono.case.docket.times import APART, days, is_mistold, relation
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import ANY_MONTH, folded, months, voice
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import words
from cuibono.model.docket import Asked, Tested

_NOTHING = "no date of that kind is recorded"
_BOUND = re.compile(
    rf"\b(?:by|before|after|until|till|between|from) (?:the )?(?:(?:end|start|beginning|middle|spring|summer|autumn"
    rf"|winter|early|late)(?: of|-)? ?)?(?:\d|{ANY_MONTH})",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:an?|another|one of|some|several|more|again|further)\b", re.IGNORECASE)


def same_event(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When something happened, in whatever words that mean the same as a calendar's."""
    time = (claim.time or "").removesuffix("/..")
    if not time or "/" in time or claim.polarity == "-" or claim.qualifier or has_han(claim.words):
        return unknown(_NOTHING, "statements")
    if is_undone(claim.words) or _BOUND.search(claim.words) or months(claim):
        return unknown(_NOTHING, "statements")
    told = [(r, m) for r in _every(evidence, own) if (m := match(claim.words, r, claim.around))]
    rows = [r for r, _ in told]
    if not rows:
        return unknown(_NOTHING, "statements")
    if why := next((w for r in rows if (w := doubtful(r.actor, evidence, [r.actor]))), ""):
        return open_(why, rows)
    fitting = [r for r in rows if relation(r.when, time) in ("same", "within")]
    if fitting:
        return agreed(claim, [(r, "supported") for r in fitting], in_words.happening)
    if _is_other_time(claim, time, told):
        return agreed(claim, [(r, "contradicted") for r in rows], in_words.happening)
    return open_("it is recorded for another time, and may have happened more than once", rows)


def _every(evidence: Evidence, own: frozenset[str]) -> list[Happening]:
    rows = {r.key: r for of in evidence.events.values() for r in of}.values()
    return [r for r in rows if voice(r.by) not in own and not has_han(r.what or r.kind)]


def _is_other_time(claim: Asked, time: str, told: Sequence[tuple[Happening, Match]]) -> bool:
    """Whether the one event that a claim can mean came at another time than it says."""
    if len({(r.when, folded(r.what)) for r, _ in told}) != 1 or relation(told[0][0].when, time) != "apart":
        return False
    row, how = told[0]
    if not how.whole or _ANY.search(claim.words):
        return False
    if how.senses & words("happenings", "mishaps"):
        return is_mistold(time, row.when)
    once = how.senses & words("happenings", "once")
    again = how.senses & words("happenings", "often") and "open" not in once
    if once & words("happenings", "deals"):
        mine, theirs = days(time), days(row.when)
        far = bool(mine and theirs and (mine[0] - theirs[1] > APART or theirs[0] - mine[1] > APART))
        if not far or A_PART.search(row.what) or "majority" in row.what:  # of a part more may be bought another time
            return False
    return bool(once) and not again and is_of_a_thing(row.what or row.kind, row.actor.name, row.place, "open")
