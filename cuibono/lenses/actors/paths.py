"""How is one actor connected to another?"""

from collections.abc import Iterator
from datetime import date

from cuibono.errors import BadSetting
from cuibono.lenses import ties
from cuibono.lenses.actors import _network, _paths
from cuibono.lenses.contract import lens
from cuibono.lenses.ties import Ties
from cuibono.measures.routes import routes
from cuibono.model import dates
from cuibono.model.counting import plural
from cuibono.model.entity_ref import EntityRef
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Bodies, Relations


@lens(answers=["tie"])
def paths(
    relations: Relations,
    bodies: Bodies | None = None,
    *,
    one: EntityRef = EntityRef(""),  # noqa: B008 - a frozen text
    other: EntityRef = EntityRef(""),  # noqa: B008 - a frozen text
    k: int = 5,
    types: list[str] = [],  # noqa: B006 - read only
    without: list[str] = [],  # noqa: B006 - read only
    at: str = "",
    in_time: bool = False,
    hub: int = 100,
    longest: int = 8,
) -> Iterator[Finding | Notice]:
    """How one actor is connected to another: the best chains of ties between them, every hop with its passage.

    The k best paths that visit nobody twice (Yen 1971; distances to the end guide the search), where the cost of a tie
    is -log of its strength: 1 for a tie of record, 0.95 for one that was read by machine, 0.5 for one that somebody
    merely says there is, or what the table gives; every further hop counts as 0.9. A path's strength is the product
    over its hops. Ties run both ways. With a day, only ties dated to it count; in time, what goes along a path must be
    able to: a tie must still hold when the one before it has begun. Undated ties are shown as undated and count in
    neither. A path through somebody tied to very many is flagged: such a hub connects almost everybody.

    It does not say that anything passed along a path, nor that those at its ends know of each other. Ties of different
    kinds are not one closeness. Kinship is used only between people who both hold an office of record (director,
    founder, a post, or a place in a public body); of others no kin is followed. What somebody says of a tie stays what
    somebody says. That no path is found does not mean that there is none.

    Settings:
        one: the actor at one end, by id or name
        other: the actor at the other end, by id or name
        k: so many paths
        types: only ties of these types; empty for all
        without: no ties of these types
        at: only ties that held on this day, in this month or year (EDTF)
        in_time: only paths along which time runs forward from the first actor to the other
        hub: whoever is tied to more than so many is flagged as a hub
        longest: paths of at most so many hops
    """
    if not 1 <= k <= 100 or longest < 1 or hub < 1:
        raise BadSetting(f"k={k}, longest={longest} or hub={hub} is out of range.", try_="k=5, longest=8, hub=100")
    day = _day(at)
    known = ties.read(relations, bodies, types=types, without=without)
    yield from _network.kinless(known)
    ends = list(_ends(known, one, other))
    if len(ends) != 2 or any(isinstance(e, Notice) for e in ends):
        yield from (e for e in ends if isinstance(e, Notice))
        return
    source, target = (e for e in ends if isinstance(e, int))
    if source == target:
        yield Notice(f"{one} and {other} are the same actor", "", "name two", (one, other))
        return
    network = _network.network(known, day=day, dated=in_time)
    found = routes(network.graph, source, target, k=k, in_time=in_time)
    short = [r for r in found.routes if len(r.arcs) <= longest]
    if not short:
        yield _paths.none(known, source, target, day=day, in_time=in_time, whole=found.whole, longest=longest)
        return
    for rank, route in enumerate(short, 1):
        yield _paths.finding(known, network, source, route, rank, hub=hub, whole=found.whole)
    if network.undated:
        yield Notice(
            f"{plural(network.undated, 'undated tie')} left aside",
            "nobody says when they held, and undated is not always",
            "dates for them, or the question without a day and without in_time",
        )


def _day(at: str) -> tuple[date, date] | None:
    if not at.strip():
        return None
    first, last = dates.bounds(at.strip())
    if first is None or last is None:
        raise BadSetting(f"at is '{at}', which is no day, month or year.", try_="at=2004, or at=2004-05-01")
    return first, last


def _ends(known: Ties, *names: str) -> Iterator[int | Notice]:
    for name in names:
        if not name.strip():
            yield Notice(
                "Two actors are needed to look for paths between them", "one of them is not named", "one=A other=B"
            )
            return
        yield known.find(name)
