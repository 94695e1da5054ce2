"""The docket under stress: only claims whose topic, or whose records, are left out in part are tested again.

What a topic comes to depends on the claims in it (who says so, who else, in which detail) and on the tables that the
tests of its kinds read; nothing else goes into it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from cuibono.case.docket import asking, gathering, grouping, keeping, routes, testing
from cuibono.case.docket.testing import Bench
from cuibono.case.docket.words import voice
from cuibono.case.stress_compare import Claim, Judged
from cuibono.case.stress_units import LeftOut, Pair
from cuibono.model.docket import Asked
from cuibono.store.session import Session

Topic = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Docket:
    """The docket with everything: its claims, its rows, the topic of each claim, the tables that each topic needs."""

    asked: tuple[Asked, ...]
    rows: tuple[Judged, ...]
    topics: dict[Claim, Topic]
    tables: dict[Topic, frozenset[str]]

    def topic_of(self, row: Judged) -> Topic:
        """The topic of a row."""
        return self.topics[min(row.claims)]

    def only(self, name: str) -> "Docket":
        """The same with one row, and no other that stress would look at; with none when there is no such row."""
        rows = tuple(r for r in self.rows if r.id == name)
        topics = {self.topic_of(r) for r in rows}
        asked = tuple(a for a in self.asked if self.topics[identity(a)] in topics)
        return Docket(asked, rows, self.topics, {t: self.tables[t] for t in topics})

    def own(self, left_out: LeftOut) -> frozenset[Topic]:
        """Topics that lose a claim."""
        return frozenset(self.topics[identity(a)] for a in self.gone(left_out))

    def read_from(self, tables: Collection[str]) -> frozenset[Topic]:
        """Topics whose tests read one of these tables."""
        return frozenset(t for t, read in self.tables.items() if not read.isdisjoint(tables))

    def gone(self, left_out: LeftOut) -> list[Asked]:
        """The claims that go with a unit."""
        return [a for a in self.asked if pair(a) in left_out.pairs]


def pair(claim: Asked) -> Pair:
    """The source in which a claim stands, and who makes it."""
    return claim.key[0], claim.speaker


def identity(claim: Asked) -> Claim:
    """What tells one claim from another, whatever else is in the case."""
    return claim.key, claim.id, claim.says


def whole(session: Session) -> Docket:
    """The docket with everything that the session sees."""
    asked = asking.claims(session)
    topics = {identity(a): grouping.topic(a) for a in asked}
    judged, tables = _judged(session, asked)
    read: dict[Topic, set[str]] = {}
    for row in judged:
        for claim in row.claims:
            read.setdefault(topics[claim], set()).update(tables[row.id])
    return Docket(tuple(asked), tuple(judged), topics, {t: frozenset(names) for t, names in read.items()})


def again(session: Session, before: Docket, topics: Collection[Topic]) -> list[Judged]:
    """The rows of some topics, in a session that does not see everything."""
    asked = [a for a in asking.claims(session) if before.topics.get(identity(a)) in topics]
    return _judged(session, asked)[0]


def tester(session: Session, before: Docket) -> Callable[[LeftOut, Collection[Topic]], list[Judged]]:
    """For what makes claims and gives no records: the rows of its topics without it, against the same records."""
    have = gathering.have(session)
    bench = testing.bench(session, before.asked, have)

    def judged(left_out: LeftOut, topics: Collection[Topic]) -> list[Judged]:
        asked = [a for a in before.asked if before.topics[identity(a)] in topics and pair(a) not in left_out.pairs]
        return _rows(asked, have, bench)[0]

    return judged


def _judged(session: Session, asked: Sequence[Asked]) -> tuple[list[Judged], dict[str, frozenset[str]]]:
    have = gathering.have(session)
    return _rows(asked, have, testing.bench(session, asked, have))


def _rows(
    asked: Iterable[Asked], have: Collection[str], bench: Bench
) -> tuple[list[Judged], dict[str, frozenset[str]]]:
    """Rows with what their tests come to, and the tables that each reads."""
    groups, _ = grouping.grouped(asked, bench.recorders)
    found, tables = [], {}
    for name, claims in zip(keeping.ids(groups), groups, strict=True):
        route = routes.route(claims[0], have)
        tested = bench.tested(claims, route)
        found.append(
            Judged(
                name,
                frozenset(map(identity, claims)),
                tested.outcome if tested else route.outcome,
                tested.rule if tested else route.why,
                tuple({voice(n): n for n in reversed(tested.by if tested else ())}.values()),
                grouping.voices(claims),
                claims[0].says,
            )
        )
        tables[name] = frozenset(keeping.tables_of(claims[0], route))
    return found, tables
