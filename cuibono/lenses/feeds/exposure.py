"""Did a feed show one group of accounts something more often than another?"""

from collections.abc import Iterator

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.feeds import _exposure_wording as wording
from cuibono.lenses.feeds import _shown
from cuibono.lenses.feeds._exposure_wording import Contrast
from cuibono.lenses.feeds._shown import Arms, Label, Shown
from cuibono.measures.account_means import compared
from cuibono.measures.false_discovery import q_values
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import FeedAccounts, Impressions


@lens(answers=["behaviour of a feed", "share"])
def exposure(
    impressions: Impressions,
    accounts: FeedAccounts | None = None,
    *,
    by: Label = "topic",
    arms: Arms = "arm",
    against: str = "",
    platform: str = "",
    alpha: float = 0.05,
    seed: int = 1,
) -> Iterator[Finding | Notice]:
    """Whether a feed showed accounts of one arm of a test something more often than accounts of another.

    The account is the unit: each account's share of a label (a topic, a stance) among what was recommended to it is one
    number, for videos of one account hang together. Two arms are compared by permutation of accounts between them, all
    permutations where they can be counted (Fisher 1935), else 9,999 drawn ones; the interval is Welch's, of the account
    shares. The smallest p-value that so many accounts can reach is printed. All labels and arms of a run are corrected
    together (Benjamini and Hochberg 1995). Ads, live streams and followed accounts are left out.

    A difference in what is shown does not say why: feeds learn what accounts watch, and that alone makes arms differ.
    Whether more than that is at work is the question of feeds.departure. Arms of fewer than two accounts are refused;
    so are arms of fewer than five when people are among them. No account is described.

    Settings:
        by: what is counted
        arms: what the accounts are compared by
        against: compare each arm with this one; empty for each with all others
        platform: only this platform; empty for all
        alpha: the share of false alarms that is allowed for
        seed: of the drawn permutations
    """
    if not 0 < alpha < 0.5:
        raise BadSetting(f"alpha cannot be {alpha}.", try_="alpha=0.05, a share of false alarms")
    told = _shown.shown(impressions, accounts, by, arms, platform)
    usable = [a for a in sorted(set(told.arm) - {""}) if not _refused(told, a)]
    yield from (wording.small(a, why) for a in sorted(set(told.arm) - {""}) if (why := _refused(told, a)))
    if against and against not in usable:
        yield wording.nothing(f"there is no arm \u201c{against}\u201d with accounts enough")
        return
    if len(usable) < 2:
        yield wording.nothing("there are no two arms with accounts enough")
        return
    asked = list(_contrasts(told, usable, against, by, seed))
    q = q_values(np.array([c.found.p for c in asked])) if asked else np.zeros(0)
    for contrast, corrected in zip(asked, q.tolist(), strict=True):
        if corrected <= alpha:
            yield Finding(
                says=wording.says(contrast),
                about=wording.about(contrast),
                measure=wording.measure(contrast, corrected),
                caveats=wording.caveats(len(asked)),
                evidence=_shown.evidence(impressions, list(contrast.accounts), platform),
                figure=wording.figure(contrast),
                bears=wording.bears(contrast),
            )
        else:
            rows = _shown.evidence(impressions, list(contrast.accounts), platform)
            yield wording.no_difference(contrast, corrected, rows)


def _refused(told: Shown, arm: str) -> str:
    """Why an arm cannot be compared, or nothing."""
    of = np.array([a == arm for a in told.arm])
    if of.sum() < 2:
        return "it has one account: no spread among accounts, no p-value"
    return "people are among its fewer than five accounts" if _shown.few_people(told, of) else ""


def _contrasts(told: Shown, arms: list[str], against: str, by: Label, seed: int) -> Iterator[Contrast]:
    of = np.array(told.arm, dtype=object)
    shares = told.hits / told.items[:, None]
    pairs = [(a, against) for a in arms if a != against] if against else [(a, "") for a in arms]
    if not against and len(arms) == 2:
        pairs = [(arms[0], arms[1])]
    for one, other in pairs:
        mine = of == one
        theirs = of == other if other else np.isin(of, arms) & ~mine
        for n, label in enumerate(told.labels):
            if (told.hits[mine | theirs, n] > 0).sum() >= 2:
                yield Contrast(
                    by,
                    label,
                    one,
                    other or wording.OTHERS,
                    shares[mine, n],
                    shares[theirs, n],
                    tuple(np.array(told.accounts)[mine | theirs].tolist()),
                    compared(shares[mine, n], shares[theirs, n], seed),
                )
