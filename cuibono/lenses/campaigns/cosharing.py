"""Who shares the same things at the same times, more often than chance?"""

from collections.abc import Iterator
from typing import Literal

from cuibono.lenses.campaigns import _planning, _sites
from cuibono.lenses.campaigns._coortweet import coortweet_ties
from cuibono.lenses.campaigns._edges import ties
from cuibono.lenses.campaigns._findings import findings, untied
from cuibono.lenses.campaigns._groups import each_pair, groups
from cuibono.lenses.campaigns._traces import Asked, keep_numbers, kinds, read_traces
from cuibono.lenses.campaigns._wording import Told
from cuibono.lenses.contract import lens
from cuibono.measures.co_sharing import plan
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Accounts, SameOwner, Shares

_OTHERS = "texts (campaigns.copies), images, hashtags"


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
    rule: Literal["chance", "CooRTweet"] = "chance",
    budget: int = 50_000_000,
    most: int = 50,
) -> Iterator[Finding | Notice]:
    """Accounts that share the same things within seconds of each other, more often than chance allows.

    Two shares are close when they are of the same thing (a link, a repost, a row of hashtags ...) and at most `window`
    seconds apart. How many close pairs there are is counted before any is made; above `budget` the lens says so and
    does not answer. For each two accounts the distinct things they shared so are counted, at most as many as either has
    posts, and compared with chance: dealing the names over all posts anew, while things, times, bursts and each
    account's number of posts stay, two accounts with d and e posts are expected to have 2 d e P / (E (E - 1)) of the P
    close pairs of a thing among E posts, so that they share it with a chance of one minus the exponential of minus
    that; the sum over things is what chance gives. p is the Poisson tail; q is Benjamini and Hochberg's (1995), over
    all pairs of accounts, those that never met included. Each kind of thing is tested apart; tied accounts form groups.
    The things with most close pairs are set aside and looked up at the end, which changes the cost and not the answer.

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
        rule: chance, or that of the R package CooRTweet, for comparison: `least` is its participation, pairs above the
            median weight are told, nothing is tested and no claim is answered
        budget: how many close pairs may be made before the lens asks for a narrower question
        most: how many groups or pairs are told at most
    """
    _planning.check(window, least, false)
    asked = Asked(tuple(t.lower() for t in traces), _planning.seconds(since), _planning.seconds(until))
    numbers = keep_numbers(shares, asked)
    planned = [(t, plan(t.events, window, least)) for t in read_traces(shares, asked, numbers)]
    if not planned:
        yield _planning.nothing(asked.traces, kinds(shares))
        return
    yield from (_planning.too_rough(t, window) for t, _ in planned if t.exact > window)
    planned = [(t, p) for t, p in planned if t.exact <= window]
    counted = _planning.counted(planned, window)
    shares.tell(counted)
    if _planning.made(planned) > budget:
        yield _planning.too_many(planned, window, least, budget)
        return
    if rule == "CooRTweet":
        found, told = (
            coortweet_ties(shares, asked, numbers, window, least),
            Told(window, false, 0, counted, tested=False),
        )
    else:
        found, tests = ties(planned, window, least, false)
        told = Told(window, false, tests, counted)
    chosen, there = groups(found, most) if show == "groups" else each_pair(found, most)
    yield from findings(
        shares,
        profiles,
        owners,
        chosen=chosen,
        sources=numbers.sources,
        told=told,
        numbered="cosharing_accounts",
        sites=lambda group: _sites.of_group(shares, group),
    )
    yield from _planning.not_told(len(chosen), there, show, most, tested=told.tested)
    if not told.tested:
        return
    if found:
        yield from untied(shares, profiles, chosen=chosen, there=there, told=told, numbered="cosharing_accounts")
    elif planned:
        yield _planning.none(told, least, _OTHERS)
