"""Which settings a claim gives to a lens: its own subject, time and place, where the lens asks for such a thing."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from cuibono.case.docket_times import year_of
from cuibono.case.docket_words import stems
from cuibono.lenses.contract import LensSpec
from cuibono.lenses.settings import Setting
from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session

_WHO = ("subject", "entity", "name", "who", "party")
_WHOM = ("object", "other", "target")
_MANY = 2000  # values of a column that are compared with a claim; a column with more names no kinds of things


class Chooser:
    """Settings from claims; the values that a column of a table holds are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._values: dict[tuple[str, str], Mapping[str, list[tuple[frozenset[str], str]]]] = {}

    def settings(self, lens: LensSpec, claim: Asked) -> dict[str, Any]:
        """What a claim says about the settings of a lens; nothing for those that it does not touch."""
        entities = [s.name for s in lens.settings if s.kind == "entity"]
        found = {s.name: self._value(lens, s, claim, entities) for s in lens.settings}
        return {name: value for name, value in found.items() if value not in (None, "")}

    def _value(self, lens: LensSpec, setting: Setting, claim: Asked, entities: list[str]) -> Any:
        name = setting.name
        if setting.kind == "entity":
            return _named(claim.object if entities.index(name) == 1 or name in _WHOM else claim.subject)
        if setting.kind == "int":
            return year_of(claim.time) if name == "year" else None
        if setting.kind != "str":
            return None
        if name in (*_WHO, *_WHOM):
            party = claim.object if name in _WHOM else claim.subject
            return party.name if party and party.whole else None
        if name == "place":
            return claim.place
        return self._spoken(lens, name, claim)

    def _spoken(self, lens: LensSpec, name: str, claim: Asked) -> str | None:
        """The one value of the column of that name which a claim speaks of."""
        tables = [t.table for t in lens.tables if (c := t.table.spec().column(name)) and c.type == "VARCHAR"]
        said = stems(claim.words)
        found = {
            v for t in tables for word in said for need, v in self._known(t.name, name).get(word, ()) if need <= said
        }
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


def _named(party: Party | None) -> str | None:
    """An entity as a setting: by its name, since the id that one source gave it need not be that of a table."""
    return party.name if party and party.whole else None
