"""What kind of claim a claim is, whom it is about, and the number, time and place in it.

The kind decides which lens can test it: a share wants a table of shares, a tie wants records of ties, and an
opinion wants none. Where words point both ways the kind that is harder to test wins: better no test than a wrong one.
"""

from dataclasses import replace

from cuibono.extract.analysis import Analysis
from cuibono.extract.claim_subjects import about_of, object_of, subject_of
from cuibono.extract.claim_view import ClaimView, views
from cuibono.extract.lexicon import words
from cuibono.extract.records import Amount, Claim, Found
from cuibono.model.claim_kind import ClaimKind

_MEASURES = words("claim_kinds", "measures")
_TRENDS = ("trend_frame", "share_word", "share_of")
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "times"})


def tell(analysis: Analysis | None, found: Found) -> Found:
    """What was found, each claim with its kind and what it is about; without an analysis by the records alone."""
    return replace(found, claims=tuple(_told(analysis, view) for view in views(analysis, found)))


def _told(analysis: Analysis | None, view: ClaimView) -> Claim:
    kind = kind_of(view)
    subject = subject_of(analysis, view)
    place = next((n.id for _, n in view.names if n.type == "Location" and n.id != subject), None)
    return replace(
        view.claim,
        kind=kind,
        subject=subject,
        object=object_of(view, subject),
        about="" if subject else about_of(analysis, view),
        amount=_amount(view, kind if kind != "forecast" else _stated(view)),
        time=view.events[0].date if len({e.date for e in view.events}) == 1 else None,
        place=place,
    )


def kind_of(view: ClaimView) -> ClaimKind:
    """The kind of a claim by its status, its words and the records in it."""
    return "forecast" if view.claim.status == "forecast" else _stated(view)


def _stated(view: ClaimView) -> ClaimKind:
    return _of_machines(view) or _of_numbers(view) or _of_ties(view) or _of_the_rest(view)


def _of_machines(view: ClaimView) -> ClaimKind | None:
    """What apps, feeds and crowds do, and how people are treated."""
    if view.has("crowd") and (view.has("crowd_how") or view.has("crowd_does")):
        return "coordination"
    if view.has("feed") and view.has("feed_does"):
        return "behaviour of a feed"
    if view.has("app") and view.has("app_does"):
        return "behaviour of an app"
    if view.has("treat_how") and view.has("treat_does"):
        return "treatment"
    return None


def _of_numbers(view: ClaimView) -> ClaimKind | None:
    """Shares, ranks, trends, counts and amounts; a share of a firm is ownership."""
    if view.has("cause"):
        return "cause"
    if percent := view.unit("percent"):
        return _share(view, percent)
    if view.has("rank"):
        return "rank"
    counted = [a for a in view.amounts if a.unit not in _DURATIONS]
    if view.has("change") and any((view.amounts, *map(view.has, _TRENDS))):
        return "trend"
    if any(t.type == "owns_controls" for t in view.ties):
        return None
    if any(a.unit not in _MEASURES for a in counted):
        return "count"
    return "amount" if counted else None


def _share(view: ClaimView, percent: Amount) -> ClaimKind:
    """What a percentage is: of a firm, of a whole, or by how much something changed."""
    if view.has("own"):
        return "ownership"
    before = [t.text.lower() for t in view.tokens if t.end <= percent.span.start][-4:]
    after = [t.text.lower() for t in view.tokens if t.start >= percent.span.end][:1]
    if view.has("change") and ("by" in before or not ("of" in after or "to" in before or view.has("share_word"))):
        return "trend"
    if not ("of" in after or view.has("share_word") or view.has("share_of")):
        return "amount"
    return "share" if percent.value <= 100 else "amount"


def _of_ties(view: ClaimView) -> ClaimKind | None:
    """Ties that were read in it, else its words."""
    types = {t.type for t in view.ties}
    if "owns_controls" in types or "party_unit" in types:
        return "control" if view.has("control") else "ownership"
    if "role" in types:
        return "role"
    if "founded" in types and view.events:
        return "event date"
    if types or (view.has("kin") and len({n.id for _, n in view.names}) > 1):
        return "tie"
    if view.has("own") and len({n.id for _, n in view.names}) > 1:
        return "ownership"
    if view.has("control") and view.names:
        return "control"
    return None


def _of_the_rest(view: ClaimView) -> ClaimKind:
    if view.has("opinion"):
        return "opinion"
    if view.events and view.has("happen"):
        return "event date"
    if view.has("role") and view.names:
        return "role"
    return "other"


def _amount(view: ClaimView, kind: ClaimKind) -> Amount | None:
    """The number that the kind is about: percent for shares, people before other things for counts."""
    if kind in ("share", "ownership"):
        return view.unit("percent")
    if kind == "count":
        return view.unit("person") or next((a for a in view.amounts if a.unit not in _MEASURES), None)
    if kind == "amount":
        return next((a for a in view.amounts if a.unit not in _DURATIONS), None)
    return view.amounts[0] if kind == "trend" and view.amounts else None
