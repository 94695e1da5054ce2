"""Each impression beside videos of the catalogue that could have been shown in its window, as regressors."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.lenses.feeds._shown import USABLE, Label
from cuibono.measures.recommender import Taste, action, signal
from cuibono.measures.watched_together import Together
from cuibono.model.tables import Catalogue, Impressions

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
CONTROLS = 15
TIMED = 0.8  # of the impressions, for what many watch together to be known
_MOST = 4_000  # videos of which it is known, those first that most accounts were shown


@dataclass(frozen=True, slots=True)
class Choices:
    """What was shown (places in the catalogue) to whom, in order; and the catalogue: windows, labels, tags, supply.

    ``at`` is when each was shown, in seconds (0: not known); ``video`` names the same video of several windows.
    ``unplaced`` counts impressions that the catalogue does not hold; ``answered`` says which have a watch time or an
    action. ``starts`` is where each window begins in the catalogue, and where the last one ends.
    """

    item: Ints
    account: Ints
    at: Ints
    accounts: tuple[str, ...]
    signals: Floats
    answered: NDArray[np.bool_]
    unplaced: int
    labels: tuple[str, ...]
    label: Ints
    engagement: Floats
    weight: Floats
    tags: Floats
    window: Ints
    starts: Ints
    video: Ints

    @property
    def timed(self) -> bool:
        """Whether it is known when things were shown: what others had watched until then."""
        return bool((self.at > 0).mean() >= TIMED) if self.at.size else False


def choices(impressions: Impressions, catalogue: Catalogue, by: Label, platform: str) -> Choices:
    """Read both tables; an impression is found in the catalogue by its window and its video."""
    _steps(impressions, catalogue, by, platform)
    items = catalogue.arrays("SELECT item, win, clip, label, tags, weight, engagement FROM feed_items ORDER BY item")
    shown = impressions.arrays("SELECT account, item, t, share, seconds, action, answered FROM feed_order ORDER BY n")
    total = impressions.sql("SELECT CAST(COUNT(*) AS BIGINT) AS n FROM feed_seen")[0]["n"]
    labels, label = _codes(items["label"])
    accounts, account = _codes(shown["account"])
    window = items["win"].astype(np.int64)
    return Choices(
        shown["item"].astype(np.int64),
        account,
        shown["t"].astype(np.int64),
        accounts,
        signal(
            shown["share"].astype(np.float64),
            np.array([action(a) for a in shown["action"]], dtype=np.float64),
            shown["seconds"].astype(np.float64),
        ),
        shown["answered"].astype(bool),
        int(total) - int(shown["item"].size),
        labels,
        label,
        _standard(items["engagement"].astype(np.float64)),
        items["weight"].astype(np.float64),
        _tags(items["tags"]),
        window,
        np.searchsorted(window, np.arange(int(window.max(initial=-1)) + 2)).astype(np.int64),
        items["clip"].astype(np.int64),
    )


def _steps(impressions: Impressions, catalogue: Catalogue, by: Label, platform: str) -> None:
    catalogue.step(
        "feed_supply",
        f"""
        SELECT COALESCE(period, '') AS period, video AS video, COALESCE(MIN(TRIM({by})), '') AS label,
               COALESCE(MIN(tags), MIN(topic), '') AS tags, COALESCE(MAX(weight), 1) AS weight,
               COALESCE(MAX(engagement), 0) AS engagement
        FROM {{this}}
        WHERE video IS NOT NULL AND COALESCE(status, 'stated') IN ('stated', 'alleged')
          AND COALESCE(polarity, '+') = '+' AND COALESCE(weight, 1) > 0
        GROUP BY COALESCE(period, ''), video
        """,
    )
    catalogue.step(
        "feed_items",
        """
        SELECT ROW_NUMBER() OVER (ORDER BY period, video) - 1 AS item, DENSE_RANK() OVER (ORDER BY period) - 1 AS win,
               DENSE_RANK() OVER (ORDER BY video) - 1 AS clip, period AS period, video AS video, label AS label,
               tags AS tags, weight AS weight, engagement AS engagement
        FROM feed_supply
        """,
    )
    impressions.step(
        "feed_seen",
        f"""
        SELECT account AS account, COALESCE(period, '') AS period, video AS video, COALESCE(t, 0) AS t,
               COALESCE(position, 0) AS place, _source AS src, _row AS r, COALESCE(action, '') AS action,
               CASE WHEN watch_s IS NULL OR COALESCE(duration, 0) <= 0 THEN 0.0
                    ELSE LEAST(watch_s / duration, 2.0) END AS share,
               COALESCE(watch_s, 1000.0) AS seconds,
               watch_s IS NOT NULL AND COALESCE(duration, 0) > 0 OR action IS NOT NULL AS answered
        FROM {{this}}
        WHERE {USABLE} AND account IS NOT NULL AND video IS NOT NULL
          AND ($platform = '' OR LOWER(platform) = LOWER($platform))
        """,
        platform=platform,
    )
    impressions.step(
        "feed_order",
        """
        SELECT ROW_NUMBER() OVER (ORDER BY s.account, s.t, s.place, s.src, s.r) AS n, s.account AS account,
               i.item AS item, s.t AS t, s.share AS share, s.seconds AS seconds, s.action AS action,
               s.answered AS answered
        FROM feed_seen AS s JOIN feed_items AS i ON s.period = i.period AND s.video = i.video
        """,
    )


def _codes(values: NDArray[np.object_]) -> tuple[tuple[str, ...], Ints]:
    names, codes = np.unique(values.astype(str), return_inverse=True)
    return tuple(names.tolist()), codes.astype(np.int64)


def _standard(values: Floats) -> Floats:
    spread = float(values.std()) if values.size else 0.0
    return np.asarray((values - values.mean()) / spread, dtype=np.float64) if spread > 0 else np.zeros(values.size)


def _tags(texts: NDArray[np.object_]) -> Floats:
    """A row for each item of the catalogue: its tags, which share a weight of 1."""
    names, code = _codes(texts)
    split = [[t.strip().lower() for t in name.split(",") if t.strip()] for name in names]
    every = {t: n for n, t in enumerate(sorted({t for tags in split for t in tags}))}
    rows = np.zeros((len(names), max(1, len(every))))
    for row, tags in zip(rows, split, strict=True):
        for tag in tags:
            row[every[tag]] += 1 / len(tags)
    return rows[code]


@dataclass(frozen=True, slots=True)
class Cases:
    """Shown and not shown: places in the catalogue (the first is what was shown), reasons, supply, accounts.

    ``affinity`` is the account's taste, ``together`` how near a video is to what the account liked last, by what other
    accounts liked: both as they were until then.
    """

    items: Ints
    affinity: Floats
    together: Floats
    offset: Floats
    account: Ints


def cases(told: Choices, seed: int) -> Cases:
    """Fifteen controls of the same window for each impression, and what the accounts had shown of themselves till then.

    A feed that shows what is watched together lets one account's luck spread to all others; that is no pull of a label.
    """
    rng = np.random.default_rng(seed)
    sizes = np.diff(told.starts)[told.window[told.item]]
    usable = np.flatnonzero(sizes > CONTROLS)
    item, start = told.item[usable], told.starts[told.window[told.item[usable]]]
    controls = _drawn(rng, told, usable, sizes) + start[:, None]
    settled = (controls >= 0).all(axis=1)
    usable, item, controls = usable[settled], item[settled], controls[settled]
    items = np.concatenate([item[:, None], controls], axis=1)
    affinity, near = np.zeros(items.shape), np.zeros(items.shape)
    taste = Taste(len(told.accounts), told.tags.shape[1])
    code = _most_shown(told) if told.timed else np.full(int(told.video.max(initial=-1)) + 1, -1)
    together = Together(int(code.max(initial=-1)) + 1, len(told.accounts))
    row = np.full(told.item.size, -1)
    row[usable] = np.arange(usable.size)
    for places in _rounds(told):
        mine = places[row[places] >= 0]
        if mine.size:
            who, what = told.account[mine], items[row[mine]]
            affinity[row[mine]] = np.einsum("uij,uj->ui", told.tags[what], taste.of(who))
            if told.timed:
                near[row[mine]] = together.of(who, code[told.video[what]])
        who, what = told.account[places], told.item[places]
        taste.learn(who, told.tags[what], told.signals[places])
        if told.timed:
            together.learn(who, code[told.video[what]], told.signals[places])
    return Cases(items, affinity, near, np.log(told.weight[items]), told.account[usable])


def _most_shown(told: Choices) -> Ints:
    """A number for each video, from 0 for those that most accounts were shown; -1 for the rest."""
    pairs = np.unique(np.stack([told.video[told.item], told.account]), axis=1)
    many = np.bincount(pairs[0], minlength=int(told.video.max(initial=-1)) + 1)
    order = np.argsort(-many, kind="stable")[: min(_MOST, int((many > 0).sum()))]
    code = np.full(many.size, -1)
    code[order] = np.arange(order.size)
    return code


def _rounds(told: Choices) -> Iterator[Ints]:
    """All impressions in time, several at once as long as no account comes twice."""
    order = np.argsort(told.at, kind="stable") if told.timed else _by_turns(told.account)
    round_: list[int] = []
    seen: set[int] = set()
    for place, who in zip(order.tolist(), told.account[order].tolist(), strict=True):
        if who in seen:
            yield np.array(round_, dtype=np.int64)
            round_, seen = [], set()
        round_.append(place)
        seen.add(who)
    if round_:
        yield np.array(round_, dtype=np.int64)


def _by_turns(account: Ints) -> Ints:
    """The first of every account, then the second of every account, and so on; an account's stand together."""
    first = np.searchsorted(account, account)
    return np.argsort(np.arange(account.size) - first, kind="stable")


def _drawn(rng: np.random.Generator, told: Choices, usable: Ints, sizes: Ints) -> Ints:
    """Fifteen different videos of the window for each, by their place in it; none that the account had been shown.

    Feeds hardly repeat themselves, so what was shown before could not have been shown again. Rows for which too few are
    left lie far below 0.
    """
    out = np.full((usable.size, CONTROLS), -(1 << 40), dtype=np.int64)
    own, window = (
        told.account[usable] * told.starts.size + told.window[told.item[usable]],
        told.window[told.item[usable]],
    )
    place = told.item[usable] - told.starts[window]
    for block in np.unique(own):  # an account within a window, in the order in which it was shown things
        rows = np.flatnonzero(own == block)
        size = int(sizes[usable[rows[0]]])
        for part in np.array_split(rows, max(1, rows.size * size // 5_000_000)):
            keys = rng.random((part.size, size))
            keys[np.arange(part.size), place[part]] = 2.0
            before = rows[None, :] < part[:, None]
            line, column = np.nonzero(before)
            keys[line, place[rows[column]]] = 2.0
            enough = (keys < 2.0).sum(axis=1) >= CONTROLS
            out[part[enough]] = np.argpartition(keys[enough], CONTROLS - 1, axis=1)[:, :CONTROLS]
    return out
