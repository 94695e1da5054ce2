"""How first pages of linked sites are put into words, numbers and a figure."""

import numpy as np

from cuibono.lenses.campaigns._pages import Linked
from cuibono.model.bearing import Bearing
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.tables import SearchResults

_SHARE_WORDS = (
    "first", "held", "hold", "holds", "linked", "network", "of", "page", "pages", "places", "results", "search",
    "share", "sites",
)  # fmt: skip


def pages(group: Linked, share: tuple[float, float, float], first: int, results: SearchResults) -> Finding:
    """How much of the first pages sites hold that share an id."""
    value, low, high = share
    queries = int(group.query.max()) + 1
    pages_ = group.held.size
    named = ", ".join(group.sites[:4]) + (f" and {len(group.sites) - 4} others" if len(group.sites) > 4 else "")
    top = f", {plural(group.first, 'page')} at the very top" if group.first else ""
    days = sorted({d for d in group.days if d})
    return Finding(
        says=(
            f"{len(group.sites)} sites that share {group.id} ({named}) hold {100 * value:.0f} % of the first {first} "
            f"places over {plural(pages_, 'page')} of {plural(queries, 'query', 'queries')}{top}"
        ),
        about=(group.id, *group.sites),
        measure=Measure(
            "share of first pages",
            value,
            low=low,
            high=high,
            meaning=f"places held of all recorded; the interval is that of {plural(queries, 'query', 'queries')}",
        ),
        caveats=(
            "A shared id is a trace, not an owner: agencies, themes and copied pages carry ids from site to site.",
            "Results differ by visitor, place and hour; this is what was recorded.",
            *(("One query only: nothing follows for others.",) if queries < 2 else ()),
        ),
        evidence=results.where(
            "LOWER(domain) IN (SELECT UNNEST($sites) AS k) AND rank BETWEEN 1 AND $first",
            sites=list(group.sites),
            first=first,
        ),
        figure=_by_day(group, days, first),
        bears=(_bearing(group, days, 100 * low, 100 * high),),
    )


def _bearing(group: Linked, days: list[str], low: float, high: float) -> Bearing:
    """Claims of the share that these sites hold together, in the time of the pages."""
    time = (days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}") if days else None
    return Bearing("share", "supported", (group.id, *group.sites), _SHARE_WORDS, low, high, "percent", time)


def _by_day(group: Linked, days: list[str], first: int) -> Figure:
    bars = []
    for day in days[-60:] or [""]:
        chosen = np.array([d == day for d in group.days])
        held, places = int(group.held[chosen].sum()), int(group.places[chosen].sum())
        bars.append(Bar(day or "all days", held / places if places else 0.0, note=f"{held} of {places} places"))
    title = f"Share of the first {first} places, by day"
    return Figure(title, "share", tuple(bars), "line" if len(bars) > 2 else "bars")


def too_common(common: list[tuple[str, int]], popular: int) -> Notice:
    """Ids that so many sites carry that they tie nobody to anybody."""
    shown = ", ".join(f"{id_} ({n} sites)" for id_, n in common[:5])
    return Notice(
        f"{plural(len(common), 'id')} left aside, carried by more than {popular} sites: {shown}.",
        why="hosts and advertising networks give one id to many who have nothing else in common",
        what_would_help=f"popular={max(n for _, n in common)}, if the id is known to be one owner's",
    )
