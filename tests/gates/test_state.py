"""Invented firms of which it is known whether a chain of ties that give a say leads to a public body.

Half of the firms have such a chain, on each of the ways; the others have look-alikes: stakes of their own in firms of a
state, clerks instead of officers, kin, denials, ties by time gone wrong, customers. Measured is which firms are named.
"""

from typing import Any

import numpy as np

from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

FIRMS = 160
Rows = list[dict[str, Any]]
BODIES = [
    {"body_name": f"{kind} body {n}", "kind": kind, "country": "xx"} for kind in ("state", "party", "military")
    for n in range(4)
]  # fmt: skip


def _tie(one: str, other: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


def _body(rng: np.random.Generator) -> str:
    return str(BODIES[int(rng.integers(len(BODIES)))]["body_name"])


def _chained(rng: np.random.Generator, firm: str) -> Rows:
    """A chain of one to three hops on a way drawn at random."""
    body, middle, person = _body(rng), f"holding of {firm}", f"person of {firm}"
    ways: list[Rows] = [
        [_tie(body, firm, "ownership", share_low=0.2, share_high=0.2)],
        [_tie(middle, firm, "ownership"), _tie(body, middle, "ownership")],
        [_tie(person, firm, "director"), _tie(person, body, "employment")],
        [_tie(person, firm, "employment", role="chief officer"), _tie(person, body, "member")],
        [_tie(person, firm, "founded"), _tie(person, body, "post")],
        [_tie(body, firm, "party_unit")],
        [_tie(middle, firm, "funds"), _tie(middle, body, "part_of")],
        [_tie(firm, middle, "code_from"), _tie(body, middle, "ownership")],
        [_tie(body, firm, "data_access", attributed="Fig Daily")],
        [_tie(middle, firm, "ownership"), _tie(person, middle, "director"), _tie(person, body, "post")],
    ]
    return ways[int(rng.integers(len(ways)))]


def _decoy(rng: np.random.Generator, firm: str) -> Rows:
    """Ties around a firm and a body that give nobody a say in it."""
    body, other, person = _body(rng), f"kin of {firm}", f"person of {firm}"
    looks: list[Rows] = [
        [_tie(firm, f"venture of {firm}", "ownership"), _tie(body, f"venture of {firm}", "ownership")],
        [_tie(person, firm, "employment", role="clerk"), _tie(person, body, "employment")],
        [_tie(person, firm, "director"), _tie(person, other, "family"), _tie(other, body, "post")],
        [_tie(person, firm, "director"), _tie(person, other, "associate"), _tie(other, body, "post")],
        [_tie(body, firm, "party_unit", polarity="-")],
        [_tie(body, firm, "ownership", status="hypothetical")],
        [_tie(firm, body, "supplies")],
        [_tie(firm, body, "funds")],
        [_tie(person, firm, "director"), _tie(person, f"school of {firm}", "educated_at")],
        [_tie(firm, body, "sanctions")],
    ]
    return looks[int(rng.integers(len(looks)))]


def _planted() -> tuple[set[str], Rows]:
    rng = np.random.default_rng(20261126)
    chained, rows = set(), []
    for number in range(FIRMS):
        firm = f"firm {number:03d}"
        rows.append(_tie(f"owner of {firm}", firm, "ownership"))
        if number % 2:
            chained.add(firm)
        rows += _chained(rng, firm) if number % 2 else _decoy(rng, firm)
    return chained, rows


def measure() -> dict[str, float]:
    """Precision and recall over firms with a chain to a public body."""
    chained, rows = _planted()
    found = findings(ask("control.state", {"relations": rows, "bodies": BODIES}, most=FIRMS * 2))
    named = {f.about[0] for f in found if f.about[0].startswith("firm")}
    return {"precision": len(named & chained) / len(named), "recall": len(named & chained) / len(chained)}


def test_firms_with_a_chain_are_named_and_look_alikes_are_not() -> None:
    assert below("control.state", measure()) == []
