"""Invented pages of search results on which linked sites hold a share that is known.

Each query has a share of its own, drawn anew in every world; measured is how often the interval holds the share that
all queries together tend to, and whether it is the linked sites that are told.
"""

from typing import Any

import numpy as np

from cuibono.testing.desk import ask, findings
from tests.gates.floors import below

WORLDS, QUERIES, DAYS = 120, 30, 3
TRUE = 0.25  # the mean of Beta(2, 6)
SLACK = 0.03


def _rows(rng: np.random.Generator) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for query, share in enumerate(rng.beta(2, 6, QUERIES)):
        for day in range(1, DAYS + 1):
            for rank in range(1, 11):
                mine = rng.random() < share
                site = f"farm{rng.integers(5)}.example" if mine else f"site{rng.integers(60)}.example"
                row = {"query": f"query {query}", "day": f"2024-03-0{day}", "rank": rank, "domain": site}
                rows.append(row | {"linked_by": "UA-1" if mine else "network" if rng.random() < 0.5 else None})
    return rows


def measure() -> dict[str, float]:
    """How often the interval holds the true share, and how often exactly the linked sites are told."""
    held = right = 0
    for seed in range(WORLDS):
        found = findings(ask("campaigns.first_pages", {"search_results": _rows(np.random.default_rng(seed))}))
        right += [f.about[0] for f in found] == ["UA-1"]
        ends = found[0].measure
        held += ends is not None and (ends.low or 0.0) <= TRUE <= (ends.high or 0.0)
    return {"coverage": held / WORLDS, "right sites": right / WORLDS}


def test_the_interval_holds_the_share_of_the_linked_sites() -> None:
    assert below("campaigns.first_pages", measure()) == []
