"""The kind of a claim by its idioms: "comes out on top", "dances to the tune of", "went to school together".

Nobody measures an idiom, but every reader knows of which kind it is. ``outright`` are those that say more than any word
beside them; ``at_last`` those that count only where nothing else gave a claim a kind. That a rise is of a number, and a
post of somebody with a name, is asked for where the words alone would be said of much else: a choir that picked up its
sheets rose nowhere.
"""

import re
from functools import cache

from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import lines, words
from cuibono.model.claim_kind import ClaimKind

#: Kinds of which an idiom is asked for somebody with a name, or whom words point at.
_OF_NAMED: tuple[ClaimKind, ...] = ("control", "role", "tie", "ownership")
_OUTRIGHT: tuple[ClaimKind, ...] = ("control", "ownership", "rank", "trend", "share", "count")
_AT_LAST: tuple[ClaimKind, ...] = ("role", "tie", "event date")
_FORMS = {
    "Name": r"[A-Z][\w.'’&-]*",
    "noun": r"(?:[a-z][\w'’-]* ){0,3}?[a-z][\w'’-]*",
    "link": r"(?:is|are|was|were|remains?|remained|has been|have been)",
    "number": r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twenty|hundreds|thousands)(?: (?:hundred"
    r"|thousand|million))?",
}
_SAID_SO = re.compile(r"\b(?:if|unless|should|would|could|ought)\b", re.IGNORECASE)


def outright(view: ClaimView) -> ClaimKind | None:
    """The kind that an idiom gives a claim, whatever numbers and dates stand beside it."""
    found = _told(view, _OUTRIGHT)
    if found is None and (view.names or view.references) and _pattern("post_held").search(said(view)):
        return "role"
    return found


def at_last(view: ClaimView) -> ClaimKind | None:
    """The kind that an idiom gives a claim that has no other."""
    return _told(view, _AT_LAST)


def _told(view: ClaimView, kinds: tuple[ClaimKind, ...]) -> ClaimKind | None:
    text = said(view)
    if not text or _SAID_SO.search(text) or view.has("cause"):
        return None
    return next((k for k in kinds if _fits(view, text, k)), None)


def _fits(view: ClaimView, text: str, kind: ClaimKind) -> bool:
    if kind in _OF_NAMED and not (view.names or view.references):
        return False
    if kind in ("control", "tie") and view.amounts:
        return False
    if kind == "event date":
        return bool(view.events) and _pattern("event").search(text) is not None
    if kind == "rank" and (_of_judgement(text) or _led_by_person(view, text)):
        return False
    measured = kind == "trend" and not view.said.isdisjoint(words("claim_kinds", "changing"))
    return _pattern(kind).search(text) is not None or (measured and _pattern("trend_measured").search(text) is not None)


def said(view: ClaimView) -> str:
    """The words of a claim with single blanks, as a printer would set them."""
    text = " ".join(t.text for t in view.tokens)
    if view.tokens and view.tokens[0].pos != "PROPN":
        text = text[:1].lower() + text[1:]
    return re.sub(r" (?=['’]s?\b|[,;:.])", "", text.replace(" - ", "-"))


def _of_judgement(text: str) -> bool:
    """Whether what somebody is ahead in is a matter of taste: "does it better than anybody else"."""
    return re.search(r"\b(?:better|worse|nicer|finer|wiser|kinder)\b", text) is not None


def _led_by_person(view: ClaimView, text: str) -> bool:
    """Whether a person leads something: people lead lists of candidates, and countries."""
    person = bool(view.names) and view.names[0][1].type == "Person"
    return person and re.search(r"\b(?:leads?|led|leading|heads?|headed)\b", text) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    forms = _FORMS | {"more": _more(), "post": _post()}
    found = "|".join(lines("idioms", name))
    for form, pattern in forms.items():
        found = found.replace("{" + form + "}", pattern)
    return re.compile(found)


@cache
def _post() -> str:
    posts = words("claim_kinds", "role") | words("name_signs", "person_noun")
    nouns = "|".join(sorted((w for w in posts if w.isalpha()), key=len, reverse=True))
    return rf"(?:[a-z]+[ -]){{0,2}}?(?:{nouns})\b"


@cache
def _more() -> str:
    """Comparatives of what can be measured: "larger", "more populous"."""
    return rf"(?:{'|'.join(sorted(words('idioms_measured', 'comparative')))}|(?:more|less) (?:{_measured()}))"


@cache
def _measured() -> str:
    return "|".join(sorted(words("judgements", "measured") - {"likely", "many", "few", "often", "much"}))
