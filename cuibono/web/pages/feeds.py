"""Feeds: invented viewers before the open recommender. Why this video, as a sum; and what an audit would say."""

from markupsafe import Markup
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from cuibono.case.feed_trials import TERMS, Estimate, audit, trial, words
from cuibono.reports import svg_estimates, svg_terms
from cuibono.simulate.feed_policies import Policy
from cuibono.simulate.feeds import CELLS, TOPICS
from cuibono.web.rendering import fragment, link, page

#: Every kind of policy, what it is called and what it does.
KINDS = {
    "engagement_only": ("Engagement only", "nothing is added to what the recommender learned"),
    "steer": ("Steer", "one topic is pulled up"),
    "tolerance": ("Tolerance", "videos against a viewer's own stance are mixed in"),
    "fade": ("Fade", "one topic is given a share, that falls when it is ignored"),
    "insert": ("Insert", "one topic is put at every so many places"),
}
#: Sliders: label, least, most, step, usual, and the kinds of policy that have it.
SLIDERS = {
    "beta": ("How strongly it pulls (log odds)", 0.0, 1.5, 0.05, 0.5, ("steer", "tolerance")),
    "tau": ("How fast it gives way to skips", 0.05, 1.0, 0.05, 0.3, ("tolerance",)),
    "start": ("Share of the topic at first", 0.05, 0.8, 0.05, 0.4, ("fade",)),
    "floor": ("Share it never falls below", 0.0, 0.5, 0.05, 0.15, ("fade",)),
    "every": ("At every … place", 2, 30, 1, 10, ("insert",)),
}
_SIZES = {
    "accounts": ("Invented viewers", 8, 40, 2, 16),
    "shown": ("Videos for each", 60, 240, 20, 120),
    "seed": ("Which world", 1, 20, 1, 1),
}
_LISTED = 12


def show(request: Request) -> Response:
    """The sliders, one video with its sum, and the audit beside the truth."""
    asked = _asked(request.query_params)
    policy, size = _policy(asked), _size(asked)
    made = trial(policy, **size)
    viewer = _whole(request.query_params.get("viewer", ""), 1, size["accounts"], 1) - 1
    place = _whole(request.query_params.get("place", ""), 1, size["shown"], 25) - 1
    first = max(0, min(place - _LISTED // 2, size["shown"] - _LISTED))
    return page(
        request,
        "feeds.html",
        at="feeds",
        asked=asked,
        kinds=KINDS,
        sliders=SLIDERS,
        sizes=_SIZES,
        topics=TOPICS,
        cells=CELLS,
        truth=words(policy),
        viewer=viewer,
        age=CELLS[int(made.made.cells[viewer])],
        place=place,
        size=size,
        listed=made.shown(viewer, first, first + _LISTED),
        why=made.why(viewer, place),
        usual=made.usual(viewer),
        terms=TERMS,
        sum_drawn=_sum(made.why(viewer, place), made.usual(viewer)),
        audit_at=link("/feeds/audit", **asked),
        audited=_audited(policy, size) if request.query_params.get("audited") == "1" else None,
    )


def audited(request: Request) -> Response:
    """What the audit says of a trial, as a part of the page: it takes a second."""
    asked = _asked(request.query_params)
    policy = _policy(asked)
    told = _audited(policy, _size(asked))
    return fragment(request, "_feeds_audit.html", audited=told, truth=words(policy), topics=TOPICS, asked=asked)


def _audited(policy: Policy, size: dict[str, int]) -> dict[str, object]:
    found = audit(policy, **size)
    return {"rows": found, "figure": _figure(found), "right": _right(policy, found)}


def _sum(why: dict[str, float], usual: dict[str, float]) -> Markup:
    made = svg_terms.draw(why, usual, "Why this video: the terms of its score")
    return Markup(made)  # noqa: S704 - svg_terms escapes every text


def _figure(found: tuple[Estimate, ...]) -> Markup:
    rows = [
        svg_estimates.Row(e.topic, e.pull, e.low, e.high, e.found, e.planted)
        for e in found
        if e.pull is not None and e.low is not None and e.high is not None
    ]
    made = svg_estimates.draw(
        rows, "Pull of each topic, as the audit estimates it, beside what was planted", "log odds"
    )
    return Markup(made)  # noqa: S704 - svg_estimates escapes every text


def _right(policy: Policy, found: tuple[Estimate, ...]) -> str:
    """Whether the audit is right, in a sentence."""
    called = [e.topic for e in found if e.found]
    target = TOPICS[policy.target]
    if policy.kind == "engagement_only":
        return "It finds nothing, and nothing was planted." if not called else f"A false alarm: {', '.join(called)}."
    if target not in called:
        return f"It misses what was planted on {target}: the pull is too weak for so few viewers, or of another kind."
    others = [t for t in called if t != target]
    wrong = f"; a false alarm, or what the policy displaced: {', '.join(others)}" if others else ""
    return f"It finds what was planted on {target}{wrong}."


def _asked(given: QueryParams) -> dict[str, str]:
    """The settings of a trial, each within its bounds; those that the policy does not have are left out."""
    kind = given.get("policy", "steer")
    kind = kind if kind in KINDS else "steer"
    told = {"policy": kind}
    if kind != "engagement_only":
        told["target"] = given.get("target", "") if given.get("target") in TOPICS else TOPICS[2]
    if kind == "steer" and given.get("only") in CELLS:
        told["only"] = given["only"]
    for name, (_, least, most, step, usual, kinds) in SLIDERS.items():
        if kind in kinds:
            told[name] = f"{_number(given.get(name, ''), least, most, step, usual):g}"
    for name, (_, least, most, step, usual) in _SIZES.items():
        told[name] = f"{_number(given.get(name, ''), least, most, step, usual):g}"
    return told


def _number(text: str, least: float, most: float, step: float, usual: float) -> float:
    """A number within its bounds, on one of the slider's steps: so that the same trials are asked for again."""
    try:
        value = float(text)
    except ValueError:
        return usual
    if not least <= value <= most:
        return usual
    return round(least + round((value - least) / step) * step, 6)


def _whole(text: str, least: int, most: int, usual: int) -> int:
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else usual
    return min(max(value, least), most)


def _policy(asked: dict[str, str]) -> Policy:
    numbers = {name: float(asked[name]) for name in ("beta", "tau", "start", "floor") if name in asked}
    return Policy(
        kind=asked["policy"],  # type: ignore[arg-type]
        target=TOPICS.index(asked["target"]) if "target" in asked else 0,
        cell=CELLS.index(asked["only"]) if "only" in asked else None,
        every=int(asked.get("every", "10")),
        **numbers,
    )


def _size(asked: dict[str, str]) -> dict[str, int]:
    return {name: int(asked[name]) for name in _SIZES}


ROUTES = [Route("/feeds", show), Route("/feeds/audit", audited)]
