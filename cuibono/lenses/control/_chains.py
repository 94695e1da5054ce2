"""The graph of who has a say in whom: from each firm to its owners, officers and funders, and on to public bodies."""

from dataclasses import dataclass

import numpy as np

from cuibono.lenses.control import _say
from cuibono.lenses.control._say import Body
from cuibono.lenses.ties import Ties
from cuibono.measures.routes import Graph, Route, graph, routes
from cuibono.measures.stakes import Flags, Ints
from cuibono.model.tables import Bodies

_PER_HOP = 0.9
_HINT = 0.5


@dataclass(frozen=True)
class Chains:
    """Arcs from each party to those who have a say in it; the last node stands for all public bodies together.

    ``ways`` is the way of each arc by its number in ``arc_way``; ``firms`` are those in whom anybody has a say.
    """

    graph: Graph
    way: tuple[str, ...]
    bodies: dict[int, Body]
    firms: Ints
    undated: int

    @property
    def everybody(self) -> int:
        """The node behind all bodies."""
        return self.graph.n - 1

    def best(self, most: int, longest: int) -> list[int]:
        """The firms that a chain joins to a body, best first."""
        from scipy.sparse.csgraph import dijkstra

        limit = longest * 10.0
        far = dijkstra(self.graph.backward, indices=self.everybody, limit=limit)
        firms = self.firms[np.isfinite(far[self.firms])]
        order = np.lexsort((firms, np.round(far[firms], 9)))
        return [int(f) for f in firms[order][:most]]

    def routes(self, firm: int, k: int) -> tuple[tuple[Route, ...], bool]:
        """The best chains from a firm to bodies."""
        found = routes(self.graph, firm, self.everybody, k=k)
        return found.routes, found.whole


def chains(
    known: Ties,
    bodies: dict[int, Body],
    roles: Flags,
    people: Flags,
    *,
    through: list[str],
    days: tuple[int, int] | None,
) -> Chains:
    """Every tie that gives a say, as an arc from whom it is had in to who has it."""
    used = _in_time(known, days)
    undated = int((~known.dated & used).sum()) if days else 0
    used &= known.dated if days else True
    kinds = np.array([_number(t) for t in known.types], np.int64) if known.types else np.zeros(0, np.int64)
    one_has = np.array([_say.SAY.get(t, ("", True))[1] for t in known.types] or [True])
    places = np.array([_say.WAYS.index(_say.PLACES[t]) if t in _say.PLACES else -1 for t in known.types] or [-1])
    type_ = known.type
    led = roles | ~np.isin(type_, _codes(known, ("employment", "member", "role", "member_of")))
    say = np.flatnonzero(used & (kinds[type_] >= 0)) if len(type_) else np.zeros(0, np.int64)
    leading = np.flatnonzero(used & (places[type_] >= 0) & (kinds[type_] < 0) & led) if len(type_) else say
    place = np.flatnonzero(used & (places[type_] >= 0) & people[known.one]) if len(type_) else say
    up = one_has[type_[say]] if len(say) else np.zeros(0, bool)
    origin = [np.where(up, known.other[say], known.one[say]), known.other[leading], known.one[place]]
    to = [np.where(up, known.one[say], known.other[say]), known.one[leading], known.other[place]]
    way = [kinds[type_[say]], np.full(len(leading), _say.WAYS.index("officers")), places[type_[place]]]
    return _made(known, bodies, (origin, to, [say, leading, place], way), through, undated)


def _made(
    known: Ties, bodies: dict[int, Body], parts: tuple[list[Ints], ...], through: list[str], undated: int
) -> Chains:  # fmt: skip
    origin, to, ties, way = (np.concatenate(p).astype(np.int64) for p in parts)
    wanted = [_say.WAYS.index(w) for w in through] if through else list(range(len(_say.WAYS)))
    ends = np.array(sorted(bodies), np.int64)
    kept = np.isin(way, wanted) & ~np.isin(origin, ends)
    origin, to, ties, way = origin[kept], to[kept], ties[kept], way[kept]
    cost = -np.log(known.strength[ties] * _PER_HOP)
    last = np.full(len(ends), known.parties)
    doubt = np.array([-np.log(_HINT) if bodies[int(b)].hint else 1e-9 for b in ends])
    every = np.full(len(ends), -1)
    endless = np.full(len(ends), np.inf)
    made = graph(
        known.parties + 1,
        np.concatenate((origin, ends)),
        np.concatenate((to, last)),
        np.concatenate((cost, doubt)),
        np.concatenate((ties * len(_say.WAYS) + way, every)).astype(np.int64),
        np.concatenate((known.spans.begins_first[ties], -endless)),
        np.concatenate((known.spans.ends_last[ties], endless)),
    )
    firms = np.unique(origin[np.isin(way, [_say.WAYS.index(w) for w in _say.WAYS[:8]])])
    return Chains(made, _say.WAYS, bodies, firms, undated)


def _in_time(known: Ties, days: tuple[int, int] | None) -> Flags:
    if days is None:
        return np.ones(len(known.one), bool)
    within: Flags = (known.spans.begins_first <= days[1]) & (known.spans.ends_last >= days[0])
    return within


def _number(kind: str) -> int:
    return _say.WAYS.index(_say.SAY[kind][0]) if kind in _say.SAY else -1


def _codes(known: Ties, names: tuple[str, ...]) -> list[int]:
    return [i for i, t in enumerate(known.types) if t in names]


def bodies_of(known: Ties, bodies: Bodies | None, *, hints: bool) -> dict[int, Body]:
    """The public bodies among the parties: those listed, those whose kind says so, and those whose name reads so."""
    found: dict[int, Body] = {}
    names = known.relations.sql("SELECT number AS number, name AS name, kind AS kind FROM ties_parties ORDER BY number")
    for row in names:
        if row["kind"] == "PublicBody":
            found[int(row["number"])] = Body("state")
        elif hints and row["kind"] != "Person" and (reads := _say.hinted(row["name"] or "")):
            found[int(row["number"])] = reads
    if bodies is not None:
        listed = bodies.sql(
            """
            SELECT p.number AS number, b.kind AS kind, COALESCE(b.country, '') AS country
            FROM {this} AS b JOIN ties_parties AS p ON p.party = COALESCE(b.body_id, LOWER(b.body_name))
            WHERE COALESCE(b.polarity, '+') = '+' AND b.kind IS NOT NULL ORDER BY p.number, b.kind, country
            """
        )
        found |= {int(r["number"]): Body(r["kind"], r["country"]) for r in listed}
    return found


def leading_roles(known: Ties) -> Flags:
    """Ties whose role is a leading one."""
    roles = known.relations.sql("SELECT DISTINCT role AS role FROM ties_rows WHERE role IS NOT NULL ORDER BY role")
    leading = [r["role"] for r in roles if _say.LEADING.search(r["role"])]
    flags = np.zeros(len(known.one), bool)
    if leading:
        numbers = known.relations.arrays(
            "SELECT number AS number FROM ties_rows WHERE LIST_CONTAINS($roles, role)", roles=leading
        )
        flags[np.asarray(numbers["number"]).astype(np.int64)] = True
    return flags


def people(known: Ties) -> Flags:
    """Who may be a person: whose kind says so, or of whom nothing says what it is and who holds an office."""
    rows = known.relations.arrays("SELECT number AS number, COALESCE(kind, '') AS kind FROM ties_parties")
    kind = np.asarray(rows["kind"]).astype(str)
    flags = np.zeros(known.parties, bool)
    flags[np.asarray(rows["number"]).astype(np.int64)[(kind == "Person") | (kind == "")]] = True
    return flags
