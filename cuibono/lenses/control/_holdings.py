"""Holdings are read: parties numbered in SQL, dates turned into days, one stake for each pair and kind of share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.days import spans
from cuibono.measures.as_of import Spans, held_on
from cuibono.measures.stakes import WHOLE, Flags, Floats, Ints, Stakes
from cuibono.model import dates
from cuibono.model.finding import Evidence
from cuibono.model.tables import Holdings

#: How an owner is named whom nobody knows; each such row is an owner of its own, never one with another.
UNKNOWN = [
    "unknown", "unknown owner", "unknown owners", "unknown person", "not known", "not disclosed", "undisclosed", "n/a",
    "anonymous", "unidentified", "other shareholders", "others", "free float", "public", "dispersed", "未知",
    "其他股东",
]  # fmt: skip
#: Listed shares may add up to a hair more than a whole: what rounding does.
ROUNDING = WHOLE // 200

CAPITAL, VOTES, EITHER = range(3)
_NONE = 3
_USABLE = (
    "asset_name IS NOT NULL AND COALESCE(status, 'stated') IN ('stated', 'alleged') AND COALESCE(polarity, '+') = '+'"
)
_PARTS = f"CAST(ROUND(LEAST({{}}, 1) * {WHOLE}) AS BIGINT)"


@dataclass(frozen=True)
class View:
    """The stakes of one kind (capital or votes), the rows of each, and what is to be said of them.

    ``rows`` are pairs of stake and row; ``borrowed`` are stakes in votes taken from what is said of capital,
    ``several`` those for which more than one figure is given; ``over`` are firms whose holdings add up to more than a
    whole, with the sum: nothing is computed through them; ``scaled`` are firms a hair above.
    """

    stakes: Stakes
    rows: tuple[Ints, Ints]
    borrowed: Flags
    several: Flags
    perhaps: Flags
    undated: Flags
    alleged: Flags
    read: Flags
    over: dict[int, int]
    scaled: frozenset[int]


@dataclass(frozen=True)
class Register:
    """Everything that is held: the parties (in ``control_parties`` by number), capital and votes."""

    holdings: Holdings
    parties: int
    unknown: Flags
    capital: View
    votes: View
    day: date | None
    sources: tuple[str, ...]
    source: Ints
    row: Ints
    held: Ints

    def named(self, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Key and name of parties."""
        found = self.holdings.sql(
            "SELECT number AS number, party AS party, name AS name FROM control_parties "
            "WHERE LIST_CONTAINS($numbers, number)",
            numbers=[int(n) for n in numbers],
        )
        return {int(r["number"]): (r["party"], " ".join(r["name"].split())) for r in found}

    def find(self, party: str) -> list[int]:
        """The numbers of the party with an id, else of all who bear a name, in any case."""
        found = self.holdings.sql(
            "SELECT number AS number, party AS party FROM control_parties "
            "WHERE party = $party OR LOWER(name) = LOWER($party) ORDER BY number",
            party=party.strip(),
        )
        exact = [r for r in found if r["party"] == party.strip()]
        return [int(r["number"]) for r in exact or found]

    def namesakes(self, party: str, name: str) -> int:
        """How many other entries bear the name of a party; whether they are the same, nobody has judged."""
        found = self.holdings.sql(
            "SELECT COUNT(*) AS n FROM control_parties WHERE LOWER(name) = LOWER($name) AND party <> $party "
            "AND unknown = 0",
            party=party,
            name=name,
        )
        return int(found[0]["n"])

    def evidence(self, view: View, stakes: Ints) -> Evidence:
        """The rows of some stakes."""
        wanted = np.zeros(len(view.stakes.held), bool)
        wanted[stakes] = True
        rows = np.unique(view.rows[1][wanted[view.rows[0]]])
        keys = [f"{self.sources[self.source[r]]}:{self.row[r]}" for r in rows.tolist()]
        return self.holdings.where(
            "LIST_CONTAINS($numbers, _row) AND LIST_CONTAINS($keys, CONCAT(_source, ':', CAST(_row AS VARCHAR)))",
            numbers=sorted({int(n) for n in self.row[rows]}),
            keys=sorted(keys),
        )


def read(holdings: Holdings, *, as_of: str, unknown: Sequence[str]) -> Register:
    """Read the holdings that hold on a day (empty: of which nobody says an end); raises BadSetting for no date."""
    day = _day(as_of)
    _steps(holdings, unknown)
    parties = holdings.arrays("SELECT number AS number, unknown AS unknown FROM control_parties ORDER BY number")
    rows = holdings.arrays(
        """
        SELECT o.number AS holder, a.number AS held, r.low AS low, r.high AS high, r.kind AS kind, r.alleged AS alleged,
               r.read AS read, COALESCE(b.number, -1) AS since, COALESCE(e.number, -1) AS until,
               s.number AS source, r.row AS row
        FROM control_rows AS r
        JOIN control_parties AS o ON o.party = r.owner
        JOIN control_parties AS a ON a.party = r.asset
        JOIN control_sources AS s ON s.source = r.source
        LEFT JOIN control_dates AS b ON b.said = r.since
        LEFT JOIN control_dates AS e ON e.said = r.until
        """
    )
    table = {name: np.asarray(column).astype(np.int64) for name, column in rows.items()}
    held = _spans(holdings, table["since"], table["until"])
    sources = holdings.sql("SELECT source AS source FROM control_sources ORDER BY number")
    n = len(parties["number"])
    at = np.inf if day is None else float(day.toordinal())
    return Register(
        holdings,
        n,
        np.asarray(parties["unknown"]).astype(bool),
        _view(n, table, held, at, (EITHER, CAPITAL)),
        _view(n, table, held, at, (CAPITAL, EITHER, VOTES)),
        day,
        tuple(r["source"] for r in sources),
        table["source"],
        table["row"],
        table["held"],
    )


def _day(as_of: str) -> date | None:
    if not as_of.strip():
        return None
    last = dates.bounds(as_of.strip())[1]
    if last is None:
        raise BadSetting(f"as_of is '{as_of}', which is no date.", try_="as_of=2021-12-31, or as_of=2021")
    return last


def _steps(holdings: Holdings, unknown: Sequence[str]) -> None:
    low, high = _PARTS.format("COALESCE(share_low, 0)"), _PARTS.format("COALESCE(share_high, 1)")
    holdings.step(
        "control_rows",
        f"""
        SELECT CASE WHEN owner_name IS NULL OR LIST_CONTAINS($unknown, LOWER(TRIM(owner_name)))
                    THEN CONCAT('unknown owner: ', _source, ' ', CAST(_row AS VARCHAR))
                    ELSE COALESCE(owner_id, LOWER(owner_name)) END AS owner,
               CASE WHEN owner_name IS NULL OR LIST_CONTAINS($unknown, LOWER(TRIM(owner_name))) THEN 1 ELSE 0 END
                   AS unknown,
               CASE WHEN owner_name IS NULL OR LIST_CONTAINS($unknown, LOWER(TRIM(owner_name)))
                    THEN 'an unknown owner' ELSE owner_name END AS owner_name,
               COALESCE(asset_id, LOWER(asset_name)) AS asset, asset_name AS asset_name,
               {low} AS low, GREATEST({low}, {high}) AS high,
               CASE WHEN share_of IS NULL THEN {EITHER} WHEN LOWER(share_of) LIKE '%vot%' THEN {VOTES}
                    WHEN LOWER(share_of) LIKE '%profit%' OR LOWER(share_of) LIKE '%board%'
                         OR LOWER(share_of) LIKE '%appoint%' OR LOWER(share_of) LIKE '%influence%' THEN {_NONE}
                    WHEN LOWER(share_of) LIKE '%capital%' OR LOWER(share_of) LIKE '%share%'
                         OR LOWER(share_of) LIKE '%equity%' THEN {CAPITAL} ELSE {EITHER} END AS kind,
               CASE WHEN status = 'alleged' THEN 1 ELSE 0 END AS alleged,
               CASE WHEN standing IN ('recorded', 'confirmed') THEN 0 ELSE 1 END AS read,
               since AS since, until AS until, _source AS source, _row AS row, asserted_by AS speaker
        FROM {{this}} WHERE {_USABLE}
        """,
        unknown=[u.lower().strip() for u in unknown],
    )
    holdings.step(
        "control_parties",
        """
        SELECT p.party AS party, MIN(p.name) AS name, MAX(p.unknown) AS unknown,
               ROW_NUMBER() OVER (ORDER BY p.party) - 1 AS number
        FROM (SELECT owner AS party, owner_name AS name, unknown AS unknown FROM control_rows
              UNION ALL SELECT asset AS party, asset_name AS name, 0 AS unknown FROM control_rows) AS p
        GROUP BY p.party
        """,
    )
    holdings.step(
        "control_dates",
        """
        SELECT d.said AS said, ROW_NUMBER() OVER (ORDER BY d.said) - 1 AS number
        FROM (SELECT since AS said FROM control_rows WHERE since IS NOT NULL
              UNION SELECT until AS said FROM control_rows WHERE until IS NOT NULL) AS d
        """,
    )
    holdings.step(
        "control_sources",
        """
        SELECT s.source AS source, ROW_NUMBER() OVER (ORDER BY s.source) - 1 AS number
        FROM (SELECT DISTINCT source AS source FROM control_rows) AS s
        """,
    )


def _spans(holdings: Holdings, since: Ints, until: Ints) -> Spans:
    said = holdings.sql("SELECT said AS said FROM control_dates ORDER BY number")
    return spans([r["said"] for r in said], since, until)


def _view(n: int, table: dict[str, Ints], spans: Spans, day: float, kinds: tuple[int, ...]) -> View:
    """One stake for each pair, from the last of the kinds that it has rows of."""
    fits = np.isin(table["kind"], kinds)
    index = np.flatnonzero(fits)
    worth = np.array([kinds.index(k) if k in kinds else -1 for k in range(_NONE + 1)])[table["kind"][index]]
    pair, inverse = np.unique(table["holder"][index] * np.int64(n) + table["held"][index], return_inverse=True)
    held = held_on(inverse * len(kinds) + worth, Spans(*(s[index] for s in _all(spans))), day)
    best = np.full(len(pair), -1, np.int64)
    np.maximum.at(best, inverse[held.used], worth[held.used])
    used = held.used & (worth == best[inverse])
    kept, number = np.unique(inverse[used], return_inverse=True)
    rows = index[used]
    low = np.where(held.perhaps[used], 0, table["low"][rows])
    ends = _spanned(number, low, table["high"][rows], len(kept))
    borrowed = best[kept] != len(kinds) - 1
    stakes, over, scaled, left = _whole(Stakes(n, pair[kept] // n, pair[kept] % n, *ends), borrowed)

    def some(flags: Flags) -> Flags:
        found: Flags = (np.bincount(number[flags], minlength=len(kept)) > 0)[left]
        return found

    back = np.full(len(kept), -1, np.int64)
    back[left] = np.arange(len(left))
    pairs = back[number] >= 0
    return View(
        stakes,
        (back[number][pairs], rows[pairs]),
        borrowed[left],
        some((low != ends[0][number]) | (table["high"][rows] != ends[1][number])),
        some(held.perhaps[used]),
        some(held.undated[used]),
        some(table["alleged"][rows] == 1),
        some(table["read"][rows] == 1),
        over,
        scaled,
    )


def _all(spans: Spans) -> tuple[Floats, ...]:
    return spans.begins_first, spans.begins_last, spans.ends_first, spans.ends_last


def _spanned(number: Ints, low: Ints, high: Ints, n: int) -> tuple[Ints, Ints]:
    lowest, highest = np.full(n, WHOLE, np.int64), np.zeros(n, np.int64)
    np.minimum.at(lowest, number, low)
    np.maximum.at(highest, number, high)
    return lowest, highest


def _whole(stakes: Stakes, borrowed: Flags) -> tuple[Stakes, dict[int, int], frozenset[int], Ints]:
    """Leave out the holdings in firms that add up to more than a whole; scale down those a hair above.

    Where votes and borrowed capital do not fit together, the borrowed ones are left out first.
    """
    sure = np.bincount(stakes.held[~borrowed], weights=stakes.low[~borrowed], minlength=stakes.n) > 0
    mixed = (stakes.listed[0] > WHOLE + ROUNDING) & sure
    kept = ~(borrowed & mixed[stakes.held])
    listed = np.bincount(stakes.held[kept], weights=stakes.low[kept], minlength=stakes.n).astype(np.int64)
    over = {int(f): int(listed[f]) for f in np.flatnonzero(listed > WHOLE + ROUNDING)}
    left = np.flatnonzero(kept & (listed[stakes.held] <= WHOLE + ROUNDING))
    scaled = frozenset(int(f) for f in np.flatnonzero((listed > WHOLE) & (listed <= WHOLE + ROUNDING)))
    low, high, held = stakes.low[left], stakes.high[left], stakes.held[left]
    exact = low == high
    low = np.where(listed[held] > WHOLE, low * WHOLE // np.maximum(listed[held], 1), low)
    return Stakes(stakes.n, stakes.holder[left], held, low, np.where(exact, low, high)), over, scaled, left
