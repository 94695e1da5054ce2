"""How a departure is put into words, caveats, a figure, and what it answers in the docket."""

import re
from collections.abc import Iterator
from math import exp

from cuibono.lenses.feeds._choices import CONTROLS, Choices
from cuibono.lenses.feeds._shown import PEOPLE, Label
from cuibono.measures.conditional_logit import Fitted
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure, Notice

LABELS: dict[Label, str] = {
    "topic": "topic",
    "stance": "stance",
    "author": "author",
    "author_country": "country of authors",
    "lang": "language",
}
_PLAIN = ("feed", "shows", "shown", "videos", "posts", "items", "users", "viewers", "everybody", "recommends", "about")
_MORE = ("more", "pushes", "promotes", "boosts", "favours", "amplifies", "than", "engagement", "explains", "alone")
_LESS = ("less", "fewer", "hides", "demotes", "suppresses", "buries", "than", "engagement", "explains", "alone")
_MATCHED, _ANSWERED = 0.5, 0.2


def not_identified(why: str, help_: str) -> Notice:
    """What is said when nothing can be said."""
    return Notice("departure not identified", why, help_)


def refused(told: Choices) -> Notice | None:
    """Why the two tables do not carry an answer, or None."""
    total = told.item.size + told.unplaced
    if total == 0:
        return not_identified("no recommendation was recorded", "impressions whose source_label is organic")
    if told.item.size < _MATCHED * total:
        return not_identified(
            f"the catalogue does not hold {told.unplaced:,} of the {total:,} impressions",
            "a catalogue of the same windows, in the same words as the column period of the impressions",
        )
    if len(told.accounts) < PEOPLE:
        return not_identified(
            f"it takes {PEOPLE} accounts, and there are {len(told.accounts)}", "more accounts, rather than longer feeds"
        )
    if told.answered.mean() < _ANSWERED:
        return not_identified(
            "what each account watched and liked is not recorded: what the feed learned of its taste is unknown",
            "watch times (watch_s, duration) or actions of each impression",
        )
    return None


def says(by: Label, label: str, fit: Fitted) -> str:
    """The sentence of a finding."""
    way = "more" if fit.beta[0] > 0 else "less"
    return (
        f"The feed showed the {LABELS[by]} \u201c{label}\u201d {way} often than supply, engagement and learned taste "
        f"explain: odds {_odds(fit)} times those of a like video, over {plural(fit.clusters, 'account')}"
    )


def _odds(fit: Fitted) -> str:
    return f"{exp(fit.beta[0]):.2f} [{exp(fit.low[0]):.2f} to {exp(fit.high[0]):.2f}]"


def measure(fit: Fitted, q: float) -> Measure:
    """The pull with its interval."""
    return Measure(
        "pull of the label",
        float(fit.beta[0]),
        "log odds",
        float(fit.low[0]),
        float(fit.high[0]),
        float(fit.p[0]),
        "How much likelier a video is shown when it has the label than a like one of the same window without it, as "
        f"log odds: 0 when the label makes no difference. 95 % interval by account and video; q {q:.2g} after the "
        "correction for all labels of this run.",
    )


def caveats(told: Choices, fit: Fitted, tests: int) -> tuple[str, ...]:
    """What the number does not say."""
    return tuple(_caveats(told, fit, tests))


def _caveats(told: Choices, fit: Fitted, tests: int) -> Iterator[str]:
    yield "It does not show intent: whatever goes with the label and was not measured is counted as its pull."
    yield "It holds for these accounts, this client and these dates; accounts are no sample of people."
    yield "Labels are taken as they stand: mislabelled videos draw the pull towards 0."
    if fit.clusters < 12:
        yield f"{fit.clusters} accounts are few for errors by account; intervals may be too narrow."
    if not told.timed:
        yield "When things were shown is not known: what others watched together is not among the reasons."
    if told.unplaced:
        yield f"{plural(told.unplaced, 'impression')} not in the catalogue {_were(told.unplaced)} left out."
    mute = int((~told.answered).sum())
    if mute:
        yield f"{plural(mute, 'impression')} {_have(mute)} no watch time and no action: taste is known less well."
    if tests > 1:
        yield f"It is one of {tests} labels of this run; the q-value allows for that."


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def none_found(by: Label, label: str, fit: Fitted, q: float) -> Notice:
    """What is said when nothing beyond chance was found: what the data leave open."""
    return Notice(
        f"No departure of the {LABELS[by]} \u201c{label}\u201d beyond supply, engagement and taste is identified",
        f"odds {_odds(fit)} times those of a like video, p {fit.p[0]:.2g}, q {q:.2g}",
        "more accounts: the interval leaves the rest open",
        (label,),
    )


def figure(label: str, fit: Fitted) -> Figure:
    """The pull of the label with its interval."""
    bar = Bar(label, float(fit.beta[0]), float(fit.low[0]), float(fit.high[0]), f"{fit.clusters} accounts")
    return Figure(f"Pull beside {CONTROLS} videos that could have been shown", "log odds", (bar,), "ranges", mark=0.0)


def bears(by: Label, label: str, fit: Fitted) -> tuple[Bearing, ...]:
    """Claims of a direction; what anybody wanted is for no numbers to say."""
    words = (*_PLAIN, LABELS[by], *re.findall(r"\w+", label.lower()))
    right, wrong = (_MORE, _LESS) if fit.beta[0] > 0 else (_LESS, _MORE)
    about, needs = ("feed", label), (label, "engagement")
    return (
        Bearing("behaviour of a feed", "supported", about, (*words, *right), needs=needs),
        Bearing("behaviour of a feed", "contradicted", about, (*words, *wrong), needs=needs),
    )
