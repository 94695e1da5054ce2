"""A chain from a firm to a public body in words, with its figure and what it rests on."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from cuibono.lenses.control._chains import Chains
from cuibono.lenses.control._say import Body
from cuibono.lenses.tie_words import doubts, told
from cuibono.lenses.ties import Ties, at_one_time
from cuibono.measures.routes import Route
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure, Hop
from cuibono.model.finding import Finding, Measure, Notice

#: Through somebody with so many ties almost every firm is joined to something.
HUB = 200
_WORDS = ("tied", "ties", "linked", "links", "connected", "connection", "through", "chain")
Rows = list[dict[str, Any]]
Names = Mapping[int, tuple[str, str]]


def reported(known: Ties, made: Chains, firm: int, *, k: int, longest: int) -> Iterator[Finding | Notice]:
    """The chains of one firm, best first; or that none is found."""
    names = known.named([firm])
    if firm in made.bodies:
        yield Notice(f"{names[firm][1]} is itself a public body ({_kind(made.bodies[firm])})", "", "", names[firm])
        return
    ways, whole = made.routes(firm, k)
    short = [r for r in ways if len(r.arcs) - 1 <= longest]
    for rank, route in enumerate(short, 1):
        yield _finding(known, made, firm, route, rank, whole=whole)
    if not short:
        yield Notice(
            f"No chain from {names[firm][1]} to a public body is found",
            f"none of at most {plural(longest, 'hop')} is recorded or said",
            "registers of its owners, officers and funders; that none is listed does not mean that there is none",
            names[firm],
        )


def _finding(known: Ties, made: Chains, firm: int, route: Route, rank: int, *, whole: bool) -> Finding:
    arcs = list(route.arcs[:-1])
    passed = [firm, *(int(n) for n in made.graph.to[arcs])]
    numbers = [int(t) // len(made.way) for t in made.graph.tie[arcs]]
    ways = [made.way[int(t) % len(made.way)] for t in made.graph.tie[arcs]]
    rows = known.rows(numbers)
    names = known.named(passed)
    body = made.bodies[passed[-1]]
    strengths = [float(known.strength[t]) for t in numbers]
    steps = [_step(r, names[a][1], w) for r, a, w in zip(rows, passed[1:], ways, strict=True)]
    return Finding(
        says=f"{names[firm][1]} is tied to {names[passed[-1]][1]} ({_kind(body)}) in {plural(len(rows), 'hop')}: "
        f"{'; '.join(steps)}",
        about=tuple(names[n][1] for n in passed),
        measure=_measure(strengths, rank),
        caveats=tuple(_caveats(known, rows, ways, numbers, _hubs(made, passed, names), body, whole=whole)),
        evidence=known.evidence(rows),
        figure=_figure(names, passed, rows, ways, strengths, made.bodies),
        bears=tuple(_bears(rows, names[firm], names[passed[-1]], ways, body)),
    )


def _kind(body: Body) -> str:
    words = f"{body.kind}, {body.country}" if body.country else body.kind
    return f"by its name {words}" if body.hint else words


def _step(row: Mapping[str, Any], reached: str, way: str) -> str:
    """One hop: on which way, who is reached, by which tie in whose words."""
    return f"{way}: {reached} ({_directed(row, reached)})"


def _directed(row: Mapping[str, Any], reached: str) -> str:
    """A tie in the direction in which it is said."""
    if row["one_name"] == reached:
        return told(row)
    return f"{row['one_name']}: {told(row)}"


def _measure(strengths: list[float], rank: int) -> Measure:
    return Measure(
        "strength of the chain",
        float(np.prod(strengths)),
        meaning="The product of what its ties count: 1 of record, 0.95 read by machine, 0.5 merely said. "
        f"The weakest counts {min(strengths):g}. It is number {rank} of this firm by strength and length. "
        "It measures how well the chain is borne out, not how much say anybody has.",
    )


def _hubs(made: Chains, passed: list[int], names: Names) -> list[str]:
    into = np.bincount(made.graph.to, minlength=made.graph.n)
    return [names[n][1] for n in passed[1:-1] if into[n] > HUB]


def _caveats(
    known: Ties, rows: Rows, ways: list[str], numbers: list[int], hubs: list[str], body: Body, *, whole: bool
) -> Iterator[str]:  # fmt: skip
    yield "A chain of ties does not say that anybody at its end decides in the firm, or has used a say."
    if "shares" in ways:
        yield "Shares along a chain are listed, not multiplied into a say; whose votes decide is another question."
    yield from doubts(rows, together=at_one_time(known, numbers))
    if body.hint:
        yield "That it ends at a public body is read from the name alone; no list says so."
    for name in hubs:
        yield f"It runs through a hub, {name}, to which very many are tied."
    if "memberships" in ways or "offices" in ways:
        yield "An office or a membership of a person is its own; whether it is held for the body is not said."
    if not whole:
        yield "The search was cut off: better chains may have been missed."


def _figure(
    names: Names, passed: list[int], rows: Rows, ways: list[str], strengths: list[float], bodies: dict[int, Body]
) -> Figure:  # fmt: skip
    steps = list(zip(rows, passed, passed[1:], ways, strengths, strict=False))
    hops = tuple(
        Hop(
            names[a][1], names[b][1], f"{way}: {told(r)}", str(r["asserted_by"] or ""), sure=not r["said_by"],
            back=True, aside=_kind(bodies[b]) if b in bodies else "",
        )
        for r, a, b, way, _ in steps
    )  # fmt: skip
    bars = tuple(Bar(f"{names[a][1]} – {names[b][1]}", round(s, 4), note=told(r)) for r, a, b, _, s in steps)
    title = f"From {names[passed[0]][1]} to {names[passed[-1]][1]}"
    return Figure(title, "", bars, "chain", hops=hops)


def _bears(
    rows: Rows, firm: tuple[str, str], end: tuple[str, str], ways: list[str], body: Body
) -> Iterator[Bearing]:  # fmt: skip
    """A chain of record bears out that there is a tie between its ends, and no more."""
    if not body.hint and not any(r["said_by"] for r in rows):
        yield Bearing("tie", "supported", (*firm, *end), (*_WORDS, *dict.fromkeys(" ".join(ways).split())))
