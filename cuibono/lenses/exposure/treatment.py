"""Was a rule applied to one group as to the others?"""

from collections.abc import Iterator, Sequence
from typing import Literal

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.exposure import _decisions
from cuibono.lenses.exposure import _treatment_wording as wording
from cuibono.lenses.exposure._decisions import Comparison, Counts
from cuibono.measures.false_discovery import q_values
from cuibono.measures.stratified import Stratified, stratified
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Decisions

#: Below this, numbers of a group could point at persons; a caller may ask for more, never for less.
SMALLEST = 30


@lens(answers=["treatment", "share"])
def treatment(
    decisions: Decisions,
    *,
    by: Literal["group", "patron"] = "group",
    outcome: str = "",
    rule: str = "",
    authority: str = "",
    alpha: float = 0.05,
    smallest: int = SMALLEST,
) -> Iterator[Finding | Notice]:
    """Rules that fell on one group more often than on others in like cases.

    For each rule and outcome, each group is compared with the others within strata: what the rule itself looks at (a
    risk band, an offence, a score). The test is that of Cochran, Mantel and Haenszel (1959), its p-value exact over
    all permutations of the groups within strata (mid-p) where these can be counted; all comparisons of one run are
    corrected together (Benjamini and Hochberg 1995). The measure is the Mantel-Haenszel odds ratio with its 95 %
    interval (Robins, Breslow and Greenland 1986); the Breslow-Day test says whether strata differ among themselves.
    With by=patron, cases with a recorded tie to a patron are compared with those without: exemption, or selective
    prosecution. A bare chi-square test, which calls every difference of risk a treatment, is shown beside it only to
    say what looking at strata changed.

    It does not say why. What is not recorded may go with both group and outcome: the E-value says how strongly it would
    have to (VanderWeele and Ding 2017). A difference is consistent with unequal treatment, never proof of it, and
    no difference may also mean too few cases. Groups of fewer than 30 cases are left out, and nobody is named.

    Settings:
        by: compare the groups of the record, or cases with a recorded patron with those without
        outcome: only this outcome; empty for all
        rule: only this rule; empty for all, each on its own
        authority: only decisions of this authority; empty for all
        alpha: the share of false alarms that is allowed for
        smallest: groups of fewer cases than this are left out; 30 at least
    """
    if not 0 < alpha < 0.5:
        raise BadSetting(f"alpha cannot be {alpha}.", try_="alpha=0.05, a share of false alarms")
    if smallest < SMALLEST:
        raise BadSetting(
            f"Groups of {smallest} cases are too small: their numbers could point at persons.",
            try_=f"smallest={SMALLEST}, or more",
        )
    if not _decisions.keep_counts(decisions, by=by, rule=rule, authority=authority):
        yield Notice(
            "No decision can be compared",
            "no row has both a group and an outcome" + (" for what was asked" if rule or authority else ""),
            "one row per decision with group, outcome and stratum: cuibono add FILE --as decisions",
        )
        return
    told = [_decisions.counts(decisions, r, smallest) for r in _decisions.rules(decisions)]
    asked = [(t, c) for t in told for c in _decisions.comparisons(t, outcome)]
    beside = {(c.rule, c.group, c.outcome): [*_decisions.pairs(t, c)] for t, c in asked}
    measured = [(c, m) for _, c in asked if (m := stratified(c.tables)) is not None]
    q = q_values(np.array([m.p for _, m in measured])) if measured else np.zeros(0)
    for (case, found), corrected in zip(measured, q.tolist(), strict=True):
        pairs = beside[case.rule, case.group, case.outcome]
        if corrected <= alpha:
            yield _finding(
                decisions,
                case,
                found,
                corrected,
                by=by,
                authority=authority,
                tests=len(measured),
                rules=[t.rule for t in told if {case.group, *case.others} <= set(t.groups)],
                pairs=pairs,
            )
        else:
            rules = [t.rule for t in told if {case.group, *case.others} <= set(t.groups)]
            rows = _decisions.evidence(decisions, case, by=by, authority=authority)
            yield wording.no_difference(case, found, corrected, rows, rules, pairs)
    yield from _unanswered(told, [c for c, _ in measured], smallest)


def _finding(
    decisions: Decisions,
    case: Comparison,
    found: Stratified,
    q: float,
    *,
    by: str,
    authority: str,
    tests: int,
    rules: Sequence[str | None] = (),
    pairs: Sequence[Comparison] = (),
) -> Finding:
    return Finding(
        says=wording.says(case, found),
        about=wording.about(case),
        measure=wording.measure(found, q),
        caveats=wording.caveats(case, found, tests),
        evidence=_decisions.evidence(decisions, case, by=by, authority=authority),
        figure=wording.figure(case),
        bears=wording.bears(case, found, rules, pairs),
    )


def _unanswered(told: list[Counts], answered: list[Comparison], smallest: int) -> Iterator[Notice]:
    """Rules of which nothing can be said, each with the reason."""
    done = {c.rule for c in answered}
    for counts in told:
        if counts.rule in done:
            continue
        name = wording.rule(counts.rule)
        if counts.unplaced and not counts.strata:
            why, help_ = (
                f"none of its {counts.unplaced:,} decisions says what the rule looks at: groups may differ in that",
                "a column of strata: the risk band, offence or score that the rule is about",
            )
        else:
            why = f"no stratum holds both outcomes and two groups of {smallest} cases or more"
            help_ = "more decisions of the same kind, or wider strata"
        yield Notice(f"Whether groups were treated alike under {name} is not identified", why, help_, counts.groups)
