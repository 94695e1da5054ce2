"""Tests of dates against calendars: an event of just that actor, told in the same words, at the claimed time.

Most events can happen again, so that one at another time decides nothing; a named bridge is opened once, and a named
act passed once. What was done to somebody ("the Weir Bridge was opened") is looked up among what others did.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from cuibono.case.docket import in_words
from cuibono.case.docket.calendar_chinese import is_once, same_event
from cuibono.case.docket.event_words import as_headline, in_one_form, of_itself
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.rows import Evidence, Happening, keys_of
from cuibono.case.docket.terms import in_part
from cuibono.case.docket.things import done_to, in_the_words, is_of_a_thing, on_that_day, told_of
from cuibono.case.docket.times import is_mistold, on_day, relation
from cuibono.case.docket.told import figures, is_only_said, is_planned, root, tells_of, without_date
from cuibono.case.docket.verdicts import agreed, open_, unknown
from cuibono.case.docket.words import folded, listed, narrowing, stray, tokens, voice
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked, Party, Tested

TABLE = "dated_events"
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\b.*\bby\b", re.IGNORECASE)
#: What a claim may leave unsaid of an event: of a resignation the post, of a listing the exchange.
_UNSAID = re.compile(
    r"\s(?:as|on the (?:[\w'\u2019-]+ ){0,3}stock exchange|(?:to|for) (?:the )?"
    r"(?:regulator|authorities|police|press))\b.*",
    re.IGNORECASE,
)
#: For whom something opens, which is no narrower than that it opens.
_OPEN_TO = re.compile(
    r"\b(?:to|for) (?:the )?(?:general )?(?:traffic|public|visitors|passengers|business)\b", re.IGNORECASE
)
#: What has been in force since a day took effect on it.
_IN_FORCE = re.compile(
    r"\b(?:(?:(?:has|have) been )?in (?:force|effect|operation)|(?:has|have) applied) since +(?:the )?", re.IGNORECASE
)
_FIRST = re.compile(r"\bfor the (first) time\b", re.IGNORECASE)
#: Kinds of claims of a number, which an event bears out only where it has that very number.
_COUNTED = ("count", "amount")


def happened(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When something happened, as a calendar has it."""
    if claim.kind in _COUNTED and (claim.qualifier or claim.low != claim.high):
        return unknown("no date of that kind is recorded", "statements")
    if is_planned(claim.words):
        return unknown("what was only to happen is in no calendar", "statements")
    claim = in_part(claim)
    claim = replace(claim, words=_IN_FORCE.sub("took effect in ", claim.words))
    actor = _actor(claim)
    rows = _told(claim, actor, evidence, own) if claim.time else []
    actor = actor or claim.subject
    if not rows or actor is None:
        return unknown("no date of that kind is recorded", "statements")
    if why := doubtful(actor, evidence, [r.actor for r in rows]):
        return open_(why, rows)
    if left := stray(claim):
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", rows)
    fitting = [r for r in rows if relation(r.when, claim.time) in ("same", "within")]
    if not fitting and (_is_once(claim, actor, rows) or _is_mishap(claim, rows)):
        return agreed(claim, [(r, "contradicted") for r in rows], in_words.happening)
    if not fitting:
        return open_("it is recorded for another time, and may have happened more than once", rows)
    return agreed(claim, [(r, "supported") for r in fitting], in_words.happening)


def _told(claim: Asked, actor: Party | None, evidence: Evidence, own: frozenset[str]) -> list[Happening]:
    """The recorded events that a claim tells of: those of who acts, else those that happened to it, else any other."""
    mine = {r.key: r for k in sorted(keys_of(actor)) for r in evidence.events.get(k, ())}.values()
    near = [r for r in mine if actor and is_meant(actor, r.actor, evidence) and voice(r.by) not in own]
    done = [r for r in done_to(claim, evidence) if voice(r.by) not in own]
    of_day = [r for r in on_that_day(claim, evidence) if voice(r.by) not in own]
    for rows in (near, done):
        if actor and (told := [r for r in rows if _is_told(claim, actor, r)]):
            return told
    if claim.polarity == "-":
        return []
    if actor and not _PASSIVE.search(claim.words) and _is_description(actor):
        told = [r for r in of_day if _is_told(claim, Party(None, r.actor.name), r)]
        if told:
            return told
    named = [r for r in told_of(claim, evidence) if voice(r.by) not in own]
    near = [r if _is_one(claim, r, evidence) else replace(r, what=of_itself(r.what, r.actor.name)) for r in near]
    named += [r for r in in_the_words(claim, evidence) if voice(r.by) not in own]
    every = {r.key: r for r in (*done, *of_day, *named, *near)}.values()
    told = [r for r in every if _is_one(claim, r, evidence)]
    if told or not on_day(claim.time):
        return told
    return [r for r in of_day if _is_that_days(claim, actor, r, evidence)]


def _is_that_days(claim: Asked, actor: Party | None, row: Happening, evidence: Evidence) -> bool:
    """Whether an event of the very day that is claimed is told of, by verbs that may tell of one event."""
    if _is_one(claim, row, evidence, wide=True):
        return True
    return actor is not None and is_meant(actor, row.actor, evidence) and _is_told(claim, actor, row, wide=True)


def _is_one(claim: Asked, row: Happening, evidence: Evidence, *, wide: bool = False) -> bool:
    """Whether clause by clause a claim tells of an event, whoever's it is."""
    what = row.what or row.kind
    if not what or has_han(what) or is_only_said(what, claim.words):
        return False
    what = as_headline(what, row.actor.name)
    names = [row.actor.name]
    subject = claim.subject
    if subject and is_meant(subject, row.actor, evidence) and row.actor.name not in claim.words:
        words = subject.name.split()
        names += [" ".join(words[:n]) for n in range(1, len(words) + 1)]
    said = [claim.words]
    if claim.stated and claim.stated.row and subject:
        said += [f"{subject.name} {verb}{claim.words}" for verb in ("", "was ")]
    owner = _whose(row.actor.name)
    said += [owner.sub("", without_date(s)) for s in said if row.actor.name not in what]
    told = _in_one_word(what, wide=wide)
    return any(tells_of(_in_one_word(s, wide=wide), told, names, row.place, root) for s in said)


@lru_cache(maxsize=1024)
def _whose(name: str) -> re.Pattern[str]:
    """That something is of somebody: "Acme's plant", "the plant of Acme"."""
    own = re.escape(name)
    return re.compile(rf"\b(?:the )?{own}['\u2019]s? |(?<=\w) (?:of|at|in) (?:the )?{own}(?=$| [a-z])", re.IGNORECASE)


def _is_description(actor: Party) -> bool:
    """Whether a claim does not name who did it, but what went on: "the strike of the drivers"."""
    return (
        re.match(r"(?:the|a|an) (?:[a-z-]+ )?[a-z-]+ (?:of|at|in|by|against|on) ", actor.name, re.IGNORECASE)
        is not None
    )


def dealt(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """When somebody bought or sold something, which no record of what is held tells."""
    if not set(tokens(claim.words)) & listed("deals"):
        return unknown("no sale is told of", "holdings")
    return happened(claim, evidence, own)


def _actor(claim: Asked) -> Party | None:
    """Who did it: of what "was imposed by Acme" Acme, and nobody where that is not one of the two who are named."""
    if not _PASSIVE.search(claim.words):
        return claim.subject
    said = folded(claim.words)
    by = [p for p in (claim.subject, claim.object) if p and f"by {folded(p.name)}" in said.replace("by the ", "by ")]
    return by[0] if len(by) == 1 else None


def _is_told(claim: Asked, actor: Party, row: Happening, *, wide: bool = False) -> bool:
    """Whether a claim and an event are in the same words, grammar and the actor aside."""
    what = row.what or row.kind
    if not what or _PASSIVE.search(what) or is_only_said(what, claim.words) or _is_others(claim, what, row.actor.name):
        return False
    names = (row.actor.name, actor.name)
    if has_han(what):
        return same_event(claim.words, what, names)
    said, told, least = (_said(text, names, wide=wide) for text in (claim.words, what, _UNSAID.sub("", what)))
    least = least - _roots(row.place) or least
    if not figures(claim.words) <= figures(what):
        return False
    return bool(least) and least <= said and said <= told | _roots(f"{row.kind} {row.place}")


def _is_others(claim: Asked, what: str, actor: str) -> bool:
    """Whether a claim has its actor do what a record has another one do to him: "Pia buys a part of Acme"."""
    before = what.partition(actor)[0]
    deed = set(tokens(before)) & _deeds() if actor in what and len(before.split()) > 1 else set()
    return bool(deed) and claim.words.startswith((actor, f"The {actor}")) and not _PASSIVE.search(claim.words)


@cache
def _deeds() -> frozenset[str]:
    """What somebody does to another, as calendars have it: "buys", "orders"."""
    return listed("deals") | {"orders", "fines", "sues", "awards", "grants", "gives", "dismisses", "takes", "pays"}


def _is_once(claim: Asked, actor: Party, rows: Sequence[Happening]) -> bool:
    """Whether it is the one record of what happens once to a thing with a name, and all of it is said."""
    if len(rows) != 1 or relation(rows[0].when, claim.time) != "apart":
        return False
    row = rows[0]
    what = row.what or row.kind
    if has_han(what):
        return is_once(what, row.actor.name)
    told, said = (_said(t, (row.actor.name, actor.name)) for t in (_UNSAID.sub("", what), claim.words))
    verbs = told & listed("once_to_a_thing")
    told -= _roots(row.place)
    return len(verbs) == 1 and told <= said and is_of_a_thing(what, row.actor.name, row.place, next(iter(verbs)))


def _is_mishap(claim: Asked, rows: Sequence[Happening]) -> bool:
    """Whether it is the one recorded fire of just that place, a few weeks before or after the claimed day."""
    if len(rows) != 1 or has_han(rows[0].what) or not is_mistold(claim.time, rows[0].when):
        return False
    told, said = (_said(t, (rows[0].actor.name,)) for t in (rows[0].what, claim.words))
    return len(told) > 1 and bool(told & listed("mishaps")) and told - _roots(rows[0].place) <= said


def _said(text: str, names: Sequence[str], *, wide: bool = False) -> frozenset[str]:
    """The roots of what is told, the actor and grammar aside."""
    plain = " ".join(listed("of_events"))
    short = [n.split()[0] for n in names if text.startswith(f"{n.split()[0]} ") and not text.startswith(n)]
    return _roots(" ".join(narrowing(_in_one_word(text, wide=wide), *names, *short, plain, plain="grammar")))


def _in_one_word(text: str, *, wide: bool = False) -> str:
    """What happened under one verb: whoever "travelled to" a place visited it; ``wide``: as of one day."""
    text = in_one_form(_FIRST.sub(r"\1", _OPEN_TO.sub("", without_date(text))))
    for form, verb in (*_verbs("same_events"), *(_verbs("same_on_its_day") if wide else ())):
        text = form.sub(verb, text)
    return text


@cache
def _verbs(named: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [line.split() for line in lines("docket", named)]
    return tuple((re.compile(rf"\b(?:{_longest_first(others)})\b", re.IGNORECASE), first) for first, *others in rows)


def _longest_first(verbs: Sequence[str]) -> str:
    return "|".join(v.replace("_", " ") for v in sorted(verbs, key=len, reverse=True))


def _roots(text: str) -> frozenset[str]:
    """Words without their endings, nouns under their verbs: launched and launches, arrest and arrested are one."""
    return frozenset(root(w) for w in tokens(text) if w not in listed("grammar"))
