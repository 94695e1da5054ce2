"""Ties as a network that can be walked: both ways, each with its cost and its days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from cuibono.lenses.ties import Ties
from cuibono.measures.routes import Graph, graph
from cuibono.measures.stakes import Ints
from cuibono.model.counting import plural
from cuibono.model.finding import Notice

#: Every further hop costs as much as a tie of this strength, so that shorter paths come first.
PER_HOP = 0.9


@dataclass(frozen=True)
class Network:
    """The graph, to how many each party is tied, and how many ties are left aside because they carry no date."""

    graph: Graph
    degree: Ints
    undated: int


def network(known: Ties, *, day: tuple[date, date] | None, dated: bool) -> Network:
    """Ties that may have held in a time (all without one); with ``dated`` only those of which a date is given."""
    kept = np.ones(len(known.one), bool)
    if day is not None:
        first, last = day[0].toordinal(), day[1].toordinal()
        kept = (known.spans.begins_first <= last) & (known.spans.ends_last >= first)
    left = ~known.dated & kept if day is not None or dated else np.zeros(len(kept), bool)
    ties = np.flatnonzero(kept & ~left)
    one, other = known.one[ties], known.other[ties]
    cost = -np.log(known.strength[ties] * PER_HOP)
    begin, end = known.spans.begins_first[ties], known.spans.ends_last[ties]
    both = (
        np.concatenate((a, b)) for a, b in ((one, other), (other, one), *((x, x) for x in (cost, ties, begin, end)))
    )
    made = graph(known.parties, *both)
    return Network(made, _degree(known.parties, made), int(left.sum()))


def _degree(n: int, made: Graph) -> Ints:
    """To how many different others each is tied."""
    origin = np.repeat(np.arange(n), np.diff(made.start))
    fresh = np.ones(len(origin), bool)  # arcs are ordered by both ends
    fresh[1:] = (origin[1:] != origin[:-1]) | (made.to[1:] != made.to[:-1])
    return np.bincount(origin[fresh], minlength=n)


def kinless(known: Ties) -> Iterator[Notice]:
    """Tell that ties of kin were left out."""
    if known.kinless:
        yield Notice(
            f"{plural(known.kinless, 'tie')} of kin not used",
            "somebody in them holds no office of record: director, founder, a post, or a place in a public body",
            "a record of the office; no kin is followed of people who hold none",
        )
