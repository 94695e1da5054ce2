"""Events that a claim names with a noun: "the ammonia leak occurred on 19 August", "there was a strike in May".

Calendars often tell them so too: "Ammonia leak at the Elm works". All that the claim calls the event by must stand in
what is recorded of it, and just one event may be called so.
"""

import re
from collections.abc import Sequence

from cuibono.case.docket import in_words
from cuibono.case.docket.figures import content
from cuibono.case.docket.rows import Evidence, Happening
from cuibono.case.docket.times import days, relation
from cuibono.case.docket.verdicts import agreed, unknown
from cuibono.case.docket.words import ANY_MONTH, folded, voice
from cuibono.model.docket import Asked, Tested

_HAPPENED = (
    r"(?:occurred|happened|took place|began|started|broke out|struck|was held|came|hit|erupted|was reported|set in)"
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:(?:{ANY_MONTH}) )?(?:\d{{1,2}}, )?(?:19|20)\d\d"
_WHEN = rf"(?:on|in|at the (?:beginning|end|start) of|early in|late in) (?:the )?{_DAY}"
_WHERE = r"(?P<where> [^,;]{3,60}?)?"
_EVENT = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"^(?P<what>(?:the|an?|its|their|that|this) [^,;]{{3,80}}?) {_HAPPENED}{_WHERE} {_WHEN}$",
        rf"^there (?:was|were) (?P<what>(?:an? |the )?[^,;]{{3,80}}?){_WHERE.replace(' [', ' (?:at|in) [')} {_WHEN}$",
        rf"^(?:on|in) (?:the )?{_DAY},? (?P<what>(?:the|an?|its) [^,;]{{3,80}}?) {_HAPPENED}{_WHERE}$",
    )
)
#: How something that lasts began or came to an end, which a calendar has on days of their own.
_LASTED = re.compile(
    r"^the (?P<what>(?:[a-z-]+ )?(?:strike|walkout|stoppage|blockade|siege|lockout|trial|occupation|boycott|outage))"
    r"(?P<where> [^,;]{3,60}?)? "
    r"(?P<did>ended|was over|finished|came to an end|was called off|stopped|began|started|broke out) "
    rf"{_WHEN}$",
    re.IGNORECASE,
)
_OVER = re.compile(r"^(?:ended|was|finished|came|stopped)", re.IGNORECASE)
#: What befalls a place seldom, so that "the" one of a place is the one that is recorded there.
_SELDOM = re.compile(
    r"\b(?:explosion|blast|fire|blaze|collapse|crash|derailment|leak|spill|sinking|evacuation|breach)\b", re.IGNORECASE
)
_MOST = 60  # days that a wrong date may be off, and be told of the same event: strikes come again


def named_event(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When an event took place that is named with a noun, as a calendar has it."""
    lasted = _LASTED.match(claim.words.rstrip("."))
    found = lasted or next((m for form in _EVENT if (m := form.match(claim.words.rstrip(".")))), None)
    if found is None or claim.polarity == "-" or not claim.time or claim.kind != "event date":
        return unknown("no date of that kind is recorded", "statements")
    said = content(f"{found['what']} {found['where'] or ''}")
    if lasted:
        said |= content("ends" if _OVER.match(lasted["did"]) else "begins")
    rows = [r for r in _every(evidence) if voice(r.by) not in own and said and said <= _told(r)]
    fitting = [r for r in rows if relation(r.when, claim.time) in ("same", "within")]
    if len({(r.when, folded(r.what)) for r in fitting}) == 1:
        return agreed(claim, [(r, "supported") for r in fitting], in_words.happening)
    if not fitting and re.match(r"(?:the|its|their|that) ", found["what"], re.I) and _is_the_one(claim, rows):
        return agreed(claim, [(r, "contradicted") for r in rows], in_words.happening)
    return unknown("no date of that kind is recorded", "statements")


def _every(evidence: Evidence) -> list[Happening]:
    return list({r.key: r for of in evidence.events.values() for r in of}.values())


def _told(row: Happening) -> frozenset[str]:
    """All that is told of an event, with its kind, its place and whose it is."""
    return content(f"{row.what} {row.kind} {row.place} {row.actor.name}")


def _is_the_one(claim: Asked, rows: Sequence[Happening]) -> bool:
    """Whether one event alone is called so, whose actor or place is named in or around the claim, and not long off."""
    if len({(r.when, folded(r.what)) for r in rows}) != 1 or (claim.low is not None or claim.high is not None):
        return False
    row, said = rows[0], f"{claim.around} {claim.words}"
    mine, theirs = days(claim.time), days(row.when)
    near = any(n and n in said for n in (row.actor.name, row.place))
    one = _SELDOM.search(claim.words) and any(n and n in claim.words for n in (row.actor.name, row.place))
    return bool(near and mine and theirs and (one or abs((mine[0] - theirs[0]).days) <= _MOST))
