"""Idioms of who has a firm in hand, in the words of holdings: who "calls the shots at" it controls it.

Each says neither more nor less than its plain word. Who "pulls strings" for somebody, or is only said to have a say, is
none of them.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import folded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("control", "ownership", "share", "role", "tie", "other", "rank")
_HOW = r"(?:(?:really|effectively|still|in practice|in truth|in fact|alone|now|today|actually|all the same|clearly) )*"
_WHO = r"(?P<who>(?:the )?[A-Z][^,;:]{1,60}?)"
_FIRM = r"(?P<firm>(?:the )?[A-Z][^,;:]{1,60}?)"
_WHEN = r"(?P<when>,? (?:since|in|until|by|at the end of) [^,;]*\d{4})?"
_POWER = tuple(
    re.compile(rf"^{form}{_WHEN}$")
    for form in (
        rf"{_WHO},? {_HOW}(?:has|have|had|keeps?|kept) (?:the )?(?:last|final|only) (?:word|say) "
        rf"(?:at|in|over|on) {_FIRM}",
        rf"{_WHO},? {_HOW}(?:calls?|called) the (?:shots|tune) (?:at|in) {_FIRM}",
        rf"{_WHO},? {_HOW}(?:pulls?|pulled) (?:all )?the strings (?:at|in|of) {_FIRM}",
        rf"{_WHO},? {_HOW}(?:decides|rules|reigns) {_HOW}(?:at|in|over) {_FIRM}",
        rf"{_WHO},? {_HOW}(?:has|have|had) {_FIRM} (?:firmly |well )?"
        r"(?:in (?:his|her|its|their) (?:own )?(?:hands?|grip|pocket)"
        r"|under (?:his|her|its|their) (?:thumb|control))",
        rf"{_FIRM} (?:is|was|are|lies|remains?) {_HOW}(?:firmly |wholly )?(?:in the (?:hands|grip|pocket) of"
        rf"|under the (?:thumb|control|command) of) {_WHO}",
        rf"(?:It is|It's) {_WHO} (?:that|who) {_HOW}(?:controls|runs|decides at|has the say at) {_FIRM}",
        rf"{_WHO},? {_HOW}(?:steers|steered|dominates) {_FIRM}",
    )
)  # fmt: skip
#: A word without which none of these forms can match, and which is looked for first.
_CUE = re.compile(
    r"\b(?:word|say|shots|tune|strings|decides|rules|reigns|hands?|grip|pocket|thumb|control|command|controls|runs|steers?"
    r"|steered|dominates)\b"
)
_ALONE = re.compile(
    rf"^{_FIRM} (?P<verb>belongs?|belonged) (?:wholly |entirely )?to {_WHO} (?:alone|outright|entirely)$"
)
_MAJORITY = re.compile(
    rf"^{_WHO},? (?:alone|itself|on (?:its|his|her) own),? (?P<rest>(?:has|holds|owns) (?:a|the) majority)\b"
)
_WITH_PART = re.compile(
    rf"^{_WHO} (?:controls|runs|rules|dominates) {_FIRM} (?:with|through|by) (?:his|her|its|their|a stake of) "
    r"(?P<part>(?:[\d.]+ (?:percent|per cent|%)|[a-z]+ (?:thirds|quarters|fifths|tenths)))(?: stake)?$"
)
_HAS_HAD = re.compile(r"\b(?:has|have) (?:had|kept|commanded) (?=[\d.]+ (?:percent|per cent|%) of (?:the )?[A-Z])")


def in_power_words(claim: Asked) -> Asked:
    """A claim of who has a firm in hand in plain words; any other as it is.

    >>> in_power_words(Asked("other", "", "Vex Trust calls the shots at Acme", ("s", 1), "Pia")).words
    'Vex Trust controls Acme'
    """
    if claim.kind not in _KINDS or claim.status == "hypothetical":
        return claim
    words = claim.words.rstrip(".")
    cued = _CUE.search(words) is not None
    for form in _POWER if cued and claim.low is None and claim.high is None else ():
        if found := form.match(words):
            return _of_two(claim, found, "control", "{who} controls {firm}{when}")
    if cued and (found := _WITH_PART.match(words)):
        return _of_two(claim, found, "ownership", "{who} holds {part} of {firm}")
    if found := _ALONE.match(words):
        return _of_two(claim, found, "ownership", "{firm} {verb} wholly to {who}")
    words = _MAJORITY.sub(lambda m: f"{m['who']} {m['rest']}", words)
    words = _HAS_HAD.sub("has held ", words)
    return claim if words == claim.words.rstrip(".") else replace(claim, words=words)


def _of_two(claim: Asked, found: re.Match[str], kind: ClaimKind, told: str) -> Asked:
    """A claim of the two whom a form names, under the names that its reading gave them where they are the same."""
    parts = {k: v or "" for k, v in found.groupdict().items()}
    who, firm = (_party(claim, re.sub(r"^[Tt]he ", "", parts[end])) for end in ("who", "firm"))
    return replace(claim, kind=kind, words=told.format(**parts), subject=who, object=firm)


def _party(claim: Asked, name: str) -> Party:
    known = (p for p in (claim.subject, claim.object) if p and folded(p.name) == folded(name))
    return next(known, None) or Party(None, name)
