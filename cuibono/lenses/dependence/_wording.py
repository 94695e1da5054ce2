"""How an account of a market is put into words, caveats and a figure."""

from collections.abc import Iterator

from cuibono.lenses.dependence._accounts import Account, Supplier
from cuibono.measures.concentration import LARGEST, WHOLE, Concentration
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Measure

_NEARLY = 0.005  # what roundings of a list of shares add up to
_SAME = 0.00005  # below the last digit that is printed


def good(account: Account) -> str:
    """What is supplied: "solar ingot"."""
    return " ".join(w for w in (account.market, account.stage) if w) or "an unnamed market"


def basis(account: Account) -> str:
    """On which basis, in which year: "production, 2021"."""
    year = str(account.year) if account.year is not None else "year not stated"
    return f"{account.basis or 'basis not stated'}, {year}"


def speaker(account: Account) -> str:
    """Who says so."""
    return account.speaker or "a speaker who is not named"


def about(account: Account) -> tuple[str, ...]:
    """The keys of an account, as what its finding is about."""
    return (
        account.market or "market not stated",
        account.stage or "stage not stated",
        account.basis or "basis not stated",
        str(account.year) if account.year is not None else "year not stated",
        account.speaker or "speaker not named",
    )


def says(account: Account, found: Concentration) -> str:
    """The sentence of a finding."""
    first = account.largest[0]
    return (
        f"{first.name} supplies {band(first)} of {good(account)} ({basis(account)}), says {speaker(account)}; "
        f"Herfindahl index {index(found)}, {effective(found)}"
    )


def index(found: Concentration) -> str:
    """The index as it is printed: one number, or its ends."""
    low, high = f"{float(found.low):.2f}", f"{float(found.high):.2f}"
    return low if low == high else f"{low} to {high}"


def effective(found: Concentration) -> str:
    """The number of equal suppliers that would be as concentrated."""
    least, most = found.effective
    low, high = f"{least:.1f}", "" if most is None else f"{most:.1f}"
    if not high:
        return f"{low} effective suppliers or more"
    span = low if low == high else f"{low} to {high}"
    return f"{span} effective supplier{'' if span == '1.0' else 's'}"


def band(supplier: Supplier) -> str:
    """A share: "97.0 %", "80.0 to 90.0 %", "at least 80.0 %", "at most 80.0 %"."""
    low, high = f"{supplier.low / WHOLE:.1%}"[:-1], f"{supplier.high / WHOLE:.1%}"[:-1]
    if low == high:
        return f"{low} %"
    if supplier.high >= WHOLE:
        return f"at least {low} %"
    return f"{low} to {high} %" if supplier.low else f"at most {high} %"


def measure(found: Concentration) -> Measure:
    """The index with its interval and what it means."""
    thousands = "–".join(dict.fromkeys(f"{round(float(end) * 10_000):,}" for end in (found.low, found.high)))
    shares = ", ".join(f"CR{k} {_ends(*found.largest[k])}" for k in LARGEST)
    meaning = (
        "Sum of the squared shares: 1 when one supplier has everything, 0.1 with ten equal ones "
        f"(on the scale to 10,000: {thousands}). Share of the largest 1, 3 and 10: {shares}."
    )
    low, high = float(found.low), float(found.high)
    if high - low < _SAME:
        return Measure("Herfindahl index", found.middle, meaning=meaning)
    return Measure("Herfindahl index", found.middle, low=low, high=high, meaning=meaning)


def _ends(low: float, high: float) -> str:
    left, right = f"{low:.1%}"[:-1], f"{high:.1%}"[:-1]
    return f"{left} %" if left == right else f"{left} to {right} %"


def caveats(account: Account, found: Concentration, *, by_owner: bool) -> tuple[str, ...]:
    """What the number does not say."""
    return (*_of_shares(account, found), *_of_basis(account), *_of_figures(account), *_of_parties(account, by_owner))


def _of_shares(account: Account, found: Concentration) -> Iterator[str]:
    low, high = found.listed
    if low > 1 + _NEARLY:
        yield (
            f"The shares listed add up to {low:.1%}: they cannot all be true. The index is that of the shares scaled "
            f"to 100 %; as listed it would be {found.raw or 0:.2f}."
        ).replace("%:", " %:")
    elif high < 1 - _NEARLY:
        yield (
            f"The shares listed add up to {_ends(low, high)}; the rest may lie with many small suppliers or with one."
        )
    elif bool((account.high > account.low).any()):
        yield "Some shares are given as bounds; the interval holds whatever they are within them."
    if _in_whole_percent(account):
        yield "The shares are printed in whole percent; what rounding hides can move the index by about 0.01."
    if not found.sharp:
        yield "The upper end is a bound that the true index may stay well below."


def _in_whole_percent(account: Account) -> bool:
    figures = account.low[(account.low == account.high) & (account.low > 0) & (account.low < WHOLE)]
    return bool(figures.size) and not (figures % (WHOLE // 100)).any()


def _of_basis(account: Account) -> Iterator[str]:
    words = (account.basis or "").lower()
    if not words:
        yield "The basis of the shares (capacity, production, export ...) is not stated."
    elif "capacity" in words:
        yield "Capacity is not production: plants may stand idle."
    if account.year is None:
        yield "The year of the shares is not stated; they may be of several years."


def _of_figures(account: Account) -> Iterator[str]:
    if account.doubled:
        which = _several(account.doubled, "supplier")
        yield f"For {which} the same speaker gives more than one figure; all are allowed for."
    if account.alleged:
        yield f"The figures of {_several(account.alleged, 'supplier')} are only alleged."
    if account.accounts > 1:
        others = account.accounts - 1
        verb = "gives" if others == 1 else "give"
        yield f"{_several(others, 'other speaker').capitalize()} {verb} shares of the same; none is averaged."


def _of_parties(account: Account, by_owner: bool) -> Iterator[str]:
    if account.pooled:
        yield f"{_several(account.pooled, 'supplier').capitalize()} counted under the owner that the case names."
    if account.disputed:
        yield f"{_several(account.disputed, 'supplier').capitalize()} with more than one owner named stayed apart."
    if by_owner and not account.pooled:
        yield "No supplier listed here has one known owner."
    yield "Suppliers are taken as listed: an index of countries is not one of firms, nor of who owns the firms."


def _several(count: int, noun: str) -> str:
    return f"{'one' if count == 1 else f'{count:,}'} {noun}{'' if count == 1 else 's'}"


def figure(account: Account, found: Concentration) -> Figure:
    """Bars of the largest suppliers, of the others that are listed, and of what is not."""
    bars = [_bar(s.name, s.low / WHOLE, s.high / WHOLE) for s in account.largest]
    others = len(account.low) - len(account.largest)
    if others > 0:
        low, high = int(account.low[len(bars) :].sum()) / WHOLE, int(account.high[len(bars) :].sum()) / WHOLE
        bars.append(_bar(f"{_several(others, 'other')} listed", low, min(high, 1.0)))
    missing = 1 - found.listed[0], max(0.0, 1 - found.listed[1])
    if missing[0] > _NEARLY:
        bars.append(_bar("not listed", missing[1], missing[0], "many small suppliers, or one"))
    return Figure(f"Who supplies {good(account)} ({basis(account)})", "share", tuple(bars))


def _bar(label: str, low: float, high: float, note: str = "") -> Bar:
    if low == high:
        return Bar(label, low, note=note)
    return Bar(label, (low + high) / 2, low, high, note)
