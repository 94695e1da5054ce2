"""Posts by the text that they are a copy of, as one trace."""

from typing import Any

import numpy as np

from cuibono.lenses.campaigns._findings import objects
from cuibono.lenses.campaigns._groups import Group
from cuibono.lenses.campaigns._traces import Trace, trace_of
from cuibono.measures.near_copies import near_copies
from cuibono.measures.shared_passage import shared_passage
from cuibono.model.tables import Posts

TRACE = "text_cluster"
_LONGEST = 4_000  # letters of a post that are compared
_QUOTED, _VARIANTS = 140, 12
_CHOSEN = """text IS NOT NULL AND t IS NOT NULL AND COALESCE(status, 'stated') IN ('stated', 'alleged')
    AND COALESCE(polarity, '+') = '+' AND ($reposts OR COALESCE(kind, 'post') <> 'repost')
    AND ($since IS NULL OR t >= $since) AND ($until IS NULL OR t < $until)"""


def keep_numbers(posts: Posts, **params: Any) -> tuple[str, ...]:
    """First steps: number the texts, accounts and sources, and the posts that occur more than once; the sources."""
    posts.step(
        "copies_texts",
        f"""
        SELECT x.text AS text, ROW_NUMBER() OVER (ORDER BY x.text) - 1 AS number
        FROM (SELECT DISTINCT SUBSTRING(text, 1, {_LONGEST}) AS text FROM {{this}} WHERE {_CHOSEN}) AS x
        """,
        **params,
    )
    posts.step(
        "copies_accounts",
        f"""
        SELECT a.account AS account, ROW_NUMBER() OVER (ORDER BY a.account) - 1 AS number
        FROM (SELECT DISTINCT account FROM {{this}} WHERE {_CHOSEN}) AS a
        """,
        **params,
    )
    posts.step(
        "copies_twice",
        f"""
        SELECT p.account AS account, p.post AS post, ROW_NUMBER() OVER (ORDER BY p.account, p.post) - 1 AS number
        FROM (SELECT account, post FROM {{this}} WHERE {_CHOSEN} GROUP BY account, post HAVING COUNT(*) > 1) AS p
        """,
        **params,
    )
    posts.step(
        "copies_sources",
        f"""
        SELECT s._source AS _source, ROW_NUMBER() OVER (ORDER BY s._source) - 1 AS number
        FROM (SELECT DISTINCT _source FROM {{this}} WHERE {_CHOSEN}) AS s
        """,
        **params,
    )
    return tuple(r["_source"] for r in posts.sql("SELECT _source FROM copies_sources ORDER BY number"))


def read_trace(posts: Posts, alike: float, **params: Any) -> Trace:
    """The posts as shares of the text that they are a copy of; texts too short to tell are left out."""
    texts = posts.arrays("SELECT text FROM copies_texts ORDER BY number")
    group = near_copies(texts["text"].tolist() if texts else [], least=alike)
    found = posts.arrays(
        f"""
        SELECT x.number AS object, a.number AS account, COALESCE(w.number, -1) AS post, p.t AS t,
               COALESCE(p.t_precision, 1) AS exact, s.number AS source, p._row AS _row
        FROM (SELECT SUBSTRING(text, 1, {_LONGEST}) AS text, account, post, t, t_precision, _source, _row
              FROM {{this}} WHERE {_CHOSEN}) AS p
        JOIN copies_texts AS x ON x.text = p.text
        JOIN copies_accounts AS a ON a.account = p.account
        JOIN copies_sources AS s ON s._source = p._source
        LEFT JOIN copies_twice AS w ON w.account = p.account AND w.post = p.post
        """,
        **params,
    )
    columns = {k: np.asarray(v, dtype=np.int64) for k, v in found.items()}
    columns["object"] = group[columns["object"]]
    told = columns["object"] >= 0
    accounts = int(posts.sql("SELECT COUNT(*) AS n FROM copies_accounts")[0]["n"])
    return trace_of(TRACE, {k: v[told] for k, v in columns.items()}, accounts)


def quote(posts: Posts, sources: tuple[str, ...], group: Group) -> str:
    """What the text says that a group shared most: the passage that its copies have in common."""
    for tie, mark in group.ties:
        shared = objects(tie, mark)
        top = np.bincount(shared).argmax()
        events = tie.rows_of(mark)
        events = events[tie.trace.events.objects[events] == top][:_VARIANTS]
        rows = posts.sql(
            "SELECT text FROM {this} WHERE _source = $source AND _row IN (SELECT UNNEST($rows) AS k) ORDER BY _row",
            source=sources[int(tie.trace.sources[events[0]])],
            rows=[int(r) for r in tie.trace.rows[events[tie.trace.sources[events] == tie.trace.sources[events[0]]]]],
        )
        passage = shared_passage([r["text"] for r in rows])
        if passage:
            return f'; the text shared most: "{passage[:_QUOTED]}{"…" * (len(passage) > _QUOTED)}"'
    return ""
