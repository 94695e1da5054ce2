"""Integrated ownership of one firm, in words: who owns how much of it through all chains."""

from collections.abc import Iterator, Mapping

import numpy as np

from cuibono.lenses.control import _wording
from cuibono.lenses.control._holdings import Register
from cuibono.measures.owners import Owned, Owner, owners
from cuibono.measures.stakes import Ints
from cuibono.model.bearing import Bearing
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice

_NAMED = 3
_DRAWN = 10
#: Words in which claims speak of ownership through chains; a direct holding is tested against its own rows.
_WORDS = ("integrated", "indirect", "indirectly", "ultimate", "ultimately", "effective", "through", "chains", "stake")
Names = Mapping[int, tuple[str, str]]


def reported(register: Register, firm: int, most: int) -> Iterator[Finding | Notice]:
    """What of a firm reaches whom; or that it lies in a circle without an outside owner."""
    view = register.capital
    if not len(view.stakes.holders(firm)):
        return
    found = owners(view.stakes, firm, most=most)
    near = view.stakes.above(firm, most)[0]
    stakes = _among(register, near)
    names = register.named([firm, *(o.party for o in found.owners[:_DRAWN]), *found.circle])
    if found.circle:
        yield _circle(register, firm, found, names, stakes)
        return
    largest = [o for o in found.owners if o.ultimate] or list(found.owners)
    if not largest:
        return
    yield Finding(
        says=_says(register, firm, found, largest, names),
        about=(names[firm][1], names[firm][0]),
        measure=_measure(largest[0], names),
        caveats=(*_caveats(register, found, stakes, near), *_wording.of_names(register, names[firm])),
        evidence=register.evidence(view, stakes),
        figure=_figure(firm, found, largest, names),
        bears=tuple(_bears(register, firm, largest, names)) if found.whole else (),
    )


def _among(register: Register, parties: Ints) -> Ints:
    """The stakes between some parties, by number."""
    stakes = register.capital.stakes
    inside = np.zeros(stakes.n, bool)
    inside[parties] = True
    start, order = stakes.up
    return np.concatenate([order[start[p] : start[p + 1]] for p in parties.tolist()])


def _says(register: Register, firm: int, found: Owned, largest: list[Owner], names: Names) -> str:
    parts = [f"{names[o.party][1]} {_share(o)}" for o in largest[:_NAMED]]
    others = len(largest) - len(parts)
    parts += [f"{others:,} other{'s' if others > 1 else ''} the rest of what is listed"] if others > 0 else []
    rest = (
        "" if found.rest[1] < 0.0005 else f"; {_wording.percent(*found.rest)} reaches in the end nobody who is listed"
    )
    way = "" if largest[0].ultimate else "of firms that are themselves held, "
    return (
        f"Of the capital of {names[firm][1]}, through all chains together ({_wording.when(register)}), "
        f"{way}{_wording.listed(parts)}{rest}"
    )


def _share(owner: Owner) -> str:
    return f"owns {_wording.percent(owner.low, owner.high)}" + (
        f" ({_wording.percent(owner.direct_low, owner.direct_high)} directly)"
        if owner.direct_high and round(owner.direct_low, 6) != round(owner.low, 6)
        else ""
    )


def _measure(owner: Owner, names: Names) -> Measure:
    meaning = (
        f"The part of the capital that reaches {names[owner.party][1]} through every chain, each share multiplied "
        "along it: integrated ownership, 0 to 1. It measures value, not say."
    )
    name = "largest integrated share"
    if owner.high - owner.low < 5e-7:
        return Measure(name, owner.low, "share", meaning=meaning)
    return Measure(name, (owner.low + owner.high) / 2, "share", owner.low, owner.high, meaning=meaning)


def _caveats(register: Register, found: Owned, stakes: Ints, near: Ints) -> Iterator[str]:
    yield "A share of the value is no share of the votes: whose say counts is another question, and answered apart."
    yield from _wording.of_rows(register.capital, stakes, near)
    if found.rest[1] >= 0.0005:
        yield f"{_wording.percent(*found.rest)} of it reaches owners whom nobody lists; they may be those named here."
    if found.circular >= 0.0005:
        yield f"{found.circular:.1%} of it ends in a circle of firms that nobody outside holds of.".replace("%", " %")
    if not found.whole:
        yield f"Chains were followed to {len(near):,} parties and not to their end; what lies beyond is not traced."
    if register.unknown[near].any():
        yield "Some owners are not known; each such row counts as an owner of its own."
    if any(not o.corrected for o in found.owners):
        yield "The circle is too large to take off what its firms hold of themselves."


def _figure(firm: int, found: Owned, largest: list[Owner], names: Names) -> Figure:
    bars = [_bar(names[o.party][1], o.low, o.high, "" if o.ultimate else "itself held") for o in largest[:_DRAWN]]
    if found.rest[1] >= 0.0005:
        bars.append(_bar("not listed", *found.rest))
    if found.circular >= 0.0005:
        bars.append(_bar("a circle without owner", found.circular, found.circular))
    return Figure(f"Who owns {names[firm][1]} through all chains", "share", tuple(bars))


def _bar(label: str, low: float, high: float, note: str = "") -> Bar:
    if high - low < 5e-7:
        return Bar(label, low, note=note)
    return Bar(label, (low + high) / 2, low, high, note)


def _bears(register: Register, firm: int, largest: list[Owner], names: Names) -> Iterator[Bearing]:
    key, name = names[firm]
    for owner in largest[:_DRAWN]:
        low, high = 100 * owner.low, 100 * owner.high
        about = (*names[owner.party], key, name)
        yield Bearing("share", "supported", about, _WORDS, low, high, "percent", _wording.time(register))


def _circle(register: Register, firm: int, found: Owned, names: Names, stakes: Ints) -> Finding:
    members = [names[p][1] for p in found.circle]
    return Finding(
        says=f"{names[firm][1]} lies in a circle of {len(members)} that hold all of each other "
        f"({_wording.listed(sorted(members)[:6])}): circular, no outside owner ({_wording.when(register)})",
        about=(names[firm][1], names[firm][0]),
        measure=Measure(
            "firms in the circle", float(len(members)), meaning="Firms that hold the whole of each other's capital."
        ),
        caveats=(
            "A share of each cannot be given: it would be divided by nothing.",
            "Somebody decides in such a circle; holdings do not show who.",
            *_wording.of_rows(register.capital, stakes, np.array(found.circle)),
        ),
        evidence=register.evidence(register.capital, stakes),
    )
