"""What was done to a thing with a name: "the Weir Bridge was opened" is in the calendar of the city that opens it."""

import re
from collections.abc import Iterable

from cuibono.case.docket.rows import Evidence, Happening
from cuibono.case.docket.times import on_day
from cuibono.case.docket.words import folded
from cuibono.model.docket import Asked

#: What is done to something, or what it does when somebody does it to it: a bridge "opened".
_UNDERGONE = re.compile(
    r"\b(?:was|were|been|is|are|being)\b|\b(?:opened|closed|shut|reopened|launched|began|started|ended|took effect)\b",
    re.IGNORECASE,
)
_SHORTEST = 5  # letters of a name that is looked for within what is told of others
_ARTICLES = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


def things(asked: Iterable[Asked]) -> list[str]:
    """The names of what claims say that something happened to, as they are looked for."""
    names = {_name(a) for a in asked if a.kind == "event date" and _UNDERGONE.search(a.words)}
    return sorted(n for n in names if len(n) >= _SHORTEST)


def _name(claim: Asked) -> str:
    name = claim.subject.name if claim.subject else ""
    return folded(_ARTICLES.sub("", name)) if re.search(r"[A-Z]", _ARTICLES.sub("", name)) else ""


def claimed_days(asked: Iterable[Asked]) -> list[str]:
    """The days on which claims say that something happened."""
    return sorted({str(a.time) for a in asked if a.kind == "event date" and on_day(a.time)})


def on_that_day(claim: Asked, evidence: Evidence) -> list[Happening]:
    """The recorded events of the claimed day, whoever's: "the strike of the drivers began" names no actor."""
    if not on_day(claim.time):
        return []
    return [*{r.key: r for of in evidence.events.values() for r in of if r.when == claim.time}.values()]


def done_to(claim: Asked, evidence: Evidence) -> list[Happening]:
    """The recorded events of others that happened to the one whom a claim is about."""
    name = _name(claim)
    if len(name) < _SHORTEST or not _UNDERGONE.search(claim.words):
        return []
    rows = {r.key: r for of in evidence.events.values() for r in of if name in r.what.casefold()}
    return [r for r in rows.values() if _is_object(name, r)]


def _is_object(name: str, row: Happening) -> bool:
    """Whether a name stands behind what was done, whole, and is not the one who did it."""
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w'\u2019-])", row.what, re.IGNORECASE)
    if found is None or folded(row.actor.name) == name:
        return False
    before = _ARTICLES.sub("", row.what[: found.start()].replace(row.actor.name, "")).split()
    own = [w for w in before if w.casefold() not in ("the", "a", "an", "its", "new", "of")]
    capital = len(own) > 1 and own[-1][:1].isupper()
    return bool(own) and not capital and not re.match(r" [A-Z]", row.what[found.end() :])


def is_of_a_thing(what: str, actor: str, *, opens: bool) -> bool:
    """Whether an event is of one thing with a name of its own, or of the opening of the actor itself."""
    rest = what.replace(actor, "").strip()
    named = re.search(r"(?<!^)\b[A-Z][\w'\u2019-]+", rest)
    return bool(named) or (opens and what.startswith(actor))
