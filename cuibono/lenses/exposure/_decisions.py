"""Decisions counted in SQL: per rule, stratum, group and outcome; no row of a person reaches Python."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from cuibono.measures.stratified import Tables
from cuibono.model.finding import Evidence
from cuibono.model.tables import Decisions

USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+'"
#: What decides who is compared, and what the rule itself looks at; a stratum that is not recorded stays NULL.
_GROUPS = {
    "group": "group_name",
    "patron": "CASE WHEN TRIM(COALESCE(patron, '')) = '' THEN 'without a recorded patron' "
    "ELSE 'with a recorded patron' END",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """One group against the others, under one rule, for one outcome: a two-by-two table for each stratum.

    ``unplaced`` counts decisions without a stratum, which are left out; ``alleged`` those that are only alleged.
    ``otherwise`` is the other outcome, where there are only two.
    """

    rule: str | None
    outcome: str
    group: str
    others: tuple[str, ...]
    tables: Tables
    strata: tuple[str, ...]
    sizes: tuple[int, int]
    unplaced: int
    alleged: int
    otherwise: str = ""

    @property
    def against(self) -> str:
        """The others in a word: the other group by name, or how many there are."""
        return self.others[0] if len(self.others) == 1 else f"the {len(self.others)} other groups"

    @property
    def prevalence(self) -> float:
        """The share of all cases that ended so."""
        return float(self.tables[:, [0, 2]].sum() / max(1, self.tables.sum()))


def keep_counts(decisions: Decisions, *, by: str, rule: str, authority: str) -> int:
    """First step: how many decisions of each kind; returns how many there are in all."""
    decisions.step(
        "treatment_counts",
        f"""
        SELECT rule AS rule, TRIM(stratum) AS stratum, {_GROUPS[by]} AS party, TRIM(outcome) AS outcome,
               CAST(COUNT(*) AS BIGINT) AS cases,
               CAST(SUM(CASE WHEN status = 'alleged' THEN 1 ELSE 0 END) AS BIGINT) AS alleged
        FROM {{this}}
        WHERE {USABLE} AND group_name IS NOT NULL AND outcome IS NOT NULL
          AND ($rule = '' OR LOWER(rule) = LOWER($rule)) AND ($authority = '' OR LOWER(authority) = LOWER($authority))
        GROUP BY rule, TRIM(stratum), {_GROUPS[by]}, TRIM(outcome)
        """,
        rule=rule,
        authority=authority,
    )
    return int(decisions.sql("SELECT COALESCE(CAST(SUM(cases) AS BIGINT), 0) AS n FROM treatment_counts")[0]["n"])


def rules(decisions: Decisions) -> list[str | None]:
    """The rules under which something was decided, in the order of the alphabet."""
    return [r["rule"] for r in decisions.sql("SELECT DISTINCT rule AS rule FROM treatment_counts ORDER BY rule")]


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one rule: cases by stratum, group and outcome, and what has no stratum."""

    rule: str | None
    strata: tuple[str, ...]
    groups: tuple[str, ...]
    outcomes: tuple[str, ...]
    cases: np.ndarray
    unplaced: int
    alleged: int


def counts(decisions: Decisions, rule: str | None, least: int) -> Counts:
    """Cases of one rule in groups of at least that many; smaller groups are left out, they would name people."""
    same = "rule IS NULL" if rule is None else "rule = $rule"
    given = {} if rule is None else {"rule": rule}
    rows = decisions.sql(
        f"SELECT stratum AS stratum, party AS party, outcome AS outcome, cases AS cases, alleged AS alleged "
        f"FROM treatment_counts WHERE {same} ORDER BY stratum, party, outcome",
        **given,
    )
    placed = [r for r in rows if r["stratum"]]
    sizes: dict[str, int] = {}
    for row in placed:
        sizes[row["party"]] = sizes.get(row["party"], 0) + row["cases"]
    kept = [r for r in placed if sizes[r["party"]] >= least]
    strata, groups, outcomes = (_names(r[key] for r in kept) for key in ("stratum", "party", "outcome"))
    cases = np.zeros((len(strata), len(groups), len(outcomes)), dtype=np.int64)
    for row in kept:
        cases[strata.index(row["stratum"]), groups.index(row["party"]), outcomes.index(row["outcome"])] += row["cases"]
    unplaced = sum(r["cases"] for r in rows if not r["stratum"])
    return Counts(rule, strata, groups, outcomes, cases, unplaced, sum(r["alleged"] for r in kept))


def _names(found: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))


def comparisons(told: Counts, outcome: str) -> Iterator[Comparison]:
    """Each group against all others, for each outcome that is asked for; two groups or two ends are one comparison."""
    if len(told.groups) < 2 or len(told.outcomes) < 2:
        return
    totals = told.cases.sum(axis=(0, 1))
    asked = [i for i, name in enumerate(told.outcomes) if not outcome or name.lower() == outcome.lower()]
    if not outcome and len(told.outcomes) == 2:
        asked = [int(np.argmin(totals))]  # the rarer end; the other one is the same test
    for which in asked:
        for number, group in enumerate(told.groups[:1] if len(told.groups) == 2 else told.groups):
            rest = [i for i in range(len(told.groups)) if i != number]
            mine, others = told.cases[:, number, :], told.cases[:, rest, :].sum(axis=1)
            yes, all_ = mine[:, which], mine.sum(axis=1)
            theirs, all_theirs = others[:, which], others.sum(axis=1)
            yield Comparison(
                told.rule,
                told.outcomes[which],
                group,
                tuple(told.groups[i] for i in rest),
                np.stack([yes, all_ - yes, theirs, all_theirs - theirs], axis=1),
                told.strata,
                (int(all_.sum()), int(all_theirs.sum())),
                told.unplaced,
                told.alleged,
                told.outcomes[1 - which] if len(told.outcomes) == 2 else "",
            )


def pairs(told: Counts, case: Comparison) -> Iterator[Comparison]:
    """The group of a comparison with all others against each of them alone, where there are several."""
    if len(case.others) < 2:
        return
    mine, which = told.groups.index(case.group), told.outcomes.index(case.outcome)
    yes, all_ = told.cases[:, mine, which], told.cases[:, mine, :].sum(axis=1)
    for other in case.others:
        cases = told.cases[:, told.groups.index(other), :]
        theirs, all_theirs = cases[:, which], cases.sum(axis=1)
        yield replace(
            case,
            others=(other,),
            tables=np.stack([yes, all_ - yes, theirs, all_theirs - theirs], axis=1),
            sizes=(int(all_.sum()), int(all_theirs.sum())),
        )


def evidence(decisions: Decisions, asked: Comparison, *, by: str, authority: str) -> Evidence:
    """The decisions that were compared."""
    given: dict[str, object] = {"parties": [asked.group, *asked.others], "strata": list(asked.strata)}
    condition = f"{USABLE} AND LIST_CONTAINS($parties, {_GROUPS[by]}) AND LIST_CONTAINS($strata, TRIM(stratum))"
    condition += " AND outcome IS NOT NULL AND group_name IS NOT NULL"
    if authority:
        condition, given = f"{condition} AND LOWER(authority) = LOWER($authority)", given | {"authority": authority}
    if asked.rule is None:
        return decisions.where(f"{condition} AND rule IS NULL", **given)
    return decisions.where(f"{condition} AND rule = $rule", **given, rule=asked.rule)
