"""The network: a neighbourhood or the whole of it, the ties in a table beside the picture, and how A comes to B."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cuibono.case import network_files, networks
from cuibono.case.network_asked import RELIED, Asked, called, find, suggested
from cuibono.case.network_paths import Paths, paths
from cuibono.case.network_picture import is_long, picture
from cuibono.case.networks import STANDINGS, Ties
from cuibono.errors import UnknownName
from cuibono.lenses.tie_words import share, when
from cuibono.measures.as_of import ALWAYS, ENDLESS
from cuibono.model.network import Community, Picture, radius
from cuibono.model.source import Source
from cuibono.store.progress import Tell
from cuibono.web.desk import Desk
from cuibono.web.rendering import desk_of, fragment, link, page, pages, pinyin
from cuibono.web.waiting import begin, wait_for

#: So many ties are listed on a page.
_LISTED = 30
_LEFT_OUT = ("undated", "alleged", "denied")


def ties_of(desk: Desk) -> Ties:
    """All ties of the case, as it is now."""
    return desk.remembered("ties", lambda: networks.ties(desk.case.layout))


def sources_of(desk: Desk) -> dict[str, Source]:
    """The sources of the case by their hash."""
    return desk.remembered("sources by hash", lambda: {s.id: s for s in desk.case.sources()})


def drawn_of(desk: Desk, asked: Asked) -> Picture:
    """The picture of what is asked for."""
    return desk.remembered(("network", asked), lambda: picture(ties_of(desk), asked, desk.case.layout))


def asked_of(request: Request) -> Asked:
    """What the address asks for."""
    given, many = request.query_params, request.query_params.getlist
    without = set(many("without"))
    return Asked(
        entity=given.get("entity", "").strip(),
        types=tuple(sorted(t for t in many("type") if t)),
        standings=tuple(s for s in STANDINGS if s in many("standing")) or RELIED,
        since=_year(given.get("since", "")),
        until=_year(given.get("until", "")),
        undated="undated" not in without,
        alleged="alleged" not in without,
        denied="denied" not in without,
        source=given.get("source", ""),
        whole=given.get("whole", "") == "1",
        fold=tuple(sorted(f for f in many("fold") if f)),
    )


def words(asked: Asked, **other: Any) -> dict[str, Any]:
    """What is asked for as the words of an address; what is as usual is left out."""
    told: dict[str, Any] = {
        "entity": asked.entity,
        "type": list(asked.types),
        "standing": [] if asked.standings == RELIED else list(asked.standings),
        "since": asked.since,
        "until": asked.until,
        "without": [w for w in _LEFT_OUT if not getattr(asked, w)],
        "source": asked.source,
        "whole": "1" if asked.whole else "",
        "fold": list(asked.fold),
    } | other
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 9999 else None


def _waiting(request: Request) -> Response | None:
    """Where to wait for the ties of a large case that were not read yet, or for the layout of a large picture."""
    desk, asked = desk_of(request), asked_of(request)
    if elsewhere := wait_for(request, "Reading every tie of the case", networks.fresh, ties_of):
        return elsewhere
    every = ties_of(desk)
    if not asked.whole or not is_long(every, asked, desk.case.layout):
        return None

    def lay(tell: Tell) -> None:
        desk.remembered(("network", asked), lambda: picture(every, asked, desk.case.layout, tell=tell))

    return begin(request, "Laying out the whole network", lay)


def show(request: Request) -> Response:
    """The picture with its filters, and the ties that it shows as a table."""
    desk, asked = desk_of(request), asked_of(request)
    if waiting := _waiting(request):
        return waiting
    every = ties_of(desk)
    if not len(every):
        return page(request, "network_empty.html", at="network")
    unknown = ""
    try:
        made = drawn_of(desk, asked)
    except UnknownName as error:
        unknown, made = str(error), drawn_of(desk, Asked())
        asked = Asked()
    sources = sources_of(desk)
    return page(
        request,
        "network.html",
        at="network",
        asked=asked,
        made=made,
        every=every,
        unknown=unknown,
        around=None if made.around is None else (every.parties[made.around], every.names[made.around]),
        years=desk.remembered("years of ties", lambda: _years(every)),
        choices=desk.remembered("choices of ties", lambda: _choices(every, sources)),
        others=_others(every, asked.entity),
        kept=[w for w in _LEFT_OUT if getattr(asked, w)],
        words=words,
        data=link("/network/data", **words(asked)),
        seen=_seen(made),
        communities=[
            (c, link("/network", **words(asked, fold=_turned(made, c)))) for c in made.communities if c.members > 1
        ],
        **_listed(request, every, made, asked),
    )


def _others(every: Ties, named: str) -> list[tuple[str, int]]:
    """Further parties of the name that was asked for, each by its id with how many ties it has."""
    start = every.arcs[0]
    return [(every.parties[n], int(start[n + 1] - start[n])) for n in called(every, named)[1:9]] if named else []


def _choices(every: Ties, sources: Mapping[str, Source]) -> dict[str, list[tuple[str, int]]]:
    named = [(s, n) for s, n in every.values("source") if s in sources]
    return {"type": every.values("type"), "standing": every.values("standing"), "source": named[:200]}


def _years(every: Ties) -> tuple[int, int] | None:
    """The first and the last year in which any tie begins or ends."""
    days = [
        d
        for column in (every.first, every.last, every.begun, every.ended)
        for d in column[(column > ALWAYS) & (column < ENDLESS)]
    ]
    return (date.fromordinal(int(min(days))).year, date.fromordinal(int(max(days))).year) if days else None


def _turned(made: Picture, community: Community) -> list[str]:
    """The communities that are folded once this one is folded, or unfolded."""
    folded = {c.key for c in made.communities if c.folded}
    return sorted(folded ^ {community.key})


def _seen(made: Picture) -> dict[str, bool]:
    """Which kinds of lines the picture has, for its legend."""
    standing = {line.standing for line in made.lines}
    return {s: s in standing for s in STANDINGS} | {
        "alleged": any(line.status != "stated" for line in made.lines),
        "denied": any(line.denied for line in made.lines),
        "undated": any(line.undated for line in made.lines),
    }


def _listed(request: Request, every: Ties, made: Picture, asked: Asked) -> dict[str, Any]:
    """A page of the ties in the picture, or of those of one node or community in it (``of``)."""
    of = request.query_params.get("of", "")
    ties = list(made.ties)
    if of:
        lines = [line.ties for line in made.lines if of in (line.one, line.other)]
        ties = sorted(t for listed in lines for t in listed)
    ordered = sorted(ties, key=lambda t: (every.names[every.one[t]], every.names[every.other[t]], t))
    shown = pages(request, len(ordered), _LISTED)
    named = {n.id: n for n in made.nodes}
    return {
        "rows": every.rows(ordered[shown.skip : shown.skip + shown.size]),
        "pages": shown,
        "of": named.get(of),
        "sources": sources_of(desk_of(request)),
        "tie": tie,
        "when": when,
        "told": words(asked, of=of),
    }


def tie(row: Mapping[str, Any]) -> str:
    """What a tie is, in words: its kind, in which role, how much."""
    kind, role = str(row["type"]).replace("_", " "), str(row["role"] or "")
    if row["type"] == "ownership":
        return f"holds {share(row['share_low'], row['share_high'])}{f' of {role}' if role else ''}"
    unit = f", {row['unit']}" if row["unit"] else ""
    return (f"{kind} ({role})" if role and role.lower() != kind else kind) + unit


def listed(request: Request) -> Response:
    """The table of ties alone, for one node of the picture."""
    desk, asked = desk_of(request), asked_of(request)
    every, made = ties_of(desk), drawn_of(desk, asked)
    return fragment(request, "_network_ties.html", asked=asked, made=made, **_listed(request, every, made, asked))


def data(request: Request) -> Response:
    """The picture as numbers, for the canvas."""
    made = drawn_of(desk_of(request), asked_of(request))
    most, many = made.most_between, len(made.nodes)
    return JSONResponse(
        {
            "nodes": [
                {"id": n.id, "name": f"{n.name} {pinyin(n.name)}".strip(), "kind": n.kind, "x": n.x, "y": n.y,
                 "community": n.community, "size": round(radius(n, most, many), 1), "tied": n.tied,
                 "between": n.between, "holds": n.holds}
                for n in made.nodes
            ],
            "lines": [
                {"one": line.one, "other": line.other, "ties": len(line.ties), "standing": line.standing,
                 "status": line.status, "denied": line.denied, "undated": line.undated}
                for line in made.lines
            ],
            "communities": [
                {"number": c.number, "key": c.key, "folded": c.folded} for c in made.communities if c.members > 1
            ],
            "around": None if made.around is None else ties_of(desk_of(request)).parties[made.around],
        }
    )  # fmt: skip


def save(request: Request) -> Response:
    """The picture as a file, from the public side of the case."""
    desk = desk_of(request)
    kind: Literal["svg", "graphml"] = "svg" if request.url.path.endswith(".svg") else "graphml"
    text = network_files.write(desk.case.layout, asked_of(request), kind, title="Who is tied to whom")
    media = "image/svg+xml" if kind == "svg" else "application/xml"
    return Response(text, media_type=media, headers={"content-disposition": f'attachment; filename="network.{kind}"'})


def names(request: Request) -> Response:
    """Names that begin as typed, for the fields that ask for somebody."""
    every = ties_of(desk_of(request))
    typed = next((v for k, v in request.query_params.items() if k in ("entity", "a", "b") and v), "")
    found = [(every.parties[n], every.names[n]) for n in suggested(every, typed)]
    return fragment(request, "_network_names.html", names=found)


def path(request: Request) -> Response:
    """How A is connected to B: the best paths, every hop with its passage."""
    desk, given = desk_of(request), request.query_params
    a, b, at = (given.get(n, "").strip() for n in ("a", "b", "at"))
    in_time = given.get("in_time", "") == "1"
    if waiting := wait_for(request, "Reading every tie of the case", networks.fresh, ties_of):
        return waiting
    every = ties_of(desk)
    found: Paths | None = None
    ends: list[int] = []
    unknown = ""
    try:
        ends = [find(every, named) for named in (a, b) if named]
        if len(set(ends)) == 2:
            found = desk.remembered(("paths", *ends, at, in_time), lambda: paths(every, *ends, at=at, in_time=in_time))
    except UnknownName as error:
        unknown = str(error)
    keys = [(h.row["source"], h.row["row"]) for p in (found.paths if found else ()) for h in p.hops]
    cited = desk.remembered(("cited", *ends, at, in_time), lambda: networks.passages(desk.case.layout, keys))
    return page(
        request,
        "network_path.html",
        at="network",
        a=a,
        b=b,
        day=at,
        in_time=in_time,
        ends=[(every.parties[e], every.names[e]) for e in ends],
        found=found,
        unknown=unknown,
        cited=cited,
        others={name: _others(every, named) for name, named in (("a", a), ("b", b))},
        sources=sources_of(desk),
        tie=tie,
        when=when,
    )


ROUTES = [
    Route("/network", show),
    Route("/network/ties", listed),
    Route("/network/data", data),
    Route("/network/names", names),
    Route("/network/path", path),
    Route("/network/save.svg", save),
    Route("/network/save.graphml", save),
]
