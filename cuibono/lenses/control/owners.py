"""Who owns a firm through all chains, and whose votes decide in it?"""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.contract import lens
from cuibono.lenses.control import _holdings, _majority, _owned, _rules
from cuibono.lenses.control._holdings import UNKNOWN, Register
from cuibono.lenses.control._same_owner import same_owner
from cuibono.measures.ownership import circles
from cuibono.model.counting import plural
from cuibono.model.entity_ref import EntityRef
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Holdings

_NOTICES = 20


@lens(answers=["share", "control"], fills={"same_owner": same_owner})
def owners(
    holdings: Holdings,
    *,
    firm: EntityRef = EntityRef(""),  # noqa: B008 - a frozen text
    as_of: str = "",
    rule: Literal["none", "OFAC", "EU", "UK"] = "none",
    listed: list[str] = [],  # noqa: B006 - read only
    void_own: bool = False,
    most: int = 25,
    parties: int = 5_000,
    unknown: list[str] = UNKNOWN,
) -> Iterator[Finding | Notice]:
    """Who owns a firm in the end, through every chain and circle, and whose votes are the majority in it.

    Three questions that are never mixed. **Value**: what of a firm reaches each owner through all chains, integrated
    ownership x = (I - W)^-1 W v (Brioschi, Buzzacchi & Colombo 1989); firms in circles count without what they hold
    of themselves (Baldone, Brioschi & Paleari 1998). **Votes**: who has more than half of the votes, with those of
    firms in which they have more than half, and so on until nothing changes; decided on whole parts of 10^9. Bands and
    gaps make intervals: a majority is certain, possible or impossible. Where votes are not stated, shares of capital
    stand in for them. **Rules**: the ownership tests of sanctions law, each with its version. A circle of firms that
    nobody outside holds of is reported as such, without a number. Holdings that add up to more than a whole are
    refused. Of several rows about the same pair the newest that holds is used; rows that differ are spanned.
    Asked to (``--fill same_owner``), it tells other lenses which firms certainly answer to the same owner.

    It does not say who runs a firm: contracts, party units, funding and access give control without shares. Joint
    ownership is not acting in concert. An owner whom nobody names is unknown, not absent. A rule met by arithmetic
    is no legal opinion, and nothing here calls anybody a nominee.

    Settings:
        firm: only this firm, by id or name; empty for those with the longest and most entangled chains
        as_of: the day, month or year (its last day) for which to ask; empty for holdings of which nobody says an end
        rule: test a rule of sanctions law for firms held by those listed: OFAC, EU or UK
        listed: whom the rule takes as listed, by id or name
        void_own: leave out of the votes in a firm those held by itself and by firms in which it has the majority
        most: at most so many firms
        parties: at most so many owners of one firm are followed
        unknown: names that mean that the owner is not known
    """
    if most < 1 or parties < 2:
        raise BadSetting("most and parties are numbers of firms.", try_="most=25, parties=5000")
    register = _holdings.read(holdings, as_of=as_of, unknown=unknown)
    if not len(register.row):
        yield _nothing(as_of)
        return
    if rule != "none":
        yield from _rules.tested(register, rule, listed, most)
        return
    asked = _asked(register, firm, most)
    if not asked and (firm.strip() or not (register.capital.over or register.votes.over)):
        yield _no_firm(firm, as_of)
    yield from _refused(register, asked)
    for number in asked:
        if number not in register.capital.over:
            yield from _owned.reported(register, number, parties)
        if number not in register.votes.over:
            yield from _majority.reported(register, number, parties, void_own=void_own)
    yield from _left(register, asked, firm)


def _asked(register: Register, firm: str, most: int) -> list[int]:
    """The firm that is meant, or those with the most entangled owners, and then the most owners."""
    stakes = register.votes.stakes
    if firm.strip():
        return [n for n in register.find(firm) if _is_held(register, n)][:most]
    held = np.bincount(stakes.held, minlength=stakes.n)
    chained = np.bincount(stakes.held[held[stakes.holder] > 0], minlength=stakes.n)
    loops = circles(stakes)
    looped = (loops.sizes[loops.of] > 1) | loops.pure[loops.of]
    firms = np.flatnonzero(held)
    order = np.lexsort((firms, -held[firms], -chained[firms], ~looped[firms]))
    return [int(f) for f in firms[order][:most]]


def _is_held(register: Register, number: int) -> bool:
    return any(
        len(view.stakes.holders(number)) or number in view.over for view in (register.capital, register.votes)
    )  # fmt: skip


def _refused(register: Register, asked: list[int]) -> Iterator[Notice]:
    """Firms of which more than a whole is said to be held: nothing is computed of them, nor through them."""
    sums = {**register.votes.over, **register.capital.over}
    mine = [f for f in asked if f in sums] or sorted(sums)
    names = register.named(mine[:_NOTICES])
    for number in mine[:_NOTICES]:
        of = "capital" if number in register.capital.over else "votes"
        yield Notice(
            f"The holdings in {names[number][1]} add up to {sums[number] / 1e7:.1f} % of its {of}: nothing is computed",
            "they cannot all hold at once: they may be of several dates, of several classes, or one within another",
            "name a day with as_of, or say in the table what each share is of and since when",
            (names[number][0], names[number][1]),
        )
    if len(mine) > _NOTICES:
        yield Notice(f"{len(mine) - _NOTICES:,} more firms whose holdings add up to more than a whole are left out")


def _left(register: Register, asked: list[int], firm: str) -> Iterator[Notice]:
    firms = int((np.bincount(register.votes.stakes.held, minlength=register.parties) > 0).sum())
    if not firm.strip() and firms > len(asked):
        yield Notice(
            f"{plural(firms - len(asked), 'more firm')} with owners listed not shown",
            "those with circles and long chains come first",
            "ask for one with firm, or for more with most",
        )


def _nothing(as_of: str) -> Notice:
    return Notice(
        f"No holding can be used{f' for {as_of}' if as_of else ''}",
        "denials, forecasts and hypothetical ones are left aside",
        "holdings with owner, firm and share: cuibono add FILE --as holdings",
    )


def _no_firm(firm: str, as_of: str) -> Notice:
    when = f" as of {as_of}" if as_of else " now, as far as anybody says"
    return Notice(
        f"Nobody is listed as an owner of {firm}{when}" if firm.strip() else f"No holding is listed{when}",
        "no row of holdings that is of that time names it as what is held",
        "a register of its owners, or another day with as_of",
        (firm,) if firm.strip() else (),
    )
