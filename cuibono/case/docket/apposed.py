"""Posts that a sentence names beside a name and goes on: "the mayor of Norhill, Ada Vex, smiled", "Ada Vex of Acme".

Only the post beside the name is claimed there; what somebody then does is another claim, or none.
"""

import re
from dataclasses import replace
from functools import cache

from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.words import folded, listed, tokens
from cuibono.model.docket import Asked, Party

_NAME = r"[A-Z][\w'\u2019-]+(?: (?:of |the |and |& )?[A-Z][\w'\u2019-]+)*"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir)\.? )?"


def apposed(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of the post alone that stands beside a name of a claim; None where none does."""
    if claim.kind not in ("role", "tie") or claim.polarity == "-" or claim.subject is None:
        return None
    found = next((m for form in _forms() if (m := form.search(claim.words))), None)
    if found is None:
        return _of_a_body(claim, evidence)
    who, where = found["who"], found["where"]
    if _FORMER.search(claim.words[: found.end()]) or folded(who) == folded(where):
        return None
    if _tells_of_a_tie(f"{claim.words[: found.start()]} {claim.words[found.end() :]}"):
        return None  # "the mayor of Norhill, Ada Vex, is married to the head of Acme" claims that
    ends = {folded(p.name): p for p in (claim.subject, claim.object) if p}
    parties = [ends.get(folded(n)) or Party(None, n) for n in (who, where)]
    if folded(who) not in ends and folded(where) not in ends:
        return None
    words = f"{who} is {found['post'][:1].lower()}{found['post'][1:]} of {where}"
    return replace(claim, kind="role", subject=parties[0], object=parties[1], words=words, time=None)


def _tells_of_a_tie(rest: str) -> bool:
    """Whether what a sentence goes on with is a tie or a post of its own."""
    ties = listed("posts") | listed("kin") | listed("post_verbs") | listed("leading") | _TIED
    return not ties.isdisjoint(tokens(rest))


def _of_a_body(claim: Asked, evidence: Evidence) -> Asked | None:
    """That somebody "of the Harbour Party" is at it, in the one post or membership that is recorded and goes on."""
    found = _OF.match(claim.words)
    if found is None or claim.time or claim.subject is None or folded(found["who"]) != folded(claim.subject.name):
        return None
    rows = [e for k in sorted(keys_of(claim.subject)) for e in evidence.edges.get(k, ()) if e.end is None]
    roles = {e.role for e in rows if folded(e.other.name) == folded(found["where"]) and e.polarity == "+"}
    if len(roles) != 1:
        return None
    where = Party(None, found["where"])
    return replace(claim, kind="role", object=where, words=f"{found['who']} is {roles.pop()} of {found['where']}")


_TIED = frozenset(
    {"married", "wed", "divorced", "member", "owner", "owns", "founded", "founder", "adviser", "advisor", "friend"}
)
_OF = re.compile(rf"^{_TITLE}(?P<who>{_NAME}) of (?:the )?(?P<where>{_NAME})[.]?$")
_FORMER = re.compile(
    r"\b(?:former|ex|formerly|late|future|designate|acting|deputy|vice|then|one-time|erstwhile|would-be)\b",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    names = listed("posts") | {"chief executive", "managing director", "editor-in-chief"}
    post = rf"(?P<post>(?i:(?:[a-z]+ ){{0,2}}?(?:{'|'.join(sorted(names, key=len)[::-1])})))"
    where, who = rf"(?:the )?(?P<where>{_NAME})", rf"{_TITLE}(?P<who>{_NAME})"
    return (
        re.compile(rf"(?:^|(?<=[\s:]))(?:[Tt]he )?{post} (?:of|at) {where}, {who}(?=,)"),
        re.compile(rf"^(?:The )?{post},? {who} (?:of|at|from) {where} (?=[a-z])"),
        re.compile(rf"^{who}, (?:the )?{post} (?:of|at) {where},"),
        re.compile(rf"^(?P<where>{_NAME})['\u2019]s? {post},? {who}(?=,| [a-z])"),
    )
