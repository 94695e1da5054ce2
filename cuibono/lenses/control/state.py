"""Through which chain is a firm tied to a state, a party or an army?"""

from collections.abc import Iterator

from cuibono.errors import BadSetting
from cuibono.lenses import ties
from cuibono.lenses.contract import lens
from cuibono.lenses.control import _chain_words, _chains, _say
from cuibono.model import dates
from cuibono.model.counting import plural
from cuibono.model.entity_ref import EntityRef
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Bodies, Relations


@lens(answers=["tie"])
def state(
    relations: Relations,
    bodies: Bodies | None = None,
    *,
    firm: EntityRef = EntityRef(""),  # noqa: B008 - a frozen text
    through: list[str] = [],  # noqa: B006 - read only
    country: str = "",
    at: str = "",
    k: int = 3,
    longest: int = 4,
    most: int = 25,
    hints: bool = True,
) -> Iterator[Finding | Notice]:
    """Chains from a firm to a state, a party or an army: shares, officers, founders, party units, funding, code, data.

    Each hop is a tie that gives somebody a say in the one before: who holds shares of it, directs it, founded it, keeps
    a party unit in it, funds it, supplies or reads its code, has access to its data; and from a person to where it has
    its office or membership. The best k chains of a firm are looked for (Yen 1971), those of record before those that
    somebody merely says there are, short before long; each ends at the first public body. Bodies are those listed in
    the table of bodies, and entities recorded as public bodies; where a name alone reads like one, that is said. Every
    hop is dated and cited with its standing.

    It does not say that anybody controls the firm. A tie is not an order given: former offices, small stakes and common
    memberships say little, and firms abroad have such chains to their own states too. How many firms of the same kind
    have such a chain is not in it. Undated ties are shown as undated. That no chain is found does not mean that there
    is none. Kin of people is not used.

    Settings:
        firm: only this firm, by id or name; empty for those with the strongest chains
        through: only these ways: shares, stated control, officers, founders, party units, funding, code, data access,
            belonging, offices, memberships; empty for all
        country: only bodies of this country, as the table of bodies writes it
        at: only ties that held on this day, in this month or year (EDTF)
        k: so many chains of each firm
        longest: chains of at most so many hops
        most: at most so many firms
        hints: whether a name that reads like a public body counts as one, marked as such
    """
    if min(k, longest, most) < 1:
        raise BadSetting("k, longest and most are at least 1.", try_="k=3, longest=4, most=25")
    if unknown := [w for w in through if w not in _say.WAYS]:
        raise BadSetting(f"There is no way '{unknown[0]}'.", try_=f"one of: {', '.join(_say.WAYS)}")
    known = ties.read(relations, bodies, without=ties.KIN)
    found = {
        n: b
        for n, b in _chains.bodies_of(known, bodies, hints=hints).items()
        if not country or b.country.lower() == country.lower()
    }
    if not found:
        yield _no_bodies(country)
        return
    made = _chains.chains(
        known, found, _chains.leading_roles(known), _chains.people(known), through=through, days=_days(at)
    )
    number = known.find(firm) if firm.strip() else None
    if isinstance(number, Notice):
        yield number
        return
    asked = [number] if number is not None else made.best(most, longest)
    for one in asked:
        yield from _chain_words.reported(known, made, one, k=k, longest=longest)
    if not asked:
        yield Notice(
            "No chain from a firm to a public body is found",
            "no recorded or said tie leads there",
            "more ties, or a list of bodies: cuibono add FILE --as bodies",
        )
    if made.undated:
        yield Notice(
            f"{plural(made.undated, 'undated tie')} left aside",
            "nobody says when they held, and undated is not always",
            "dates for them, or the question without a day",
        )


def _days(at: str) -> tuple[int, int] | None:
    if not at.strip():
        return None
    first, last = dates.bounds(at.strip())
    if first is None or last is None:
        raise BadSetting(f"at is '{at}', which is no day, month or year.", try_="at=2004, or at=2004-05-01")
    return first.toordinal(), last.toordinal()


def _no_bodies(country: str) -> Notice:
    of = f" of {country}" if country else ""
    return Notice(
        f"No public body{of} is among those who are tied to anybody",
        "none is listed, and no name reads like one",
        "a list of bodies with their kind and country: cuibono add FILE --as bodies",
    )
