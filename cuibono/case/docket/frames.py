"""What news prose puts around a name to say who it is: "Vex Works, a maker of lamps, sold ..." is of Vex Works.

An apposition, a word for the trade, a beginning like "Founded in 1974," and the refusal to comment are other things
than what is claimed. They are left out only where they hold neither number nor denial.
"""

import re
from dataclasses import replace
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.model import dates
from cuibono.model.docket import Asked

_NO = r"(?:not|no|never|nor|without|former|formerly|ex|until|once|then|part|unit|arm|branch|division|half|greater)"
#: Words for what somebody is, before the name; none that makes of it a part, a former or a larger one.
_TRADES = (
    rf"(?:rival|competitor|market leader|(?:(?!{_NO}\b)\w+ )?(?:\w*maker|producer|manufacturer|supplier|giant|lender|"
    r"retailer|broadcaster|publisher|utility|insurer|airline|start-up|billionaire|businessman|businesswoman|investor|"
    r"entrepreneur|tycoon))"
)
_BEFORE = re.compile(rf"(?:(?:The|Its) )?{_TRADES} (?:The )?", re.IGNORECASE)
#: "a private equity firm": words without a number, a verb of its own or a denial.
_APPOSITION = re.compile(rf"^, (?:an?|the) (?:(?!{_NO}\b)[a-zA-Z][\w'\u2019-]* ?){{1,7}},(?= [a-z])")
_COMMENT = (
    r"(?:(?:has |have |had )?declined to (?:comment|be interviewed|answer)|"
    r"did not (?:immediately )?(?:respond|reply|answer|comment)|could not be reached)"
)
#: The same beside a date: what somebody was before says nothing of when it happened.
_ONCE = re.compile(
    r"^, (?:an?|the|once|formerly|long|then) (?:(?!(?:not|no|never|nor|without|whose|which|who|part|unit|arm|half)\b)"
    r"[a-zA-Z][\w'\u2019-]* ?){1,9},(?= [a-z])"
)
_RELATIVE = re.compile(rf", which (?P<rest>[^,;]+), {_COMMENT}\b[^\d]*$")
_TOLD = re.compile(r",\s+as (?:everybody|everyone|anybody|anyone|all the world)(?: in \w+)? knows?[.]?$", re.IGNORECASE)
_DONE = r"(?:founded|established|set up|incorporated|created|born|dissolved)"
_OF_TWO = ("role", "tie", "ownership", "control")
_CLAUSE = r"(?:who|which|whose|where|when|and|but|once|then|until|formerly|not)\b"
_TIME = r"(?P<time>(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})"
#: Behind "belongs to", "was bought by" it is a name that the sentence is about, and nobody's title.
_NO_OBJECT = "".join(rf"(?<!\b{w})" for w in ("to", "by", "of", "in", "with", "from", "for", "than", "and"))
#: When the subject came to be, in front of it, behind it or in a clause of its own, whatever else the sentence says.
_BEGUN = re.compile(rf"(?P<done>{_DONE}) (?:in|on) {_TIME}, (?:the )?", re.IGNORECASE)
_INSERTED = re.compile(rf"^(?:,| \() ?(?:(?:which|who) was )?(?P<done>{_DONE}) (?:in|on) {_TIME}[,)]")
#: How somebody who was named before is spoken of, with nothing that makes another one of them.
_AGAIN = re.compile(
    r"^(?P<lead>(?:In|By|During) (?:19|20)\d\d,? |Last year,? )?"
    r"(?P<what>(?:the|this) (?P<noun>[\w-]+))"
    r"(?! (?:council|board|hall|government|office|police|court|assembly|union)\b)(?=['\u2019]s\b|['\u2019]? |,)",
    re.IGNORECASE,
)


def unframed(claim: Asked) -> Asked:
    """A claim without what only says who its subject is.

    >>> from cuibono.model.docket import Party
    >>> said = "Vex Works, a maker of lamps, sold 30 lamps"
    >>> unframed(Asked("count", "", said, ("s", 1), "Pia", subject=Party(None, "Vex Works"))).words
    'Vex Works sold 30 lamps'
    """
    claim = _aside(claim)
    said = _TOLD.sub("", claim.words)
    name = claim.subject.name if claim.subject else ""
    at = said.find(name) if name else -1
    if at >= 0:
        said = _begun(claim, said[:at], said[at + len(name) :]) or _bare(claim, said[:at], said[at + len(name) :])
    if said == claim.words:
        return claim
    beside = claim.kind == "event date" and claim.object and claim.object.name not in said
    return replace(claim, words=said, object=None if beside else claim.object)


def named_again(claim: Asked) -> Asked:
    """A claim of "the company" that its reading knows as one of whom it means.

    >>> from cuibono.model.docket import Party
    >>> said = Asked("count", "", "The firm had 30 lamps", ("s", 1), "Pia", subject=Party(None, "Vex Works"))
    >>> named_again(said).words
    'Vex Works had 30 lamps'
    """
    name = claim.subject.name if claim.subject else ""
    found = _AGAIN.match(claim.words) if name and name not in claim.words else None
    if not found or found["noun"].casefold() not in _spoken_of():
        return claim
    return replace(claim, words=f"{claim.words[: found.start('what')]}{name}{claim.words[found.end('what') :]}")


@cache
def _spoken_of() -> frozenset[str]:
    return frozenset(w for name in ("company", "body", "place") for w in words("references", name))


def _aside(claim: Asked) -> Asked:
    """Of "Pia Vex, head of Acme since 2019, said nothing" that she is the head, and nothing of what she did."""
    subject, other = claim.subject, claim.object
    if claim.kind not in _OF_TWO or subject is None or other is None or claim.polarity == "-":
        return claim
    if subject.name not in claim.words or other.name not in claim.words:
        return claim
    who, where = re.escape(subject.name), re.escape(other.name)
    for form in (
        rf"(?:The )?{who}, (?P<what>[^,]*{where}[^,]*), (?P<rest>[a-z].*)",
        rf"(?:The |A )?(?P<what>[a-z][^,]*{where}[^,]*), {who}, (?P<rest>[a-z].*)",
        rf"(?:The )?(?P<what>{where}(?:['\u2019]s?)? [a-z][a-z -]{{2,30}}){_NO_OBJECT} {who} (?P<rest>[a-z].*)",
    ):
        found = re.fullmatch(form, claim.words)
        if found and other.name not in found["rest"] and not re.match(_CLAUSE, found["what"]):
            dated = bool(claim.time) and str(claim.time)[:4] in found["what"]
            words = f"{subject.name} is {found['what']}"
            return replace(claim, words=words, time=claim.time if dated else None)
    return claim


def _bare(claim: Asked, before: str, behind: str) -> str:
    """The name with what is claimed, without what stands around it to say who it is."""
    name = claim.subject.name if claim.subject else ""
    if before and not _BEFORE.fullmatch(before) and before.casefold() != "the ":
        return before + name + behind
    told = _RELATIVE.fullmatch(behind)
    apposition = _ONCE if claim.kind == "event date" else _APPOSITION
    behind = f" {told['rest']}" if told else apposition.sub("", behind, count=1) if behind[:1] == "," else behind
    return (before if before.casefold() == "the " else "") + name + behind


def _begun(claim: Asked, before: str, behind: str) -> str:
    """ "Founded in 1974, Vex Works makes lamps" as what it says of the founding; empty where it says no such thing."""
    if claim.kind != "event date" or claim.subject is None:
        return ""
    found = _BEGUN.fullmatch(before) or (_INSERTED.match(behind) if before.casefold() in ("", "the ") else None)
    others = claim.time is None and re.search(r"\d", behind.replace(found[0], "")) if found else None
    if found is None or others or (claim.time and dates.to_edtf(found["time"]) != claim.time):
        return ""
    return f"{claim.subject.name} was {found['done'].casefold()} in {found['time']}"
