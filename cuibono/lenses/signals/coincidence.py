"""Do the events of two actors fall together more often than chance allows?"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.signals import _calendars
from cuibono.lenses.signals import _coincidence_wording as wording
from cuibono.lenses.signals._calendars import Calendar, Pair
from cuibono.measures.coincidence import coincidence as measured
from cuibono.measures.coincidence import leading, moved
from cuibono.measures.false_discovery import q_values
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import DatedEvents

#: So many actors are compared with each other when nobody says which two: 66 pairs.
_MOST = 12


@lens(answers=["coordination"])
def coincidence(
    events: DatedEvents,
    *,
    first: str = "",
    second: str = "",
    within: int = 3,
    lags: int = 14,
    kind: str = "",
    least: int = 8,
    alpha: float = 0.05,
    keep_weekdays: bool = True,
    draws: int = 499,
    seed: int = 1,
) -> Iterator[Finding | Notice]:
    """Pairs of actors whose events fall closer together in time than chance allows.

    For two actors, pairs of their events at most some days apart are counted. By chance is what remains when the bursts
    of the second calendar are each moved by up to 45 days, again and again: the number of events, their bursts,
    weekdays, seasons and slow trends stay, only the meeting is undone (after the interval jitter of Amarasingham et
    al. 2012). The p-value is the share of such calendars that reach the count. All pairs of actors that could have
    been asked about are compared, and corrected together (Benjamini and Hochberg 1995), so that the one that stands
    out is not picked from many in silence. Beside it, which of the two comes first and by how many days; the largest
    count over all lags is compared with the largest over all lags of each moved calendar.

    It does not say that one acted because of the other, nor that they agreed: both may follow a third thing, such as a
    holiday, a congress, a news cycle. Events whose day is not known are left out and counted. A list of events that
    was drawn up with the coincidence in mind proves nothing, and no number here can tell.

    Settings:
        first: the name of one actor; empty for all pairs of the actors with most events
        second: the name of the other actor; empty for all others
        within: how many days apart two events may lie to count as together
        lags: up to how many days one may follow the other
        kind: only events of this kind; empty for all
        least: actors with fewer days than this are not asked about
        alpha: the share of false alarms that is allowed for
        keep_weekdays: move by whole weeks only, where calendars follow weekdays
        draws: how many moved calendars are compared
        seed: of the shifts that are drawn; the same one gives the same answer
    """
    _check(within, lags, alpha, draws)
    known = _calendars.calendars(events, kind=kind)
    pairs, left = _pairs(known, first, second, least)
    if not pairs:
        yield wording.nobody(known, first, second, least)
        return
    rng = np.random.default_rng(seed)
    found = []
    for number, (a, b) in enumerate(pairs, start=1):
        events.tell("signals.coincidence: pairs", number, len(pairs))
        found.append(_meet(a, b, within=within, lags=lags, keep_weekdays=keep_weekdays, draws=draws, rng=rng))
    q = q_values(np.array([p.met.p for p in found]))
    order = sorted(range(len(found)), key=lambda n: (q[n], found[n].met.p, found[n].first.name, found[n].second.name))
    for n in order:
        pair = found[n]
        if q[n] <= alpha:
            yield Finding(
                says=wording.says(pair, within),
                about=(pair.first.name, pair.second.name),
                measure=wording.measure(pair, float(q[n]), within),
                caveats=wording.caveats(pair, [p.met.p for p in found], alpha),
                evidence=_calendars.evidence(events, pair.first, pair.second, kind=kind),
                figure=wording.figure(pair),
                bears=wording.bears(pair, within),
            )
    yield from wording.not_identified([(found[n], float(q[n])) for n in order if q[n] > alpha], within)
    if left:
        yield wording.left_aside(left)


def _check(within: int, lags: int, alpha: float, draws: int) -> None:
    if not 0 <= within <= 15:
        raise BadSetting(f"{within} days are no closeness that can be told from chance.", try_="within=3, at most 15")
    if not 0 <= lags <= 30:
        raise BadSetting(
            f"Lags of {lags} days cannot be told from the moves of the calendar.", try_="lags=14, at most 30"
        )
    if not 0 < alpha < 0.5:
        raise BadSetting(f"alpha cannot be {alpha}.", try_="alpha=0.05, a share of false alarms")
    if not 1 / alpha <= draws <= 20_000:
        raise BadSetting(f"{draws} draws cannot show a p-value of {alpha}.", try_="draws=499, at most 20000")


def _pairs(known: list[Calendar], first: str, second: str, least: int) -> tuple[list[tuple[Calendar, Calendar]], int]:
    """Which actors are compared, and how many more could have been."""
    rich = [c for c in known if len(c.days) >= max(2, least)]
    asked = [c for c in rich if not first or _is(c, first)]
    others = [c for c in rich if not second or _is(c, second)]
    if first or second:
        made = [(a, b) for a in asked for b in others if a.actor != b.actor]
        return made[: _MOST * (_MOST - 1) // 2], 0
    return list(combinations(rich[:_MOST], 2)), max(0, len(rich) - _MOST)


def _is(calendar: Calendar, name: str) -> bool:
    return name.casefold() in (calendar.actor.casefold(), calendar.name.casefold())


def _meet(
    a: Calendar, b: Calendar, *, within: int, lags: int, keep_weekdays: bool, draws: int, rng: np.random.Generator
) -> Pair:
    """Both calendars over the time in which both are known to have events."""
    start, end = max(a.days[0], b.days[0]) - within, min(a.days[-1], b.days[-1]) + within
    span = max(1, int(end - start) + 1)
    mine, theirs = (d[(d >= start) & (d <= end)] - start for d in (a.days, b.days))
    chance = moved(theirs, span, most=45, gap=7, keep_weekdays=keep_weekdays, draws=draws, rng=rng)
    met = measured(mine, theirs, span, within=within, calendars=chance)
    return Pair(a, b, met, leading(mine, theirs, span, most=lags, width=1, calendars=chance), span)
