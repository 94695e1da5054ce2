"""How a difference in what was shown is put into words, caveats, a figure, and what it answers in the docket."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.lenses.feeds._shown import Label
from cuibono.measures.account_means import Compared
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Even, Evidence, Measure, Notice

_PLAIN = ("feed", "shows", "showed", "shown", "videos", "posts", "items", "users", "viewers", "accounts", "arm",
          "recommends", "recommended", "displayed", "served", "those", "about", "topic", "than", "people")  # fmt: skip
#: What a feed is said to do where it shows something, and to whom.
_SHOWN = ("serve", "serves", "push", "pushes", "pushed", "recommend", "feeds", "fed", "gave", "gives", "given", "play",
          "played", "put", "suggest", "suggested", "offered", "saw", "see", "seen", "got", "get", "received", "receive",
          "clips", "content", "user", "account", "profiles", "platform", "algorithm", "timeline", "app", "service",
          "network")  # fmt: skip
#: What an arm is compared with when there are several.
OTHERS = "the other arms"
_MORE = ("more", "frequently", "often")
_LESS = ("less", "fewer", "rarely", "seldom", "frequently", "often")


@dataclass(frozen=True, slots=True)
class Contrast:
    """One label, one arm against another: the share of each account on both sides, and their comparison."""

    by: Label
    label: str
    one: str
    other: str
    mine: NDArray[np.float64]
    theirs: NDArray[np.float64]
    accounts: tuple[str, ...]
    found: Compared


def about(c: Contrast) -> tuple[str, ...]:
    """What a finding is about: the label and the two arms."""
    return (c.label, c.one, c.other)


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def says(c: Contrast) -> str:
    """The sentence of a finding."""
    way = "more" if c.found.difference > 0 else "less"
    return (
        f"Accounts of \u201c{c.one}\u201d were shown \u201c{c.label}\u201d {way} often than those of "
        f"\u201c{c.other}\u201d: {_percent(float(c.mine.mean()))} against {_percent(float(c.theirs.mean()))} of what "
        f"was recommended, {_gap(c)}, "
        f"{c.mine.size} against {plural(c.theirs.size, 'account')}"
    )


def _gap(c: Contrast) -> str:
    low, high = 100 * c.found.low, 100 * c.found.high
    return f"a gap of {100 * c.found.difference:+.1f} points [{low:+.1f} to {high:+.1f}]"


def _how(c: Contrast) -> str:
    how = "all permutations of the accounts" if c.found.exact else "9,999 drawn permutations of the accounts"
    return f"p by {how}; the smallest that so many accounts can reach is {c.found.smallest:.2g}"


def measure(c: Contrast, q: float) -> Measure:
    """The gap with its interval."""
    return Measure(
        "gap between mean account shares",
        100 * c.found.difference,
        "percentage points",
        100 * c.found.low,
        100 * c.found.high,
        c.found.p,
        f"Mean share of the label over the accounts of one arm, less that of the other. 95 % interval (Welch); "
        f"{_how(c)}; q {q:.2g} after the correction for all comparisons of this run.",
    )


def caveats(tests: int) -> tuple[str, ...]:
    """What the number does not say."""
    return tuple(_caveats(tests))


def _caveats(tests: int) -> Iterator[str]:
    yield "It is a difference in what was shown, not its reason: feeds learn what accounts watch. See feeds.departure."
    yield "It holds for these accounts, this client and these dates; accounts are no sample of people."
    yield "Feeds drift: arms compare only if their accounts ran on the same days."
    if tests > 1:
        yield f"It is one of {tests} comparisons of this run; the q-value allows for that."


def small(arm: str, why: str) -> Notice:
    """What is said of an arm that is too small."""
    return Notice(f"The arm \u201c{arm}\u201d is not compared", why, "more accounts in each arm", (arm,))


def nothing(why: str) -> Notice:
    """What is said when nothing can be compared."""
    return Notice("No arms can be compared", why, "the arm of each account: cuibono add FILE --as feed_accounts")


def no_difference(c: Contrast, q: float, rows: Evidence) -> Even:
    """What is said when nothing beyond chance was found."""
    two = c.other != OTHERS
    bears = (_sides(c, up=c.found.difference > 0, even=True), *_shares(c)) if two else ()
    return Even(
        f"No difference between \u201c{c.one}\u201d and \u201c{c.other}\u201d in how often \u201c{c.label}\u201d was "
        "shown is identified",
        f"{_gap(c)}, p {c.found.p:.2g}, q {q:.2g}; {_how(c)}",
        "more accounts rather than longer feeds; feeds.power says how many",
        about(c),
        rows,
        bears,
    )


def figure(c: Contrast) -> Figure:
    """The mean account share of both sides, with its own interval."""
    return Figure(
        f"Share of \u201c{c.label}\u201d in what was recommended, mean over accounts",
        "share",
        tuple(_bar(name, shares) for name, shares in ((c.one, c.mine), (c.other, c.theirs))),
    )


def _bar(name: str, shares: NDArray[np.float64]) -> Bar:
    wide = 2 * float(shares.std(ddof=1)) / float(np.sqrt(shares.size))
    mean = float(shares.mean())
    return Bar(name, mean, max(0.0, mean - wide), min(1.0, mean + wide), plural(shares.size, "account"))


def bears(c: Contrast) -> tuple[Bearing, ...]:
    """Claims of a direction that name the label and an arm, seen from either; why it is so is for no count to say."""
    return tuple(_bearings(c))


def _bearings(c: Contrast) -> Iterator[Bearing]:
    """The other arm is not among the words: who is shown more than whom could not be told from words alone."""
    up = c.found.difference > 0
    if c.other != OTHERS:
        yield _sides(c, up=up)
        yield from _shares(c)
    for arm, more in ((c.one, up), (c.other, not up)):
        if arm == OTHERS:
            continue
        right, wrong = (_MORE, _LESS) if more else (_LESS, _MORE)
        needs, words = (c.label, arm), (*_PLAIN, c.by, *_words(c.label), *_words(arm))
        yield Bearing("behaviour of a feed", "supported", ("feed", arm), (*words, *right), needs=needs)
        yield Bearing("behaviour of a feed", "contradicted", ("feed", arm), (*words, *wrong), needs=needs)


def _sides(c: Contrast, *, up: bool, even: bool = False) -> Bearing:
    """Both arms, the one that was shown more first; how many times as much is told where both were shown some."""
    more, fewer = (c.one, c.other) if up else (c.other, c.one)
    words = (*_PLAIN, *_SHOWN, c.by, *_words(c.label))
    ratio = _ratio(c.mine, c.theirs) if up else _ratio(c.theirs, c.mine)
    return Bearing(
        "behaviour of a feed", "supported", (more, fewer), words, needs=(c.label,), sides=(more, fewer), ratio=ratio,
        even=even,
    )  # fmt: skip


def _shares(c: Contrast) -> Iterator[Bearing]:
    """What part of what the accounts of each arm were shown it was, in the mean."""
    for arm, other, shares in ((c.one, c.other, c.mine), (c.other, c.one, c.theirs)):
        part = 100 * float(shares.mean())
        yield Bearing(
            "share", "supported", (arm,), (*_PLAIN, *_SHOWN, c.by, *_words(c.label)), part, part, "percent",
            needs=(c.label,), sides=(arm, other),
        )  # fmt: skip


def _ratio(more: NDArray[np.float64], fewer: NDArray[np.float64]) -> tuple[float, float, float] | None:
    """How many times as large one mean share is as the other, with a 95 % interval on the logarithm."""
    if fewer.mean() <= 0:
        return None
    value = float(more.mean() / fewer.mean())
    spread = sum(float(s.var(ddof=1)) / s.size / float(s.mean()) ** 2 for s in (more, fewer))
    wide = float(np.exp(1.959963984540054 * np.sqrt(spread)))
    return value, value / wide, value * wide


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
