"""Which settings a claim gives to a lens: its own subject, time and place, where the lens asks for such a thing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import Any

from cuibono.case.docket.in_concert import window_of
from cuibono.case.docket.times import days, year_of
from cuibono.case.docket.words import stems
from cuibono.lenses.contract import LensSpec
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session

_WHO = ("subject", "entity", "name", "who", "party", "first", "one")
_WHOM = ("object", "other", "target", "second")
_DAY = ("as_of", "at", "on", "when", "day", "date")
_MANY = 2000  # values of a column that are compared with a claim; a column with more names no kinds of things


@dataclass(frozen=True, slots=True)
class Form:
    """The settings of a lens that a claim can give: entities, a day, a year, names, a place, words of a column."""

    entities: tuple[str, ...]
    day: tuple[str, ...]
    year: tuple[str, ...]
    who: tuple[str, ...]
    whom: tuple[str, ...]
    place: tuple[str, ...]
    spoken: Mapping[str, tuple[str, ...]]
    window: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


class Chooser:
    """Settings from claims; the values that a column of a table holds are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._forms: dict[str, Form] = {}
        self._values: dict[tuple[str, str], Mapping[str, list[tuple[frozenset[str], str]]]] = {}

    def settings(self, lens: LensSpec, claim: Asked) -> list[dict[str, Any]]:
        """What a claim says about the settings of a lens, in each way in which it may be meant.

        A lens that asks for one entity is asked for both of a claim; one that asks for a day, for the first and the
        last of the claimed time. What a claim does not touch stays at its default.
        """
        if lens.name not in self._forms:
            self._forms[lens.name] = _form(lens)
        form = self._forms[lens.name]
        given: dict[str, Any] = {n: year_of(claim.time) for n in form.year}
        given |= {n: _named(claim.subject) for n in form.who} | {n: _named(claim.object) for n in form.whom}
        given |= dict.fromkeys(form.place, claim.place)
        given |= {n: window_of(claim.words) for n in form.window}
        given |= _since(form, claim)
        given |= {n: self._spoken(tables, n, claim) for n, tables in form.spoken.items()}
        plain = {name: value for name, value in given.items() if value not in (None, "")}
        return [plain | who | when for who, when in product(_entities(form, claim), _days(form, claim))]

    def _spoken(self, tables: tuple[str, ...], name: str, claim: Asked) -> str | None:
        """The one value of the column of that name which a claim speaks of."""
        said = stems(f"{claim.subject.name if claim.subject else ''} {claim.words}")  # a row has it beside its words
        found = {v for t in tables for w in said for need, v in self._known(t, name).get(w, ()) if need <= said}
        return next(iter(found)) if len(found) == 1 else None

    def _known(self, table: str, column: str) -> Mapping[str, list[tuple[frozenset[str], str]]]:
        """The values of a column by one of their words."""
        if (table, column) not in self._values:
            self._session.need(table)
            rows = self._session.rows(
                f'SELECT DISTINCT "{column}" AS v FROM "{table}" WHERE "{column}" IS NOT NULL '
                f"ORDER BY 1 LIMIT {_MANY + 1}"
            )
            found: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
            for row in rows if len(rows) <= _MANY else []:
                if need := stems(row["v"]):
                    found[max(sorted(need), key=len)].append((need, row["v"]))
            self._values[table, column] = found
        return self._values[table, column]


def _form(lens: LensSpec) -> Form:
    """Which settings of a lens a claim can give, by what they are of."""
    texts = [s.name for s in lens.settings if s.kind == "str"]
    specs = [t.table.spec() for t in lens.tables]
    parties = [n for n in texts if any(spec.column(f"{n}_name") for spec in specs)]
    columns = {n: tuple(s.name for s in specs if (c := s.column(n)) and c.type == "VARCHAR") for n in texts}
    return Form(
        entities=tuple(s.name for s in lens.settings if s.kind == "entity"),
        day=tuple(s.name for s in lens.settings if s.name in _DAY and s.kind in ("str", "date"))[:1],
        year=tuple(s.name for s in lens.settings if s.name == "year" and s.kind == "int"),
        who=tuple(n for n in texts if n in _WHO or n in parties),
        whom=tuple(n for n in texts if n in _WHOM and n not in parties),
        place=tuple(n for n in texts if n == "place"),
        window=tuple(s.name for s in lens.settings if s.name == "window" and s.kind == "int"),
        within=tuple(n for n in ("since", "until") if n in texts),
        spoken={n: t for n, t in columns.items() if t and n not in (*_WHO, *_WHOM, *_DAY, *parties, "place")},
    )


def _entities(form: Form, claim: Asked) -> list[dict[str, Any]]:
    """The parties of a claim as the entities that a lens asks for."""
    parties = [n for n in (_named(claim.subject), _named(claim.object)) if n]
    if not form.entities or not parties:
        return [{}]
    if len(form.entities) == 1:
        return [{form.entities[0]: p} for p in parties]
    return [dict(zip(form.entities, parties, strict=False))]


def _days(form: Form, claim: Asked) -> list[dict[str, Any]]:
    """The ends of the claimed time as the day that a lens asks for."""
    span = days(claim.time)
    if not form.day or span is None:
        return [{}]
    return [{form.day[0]: day.isoformat()} for day in dict.fromkeys(span) if 1 < day.year < 9999] or [{}]


def _since(form: Form, claim: Asked) -> dict[str, Any]:
    """The claimed time, from its first day on and before the day behind its last one."""
    span = days(claim.time)
    if len(form.within) < 2 or span is None or not (span[0].year > 1 and span[1].year < 9999):
        return {}
    return {"since": span[0].isoformat(), "until": (span[1] + timedelta(days=1)).isoformat()}


def _named(party: Party | None) -> str | None:
    """An entity as a setting: by its name, since the id that one source gave it need not be that of a table."""
    return party.name if party and party.whole else None
