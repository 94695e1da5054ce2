"""What of a network is asked for: around whom, of which kinds, of which days, from which source, how surely."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from cuibono.case.networks import STANDINGS, Ties
from cuibono.errors import UnknownName
from cuibono.measures.stakes import Flags

#: What is relied on; what is merely proposed is shown when it is asked for.
RELIED = STANDINGS[:3]
#: A neighbourhood has at most so many nodes, a whole network so many.
NEAR, WHOLE = 300, 5_000


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of the page of the network; the empty ones ask for everything.

    ``since`` and ``until`` are years: ties that may have held at any time between. ``undated``,
    ``alleged`` (and foretold or supposed) and ``denied`` ties are shown unless they are left out. ``fold`` are the
    communities that are drawn as one node, each by the id of its best tied member; "all" folds every one.
    """

    entity: str = ""
    types: tuple[str, ...] = ()
    standings: tuple[str, ...] = RELIED
    since: int | None = None
    until: int | None = None
    undated: bool = True
    alleged: bool = True
    denied: bool = True
    source: str = ""
    whole: bool = False
    fold: tuple[str, ...] = ()


def fitting(every: Ties, asked: Asked) -> Flags:
    """Which ties fit the filters; around whom is not asked here."""
    kept = np.zeros(len(every), bool)
    for standing in asked.standings:
        kept |= every.is_("standing", standing)
    if asked.types:
        kept &= np.logical_or.reduce([every.is_("type", t) for t in asked.types])
    if asked.source:
        kept &= every.is_("source", asked.source)
    if not asked.denied:
        kept &= ~every.denied
    if not asked.alleged:
        kept &= every.is_("status", "stated")
    if not asked.undated:
        kept &= every.dated
    if asked.since is not None:
        kept &= every.last >= date(asked.since, 1, 1).toordinal()
    if asked.until is not None:
        kept &= every.first <= date(asked.until, 12, 31).toordinal()
    return kept


def near(every: Ties, kept: Flags, entity: int, most: int = NEAR, *, depth: int = 4) -> list[int]:
    """Who is around an entity, ring after ring and in each those with the most ties inwards, up to ``most`` in all."""
    start, to, tie = every.arcs
    found, ring = {entity}, [entity]
    for _ in range(depth):
        inwards: dict[int, int] = {}
        for node in ring:
            here = slice(int(start[node]), int(start[node + 1]))
            for ahead in set(to[here][kept[tie[here]]].tolist()) - found:
                inwards[ahead] = inwards.get(ahead, 0) + 1
        ring = sorted(inwards, key=lambda n: (-inwards[n], -int(start[n + 1] - start[n]), n))[: most - len(found)]
        found.update(ring)
        if not ring or len(found) >= most:
            break
    return sorted(found)


def widest(every: Ties, kept: Flags, most: int = WHOLE) -> list[int]:
    """Everybody with a tie that fits; where there are more than ``most``, those around the best tied, part by part."""
    counts = np.bincount(np.concatenate((every.one[kept], every.other[kept])), minlength=len(every.parties))
    there = np.flatnonzero(counts)
    if len(there) <= most:
        return [int(n) for n in there]
    found: set[int] = set()
    for node in there[np.argsort(-counts[there], kind="stable")].tolist():
        if len(found) >= most:
            break
        if node not in found:
            found.update(near(every, kept, node, most - len(found), depth=most))
    return sorted(found)


def best_connected(every: Ties, kept: Flags) -> int | None:
    """Who is tied to most others by ties that fit; None when there is no tie."""
    if not kept.any():
        return None
    pairs = np.unique(
        np.stack((np.minimum(every.one, every.other), np.maximum(every.one, every.other)))[:, kept], axis=1
    )
    return int(np.argmax(np.bincount(pairs.ravel(), minlength=len(every.parties))))


def find(every: Ties, named: str) -> int:
    """The party of an id or a name, in any case; of several of a name, the one with the most ties.

    Raises UnknownName, with names that are near, when there is none.
    """
    if (exact := every.number.get(named.strip())) is not None:
        return exact
    if found := called(every, named):
        return found[0]
    raise UnknownName(f"Nobody called {named} has a tie.", try_=_closest(every, " ".join(named.lower().split())))


def called(every: Ties, named: str) -> list[int]:
    """Every party of a name, in any case, the one with the most ties first."""
    wanted, start = " ".join(named.lower().split()), every.arcs[0]
    found = [n for n, name in enumerate(every.names) if name.lower() == wanted]
    return sorted(found, key=lambda n: (-int(start[n + 1] - start[n]), n))


def suggested(every: Ties, typed: str, most: int = 12) -> list[int]:
    """Parties whose name begins with, or else holds, what was typed; those with more ties first."""
    wanted = " ".join(typed.lower().split())
    if not wanted:
        return []
    start = every.arcs[0]
    found = [n for n, name in enumerate(every.names) if wanted in name.lower()]
    return sorted(
        found, key=lambda n: (not every.names[n].lower().startswith(wanted), -int(start[n + 1] - start[n]), n)
    )[:most]


def _closest(every: Ties, wanted: str) -> str:
    near_ = suggested(every, wanted, 5) or suggested(every, wanted.split()[0] if wanted else "", 5)
    return ", ".join(every.names[n] for n in near_) or "a name as it stands in the table of ties"
