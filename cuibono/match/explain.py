"""A score in words: each feature with its weight, what was compared, what speaks for it and what against it."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from cuibono.match.blocks import Pairs
from cuibono.match.compare_facts import Fact
from cuibono.match.compare_names import NameLevels
from cuibono.match.keys import Named
from cuibono.match.known import Known
from cuibono.match.weights import Level, levels, prior
from cuibono.model.proposal import Proposal, Reason, Side


def explain(
    known: Sequence[Known],
    named: Named,
    pairs: Pairs,
    names: NameLevels,
    facts: Sequence[Fact],
    score: npt.NDArray[np.float64],
    at: int,
) -> Proposal:
    """The proposal at one place of the candidates; the weights of its reasons add up to its score."""
    left, right = known[int(pairs.left[at])], known[int(pairs.right[at])]
    reasons = [
        Reason("prior", "prior", prior(), "of the pairs that share a key, few are the same"),
        *_of_names(named, names, at),
        *(r for fact in facts if fact.level[at] >= 0 for r in [_of_fact(left, right, fact, at)] if r.weight),
    ]
    return Proposal(_side(left), _side(right), float(score[at]), tuple(reasons))


def _side(entity: Known) -> Side:
    return Side(
        entity.id, entity.called[0], entity.schema, entity.statements, entity.rows, tuple(sorted(entity.tables))
    )


def _of_names(named: Named, names: NameLevels, at: int) -> Iterator[Reason]:
    level = levels("person" if names.person[at] else "body")[int(names.level[at])]
    left, right = named.texts[int(names.left[at])], named.texts[int(names.right[at])]
    yield _reason(level, left, right)
    if names.rare[at]:
        shared = {"word": "a word of it", "acronym": "it"}.get(level.rare, "the name")
        says = f"{int(names.bearers[at]):,} entities of the case bear {shared}"
        yield Reason("rarity of the name", "bearers", float(names.rare[at]), says)


def _of_fact(left: Known, right: Known, fact: Fact, at: int) -> Reason:
    level = levels(fact.group)[int(fact.level[at])]
    one, other = _values(left, right, fact.group, level)
    return _reason(level, one, other)


def _reason(level: Level, left: str, right: str) -> Reason:
    return Reason(level.feature, level.name, level.weight, level.says.replace("{left}", left).replace("{right}", right))


def _values(left: Known, right: Known, group: str, level: Level) -> tuple[str, str]:
    """The values of both sides that a level is about."""
    if group == "start":
        return _listed(left.start_words), _listed(right.start_words)
    if group == "end":
        return _listed(left.end_words), _listed(right.end_words)
    if group == "schema":
        return left.schema, right.schema
    if group == "identifier":
        return _identifiers(left, right, same=level.name == "same")
    if group in ("country", "ties", "address"):
        one, other = {
            "country": (left.countries, right.countries),
            "ties": (left.ties, right.ties),
            "address": (left.addresses, right.addresses),
        }[group]
        shared = one & other
        return (_listed(shared), _listed(shared)) if shared else (_listed(one), _listed(other))
    return "", ""


def _identifiers(left: Known, right: Known, *, same: bool) -> tuple[str, str]:
    if same:
        shared = _listed(f"{prop} {value}" for prop, value in left.identifiers & right.identifiers)
        return shared, shared
    props = {p for p, _ in left.identifiers} & {p for p, _ in right.identifiers}
    one, other = (_listed(f"{p} {v}" for p, v in side.identifiers if p in props) for side in (left, right))
    return one, other


def _listed(values: Iterable[str], most: int = 3) -> str:
    every = sorted(set(values))
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")
