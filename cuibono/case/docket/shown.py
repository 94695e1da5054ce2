"""What a claim is shown to be about, where no name is known: "teachers" of "nearly 300 teachers have gone unpaid".

Only what is shown: a test reads all the words of a claim. Large numbers, "a fifth of", "in October" and where something
is go; a name keeps all that it has.
"""

import re
from dataclasses import replace
from functools import cache

from cuibono.extract.claim_words import MONTHS, has_han
from cuibono.extract.lexicon import words
from cuibono.model.docket import Asked, Party

_NEAR = (
    r"(?:about|around|roughly|some|almost|nearly|over|under|only|just|barely|hardly|exactly|up to|as many as|at least"
    r"|more than|fewer than|less than|well over|close to|between)"
)
_NUMBER = r"(?:\d[\d.,]*|{})(?:[- ](?:million|billion|thousand|hundred|dozen|and|{}))*"
_TAIL = re.compile(
    r"(?<=\w) (?:in|on|at|over|under|above|below|along|near|behind|of|for|from|with|without|by|to|about|around|after|"
    r"before|since|during|until|between|among|against|through|alone|itself|themselves)(?: .*)?$",
)
_FIGURE = r"\d[\d.,]*(?! (?:percent|per cent|%))"
_MORE_THAN_TEN = (
    r"(?:eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:one|two|three|four|five|six"
    r"|seven|eight|nine))?)"
)
#: When it was; and what is counted or measured, with what it is of.
_WHEN = re.compile(r"\d{4}|\b(?:year|quarter|month|week|day|spring|summer|autumn|winter|night|decade|century)s?\b")
_MANY = re.compile(r"(?:[^s]s|\b(?:children|people|men|women|nobody|everybody|anybody|those))$", re.IGNORECASE)
_MEASURE = re.compile(
    r"(?:the |a |its |our |their )?(?:number|amount|total|sum|quantity|price|cost) of"
    r"(?: (?!(?:in|at|on|for|from)\b)\S+)+",
    re.IGNORECASE,
)
#: "The House of Lamps" is one name, and so is "Bank of Elm".
_NAME = re.compile(r"^(?:[Tt]he )?[A-Z]\S* (?:of|for|on) (?:the )?[A-Z]")
#: Two accounts by their handles: one is whom a claim is about, the other with whom.
_HANDLE_FIRST = re.compile(
    r"^(@?[a-z0-9]*_\w+) (?:posts?|shares?|pushes|acts?|works?|copies|repeats?|stays?|in|with)\b"
)
#: How many accounts act is what is claimed of them.
_SOME = re.compile(r"^(?!the\b)\w+ accounts$", re.IGNORECASE)
#: Who says "we" speaks of more than one: of whom, the text does not tell.
_WE = re.compile(
    r"^(?:(?:And|But|So|Yes|No|Today|Now|Here|Still|Then|Last year|(?:In|By|Since|During|Until) [^,]{3,20}?),? )?"
    r"(?P<who>[Ww]e)\b"
)
_HANDLES = re.compile(r"^(?:[Bb]oth )?(@?\w*[_\d]\w*) and (@?\w*[_\d]\w*)$")


def shown(claim: Asked) -> Asked:
    """A claim as it is shown: its subject without numbers and without where and when, if it is no name."""
    subject = claim.subject
    if subject is not None and subject.name == claim.speaker and (we := _WE.match(claim.says)):
        return replace(claim, subject=replace(subject, id=None, name=we["who"]))
    if subject is not None and subject.id is None and _is_described(claim) and claim.object is not None:
        return replace(claim, subject=claim.object)
    if subject is None or subject.id is not None or subject.whole or has_han(subject.name) or _SOME.match(subject.name):
        return claim
    if first := _HANDLE_FIRST.match(subject.name):
        return replace(claim, subject=replace(subject, name=first[1]))
    both = _TWO.match(subject.name) if claim.kind == "coordination" else None
    if handles := _HANDLES.match(subject.name) or both:
        other = claim.object or Party(None, handles[2], whole=False)
        return replace(claim, subject=replace(subject, name=handles[1]), object=other)
    return replace(claim, subject=replace(subject, name=plainly(subject.name)))


#: Two accounts by names of a word or two.
_TWO = re.compile(r"^(?:[Bb]oth )?(?!the\b|The\b)(\S+(?: [A-Z]\S*)?) and (\S+(?: [A-Z]\S*)?)$")
#: Words behind a noun that say where else it is.
_BEHIND = re.compile(r"(?<=\w\w) (?:alone|there|here|too|abroad|combined|today|now|itself|themselves)$")
#: Where some of many are, or with what; whose children they are stays.
_WHERE = re.compile(r"^ (?:in|on|at|over|under|above|below|along|near|behind|among|with|without|by|of the same)\b")
_SOMEBODY = re.compile(r"^(?:nobody|everybody|anybody|those|who|many|some|no)\b", re.IGNORECASE)
#: Whoever is told of by a post or a relation to somebody, or is said to be nobody.
_DESCRIBED = re.compile(r"\bof (?:the )?[A-Z]|['\u2019]s [a-z]|^(?i:nobody|no|none|nothing|whoever|what)\b")
#: What says nothing without what stood beside it: "each", of "each of the two"; "and 28.4".
_ALONE = re.compile(r"^(?:(?:and|or)\b.*|each|both|one|some|none|neither|either|all|most|many|people)$", re.IGNORECASE)
#: Whose it is: "the cabins of Elmhof" are no other cabins.
_WHOSE = re.compile(rf"^ of (?:the )?(?!(?:{'|'.join(MONTHS)})\b)[A-Z]")


def _is_described(claim: Asked) -> bool:
    """Whether "the owner of Elm Mill" or "nobody" stands for whom a tie, a post or a holding has at its other end."""
    known = claim.object is not None and claim.object.id is not None and claim.subject is not None
    told = claim.kind in ("ownership", "control", "role", "tie")
    return known and told and claim.subject is not None and _DESCRIBED.search(claim.subject.name) is not None


def plainly(name: str) -> str:
    """The noun of a subject.

    >>> plainly("Nearly 300 teachers"), plainly("a fifth of the valley's orchards"), plainly("The recall of June 2021")
    ('teachers', "valley's orchards", 'The recall')
    >>> plainly("five accounts"), plainly("Children of donors")
    ('five accounts', 'Children of donors')
    """
    if _NAME.match(name):
        return name
    left = _BEHIND.sub("", name)
    while (found := _part().match(left)) is not None and left[found.end() :].strip():
        left = left[found.end() :]
    cut = _without_tail(left)
    return cut if re.search(r"\w\w", cut) and not _ALONE.match(cut) else name


def _without_tail(name: str) -> str:
    """A noun without where it is and of what; of what there are many all stays but when: "children of donors"."""
    kept = _MEASURE.match(name)
    tail = _TAIL.search(name, kept.end() - 1 if kept else 0)
    if tail is None:
        return name
    named = _WHEN.search(tail[0]) or re.search(r" [A-Z]", tail[0])
    if _WHOSE.match(tail[0]) or (name.lower().startswith("the ") and not named):
        return name  # "the budget of the province" is no other budget
    many = kept is None and _MANY.search(name[: tail.start()])
    return (
        name
        if many and not (_WHEN.search(tail[0]) or (_WHERE.match(tail[0]) and not _SOMEBODY.match(name)))
        else name[: tail.start()]
    )


@cache
def _part() -> re.Pattern[str]:
    """ "A fifth of the", "two of our", "a tonne of", "nearly 300": how much or how many there is of what follows."""
    parts = "|".join(sorted(words("deeds", "part_of"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:{_NEAR} )*(?:an? )?(?:{_number()} )?(?:{parts}) of|(?:{_NEAR} )*{_number()} "
        rf"(?:of|(?:in|out of) (?:every )?{_number()})|(?:{_NEAR} )*half an? (?:million|dozen|hundred|thousand))"
        r" (?:all |the |these |those |our |its |their )?(?=[a-z])(?!course\b)"
        rf"|(?:{_NEAR} )*(?:{_FIGURE}|{_MORE_THAN_TEN})(?:[- ](?:million|billion|thousand|hundred|dozen))* (?=[a-z])"
        rf"|(?:{_NEAR} )+{_number()} (?=[a-z])(?!of\b)"
        r"|(?:(?:twice|half|three times|as|so|far) )+(?:many|much|more|few) (?=[a-z])",
        re.IGNORECASE,
    )


@cache
def _number() -> str:
    spelled = "|".join(sorted(words("deeds", "number"), key=len, reverse=True))
    return _NUMBER.format(rf"(?:{spelled})(?![a-z])", spelled)
