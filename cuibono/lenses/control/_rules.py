"""Ownership tests of sanctions law, each as an object with its version: arithmetic of a text, not an opinion on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.control import _wording
from cuibono.lenses.control._holdings import Register, View
from cuibono.measures.blocs import HALF, Reach, may_reach, reach
from cuibono.measures.stakes import WHOLE, Ints
from cuibono.model.finding import Finding, Measure, Notice


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule on firms owned by listed parties: its version, whether exactly half is enough, and what counts.

    ``aggregated`` adds up what several listed parties hold; ``control`` lets a majority of the votes do as well.
    """

    name: str
    version: date
    text: str
    inclusive: bool
    aggregated: bool
    control: bool


RULES = {
    "OFAC": Rule(
        "OFAC 50 percent rule",
        date(2014, 8, 13),
        "revised guidance on entities owned by persons whose property is blocked",
        inclusive=True,
        aggregated=True,
        control=False,
    ),
    "EU": Rule(
        "EU ownership and control test",
        date(2018, 5, 4),
        "best practices for the effective implementation of restrictive measures",
        inclusive=False,
        aggregated=True,
        control=True,
    ),
    "UK": Rule(
        "UK ownership and control test",
        date(2020, 12, 31),
        "regulation 7 of the regulations under the Sanctions and Anti-Money Laundering Act 2018",
        inclusive=False,
        aggregated=False,
        control=True,
    ),
}


def tested(register: Register, rule: str, listed: Sequence[str], most: int) -> Iterator[Finding | Notice]:
    """Firms that meet a rule because of those listed, certainly or possibly; one finding a firm."""
    if not listed:
        raise BadSetting("A rule needs to know who is listed.", try_='listed="NAME, OTHER NAME"')
    seeds, missing = _seeds(register, listed)
    for name in missing:
        yield Notice(f"{name} holds nothing that is listed here", "no row of holdings names it", "", (name,))
    law = RULES[rule]
    met = _met(register, law, seeds)
    names = register.named([*seeds, *(f for f, _, _ in met[:most])])
    for firm, how, sure in met[:most]:
        yield _finding(register, law, seeds, firm, how, sure, {n: names[n] for n in (firm, *seeds)})
    if len(met) > most:
        yield Notice(f"{len(met) - most:,} more firms meet the {law.name}", "they are not shown", "raise most")
    if seeds and not met:
        yield Notice(
            f"No firm meets the {law.name} (version of {law.version}) through those listed ({_wording.when(register)})",
            "the holdings listed are too small",
            "",
            tuple(v for n in register.named(seeds).values() for v in n),
        )


def _seeds(register: Register, listed: Sequence[str]) -> tuple[list[int], list[str]]:
    found = {name: register.find(name) for name in listed}
    return sorted({n for many in found.values() for n in many}), [name for name, many in found.items() if not many]


def _met(register: Register, law: Rule, seeds: list[int]) -> list[tuple[int, str, bool]]:
    """Firms with how they meet the rule (owned, or by votes) and whether surely."""
    groups = [seeds] if law.aggregated else [[s] for s in seeds]
    found: dict[int, tuple[str, bool]] = {}
    for how, view in (("owned", register.capital), *((("votes", register.votes),) if law.control else ())):
        for group in groups:
            limit = HALF - law.inclusive if how == "owned" else HALF
            thresholds = np.full(view.stakes.n, limit, np.int64)
            sure = reach(view.stakes, group, thresholds=thresholds).parties
            for firm in may_reach(view.stakes, group, thresholds=thresholds).parties | sure:
                known = found.get(firm)
                if firm not in seeds and (known is None or (firm in sure and not known[1])):
                    found[firm] = (how, firm in sure)
    return sorted(((f, h, s) for f, (h, s) in found.items()), key=lambda m: (not m[2], m[0]))


def _finding(
    register: Register, law: Rule, seeds: list[int], firm: int, how: str, sure: bool, names: dict[int, tuple[str, str]]
) -> Finding:  # fmt: skip
    view = register.capital if how == "owned" else register.votes
    groups = [seeds] if law.aggregated else [[s] for s in seeds]
    tried = [(g, *_reached(view, g, law, how)) for g in groups]
    group, surely, perhaps = max(tried, key=lambda t: (t[2].parts.get(firm, 0), t[0]))
    low, high = surely.parts.get(firm, 0) / WHOLE, min(1.0, perhaps.parts.get(firm, 0) / WHOLE)
    stakes = _behind(view, perhaps, firm)
    grade = "meets" if sure else "may meet"
    of = "capital" if how == "owned" else "votes"
    test = "50 % or more" if law.inclusive and how == "owned" else "more than 50 %"
    who = _wording.listed([names[s][1] for s in group[:5]])
    return Finding(
        says=f"{names[firm][1]} {grade} the {law.name} (version of {law.version}): "
        f"{_wording.percent(low, max(low, high))} of its {of} lies with "
        f"{who} or firms that meet it themselves ({test}; {_wording.when(register)})",
        about=(names[firm][1], names[firm][0], law.name),
        measure=Measure(
            f"share of {of} counted",
            low if low >= high else (low + high) / 2,
            "share",
            None if low >= high else low,
            None if low >= high else high,
            meaning=f"The part of its {of} that counts under the rule: {law.text}.",
        ),
        caveats=(
            "Arithmetic of the rule as it stood at its version, on the holdings listed; no legal opinion.",
            "Who is on a list was told by whoever asked, and not looked up.",
            *_wording.of_rows(view, stakes, np.array([firm])),
        ),
        evidence=register.evidence(view, stakes),
    )


def _reached(view: View, group: list[int], law: Rule, how: str) -> tuple[Reach, Reach]:
    limit = HALF - law.inclusive if how == "owned" else HALF
    thresholds = np.full(view.stakes.n, limit, np.int64)
    return reach(view.stakes, group, thresholds=thresholds), may_reach(view.stakes, group, thresholds=thresholds)


def _behind(view: View, reached: Reach, firm: int) -> Ints:
    """The stakes through which a firm is reached."""
    chain, waiting = {firm}, [firm]
    kept: list[int] = []
    while waiting:
        for stake in view.stakes.holders(waiting.pop()).tolist():
            holder = int(view.stakes.holder[stake])
            if holder in reached.parties:
                kept.append(stake)
                if holder not in chain:
                    chain.add(holder)
                    waiting.append(holder)
    return np.array(sorted(set(kept)), np.int64)
