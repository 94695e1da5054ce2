"""Traces as arrays, accounts as bare numbers: no name, no pseudonym and no row of one account leaves this file."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cuibono.model.tables import Residents, Traces

Ints = NDArray[np.int64]
GRID = 500  # metres: coordinates are never used more finely
_USABLE = "account_id IS NOT NULL AND t IS NOT NULL AND east IS NOT NULL AND north IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Seen:
    """Who was seen where and when: accounts numbered from 0, cells of 500 m, times in seconds."""

    account: Ints
    cell: Ints
    time: Ints
    accounts: int


@dataclass(frozen=True, slots=True)
class Truth:
    """The residents of an invented city, in the numbers of the accounts; -1 for no work."""

    home: Ints
    work: Ints
    nights: NDArray[np.bool_]
    income: Ints
    classed: Ints
    classes: tuple[str, ...]
    treated: NDArray[np.bool_]


def numbers(traces: Traces, holder: str) -> int:
    """How many accounts there are, the first step: accounts get numbers in SQL."""
    traces.step(
        "holder_accounts",
        f"""
        SELECT account_id AS account, CAST(ROW_NUMBER() OVER (ORDER BY account_id) - 1 AS BIGINT) AS number
        FROM (SELECT DISTINCT account_id FROM {{this}}
              WHERE {_USABLE} AND ($holder = '' OR LOWER(holder_name) = LOWER($holder))) AS a
        """,
        holder=holder,
    )
    return int(traces.sql("SELECT COUNT(*) AS n FROM holder_accounts")[0]["n"])


def seen(traces: Traces, holder: str, accounts: int) -> Seen:
    """The traces of a holder, on a grid of 500 m."""
    made = traces.arrays(
        f"""
        SELECT a.number AS account, CAST(ROUND(p.east / {GRID}) AS BIGINT) AS east,
               CAST(ROUND(p.north / {GRID}) AS BIGINT) AS north, p.t AS time
        FROM (SELECT account_id, t, east, north FROM {{this}}
              WHERE {_USABLE} AND ($holder = '' OR LOWER(holder_name) = LOWER($holder))) AS p
        JOIN holder_accounts AS a ON a.account = p.account_id ORDER BY a.number, p.t
        """,
        holder=holder,
    )
    return Seen(made["account"], cell_of(made["east"], made["north"]), made["time"], accounts)


def truth(residents: Residents) -> Truth:
    """The residents, in the order of the numbers."""
    made = residents.arrays(
        f"""
        SELECT a.number AS number, CAST(ROUND(r.home_east / {GRID}) AS BIGINT) AS home_east,
               CAST(ROUND(r.home_north / {GRID}) AS BIGINT) AS home_north,
               CAST(COALESCE(ROUND(r.work_east / {GRID}), -1) AS BIGINT) AS work_east,
               CAST(COALESCE(ROUND(r.work_north / {GRID}), -1) AS BIGINT) AS work_north,
               CASE WHEN r.nights = 'yes' THEN 1 ELSE 0 END AS nights,
               CASE r.income WHEN 'low' THEN 0 WHEN 'middle' THEN 1 ELSE 2 END AS income,
               COALESCE(r.class_name, 'no class') AS class_name,
               CASE WHEN r.treated = 'checked' THEN 1 ELSE 0 END AS treated
        FROM {{this}} AS r JOIN holder_accounts AS a ON a.account = r.account_id ORDER BY a.number
        """
    )
    names, classed = np.unique(made["class_name"].astype(str), return_inverse=True)
    work = np.where(made["work_east"] >= 0, cell_of(made["work_east"], made["work_north"]), -1)
    return Truth(
        cell_of(made["home_east"], made["home_north"]), work, made["nights"] == 1, made["income"],
        classed.ravel(), tuple(names.tolist()), made["treated"] == 1,
    )  # fmt: skip


def cell_of(east: Ints, north: Ints) -> Ints:
    """One number for a cell; cells west or south of the fixed point have numbers too."""
    found: Ints = (north + 100_000) * 1_000_000 + east + 500_000
    return found


def coarser(cell: Ints, times: int) -> Ints:
    """The cell of a grid that is so many times as wide."""
    north, east = np.divmod(cell, 1_000_000)
    found: Ints = north // times * 1_000_000 + east // times
    return found
