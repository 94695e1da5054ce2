"""Fits the model of confidence to cases, and says what it would have said of documents that it had not seen."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from cuibono.extract.confidence_model import Model, Seen, by_kin, logit, rule_precision
from scripts.calibration_cases import Case

#: How strongly weights are drawn to nothing (that of the rule to one), and the one-sided 95 % point of the normal.
_RIDGE, _Z = 5.0, 1.6449
_FOREIGN = "redocred"

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A case with the confidence of a model that had seen nothing of its group."""

    case: Case
    confidence: float


def fit(cases: Sequence[Case]) -> Model:
    """The model of all cases; its steps are those of cases that were held out."""
    model = _fit(cases)
    return Model(model.seen, model.bias, model.of_rule, model.of_facts, steps(held_out(cases)))


def held_out(cases: Sequence[Case]) -> list[Judged]:
    """Every case of our own with the confidence given it when its whole group was left out."""
    judged = []
    for group in sorted({c.group for c in cases if c.kind != _FOREIGN}):
        model = _fit([c for c in cases if c.group != group])
        judged += [Judged(c, model.confidence(c.rule, c.facts)) for c in cases if c.group == group]
    return judged


def judged_by(model: Model, cases: Sequence[Case]) -> list[Judged]:
    """The cases with the confidence that a model gives them."""
    return [Judged(c, model.confidence(c.rule, c.facts)) for c in cases]


def steps(judged: Sequence[Judged], most: int = 40) -> tuple[tuple[float, float], ...]:
    """Least confidences, falling, with the lower bound of the precision of all undoubted ties that are as sure.

    The bound at a confidence is the best over all wider sets, since surer ties are no worse than those below them.
    Planted sentences do not count: they are easier than documents.
    """
    ranked = ranked_once(judged)
    bounds: list[tuple[float, float]] = []
    right = 0
    for count, j in enumerate(ranked, 1):
        right += j.case.right
        if count == len(ranked) or ranked[count].confidence < j.confidence:
            bounds.append((j.confidence, wilson(right, count)))
    best, found = 0.0, []
    for confidence, bound in reversed(bounds):
        if bound > best:
            best = bound
            found.append((confidence, bound))
    return tuple(reversed(found))[:most]


def ranked_once(judged: Sequence[Judged]) -> list[Judged]:
    """The undoubted ties of documents, each once however often it is told, the surest first."""
    told: dict[tuple[str, ...], Judged] = {}
    for j in judged:
        if j.case.kind in ("article", "transcript") and j.case.undoubted:
            key = (j.case.group, *j.case.told)
            told[key] = max(told.get(key, j), j, key=lambda x: x.confidence)
    return sorted(told.values(), key=lambda j: -j.confidence)


def wilson(right: float, all_: float, z: float = _Z) -> float:
    """The lower end of Wilson's interval for a share, one-sided at 95 %."""
    if not all_:
        return 0.0
    p = right / all_
    middle = p + z * z / (2 * all_)
    return max(0.0, (middle - z * sqrt(p * (1 - p) / all_ + z * z / (4 * all_ * all_))) / (1 + z * z / all_))


def _fit(cases: Sequence[Case]) -> Model:
    own = [c for c in cases if c.kind != _FOREIGN]
    seen = _count(own)
    without = {g: _count([c for c in own if c.group != g]) for g in {c.group for c in own}}
    kindred = {g: by_kin(s) for g, s in without.items()}
    everywhere = by_kin(seen)
    rows = []
    for c in cases:
        rest, kin = (without[c.group], kindred[c.group]) if c.kind != _FOREIGN else (seen, everywhere)
        rows.append([1.0, float(c.kind == _FOREIGN), logit(rule_precision(c.rule, rest, kin)), *c.facts])
    x = np.array(rows, dtype=np.float64)
    y = np.array([c.right for c in cases], dtype=np.float64)
    weights = _newton(x, y, np.array([c.weight for c in cases], dtype=np.float64))
    return Model(dict(seen), float(weights[0]), float(weights[2]), tuple(float(w) for w in weights[3:]))


def _count(cases: Sequence[Case]) -> Seen:
    counts: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for c in cases:
        counts[c.rule][0] += c.right * c.weight
        counts[c.rule][1] += c.weight
    return {rule: (r, n) for rule, (r, n) in counts.items()}


def _newton(x: Floats, y: Floats, weight: Floats) -> Floats:
    """Weighted logistic regression with a ridge, by Newton's method."""
    target = np.zeros(x.shape[1])
    target[2] = 1.0
    ridge = np.full(x.shape[1], float(_RIDGE))
    ridge[:2] = 0.1
    at = target.copy()
    for _ in range(100):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ at, -30, 30)))
        slope = x.T @ (weight * (p - y)) + ridge * (at - target)
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        at = at - np.clip(step, -1.0, 1.0)
        if float(np.abs(step).max()) < 1e-9:
            break
    return at
