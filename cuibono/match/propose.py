"""Proposed pairs: keys bring candidates together, names and facts are weighed, the best of each entity are offered.

Cost, with n entities: linear in n for names and keys; the candidates are at most SCORED for each entity, so that
scoring is linear too; sorting adds a logarithm. No step looks at all pairs. Memory: about 100 bytes for each pair
that a key brings together, which frequent keys cannot raise (``blocks``).

What it does not do: translate names, know nicknames, tell from sounds alone which of many bearers is meant, or decide
anything.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cuibono.match.blocks import MOST, Pairs, candidates
from cuibono.match.compare_facts import Fact, compare_facts
from cuibono.match.compare_names import NameLevels, compare_names
from cuibono.match.explain import explain
from cuibono.match.keys import Named, all_forms, keys
from cuibono.match.known import Entities, Known
from cuibono.match.weights import number, prior
from cuibono.model.proposal import Proposals

#: So many proposals an entity gets at most.
EACH = 20
#: A pair below this score, in bits, is not worth a person's time: it is less likely the same than one in nine.
LEAST = -3.0


@dataclass(frozen=True, slots=True)
class Scored:
    """Candidates with their scores and what these are made of; ``order`` lists those offered, best first."""

    pairs: Pairs
    score: npt.NDArray[np.float64]
    names: NameLevels
    facts: Sequence[Fact]
    order: npt.NDArray[np.int64]


def propose(
    entities: Entities,
    *,
    limit: int | None = None,
    each: int = EACH,
    least: float = LEAST,
    decided: Collection[frozenset[str]] = (),
    only: Collection[str] | None = None,
) -> Proposals:
    """The pairs of entities that may be the same, best first, each with its reasons.

    ``each`` is how many an entity gets at most, ``least`` the lowest score, ``decided`` pairs of ids that somebody has
    judged: they are not offered again. ``only`` are the ids of whom one must be in a pair.
    """
    known = entities.known
    if len(known) < 2:
        return Proposals(notes=entities.left_out)
    named = all_forms(known)
    scored = weigh(known, named, each=each, least=least, decided=decided)
    asked = scored.order if only is None else _with(known, scored, only)
    shown = asked if limit is None else asked[:limit]
    notes = [*entities.left_out]
    if scored.pairs.cut:
        notes.append(
            f"{scored.pairs.cut:,} keys (words, sounds, acronyms) are shared by more than {MOST} entities: "
            "under them only those of one year or one country were compared"
        )
    return Proposals(
        [explain(known, named, scored.pairs, scored.names, scored.facts, scored.score, int(at)) for at in shown],
        notes=notes,
        more=len(asked) - len(shown),
    )


def _with(known: Sequence[Known], scored: Scored, only: Collection[str]) -> npt.NDArray[np.int64]:
    """Those of the pairs offered in which one of these ids stands."""
    wanted = np.array([k.id in only for k in known], dtype=bool)
    asked = wanted[scored.pairs.left[scored.order]] | wanted[scored.pairs.right[scored.order]]
    return np.asarray(scored.order[asked])


def weigh(
    known: Sequence[Known],
    named: Named,
    *,
    each: int = EACH,
    least: float = LEAST,
    decided: Collection[frozenset[str]] = (),
) -> Scored:
    """Score the candidates, and choose those to offer."""
    pairs = _fitting(known, candidates(known, keys(known, named)))
    names = compare_names(named, pairs)
    facts = compare_facts(known, pairs)
    score = prior() + names.weight + names.rare + sum((f.weight for f in facts), np.zeros(len(pairs.left)))
    fit = (names.level >= 0) & (score >= least) & ~_vetoed(names, facts)
    if decided:
        ids = [k.id for k in known]
        for at in np.flatnonzero(fit).tolist():
            fit[at] = frozenset((ids[pairs.left[at]], ids[pairs.right[at]])) not in decided
    order = np.flatnonzero(fit)
    order = order[np.lexsort((pairs.right[order], pairs.left[order], -score[order]))]
    return Scored(pairs, score, names, facts, _capped(pairs, order, len(known), each))


def _fitting(known: Sequence[Known], pairs: Pairs) -> Pairs:
    """Without the pairs of a person and a firm, a place and a thing."""
    mask = np.array([k.mask for k in known], dtype=np.int64)
    fit = (mask[pairs.left] & mask[pairs.right]) > 0
    return Pairs(pairs.left[fit], pairs.right[fit], pairs.cut)


def _vetoed(names: NameLevels, facts: Sequence[Fact]) -> npt.NDArray[np.bool_]:
    """A family name alone matches nobody, whatever else agrees; only the same identifier lifts that."""
    alone = names.person & (names.level == number("person", "family_alone"))
    identifier = next(f for f in facts if f.group == "identifier")
    return np.asarray(alone & (identifier.level != number("identifier", "same")))


def _capped(pairs: Pairs, order: npt.NDArray[np.int64], size: int, each: int) -> npt.NDArray[np.int64]:
    """The pairs in their order, without those of which one side has its share already."""
    given = [0] * size
    kept = []
    for at, left, right in zip(order.tolist(), pairs.left[order].tolist(), pairs.right[order].tolist(), strict=True):
        if given[left] < each and given[right] < each:
            given[left] += 1
            given[right] += 1
            kept.append(at)
    return np.array(kept, dtype=np.int64)
