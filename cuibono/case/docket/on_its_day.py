"""An event of the very day or month that is claimed, of the same one and the same thing, in whatever verb.

"The points system came into force on 1 April" and "introduces its points system", both of that day and that office, are
one event: that all of it agrees is no accident. Nothing is contradicted here, and a claim may say nothing beyond the
record: no other thing, no number, no reason, nothing that turns what happened into its opposite.
"""

import re

from cuibono.case.docket import in_words
from cuibono.case.docket.other_words import A_PART, happened_in, is_turned, is_undone
from cuibono.case.docket.rows import Evidence, Happening
from cuibono.case.docket.times import relation
from cuibono.case.docket.told import figures, is_only_said, root, without_date
from cuibono.case.docket.verdicts import agreed, unknown
from cuibono.case.docket.words import folded, listed, tokens, voice
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import words
from cuibono.model.docket import Asked, Tested

_NOTHING = "no date of that kind is recorded"
_PRECISE = re.compile(r"(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?")
#: What a reason, a rival day or a second event begins with.
_MORE = re.compile(
    r"\b(?:because|since|due to|owing to|in order|so that|without|despite|although|while|when|before|after|until|only|"
    r"first|last|again|instead|rather|but|than)\b",
    re.IGNORECASE,
)
#: What is opened, launched or brought in on a day takes effect, begins and goes live on it.
_BEGUN = frozenset({"launch", "open", "live", "begin", "effect", "found"})


def on_its_day(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """What bears out that something happened on the day or in the month that is claimed."""
    time = claim.time or ""
    if not _PRECISE.fullmatch(time) or claim.polarity == "-" or claim.qualifier or has_han(claim.words):
        return unknown(_NOTHING, "statements")
    said = without_date(claim.words)
    if is_undone(said) or _MORE.search(said) or "," in said.strip(" ,."):
        return unknown(_NOTHING, "statements")
    rows = [r for r in _of_that_time(claim, evidence) if voice(r.by) not in own and _is_it(said, r)]
    if len({(r.when, folded(r.what)) for r in rows}) != 1:
        return unknown(_NOTHING, "statements")
    return agreed(claim, [(r, "supported") for r in rows], in_words.happening)


def _of_that_time(claim: Asked, evidence: Evidence) -> list[Happening]:
    rows = {r.key: r for of in evidence.events.values() for r in of}.values()
    there = [r for r in rows if r.what and not has_han(r.what)]
    return [r for r in there if relation(r.when, claim.time) in ("same", "within")]


def _is_it(said: str, row: Happening) -> bool:
    """Whether a claim without its date tells of an event, and of nothing beside it."""
    if is_only_said(row.what, said) or not figures(said) <= figures(row.what) or is_turned(said, row.what):
        return False
    if A_PART.search(row.what) and figures(said) != figures(row.what):
        return False  # who bought a part did not buy it all
    (mine, claimed), (theirs, _) = happened_in(said), happened_in(row.what)
    if mine.isdisjoint(theirs) and (mine.isdisjoint(_BEGUN) or theirs.isdisjoint(_BEGUN)):
        return False
    told, whose = _roots(f"{row.what} {row.kind}"), _roots(f"{row.actor.name} {row.place}")
    return claimed <= told | whose and bool(claimed & whose) and bool((claimed & told) - whose)


def _roots(text: str) -> frozenset[str]:
    """The telling words of a text by their roots."""
    light = words("happenings", "light") | listed("grammar") | listed("of_events")
    return frozenset(root(w) for w in tokens(re.sub(r"['\u2019]s\b", " ", text)) if w not in light)
