"""What would decide a claim: every way in which its kind can be tested, and the data that each way takes."""

from collections.abc import Collection
from dataclasses import dataclass

from cuibono.case.docket.routes import answering, get_it, recorded_in
from cuibono.lenses import registry
from cuibono.model.docket import Asked
from cuibono.model.table import spec


@dataclass(frozen=True, slots=True)
class Data:
    """A table that a test reads: what it holds, where it is published, and whether the case has rows of it."""

    name: str
    says: str
    get_it: str
    there: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way of testing: by a lens, or (``lens`` is empty) by comparing with the records.

    With ``any_of`` one of its tables will do.
    """

    lens: str
    first: str
    data: tuple[Data, ...]
    any_of: bool = False

    @property
    def ready(self) -> bool:
        """Whether the case has the data that it takes."""
        found = [d.there for d in self.data]
        return any(found) if self.any_of else all(found)


def ways(claim: Asked, have: Collection[str]) -> tuple[Way, ...]:
    """The ways in which a claim can be tested, those that the case has the data for first; none for an opinion."""
    if claim.status == "hypothetical":
        return ()
    kind = claim.foretold if claim.kind == "forecast" else claim.kind
    if kind is None:
        return ()
    direct = tuple(_data(t, have) for t in recorded_in(kind))
    found = [Way("", "Compared with what is recorded", direct, any_of=True)] if direct else []
    for name in answering(kind):
        lens = registry.get(name)
        found.append(Way(name, lens.first, tuple(_data(t, have) for t in lens.needs)))
    return tuple(sorted(found, key=lambda w: not w.ready))


def _data(table: str, have: Collection[str]) -> Data:
    if table == "statements":
        says = "Entities and ties as registers and tables of record state them."
        return Data("registers", says, get_it((table,)), table in have)
    return Data(table, spec(table).says, spec(table).get_it, table in have)
