"""What happened, in one form of words: "put the gates into service" opened them, "a fire broke out in the hall" is a
fire in the hall, and "the maiden flight of the Kite" is that the Kite first flew.

Claims and calendars are both put so. Only the form is changed: who did what, and to what, stays as it is told.
"""

import re
from functools import cache

from cuibono.case.docket.words import listed

_ARTICLE = r"(?:(?:the|a|an) )?"
_MISHAP = r"fire|blaze|explosion|blast"
_FORMS = tuple(
    (re.compile(said, re.IGNORECASE), told)
    for said, told in (
        (r"\b(?:put|puts|brought|brings) (?P<what>.{2,60}?) into (?:service|operation|use)\b", r"opened \g<what>"),
        (rf"^{_ARTICLE}maiden flight of (?P<what>.+?)(?: took place)?$", r"\g<what> flew first"),
        (r"\b(?:made|makes|took off on) (?:its|his|her|the) (?:maiden|first) flight\b", "flew first"),
        (
            rf"\b(?P<what>{_MISHAP}) (?:hit|hits|struck|strikes|shook|shakes|tore through|destroyed|damaged) (?=\S)",
            r"\g<what> at ",
        ),
        (rf"\b(?P<what>{_MISHAP}) (?:broke out|breaks out|occurred|started) (?=(?:in|at)\b)", r"\g<what> "),
        (rf"^(?P<what>{_ARTICLE}(?:{_MISHAP})\b.*) (?:broke out|occurred|happened|started|took place)$", r"\g<what>"),
        (
            rf"^(?P<what>{_ARTICLE}\S.*?) (?:burned|burnt|burns|caught fire|catches fire|went up in flames)(?: down)?$",
            r"fire at \g<what>",
        ),
        (r"\bblast\b", "explosion"),
        (r"\bblaze\b", "fire"),
    )
)
#: What is told as in a headline: "Golden Wheel launched" was launched.
_HEADLINE = re.compile(r"^(?!.*\b(?:is|was|are|were|been|being|has|have|had|by)\b)(?P<what>[A-Z].*) (?P<done>\w+ed)$")
_ITSELF = re.compile(r"^(?P<did>launched|introduced|opened) (?:the|its) (?:[\w-]+ ){0,2}?(?P<sort>[\w-]+)$")


def in_one_form(text: str) -> str:
    """What is told in the form in which claims and calendars are compared.

    >>> in_one_form("Acme put the gates into service")
    'Acme opened the gates'
    """
    text = " ".join(text.split()).strip(" .,")
    for said, told in _FORMS:
        text = said.sub(told, text)
    before, behind, begun = _sorts()
    text = begun.sub("launched ", text)
    return behind.sub(r"\g<name>", before.sub("", text))


def as_headline(what: str, actor: str) -> str:
    """What a calendar has as in a headline, as a sentence; any other text, and what its actor did, as it is."""
    found = _HEADLINE.match(what)
    if found is None or what.casefold().startswith(actor.casefold()):
        return what
    return f"{found['what']} was {found['done']}"


def of_itself(what: str, actor: str) -> str:
    """That an app, a game or a channel was launched, of which its own calendar says so: "launched the app".

    >>> of_itself("launched the dating app", "Pairly")
    'Pairly was launched'
    """
    found = _ITSELF.match(what)
    sort = found and found["sort"] in listed("sorts_of_things")
    return f"{actor} was {found['did']}" if found and sort else what


@cache
def _sorts() -> tuple[re.Pattern[str], ...]:
    """What sort of thing a name is of, before it and behind it, and that one was started: "the band Grey Harbour"."""
    sorts = "|".join(sorted(listed("sorts_of_things")))
    before = re.compile(rf"\bthe (?:[a-z-]+ )?(?:{sorts}) (?=[A-Z])")
    behind = re.compile(rf"\b(?P<name>(?!(?:The|An?|Its?|Our|This|That)\b)[A-Z][\w-]*) (?:{sorts})\b(?=$| [a-z])")
    begun = re.compile(rf"\bstart(?:ed|s) (?=the (?:[a-z-]+ )?(?:{sorts}) [A-Z])")
    return before, behind, begun
