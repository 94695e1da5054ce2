"""Match: one proposed pair after the other, with what speaks for and against it, judged by a person; undo."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case import Case, pairs, reviewing
from cuibono.case.pairs import Extent
from cuibono.errors import CuibonoError
from cuibono.model.proposal import Proposal, Proposals
from cuibono.model.words import Verdict
from cuibono.store.progress import Tell
from cuibono.web.acting import act, who, word
from cuibono.web.apart import apart
from cuibono.web.desk import Desk
from cuibono.web.jobs import Job
from cuibono.web.pages.desk import address
from cuibono.web.rendering import desk_of, link, page, pages

#: So many pairs are held ready; when they are through, further ones are proposed.
MOST = 2_000
#: A case with more statements and rows than this is compared in the background.
AT_ONCE = 30_000
VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Queue:
    """The proposals as they were made, and of which evidence."""

    proposals: Proposals
    extent: Extent


class _Queues:
    """The queue of each desk; judging pairs does not make it anew, which would be dear."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: WeakKeyDictionary[Desk, Queue] = WeakKeyDictionary()
        self._jobs: WeakKeyDictionary[Desk, Job] = WeakKeyDictionary()

    def ready(self, desk: Desk, now: Extent) -> Queue | None:
        """The queue, made at once in a small case; None while it must be made in the background."""
        with self._lock:
            found = self._of.get(desk)
            if found is not None and (found.extent.mark == now.mark or now.size > AT_ONCE):
                return found
            if now.size > AT_ONCE:
                return None
            made = self._of[desk] = Queue(desk.case.match(limit=MOST), now)
            return made

    def make(self, desk: Desk) -> Job:
        """Propose pairs in the background; asked again while that goes on, the same work."""
        with self._lock:
            going = self._jobs.get(desk)
            if going is None or not going.going:
                going = self._jobs[desk] = desk.jobs.start("Proposing pairs", lambda tell: self._make(desk, tell))
            return going

    def _make(self, desk: Desk, tell: Tell) -> str:
        now = pairs.extent(desk.case.layout)
        made = Queue(apart(Case.match, desk.case, limit=MOST, tell=tell), now)
        with self._lock:
            self._of[desk] = made
        return "/match"


_QUEUES = _Queues()


def show(request: Request) -> Response:
    """The pair in hand, or the next that is open."""
    desk, entity = desk_of(request), request.query_params.get("entity", "")
    now = desk.remembered("extent", lambda: pairs.extent(desk.case.layout))
    queue = _QUEUES.ready(desk, now)
    if queue is None:
        return page(request, "match_wait.html", at="match", job=_QUEUES.make(desk))
    every = queue.proposals
    left = desk.remembered(("open pairs", id(every)), lambda: reviewing.still_open(desk.case.layout, every))
    mine = [n for n in left if not entity or entity in (every[n].left.id, every[n].right.id)]
    at = _at(request, mine)
    pair = every[mine[at]] if mine else None
    return page(
        request,
        "match.html",
        at="match",
        pair=pair,
        place=mine[at] if mine else 0,
        number=at + 1,
        left=len(mine),
        more=0 if entity else every.more,
        before=_link(mine, at - 1, entity),
        after=_link(mine, at + 1, entity),
        beside=desk.remembered(("beside", pair), lambda: pairs.beside(desk.case.layout, pair)) if pair else None,
        notes=every.notes,
        entity=entity,
        behind=queue.extent.mark != now.mark,
        decided=desk.remembered("pairs judged", lambda: pairs.judged(desk.case.layout, first=0)[0]),
        odds=odds,
        scale=max((abs(r.weight) for r in pair.reasons), default=1.0) if pair else 1.0,
    )


def _at(request: Request, left: Sequence[int]) -> int:
    """Which of the open pairs is asked for: the one at this place of the queue, or the next after it."""
    asked = request.query_params.get("at", "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
    return next((n for n, place in enumerate(left) if place >= wanted), 0)


def _link(left: Sequence[int], at: int, entity: str) -> str:
    return link("/match", at=left[at] or "", entity=entity) if 0 <= at < len(left) else ""


def _judge(request: Request, form: FormData) -> str:
    desk = desk_of(request)
    verdict = next((v for v in VERDICTS if v == word(form, "verdict")), None)
    if verdict is None:
        raise CuibonoError("That is no verdict about two entities.", try_="same, different or unsure")
    one, other = word(form, "left"), word(form, "right")
    made = desk.case.judge_pair(one, other, verdict, by=who(request, form), note=word(form, "note"))
    said = {"same": "The same", "different": "Different", "unsure": "Nobody can tell"}[verdict]
    desk.say(f"{said}: {word(form, 'left_name')} and {word(form, 'right_name')}.", undo=made.seq)
    place = word(form, "place")
    return link("/match", at=int(place) + 1 if place.isascii() and place.isdigit() else "", entity=word(form, "entity"))


def _propose(request: Request, form: FormData) -> str:
    return address(_QUEUES.make(desk_of(request)))


def judged(request: Request) -> Response:
    """Every pair that somebody has judged, and by whom; each can be taken back."""
    desk = desk_of(request)
    layout = desk.case.layout
    shown = pages(request, pairs.judged(layout, first=0)[0])
    _, found = pairs.judged(layout, first=shown.size, skip=shown.skip)
    return page(request, "match_judged.html", at="match", judged=found, pages=shown, conflicts=_conflicts(desk))


def _conflicts(desk: Desk) -> list[str]:
    from cuibono.case import matching  # numpy and rapidfuzz are loaded only by those who match

    return desk.remembered("conflicts", lambda: [matching.in_words(c) for c in matching.conflicts(desk.case.layout)])


def odds(pair: Proposal) -> str:
    """A score as odds: 26 to 1 for the same, 1 to 8."""
    many = 2.0 ** abs(pair.score)
    said = f"{many:,.0f}" if many >= 3 else f"{many:.1f}"
    return f"{said} to 1 for the same" if pair.score >= 0 else f"{said} to 1 against it"


ROUTES = [
    Route("/match", show),
    Route("/match", act(_judge), methods=["POST"]),
    Route("/match/propose", act(_propose), methods=["POST"]),
    Route("/match/judged", judged),
]
