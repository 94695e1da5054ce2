"""Who has not been mentioned for longer than comes by itself?"""

from collections.abc import Iterator
from typing import Literal

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.signals import _absence_wording as wording
from cuibono.lenses.signals import _attention
from cuibono.lenses.signals._attention import SEASON, Series
from cuibono.lenses.signals._attention_wording import not_seen
from cuibono.measures.silence import Silence, silence
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import MentionCounts


@lens(answers=["trend"])
def absence(
    mentions: MentionCounts,
    *,
    name: str = "",
    outlet: str = "",
    period: Literal["day", "week", "month"] = "day",
    years: float = 2.0,
) -> Iterator[Finding | Notice]:
    """Names that an outlet has not mentioned for longer than such silences come by themselves.

    The silence at the end of each series, counted in periods in which the outlet was seen, is compared with the name's
    own earlier gaps: how many as long would come in a year, the tail of the gaps taken at the upper end of what few
    long ones allow (peaks over a threshold, exponential). A silence is reported when it would come by itself at most
    once in the years asked for. Every finding prints its base rate: how often the plain rule "the longest silence so
    far" would have sounded before, for this name and for the others in the outlet, and how many others are silent now.

    It does not say that anybody was removed: absence is weak evidence. Illness, travel, holidays, a change of the
    outlet's habits and a title in place of a name look the same, a mention is not an appearance, and a notice of
    removal is a mention.

    Settings:
        name: only this name is told; the others are counted as its rivals; empty for all
        outlet: only this outlet; empty for all, each on its own
        period: what is counted together: a day, a week or a month
        years: a silence is reported when it would come by itself at most once in so many years
    """
    if not 0.25 <= years <= 100:
        raise BadSetting(f"One false alarm in {years} years cannot be kept to.", try_="years=2, from 0.25 to 100")
    known = _attention.series(mentions, period=period, outlet=outlet)
    looked = [(s, silence(s.counts > 0, SEASON[period])) for s in known]
    told = [(s, q) for s, q in looked if _attention.is_meant(s, name)]
    found = [(s, q) for s, q in told if q is not None and q.length > 0 and q.a_year <= 1 / years]
    for series, quiet in sorted(found, key=lambda sq: (sq[1].a_year, sq[0].name, sq[0].place)):
        peers = [(s, q) for s, q in looked if s.outlet == series.outlet and s.key != series.key]
        yield Finding(
            says=wording.says(series, quiet, period),
            about=(series.name, series.place),
            measure=wording.measure(quiet, period),
            caveats=wording.caveats(series, quiet, peers, period, years),
            evidence=_attention.evidence(mentions, series),
            figure=wording.figure(series, quiet, period),
            bears=wording.bears(series),
        )
    yield from _quiet(told, {id(s) for s, _ in found}, period, years)
    if not told:
        yield not_seen(name, outlet)


def _quiet(told: list[tuple[Series, Silence | None]], found: set[int], period: str, years: float) -> Iterator[Notice]:
    """Names that are not silent beyond their habit, and those of which too little is known; each in one sentence."""
    rest = [(s, q) for s, q in told if id(s) not in found]
    if usual := [(s, q) for s, q in rest if q is not None]:
        yield wording.usual(usual, period, years)
    if thin := [s for s, q in rest if q is None]:
        yield wording.too_little(thin)
