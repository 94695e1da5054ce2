"""Planted pairs of more kinds (other alphabets, Cantonese, two scripts, names cut short): recall by kind."""

from collections import Counter
from functools import cache

from cuibono.match.known import Entities, Known
from cuibono.match.propose import propose
from cuibono.model import dates
from tests.gates.floors import below
from tests.gates.match_planted import planted
from tests.gates.match_planted_wide import WIDE

SIZE = 6_000
_DATES = ("birthDate", "incorporationDate")
_NUMBERS = ("passportNumber", "registrationNumber", "uscCode")


@cache
def measure() -> dict[str, float]:
    """Recall of each kind and of all, and the share of planted pairs among those likelier the same than not."""
    made = planted(SIZE, seed=20250302, kinds=WIDE)
    proposals = propose(Entities([known(e) for e in made.entities]))
    found = {frozenset((p.left.id, p.right.id)): p.score for p in proposals}
    every = Counter(how.partition(":")[0] for how in made.same.values())
    right = Counter(how.partition(":")[0] for pair, how in made.same.items() if pair in found)
    likely = [pair for pair, score in found.items() if score >= 0]
    return {f"recall, {kind}": right[kind] / every[kind] for kind in sorted(every)} | {
        "recall": right.total() / every.total(),
        "precision": sum(pair in made.same for pair in likely) / len(likely),
    }


def known(entity: dict[str, object]) -> Known:
    """A planted entity as matching knows it, without a case around it."""
    props = entity["properties"]
    assert isinstance(props, dict)
    made = Known(str(entity["id"]), {str(entity["schema"])}, list(props["name"]), statements=1)
    for prop in _DATES:
        for value in props.get(prop, ()):
            low, high = dates.bounds(value)
            made.start = (low.toordinal() if low else None, high.toordinal() if high else None)
            made.start_words = [value]
    made.countries = set(props.get("country", ()))
    made.identifiers = {(prop, value.upper()) for prop in _NUMBERS for value in props.get(prop, ())}
    return made


def test_every_kind_keeps_its_floor() -> None:
    assert below("match.wide", measure()) == []


def test_the_bar_holds_over_all_kinds() -> None:
    assert measure()["recall"] >= 0.95
