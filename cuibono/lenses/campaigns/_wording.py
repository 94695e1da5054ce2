"""How ties and groups are put into words, numbers, caveats and a figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from cuibono.lenses.campaigns._accounts import Account, in_common
from cuibono.lenses.campaigns._groups import Group
from cuibono.measures.close_chance import ratio_interval
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure

_NAMED, _BARS = 3, 12
_DOZENS = 24
_SIZES = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WHAT = {
    "post": "repost",
    "url": "link",
    "domain": "domain",
    "hashtag_seq": "hashtag row",
    "text_cluster": "nearly identical text",
    "image_hash": "image",
    "audio": "sound",
    "site_id": "site id",
}
_WORDS = (
    "the", "these", "those", "both",
    "account", "accounts", "act", "acted", "acting", "acts", "campaign", "channels", "concert", "coordinate",
    "coordinated", "coordinates", "coordinating", "coordination", "copied", "copies", "copy", "group", "groups",
    "hashtags", "identical", "images", "in", "lockstep", "links", "messages", "minute", "minutes", "network", "once",
    "pages", "post", "posted", "posting", "posts", "push", "pushed", "pushes", "repost", "reposted", "reposts", "same",
    "seconds", "share", "shared", "shares", "sharing", "simultaneously", "spread", "spreads", "synchronised",
    "synchronized", "texts", "times", "time", "together", "within",
    "manner", "way", "fashion", "what", "they", "their", "them", "each", "other", "step", "sync", "unison", "tandem",
    "publish", "publishes", "published", "moment", "moments", "exactly", "almost", "nearly", "articles", "addresses",
    "urls", "on", "platform", "over", "when", "among", "including", "apart", "only", "just", "after", "before", "later",
    "link", "of", "all", "tweeted", "tweet", "tweets", "reposting", "as", "several", "repeatedly",
    "many", "often", "again", "few", "one", "another", "was", "were", "co-shared", "co-share", "co-shares",
    "co-sharing", "clearly", "closely", "synchrony", "identically",
    "simultaneous", "simultaneously",
    "repeat", "repeats", "repeated", "work", "works", "worked", "did", "had", "have", "has", "so", "each", "same",
)  # fmt: skip
ALIKE = (
    "More synchronous than chance is not the same as directed by one hand: newsrooms, schedulers, regional editions, "
    "fans and people who watch the same programme act alike too."
)


@dataclass(frozen=True, slots=True)
class Told:
    """What every finding of a run has in common: the window, the rate of false pairs allowed, and what was counted."""

    window: int
    false: float
    tests: int
    counted: str
    tested: bool = True

    @property
    def beyond(self) -> str:
        """What is said of ties: that they are beyond chance, where that was tested."""
        return "more synchronous than chance" if self.tested else "by CooRTweet's rule, not tested against chance"


@dataclass(frozen=True, slots=True)
class Pair:
    """One tie in words: who, how many things of which kind, how many chance gives, and how sure."""

    one: Account
    other: Account
    trace: str
    objects: int
    expected: float
    p: float
    q: float


def what(trace: str, count: int) -> str:
    """Objects of a trace, counted: "3 links"."""
    return plural(count, _WHAT.get(trace, "thing"))


def pairs_of(group: Group, who: Mapping[int, Account]) -> list[Pair]:
    """The ties of a group, the most striking first."""
    found = []
    for tie, mark in group.ties:
        columns = (tie.one[mark], tie.other[mark], tie.objects[mark], tie.expected[mark], tie.p[mark], tie.q[mark])
        for one, other, objects, expected, p, q in zip(*(c.tolist() for c in columns), strict=True):
            found.append(Pair(who[one], who[other], tie.trace.name, objects, expected, p, q))
    return sorted(found, key=lambda f: (0.0 if isnan(f.p) else f.p, -f.objects, f.one.id, f.other.id, f.trace))


def says(group: Group, pairs: Sequence[Pair], shared: Mapping[str, int], told: Told, who: Mapping[int, Account]) -> str:
    """The sentence of a finding."""
    first = pairs[0]
    things = " and ".join(what(trace, count) for trace, count in shared.items())
    members = [who[n] for n in group.accounts]
    if len(members) == 2:
        return (
            f"{first.one.name} and {first.other.name} shared the same {things} within {span(told.window)} of each "
            f"other; chance gives {number(first.expected)}: {told.beyond}"
        )
    named = _leading(pairs)
    more = len(members) - len(named)
    names = ", ".join(named) + (f" and {plural(more, 'other')}" if more else "")
    return (
        f"{len(members)} accounts ({names}) shared {things} in step, within {span(told.window)} of each other, "
        f"{told.beyond}: {plural(group.pairs, 'pair')}, the strongest {first.one.name} and "
        f"{first.other.name} with {what(first.trace, first.objects)} where chance gives {number(first.expected)}"
    )


def _leading(pairs: Sequence[Pair]) -> list[str]:
    """The names of the accounts that the strongest ties name first."""
    return list(dict.fromkeys(a.name for p in pairs for a in (p.one, p.other)))[:_NAMED]


def span(seconds: int) -> str:
    """A window in words: 60 s, 5 minutes, 2 hours."""
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds > size and seconds % size == 0:
            return plural(seconds // size, word)
    return f"{seconds} s"


def number(value: float) -> str:
    """A number of which only the size matters."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"


def sure(q: float) -> str:
    """A q-value: "q 3e-08"."""
    if isnan(q):
        return "not tested"
    return "q below 1e-300" if q < 1e-300 else f"q {q:.1g}"


def measure(pairs: Sequence[Pair]) -> Measure:
    """How many times chance the pairs shared, over all of them."""
    objects, expected = sum(p.objects for p in pairs), sum(p.expected for p in pairs)
    low, high = ratio_interval(objects, expected)
    weakest = max(p.q for p in pairs)
    if isnan(weakest):
        return Measure(
            "co-shares",
            float(objects),
            meaning=f"pairs of rows, counted for each pair of accounts; chance gives {number(expected)} shared "
            "things, which was not tested",
        )
    return Measure(
        "times chance",
        objects / expected,
        low=low,
        high=high,
        p=max(p.p for p in pairs),
        meaning=(
            f"{objects:,} shared things, counted for each pair, where {number(expected)} are expected if the names "
            f"over all posts were dealt anew; the interval is that of a Poisson count. p is that of the weakest pair "
            f"({sure(weakest)})."
        ),
    )


def caveats(group: Group, told: Told, who: Mapping[int, Account], sites: Sequence[str]) -> tuple[str, ...]:
    """What the numbers do not say, and what would explain them without a campaign."""
    members = [who[n] for n in group.accounts]
    return (ALIKE, *_ordinary(group, members, sites), *_method(group, told))


def _ordinary(group: Group, members: list[Account], sites: Sequence[str]) -> Iterator[str]:
    words = {"owner": "answer to the same owner,", "affiliation": "openly belong to", "site": "link to the same site,"}
    for kind, name, those in in_common(members):
        names = ", ".join(a.name for a in those[:_NAMED]) + (" and others" if len(those) > _NAMED else "")
        many = f"{len(those)} of the" if len(those) < len(members) else "All"
        yield f"{many} {len(members)} accounts {words[kind]} {name} ({names}): one explanation."
    if sites:
        yield f"Most of the shared links lead to one site, {sites[0]}: its channels may just post what is new there."
    if _on_the_minute(group):
        yield "Most of these posts came on the full minute, as schedulers post."
    if len(members) == 2:
        yield "Two accounts are few: one person with two accounts, or a page and its editor, look the same."


def _on_the_minute(group: Group) -> bool:
    exact = [(t, m) for t, m in group.ties if t.trace.exact < 60]
    times = np.concatenate([t.trace.events.times[t.rows_of(m)] for t, m in exact]) if exact else np.zeros(0)
    return bool(times.size) and float((times % 60 == 0).mean()) > 0.5


def _method(group: Group, told: Told) -> Iterator[str]:
    if not told.tested:
        yield (
            "CooRTweet's rule: all pairs of rows within the window, and of the pairs of accounts those above the "
            "median weight. Up to half of all pairs are above it by construction: that says nothing of chance."
        )
        yield told.counted
        return
    yield (
        "Null model: the names over all posts are dealt anew, while things, times, bursts and how much each account "
        f"posts stay. {told.tests:,} pairs of accounts were tested; among those told, at most {told.false:.0%} are "
        "expected to be false (Benjamini and Hochberg). That bounds false pairs, not false accounts.".replace("%", " %")
    )
    yield told.counted
    rough = max((t.trace.exact for t, _ in group.ties), default=1)
    if rough > 1:
        yield f"Times are known to {span(rough)} only."


def figure(pairs: Sequence[Pair], told: Told) -> Figure:
    """The strongest pairs as bars."""
    shown = pairs[:_BARS]
    more = f", the strongest {len(shown)} of {len(pairs)}" if len(pairs) > len(shown) else ""
    several = len({p.trace for p in pairs}) > 1
    bars = tuple(
        Bar(
            f"{p.one.name} – {p.other.name}" + (f" ({_WHAT.get(p.trace, 'thing')}s)" if several else ""),
            float(p.objects),
            note=f"chance gives {number(p.expected)}; {sure(p.q)}",
        )
        for p in shown
    )
    return Figure(f"The same things within {span(told.window)}: pairs of accounts{more}", "things", bars)


def bearing(group: Group, who: Mapping[int, Account]) -> Bearing:
    """What a finding says for claims that these accounts act together, in the days of what they shared."""
    about = tuple(dict.fromkeys(n for a in group.accounts for n in who[a].called))
    times = np.concatenate([t.trace.events.times[t.rows_of(m)] for t, m in group.ties])
    first, last = (str(np.datetime64(int(t), "s"))[:10] for t in (times.min(), times.max()))
    size, (least, most) = len(group.accounts), _how_often(group)
    named = f"{_SIZES[size - 2] if size <= len(_SIZES) + 1 else size} accounts"
    words = (*_WORDS, named, *(("pairwise",) if least else ()), *(("dozens",) if least and least >= _DOZENS else ()))
    return Bearing(
        "coordination", "supported", about, words, least, most, time=first if first == last else f"{first}/{last}"
    )


def _how_often(group: Group) -> tuple[float, float] | tuple[None, None]:
    """By how many things every two of a group are tied, at least and at most; nothing where some are not tied."""
    size = len(group.accounts)
    if group.pairs < size * (size - 1) // 2:
        return None, None
    counts = [t.objects[m] for t, m in group.ties if m.any()]
    return min(float(c.min()) for c in counts), max(float(c.max()) for c in counts)
