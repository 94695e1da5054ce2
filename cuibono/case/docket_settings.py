"""Which settings a claim gives to a lens: its own subject, time and place, where the lens asks for such a thing."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import product
from typing import Any

from cuibono.case.docket_times import days, year_of
from cuibono.case.docket_words import stems
from cuibono.lenses.contract import LensSpec
from cuibono.lenses.settings import Setting
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session

_WHO = ("subject", "entity", "name", "who", "party", "first", "one")
_WHOM = ("object", "other", "target", "second")
_DAY = ("as_of", "at", "on", "when", "day", "date")
_MANY = 2000  # values of a column that are compared with a claim; a column with more names no kinds of things


class Chooser:
    """Settings from claims; the values that a column of a table holds are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._values: dict[tuple[str, str], Mapping[str, list[tuple[frozenset[str], str]]]] = {}

    def settings(self, lens: LensSpec, claim: Asked) -> list[dict[str, Any]]:
        """What a claim says about the settings of a lens, in each way in which it may be meant.

        A lens that asks for one entity is asked for both of a claim; one that asks for a day, for the first and the
        last of the claimed time. What a claim does not touch stays at its default.
        """
        plain = {s.name: v for s in lens.settings if (v := self._value(lens, s, claim)) not in (None, "")}
        ways = product(_entities(lens, claim), _days(lens, claim))
        return [plain | who | when for who, when in ways]

    def _value(self, lens: LensSpec, setting: Setting, claim: Asked) -> Any:
        name = setting.name
        if setting.kind == "int":
            return year_of(claim.time) if name == "year" else None
        if setting.kind != "str" or name in _DAY:
            return None
        if name in _WHO or any(t.table.spec().column(f"{name}_name") for t in lens.tables):
            return _named(claim.subject)
        if name in _WHOM:
            return _named(claim.object)
        return claim.place if name == "place" else self._spoken(lens, name, claim)

    def _spoken(self, lens: LensSpec, name: str, claim: Asked) -> str | None:
        """The one value of the column of that name which a claim speaks of."""
        tables = [t.table for t in lens.tables if (c := t.table.spec().column(name)) and c.type == "VARCHAR"]
        said = stems(claim.words)
        found = {v for t in tables for w in said for need, v in self._known(t.name, name).get(w, ()) if need <= said}
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


def _entities(lens: LensSpec, claim: Asked) -> list[dict[str, Any]]:
    """The parties of a claim as the entities that a lens asks for."""
    asked = [s.name for s in lens.settings if s.kind == "entity"]
    parties = [n for n in (_named(claim.subject), _named(claim.object)) if n]
    if not asked or not parties:
        return [{}]
    return [{asked[0]: p} for p in parties] if len(asked) == 1 else [dict(zip(asked, parties, strict=False))]


def _days(lens: LensSpec, claim: Asked) -> list[dict[str, Any]]:
    """The ends of the claimed time as the day that a lens asks for."""
    asked = [s.name for s in lens.settings if s.name in _DAY and s.kind in ("str", "date")]
    span = days(claim.time)
    if not asked or span is None:
        return [{}]
    return [{asked[0]: day.isoformat()} for day in dict.fromkeys(span) if 1 < day.year < 9999] or [{}]


def _named(party: Party | None) -> str | None:
    """An entity as a setting: by its name, since the id that one source gave it need not be that of a table."""
    return party.name if party and party.whole else None
