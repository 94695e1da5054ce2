"""An entity: how it is written, what is said of it and by whom, its ties, dates, mentions and sources."""

from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case, entities, entity_mentions
from cuibono.case.entities import EntityPage
from cuibono.case.entity_rows import TableRows
from cuibono.case.entity_ties import Tie
from cuibono.errors import CuibonoError, UnknownName
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.model.words import Verdict
from cuibono.web import neighbours
from cuibono.web.acting import act, back, who, word
from cuibono.web.desk import Desk, aside
from cuibono.web.rendering import desk_of, fragment, page, pages

VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")
_TIES, _MENTIONS, _CLAIMS, _DATES, _SOURCES = 60, 15, 12, 40, 40
_ROWS, _LIKE = 4, 8


def shown(desk: Desk, entity: str) -> EntityPage:
    """The page of an entity as the case is now."""
    return desk.remembered(("entity", entity), lambda: entities.entity_page(desk.case.layout, entity))


def show(request: Request) -> Response:
    """The page, or the part of it that is asked for."""
    desk, name = desk_of(request), request.path_params["entity"]
    part = request.query_params.get("part", "")
    found = shown(desk, name)
    if part == "mentions":
        return _mentions(request, found)
    if part == "claims":
        return _claims(request, found)
    if part == "namesakes":
        return _namesakes(request, found)
    if part == "matches":
        return _matches(request, found)
    findings, count = desk.remembered(
        ("findings about", found.id), lambda: entities.findings_about(desk.case.layout, found)
    )
    return page(
        request,
        "entity.html",
        entity=found,
        groups=_groups(found.ties),
        more_ties=max(0, found.tie_count - min(len(found.ties), _TIES)),
        picture=neighbours.neighbourhood(found.name, found.ties),
        strip=neighbours.strip(found.dated),
        dated=found.dated[:_DATES],
        findings=findings,
        finding_count=count,
        rows=_rows(desk, found),
        sources=found.sources[:_SOURCES],
        named=_named(desk, found),
        lazy=desk.remembered("many", lambda: entities.many(desk.case.layout)),
    )


def _rows(desk: Desk, found: EntityPage) -> list[tuple[TableRows, list[Passage]]]:
    """The first rows of each table that names it alone; rows with two parties are among the ties."""
    return desk.remembered(
        ("rows of", found.id),
        lambda: [(t, entities.passages(desk.case.layout, t.first[:_ROWS])) for t in found.rows if not t.two_sided],
    )


def _named(desk: Desk, found: EntityPage) -> dict[str, Source]:
    """The sources that the page cites, by id."""
    return {s.id: s for s, _ in found.sources}


def _groups(ties: Sequence[Tie]) -> list[tuple[str, bool, list[Tie]]]:
    """Ties by kind and direction, as many as a page holds."""
    found: dict[tuple[str, bool], list[Tie]] = {}
    for tie in ties[:_TIES]:
        found.setdefault((tie.kind, tie.outgoing), []).append(tie)
    return [(kind, outgoing, listed) for (kind, outgoing), listed in found.items()]


def _mentions(request: Request, found: EntityPage) -> Response:
    desk = desk_of(request)
    layout = desk.case.layout

    def ask(skip: int) -> entity_mentions.Mentions:
        key = ("mentions", found.ids, skip)
        return desk.remembered(
            key,
            lambda: entity_mentions.mentions(layout, found.ids, found.read_in, first=_MENTIONS, skip=skip),
        )

    asked = request.query_params.get("page", "1")
    number = max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    got = ask((number - 1) * _MENTIONS)
    listed = pages(request, got.total, _MENTIONS)
    if listed.number != number:
        got = ask(listed.skip)
    return fragment(request, "_mentions.html", entity=found, mentions=got, pages=listed)


def _claims(request: Request, found: EntityPage) -> Response:
    desk = desk_of(request)
    said, count = desk.remembered(
        ("claims of", found.ids),
        lambda: entity_mentions.claims_of(desk.case.layout, found.ids, found.read_in, first=_CLAIMS),
    )
    return fragment(request, "_claims_of.html", entity=found, spoken=said, claim_count=count)


def _namesakes(request: Request, found: EntityPage) -> Response:
    desk = desk_of(request)
    others = desk.remembered(("namesakes", found.ids), lambda: entities.namesakes(desk.case.layout, found))
    return fragment(request, "_namesakes.html", entity=found, namesakes=others)


def _matches(request: Request, found: EntityPage) -> Response:
    desk = desk_of(request)
    try:
        proposals = desk.remembered(
            ("matches", found.id), lambda: aside(desk, Case.match, desk.case, entity=found.id, limit=_LIKE)
        )
    except UnknownName:
        why = "Only people, firms and other things that have a name are compared."
        return fragment(request, "_matches.html", entity=found, proposals=[], why=why)
    except CuibonoError as error:
        return fragment(request, "_matches.html", entity=found, proposals=[], why=error.what)
    return fragment(request, "_matches.html", entity=found, proposals=proposals, why="")


def judge(request: Request, form: FormData) -> str:
    """Decide whether the entity is the same as another one."""
    desk, name = desk_of(request), request.path_params["entity"]
    by = who(request, form)
    verdict, _, other = word(form, "judge").partition(":")
    chosen = next((v for v in VERDICTS if v == verdict), None)
    if chosen is None or not other:
        raise CuibonoError("Nothing was decided.", try_="choose same, different or unsure")
    one, two = shown(desk, name).name, shown(desk, other).name
    made = desk.case.judge_pair(name, other, chosen, by=by, note=word(form, "note"))
    desk.say(f"Judged {chosen}: {one} and {two}.", undo=made.seq)
    return back(request, form)


ROUTES = [
    Route("/entity/{entity:path}", show),
    Route("/entity/{entity:path}", act(judge), methods=["POST"]),
]
