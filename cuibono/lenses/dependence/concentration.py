"""Is the supply of a good in few hands?"""

from collections.abc import Iterator

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.dependence import _accounts, _concentration_bears, _wording
from cuibono.lenses.dependence._accounts import Account
from cuibono.measures.concentration import Concentration
from cuibono.measures.concentration import concentration as measured
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import SameOwner, SupplyShares

#: Rows that are no supplier: sums, and what is left of a table.
ASIDE = [
    "other", "others", "all others", "other countries", "rest of world", "rest of the world", "row", "rest",
    "remaining", "total", "world", "world total", "all countries", "sum", "其他", "其它", "合计", "总计", "世界",
]  # fmt: skip
_NOTICES = 20


@lens(answers=["share", "rank"])
def concentration(
    supply: SupplyShares,
    owners: SameOwner | None = None,
    *,
    threshold: float = 0.25,
    market: str = "",
    stage: str = "",
    basis: str = "",
    year: int = 0,
    complete: bool = False,
    aside: list[str] = ASIDE,
) -> Iterator[Finding | Notice]:
    """Goods of which a few suppliers hold most of the supply.

    For each market, stage, basis and year, and for each speaker apart, the Herfindahl-Hirschman index is the
    sum of the squared shares (Hirschman 1964): 1 when one supplier has everything, 1/n with n equal ones.
    Competition authorities call a market highly concentrated from 0.18 (on their scale 1,800) or 0.25 on.
    Shares that are bounds ("exceeds 80 %"), and shares that nobody lists, make it an interval that no market
    within them leaves: the rest may lie with many negligible suppliers or with one. An account is reported
    when the whole interval reaches the threshold; when only its upper end does, a notice says that it is not
    identified. Where the case knows which suppliers answer to the same owner, their shares are joined.

    It does not say that dependence does harm: stocks, substitutes and the time it takes to build elsewhere
    are not in it. Capacity is not production, countries are not firms, and basis and year are never mixed.
    Shares are taken as printed. Speakers who disagree give findings side by side; none is averaged or preferred.

    Settings:
        threshold: the index, 0 to 1, from which an account is reported
        market: only this market; empty for all
        stage: only this stage; empty for all
        basis: only this basis (capacity, production ...); empty for all, each on its own
        year: only this year; 0 for all, each on its own
        complete: take every list as complete, so that all shares add up to 100 % without others
        aside: names of rows that are sums or rests, not suppliers
    """
    if not 0 <= threshold <= 1:
        raise BadSetting(f"The threshold {threshold} is not an index.", try_="threshold=0.25, a number from 0 to 1")
    _accounts.keep_suppliers(supply, owners, market=market, stage=stage, basis=basis, year=year, aside=aside)
    total = _accounts.keep_accounts(supply, threshold)
    if not total:
        yield _nothing(market or stage or basis, year)
        return
    measures = [(a, measured(a.low, a.high, complete=complete)) for a in _accounts.accounts(supply)]
    reached = [(a, m) for a, m in measures if m.at_least(threshold)]
    for account, found in sorted(reached, key=lambda am: (-am[1].middle, _wording.about(am[0]))):
        yield _finding(supply, account, found, by_owner=owners is not None)
    yield from _open([(a, m) for a, m in measures if m.at_least(threshold) is None], threshold)


def _finding(supply: SupplyShares, account: Account, found: Concentration, *, by_owner: bool) -> Finding:
    return Finding(
        says=_wording.says(account, found),
        about=_wording.about(account),
        measure=_wording.measure(found),
        caveats=_wording.caveats(account, found, by_owner=by_owner),
        evidence=_accounts.evidence(supply, account),
        figure=_wording.figure(account, found),
        bears=_concentration_bears.bears(account, found),
    )


def _open(left: list[tuple[Account, Concentration]], threshold: float) -> Iterator[Notice]:
    """Accounts whose interval leaves the threshold open: each by name, many in one sentence."""
    for account, found in left[:_NOTICES]:
        low, high = found.listed
        yield Notice(
            f"Whether {_wording.good(account)} ({_wording.basis(account)}) is concentrated is not identified from what "
            f"{_wording.speaker(account)} says: Herfindahl index {_wording.index(found)}, threshold {threshold:g}",
            f"the shares listed add up to {_span(low, high)}",
            "shares of the other suppliers, or a figure instead of a bound",
            _wording.about(account),
        )
    if len(left) > _NOTICES:
        yield Notice(
            f"For {len(left) - _NOTICES:,} more accounts it is not identified whether they reach {threshold:g}",
            "the shares listed leave it open",
            "narrow the question with market, stage, basis or year",
        )


def _span(low: float, high: float) -> str:
    """What listed shares add up to: "34.0 %", or "at least 34.0 %" when some are bounds."""
    return f"{'' if low == high else 'at least '}{low * 100:.1f} %"


def _nothing(words: str, year: int) -> Notice:
    asked = " for what was asked" if words or year else ""
    return Notice(
        f"No market share can be used{asked}",
        "rows without a share, denials, forecasts and hypothetical ones are left aside",
        "shares of a market with the supplier, the year and the basis: cuibono add FILE --as supply_shares",
    )
