"""Who posts the same text at the same times, more often than chance?"""

from collections.abc import Iterator
from typing import Literal

from cuibono.errors import BadSetting
from cuibono.lenses.campaigns import _planning, _texts
from cuibono.lenses.campaigns._edges import ties
from cuibono.lenses.campaigns._findings import findings, untied
from cuibono.lenses.campaigns._groups import each_pair, groups
from cuibono.lenses.campaigns._wording import Told
from cuibono.lenses.contract import lens
from cuibono.measures.co_sharing import plan
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Accounts, Posts, SameOwner

_OTHERS = "links, reposts and hashtags (campaigns.cosharing), images"


@lens(answers=["coordination"])
def copies(
    posts: Posts,
    profiles: Accounts | None = None,
    owners: SameOwner | None = None,
    *,
    window: int = 300,
    least: int = 2,
    alike: float = 0.8,
    false: float = 0.05,
    reposts: bool = False,
    since: str = "",
    until: str = "",
    show: Literal["groups", "pairs"] = "groups",
    budget: int = 50_000_000,
    most: int = 50,
) -> Iterator[Finding | Notice]:
    """Accounts that post the same text, word for word or nearly, within minutes of each other, beyond chance.

    Texts are made plain (case, marks, links and @names go) and compared by their runs of four letters, which works in
    any script: two are copies when they have at least `alike` of all their runs in common (Broder 1997; candidates by
    MinHash, each then compared exactly). Copies of copies are one text. Texts with less to say than thirty Latin
    letters or ten Chinese signs are left out, and so are plain reposts. From there each text is a thing that accounts
    share, and is put to the same test as links in `campaigns.cosharing`: distinct texts shared within `window` seconds,
    against dealing the names over all posts anew, with Benjamini and Hochberg's q over all pairs of accounts. The
    passage that the copies have in common is shown.

    It does not say who wrote a text first, nor that copying is wrong: headlines, prayers, quotations, petitions and
    press releases are copied by people who do not know each other. Translations and paraphrases are not found. More
    synchronous than chance does not mean false, paid or directed by one hand.

    Settings:
        window: how many seconds apart two posts of the same text may be
        least: how many distinct texts two accounts must share so
        alike: the share of runs of letters, 0 to 1, that two texts must have in common to be copies
        false: the share of false pairs, 0 to 1, that may be among those told (false discovery rate)
        reposts: count reposts, which repeat a text by themselves, too
        since: only posts from this day on, e.g. 2024-01-31
        until: only posts before this day
        show: groups of accounts, or each pair on its own with the posts behind it
        budget: how many close pairs may be made before the lens asks for a narrower question
        most: how many groups or pairs are told at most
    """
    _planning.check(window, least, false)
    if not 0.3 <= alike <= 1:
        raise BadSetting(f"alike is {alike}; texts with less in common are no copies.", try_="alike=0.8")
    asked = {"reposts": reposts, "since": _planning.seconds(since), "until": _planning.seconds(until)}
    sources = _texts.keep_numbers(posts, **asked)
    trace = _texts.read_trace(posts, alike, **asked)
    if not trace.total:
        yield Notice("No post has a text that is long enough to tell copies by.", why="short texts are alike by chance")
        return
    if trace.exact > window:
        yield _planning.too_rough(trace, window)
        return
    planned = [(trace, plan(trace.events, window, least))]
    counted = _planning.counted(planned, window)
    posts.tell(counted)
    if _planning.made(planned) > budget:
        yield _planning.too_many(planned, window, least, budget)
        return
    found, tests = ties(planned, window, least, false)
    told = Told(window, false, tests, counted)
    chosen, there = groups(found, most) if show == "groups" else each_pair(found, most)
    yield from findings(
        posts,
        profiles,
        owners,
        chosen=chosen,
        sources=sources,
        told=told,
        numbered="copies_accounts",
        quote=lambda group: _texts.quote(posts, sources, group),
    )
    yield from _planning.not_told(len(chosen), there, show, most)
    if found:
        yield from untied(posts, profiles, chosen=chosen, there=there, told=told, numbered="copies_accounts")
    else:
        yield _planning.none(told, least, _OTHERS)
