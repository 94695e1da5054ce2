"""The named body behind a common noun that speaks: a spokeswoman's company, "the magazine X", "the city of X"."""

from collections.abc import Callable

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_cues import has
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name

Over = Callable[[Token], Name | None]
_BODIES = ("Organization", "Product")
_BACK = 80  # words in which a spokeswoman's body was named


def body_of(analysis: Analysis, token: Token, over: Over) -> Name | None:
    """The body that a noun speaks for, None when it is nobody's."""
    if has("spokes", token.lemma):
        return _beside(analysis, token, over, ("Organization", "Product", "Group")) or _last(analysis, token, over)
    if has("press", token.lemma) or has("body", token.lemma) or token.lemma in words("name_signs", "body_noun"):
        return _called(analysis, token, over)
    if has("seat", token.lemma):
        of = next((c for c in analysis.children(token) if c.lemma == "of" and c.i == token.i + 1), None)
        place = frames.child(analysis, of, "pobj") if of is not None else None
        name = over(place) if place is not None else None
        return name if name is not None and name.type == "Location" else None
    return None


def holds_post(noun: str) -> bool:
    """Whether a noun is an office or a trade and no kinship: the name between commas behind it is its own."""
    return noun in words("name_signs", "person_noun") and noun not in words("name_signs", "persons_before")


def _beside(analysis: Analysis, token: Token, over: Over, kinds: tuple[str, ...]) -> Name | None:
    """The name of a body in front of a noun or behind "of", "for" and "at"."""
    for below in analysis.children(token):
        if below.dep in ("poss", "compound", "nmod", "amod"):
            name = over(below)
        elif below.lemma in ("of", "for", "at", "from", "with") and below.pos == "ADP":
            inner = frames.child(analysis, below, "pobj")
            name = over(inner) if inner is not None else None
        else:
            continue
        if name is not None and name.type in kinds:
            return name
    return None


def _called(analysis: Analysis, token: Token, over: Over) -> Name | None:
    """ "Caixin magazine" and "the consultancy Blue Rock": the name right beside the noun, whose name it is."""
    for below in analysis.children(token):
        name = over(below) if below.dep == "appos" else None
        if name is not None and name.type in _BODIES:
            return name
    for near in (token.i + 1, token.i - 1):
        if not 0 <= near < len(analysis.tokens):
            continue
        other = analysis.tokens[near]
        name = over(other) if other.pos == "PROPN" or other.tag.startswith("NNP") else None
        if name is not None and name.type in _BODIES:
            return name
    return None


def _last(analysis: Analysis, token: Token, over: Over) -> Name | None:
    """The body that was named last before a spokeswoman who is nobody's by her words."""
    for at in range(token.i - 1, max(-1, token.i - _BACK), -1):
        here = analysis.tokens[at]
        name = over(here) if here.text[:1].isupper() else None
        if name is not None and name.type == "Organization":
            return name
    return None
