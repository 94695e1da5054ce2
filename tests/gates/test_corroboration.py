"""Planted claims with known sources, printed in many places: does the count come down to those who know?

Precision is how much of what is counted as independent is so, recall how many of the true sources are counted.
"""

from functools import cache

from cuibono.model.finding import Finding
from cuibono.testing.desk import ask
from tests.gates.floors import below
from tests.gates.sources_planted import HIDDEN, World, world

CLAIMS = 400


@cache
def _counted(seed: int = 20220131, claims: int = CLAIMS) -> tuple[World, dict[str, tuple[int, int, int]]]:
    """For every claim its low end, count and high end; one source where only one states it."""
    made = world(seed, claims)
    found = dict.fromkeys(made.truth, (1, 1, 1))
    for item in ask("claims.corroboration", {"sayings": made.rows, "same_owner": made.owners}):
        if isinstance(item, Finding) and item.measure is not None:
            ends = (item.measure.low, item.measure.value, item.measure.high)
            found[item.about[0]] = tuple(int(e or 0) for e in ends)  # type: ignore[assignment]
    return made, found


def measure(seed: int = 20220131, claims: int = CLAIMS) -> dict[str, float]:
    """Precision and recall of the counts, how many are exact, and how often the truth lies within the ends."""
    made, found = _counted(seed, claims)
    counts = [(found[land][1], true) for land, true in made.truth.items()]
    both = sum(min(count, true) for count, true in counts)
    return {
        "precision": both / sum(count for count, _ in counts),
        "recall": both / sum(true for _, true in counts),
        "exact": sum(count == true for count, true in counts) / len(counts),
        "within": sum(found[n][0] <= t <= found[n][2] for n, t in made.truth.items()) / len(counts),
    }


def test_counts_come_down_to_those_who_know() -> None:
    assert below("claims.corroboration", measure()) == []


def test_without_hidden_ways_no_source_is_counted_that_is_none() -> None:
    made, found = _counted()
    plain = [land for land, ways in made.ways.items() if not set(ways) & set(HIDDEN)]
    assert len(plain) > CLAIMS / 3
    assert [
        (land, made.ways[land], made.truth[land], found[land]) for land in plain if found[land][1] > made.truth[land]
    ] == []


def test_counting_places_or_names_would_mislead() -> None:
    made, _ = _counted()
    places = sum(1 for _ in made.rows)
    names = len({(r["subject_name"], r["asserted_by"]) for r in made.rows})
    true = sum(made.truth.values())
    assert places > 2 * true
    assert names > 1.5 * true
