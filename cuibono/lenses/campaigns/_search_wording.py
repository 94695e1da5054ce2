"""How the rank of a home region is put into words, numbers and a figure."""

import numpy as np

from cuibono.lenses.campaigns._interest import USABLE, Ranked
from cuibono.measures.placebo import smallest_p
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.tables import SearchInterest

_SHOWN = 12
_RANK_WORDS = (
    "country", "countries", "home", "in", "index", "interest", "name", "only", "place", "ranked", "rank",
    "ranks", "region", "regions", "search", "searched", "searches", "searching", "those", "trends",
)  # fmt: skip
_WHO = "Interest by region never says who searched, nor why: people travel, use relays, and share one language."
_INDEX = (
    "The index is scaled within each name and drawn from a sample; values of two names cannot be compared, ranks can."
)


def nobody(name: str, *, others: bool) -> Notice:
    """No name has a home region that is known, or that one has none while ``others`` have."""
    which = f"'{name}'" if name else "any name"
    return Notice(
        f"The rank of the home region is not identified for {which}.",
        why="the name does not occur, or not in its home" if others else "nobody says where it is at home",
        what_would_help="home=REGION, or a column 'home' in the table",
        about=(name,) if name else (),
    )


def lowest(names: list[Ranked]) -> Notice:
    """Which names rank lowest at home, when none was named beforehand."""
    told = sorted(names, key=lambda r: (-r.place, r.name))[:3]
    listed = "; ".join(f"{r.name} ({r.home} {_rank(r)})" for r in told)
    return Notice(
        f"Whose home region ranks lowest: {listed}. Whether that is unusual is not identified.",
        why="one of many names is always lowest: a test needs the name to be said beforehand",
        what_would_help="name=...",
    )


def one_sided(r: Ranked, day: str) -> Notice:
    """Nothing to compare before or after a day."""
    return Notice(
        f"A change at {day} is not identified for {r.name}.",
        why="the table has no periods on both sides of the day",
        what_would_help="search interest by month or week, well before and after",
        about=(r.name,),
    )


def too_few(r: Ranked, others: int) -> Notice:
    """Too few names to compare with: what the rank is, and that nothing follows."""
    return Notice(
        f"{r.home} ranks {_rank(r)} for {r.name}: whether that is unusual is not identified.",
        why=f"with {plural(others, 'name')} to compare with, p cannot be below {smallest_p(others):.2g}",
        what_would_help="nineteen or more comparable names with the same home region, from the same page of trends",
        about=(r.name,),
    )


def _rank(r: Ranked) -> str:
    """A rank: "16th of 30", or its span over draws."""
    low, high = int(r.ranks.min()), int(r.ranks.max())
    place = _ordinal(low) if low == high else f"{_ordinal(low)} to {_ordinal(high)}"
    return f"{place} of {r.regions}"


def _ordinal(n: int) -> str:
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def rank(r: Ranked, names: list[Ranked], p: float, level: float, interest: SearchInterest) -> Finding:
    """The rank of a home region, and how many comparable names have one as low."""
    others = [o for o in names if o.name != r.name]
    as_low = sum(o.place >= r.place for o in others)
    unusual = "unusually low" if p <= level else "not unusual"
    middle = float(np.median([o.rank for o in others]))
    low, high = (float(r.ranks.min()), float(r.ranks.max())) if r.ranks.size > 1 else (None, None)
    return Finding(
        says=(
            f"{r.home} ranks {_rank(r)} among the regions that search for {r.name}, where it is at home: {unusual}; "
            f"{as_low} of {plural(len(others), 'other name')} have a home region as low or lower (p {p:.2g})"
        ),
        about=(r.name, r.home),
        measure=Measure(
            "rank of the home region",
            r.rank,
            low=low,
            high=high,
            p=p,
            meaning=(
                f"1 is most interest; the mean over {plural(r.ranks.size, 'draw')}. The other names' home regions rank "
                f"{middle:g} in the middle. p counts names whose home region ranks as low, its own included."
            ),
        ),
        caveats=(_WHO, _INDEX, *_of_draws(r), *_of_listing(r)),
        evidence=interest.where(f"LOWER(name) = $name AND {USABLE}", name=r.name.lower()),
        figure=_bars(r),
        bears=_bears(r),
    )


def _bears(r: Ranked) -> tuple[Bearing, ...]:
    """Claims of this rank, said as a rank or as a place among regions."""
    words = (*_RANK_WORDS, *r.home.split())
    low, high = float(r.ranks.min()), float(r.ranks.max())
    return tuple(
        Bearing("rank", "supported", (r.name, r.home), (*words, *more), low, high, time=r.time or None)
        for more in ((), ("among",))
    )


def _of_draws(r: Ranked) -> tuple[str, ...]:
    if r.ranks.size > 1:
        return ()
    return ("One draw only: ask for the same table again on other days, the rank may differ.",)


def _of_listing(r: Ranked) -> tuple[str, ...]:
    return () if r.listed else (f"{r.home} is not listed at all: it is ranked behind every region that is.",)


def _bars(r: Ranked) -> Figure:
    shown = [*r.ahead[: _SHOWN - 1], (f"{r.home} (home)", r.own)]
    more = f", the first {len(shown) - 1} and home" if len(r.ahead) >= _SHOWN else ""
    return Figure(f"Interest in {r.name} by region{more}", "index", tuple(Bar(n, v) for n, v in shown))


def change(before: Ranked, after: Ranked, day: str, p: float, others: int, interest: SearchInterest) -> Finding:
    """How the place of a home region changed at a day, and how many comparable names changed as much."""
    return Finding(
        says=(
            f"{before.home} ranked {_rank(before)} among the regions that search for {before.name} before {day} and "
            f"{_rank(after)} from then on; of {plural(others, 'other name')} a share of {p:.2g}, itself included, "
            "changed as much"
        ),
        about=(before.name, before.home, f"since {day}"),
        measure=Measure(
            "change of rank",
            after.rank - before.rank,
            p=p,
            meaning="how many ranks the home region lost (below 0: won); p compares the change with the other names'",
        ),
        caveats=(_WHO, _INDEX, "A period that holds the day itself is left out.", *_of_draws(after)),
        evidence=interest.where(f"LOWER(name) = $name AND {USABLE}", name=before.name.lower()),
        figure=Figure(
            f"Rank of {before.home} for {before.name}",
            "rank",
            (Bar(f"before {day}", before.rank), Bar(f"from {day} on", after.rank)),
        ),
        bears=(),
    )
