"""Which lens can test a claim, and with which data; what no lens can test says why."""

from collections.abc import Collection, Mapping
from functools import cache

from cuibono.lenses import registry
from cuibono.model.docket import Asked, Route
from cuibono.model.table import spec

#: Kinds that recorded rows and statements answer directly, and the tables that hold them.
_ON: Mapping[str, tuple[str, ...]] = {
    "share": ("supply_shares",),
    "rank": ("supply_shares",),
    "amount": ("supply_shares",),
    "trend": ("supply_shares",),
    "ownership": ("holdings",),
    "control": ("holdings",),
    "tie": ("statements",),
    "role": ("statements",),
    "event date": ("statements",),
}
_STATEMENTS = "registers and FollowTheMoney files of entities and ties: cuibono add FILE.ftm.json"
#: What a test would need, for kinds that nothing here tests yet.
_LACKING: Mapping[str, str] = {
    "count": "a register or statistic that counts them, published by statistical offices, registers and annual reports",
    "treatment": "a table of decisions with the group of each person, published by courts, tax offices and supervisors",
    "behaviour of an app": "the app's package or its recorded traffic, from app stores and test labs",
    "behaviour of a feed": "what it showed to whom and when: logs of test accounts, a platform's data for research",
    "coordination": "the posts with account, time and text: platform archives and takedown data sets",
}
_NEVER: Mapping[str, str] = {
    "opinion": "it is an opinion: evidence can bear on its grounds, not on the judgement",
    "cause": "it says why something happened: tables and records show what happened, not the cause",
    "other": "it says nothing that a table or a record could bear out: no share, rank, number, date, tie or holding",
}


def route(claim: Asked, have: Collection[str]) -> Route:
    """How a claim can be tested with the tables that the case has; "statements" among them stands for recorded ones."""
    if claim.status == "hypothetical":
        return Route(outcome="not testable", why="it is supposed, not claimed")
    if claim.kind == "forecast":
        when = claim.time or "a time that is not said"
        return Route(outcome="not testable", why=f"it is a forecast for {when}: it can be scored when evidence comes")
    if claim.kind in _NEVER:
        return Route(outcome="not testable", why=_NEVER[claim.kind])
    if claim.kind in _LACKING:
        return Route(outcome="no data", why=f"it needs {_LACKING[claim.kind]}")
    tables = _ON[claim.kind]
    lens = next((n for n in _answering(claim.kind) if set(tables) & set(registry.get(n).needs)), "")
    missing = [t for t in tables if t not in have]
    if missing:
        return Route(lens, tables, "no data", f"the case has no {_named(missing[0])}; {_get(missing[0])}")
    return Route(lens, tables)


def get_it(tables: tuple[str, ...]) -> str:
    """Where the data of a route is published, and how it comes in."""
    return _get(tables[0]) if tables else ""


def _named(table: str) -> str:
    return "recorded statements of it" if table == "statements" else f"table '{table}'"


def _get(table: str) -> str:
    return _STATEMENTS if table == "statements" else spec(table).get_it


@cache
def _answering(kind: str) -> tuple[str, ...]:
    """The lenses that answer a kind of claim."""
    return tuple(n for n in registry.lens_names() if kind in registry.get(n).answers)
