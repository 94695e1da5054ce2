"""Invented networks in which the best paths between two are known: every simple path is weighed.

Measured is whether the paths that the lens gives are the best ones, in their order, also such that time runs forward;
and whether kin of people without an office is ever followed.
"""

from itertools import pairwise, permutations
from typing import Any

import numpy as np

from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

WORLDS = 24
ACTORS = 7
Rows = list[dict[str, Any]]


def _network(rng: np.random.Generator) -> Rows:
    """Ties between some actors, some weak, some of kin, each for a few years."""
    rows = []
    for one in range(ACTORS):
        for other in range(one + 1, ACTORS):
            if rng.random() < 0.5:
                begin = int(rng.integers(1980, 2000))
                kind = str(rng.choice(["member", "link", "family"], p=[0.4, 0.4, 0.2]))
                rows.append(
                    {
                        "from_name": f"actor {one}", "to_name": f"actor {other}", "type": kind,
                        "strength": float(rng.choice([0.3, 0.5, 0.7, 0.9, 0.95])) + 0.001 * one + 0.0001 * other,
                        "since": f"{begin}-01-01", "until": f"{begin + int(rng.integers(0, 15))}-12-31",
                    }
                )  # fmt: skip
    return rows


def _best(rows: Rows, *, in_time: bool) -> list[tuple[str, ...]]:
    """The three best simple paths from the first actor to the last, by strength and length, without kin."""
    ties = {
        (a, b): r for r in rows if r["type"] != "family"
        for a, b in ((r["from_name"], r["to_name"]), (r["to_name"], r["from_name"]))
    }  # fmt: skip
    names = [f"actor {i}" for i in range(ACTORS)]
    found = []
    for size in range(ACTORS - 1):
        for middle in permutations(names[1:-1], size):
            path = (names[0], *middle, names[-1])
            hops = [ties.get(p) for p in pairwise(path)]
            used = [h for h in hops if h is not None]
            if len(used) == len(hops) and (not in_time or _forward(used)):
                found.append((-float(np.prod([h["strength"] * 0.9 for h in used])), path))
    return [path for _, path in sorted(found)[:3]]


def _forward(hops: Rows) -> bool:
    now = ""
    for hop in hops:
        if now > hop["until"]:
            return False
        now = max(now, hop["since"])
    return True


def measure() -> dict[str, float]:
    """How often the paths are the best ones, in any order of time and in time."""
    right = {False: 0, True: 0}
    for seed in range(WORLDS):
        rows = _network(np.random.default_rng(seed))
        for in_time in right:
            asked = {"one": "actor 0", "other": f"actor {ACTORS - 1}", "k": 3, "in_time": in_time}
            found = [f.about for f in findings(ask("actors.paths", {"relations": rows}, **asked))]
            right[in_time] += found == _best(rows, in_time=in_time)
    return {"best paths": right[False] / WORLDS, "best paths in time": right[True] / WORLDS}


def test_paths_are_the_best_ones_and_follow_no_private_kin() -> None:
    assert below("actors.paths", measure()) == []
