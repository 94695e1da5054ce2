"""A path between two actors in words, with its figure and what it rests on."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np

from cuibono.lenses.actors._network import Network
from cuibono.lenses.tie_words import doubts, told
from cuibono.lenses.ties import Ties, at_one_time
from cuibono.measures.routes import Route
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure, Hop
from cuibono.model.finding import Finding, Measure, Notice

Row = Mapping[str, Any]


def finding(
    known: Ties, network: Network, source: int, route: Route, rank: int, *, hub: int, whole: bool
) -> Finding:  # fmt: skip
    """A path as a finding."""
    arcs = list(route.arcs)
    passed = [source, *(int(n) for n in network.graph.to[arcs])]
    rows = known.rows([int(t) for t in network.graph.tie[arcs]])
    names = {n: name for n, (_, name) in known.named(passed).items()}
    hubs = [n for n in passed[1:-1] if network.degree[n] > hub]
    strengths = [float(known.strength[t]) for t in network.graph.tie[arcs]]
    together = at_one_time(known, [int(t) for t in network.graph.tie[arcs]])
    ends = f"{names[passed[0]]} and {names[passed[-1]]}"
    steps = [_step(r, names[a], names[b]) for r, a, b in zip(rows, passed, passed[1:], strict=False)]
    return Finding(
        says=f"{ends} are connected through {plural(len(rows), 'tie')}: {'; '.join(steps)}",
        about=tuple(names[n] for n in passed),
        measure=_measure(strengths, rank),
        caveats=tuple(_caveats(rows, {names[h]: int(network.degree[h]) for h in hubs}, whole=whole, together=together)),
        evidence=known.evidence(rows),
        figure=_figure(ends, rows, [names[n] for n in passed], strengths, {names[h] for h in hubs}),
        bears=tuple(_bears(rows)) if len(rows) == 1 else (),
    )


def none(
    known: Ties, source: int, target: int, *, day: tuple[date, date] | None, in_time: bool, whole: bool, longest: int
) -> Notice:  # fmt: skip
    """That no path was found, and how far was looked."""
    names = known.named([source, target])
    how = " along which time runs forward" if in_time else ""
    how += f" in ties that held in {day[0]} to {day[1]}" if day else ""
    why = f"no chain of at most {longest} recorded or said ties joins them" if whole else "the search was cut off"
    return Notice(
        f"No path between {names[source][1]} and {names[target][1]} is found{how}",
        why,
        "more ties, or a question without dates; that none is listed does not mean that there is none",
        (*names[source], *names[target]),
    )


def _step(row: Row, here: str, there: str) -> str:
    """One hop in words, in the direction of the tie."""
    back = row["one_name"] != here
    one, other = (there, here) if back else (here, there)
    return f"{one} – {told(row)} – {other}"


def _measure(strengths: list[float], rank: int) -> Measure:
    product = float(np.prod(strengths))
    return Measure(
        "strength of the path",
        product,
        meaning=f"The product of what its ties count: 1 of record, 0.95 read by machine, 0.5 merely said. The weakest "
        f"counts {min(strengths):g}. It is number {rank} by strength and length. It measures no influence.",
    )


def _caveats(
    rows: list[dict[str, Any]], hubs: Mapping[str, int], *, whole: bool, together: bool
) -> Iterator[str]:  # fmt: skip
    yield "A path says that ties join its ends, not that anything passed along it or that anybody acted on it."
    for name, degree in hubs.items():
        yield f"It runs through a hub: {name} is tied to {degree:,} others and connects almost everybody."
    yield from doubts(rows, together=together)
    if len({r["type"] for r in rows}) > 1:
        yield "Its ties are of different kinds, which are not one closeness."
    if not whole:
        yield "The search was cut off: better paths may have been missed."


def _figure(ends: str, rows: list[dict[str, Any]], names: list[str], strengths: list[float], hubs: set[str]) -> Figure:
    steps = list(zip(rows, names, names[1:], strengths, strict=False))
    hops = tuple(
        Hop(
            here, there, told(r), str(r["asserted_by"] or ""), sure=not r["said_by"], back=r["one_name"] != here,
            aside="hub" if there in hubs else "",
        )
        for r, here, there, _ in steps
    )  # fmt: skip
    bars = tuple(Bar(f"{here} – {there}", round(s, 4), note=told(r)) for r, here, there, s in steps)
    return Figure(f"How {ends} are connected", "", bars, "chain", hops=hops)


def _bears(rows: list[dict[str, Any]]) -> Iterator[Bearing]:
    """A direct tie of record bears out that there is a tie of its type."""
    for row in rows:
        if row["said_by"] or row["type"] == "ownership":
            continue
        words = tuple(dict.fromkeys(w for w in (*str(row["type"]).split("_"), *str(row["role"] or "").split()) if w))
        about = (str(row["one"]), str(row["one_name"]), str(row["other"]), str(row["other_name"]))
        time = f"{row['since'] or '..'}/{row['until'] or '..'}" if row["since"] or row["until"] else None
        yield Bearing("tie", "supported", about, words, time=time)
