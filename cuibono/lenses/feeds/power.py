"""How many accounts does a test of a feed need?"""

from collections.abc import Iterator
from math import ceil

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.feeds import _shown
from cuibono.lenses.feeds._shown import Label
from cuibono.measures.account_means import accounts_needed, gap_seen, intraclass
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.tables import FeedAccounts, Impressions

_MOST = 30


@lens
def power(
    impressions: Impressions,
    accounts: FeedAccounts | None = None,
    *,
    by: Label = "topic",
    value: str = "",
    gap: float = 0.05,
    chance: float = 0.8,
    platform: str = "",
    alpha: float = 0.05,
) -> Iterator[Finding | Notice]:
    """How many accounts per arm a test of a feed needs to see a gap of a given size, from a pilot.

    n = 2 z^2 p (1-p) [ICC + (1-ICC)/m] / d^2 + 1 (Donner and Klar 2000, a test of clusters): p is the label's share, d
    the gap, m the videos per account, z the sum of the normal quantiles of alpha and the chance, and ICC how alike
    the videos of one account are, by analysis of variance over the accounts of the pilot.

    A pilot of few accounts does not know its ICC well, and accounts that are trained differ more than fresh ones; take
    the number as the least. It plans a test, it does not answer one.

    Settings:
        by: what is counted
        value: only this value of the label; empty for the thirty most shown
        gap: the gap between two shares that the test is to see
        chance: how surely it is to be seen
        platform: only this platform; empty for all
        alpha: the share of false alarms that the test allows for
    """
    for name, number in (("gap", gap), ("chance", chance), ("alpha", alpha)):
        if not 0 < number < 1:
            raise BadSetting(f"{name} cannot be {number}.", try_=f"{name} between 0 and 1")
    told = _shown.shown(impressions, accounts, by, "arm", platform)
    if len(told.accounts) < 2:
        yield Notice("No pilot to plan from", "it takes two accounts at least", "what was shown to a few test accounts")
        return
    if _shown.few_people(told, np.ones(len(told.accounts), dtype=bool)):
        yield Notice("No pilot to plan from", "people are among its fewer than five accounts", "more accounts")
        return
    totals = told.hits.sum(axis=0)
    asked = sorted(range(totals.size), key=lambda n: (-totals[n], told.labels[n]))
    asked = [n for n in asked if value.lower() in ("", told.labels[n].lower())][:_MOST]
    size, evidence = float(told.items.mean()), _shown.evidence(impressions, list(told.accounts), platform)
    for n in asked:
        share = float(totals[n] / told.items.sum())
        if not 0 < share < 1:
            continue
        icc = intraclass(told.hits[:, n], told.items)
        need = ceil(accounts_needed(share, gap, icc, size, alpha, chance) - 1e-9)
        sees = gap_seen(share, len(told.accounts) / 2, icc, size, alpha, chance)
        label = told.labels[n]
        yield Finding(
            says=(
                f"A gap of {100 * gap:.3g} points in \u201c{label}\u201d takes {need:,} accounts per arm, each shown "
                f"{size:,.0f} videos: its share is {100 * share:.1f} %, and the intraclass correlation {icc:.3f}"
            ),
            about=(label,),
            measure=Measure(
                "accounts per arm",
                need,
                meaning=f"The least that see such a gap {100 * chance:.3g} times in 100, with {100 * alpha:.3g} % "
                f"false alarms. The {len(told.accounts)} accounts of the pilot, in two arms, would see "
                f"{100 * sees:.1f} points.",
            ),
            caveats=_caveats(len(told.accounts), icc, share, gap),
            evidence=evidence,
            figure=Figure(
                f"Accounts per arm for \u201c{label}\u201d", "accounts", _bars(share, icc, size, alpha, chance)
            ),
        )


def _caveats(accounts: int, icc: float, share: float, gap: float) -> tuple[str, ...]:
    known = [f"The intraclass correlation rests on {accounts} accounts, and is known no better than that."]
    known += ["More accounts help, longer feeds hardly do." if icc > 0 else "No likeness within accounts was seen; "
              "a larger pilot may see some."]  # fmt: skip
    if gap > share:
        known.append("The gap is larger than the share itself: only a rise of that size can be seen.")
    return tuple(known)


def _bars(share: float, icc: float, size: float, alpha: float, chance: float) -> tuple[Bar, ...]:
    gaps = (0.02, 0.05, 0.1, 0.2)
    return tuple(
        Bar(f"a gap of {100 * g:.0f} points", float(ceil(accounts_needed(share, g, icc, size, alpha, chance) - 1e-9)))
        for g in gaps
    )
