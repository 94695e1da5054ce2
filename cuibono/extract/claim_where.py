"""The place or the body that a number without an owner is of: "the number of nurses at Elm Hospital", "people in Elm".

Only what measures a place as a whole is of it: how many live there, a rate, a rent. A firm in a place is no place.
"""

from collections.abc import Iterator

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_named import NamesAt
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claims_bodies import holds_post
from cuibono.extract.claims_cues import has
from cuibono.extract.lexicon import words
from cuibono.extract.mention_signs import noun_kind

_IN = frozenset({"in", "at", "on", "within", "throughout", "across"})
_OF = frozenset({"of", "for"})
#: Whom a place counts without anybody who owns the number.
_PEOPLE = frozenset({
    "people", "person", "inhabitant", "resident", "baby", "child", "woman", "man", "birth", "death", "pedestrian",
    "pupil", "student", "patient", "driver", "cyclist", "household", "family", "voter", "tourist", "visitor",
})  # fmt: skip
#: What makes things at a place, and is no measure of it.
_SITES = frozenset({
    "plant", "factory", "mill", "mine", "line", "refinery", "smelter", "farm", "shop", "store", "site", "dam",
    "station", "yard", "shipyard", "kiln", "furnace", "pit", "quarry", "branch", "depot", "warehouse", "studio",
    "clinic", "ward",
})  # fmt: skip
#: What is given to somebody, and is theirs then.
_GIVEN = frozenset(
    {"donation", "gift", "subsidy", "payment", "grant", "loan", "aid", "visit", "visitor", "contribution"}
)
_CALLED = ("company", "body", "place", "thing", "faction", "person", "somebody")
_THERE = frozenset({"remain", "exist", "survive", "operate"})
_RECORDED = frozenset({"record", "register", "count", "report", "log", "measure"})
#: In what something is counted.
_UNITS = frozenset({"percent", "per", "cent", "dollar", "euro", "tonne", "ton", "point", "million", "billion"})
#: Measures of a place or a body as a whole; the price of a good in a place is the good's.
_MEASURED = frozenset({"number", "average", "wait", "rate", "unemployment", "population", "percentage", "rent"})


def whose_number(analysis: Analysis, names: NamesAt, view: ClaimView, head: Token, verb: Token | None) -> str | None:
    """The name of the place or the body, where one and only one stands there."""
    if head.lemma.lower() in _MEASURED and (own := _one({*_inside(analysis, names, head)})) is not None:
        return own
    if verb is not None and verb.lemma in _RECORDED and any(c.dep == "auxpass" for c in analysis.children(verb)):
        return _one(
            {*_whose(analysis, names, head), *_whose(analysis, names, verb)}
        )  # "900 thefts were recorded in Elm"
    if names.named(head) is None and _measures(analysis, view, head, verb):
        own = _one({*_whose(analysis, names, head)}) or _in_front(analysis, names, head, verb)
        if own is not None:
            return own
    if verb is not None and verb.lemma in _THERE and _counted(analysis, view, head):
        found = {*_whose(analysis, names, head), *_whose(analysis, names, verb)}
        return _one({n for n in found if names.by_id[n].type == "Location"})
    if head.lemma.lower() not in _PEOPLE or verb is None or not _counted(analysis, view, head):
        return None
    if any(c.dep == "dobj" for c in analysis.children(verb)) or verb.lemma in ("be", "have"):
        return None
    found = {*_inside(analysis, names, head), *_inside(analysis, names, verb)}
    places = {n for n in found if (known := names.by_id.get(n)) is not None and known.type == "Location"}
    return _one(places) if places == found else None


def _in_front(analysis: Analysis, names: NamesAt, head: Token, verb: Token | None) -> str | None:
    """Whose "at Acme, revenue fell" is: the one name behind a preposition before a subject that nobody owns."""
    if verb is None or head.lemma.lower() not in words("claim_kinds", "changing") or any(
        c.dep in ("prep", "poss", "compound") for c in analysis.children(head)
    ):  # fmt: skip
        return None
    fronted = (c for c in analysis.children(verb) if c.dep == "prep" and c.i < head.i and c.lemma.lower() in _IN | _OF)
    ends = (e for c in fronted for e in analysis.children(c) if e.dep == "pobj")
    return _one({own for e in ends if (own := names.owner(e) or names.at(e)) is not None})


def _measures(analysis: Analysis, view: ClaimView, head: Token, verb: Token | None) -> bool:
    """Whether a clause says of a thing that has no name how much it is, or whether it rose: nobody does anything."""
    if verb is None or head.pos not in ("NOUN", "PROPN") or head.dep not in clauses.SUBJECTS or _is_somebody(head):
        return False
    below = analysis.children(verb)
    if any(c.dep in ("ccomp", "xcomp", "attr", "acomp") and c.tag not in ("CD", "NNS", "NN") for c in below):
        return False
    if any(c.dep == "dobj" and c.tag != "CD" and c.lemma not in _UNITS for c in below):
        return False
    low = verb.lemma.lower()
    moves = low == "go" and any(c.dep in ("prt", "advmod") and c.text.lower() in ("up", "down") for c in below)
    moves = moves or any(low in words("claim_kinds", n) for n in ("change", "changing", "changed_alone", "amounts_to"))
    return moves or bool(view.amounts)


def _is_somebody(head: Token) -> bool:
    """Whether a noun is a person, a body or an event, which are what they are and measure nothing."""
    low = head.lemma.lower()
    called = any(low in words("references", name) for name in _CALLED)
    return (
        called or low in _SITES or noun_kind(low) is not None or has("body", low) or holds_post(low)
        or low in words("claim_kinds", "occurrence")
    )  # fmt: skip


def _whose(analysis: Analysis, names: NamesAt, top: Token) -> Iterator[str]:
    """The names behind "of", "at" and "in" below a noun, through the nouns between: "the ratio of bad loans at Elm"."""
    joints = _IN | _OF | ({"to"} if top.lemma.lower() in _GIVEN else set())
    for joint in (c for c in analysis.children(top) if c.dep == "prep" and c.lemma.lower() in joints):
        for end in (c for c in analysis.children(joint) if c.dep == "pobj"):
            own = names.owner(end) or names.at(end)
            yield from [own] if own is not None else _whose(analysis, names, end)
    for told in (c for c in analysis.children(top) if c.dep == "acl" and c.tag == "VBN"):
        yield from _whose(analysis, names, told)  # "burglaries recorded in Elm"


def _one(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _counted(analysis: Analysis, view: ClaimView, head: Token) -> bool:
    below = analysis.children(head)
    told = any(a.span.start <= head.start < a.span.end or a.span.end <= head.start for a in view.amounts)
    return (told and any(c.dep == "nummod" for c in below)) or any(c.lemma in ("few", "many", "more") for c in below)


def _inside(analysis: Analysis, names: NamesAt, top: Token) -> Iterator[str]:
    """The names behind "in" and "at" below a word, with what is counted ("of nurses at Elm") looked through."""
    for joint in (c for c in analysis.children(top) if c.dep == "prep"):
        low = joint.lemma.lower()
        for end in (c for c in analysis.children(joint) if c.dep == "pobj"):
            if low in _IN:
                own = names.owner(end)
                yield from [own] if own is not None else _inside(analysis, names, end)
            elif low in _OF and (own := names.owner(end)) is not None and top.dep == "pobj":
                yield own  # "on the roads of Norland"
            elif low in _OF and top.dep in clauses.SUBJECTS:
                yield from _inside(analysis, names, end)
