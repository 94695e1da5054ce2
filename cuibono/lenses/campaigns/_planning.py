"""What a question costs and whether it can be answered: counted before any pair is made."""

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.campaigns import _wording
from cuibono.lenses.campaigns._traces import Trace
from cuibono.lenses.campaigns._wording import Told
from cuibono.measures.co_sharing import Plan, plan
from cuibono.model import dates
from cuibono.model.counting import plural
from cuibono.model.finding import Notice

Planned = list[tuple[Trace, Plan]]


def check(window: int, least: int, false: float) -> None:
    """Refuse settings that make no sense."""
    if window < 0:
        raise BadSetting(f"window is {window}; it is a number of seconds.", try_="window=60")
    if least < 1:
        raise BadSetting(f"least is {least}; two accounts must share something.", try_="least=2")
    if not 0 < false < 1:
        raise BadSetting(f"false is {false}; it is a share between 0 and 1.", try_="false=0.05")


def seconds(day: str) -> int | None:
    """The beginning of a day in UTC seconds; raises BadSetting for what is no day."""
    if not day:
        return None
    first, _ = dates.bounds(dates.to_edtf(day) or "")
    if first is None:
        raise BadSetting(f"'{day}' is no day.", try_="since=2024-01-31")
    return int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())


def counted(planned: Planned, window: int) -> str:
    """What was counted before any pair was made."""
    shares, pairs = sum(t.events.times.size for t, _ in planned), sum(p.pairs for _, p in planned)
    accounts = len(np.unique(np.concatenate([t.events.accounts for t, _ in planned]))) if planned else 0
    return (
        f"Counted: {plural(shares, 'share')} of {plural(accounts, 'account')}, "
        f"{plural(pairs, 'close pair')} within {_wording.span(window)}."
    )


def made(planned: Planned) -> int:
    """How many pairs would have to be made."""
    return sum(p.made for _, p in planned)


def too_many(planned: Planned, window: int, least: int, budget: int) -> Notice:
    """The cost of the question, and which narrower ones would do."""
    tries = []
    for more in (3, 5, 10):
        cost = sum(plan(t.events, window, more).made for t, _ in planned) if more > least else budget + 1
        if cost <= budget:
            tries.append(f"least={more} ({cost:,} pairs)")
            break
    for less in (window // 2, window // 6, window // 60):
        cost = sum(plan(t.events, less, least).made for t, _ in planned) if less else budget + 1
        if cost <= budget:
            tries.append(f"window={less} ({cost:,} pairs)")
            break
    return Notice(
        f"{counted(planned, window)} {made(planned):,} of them would have to be made: more than the budget of "
        f"{budget:,}.",
        why="the pairs grow faster than the posts, and a few things that everybody shares make most of them",
        what_would_help=", or ".join([*tries, "fewer days (since, until)", "fewer traces", "a larger budget"]),
    )


def too_rough(trace: Trace, window: int) -> Notice:
    """Times that are known less exactly than the window asks."""
    exact, spoken = _wording.span(trace.exact), _wording.span(window)
    things = _wording.what(trace.name, 2).partition(" ")[2]
    return Notice(
        f"The times at which the {things} were shared are known to {exact} only: a window of {spoken} says nothing.",
        why="two shares in the same minute may be a second apart or fifty-nine",
        what_would_help=f"window={trace.exact} or more, or an export with exact times",
    )


def nothing(traces: Sequence[str], there: Sequence[str]) -> Notice:
    """No share is left to look at; ``there`` are the kinds of things that the case has shares of."""
    asked = f" of {', '.join(traces)}" if traces else ""
    return Notice(
        f"No share{asked} can be used.",
        why=f"the case has shares of {', '.join(there)}, at whatever time" if there else "no share has a time",
        what_would_help="other traces, or other days (since, until)",
    )


def none(told: Told, least: int, others: str) -> Notice:
    """Nobody was more synchronous than chance; ``others`` are traces that were not looked at."""
    return Notice(
        f"No two accounts shared {plural(least, 'thing')} or more within {_wording.span(told.window)} of each other "
        f"more often than chance allows. {told.counted}",
        why="none passes at this rate of false pairs; that does not show that nobody coordinates",
        what_would_help=f"a wider window, more days, or other traces: {others}",
    )


def not_told(chosen: int, there: int, show: str, most: int, *, tested: bool = True) -> list[Notice]:
    """How many groups or pairs are left out, when any are; ``tested`` says whether chance was asked."""
    if there <= chosen:
        return []
    more = plural(there - chosen, show[:-1])
    beyond = " beyond chance" if tested else ""
    return [Notice(f"{more}{beyond} are not told.", why=f"most is {most}", what_would_help=f"most={there}")]
