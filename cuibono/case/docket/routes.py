"""Which lens can test a claim, and with which data; what no lens can test says why."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from cuibono.case.docket.private_minds import in_private
from cuibono.case.docket.retold import retold
from cuibono.case.docket.times import spoken, until
from cuibono.extract.claim_clauses import PRONOUNS
from cuibono.lenses import registry
from cuibono.model.docket import Asked, Route
from cuibono.model.table import spec

#: Tables of what is said: a lens on them shows what is claimed, and tests nothing.
CLAIMED = ("claims", "assertions", "sayings")
#: Kinds that recorded rows and statements answer directly, and the tables that hold them; any of them will do.
_ON: Mapping[str, tuple[str, ...]] = {
    "share": ("supply_shares", "figures"),
    "rank": ("supply_shares", "figures"),
    "amount": ("figures", "supply_shares", "dated_events"),
    "count": ("figures", "holdings", "statements", "dated_events"),
    "trend": ("supply_shares", "figures"),
    "ownership": ("holdings",),
    "control": ("holdings", "statements"),
    "tie": ("statements", "dated_events"),
    "role": ("statements",),
    "event date": ("statements", "dated_events"),
}
_STATEMENTS = "registers and FollowTheMoney files of entities and ties: cuibono add FILE.ftm.json"
_NEVER: Mapping[str, str] = {
    "opinion": "it is an opinion: evidence can bear on its grounds, not on the judgement",
    "cause": "it says why something happened: tables and records show what happened, not the cause",
    "other": "it says nothing that a table or a record could bear out: no share, rank, number, date, tie or holding",
}
_PRIVATE = "it says what somebody thinks, feels or wants: no table and no document shows that"
#: Of what is stated of somebody or something, and is of no kind that has a table.
_NO_TABLE = "no kind of table tells of such a thing: it takes a document of record, and somebody who reads it"


def route(claim: Asked, have: Collection[str], *, today: date | None = None) -> Route:
    """How a claim can be tested with the tables that the case has; "statements" among them stands for recorded ones."""
    if claim.status == "hypothetical":
        return Route(outcome="not testable", why="it is supposed, not claimed")
    if claim.kind == "forecast":
        return _foretold(claim, have, today or date.today())
    kind = retold(claim).kind
    if in_private(claim):
        return Route(outcome="not testable", why=_PRIVATE)
    if kind == "other" and _says_of_whom(claim):
        return Route(outcome="no data", why=_NO_TABLE)
    if kind in _NEVER:
        return Route(outcome="not testable", why=_NEVER[kind])
    return _of_kind(kind, frozenset(have))


def _says_of_whom(claim: Asked) -> bool:
    """Whether a claim says whom or what it is of: then it states what a document could bear out."""
    return claim.subject is not None and claim.subject.name.lower() not in PRONOUNS


@lru_cache(maxsize=1024)
def _of_kind(kind: str, have: frozenset[str]) -> Route:
    """A route by the lenses that answer a kind and the tables that hold it."""
    direct, lenses = _ON.get(kind, ()), answering(kind)
    there = [t for t in direct if t in have]
    ready = [n for n in lenses if set(registry.get(n).needs) <= set(have)]
    if there or ready:
        beside = [n for n in ready if set(registry.get(n).needs) & set(there)] or ([] if there else ready)
        given = dict.fromkeys([*there, *(t for n in ready for t in registry.get(n).needs)])
        return Route(beside[0] if beside else "", tuple(given))
    needs = [(n, t) for n in lenses for t in registry.get(n).needs if t not in have]
    table = direct[0] if direct else needs[0][1]
    lens = next((n for n, t in needs if t == table), "")
    tables = direct or registry.get(needs[0][0]).needs
    return Route(lens, tables, "no data", f"the case has no {_named(table)}; {_get(table)}")


def _foretold(claim: Asked, have: Collection[str], today: date) -> Route:
    """A forecast is open until its time is over; then it can be scored as what it foretold."""
    last = until(claim.time)
    if last is None:
        when = "it does not say for when" if not claim.time else "its time has no end"
        return Route(outcome="not testable", why=f"it is a forecast, and {when}")
    if claim.foretold is None or claim.foretold in _NEVER:
        return Route(outcome="not testable", why=f"it is a forecast for {spoken(claim.time)} of what no table records")
    if last >= today:
        why = f"it is a forecast for {spoken(claim.time)}: it is open until {last}, and scored when evidence comes"
        return Route(outcome="not testable", why=why)
    found = _of_kind(claim.foretold, frozenset(have))
    return replace(found, why=f"its time, {spoken(claim.time)}, is over; {found.why}" if found.why else "")


def get_it(tables: tuple[str, ...]) -> str:
    """Where the data of a route is published, and how it comes in."""
    return _get(tables[0]) if tables else ""


def _named(table: str) -> str:
    return "recorded statements of it" if table == "statements" else f"table '{table}'"


def _get(table: str) -> str:
    return _STATEMENTS if table == "statements" else spec(table).get_it


def recorded_in(kind: str) -> tuple[str, ...]:
    """The tables whose rows answer a kind of claim directly."""
    return _ON.get(kind, ())


def forget() -> None:
    """Look again which lenses there are."""
    answering.cache_clear()
    _of_kind.cache_clear()


@cache
def answering(kind: str) -> tuple[str, ...]:
    """The lenses that answer a kind of claim by more than what is claimed."""
    specs = {n: registry.get(n) for n in registry.lens_names() if registry.may_answer(n, kind)}
    return tuple(n for n, s in specs.items() if kind in s.answers and not set(s.needs) <= set(CLAIMED))
