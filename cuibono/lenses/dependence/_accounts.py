"""Accounts of markets: what one speaker says about one market, stage, basis and year, read in SQL.

Basis and year are never mixed, speakers never averaged: each account is a group of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cuibono.measures.concentration import WHOLE, Parts
from cuibono.model.finding import Evidence
from cuibono.model.tables import SameOwner, SupplyShares

KEYS = ("market", "stage", "basis", "year", "asserted_by")
NAMED = 10

_USABLE = (
    "(share_low IS NOT NULL OR share_high IS NOT NULL) "
    "AND COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+'"
)
_PARTS = f"CAST(ROUND(LEAST({{}}, 1) * {WHOLE}) AS BIGINT)"


@dataclass(frozen=True, slots=True)
class Supplier:
    """One of the largest suppliers of an account, with its band in parts per 10^9."""

    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Account:
    """What one speaker says about one market: its keys, the bands of its suppliers, the largest by name.

    ``doubled`` counts suppliers for whom the speaker gives several figures, ``alleged`` those with an alleged
    one, ``pooled`` those joined under an owner, ``disputed`` those with several owners; ``accounts`` is how many
    speakers give shares of the same market, stage, basis and year.
    """

    market: str | None
    stage: str | None
    basis: str | None
    year: int | None
    speaker: str | None
    low: Parts
    high: Parts
    largest: tuple[Supplier, ...]
    doubled: int
    alleged: int
    pooled: int
    disputed: int
    accounts: int


def keep_suppliers(
    supply: SupplyShares,
    owners: SameOwner | None,
    *,
    market: str,
    stage: str,
    basis: str,
    year: int,
    aside: Sequence[str],
) -> None:
    """First steps: one row per account and supplier, the figures of a speaker who gives several spanned."""
    low, high = _PARTS.format("COALESCE(share_low, 0)"), _PARTS.format("COALESCE(share_high, 1)")
    supply.step(
        "concentration_rows",
        f"""
        SELECT DENSE_RANK() OVER (ORDER BY {", ".join(KEYS)}) AS account, {", ".join(KEYS)},
               COALESCE(supplier_id, LOWER(supplier_name)) AS supplier, supplier_name AS name,
               {low} AS low, GREATEST({low}, {high}) AS high,
               CASE WHEN status = 'alleged' THEN 1 ELSE 0 END AS alleged
        FROM {{this}}
        WHERE {_USABLE} AND NOT LIST_CONTAINS($aside, LOWER(TRIM(supplier_name)))
          AND ($market = '' OR LOWER(market) = LOWER($market)) AND ($stage = '' OR LOWER(stage) = LOWER($stage))
          AND ($basis = '' OR LOWER(basis) = LOWER($basis)) AND ($year = 0 OR year = $year)
        """,
        market=market,
        stage=stage,
        basis=basis,
        year=year,
        aside=[a.lower().strip() for a in aside],
    )
    supply.step(
        "concentration_suppliers",
        """
        SELECT account, supplier, MIN(name) AS name, MIN(low) AS low, MAX(high) AS high, MAX(alleged) AS alleged,
               CASE WHEN COUNT(DISTINCT low) > 1 OR COUNT(DISTINCT high) > 1 THEN 1 ELSE 0 END AS doubled
        FROM concentration_rows GROUP BY account, supplier
        """,
    )
    _pool(supply, owners)


def _pool(supply: SupplyShares, owners: SameOwner | None) -> None:
    """Suppliers with one known owner are joined under it; those with several stay as they are."""
    if owners is None:
        supply.step(
            "concentration_parties",
            """
            SELECT account, supplier AS party, name, low, high, alleged, doubled, 0 AS pooled, 0 AS disputed
            FROM concentration_suppliers
            """,
        )
        return
    owners.step(
        "concentration_owners",
        """
        SELECT COALESCE(party_id, LOWER(party_name)) AS supplier, MIN(COALESCE(owner_id, LOWER(owner_name))) AS owner,
               MIN(owner_name) AS owner_name, COUNT(DISTINCT COALESCE(owner_id, LOWER(owner_name))) AS known
        FROM {this} WHERE COALESCE(polarity, '+') = '+' GROUP BY COALESCE(party_id, LOWER(party_name))
        """,
    )
    supply.step(
        "concentration_parties",
        f"""
        SELECT s.account AS account, COALESCE(o.owner, s.supplier) AS party,
               MIN(COALESCE(o.owner_name, s.name)) AS name,
               CAST(SUM(s.low) AS BIGINT) AS low, LEAST(CAST(SUM(s.high) AS BIGINT), {WHOLE}) AS high,
               MAX(s.alleged) AS alleged, MAX(s.doubled) AS doubled,
               COUNT(o.owner) AS pooled, COUNT(d.supplier) AS disputed
        FROM concentration_suppliers AS s
        LEFT JOIN concentration_owners AS o ON o.supplier = s.supplier AND o.known = 1
        LEFT JOIN concentration_owners AS d ON d.supplier = s.supplier AND d.known <> 1
        GROUP BY s.account, COALESCE(o.owner, s.supplier)
        """,
    )


def keep_accounts(supply: SupplyShares, threshold: float) -> int:
    """Next step: one row per account that can reach the threshold at all; returns how many accounts there are."""
    supply.step(
        "concentration_accounts",
        f"""
        SELECT p.account AS account, CAST(SUM(p.alleged) AS BIGINT) AS alleged,
               CAST(SUM(p.doubled) AS BIGINT) AS doubled, CAST(SUM(p.pooled) AS BIGINT) AS pooled,
               CAST(SUM(p.disputed) AS BIGINT) AS disputed,
               CAST(SUM(p.low) AS DOUBLE) / {WHOLE} AS listed,
               CAST(SUM(CAST(p.high AS DOUBLE) * p.high) AS DOUBLE) / {WHOLE} / {WHOLE} AS squares
        FROM concentration_parties AS p GROUP BY p.account
        """,
    )
    supply.step(
        "concentration_keys",
        f"""
        SELECT k.account AS account, {", ".join(f"k.{key} AS {key}" for key in KEYS)},
               COUNT(*) OVER (PARTITION BY k.market, k.stage, k.basis, k.year) AS accounts
        FROM (SELECT DISTINCT account, {", ".join(KEYS)} FROM concentration_rows) AS k
        """,
    )
    supply.step(
        "concentration_candidates",
        """
        SELECT account, alleged, doubled, pooled, disputed FROM concentration_accounts
        WHERE listed > 1 OR squares + (1 - listed) * (1 - listed) >= $threshold - 0.000001
        """,
        threshold=threshold,
    )
    return int(supply.sql("SELECT COUNT(*) AS n FROM concentration_accounts")[0]["n"])


def accounts(supply: SupplyShares) -> Iterator[Account]:
    """The accounts that can reach the threshold, in the order of their keys."""
    heads = supply.sql(
        f"""
        SELECT c.account AS account, {", ".join(f"k.{key} AS {key}" for key in KEYS)}, c.alleged AS alleged,
               c.doubled AS doubled, c.pooled AS pooled, c.disputed AS disputed, k.accounts AS accounts
        FROM concentration_candidates AS c JOIN concentration_keys AS k ON k.account = c.account ORDER BY c.account
        """
    )
    bands = supply.arrays(
        """
        SELECT p.account AS account, p.low AS low, p.high AS high
        FROM concentration_parties AS p JOIN concentration_candidates AS c ON c.account = p.account
        ORDER BY p.account, p.low DESC, p.high DESC
        """
    )
    named = _named(supply)
    edges = np.flatnonzero(np.diff(bands["account"])) + 1
    slices = zip(np.split(bands["low"], edges), np.split(bands["high"], edges), strict=True)
    for head, (low, high) in zip(heads, slices, strict=bool(heads)):
        yield Account(
            market=head["market"],
            stage=head["stage"],
            basis=head["basis"],
            year=head["year"],
            speaker=head["asserted_by"],
            low=low.astype(np.int64),
            high=high.astype(np.int64),
            largest=named.get(head["account"], ()),
            doubled=int(head["doubled"]),
            alleged=int(head["alleged"]),
            pooled=int(head["pooled"]),
            disputed=int(head["disputed"]),
            accounts=int(head["accounts"]),
        )


def _named(supply: SupplyShares) -> dict[int, tuple[Supplier, ...]]:
    """The largest suppliers of every account, with their names."""
    rows = supply.sql(
        """
        SELECT r.account AS account, r.name AS name, r.low AS low, r.high AS high
        FROM (SELECT p.account AS account, p.name AS name, p.low AS low, p.high AS high,
                     ROW_NUMBER() OVER (
                         PARTITION BY p.account ORDER BY p.low DESC, p.high DESC, p.name, p.party
                     ) AS place
              FROM concentration_parties AS p JOIN concentration_candidates AS c ON c.account = p.account) AS r
        WHERE r.place <= $named ORDER BY r.account, r.place
        """,
        named=NAMED,
    )
    found: dict[int, list[Supplier]] = {}
    for row in rows:
        found.setdefault(row["account"], []).append(Supplier(row["name"], row["low"], row["high"]))
    return {account: tuple(suppliers) for account, suppliers in found.items()}


def evidence(supply: SupplyShares, account: Account) -> Evidence:
    """The rows of an account."""
    values = (account.market, account.stage, account.basis, account.year, account.speaker)
    return supply.when(_USABLE, **dict(zip(KEYS, values, strict=True)))
