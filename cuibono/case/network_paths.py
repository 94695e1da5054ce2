"""How is A connected to B? The best chains of ties, every hop with the ties that make it and their passages.

Costs, rules and order are those of ``actors.paths``: a tie of record counts 1, one read by machine 0.95, one that is
merely said 0.5, and each further hop 0.9; ties that are denied or proposed make no path.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from cuibono.case.networks import Ties
from cuibono.lenses.tie_words import told
from cuibono.measures.as_of import ALWAYS, ENDLESS
from cuibono.measures.routes import Graph, Route, graph, routes
from cuibono.measures.stakes import Ints
from cuibono.model import dates
from cuibono.model.figure import Bar, Figure
from cuibono.model.figure import Hop as Drawn

#: What every further hop counts, so that shorter paths come first.
PER_HOP = 0.9
#: Whoever is tied to more than so many connects almost everybody, and is marked as a hub.
HUB = 100
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Hop:
    """One step: who is reached from whom, by which tie, and which other ties join the same two."""

    one: str
    one_name: str
    other: str
    other_name: str
    row: Mapping[str, Any]
    more: tuple[int, ...]
    hub: int


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of ties; ``strength`` is the product over its hops, ``together``: all can have held at one time."""

    hops: tuple[Hop, ...]
    strength: float
    together: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class Paths:
    """The best paths; ``whole`` is False when the search was cut off, ``undated`` counts ties left aside for a day."""

    paths: tuple[Path, ...]
    whole: bool
    undated: int


def paths(every: Ties, one: int, other: int, *, k: int = 5, at: str = "", in_time: bool = False) -> Paths:
    """The best paths between two parties; with a day, only ties dated to it, ``in_time`` only as time runs forward."""
    day = dates.bounds(at.strip()) if at.strip() else (None, None)
    network, undated = _network(every, day, in_time=in_time)
    found = routes(network, one, other, k=k, in_time=in_time)
    made = [_path(every, network, one, r) for r in found.routes if len(r.arcs) <= LONGEST]
    return Paths(tuple(made), found.whole, undated)


def _network(every: Ties, day: tuple[date | None, date | None], *, in_time: bool) -> tuple[Graph, int]:
    kept = every.usable.copy()
    first, last = day
    if first is not None and last is not None:
        kept &= (every.first <= last.toordinal()) & (every.last >= first.toordinal())
    needs = in_time or first is not None
    dated = (every.first > ALWAYS) | (every.last < ENDLESS)
    undated = int((kept & ~dated).sum()) if needs else 0
    ties = np.flatnonzero(kept & dated if needs else kept)
    one, other = every.one[ties], every.other[ties]
    cost = -np.log(every.strength[ties] * PER_HOP)
    ends = ((one, other), (other, one))
    same = ((x, x) for x in (cost, ties, every.first[ties], every.last[ties]))
    return graph(len(every.parties), *(np.concatenate(pair) for pair in (*ends, *same))), undated


def _path(every: Ties, network: Graph, source: int, route: Route) -> Path:
    passed = [source, *(int(n) for n in network.to[list(route.arcs)])]
    ties = [int(t) for t in network.tie[list(route.arcs)]]
    strengths = [float(every.strength[t]) for t in ties]
    hops = tuple(
        _hop(every, network, a, b, t, last=b == passed[-1])
        for a, b, t in zip(passed, passed[1:], ties, strict=False)
    )  # fmt: skip
    begin = max(float(every.first[t]) for t in ties)
    end = min(float(every.last[t]) for t in ties)
    return Path(hops, float(np.prod(strengths)), begin <= end, _figure(hops, strengths))


def _hop(every: Ties, network: Graph, one: int, other: int, tie: int, *, last: bool) -> Hop:
    here = slice(int(network.start[one]), int(network.start[one + 1]))
    more = sorted({int(t) for t in network.tie[here][network.to[here] == other]} - {tie})
    degree = len(np.unique(_ends(network, other)))
    names = every.names[one], every.names[other]
    hub = degree if degree > HUB and not last else 0
    return Hop(every.parties[one], names[0], every.parties[other], names[1], every.rows([tie])[0], tuple(more), hub)


def _ends(network: Graph, party: int) -> Ints:
    return network.to[int(network.start[party]) : int(network.start[party + 1])]


def _figure(hops: tuple[Hop, ...], strengths: list[float]) -> Figure:
    ends = f"{hops[0].one_name} and {hops[-1].other_name}"
    drawn = tuple(
        Drawn(h.one_name, h.other_name, told(h.row), str(h.row["asserted_by"] or ""), sure=not h.row["said_by"],
              back=h.row["one"] != h.one, aside="hub" if h.hub else "")
        for h in hops
    )  # fmt: skip
    bars = tuple(
        Bar(f"{h.one_name} – {h.other_name}", round(s, 4), note=told(h.row))
        for h, s in zip(hops, strengths, strict=True)
    )
    return Figure(f"How {ends} are connected", "", bars, "chain", hops=drawn)
