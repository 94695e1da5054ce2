"""Which claims an account of a market bears on: shares of its largest, who is the largest, how concentrated it is."""

from collections.abc import Iterator
from dataclasses import replace

from cuibono.lenses.dependence._accounts import Account, Supplier
from cuibono.measures.concentration import WHOLE, Concentration
from cuibono.model.bearing import Bearing

_LARGEST = ("largest", "biggest", "leading", "top")
_SUPPLIERS = (
    "producer", "producers", "maker", "makers", "manufacturer", "manufacturers", "supplier", "suppliers", "exporter",
    "exporters", "importer", "importers", "seller", "sellers", "rank",
)  # fmt: skip
_INDEX = ("herfindahl", "hirschman", "herfindahl-hirschman", "hhi", "index", "concentration")
_ROUNDED = 1.005  # shares that add up to more than this cannot all be true


def bears(account: Account, found: Concentration) -> tuple[Bearing, ...]:
    """Nothing where suppliers are joined under owners, figures are alleged, or the year or the basis is not stated."""
    if account.pooled or account.alleged or found.listed[0] > _ROUNDED or account.year is None or not account.basis:
        return ()
    words = tuple(f"{account.market or ''} {account.stage or ''} {account.basis}".split())
    needs = whole_good(account.market, account.stage)
    return tuple(replace(b, needs=needs) for b in _bears(account, found, words, str(account.year)))


def whole_good(market: str | None, stage: str | None) -> tuple[str, ...]:
    """What a claim must name to be of a market: magnets are more than drone magnets. A family (solar) goes unsaid."""
    family = bool(stage) and len((market or "").split()) < 2
    return tuple(w for w in (None if family else market, stage) if w)


def _bears(account: Account, found: Concentration, words: tuple[str, ...], year: str) -> Iterator[Bearing]:
    for supplier in account.largest:
        low, high = 100 * supplier.low / WHOLE, 100 * supplier.high / WHOLE
        yield Bearing("share", "supported", (supplier.name,), words, low, high, "percent", year)
    first, *others = account.largest
    if _is_first(first, others, 1 - found.listed[0]):
        ranked = (*words, *_LARGEST, *_SUPPLIERS)
        yield Bearing("rank", "supported", (first.name,), ranked, time=year)
        for other in others:
            yield Bearing("rank", "contradicted", (other.name,), ranked, time=year)
    if account.market:
        low, high = float(found.low), float(found.high)
        yield Bearing("amount", "supported", (account.market,), (*words, *_INDEX), low, high, "index", year)


def _is_first(first: Supplier, others: list[Supplier], unlisted: float) -> bool:
    """Whether nobody, listed or not, can supply more."""
    return first.low > max((o.high for o in others), default=0) and first.low > unlisted * WHOLE
