#!/usr/bin/env python
"""Write the tables of the demo case ``campaign``: a simulated town, the same each time.

``python scripts/demo_campaign.py`` writes ``cuibono/demo/campaign/tables``. Everybody in it is invented.
"""

import csv
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from cuibono.simulate.campaign_words import varied
from cuibono.simulate.campaigns import Planted, Town, town

FOLDER = Path(__file__).parent.parent / "cuibono" / "demo" / "campaign" / "tables"
LOUD = ("Harbour Watch", "Ferry Truth", "Quayside Voice", "Tidewater Eye", "Old Mill Mirror")
PAPER = ("Hill Gazette", "Hill Gazette Sport", "Hill Gazette Weekend")
COPYISTS = ("Orchard Friends", "Quince and Country", "Jam Makers United", "The Quiet Bridge")
ORDINARY = ("Fern Valley Mail", "Millstream Post")
REGIONS = (
    "Saltmarsh", "Fernvalley", "Millstream", "Quincehill", "Orchardshire", "Tidewater", "Highmoor", "Stonebridge",
    "Lowfield", "Westering", "Ashdown", "Birchland", "Cedarport", "Dogwood", "Elderness", "Hazelcombe",
)  # fmt: skip
NAMES = (
    "Mira Quay", "Otto Fen", "Ada Vale", "Bo Oakes", "Cleo Marsh", "Dan Heron", "Eva Finch", "Finn Alder", "Gus Teal",
    "Hana Rook", "Ivo Larch", "Jo Plover", "Kit Sedge", "Lea Grebe", "Max Thorn", "Nia Wren", "Ole Birch", "Pia Dove",
    "Rex Hazel", "Sia Brook", "Tom Reed", "Uma Swift",
)  # fmt: skip
SLOGANS = (
    "The harbour law takes the orchards from the families who planted them",
    "Ask your council who will pay for the second bridge, and why nobody asked you",
    "Our grandmothers made quince jam without a permit and nobody was ever ill",
    "Three ferries were promised, one came, and it goes only on Sundays",
    "A town that sells its market square will be sold itself one day",
    "Nobody in Saltmarsh voted for the new road, look it up yourself",
)


def main() -> None:
    """Write all tables."""
    made = town(
        20240311,
        accounts=80,
        posts=1_000,
        stories=300,
        days=4,
        planted=(
            Planted(members=5, times=7, seconds=40, part=0.9),
            Planted(members=3, times=7, seconds=15, part=1.0),
            Planted(members=4, times=6, seconds=150, copies=True, part=0.9),
        ),
    )
    called = _called(made)
    rows = [r | {"account_name": called.get(r["account"], r["account_name"])} for r in made.shares()]
    _write("shares", (_timed(r) for r in rows))
    _write("posts", (_timed(r | {"account_name": called.get(r["account"], r["account_name"])}) for r in _posts(made)))
    _write("accounts", _accounts(made, called))
    _write("search_interest", _interest(np.random.default_rng(11)))
    _write("search_results", _results(np.random.default_rng(12)))


def _called(made: Town) -> dict[str, str]:
    """The planted accounts under their names; an account that was drawn twice keeps the first."""
    called: dict[str, str] = {}
    for group, names in zip(made.groups, (LOUD, PAPER, COPYISTS), strict=True):
        free = [a for a in sorted(group) if a not in called]
        called |= dict(zip(free, names, strict=False))
    busiest = np.argsort(-np.bincount(made.accounts, minlength=len(made.handles)), kind="stable")
    rest = [a for n in busiest if (a := f"town:{made.handles[n]}") not in called]
    return called | dict(zip(rest, ORDINARY, strict=False))


def _posts(made: Town) -> Iterable[dict[str, Any]]:
    """The posts, those that were planted with a slogan in place of words without sense."""
    rng = np.random.default_rng(13)
    for row, text in zip(made.posts(), made.text.tolist(), strict=True):
        slogan = {"text": varied(rng, SLOGANS[text % len(SLOGANS)]), "lang": "en"} if text >= 0 else {}
        yield row | slogan


def _timed(row: Mapping[str, Any]) -> dict[str, Any]:
    told = {k: v for k, v in row.items() if k != "t_precision"}
    return told | {"t": datetime.fromtimestamp(row["t"], UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}


def _accounts(made: Town, called: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    for row in made.profiles():
        name = called.get(row["account"], row["account_name"])
        known = {"affiliation": "Hill Gazette", "site": "hillgazette.example"} if name in PAPER else {}
        kind = "page" if row["account"] in called else "person"
        yield row | {"account_name": name, "kind": kind} | {"affiliation": "", "site": ""} | known


def _interest(rng: np.random.Generator) -> Iterable[dict[str, Any]]:
    """Names that are searched for at home, and one that is not."""
    for number, name in enumerate(NAMES):
        level = rng.gamma(2.0, 12.0, len(REGIONS))
        level[0] = level.max() * rng.uniform(0.6, 1.4)
        if number == 0:
            level[0] = np.sort(level)[3]
        for draw in ("first", "second"):
            seen = rng.poisson(level * 6)
            for region, value in zip(REGIONS, np.round(100 * seen / seen.max()), strict=True):
                yield {"name": name, "region": region, "period": "2024-02", "value": int(value), "draw": draw,
                       "home": REGIONS[0]}  # fmt: skip


def _results(rng: np.random.Generator) -> Iterable[dict[str, Any]]:
    """First pages of which some sites carry one advertising id."""
    farm = ("quince-truth", "ferry-facts", "saltmarsh-insider", "hill-whispers")
    for query in ("ferry", "old harbour", "quince jam", "mira quay", "school bridge", "orchard law"):
        part = rng.beta(3, 6)
        for day in ("2024-03-12", "2024-03-13", "2024-03-14"):
            for rank in range(1, 11):
                mine = rng.random() < part
                site = farm[int(rng.integers(4))] if mine else f"site{int(rng.integers(30))}"
                yield {"query": query, "engine": "townsearch", "day": day, "rank": rank, "domain": f"{site}.example",
                       "linked_by": "pub-0417" if mine else ""}  # fmt: skip


def _write(name: str, rows: Iterable[Mapping[str, Any]]) -> None:
    listed = list(rows)
    with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(listed[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


if __name__ == "__main__":
    main()
