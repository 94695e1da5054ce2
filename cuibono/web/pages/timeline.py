"""The timeline: what is dated, drawn as precisely as it is known, in a lane for each party, and listed below."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import timelines
from cuibono.case.network_asked import RELIED, called
from cuibono.case.timelines import Moments
from cuibono.measures.stakes import Flags
from cuibono.model.timeline import Lane, Mark
from cuibono.reports import svg_timeline, wording
from cuibono.web.desk import Desk
from cuibono.web.pages.network import sources_of
from cuibono.web.rendering import desk_of, link, page, pages
from cuibono.web.waiting import wait_for

#: Lanes, marks in a lane, and rows of a page of the list.
_LANES, _MARKS, _LISTED = 9, 60, 40
_STRETCHES = 150


def moments_of(desk: Desk) -> Moments:
    """Everything dated, as the case is now."""
    return desk.remembered("moments", lambda: timelines.moments(desk.case.layout))


def show(request: Request) -> Response:
    """Lanes and list of what happened or held between two days."""
    desk, given = desk_of(request), request.query_params
    if waiting := wait_for(request, "Reading everything that is dated", timelines.fresh, moments_of):
        return waiting
    every = moments_of(desk)
    if (whole := timelines.extent(every)) is None:
        return page(request, "timeline_empty.html", at="timeline")
    named = given.get("entity", "").strip()
    entity = _party(every, named)
    standings = (*RELIED, "proposed") if given.get("proposed") == "1" else RELIED
    kind = given.get("kind", "") if given.get("kind") in ("ties", "events") else ""
    everything = _of_kind(every, timelines.within(every, -np.inf, np.inf, standings=standings, entity=entity), kind)
    since, until = _span(given.get("from", ""), given.get("to", ""), _reach(every, everything, whole))
    first, last = float(since.toordinal()), float(until.toordinal())
    kept = everything & (every.first <= last) & (every.last >= first)
    asked = {"entity": named, "kind": kind, "proposed": "1" if len(standings) > 3 else ""}
    shown = pages(request, int(kept.sum()), _LISTED)
    order = _in_order(every, kept)
    drawn = desk.remembered(
        ("timeline", named, kind, standings, since, until),
        lambda: _drawn(every, kept, everything, entity, asked, (since, until), order),
    )
    return page(
        request,
        "timeline.html",
        at="timeline",
        drawn_lanes=drawn[0],
        drawn_strip=drawn[1],
        whole=(drawn[2], drawn[3]),
        rows=every.told(order[shown.skip : shown.skip + shown.size]),
        pages=shown,
        every=every,
        since=since,
        until=until,
        asked=asked,
        told=asked | {"from": given.get("from", ""), "to": given.get("to", "")},
        zoomed=bool(given.get("from") or given.get("to")),
        moves=_moves(asked, since, until, (drawn[2], drawn[3])),
        entity=None if entity is None else (every.ids[entity], every.names[entity]),
        unknown=named if named and entity is None else "",
        sources=sources_of(desk),
        said_when=said_when,
    )


def _party(every: Moments, named: str) -> int | None:
    """Whose timeline it is: by id, or by name in any case; of several the one of whom most is told."""
    if not named:
        return None
    if named in every.ids:
        return every.ids.index(named)
    wanted = " ".join(named.lower().split())
    found = [n for n, name in enumerate(every.names) if name.lower() == wanted] or called(every.ties, named)
    counts = np.bincount(every.party, minlength=len(every.names))
    return max(found, key=lambda n: (int(counts[n]), -n), default=None)


def _of_kind(every: Moments, kept: Flags, kind: str) -> Flags:
    return kept if not kind else np.asarray(kept & ((every.tie >= 0) == (kind == "ties")))


def _reach(every: Moments, kept: Flags, whole: tuple[date, date]) -> tuple[date, date]:
    """From the first to the last day of what fits the filters, with a little room at both ends."""
    days = np.concatenate([c[kept] for c in (every.first, every.begun, every.ended, every.last)])
    days = days[np.isfinite(days)]
    first, last = (int(days.min()), int(days.max())) if len(days) else (whole[0].toordinal(), whole[1].toordinal())
    room = max(15, (last - first) // 40)
    return date.fromordinal(max(first - room, 1)), date.fromordinal(min(last + room, date.max.toordinal()))


def _span(since: str, until: str, reach: tuple[date, date]) -> tuple[date, date]:
    first, last = _day(since) or reach[0], _day(until) or reach[1]
    return (first, last) if first < last else (last, first + timedelta(days=1)) if first > last else reach


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _in_order(every: Moments, kept: Flags) -> list[int]:
    """What fits, by when it may have begun first; what has no beginning comes by its end."""
    found = np.flatnonzero(kept)
    begin = np.where(np.isfinite(every.first[found]), every.first[found], every.ended[found])
    return [int(n) for n in found[np.lexsort((found, every.begun[found], begin))]]


def _drawn(
    every: Moments, kept: Flags, everything: Flags, entity: int | None, asked: Mapping[str, str],
    span: tuple[date, date], order: Sequence[int],
) -> tuple[Markup, Markup, date, date]:  # fmt: skip
    since, until = (float(d.toordinal()) for d in span)
    rank = {n: place for place, n in enumerate(order)}
    lanes = []
    for party in timelines.busiest(every, kept, _LANES, entity):
        mine = [int(n) for n in np.unique(every.item[every.party == party]) if kept[n]]
        chosen = sorted(mine, key=lambda n: rank[n])[:_MARKS]
        marks = tuple(_mark(every, n, party, asked, rank[n], span) for n in chosen)
        lanes.append(Lane(every.names[party], f"/entity/{every.ids[party]}", marks, len(mine) - len(chosen)))
    first, last = _reach(every, everything, (span[0], span[1]))
    begins = np.where(np.isfinite(every.first), every.first, every.ended)[everything]
    counts, _ = np.histogram(begins[np.isfinite(begins)], _STRETCHES, (first.toordinal(), last.toordinal()))
    strip = svg_timeline.strip(counts.tolist(), first.toordinal(), last.toordinal(), since, until)
    lanes_drawn = svg_timeline.draw(lanes, since, until)
    return Markup(lanes_drawn), Markup(strip), first, last  # noqa: S704 - svg_timeline escapes every text


def _mark(
    every: Moments, number: int, party: int, asked: Mapping[str, str], rank: int, span: tuple[date, date]
) -> Mark:  # fmt: skip
    told = every.told([number])[0]
    others = [name for key, name in told["parties"] if key != every.ids[party]]
    what = f"{told['what']}: {others[0]}" if told["is_tie"] and others else told["what"]
    doubted = "denied" if told["denied"] else "alleged" if told["status"] not in ("stated", None) else ""
    where = link("/timeline", **asked, **{"from": span[0], "to": span[1]}, page=rank // _LISTED + 1)
    return Mark(
        float(every.first[number]), float(every.begun[number]), float(every.ended[number]), float(every.last[number]),
        told["is_tie"], what, said_when(told), told["standing"], doubted, f"{where}#m{number}",
    )  # fmt: skip


def said_when(told: Mapping[str, Any]) -> str:
    """When it was, in words that keep its precision."""
    if not told["is_tie"]:
        return _worded(told["when"])
    since, until = told["since"], told["until"]
    if since and until:
        return f"{_worded(since)} to {_worded(until)}" if since != until else _worded(since)
    return f"since {_worded(since)}" if since else f"until {_worded(until)}"


def _worded(edtf: str) -> str:
    """A date as people write it where it is a day or a month; in EDTF otherwise."""
    parts = edtf.split("-")
    try:
        if len(edtf) == 10 and len(parts) == 3:
            day = date.fromisoformat(edtf)
            return wording.day(day)
        if len(edtf) == 7 and len(parts) == 2:
            return f"{date(int(parts[0]), int(parts[1]), 1):%B %Y}"
    except ValueError:
        pass
    return edtf


def _moves(asked: Mapping[str, str], since: date, until: date, whole: tuple[date, date]) -> dict[str, str]:
    """Addresses that show less, more, earlier and later time; empty where there is no more."""
    days = (until - since).days

    def to(first: int, last: int) -> str:
        low, high = whole[0].toordinal(), whole[1].toordinal()
        first, last = max(first, low), min(last, high)
        same = (first, last) == (since.toordinal(), until.toordinal())
        if same or last - first < 2:
            return ""
        return link("/timeline", **asked, **{"from": date.fromordinal(first), "to": date.fromordinal(last)})

    at, end = since.toordinal(), until.toordinal()
    half = max(days // 2, 1)
    return {
        "earlier": to(at - half, end - half) if at > whole[0].toordinal() else "",
        "closer": to(at + days // 4, end - days // 4),
        "wider": to(at - half, end + half),
        "later": to(at + half, end + half) if end < whole[1].toordinal() else "",
    }


ROUTES = [Route("/timeline", show)]
