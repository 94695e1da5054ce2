"""What more a finding says of itself than its bearing does: when it was measured, of whom, and which side was set
against which.

A bearing without a time answers no claim of a year; the rows that it rests on often say of when they are.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cuibono.case.docket.in_concert import of_accounts
from cuibono.case.docket.times import relation
from cuibono.case.docket.words import folded, tokens
from cuibono.extract.lexicon import lines
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked
from cuibono.model.finding import Finding
from cuibono.model.table import spec
from cuibono.store.session import Session

#: That like was compared with like.
_ALIKE = (
    "within",
    "each",
    "every",
    "inside",
    "given",
    "with",
    "same",
    "comparable",
    "similar",
    "identical",
    "equal",
    "otherwise",
    "like",
    "the",
    "cases",
    "position",
    "situation",
    "circumstances",
)
_SEASONS = ("spring", "summer", "autumn", "winter")
#: Who found what an app does, and that it was shown, said behind it.
_SHOWN_BY = (
    "auditors",
    "lab",
    "laboratory",
    "researchers",
    "engineers",
    "testers",
    "found",
    "shown",
    "seen",
    "observed",
    "caught",
    "showed",
    "as",
    "i",
    "we",
)
_SHORT = 4
_SET_TO = ("set", "located", "based", "sits", "registered")  # to or in the place that an arm is called by
_TRIAL = ("test", "tests", "experiment", "trial", "our")
#: That a host is contacted, and not what contacts are on a phone.
_CONTACTS = re.compile(
    r"(?<!\bthe )(?<!\byour )(?<!\bof )(?<!\btheir )(?<!\bits )(?<!\ball )(?<!\bphone )\bcontact(?:s|ed|ing)? "
    r"(?:an?|the|its|any|several|other)\b",
    re.IGNORECASE,
)
#: Whom something was shown, and whom it was not: "showed accounts in A more of it than accounts in B".
_SET_AGAINST = re.compile(r"\b(?:more|less|fewer)\b.*?\bthan (?P<other>.+)$", re.IGNORECASE)


def fitted(
    claim: Asked,
    bearing: Bearing,
    finding: Finding,
    given: Mapping[str, Any],
    *,
    span: Callable[[Finding], str],
    of: Callable[[Finding], str] = lambda _: "",
    like: Callable[[Finding], Collection[str]] = lambda _: (),
    window: int | None = None,
) -> Bearing:
    """A bearing with the time of its rows, where the claim says a time, and with what the lens was asked about.

    ``span`` gives the time of a finding's rows, ``of`` whose decisions they are, ``like`` what like cases have alike;
    ``window`` is within how many seconds acts were looked for.
    """
    if claim.kind == "behaviour of a feed":
        said = [w for v in given.values() if isinstance(v, str) for w in tokens(v)]
        bearing = replace(
            bearing, words=(*bearing.words, *said, *_TRIAL, *_SET_TO, *_other_side(claim, bearing, finding))
        )
    if claim.kind == "share" and bearing.sides:
        said = [w for v in given.values() if isinstance(v, str) for w in tokens(v)]
        more = (*said, *_TRIAL, *_SET_TO, *tokens(of(finding)), *_other_names(bearing))
        bearing = replace(bearing, words=(*bearing.words, *more, *_same_things(bearing)))
    if claim.kind == "behaviour of an app":
        bearing = replace(bearing, words=(*bearing.words, *_described(claim, bearing)))
    if claim.kind == "coordination":
        seasons = _SEASONS if re.search(r"-2[1-4]\b", claim.time or "") else ()
        bearing = of_accounts(claim, bearing, window)
        bearing = replace(bearing, words=(*bearing.words, *_networks(bearing), *seasons))
    if claim.kind == "treatment":
        alike = (*_ALIKE, *_alike_by(like(finding))) if like(finding) else ()
        bearing = replace(
            bearing,
            words=(
                *_with_verbs(bearing),
                *tokens(of(finding)),
                *alike,
                *_other_names(bearing),
                *_same_things(bearing),
            ),
        )
    if claim.time and bearing.time is None and (claim.kind in ("treatment", "behaviour of a feed") or bearing.sides):
        time = span(finding)
        if relation(claim.time, time) in ("same", "covers"):
            return replace(bearing, time=time)
    return bearing


def _networks(bearing: Bearing) -> list[str]:
    """The network whose accounts these are, as their ids say it: "murk:1001"."""
    found = {a.partition(":")[0] for a in bearing.about if ":" in a}
    return [w for f in sorted(found) if len(found) == 1 for w in tokens(f)]


def _described(claim: Asked, bearing: Bearing) -> list[str]:
    """What an app is called beside its name: "the ferry app Fleetway", "Fleetway, the app of the ferries"."""
    if claim.subject is None or not claim.subject.name:
        return []
    name = re.escape(claim.subject.name)
    verb = (
        ["contact", "contacts", "contacted", "contacting"]
        if _CONTACTS.search(claim.words) and "server" in bearing.words
        else []
    )
    front = re.search(
        rf"\b(?:the|an?|this|that|its) ((?:[\w'’-]+ ){{0,3}}app,?|(?!not |no )[a-z-]+) {name}\b"
        r"|^(?:the|this|that) ((?:[\w'’-]+ ){0,2}app)\b",
        claim.words,
        re.IGNORECASE,
    )
    return [*verb, *_TRIAL, *_SHOWN_BY, "during", *(tokens(front[1] or front[2]) if front else ())]


def _alike_by(strata: Collection[str]) -> tuple[str, ...]:
    """The words of strata with what they are of: small and large ones are alike by their size."""
    rows = (line.split() for line in lines("docket", "alike_by"))
    return (*strata, *(row[0] for row in rows if not set(strata).isdisjoint(row[1:])))


def _other_names(bearing: Bearing) -> list[str]:
    """What an outcome is called otherwise: what was refused was denied."""
    said = set(bearing.words)
    return [w.replace("_", " ") for row in outcomes() if said & set(row) for w in row]


def _with_verbs(bearing: Bearing) -> list[str]:
    """The words of a measure with the verbs of what its rule and strata are of: whose spill was small spilled."""
    return [*bearing.words, *(w + e for w in bearing.words for e in ("ed", "ing") if len(w) > _SHORT)]


def _same_things(bearing: Bearing) -> list[str]:
    """What is decided on is called otherwise: who is allocated housing is given a flat."""
    said = set(bearing.words)
    rows = (line.split() for line in lines("docket", "same_things"))
    return [w for row in rows if said & set(row) for w in row]


@cache
def outcomes() -> tuple[tuple[str, ...], ...]:
    """What outcomes are called, those that are the same together."""
    return tuple(tuple(line.split()) for line in lines("docket", "same_outcomes"))


def _other_side(claim: Asked, bearing: Bearing, finding: Finding) -> list[str]:
    """The words of the side that was compared with, where a claim names it as that and the other one before."""
    against = _SET_AGAINST.search(claim.words)
    if not against or not bearing.needs:
        return []
    shown, other = bearing.needs[-1], folded(against["other"])
    before = folded(claim.words[: against.start()])
    sides = [a for a in finding.about if folded(a) in other and folded(a) != folded(shown)]
    ordered = folded(shown) in before and folded(shown) not in other and not any(folded(a) in before for a in sides)
    return list(tokens(sides[0])) if len(sides) == 1 and ordered else []


def span_of(session: Session, finding: Finding) -> str:
    """From when to when the rows of a finding are, as EDTF; empty where some do not say it."""
    kept = finding.evidence.to_json()
    ends: set[str] = set()
    for part in (kept, *kept.get("also", ())):
        table = spec(part["table"])
        time = next((c for c in ("when", "t") if table.column(c)), "")
        if not time:
            continue
        session.need(part["table"])
        sql = f'SELECT min("{time}") AS a, max("{time}") AS b, count(*) - count("{time}") AS n FROM "{part["table"]}"'
        row = session.rows(f"{sql} WHERE {part['where']}", part["params"])[0]
        if row["n"] or row["a"] is None:
            return ""
        ends |= {_day(row["a"]), _day(row["b"])}
    if any("/" in e or len(e) not in (4, 7, 10) for e in ends):
        return ""
    return "/".join(sorted(ends)[:: max(1, len(ends) - 1)])


def office_of(session: Session, finding: Finding) -> str:
    """The one office of which all the decisions are that a finding rests on; empty where there are several."""
    kept = finding.evidence.to_json()
    found: set[str] = set()
    for part in (kept, *kept.get("also", ())):
        if part["table"] == "decisions":
            session.need("decisions")
            sql = f'SELECT DISTINCT authority FROM "decisions" WHERE {part["where"]} LIMIT 2'
            found |= {str(r["authority"] or "") for r in session.rows(sql, part["params"])}
    return next(iter(found)) if len(found) == 1 else ""


def strata_of(session: Session, finding: Finding) -> tuple[str, ...]:
    """The words of the strata within which a finding compared: like cases are of one credit rating."""
    kept = finding.evidence.to_json()
    found: dict[str, None] = {}
    for part in (kept, *kept.get("also", ())):
        if part["table"] == "decisions":
            session.need("decisions")
            sql = f'SELECT DISTINCT stratum FROM "decisions" WHERE {part["where"]} LIMIT 50'
            found |= {w: None for r in session.rows(sql, part["params"]) for w in tokens(r["stratum"] or "")}
    return tuple(found)


def _day(value: Any) -> str:
    """A time as EDTF: a text as it is, seconds as their day."""
    return value if isinstance(value, str) else datetime.fromtimestamp(int(value), UTC).date().isoformat()
