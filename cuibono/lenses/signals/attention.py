"""Did an outlet begin to mention somebody more, or less, and when?"""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.signals import _attention
from cuibono.lenses.signals import _attention_wording as wording
from cuibono.lenses.signals._attention import SEASON, Series
from cuibono.measures.change_point import SHORTEST, Change, change
from cuibono.measures.false_discovery import q_values
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import MentionCounts

#: A series with fewer mentions has no level that could be told from none.
_FEWEST = 20


@lens(answers=["trend"])
def attention(
    mentions: MentionCounts,
    *,
    name: str = "",
    outlet: str = "",
    period: Literal["day", "week", "month"] = "week",
    alpha: float = 0.05,
    draws: int = 999,
    seed: int = 1,
) -> Iterator[Finding | Notice]:
    """Names that an outlet began to mention more or less often, and since when.

    Mentions are divided by what there was to be mentioned in (pages, items, minutes), since a doubling of pages
    looks like a policy. Seasons are taken off where two years are seen, then a change of level is tried at every place
    (Andrews 1993). Whether the largest one is more than rhythm and memory of the series make likely is decided by
    series without a change that have the same exposure, season and memory, made anew 999 times; over all names and
    outlets the false discoveries are held down (Benjamini and Hochberg 1995). Beside each change: how the exposure
    itself changed then, how many rivals changed with it in the same outlet, and how often a difference as large lay
    between earlier stretches of the same length. A period in which an outlet was not seen is missing, not nought.

    It does not say why. Fewer mentions are not a loss of power: two analysts read the same decline oppositely, and a
    notice of removal is a mention too. Names that others bear, titles that replace names, and rules such as one name
    per item change every count.

    Settings:
        name: only this name is told; the others are counted as its rivals; empty for all
        outlet: only this outlet; empty for all, each on its own
        period: what is counted together: a day, a week or a month
        alpha: the share of false alarms that is allowed for
        draws: how many series without a change are made for each
        seed: of these series; the same one gives the same answer
    """
    if not 0 < alpha < 0.5:
        raise BadSetting(f"alpha cannot be {alpha}.", try_="alpha=0.05, a share of false alarms")
    if not 1 / alpha <= draws <= 20_000:
        raise BadSetting(f"{draws} draws cannot show a p-value of {alpha}.", try_="draws=999, at most 20000")
    known = _attention.series(mentions, period=period, outlet=outlet)
    enough = [s for s in known if len(s.starts) >= SHORTEST and s.counts.sum() >= _FEWEST]
    found = list(_changes(mentions, enough, period, draws, seed))
    asked = [n for n, (s, _) in enumerate(found) if _attention.is_meant(s, name)]
    q = dict(zip(asked, q_values(np.array([found[n][1].p for n in asked])).tolist(), strict=True)) if asked else {}
    for n in sorted(asked, key=lambda n: (q[n], found[n][1].p, found[n][0].name, found[n][0].place)):
        told, step = found[n]
        if q[n] <= alpha:
            yield Finding(
                says=wording.says(told, step),
                about=(told.name, told.place),
                measure=wording.measure(step, q[n], period),
                caveats=wording.caveats(told, step, [(s, c) for s, c in found if s.outlet == told.outlet], period),
                evidence=_attention.evidence(mentions, told),
                figure=wording.figure(told),
                bears=wording.bears(told, step),
            )
        else:
            yield wording.no_change(told, step, q[n], _attention.evidence(mentions, told))
    meant = [s for s in known if _attention.is_meant(s, name)]
    yield from wording.too_little([s for s in meant if s not in enough])
    if not meant:
        yield wording.not_seen(name, outlet)


def _changes(
    mentions: MentionCounts, known: list[Series], period: str, draws: int, seed: int
) -> Iterator[tuple[Series, Change]]:
    """The largest change of each series."""
    for number, told in enumerate(known, start=1):
        mentions.tell("signals.attention: series", number, len(known))
        yield told, change(told.counts, told.exposure, SEASON[period], draws=draws, seed=seed)
