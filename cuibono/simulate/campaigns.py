"""Posts of an invented town, with or without a campaign planted among them.

Ordinary accounts differ in how much they post, sleep at different hours, keep to topics of their own, and follow the
same news: a few stories are shared by very many, most by hardly anyone, all of them most in the first hours. A planted
group shares the same stories, or the same text with small changes, within seconds of each other, again and again,
beside what its members post otherwise. Whatever is written from here says that it is simulated.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cuibono.simulate import campaign_words as words

START = 1_700_006_400  # a midnight, UTC
_DAY = 86_400
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Planted:
    """A campaign to plant: how many accounts act together, how often, within how many seconds, and how.

    ``copies`` plants a text in place of a link; ``part`` is the share of its members that join each time.
    """

    members: int = 6
    times: int = 8
    seconds: int = 30
    copies: bool = False
    part: float = 0.8


@dataclass(frozen=True, slots=True)
class Town:
    """What was made: who (numbers of accounts) posted what (numbers of stories) when, and the groups planted.

    ``text`` numbers the post's planted text, -1 for words of its own.
    """

    handles: tuple[str, ...]
    accounts: Ints
    stories: Ints
    times: Ints
    text: Ints
    groups: tuple[frozenset[str], ...]
    seed: int

    def shares(self) -> Iterator[dict[str, Any]]:
        """Rows of the table of shares: each post that has a link, with it."""
        for number, (a, s, t) in enumerate(self._rows()):
            if s >= 0:
                yield {
                    "object_type": "url",
                    "object": words.link(s),
                    "account": f"town:{self.handles[a]}",
                    "account_name": self.handles[a],
                    "post": f"town:{number}",
                    "t": t,
                    "t_precision": 1,
                }

    def posts(self) -> Iterator[dict[str, Any]]:
        """Rows of the table of posts, with words in three languages; many pass a story on under its headline."""
        rng = np.random.default_rng([self.seed, 7])
        headlines = {int(s): words.sentence(rng, _lang(int(s)), 10) for s in np.unique(self.stories) if s >= 0}
        planted = {int(n): words.sentence(rng, _lang(int(n)), 18) for n in np.unique(self.text) if n >= 0}
        for number, ((a, s, t), text) in enumerate(zip(self._rows(), self.text.tolist(), strict=True)):
            quoted = text < 0 <= s and rng.random() < 0.4
            lang = _lang(text if text >= 0 else s if quoted else a)
            given = planted[text] if text >= 0 else headlines[s] if quoted else ""
            said = words.varied(rng, given, lang) if given else words.sentence(rng, lang)
            yield {
                "post": f"town:{number}",
                "account": f"town:{self.handles[a]}",
                "account_name": self.handles[a],
                "t": t,
                "t_precision": 1,
                "text": said + (f" {words.link(s)}" if s >= 0 else ""),
                "lang": lang,
                "kind": "post",
            }

    def profiles(self) -> Iterator[dict[str, Any]]:
        """Rows of the table of accounts."""
        for handle in self.handles:
            yield {"account": f"town:{handle}", "account_name": handle, "platform": "town", "kind": "person"}

    def _rows(self) -> Iterator[tuple[int, int, int]]:
        yield from zip(self.accounts.tolist(), self.stories.tolist(), self.times.tolist(), strict=True)


def _lang(number: int) -> str:
    return ("en", "zh", "ar")[number % 3]


def town(
    seed: int,
    *,
    accounts: int = 300,
    posts: int = 8_000,
    stories: int = 1_500,
    days: int = 7,
    planted: tuple[Planted, ...] = (),
) -> Town:
    """Make a town; the same seed makes the same town."""
    rng = np.random.default_rng(seed)
    who, what, when = _ordinary(rng, accounts, posts, stories, days)
    text = np.full(who.size, -1, np.int64)
    groups = []
    for number, plan in enumerate(planted):
        a, s, t, x = _campaign(rng, accounts, stories, days, plan, number)
        groups.append(np.unique(a))
        who, what, when, text = (np.concatenate(c) for c in ((who, a), (what, s), (when, t), (text, x)))
    order = np.argsort(when, kind="stable")
    names = words.handles(accounts)
    return Town(
        tuple(names),
        who[order],
        what[order],
        when[order],
        text[order],
        tuple(frozenset(f"town:{names[n]}" for n in g) for g in groups),
        seed,
    )


def _ordinary(rng: np.random.Generator, accounts: int, posts: int, stories: int, days: int) -> tuple[Ints, Ints, Ints]:
    """Who posts which story when, without any campaign."""
    zeal = np.minimum(rng.pareto(1.2, accounts) + 0.3, 60.0)
    who = rng.choice(accounts, posts, p=zeal / zeal.sum())
    topics = 8
    topic_of = rng.integers(0, topics, accounts)
    fame = np.minimum(rng.pareto(0.9, stories) + 0.1, 150.0)
    what = np.empty(posts, np.int64)
    own = rng.random(posts) < 0.6
    for topic in range(topics):
        chosen = np.flatnonzero(own & (topic_of[who] == topic))
        within = np.arange(topic, stories, topics)
        what[chosen] = within[rng.choice(within.size, chosen.size, p=fame[within] / fame[within].sum())]
    rest = np.flatnonzero(~own)
    what[rest] = rng.choice(stories, rest.size, p=fame / fame.sum())
    born = START + rng.integers(0, days * _DAY, stories)
    when = born[what] + rng.exponential(rng.choice([1_800.0, 14_400.0], posts, p=[0.4, 0.6])).astype(np.int64)
    return who.astype(np.int64), what, _awake(rng, who, when, accounts)


def _awake(rng: np.random.Generator, who: Ints, when: Ints, accounts: int) -> Ints:
    """Nobody posts in their own night: what falls into it comes out in their morning."""
    zone = rng.choice(np.arange(24), accounts, p=_zones())[who] * 3_600
    local = (when + zone) % _DAY
    asleep = local < 7 * 3_600
    morning = (7 * 3_600 - local + rng.exponential(3_600, who.size)).astype(np.int64)
    return np.where(asleep, when + morning, when)


def _zones() -> NDArray[np.float64]:
    """Most accounts live in two regions."""
    weight = np.full(24, 0.01)
    weight[[0, 1, 2]] += 0.16
    weight[[17, 18, 19]] += 0.10
    return np.asarray(weight / weight.sum(), dtype=np.float64)


def _campaign(
    rng: np.random.Generator, accounts: int, stories: int, days: int, plan: Planted, number: int
) -> tuple[Ints, Ints, Ints, Ints]:
    """What a planted group posts together."""
    members = rng.choice(accounts, plan.members, replace=False)
    joins = rng.random((plan.times, plan.members)) < plan.part
    starts = START + rng.integers(0, days * _DAY, plan.times)
    times, which = np.nonzero(joins)
    when = starts[times] + rng.integers(0, plan.seconds + 1, times.size)
    what = np.full(times.size, -1, np.int64) if plan.copies else rng.integers(0, stories, plan.times)[times]
    text = times + 1_000 * number if plan.copies else np.full(times.size, -1, np.int64)
    return members[which].astype(np.int64), what.astype(np.int64), when, text.astype(np.int64)


def write(made: Town, folder: Path) -> list[Path]:
    """Write shares, posts and accounts as CSV; add them to a case with ``simulated=True``."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in (("shares", made.shares()), ("posts", made.posts()), ("accounts", made.profiles())):
        path = folder / f"simulated_{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            first = next(rows)
            writer = csv.DictWriter(out, list(first), lineterminator="\n")
            writer.writeheader()
            writer.writerow(first)
            writer.writerows(rows)
        written.append(path)
    return written
