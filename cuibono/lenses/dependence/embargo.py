"""What would be left, and from when, if a supplier stopped?"""

from collections.abc import Iterator

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.dependence import _accounts, _stages
from cuibono.lenses.dependence import _course_wording as by_day
from cuibono.lenses.dependence import _embargo_wording as wording
from cuibono.lenses.dependence import _site_wording as at_site
from cuibono.lenses.dependence._stages import Held, Order, Stop
from cuibono.lenses.dependence.concentration import ASIDE
from cuibono.measures.embargo import course
from cuibono.model.finding import Evidence, Finding, Notice
from cuibono.model.tables import SameOwner, Sites, Stages, Stocks, Substitutes, SupplyShares

_DAYS = 3_650


@lens(answers=["share", "amount"])
def embargo(
    supply: SupplyShares,
    stages: Stages | None = None,
    stocks: Stocks | None = None,
    substitutes: Substitutes | None = None,
    sites: Sites | None = None,
    owners: SameOwner | None = None,
    *,
    supplier: str = "",
    threshold: float = 0.5,
    market: str = "",
    basis: str = "",
    year: int = 0,
    days: int = 365,
    lasts: int = 0,
    demand: float = 1.0,
    aside: list[str] = ASIDE,
) -> Iterator[Finding | Notice]:
    """Where a good would run short if a supplier stopped, on which day, and for how long.

    For each market, basis, year and speaker, and for each supplier who has at least the threshold of some stage: the
    share left at each stage without him. The narrowest stage is what would be left of the end product, with no stock
    and nobody to step in: the minimum cut of a row of stages (Ford and Fulkerson 1956). With stages, stocks and
    substitutes in the case, the days are run one by one: each stage makes what its own capacity and the stage before it
    allow, what is not used goes into store, and those who step in rise to their whole amount over their ramp. No other
    plan gets more to users by any day. It tells the first day on which something is missing, what is lost within the
    time asked for, when nothing is missing any more, how many days of stock behind the narrowest stage would
    bridge the gap (and what they cost, where the case knows), and until when named sites could work on.
    Every number is taken at both ends of what is known; shares that nobody gives widen the interval.

    It does not say that anybody means to stop supplying. Inputs are taken as needed in fixed proportions (Leontief),
    which overstates the loss where there is a way round; prices, thrift and smuggling are not in it. Capacity is not
    production, and a country is not the owner of the works in it.

    Settings:
        supplier: only this supplier; empty for all who reach the threshold
        threshold: the share of some stage, 0 to 1, from which a supplier is asked about
        market: only this market; empty for all
        basis: only this basis (capacity, production ...); empty for all, each on its own
        year: only this year; 0 for all, each on its own
        days: how many days are run
        lasts: how many days the stop lasts; 0 for all of them
        demand: the share of the world's normal use that those need who are without the supplier
        aside: names of rows that are sums or rests, not suppliers
    """
    _check(threshold, days, lasts, demand)
    _accounts.keep_suppliers(supply, owners, market=market, stage="", basis=basis, year=year, aside=aside)
    asked = _stages.stops(supply, threshold=0.0 if supplier else threshold, supplier=supplier)
    if not asked:
        yield wording.nobody(supplier, threshold)
        return
    for stop in sorted(asked, key=lambda s: (s.least[1], wording.about(s))):
        told = _stages.order(stages, stop.market)
        yield _chokepoint(supply, stop, told)
        if stages is not None and told is not None:
            here = _stages.held(stocks, substitutes, stop)
            rests_on = _stages.course_evidence(supply, stages, stocks, substitutes, stop)
            yield from _by_day(rests_on, stop, told, here, days=days, lasts=lasts, demand=demand)
        yield from _at_sites(sites, stop)
    if stages is None:
        yield wording.no_order()


def _check(threshold: float, days: int, lasts: int, demand: float) -> None:
    if not 0 < threshold <= 1:
        raise BadSetting(f"The threshold {threshold} is no share.", try_="threshold=0.5, a number up to 1")
    if not 1 <= days <= _DAYS:
        raise BadSetting(f"{days} days cannot be run.", try_=f"days=365, at most {_DAYS:,}")
    if lasts < 0:
        raise BadSetting(f"A stop cannot last {lasts} days.", try_="lasts=90, or 0 for all the time")
    if not 0 < demand <= 1:
        raise BadSetting(
            f"The demand {demand} is no share.", try_="demand=0.6, the part of the world that goes without"
        )


def _chokepoint(supply: SupplyShares, stop: Stop, told: Order | None) -> Finding:
    return Finding(
        says=wording.says(stop),
        about=wording.about(stop),
        measure=wording.least(stop),
        caveats=wording.caveats(stop, told),
        evidence=_stages.evidence(supply, stop),
        figure=wording.figure(stop, told),
        bears=wording.bears(stop),
    )


def _by_day(
    rests_on: Evidence, stop: Stop, told: Order, here: Held, *, days: int, lasts: int, demand: float
) -> Iterator[Finding | Notice]:
    """The course of the embargo, where the case knows of stocks or of somebody who steps in."""
    if not here.any:
        yield wording.no_stock(stop)
        return
    chains = [_stages.chain(stop, told, here, demand=demand, high=high) for high in (False, True)]
    try:
        worst, best = (course(c, days, lasts=lasts or None) for c in chains)
    except ValueError as error:
        yield wording.no_row(stop, str(error))
        return
    yield Finding(
        says=by_day.says(stop, worst, best, days),
        about=(*wording.about(stop), "day by day"),
        measure=by_day.lost(worst, best, days),
        caveats=by_day.caveats(told, here, chains, (worst, best), days),
        evidence=rests_on,
        figure=by_day.figure(stop, worst, best),
    )


def _at_sites(sites: Sites | None, stop: Stop) -> Iterator[Finding]:
    """Named sites that have the output of a stage from the supplier."""
    if sites is None:
        return
    for row in _stages.sites_of(sites, stop):
        yield Finding(
            says=at_site.says(stop, row),
            about=(str(row["site"]), str(row["stage"]), *wording.about(stop)),
            measure=at_site.measure(row),
            caveats=at_site.caveats(row),
            evidence=sites.when(_source=row["source"], _row=row["place"]),
            bears=at_site.bears(row),
        )
