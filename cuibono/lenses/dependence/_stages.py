"""What a supplier's stop would leave at each stage, by each speaker's shares; stocks and substitutes beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cuibono.measures.concentration import WHOLE
from cuibono.measures.embargo import Chain, Spare
from cuibono.model.finding import Evidence
from cuibono.model.joined import joined
from cuibono.model.tables import Sites, Stages, Stocks, Substitutes, SupplyShares

KEYS = ("market", "basis", "year", "asserted_by")
_SAME_MARKET = "(market IS NULL OR LOWER(market) = LOWER($market))"
_NOT_HIS_STOCK = "COALESCE(holder_id, '') <> $supplier AND LOWER(COALESCE(holder_name, '')) <> $supplier"
_NOT_HIMSELF = "COALESCE(supplier_id, '') <> $supplier AND LOWER(COALESCE(supplier_name, '')) <> $supplier"
_HELD = "COALESCE(polarity, '+') = '+' AND COALESCE(status, 'stated') IN ('stated', 'alleged')"


@dataclass(frozen=True, slots=True)
class Stop:
    """A supplier who stops, as one speaker's shares of one market, basis and year have it.

    ``low`` and ``high`` are what would be left at each stage, as shares of a normal day: the shares that others are
    known to have, and everything that the supplier is not known to have.
    """

    market: str | None
    basis: str | None
    year: int | None
    speaker: str | None
    supplier: str
    name: str
    stages: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]

    @property
    def narrowest(self) -> int:
        """The stage at which least would be left."""
        return min(range(len(self.stages)), key=lambda n: (self.high[n], self.low[n], self.stages[n]))

    @property
    def least(self) -> tuple[float, float]:
        """What would be left at the narrowest stage: the ends of an interval."""
        return min(self.low), min(self.high)


def stops(supply: SupplyShares, *, threshold: float, supplier: str) -> list[Stop]:
    """Each supplier whose stop could leave so little at some stage, the steps of ``_accounts.keep_suppliers`` done."""
    supply.step(
        "embargo_shares",
        f"""
        SELECT k.market AS market, k.basis AS basis, k.year AS year, k.asserted_by AS asserted_by, k.stage AS stage,
               p.party AS party, MIN(p.name) AS name, CAST(SUM(p.low) AS DOUBLE) / {WHOLE} AS low,
               CAST(SUM(p.high) AS DOUBLE) / {WHOLE} AS high
        FROM concentration_parties AS p
        JOIN (SELECT DISTINCT account, stage, {", ".join(KEYS)} FROM concentration_rows) AS k ON k.account = p.account
        GROUP BY k.market, k.basis, k.year, k.asserted_by, k.stage, p.party
        """,
    )
    supply.step(
        "embargo_suppliers",
        """
        SELECT market AS market, basis AS basis, year AS year, asserted_by AS asserted_by, party AS party,
               MIN(name) AS name, MAX(high) AS most
        FROM embargo_shares
        WHERE $supplier = '' OR LOWER(name) = LOWER($supplier) OR party = LOWER($supplier)
        GROUP BY market, basis, year, asserted_by, party HAVING MAX(low) >= $threshold
        """,
        supplier=supplier,
        threshold=threshold,
    )
    rows = supply.sql(
        """
        SELECT s.market AS market, s.basis AS basis, s.year AS year, s.asserted_by AS asserted_by, s.party AS party,
               s.name AS name, t.stage AS stage,
               MAX(CASE WHEN t.party = s.party THEN t.low END) AS low,
               MAX(CASE WHEN t.party = s.party THEN t.high END) AS high,
               CAST(SUM(CASE WHEN t.party = s.party THEN 0 ELSE t.low END) AS DOUBLE) AS others
        FROM embargo_suppliers AS s JOIN embargo_shares AS t
          ON COALESCE(t.market, '') = COALESCE(s.market, '') AND COALESCE(t.basis, '') = COALESCE(s.basis, '')
         AND COALESCE(t.year, 0) = COALESCE(s.year, 0)
         AND COALESCE(t.asserted_by, '') = COALESCE(s.asserted_by, '')
        GROUP BY s.market, s.basis, s.year, s.asserted_by, s.party, s.name, t.stage
        ORDER BY market, basis, year, asserted_by, party, stage
        """
    )
    groups: dict[tuple[object, ...], list[dict[str, object]]] = {}
    for row in rows:
        groups.setdefault((*(row[k] for k in KEYS), row["party"], row["name"]), []).append(row)
    return [_stop(key, found) for key, found in groups.items()]


def _stop(key: tuple[object, ...], rows: Sequence[dict[str, object]]) -> Stop:
    market, basis, year, speaker, party, name = key
    ends = [_left(r["low"], r["high"], r["others"]) for r in rows]
    return Stop(
        market, basis, year, speaker, str(party), str(name),  # type: ignore[arg-type]  # columns as declared
        tuple(str(r["stage"] or "the whole market") for r in rows),
        tuple(low for low, _ in ends),
        tuple(high for _, high in ends),
    )  # fmt: skip


def _left(low: object, high: object, others: object) -> tuple[float, float]:
    """What is left when a share between two ends stops; who is not listed may have all that nobody else has."""
    rest = min(1.0, float(str(others or 0)))
    if low is None or high is None:
        return rest, 1.0
    most, least = 1 - float(str(low)), 1 - float(str(high))
    return min(max(least, 0.0), most), max(most, 0.0)


@dataclass(frozen=True, slots=True)
class Order:
    """The stages of a market: which each needs, how long building one takes, what a day in store costs."""

    stages: tuple[str, ...]
    after: tuple[tuple[int, ...], ...]
    build: tuple[float | None, ...]
    cost: tuple[float | None, ...]
    unit: str


def order(stages: Stages | None, market: str | None) -> Order | None:
    """What the case says of the stages of a market; None when it says nothing."""
    if stages is None:
        return None
    rows = stages.sql(
        f"""
        SELECT LOWER(TRIM(stage)) AS stage, after AS after, build_days AS build, day_cost AS cost, unit AS unit
        FROM {{this}} WHERE {_HELD} AND {_SAME_MARKET} ORDER BY _source, _row
        """,
        market=market or "",
    )
    needs: dict[str, list[str]] = {}
    facts: dict[str, tuple[float | None, float | None]] = {}
    unit = ""
    for row in rows:
        needs.setdefault(row["stage"], []).extend(_names(row["after"]))
        facts.setdefault(row["stage"], (row["build"], row["cost"]))
        unit = unit or row["unit"] or ""
    names = tuple(dict.fromkeys([*needs, *(n for found in needs.values() for n in found)]))
    after = tuple(tuple(dict.fromkeys(names.index(n) for n in needs.get(name, ()))) for name in names)
    known = [facts.get(n, (None, None)) for n in names]
    return Order(names, after, tuple(b for b, _ in known), tuple(c for _, c in known), unit) if names else None


def _names(cell: str | None) -> list[str]:
    return [n.strip().lower() for n in (cell or "").replace("|", ";").split(";") if n.strip()]


@dataclass(frozen=True, slots=True)
class Held:
    """Days in store behind each stage, and those who step in: at their lower and their higher ends."""

    low: dict[str, float]
    high: dict[str, float]
    spare_low: tuple[tuple[str, Spare], ...]
    spare_high: tuple[tuple[str, Spare], ...]

    @property
    def any(self) -> bool:
        """Whether anything is known at all."""
        return bool(self.high or self.spare_high)


def held(stocks: Stocks | None, substitutes: Substitutes | None, stop: Stop) -> Held:
    """Stocks and substitutes of a market, those of the supplier who stops left out."""
    low: dict[str, float] = {}
    high: dict[str, float] = {}
    for row in _stocks(stocks, stop):
        low[row["stage"]] = low.get(row["stage"], 0.0) + (row["low"] or 0.0)
        high[row["stage"]] = high.get(row["stage"], 0.0) + (row["high"] or row["low"] or 0.0)
    steps = _substitutes(substitutes, stop)
    return Held(
        low,
        high,
        tuple((s["stage"], Spare(0, s["low"] or 0.0, s["ramp"] or 0.0, s["start"] or 0.0)) for s in steps),
        tuple((s["stage"], Spare(0, s["high"] or s["low"] or 0.0, s["ramp"] or 0.0, s["start"] or 0.0)) for s in steps),
    )


def _stocks(stocks: Stocks | None, stop: Stop) -> list[dict[str, Any]]:
    if stocks is None:
        return []
    return stocks.sql(
        f"""
        SELECT LOWER(TRIM(stage)) AS stage, COALESCE(days_low, quantity / NULLIF(use_per_day, 0)) AS low,
               COALESCE(days_high, days_low, quantity / NULLIF(use_per_day, 0)) AS high
        FROM {{this}} WHERE {_HELD} AND {_SAME_MARKET} AND {_NOT_HIS_STOCK} ORDER BY _source, _row
        """,
        market=stop.market or "",
        supplier=stop.supplier,
    )


def _substitutes(substitutes: Substitutes | None, stop: Stop) -> list[dict[str, Any]]:
    if substitutes is None:
        return []
    return substitutes.sql(
        f"""
        SELECT LOWER(TRIM(stage)) AS stage, spare_low AS low, COALESCE(spare_high, spare_low) AS high,
               start_day AS start, ramp_days AS ramp
        FROM {{this}} WHERE {_HELD} AND {_SAME_MARKET} AND {_NOT_HIMSELF} ORDER BY _source, _row
        """,
        market=stop.market or "",
        supplier=stop.supplier,
    )


def chain(stop: Stop, told: Order, here: Held, *, demand: float, high: bool) -> Chain:
    """The stages of a market as arithmetic, at the lower or the higher end of what is known.

    A stage of which nobody gives a share may be untouched or gone: nothing at the lower end, everything at the higher.
    """
    ends, days = (stop.high, here.high) if high else (stop.low, here.low)
    left = {s.lower(): e for s, e in zip(stop.stages, ends, strict=True)}
    spare = here.spare_high if high else here.spare_low
    return Chain(
        told.after,
        tuple(left.get(s, 1.0 if high else 0.0) for s in told.stages),
        tuple(days.get(s, 0.0) for s in told.stages),
        tuple(Spare(told.stages.index(s), one.amount, one.ramp, one.start) for s, one in spare if s in told.stages),
        demand,
    )


def course_evidence(
    supply: SupplyShares, stages: Stages, stocks: Stocks | None, substitutes: Substitutes | None, stop: Stop
) -> Evidence:
    """What the days of an embargo rest on: the shares, the order of the stages, what is in store, who steps in."""
    market, others = stop.market or "", {"market": stop.market or "", "supplier": stop.supplier}
    return joined(
        evidence(supply, stop),
        stages.where(f"{_HELD} AND {_SAME_MARKET}", market=market),
        stocks.where(f"{_HELD} AND {_SAME_MARKET} AND {_NOT_HIS_STOCK}", **others) if stocks else None,
        substitutes.where(f"{_HELD} AND {_SAME_MARKET} AND {_NOT_HIMSELF}", **others) if substitutes else None,
    )


def evidence(supply: SupplyShares, stop: Stop) -> Evidence:
    """The rows of all stages of a market as one speaker gives them."""
    values = (stop.market, stop.basis, stop.year, stop.speaker)
    usable = (
        "(share_low IS NOT NULL OR share_high IS NOT NULL) AND COALESCE(status, 'stated') IN ('stated', 'alleged') "
        "AND COALESCE(polarity, '+') = '+'"
    )
    return supply.when(usable, **dict(zip(KEYS, values, strict=True)))


def sites_of(sites: Sites | None, stop: Stop) -> list[dict[str, object]]:
    """Sites that have the output of a stage from the supplier who stops."""
    if sites is None:
        return []
    return sites.sql(
        f"""
        SELECT site_name AS site, country AS country, LOWER(TRIM(stage)) AS stage, share_low AS low,
               COALESCE(share_high, share_low) AS high, stock_days AS days, _source AS source, _row AS place
        FROM {{this}} WHERE {_HELD} AND {_SAME_MARKET}
          AND (supplier_id = $supplier OR LOWER(supplier_name) = $supplier) ORDER BY site_name, stage
        """,
        market=stop.market or "",
        supplier=stop.supplier,
    )
