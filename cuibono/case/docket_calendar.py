"""Tests of dates against calendars: an event of just that actor, told in the same words, at the claimed time.

Most events can happen again, so that one at another time decides nothing.
"""

import re

from cuibono.case import docket_told
from cuibono.case.docket_names import doubtful, is_meant
from cuibono.case.docket_rows import Evidence, Happening, keys_of
from cuibono.case.docket_times import relation
from cuibono.case.docket_verdicts import agreed, open_, unknown
from cuibono.case.docket_words import listed, narrowing, stray, tokens, voice
from cuibono.model.docket import Asked, Tested

TABLE = "dated_events"
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\b.*\bby\b", re.IGNORECASE)
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST = 4  # letters that a word keeps when its ending is cut off


def happened(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When something happened, as a calendar has it."""
    subject = claim.subject
    if subject is None or not claim.time:
        return unknown("no date of that kind is recorded", "statements")
    mine = list({r.key: r for k in sorted(keys_of(subject)) for r in evidence.events.get(k, ())}.values())
    mine = [r for r in mine if is_meant(subject, r.actor, evidence) and voice(r.by) not in own]
    rows = [r for r in mine if _is_told(claim, r)]
    if not rows:
        return unknown("no date of that kind is recorded", "statements")
    if why := doubtful(subject, evidence, [r.actor for r in rows]):
        return open_(why, rows)
    if left := stray(claim):
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", rows)
    fitting = [r for r in rows if relation(r.when, claim.time) in ("same", "within")]
    if not fitting:
        return open_("it is recorded for another time, and may have happened more than once", rows)
    return agreed(claim, [(r, "supported") for r in fitting], docket_told.happening)


def _is_told(claim: Asked, row: Happening) -> bool:
    """Whether a claim and an event are in the same words, grammar and the actor aside."""
    if _PASSIVE.search(claim.words) or not (row.what or row.kind):
        return False
    names = (row.actor.name, claim.subject.name if claim.subject else "")
    said = _roots(" ".join(narrowing(claim.words, *names, plain="grammar")))
    told = _roots(" ".join(narrowing(row.what or row.kind, *names, plain="grammar")))
    return bool(told) and told <= said and said <= told | _roots(f"{row.kind} {row.place}")


def _roots(text: str) -> frozenset[str]:
    """Words without their endings: launched, launches and launch are one."""
    return frozenset(_root(w) for w in tokens(text) if w not in listed("grammar"))


def _root(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word[: len(word) - len(ending)]
