"""Shares as arrays, one trace (addresses, reposts, texts ...) at a time, with the row that each came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cuibono.measures.close_pairs import Ints, by_object_and_time
from cuibono.measures.co_sharing import Events
from cuibono.model.tables import Shares

USABLE = "COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+' AND t IS NOT NULL"
CHOSEN = f"""{USABLE} AND (LIST_CONTAINS($traces, COALESCE(object_type, 'object'))
    OR ($every AND COALESCE(object_type, 'object') <> 'domain'))
    AND ($since IS NULL OR t >= $since) AND ($until IS NULL OR t < $until)"""
_MANY = 30  # so many times, all on whole minutes, are no coincidence: the minute is all that is known


@dataclass(frozen=True, slots=True)
class Asked:
    """Which shares count: their traces (empty: all but domains), and from when until when in UTC seconds."""

    traces: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    @property
    def params(self) -> dict[str, Any]:
        """The parameters of the condition."""
        return {"traces": list(self.traces), "every": not self.traces, "since": self.since, "until": self.until}


@dataclass(frozen=True, slots=True)
class Trace:
    """The shares of one trace, sorted by object and time.

    ``posts`` numbers the posts, ``keys`` holds the source (as a number) and the row of each share; ``of_account`` is
    how many posts each account has, ``numbers`` what the objects are called in ``cosharing_objects``. ``exact`` is how
    exactly the times are known, in seconds.
    """

    name: str
    events: Events
    posts: Ints
    sources: Ints
    rows: Ints
    of_account: Ints
    numbers: Ints
    exact: int

    @property
    def accounts(self) -> int:
        """How many accounts there are."""
        return int((self.of_account > 0).sum())

    @property
    def total(self) -> int:
        """How many posts there are."""
        return int(self.of_account.sum())


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers in the arrays stand for: sources, and how many accounts there are."""

    sources: tuple[str, ...]
    accounts: int


def keep_numbers(shares: Shares, asked: Asked) -> Numbers:
    """First steps: number the objects, accounts and sources, and the posts that share more than one thing."""
    params = asked.params
    shares.step(
        "cosharing_objects",
        f"""
        SELECT o.trace AS trace, o.object AS object, ROW_NUMBER() OVER (ORDER BY o.trace, o.object) - 1 AS number
        FROM (SELECT DISTINCT COALESCE(object_type, 'object') AS trace, object FROM {{this}} WHERE {CHOSEN}) AS o
        """,
        **params,
    )
    shares.step(
        "cosharing_accounts",
        f"""
        SELECT a.account AS account, ROW_NUMBER() OVER (ORDER BY a.account) - 1 AS number
        FROM (SELECT DISTINCT account FROM {{this}} WHERE {CHOSEN}) AS a
        """,
        **params,
    )
    shares.step(
        "cosharing_posts",
        f"""
        SELECT p.trace AS trace, p.account AS account, p.post AS post,
               ROW_NUMBER() OVER (ORDER BY p.trace, p.account, p.post) - 1 AS number
        FROM (SELECT COALESCE(object_type, 'object') AS trace, account, post FROM {{this}} WHERE {CHOSEN}
              GROUP BY COALESCE(object_type, 'object'), account, post HAVING COUNT(*) > 1) AS p
        """,
        **params,
    )
    shares.step(
        "cosharing_sources",
        f"""
        SELECT s._source AS _source, ROW_NUMBER() OVER (ORDER BY s._source) - 1 AS number
        FROM (SELECT DISTINCT _source FROM {{this}} WHERE {CHOSEN}) AS s
        """,
        **params,
    )
    sources = shares.sql("SELECT _source FROM cosharing_sources ORDER BY number")
    accounts = shares.sql("SELECT COUNT(*) AS n FROM cosharing_accounts")[0]["n"]
    return Numbers(tuple(r["_source"] for r in sources), int(accounts))


def read_traces(shares: Shares, asked: Asked, numbers: Numbers) -> Iterator[Trace]:
    """Each trace that the case has, by name."""
    for row in shares.sql("SELECT DISTINCT trace FROM cosharing_objects ORDER BY trace"):
        yield _trace(shares, asked, numbers, row["trace"])


def _trace(shares: Shares, asked: Asked, numbers: Numbers, name: str) -> Trace:
    """The arrays of one trace; a post that shares the same thing twice counts once."""
    found = shares.arrays(
        f"""
        SELECT o.number AS object, a.number AS account, COALESCE(p.number, -1) AS post, s.t AS t,
               COALESCE(s.t_precision, 1) AS exact, u.number AS source, s._row AS _row
        FROM (SELECT object, account, post, t, t_precision, _source, _row FROM {{this}}
              WHERE COALESCE(object_type, 'object') = $trace AND {CHOSEN}) AS s
        JOIN cosharing_objects AS o ON o.object = s.object AND o.trace = $trace
        JOIN cosharing_accounts AS a ON a.account = s.account
        JOIN cosharing_sources AS u ON u._source = s._source
        LEFT JOIN cosharing_posts AS p ON p.account = s.account AND p.post = s.post AND p.trace = $trace
        """,
        trace=name,
        **asked.params,
    )
    return trace_of(name, found, numbers.accounts)


def trace_of(name: str, found: Mapping[str, Any], accounts: int) -> Trace:
    """A trace from the columns object, account, post (-1: no other row has it), t, exact, source and _row."""
    columns = {k: np.asarray(v, dtype=np.int64) for k, v in found.items()}
    order = np.lexsort((columns["_row"], columns["source"], columns["t"], columns["object"]))
    columns = {k: v[order] for k, v in columns.items()}
    columns = {k: v[_first(columns["object"], columns["post"])] for k, v in columns.items()}
    names, objects = np.unique(columns["object"], return_inverse=True)
    posts = _numbered(columns["post"])
    of_post = np.zeros(int(posts.max(initial=-1)) + 1, np.int64)
    of_post[posts] = columns["account"]
    return Trace(
        name,
        Events(objects.astype(np.int64), columns["account"], columns["t"]),
        posts,
        columns["source"],
        columns["_row"],
        np.bincount(of_post, minlength=accounts).astype(np.int64),
        names,
        exactness(columns["t"], columns["exact"]),
    )


def _first(objects: Ints, posts: Ints) -> "np.typing.NDArray[np.bool_]":
    """Of rows in which one post (numbered from 0; -1: no other row has it) shares one object, the first."""
    doubled = np.flatnonzero(posts >= 0)
    keep = np.ones(objects.size, dtype=bool)
    order = doubled[by_object_and_time(objects[doubled], posts[doubled])]
    again = (objects[order][1:] == objects[order][:-1]) & (posts[order][1:] == posts[order][:-1])
    keep[order[1:][again]] = False
    return keep


def _numbered(posts: Ints) -> Ints:
    """Numbers from 0 on, one for each post; those that share one thing only come with -1."""
    numbers = np.empty(posts.size, np.int64)
    single = posts < 0
    several, inverse = np.unique(posts[~single], return_inverse=True)
    numbers[~single] = inverse
    numbers[single] = several.size + np.arange(int(single.sum()))
    return numbers


def exactness(times: Ints, told: Ints) -> int:
    """How exactly times are known: as told, or as shown where all of many lie on whole minutes, hours or days."""
    shown = next((s for s in (86_400, 3_600, 60) if times.size >= _MANY and not (times % s).any()), 1)
    return max(int(told.max(initial=1)), shown)


def kinds(shares: Shares) -> list[str]:
    """The kinds of things of which the case has shares that can be used."""
    rows = shares.sql(
        f"SELECT DISTINCT COALESCE(object_type, 'object') AS kind FROM {{this}} WHERE {USABLE} ORDER BY kind"
    )
    return [str(row["kind"]) for row in rows]
