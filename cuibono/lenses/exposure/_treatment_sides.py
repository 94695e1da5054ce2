"""How the two sides of a rule fared against each other, in all and in each stratum, for claims that compare them.

Of cases in all only where no difference was found; there and in each stratum both sides bear on a claim with the ratio
of their rates and its interval: one that leaves no difference out of it is ``even``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from cuibono.lenses.exposure._decisions import Comparison
from cuibono.lenses.exposure._treatment_rates import rate_bearings
from cuibono.measures.stratified import Stratified, stratified
from cuibono.model.bearing import EACH, EITHER, Bearing

_SURE = 1.959963984540054
_ALIKE = 1.2  # how far the ratios of strata may be apart to be called one
_PAIR = 0.01  # the p-value of two of several groups, together, up to which they surely differ


def side_bearings(
    case: Comparison, which: tuple[str, ...], plain: tuple[str, ...], *, strata: bool = False
) -> Iterator[Bearing]:
    """Both sides, of an outcome and of the other one; with ``strata`` only those within one stratum.

    A claim of one stratum must name it. What has no stratum is in none of them, so that nothing is said of all.
    """
    tables = [*zip(case.strata, case.tables, strict=True)]
    whole = [] if strata or case.unplaced else [("", case.tables.sum(axis=0))]
    for stratum, row in (*whole, *(tables if len(tables) > 1 else [])):
        a, b, c, d = (int(x) for x in row)
        for outcome, cells in ((case.outcome, (a, b, c, d)), (case.otherwise, (b, a, d, c))):
            if outcome and (ratio := ratio_of(*cells)):
                even = ratio[1] <= 1 <= ratio[2]
                if not stratum and not even:
                    continue  # they fared alike in like cases: what all together look like says nothing of that
                up = ratio[0] >= 1
                pair = (case.group, case.others[0]) if up else (case.others[0], case.group)
                gap = gap_of(*cells) if up else gap_of(*cells[2:], *cells[:2])
                words = (*plain, *_words(outcome), *_words(case.rule or ""), *_words(stratum))
                words = (*words, EITHER) if case.otherwise else words
                yield Bearing(
                    "treatment", "supported", pair, words, *gap, "points", needs=(outcome, *which),
                    sides=pair, ratio=ratio if up else (1 / ratio[0], 1 / ratio[2], 1 / ratio[1]),
                    even=even, strata=case.strata, within=stratum,
                )  # fmt: skip


def ratio_of(yes: int, no: int, others_yes: int, others_no: int) -> tuple[float, float, float] | None:
    """How many times as often it ended so for the one side, with a 95 % interval on the logarithm.

    >>> ratio_of(60, 40, 60, 40)[0]
    1.0
    """
    if min(yes, others_yes) == 0:
        return None
    one, two = yes / (yes + no), others_yes / (others_yes + others_no)
    spread = (1 - one) / yes + (1 - two) / others_yes
    wide = float(np.exp(_SURE * np.sqrt(spread)))
    return one / two, one / two / wide, one / two * wide


def gap_of(yes: int, no: int, others_yes: int, others_no: int) -> tuple[float, float]:
    """The 95 % interval of the difference of two rates, in percentage points.

    >>> [round(p, 1) for p in gap_of(60, 40, 60, 40)]
    [-13.6, 13.6]
    """
    mine, theirs = yes + no, others_yes + others_no
    one, two = yes / mine, others_yes / theirs
    wide = _SURE * float(np.sqrt(one * (1 - one) / mine + two * (1 - two) / theirs))
    return 100 * (one - two - wide), 100 * (one - two + wide)


def both_sides(
    case: Comparison, found: Stratified, which: tuple[str, ...], plain: tuple[str, ...]
) -> Iterator[Bearing]:
    """Both sides, the one with more of an outcome first; who has more of one of two outcomes has less of the other."""
    one, two = found.rates
    for outcome, rates in ((case.outcome, (one, two)), (case.otherwise, (1 - one, 1 - two))):
        up = (found.odds_ratio > 1) == (outcome == case.outcome)
        pair = (case.group, case.others[0]) if up else (case.others[0], case.group)
        if outcome:
            made = Bearing(
                "treatment", "supported", pair, (*plain, *_words(outcome), *_words(case.rule or "")),
                needs=(outcome, *which), sides=pair, ratio=_ratio(rates, case.sizes, up=up), strata=case.strata,
            )  # fmt: skip
            yield made
            yield from _in_each(case, made, outcome)


def _in_each(case: Comparison, made: Bearing, outcome: str) -> Iterator[Bearing]:
    """The same of each stratum, where it was so in every one; how many times as often, where that was alike in all."""
    turned = outcome != case.outcome
    cells = [(b, a, d, c) if turned else (a, b, c, d) for a, b, c, d in case.tables.tolist()]
    ratios = [r[0] for r in (ratio_of(*c) for c in cells) if r]
    ahead = made.sides == (case.group, case.others[0])
    if len(ratios) < len(cells) or len(cells) < 2 or not all((r > 1) == ahead and r != 1 for r in ratios):
        return
    alike = max(ratios) <= _ALIKE * min(ratios)
    words = (*made.words, *(w for s in case.strata for w in _words(s)))
    yield replace(made, words=words, ratio=made.ratio if alike else None, within=EACH)


def _ratio(rates: tuple[float, float], sizes: tuple[int, int], *, up: bool) -> tuple[float, float, float] | None:
    """How many times as often it ended so for those with more of it, with a 95 % interval on the logarithm."""
    if min(rates) <= 0 or (rates[0] > rates[1]) != up:
        return None
    value = max(rates) / min(rates)
    spread = sum((1 - r) / (r * n) for r, n in zip(rates, sizes, strict=True))
    wide = float(np.exp(1.959963984540054 * np.sqrt(spread)))
    return value, value / wide, value * wide


def pair_bearings(pairs: Sequence[Comparison], which: tuple[str, ...], plain: tuple[str, ...]) -> Iterator[Bearing]:
    """Two of several groups against each other, like compared with like; the rest are no side of it."""
    every = {g for p in pairs for g in (p.group, *p.others)}
    for pair in pairs:
        found = stratified(pair.tables)
        if found is None:
            continue
        sure = found.p <= _PAIR / len(pairs)
        made = [*(both_sides(pair, found, which, plain) if sure else ())]
        made += side_bearings(pair, which, plain, strata=sure)
        rest = tuple(sorted(every - {pair.group, *pair.others}))
        yield from (replace(b, about=(*b.about, *rest)) for b in made)
        yield from rate_bearings(pair, which, plain)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
