"""What a life is told by without a post or kin: "spent eleven years in the censorship bureau", "married his niece"."""

from collections.abc import Iterator

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_parts import DURATIONS
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claims_cues import has

_SERVES = frozenset({"serve", "work", "sit", "spend"})
_WHERE = frozenset({"in", "at", "with", "on", "for", "under"})
#: What only those share who have to do with each other.
_ROOFS = frozenset({
    "office", "laboratory", "lab", "address", "building", "desk", "room", "roof", "director", "secretary", "lawyer",
    "floor", "server", "phone", "accountant", "headquarters", "chairman", "staff",
})  # fmt: skip
_BOARDS = frozenset({
    "council", "board", "committee", "commission", "bureau", "staff", "parliament", "ministry", "department",
    "intelligence",
})  # fmt: skip


def career(analysis: Analysis, view: ClaimView, verb: Token | None) -> bool:
    """Whether somebody is said to have been somewhere for years, or to sit on a board."""
    if verb is None:
        return False
    lemma = verb.lemma.lower()
    if lemma not in _SERVES:
        return False
    bodies = [e for e in _behind(analysis, verb) if _is_body(view, e)]
    if lemma == "sit":
        return any(e.lemma.lower() in _BOARDS for e in bodies)
    years = any(a.unit in DURATIONS for a in view.amounts) or any("year" in t.text.lower() for t in view.tokens)
    return bool(bodies) and years and not any(c.dep == "neg" for c in analysis.children(verb))


def shares_roof(analysis: Analysis, verb: Token | None) -> bool:
    """ "It shares a laboratory with the navy", "used to share an office with the minister"."""
    if verb is None:
        return False
    shares = [v for v in (verb, *analysis.children(verb)) if v.lemma.lower() == "share" and v.pos == "VERB"]
    for share in shares:
        thing = next((c for c in analysis.children(share) if c.dep == "dobj"), None)
        near = [c for v in (share, thing) if v is not None for c in analysis.children(v) if c.lemma == "with"]
        if thing is not None and near and thing.lemma.lower() in _ROOFS:
            return True
    return False


def wed(analysis: Analysis, view: ClaimView, verb: Token | None) -> bool:
    """ "The younger brother married the general's niece": without a day it is how they are tied."""
    if verb is None or verb.lemma.lower() not in ("marry", "wed") or view.events:
        return False
    return any(c.dep in ("dobj", "nsubjpass") for c in analysis.children(verb))


def _behind(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """What stands behind a verb, straight or behind a joint: "the bureau", "in the bureau"."""
    for child in analysis.children(verb):
        if child.i < verb.i:
            continue
        if child.dep == "dobj":
            yield child
            yield from (e for c in analysis.children(child) if c.lemma in _WHERE for e in analysis.children(c))
        elif child.dep == "prep" and child.lemma in _WHERE:
            yield from (e for e in analysis.children(child) if e.dep == "pobj")


def _is_body(view: ClaimView, noun: Token) -> bool:
    named = any(s.start <= noun.start < s.end and n.type == "Organization" for s, n in view.names)
    return named or has("body", noun.lemma.lower()) or noun.lemma.lower() in _BOARDS
