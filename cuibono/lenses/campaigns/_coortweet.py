"""Ties by CooRTweet's rule, for whoever knows its answers: no test against chance, pairs above the median weight."""

from collections.abc import Iterator

import numpy as np

from cuibono.lenses.campaigns._edges import Ties
from cuibono.lenses.campaigns._traces import CHOSEN, Asked, Numbers, Trace, exactness
from cuibono.measures.close_chance import expected
from cuibono.measures.close_pairs import Ints, by_object_and_time, pairs_per_object, reach
from cuibono.measures.co_sharing import Events
from cuibono.measures.coortweet_pairs import coortweet_pairs
from cuibono.measures.pairs_between import Behind
from cuibono.model.tables import Shares


def coortweet_ties(shares: Shares, asked: Asked, numbers: Numbers, window: int, participation: int) -> list[Ties]:
    """The pairs of accounts of every trace whose weight, the number of pairs of rows, is above the trace's median."""
    shares.step(
        "cosharing_texts",
        f"""
        SELECT x.text AS text, ROW_NUMBER() OVER (ORDER BY x.text) - 1 AS number
        FROM (SELECT object AS text FROM {{this}} WHERE {CHOSEN} UNION SELECT post AS text FROM {{this}} WHERE {CHOSEN})
             AS x
        """,
        **asked.params,
    )
    return [tie for trace in _traces(shares, asked, numbers) if (tie := _ties(trace, window, participation)).size]


def _traces(shares: Shares, asked: Asked, numbers: Numbers) -> Iterator[Trace]:
    """Every row as it is, objects and posts numbered together: CooRTweet compares their texts."""
    for row in shares.sql("SELECT DISTINCT trace FROM cosharing_objects ORDER BY trace"):
        found = shares.arrays(
            f"""
            SELECT o.number AS object, a.number AS account, p.number AS post, s.t AS t,
                   COALESCE(s.t_precision, 1) AS exact, u.number AS source, s._row AS _row
            FROM (SELECT object, account, post, t, t_precision, _source, _row FROM {{this}}
                  WHERE COALESCE(object_type, 'object') = $trace AND {CHOSEN}) AS s
            JOIN cosharing_texts AS o ON o.text = s.object
            JOIN cosharing_texts AS p ON p.text = s.post
            JOIN cosharing_accounts AS a ON a.account = s.account
            JOIN cosharing_sources AS u ON u._source = s._source
            ORDER BY u.number, s._row, o.number
            """,
            trace=row["trace"],
            **asked.params,
        )
        c = {k: np.asarray(v, dtype=np.int64) for k, v in found.items()}
        of_account = np.bincount(c["account"], minlength=numbers.accounts).astype(np.int64)
        exact = exactness(c["t"], c["exact"])
        events = Events(c["object"], c["account"], c["t"])
        yield Trace(row["trace"], events, c["post"], c["source"], c["_row"], of_account, np.zeros(0, np.int64), exact)


def _ties(trace: Trace, window: int, participation: int) -> Ties:
    e = trace.events
    older, newer, _ = coortweet_pairs(e.objects, e.accounts, trace.posts, e.times, window, participation)
    a, b = e.accounts[older], e.accounts[newer]
    count = trace.of_account.size
    keys, which, weight = np.unique(
        np.minimum(a, b) * count + np.maximum(a, b), return_inverse=True, return_counts=True
    )
    heavy = weight > np.median(weight) if weight.size else np.zeros(0, dtype=bool)
    one, other = keys[heavy] // count, keys[heavy] % count
    chance = expected(trace.of_account[one], trace.of_account[other], _per_object(e, window), trace.total)
    place = np.cumsum(heavy) - 1
    hit = heavy[which]
    none = np.full(one.size, np.nan)
    behind = Behind(place[which[hit]], older[hit], newer[hit])
    return Ties(trace, one, other, weight[heavy].astype(np.int64), chance, none, none, behind)


def _per_object(events: Events, window: int) -> Ints:
    order = by_object_and_time(events.objects, events.times)
    objects = events.objects[order]
    return pairs_per_object(objects, reach(objects, events.times[order], window), int(objects.max(initial=-1)) + 1)
