"""The model behind a confidence: how often each rule was right, and what the facts add to that or take away.

A rule starts from its precision in calibration, drawn towards the precision of rules like it (the same word, or the
same shape of grammar) by as much as it was seen seldom: a rule never seen starts below its kin. A logistic model over
the facts moves it from there. ``scripts/calibrate.py`` makes the weights.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import exp, log

#: By how many cases the precision of kindred rules counts beside a rule's own, and how far below them it starts.
_PULL, _UNSEEN = 3.0, 0.75
_ENDS = 1e-3

Seen = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Model:
    """How often rules were right, weights of the facts, and lower bounds of precision by confidence.

    ``seen`` holds right and all cases by rule. ``steps`` are least confidences with the lower bound of the precision
    of everything in calibration that was at least so sure.
    """

    seen: dict[str, tuple[float, float]]
    bias: float
    of_rule: float
    of_facts: tuple[float, ...]
    steps: tuple[tuple[float, float], ...] = ()

    def confidence(self, rule: str, facts: Sequence[float]) -> float:
        """How probable it is that a tie read by a rule under such facts is right."""
        sum_ = self.bias + self.of_rule * logit(rule_precision(rule, self.seen, self._kin))
        return logistic(sum_ + sum(w * f for w, f in zip(self.of_facts, facts, strict=True)))

    @cached_property
    def _kin(self) -> Seen:
        return by_kin(self.seen)

    def bound(self, confidence: float) -> float:
        """The lower bound of the precision of ties that are at least so sure; 0 below the last step."""
        at = bisect_left([-least for least, _ in self.steps], -confidence)
        return self.steps[at][1] if at < len(self.steps) else 0.0


def rule_precision(rule: str, seen: Seen, kindred: Seen) -> float:
    """How often a rule was right, drawn towards rules like it (counted by ``by_kin``).

    >>> seen = {"noun.kin.copula": (96.0, 96.0)}
    >>> rule_precision("noun.kin.copula", seen, by_kin(seen)) > 0.98
    True
    >>> rule_precision("verb.flee", seen, by_kin(seen)) < 0.85
    True
    """
    right, all_ = seen.get(rule, (0.0, 0.0))
    start = _UNSEEN * _of_kin(rule, kindred)
    return (right + _PULL * start) / (all_ + _PULL)


def kin(rule: str) -> tuple[str, ...]:
    """Under which names rules like it are counted: word ("noun.role"), shape (".copula") and type (":role")."""
    told, _, kind = rule.partition(":")
    parts = told.split(".")
    near = (parts[0],) if len(parts) < 3 else (".".join(parts[:2]), "." + ".".join(parts[2:]))
    return (*near, f":{kind}") if kind else near


def _of_kin(rule: str, counts: Seen) -> float:
    whole_right, whole = counts.get("", (0.0, 0.0))
    base = (whole_right + 2.0) / (whole + 4.0)
    found = [(r + _PULL * base) / (n + _PULL) for r, n in (counts.get(k, (0.0, 0.0)) for k in kin(rule))]
    return sum(found) / len(found)


def by_kin(seen: Seen) -> dict[str, tuple[float, float]]:
    """Right and all cases by the names under which rules are kindred; all together under ""."""
    counts: dict[str, tuple[float, float]] = {}
    for rule, (right, all_) in seen.items():
        for name in ("", *kin(rule)):
            r, n = counts.get(name, (0.0, 0.0))
            counts[name] = (r + right, n + all_)
    return counts


def logistic(x: float) -> float:
    """The logistic function, for any x."""
    return 1.0 / (1.0 + exp(-x)) if x > -700.0 else 0.0


def logit(p: float) -> float:
    """Its inverse, away from 0 and 1."""
    p = min(max(p, _ENDS), 1.0 - _ENDS)
    return log(p / (1.0 - p))


def as_json(model: Model) -> str:
    """The model as a small file that people can read."""
    rules = {r: [round(v, 2) for v in c] for r, c in sorted(model.seen.items())}
    told = {
        "bias": round(model.bias, 4),
        "of_rule": round(model.of_rule, 4),
        "of_facts": [round(w, 4) for w in model.of_facts],
        "steps": [[round(c, 4), round(b, 4)] for c, b in model.steps],
        "seen": rules,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in told.items() if key != "seen"]
    lines.append(' "seen": {\n' + ",\n".join(f"  {json.dumps(r)}: {json.dumps(c)}" for r, c in rules.items()) + "\n }")
    return "{\n" + ",\n".join(lines) + "\n}\n"


@cache
def shipped() -> Model:
    """The model that ``scripts/calibrate.py`` wrote into the package."""
    return from_json(files("cuibono.extract.lexicon").joinpath("confidence.json").read_text("utf-8"))


def from_json(text: str) -> Model:
    """Read a model as ``as_json`` writes it."""
    told = json.loads(text)
    return Model(
        seen={rule: (float(r), float(n)) for rule, (r, n) in told["seen"].items()},
        bias=float(told["bias"]),
        of_rule=float(told["of_rule"]),
        of_facts=tuple(map(float, told["of_facts"])),
        steps=tuple((float(c), float(b)) for c, b in told["steps"]),
    )
