"""How a comparison of treatment is put into words, caveats, a figure, and what it answers in the docket."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from cuibono.lenses.exposure._decisions import Comparison
from cuibono.lenses.exposure._treatment_rates import rate_bearings
from cuibono.lenses.exposure._treatment_sides import both_sides, pair_bearings, side_bearings
from cuibono.measures.stratified import Stratified, crude, e_value
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Even, Evidence, Measure

_MORE = ("more", "often", "likely", "higher", "disproportionately", "frequently")
_LESS = ("less", "fewer", "rarely", "seldom", "lower", "often", "likely", "frequently")
_PLAIN = (
    "treatment",
    "treated",
    "decided",
    "like",
    "cases",
    "case",
    "people",
    "persons",
    "group",
    "members",
    "than",
    "others",
    "compared",
    "under",
    "rule",
    "times",
)


def rule(name: str | None) -> str:
    """The rule in words."""
    return f"\u201c{name}\u201d" if name else "a rule that is not named"


def about(case: Comparison) -> tuple[str, ...]:
    """What a finding is about: rule, outcome, and the two sides."""
    return (case.rule or "rule not named", case.outcome, case.group, *case.others)


def says(case: Comparison, found: Stratified) -> str:
    """The sentence of a finding."""
    one, two = found.rates
    return (
        f"Under {rule(case.rule)} cases {_of(case.group)} ended in \u201c{case.outcome}\u201d {_way(found)} than like "
        f"cases {_of(case.against)}: odds ratio {_interval(found)} within {plural(found.used, 'stratum', 'strata')} "
        f"({one:.1%} against {two:.1%} overall)".replace("%", " %")
    )


def _of(side: str) -> str:
    """A side behind the word "cases": "of Hillfolk", "with a recorded patron"."""
    return side if side.startswith("with") else f"of {side}"


def _way(found: Stratified) -> str:
    return "more often" if found.odds_ratio > 1 else "less often"


def _interval(found: Stratified) -> str:
    return f"{found.odds_ratio:.2f} [{found.low:.2f} to {found.high:.2f}]"


def measure(found: Stratified, q: float) -> Measure:
    """The odds ratio with its interval and what it means."""
    how = "all permutations within strata" if found.exact else "chi-square with one degree of freedom"
    return Measure(
        "Mantel-Haenszel odds ratio",
        found.odds_ratio,
        low=found.low,
        high=found.high,
        p=found.p,
        meaning=(
            "Odds of the outcome in the group over the odds among the others, like compared with like: 1 when all fare "
            f"alike. 95 % interval; p by {how}; q {q:.2g} after the correction for all comparisons of this run. "
            f"Standardised difference {100 * found.standard:+.1f} percentage points."
        ),
    )


def caveats(case: Comparison, found: Stratified, tests: int) -> tuple[str, ...]:
    """What the number does not say."""
    return tuple(_caveats(case, found, tests))


def _caveats(case: Comparison, found: Stratified, tests: int) -> Iterator[str]:
    yield "It is consistent with unequal treatment; it does not show that the group is the reason."
    nearest = found.low if found.odds_ratio > 1 else found.high
    crosses = found.low <= 1 <= found.high
    limit = 1.0 if crosses else e_value(nearest, case.prevalence)
    yield (
        f"E-value {e_value(found.odds_ratio, case.prevalence):.2f} (for the end of the interval {limit:.2f}): "
        "something that is not recorded would have to go with both group and outcome by that risk ratio to explain it."
    )
    if found.unequal is not None and found.unequal < 0.05:
        yield f"The strata differ among themselves (Breslow-Day p {found.unequal:.2g}): one ratio does not tell all."
    if found.filled:
        yield "One side never had the outcome, or always; a half was added to each cell so that a ratio exists."
    if case.unplaced:
        yield f"{plural(case.unplaced, 'decision')} without a stratum {_were(case.unplaced)} left out."
    if case.alleged:
        yield f"{plural(case.alleged, 'decision')} {_were(case.alleged)} only alleged."
    if len(case.strata) > found.used:
        mute = len(case.strata) - found.used
        yield f"{mute} of {len(case.strata)} strata hold only one side or one outcome, and say nothing."
    if tests > 1:
        yield f"It is one of {tests} comparisons of this run; the q-value allows for that."


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def no_difference(
    case: Comparison,
    found: Stratified,
    q: float,
    rows: Evidence,
    rules: Sequence[str | None] = (),
    pairs: Sequence[Comparison] = (),
) -> Even:
    """What is said when nothing beyond chance was found: how large a difference the cases leave open."""
    bare = crude(case.tables)
    why = f"odds ratio {_interval(found)} within strata, p {found.p:.2g}, q {q:.2g}"
    if bare < 0.05:
        why += f"; without strata it would look like one (chi-square p {bare:.1g}), by what the rule itself looks at"
    two = len(case.others) == 1
    which = _which(case, rules)
    bears = (*side_bearings(case, which, _PLAIN), *rate_bearings(case, which, _PLAIN)) if two else ()
    bears = (*bears, *pair_bearings(pairs, which, _PLAIN))
    return Even(
        f"Under {rule(case.rule)} no difference in \u201c{case.outcome}\u201d between {case.group} and {case.against} "
        "is identified in like cases",
        why,
        f"more decisions: the interval leaves odds ratios from {found.low:.2f} to {found.high:.2f} open",
        about(case),
        rows,
        bears,
    )


def figure(case: Comparison) -> Figure:
    """The share of the outcome on both sides, stratum by stratum, the largest ones first."""
    bars = []
    for place in np.argsort(-case.tables.sum(axis=1), kind="stable")[:6]:
        a, b, c, d = (int(x) for x in case.tables[place])
        for name, yes, no in ((case.group, a, b), (case.against, c, d)):
            if yes + no:
                low, high = _wilson(yes, yes + no)
                bars.append(Bar(f"{case.strata[place]}: {name}", yes / (yes + no), low, high, f"{yes + no:,} cases"))
    return Figure(f"How many cases ended in \u201c{case.outcome}\u201d", "share", tuple(bars))


def _wilson(yes: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    z = 1.959963984540054
    middle = (yes + z * z / 2) / (n + z * z)
    spread = z / (n + z * z) * (yes * (n - yes) / n + z * z / 4) ** 0.5
    return max(0.0, min(middle - spread, yes / n)), min(1.0, max(middle + spread, yes / n))


def bears(
    case: Comparison, found: Stratified, rules: Sequence[str | None] = (), pairs: Sequence[Comparison] = ()
) -> tuple[Bearing, ...]:
    """Claims that say in which direction; whether anybody meant it is for nobody's numbers to say.

    Who was measured stands first: a claim of the others is not answered by it. ``rules`` are all that were looked at:
    where there are several, a claim of two sides must say which one it is of. ``pairs`` are the group and each of
    several others.
    """
    words = (*_PLAIN, *_words(case.outcome), *_words(case.rule or ""))
    more = found.odds_ratio > 1
    made = _directed(case.group, case.others, words, more=more)
    if len(case.others) == 1:  # of two sides, what is so of one is so of the other the other way round
        made += _directed(case.others[0], (case.group,), words, more=not more)
        made += tuple(both_sides(case, found, _which(case, rules), _PLAIN))
        made += tuple(side_bearings(case, _which(case, rules), _PLAIN, strata=True))
        made += tuple(rate_bearings(case, _which(case, rules), _PLAIN))
    return (*made, *pair_bearings(pairs, _which(case, rules), _PLAIN))


def _which(case: Comparison, rules: Sequence[str | None]) -> tuple[str, ...]:
    """What only this one of several rules is called; nothing where there is no other."""
    told = {w for r in rules if r and r != case.rule for w in _words(r)}
    own = [w for w in _words(case.rule or "") if w not in told]
    return (" ".join(own),) if own and told else ()


def _directed(one: str, others: tuple[str, ...], words: tuple[str, ...], *, more: bool) -> tuple[Bearing, ...]:
    """That one side fared so more often than the others, or less; which of several others is not among the words."""
    right, wrong = (_MORE, _LESS) if more else (_LESS, _MORE)
    named = (*words, *(w for g in others[:1] for w in _words(g) if len(others) == 1))
    return (
        Bearing("treatment", "supported", (one, *others), (*named, *right)),
        Bearing("treatment", "contradicted", (one, *others), (*named, *wrong)),
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
