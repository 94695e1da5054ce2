"""What stands before or behind a claim and adds nothing to it: a source ("court papers show"), a sigh, a "but".

Only what says nothing of its own is left out, never a word that takes back, hedges or narrows what is claimed.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import ANY_MONTH
from cuibono.model.docket import Asked

_TAKES_BACK = "no|not|never|nothing|nobody|none|few|hardly|otherwise|nor|unless|if|but|though|although|except|while"
_NOT = re.compile(rf"\b(?:{_TAKES_BACK}|only|which|who)\b|n['\u2019]t\b", re.IGNORECASE)
_SAY = (
    r"shows?|showed|says?|said|suggests?|suggested|reveals?|revealed|confirms?|confirmed|claims?|claimed|writes?|wrote|"
    r"notes?|noted|reports?|reported|argues?|argued|adds?|added|insists?|insisted|enthuse[sd]?|told|points? out"
)
#: Who says so, behind the claim: ", court papers show", ", the columnist Pia Vex wrote last week".
_WHEN = r"(?: (?:last|this) (?:week|month|year)| yesterday| today| on \w+day)?[.]?$"
_SOURCE = re.compile(rf",\s+(?:[\w'\u2019.-]+ ){{1,6}}(?:{_SAY}){_WHEN}")
_SIGHS = (
    re.compile(r",\s+(\w+) or no \1[.]?$", re.IGNORECASE),
    re.compile(r",\s+which (?:is|was) (?:[\d.,]+ |one |far |much )?too (?:many|much|few|little)[.]?$", re.IGNORECASE),
    re.compile(
        r",\s+(?:you know|mind you|of course|believe me|no less|by the way|incidentally|to boot)[.]?$", re.IGNORECASE
    ),
    re.compile(
        r",\s+(?:as far as (?:I|we) (?:know|can (?:tell|see)|have heard|am aware|are aware)|to (?:my|our) knowledge"
        r"|as (?:we|I|this paper|the paper) (?:have )?(?:said|reported|wrote|noted|explained|revealed|mentioned)"
        r"(?: (?:before|earlier|already|last (?:week|month|year)|yesterday|on \w+day|in \w+))?"
        r"|as (?:everybody|everyone|anybody|anyone)(?: [\w ]{2,30}?)? knows"
        r"|which is (?:hardly |no |not )?(?:a |any )?surpris(?:e|ing))[.]?$",
        re.IGNORECASE,
    ),
)
#: Another statement behind the claim, of somebody else: ", and nobody has complained so far".
_BESIDE = re.compile(
    r",\s+and (?:nobody|no one|not one|none)(?: of \w+)? (?:has|have|had|is|was|will|would)\b[^\d,;:]*$", re.IGNORECASE
)
_DOUBT = re.compile(
    r"\b(?:believe|believes|believed|know|knows|known|prove|proved|proven|true|sure|certain|doubt)", re.I
)
#: What a firm or a host is, behind its name at the end: ", the company in which the family keeps its money".
_WHAT_IT_IS = re.compile(
    r"(?<=[\w.]), (?:the|an?) (?:[a-z-]+ )?(?:company|firm|holding|group|fund|bank|trust|server|host|paper|newspaper)"
    r"(?! (?:not|no)\b)[^,;:\d]*$"
)
#: A judgement of the number behind it: ", a figure that the ministry is fond of repeating".
_FIGURE = re.compile(
    r",? an? (?:\w+ )?(?:figure|number|share|rate|result|record|sum|level|claim|fact) "
    r"(?:that|which|of which|he|she|they|we)\b"
    r"(?![^;:]*\b(?:includ|exclud|cover|count|contain|leav|left|omit|rose|fell|grew|doubl))[^\d;:]*$",
    re.IGNORECASE,
)
_LEAD = (
    re.compile(r"^[*_]+ ?"),
    re.compile(
        r"^(?:in (?:our|my|their|its) [\w ]{3,30}? )?(?:we|I|they) (?:also |once )?(?:predicted|wrote|forecast|expected"
        r"|said|argued|promised|announced|warned) that ",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:in (?:truth|fact|reality|short|effect|other words|any case|addition)|to tell the truth"
        r"|to be (?:exact|precise|fair|honest)|actually|frankly|admittedly|indeed|above all|by contrast|meanwhile"
        r"|moreover|what is more|of course|to sum up|on top of that), (?=\S)",
        re.IGNORECASE,
    ),
    re.compile(r"^as (?:for|to|regards) (?:the )?[\w ]{2,30}, (?=[A-Z])", re.IGNORECASE),
    re.compile(r"^(?:(?:but|and|yet),?|(?:so|well|now|still|even so|all the same|nonetheless),) (?=\S)", re.IGNORECASE),
    re.compile(r"^(?:it|that|this) is (?:less|more|lower|higher|smaller|larger) than it was: ", re.IGNORECASE),
    re.compile(r"^I (?=(?:have|had|was|am|left|joined)\b)"),
    re.compile(r"^a total of (?=[\d])", re.IGNORECASE),
    re.compile(r"^(?:says|said|adds|added|explains|explained|warns|warned|argues|argued) (?=[A-Z])"),
)
#: That it was so before, too, is more than is tested of a number for a time that is named.
_STILL = re.compile(
    r"(?<=\w )still (?!life\b|lifes\b|water\b|images?\b)"
    r"|(?<=\w )(?:once (?:more|again)|yet again|as (?:always|ever|before|in the past))(?= |$)"
    r"|(?<=cent) or (?:so|thereabouts)\b|(?<=%) or (?:so|thereabouts)\b"
    r"|(?<=\ba )(?:mere|full|whole|single) (?=year|[\d])",
    re.IGNORECASE,
)
#: That it did so before, too, or comes back to what it was: of a change that is no more than the change.
_AGAIN = re.compile(r"(?<=\w )(?<!high )(?<!much )(?<!many )(?<!large )(?<!big )(?<!long )(?:once )?again(?= |,|$)")
#: That it is so beside something else, between a name and its verb.
_ALSO = re.compile(r"(?<=\w )also (?!known\b|called\b|as\b)", re.IGNORECASE)
#: Whoever it is, himself: who holds "70 percent himself" holds them.
_OF_HIS_OWN = re.compile(r"(?<=[\w'\u2019]) (?:himself|herself|themselves)(?=[.,]?$| (?:in|since|until|from)\b)")
_UP_TO_DATE = re.compile(
    r"(?<!since )(?<!until )(?<!before )(?<!to )(?<!of )\b(?:in |during )?last year\b(?!['\u2019])"
)


#: From when, or until when, before all the rest.
_TERM_FIRST = re.compile(rf"^(?P<term>(?:Until|Since|From) (?:(?:{ANY_MONTH}) )?(?:1[89]|20)\d\d),? (?P<rest>[^,;]+)$")


def plain(claim: Asked) -> Asked:
    """A claim without what adds nothing to it.

    >>> plain(Asked("event date", "", "Acme was founded in 1990, old papers show", ("s", 1), "Vex")).words
    'Acme was founded in 1990'
    """
    words = _OF_HIS_OWN.sub("", claim.words)
    if first := _TERM_FIRST.match(words.rstrip(".")):
        words = f"{first['rest']} {first['term'][:1].lower()}{first['term'][1:]}"
    if "," in words or _FIGURE.search(words):
        words = _without_tail(words)
    for lead in _LEAD:
        words = lead.sub("", words, count=1)
    words = _ALSO.sub("", words)
    if claim.time and claim.kind in ("share", "rank", "amount", "count") and claim.polarity == "+":
        words = _STILL.sub("", words)
    if claim.kind == "trend":
        words = _AGAIN.sub("", words)
    if claim.time and re.fullmatch(r"\d{4}", claim.time):
        words = _UP_TO_DATE.sub("", words)
    return claim if words == claim.words else replace(claim, words=words.strip())


def _without_tail(words: str) -> str:
    found = _SOURCE.search(words)
    if found and not _NOT.search(found[0]) and not re.search(r"\d", found[0]):
        words = words[: found.start()]
    for sigh in _SIGHS:
        words = sigh.sub("", words)
    words = _WHAT_IT_IS.sub("", words)
    figure = _FIGURE.search(words)
    if figure and re.search(r"\d", words[: figure.start()]) and not _NOT.search(figure[0].split(" that ", 1)[-1]):
        words = words[: figure.start()]
    beside = _BESIDE.search(words)
    return words[: beside.start()] if beside and not _DOUBT.search(beside[0]) else words
