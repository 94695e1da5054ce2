"""Who was in the same club, school, unit or meeting at the same time?"""

from collections.abc import Iterator
from datetime import date

from cuibono.errors import BadSetting
from cuibono.lenses import ties
from cuibono.lenses.actors import _circles
from cuibono.lenses.contract import lens
from cuibono.model import dates
from cuibono.model.counting import plural
from cuibono.model.entity_ref import EntityRef
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import Bodies, Relations

#: Types of ties that put somebody into a unit; a relation of any other type does not.
TYPES = [
    "member", "member_of", "employment", "director", "post", "role", "educated_at", "school", "classmate of", "club",
    "served_in", "participated_in", "attended", "meeting", "delegation",
]  # fmt: skip


@lens(answers=["tie"])
def circles(
    relations: Relations,
    bodies: Bodies | None = None,
    *,
    who: EntityRef = EntityRef(""),  # noqa: B008 - a frozen text
    types: list[str] = TYPES,
    largest: int = 100,
    least: int = 1,
    until: str = "",
    undated: bool = False,
    most: int = 50,
) -> Iterator[Finding | Notice]:
    """Who was in the same club, school, office, unit or meeting at the same time, and for how many days.

    Two people meet in a unit when both are tied to it by the same type of tie and their dates overlap; a class or a
    department (the column unit) is a unit of its own. Days together are given as the least and the most that the dates
    allow. A unit of n members counts 1/(n - 1) for each pair in it, since many who share a large one never meet
    (Newman 2001), and a unit above a size is left aside. Types of ties stay apart: there is no common closeness.
    A tie without an end is taken as going on to the last date of the table; undated ones are counted, and shown apart
    as undated when asked for.

    It does not say that the two knew each other, nor that they were friends: shared places help some careers and hurt
    others. Kinship and households are not in it. What somebody says of a tie stays what somebody says. Who is not
    listed in a unit may have been there.

    Settings:
        who: only pairs with this person, by id or name; empty for the pairs that were together most
        types: types of ties that put somebody into a unit
        largest: units with more members are left aside
        least: at least so many days together, by what the dates allow at most
        until: the day to which ties without an end are taken to go on; empty for the last date of the table
        undated: also pairs of which no date is given, as such
        most: at most so many pairs
    """
    if largest < 2 or most < 1 or least < 1:
        raise BadSetting("largest is at least 2, most and least at least 1.", try_="largest=100, most=50, least=1")
    kin = sorted({t.lower() for t in types} & set(ties.KIN))
    if kin:
        raise BadSetting(
            f"'{kin[0]}' is kinship, and no circle of kin is drawn.", try_="types of clubs, schools, offices"
        )
    known = ties.read(relations, bodies, types=types, without=ties.KIN)
    number = known.find(who) if who.strip() else None
    if isinstance(number, Notice):
        yield number
        return
    found = _circles.circles(known, number, horizon=_day(until), largest=largest, least=least, most=most)
    yield from _circles.reported(known, found)
    if undated:
        yield from _circles.undated(known, found)
    yield from _left(found, who, most=most, largest=largest, undated=undated)


def _left(found: _circles.Circles, who: str, *, most: int, largest: int, undated: bool) -> Iterator[Notice]:
    if not found.count:
        whom = f" with {who}" if who.strip() else ""
        yield Notice(
            f"Nobody{whom} is dated to the same unit at the same time",
            "no two ties of one type to one unit overlap by their dates",
            "ties with dates: cuibono add FILE --as relations",
            (who,) if who.strip() else (),
        )
    if found.count > most:
        yield Notice(
            f"{plural(found.count - most, 'more pair')} not shown", "those who were together most come first",
            "who, types or most",
        )  # fmt: skip
    if found.left:
        yield Notice(
            f"{plural(found.left, 'unit')} left aside",
            f"they have more than {largest} members, and their members need not have met",
            "the part of the unit (a class, a department) in the column unit, or largest",
        )
    if found.undated_count and not undated:
        yield Notice(
            f"{plural(found.undated_count, 'pair')} in one unit without dates that overlap or not",
            "nobody says when they were there, and undated is not always",
            "dates, or undated=true to see them as such",
        )


def _day(until: str) -> date | None:
    if not until.strip():
        return None
    last = dates.bounds(until.strip())[1]
    if last is None:
        raise BadSetting(f"until is '{until}', which is no date.", try_="until=2021-12-31")
    return last
