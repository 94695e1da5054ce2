"""Who shares the same things at the same times, more often than chance?"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.campaigns import _sites, _wording
from cuibono.lenses.campaigns._accounts import accounts
from cuibono.lenses.campaigns._edges import Ties, ties
from cuibono.lenses.campaigns._groups import Group, each_pair, groups
from cuibono.lenses.campaigns._rows import rows
from cuibono.lenses.campaigns._traces import Asked, Numbers, Trace, keep_numbers, read_traces
from cuibono.lenses.campaigns._wording import Told
from cuibono.lenses.contract import lens
from cuibono.measures.co_sharing import Plan, plan
from cuibono.model import dates
from cuibono.model.counting import plural
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Accounts, SameOwner, Shares

Planned = list[tuple[Trace, Plan]]


@lens(answers=["coordination"])
def cosharing(
    shares: Shares,
    profiles: Accounts | None = None,
    owners: SameOwner | None = None,
    *,
    window: int = 60,
    least: int = 2,
    false: float = 0.05,
    traces: list[str] = [],  # noqa: B006 - read, never changed
    since: str = "",
    until: str = "",
    show: Literal["groups", "pairs"] = "groups",
    budget: int = 50_000_000,
    most: int = 50,
) -> Iterator[Finding | Notice]:
    """Accounts that share the same things within seconds of each other, more often than chance allows.

    Two shares are close when they are of the same thing (a link, a repost, a row of hashtags ...) and at most `window`
    seconds apart. How many close pairs there are is counted before any is made; above `budget` the lens says so
    and does not answer. For each two accounts the distinct things they shared so are counted, at most as many as either
    has posts, and compared with chance: dealing the names over all posts anew, while things, times, bursts
    and each account's number of posts stay, two accounts with d and e posts are expected to have 2 d e P / (E (E - 1))
    of the P close pairs of a thing among E posts, so that they share it with a chance of one minus the exponential of
    minus that; the sum over things is what chance gives. p is the Poisson tail; q is Benjamini and Hochberg's (1995),
    over all pairs of accounts, those that never met included. Each kind of thing is tested apart; tied accounts form groups. The things
    with most close pairs are set aside and looked up at the end, which changes the cost and not the answer.

    More synchronous than chance does not mean false, paid or directed by one hand: newsrooms, schedulers, regional
    editions and fans act alike too, and what is known of owners, affiliations and sites is said beside. Nobody who
    posts is named but by the account. A campaign that avoids the same minute or the same thing is not found.

    Settings:
        window: how many seconds apart two shares of the same thing may be
        least: how many distinct things two accounts must share so
        false: the share of false pairs, 0 to 1, that may be among those told (false discovery rate)
        traces: only these kinds of things, e.g. url,post; all but domains when empty
        since: only shares from this day on, e.g. 2024-01-31
        until: only shares before this day
        show: groups of accounts, or each pair on its own with the posts behind it
        budget: how many close pairs may be made before the lens asks for a narrower question
        most: how many groups or pairs are told at most
    """
    _check(window, least, false)
    asked = Asked(tuple(t.lower() for t in traces), _seconds(since), _seconds(until))
    numbers = keep_numbers(shares, asked)
    planned = [(t, plan(t.events, window, least)) for t in read_traces(shares, asked, numbers)]
    rough = [t for t, _ in planned if t.exact > window]
    planned = [(t, p) for t, p in planned if t.exact <= window]
    for trace in rough:
        yield _too_rough(trace, window)
    made = sum(p.made for _, p in planned)
    shares.tell(_counted(planned, window))
    if made > budget:
        yield _too_many(planned, window, least, budget)
        return
    found, tests = ties(planned, window, least, false)
    told = Told(window, false, tests, _counted(planned, window))
    chosen, there = groups(found, most) if show == "groups" else each_pair(found, most)
    yield from _findings(shares, profiles, owners, chosen, numbers, told)
    if there > len(chosen):
        yield Notice(f"{plural(there - len(chosen), show[:-1])} more are not told.", why=f"most is {most}")
    if not found and planned:
        yield _none(told, least)


def _findings(
    shares: Shares,
    profiles: Accounts | None,
    owners: SameOwner | None,
    chosen: Sequence[Group],
    numbers: Numbers,
    told: Told,
) -> Iterator[Finding]:
    members = {n for group in chosen for n in group.accounts}
    who = accounts(shares, profiles, owners, "cosharing_accounts", members)
    for group in chosen:
        pairs = _wording.pairs_of(group, who)
        shared = {t.trace.name: int(np.unique(_objects(t, m)).size) for t, m in group.ties}
        events = [(t.trace, t.rows_of(m)) for t, m in group.ties]
        yield Finding(
            says=_wording.says(group, pairs, shared, told, who),
            about=tuple(who[n].id for n in group.accounts),
            measure=_wording.measure(pairs),
            caveats=_wording.caveats(group, told, who, _sites.of_group(shares, group)),
            evidence=rows(
                shares,
                numbers.sources,
                np.concatenate([t.sources[e] for t, e in events]),
                np.concatenate([t.rows[e] for t, e in events]),
            ),
            figure=_wording.figure(pairs, told),
            bears=(_wording.bearing(group, who),),
        )


def _objects(tie: Ties, mark: "np.typing.NDArray[np.bool_]") -> "np.typing.NDArray[np.int64]":
    return tie.trace.events.objects[tie.behind.first[mark[tie.behind.which]]]


def _check(window: int, least: int, false: float) -> None:
    if window < 0:
        raise BadSetting(f"window is {window}; it is a number of seconds.", try_="window=60")
    if least < 1:
        raise BadSetting(f"least is {least}; two accounts must share something.", try_="least=2")
    if not 0 < false < 1:
        raise BadSetting(f"false is {false}; it is a share between 0 and 1.", try_="false=0.05")


def _seconds(day: str) -> int | None:
    """The beginning of a day in UTC seconds; raises BadSetting for what is no day."""
    if not day:
        return None
    first, _ = dates.bounds(dates.to_edtf(day) or "")
    if first is None:
        raise BadSetting(f"'{day}' is no day.", try_="since=2024-01-31")
    return int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())


def _counted(planned: Planned, window: int) -> str:
    """What was counted before any pair was made."""
    shares, pairs = sum(t.events.times.size for t, _ in planned), sum(p.pairs for _, p in planned)
    accounts_ = len(np.unique(np.concatenate([t.events.accounts for t, _ in planned]))) if planned else 0
    return (
        f"Counted: {plural(shares, 'share')} of {plural(accounts_, 'account')}, "
        f"{plural(pairs, 'close pair')} within {_wording.span(window)}."
    )


def _too_many(planned: Planned, window: int, least: int, budget: int) -> Notice:
    """The cost of the question, and which narrower ones would do."""
    made = sum(p.made for _, p in planned)
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
        f"{_counted(planned, window)} {made:,} of them would have to be made: more than the budget of {budget:,}.",
        why="the pairs grow faster than the posts, and a few things that everybody shares make most of them",
        what_would_help=", or ".join([*tries, "fewer days (since, until)", "fewer traces", "a larger budget"]),
    )


def _too_rough(trace: Trace, window: int) -> Notice:
    exact, spoken = _wording.span(trace.exact), _wording.span(window)
    things = _wording.what(trace.name, 2).partition(" ")[2]
    return Notice(
        f"The times at which the {things} were shared are known to {exact} only: a window of {spoken} says nothing.",
        why="two shares in the same minute may be a second apart or fifty-nine",
        what_would_help=f"window={trace.exact} or more, or an export with exact times",
    )


def _none(told: Told, least: int) -> Notice:
    return Notice(
        f"No two accounts shared {plural(least, 'thing')} or more within {_wording.span(told.window)} of each other "
        f"more often than chance allows. {told.counted}",
        why="none passes at this rate of false pairs; that does not show that nobody coordinates",
        what_would_help="a wider window, more days, or other traces: texts (campaigns.copies), images, hashtags",
    )
