"""Does a feed show something more than supply, engagement and learned taste explain?"""

from collections.abc import Iterator

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.feeds import _departure_wording as wording
from cuibono.lenses.feeds import _shown
from cuibono.lenses.feeds._choices import CONTROLS, Cases, Choices, cases, choices
from cuibono.lenses.feeds._shown import PEOPLE, Label
from cuibono.measures.conditional_logit import Fitted, conditional_logit
from cuibono.measures.false_discovery import q_values
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Catalogue, Impressions


@lens(answers=["behaviour of a feed"])
def departure(
    impressions: Impressions,
    catalogue: Catalogue | None = None,
    *,
    by: Label = "topic",
    value: str = "",
    platform: str = "",
    alpha: float = 0.05,
    seed: int = 1,
) -> Iterator[Finding | Notice]:
    """What a feed shows more, or less, than supply, engagement and what it learned of each account explain.

    Each impression is compared with 15 videos drawn from the catalogue of the same window, which could have been shown
    in its place (case-control sampling; McFadden's conditional logit of 1974 and 1978). The coefficient of a label (a
    topic, a stance, a country of authors) is its pull, as log odds, beside four other reasons: how much of the supply
    there is, how much a video engages everybody, the account's own taste, and what others watched together with what
    it liked last, both learned from watching and actions until then as the open reference recommender learns them.
    Errors are the sandwich over accounts and over videos at once (Cameron, Gelbach and Miller 2011): what one account
    is shown hangs together, and a video that is liked for reasons unknown is shown to many. A label that surely stands
    out is a reason beside which the others are measured: what is pushed up takes the place of everything else. All
    labels of a run are corrected together (Benjamini and Hochberg 1995).

    Without a catalogue of what could have been shown it is not identified, and the lens says so: videos that others
    were shown are no substitute. What others watched together is learned from the accounts of the test alone; a feed
    that leans on a large audience of its own is followed less well. It does not say why a feed departs, nor that
    anybody wanted it: whatever goes with the label and is not among the reasons is counted as its pull. It says
    nothing of any one account.

    Settings:
        by: the label under test
        value: only this value of the label; empty for each that is common enough
        platform: only this platform; empty for all
        alpha: the share of false alarms that is allowed for
        seed: of the draw of controls
    """
    if not 0 < alpha < 0.5:
        raise BadSetting(f"alpha cannot be {alpha}.", try_="alpha=0.05, a share of false alarms")
    if catalogue is None or catalogue.empty():
        impressions.sql("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM {this}")
        yield wording.not_identified(
            "there is no catalogue: what could have been shown and was not is unknown",
            "all videos that were new in the same windows, shown or not: cuibono add FILE --as catalogue",
        )
        return
    told = choices(impressions, catalogue, by, platform)
    if why := wording.refused(told):
        yield why
        return
    made = cases(told, seed)
    asked = [n for n, label in enumerate(told.labels) if label and value.lower() in ("", label.lower())]
    fits = [*_fitted(told, made, asked, alpha)]
    done = {n for n, _ in fits}
    if not fits:
        yield wording.not_identified(
            f"no {wording.LABELS[by]} is found both among what was shown and what could have been, or windows hold "
            f"{CONTROLS} videos or fewer",
            "a catalogue of all that was new in each window, with the same labels",
        )
        return
    q = q_values(np.array([f.p[0] for _, f in fits]))
    evidence = _shown.evidence(impressions, list(told.accounts), platform)
    for (n, fit), corrected in zip(fits, q.tolist(), strict=True):
        if corrected <= alpha:
            yield Finding(
                says=wording.says(by, told.labels[n], fit),
                about=(told.labels[n],),
                measure=wording.measure(fit, corrected),
                caveats=wording.caveats(told, fit, len(fits)),
                evidence=evidence,
                figure=wording.figure(told.labels[n], fit),
                bears=wording.bears(by, told.labels[n], fit),
            )
        else:
            yield wording.none_found(by, told.labels[n], fit, corrected)
    if value and not done:
        yield wording.not_identified(f"nothing was labelled {value}", "the label as the catalogue writes it")


def _fitted(told: Choices, made: Cases, asked: list[int], alpha: float) -> Iterator[tuple[int, Fitted]]:
    """The pull of each label; one that surely stands out is a reason beside which the others are measured.

    What is pushed up takes the place of everything else, which is no pull against everything else.
    """
    every = [n for n, label in enumerate(told.labels) if label]
    alone = {n: f for n in every if (f := pull(told, made, n)) is not None}
    first = min(alone, key=lambda n: alone[n].p[0], default=None)
    if first is None or alone[first].p[0] * len(alone) > alpha:
        yield from ((n, alone[n]) for n in asked if n in alone)
        return
    for n in asked:
        found = alone.get(n) if n == first else pull(told, made, n, beside=first) if n in alone else None
        if found is not None:
            yield n, found


def pull(told: Choices, made: Cases, label: int, beside: int | None = None) -> Fitted | None:
    """The pull of one label beside engagement, taste and company; one of few accounts or videos is not looked at."""
    is_it = (told.label[made.items] == label).astype(np.float64)
    videos = told.video[made.items]
    with_it, carry = np.unique(made.account[is_it.any(axis=1)]), np.unique(videos[is_it > 0])
    if min(with_it.size, carry.size) < PEOPLE or is_it[:, 0].sum() < PEOPLE or is_it[:, 1:].sum() < PEOPLE:
        return None
    others = [made.affinity, made.together, told.engagement[made.items]]
    others += [] if beside is None else [(told.label[made.items] == beside).astype(np.float64)]
    x = np.stack([is_it, *(o for o in others if np.ptp(o, axis=1).any())], axis=2)
    return conditional_logit(x, made.account, made.offset, items=videos, freedom=carry.size - 1)
