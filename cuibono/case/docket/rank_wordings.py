"""Places among those who supply, in other words: who "came third in barges" is the third largest supplier of barges.

A place at the end ("the smallest", "came last") is kept as what it is, and counted from below.
"""

import re
from dataclasses import replace

from cuibono.extract.claim_row_words import ORDINALS
from cuibono.model.docket import Asked

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PLACES = {
    **{w: w for w in ORDINALS}, **dict(zip(_NUMBERS, ORDINALS, strict=True)),
    **{str(n): w for n, w in enumerate(ORDINALS, 1)}, "last": "last", "bottom": "last", "top": "first",
}  # fmt: skip
_NTH = "|".join((*ORDINALS, "last", "bottom", "top"))
_N = "|".join((*_NUMBERS, r"\d{1,2}"))
_ONLY = r"(?:(?:only|just|still|now|again|once more|even|a distant|a close|a good|a poor|the|in|at|clear|joint) )*"
_IS = (
    r"(?:is|was|are|were|ranks?|ranked|came|comes|come|comes in|came in|"
    r"finish(?:es|ed)|stands?|stood|lies|lay|places?d?"
    r"|sits?|sat|holds?|held|takes?|took|occup(?:ies|ied)|ended|remains?|remained|landed)"
)
_WHERE = r"(?: (?:place|spot|rank|position))?(?= (?:in|among|amongst|of|for|by|on|with)\b|,|$)"
#: "came third in", "ranks number two among", "took second place for".
_PLACED = re.compile(
    rf"\b{_IS} {_ONLY}(?:(?P<nth>{_NTH})(?: of all)?|(?:number|no\.?|nr\.?) ?(?P<n>{_N})){_WHERE}", re.IGNORECASE
)
_OF = re.compile(r"^ (?:in|among|amongst|of|for|on|with) (?:the |all )?(?!(?:19|20)\d\d)", re.IGNORECASE)
#: A place without who has it: "third largest of dating services", "was largest in 2021".
_BARE = re.compile(r"\b(?P<place>(?:[a-z]+[ -])?largest)(?= (?:of|in) (?:the |all )?[a-z]|,? in (?:19|20)\d\d|,|\.?$)")
#: "led everybody in", "led the field for": the first of all.
_LED = re.compile(
    r"\b(?:led|leads|headed|heads|topped|tops|outdid|beat|beats) "
    r"(?:every(?:body|one)(?: else)?|all (?:the )?others|all (?:its|their) (?:rivals|competitors)"
    r"|the (?:field|pack|others|rest))"
    r"(?: (?:in|for|with|on)(?: the)?(?= (?!(?:19|20)\d\d)))?",
    re.IGNORECASE,
)
#: What is so now.
_NOW = re.compile(
    r"(?:is|are|ranks?|comes?|finish(?:es)?|stands?|lies|sits?|holds?|takes?|occupies|occupy|remains?|leads?|heads?|tops?|beats"
    r"|has|have|boasts?|commands?|sells|makes|produces|exports|mines|builds)\b", re.IGNORECASE,
)  # fmt: skip
_LARGEST = re.compile(r"\b(?:biggest|highest|greatest)\b", re.IGNORECASE)
#: Who "has the second largest capacity", or the largest share of a market.
_HAVING = re.compile(
    r"\b(?P<has>has|have|had|holds?|held|boasts?|boasted|commands?|commanded) (?:(?:also|still|now|only|by far) )*the "
    r"(?P<place>(?:[a-z]+[ -])?(?:largest|biggest|highest|greatest)) "
    r"(?:(?:market )?(?P<of>share|part|slice) (?:of|in) (?:the |all )?"
    r"|(?P<what>(?:[\w-]+ ){0,3}?(?:capacity|output|production|exports|sales|deliveries|shipments)\b))",
    re.IGNORECASE,
)
_SMALLEST = re.compile(r"\b(?:smallest|least important)\b", re.IGNORECASE)
#: "led the bicycle market", "sold the most bicycles", "sold more bicycles than anyone else".
_LED_MARKET = re.compile(
    r"\b(?P<did>led|leads|topped|tops|headed|heads) the "
    r"(?P<what>(?!(?:whole|world|home|domestic|local|global)\b)[a-z][\w-]*(?: [a-z][\w-]*){0,2}?) market\b",
    re.IGNORECASE,
)
_MADE_MOST = re.compile(
    r"\b(?P<did>sold|sells|made|makes|produced|produces|exported|exports|mined|mines|built|builds"
    r"|completed|completes|wrote|writes|lent|lends|issued|issues|handled|handles|moved|moves|carried|carries|grew|grows"
    r"|caught|catches|printed|prints|generated|generates|refined|refines|smelted|smelts|collected|collects|bottled|bottles|shipped|ships|delivered|delivers"
    r"|supplied|supplies|landed|lands|granted|grants) (?:by far )?"
    r"(?:the most (?P<what>(?!of\b|in\b)[a-z][\w -]*?)|more (?P<more>[a-z][a-z -]*?)"
    r"(?P<when> in (?:1[89]|20)\d\d)? than (?:any(?:one|body)(?: else)?"
    r"|any of its (?:(?:two|three|four|five|six|seven|eight|nine|ten) neighbou?rs|rivals|competitors|peers)"
    r"|any (?:other|rival) [a-z]+|any (?:rival|competitor|other)|all (?:the )?others?|everybody else|everyone else))"
    r"(?=,? in (?:1[89]|20)\d\d|[,.]?$)",
    re.IGNORECASE,
)
_MAKERS = {"sol": "seller", "sel": "seller", "mad": "maker", "mak": "maker", "pro": "producer", "exp": "exporter",
           "min": "producer", "bui": "maker"}  # fmt: skip
#: "the most watched channel", "the second most used app": places by what is counted of them.
_MOST = re.compile(
    r"\bmost (?:widely |often )?(?:(?P<seen>watched|viewed|listened-to|heard)|(?P<read>read)|used|visited|popular"
    r"|downloaded)\b",
    re.IGNORECASE,
)
_PORT = re.compile(r"\bcontainer (?=(?:port|terminal|harbour)\b)", re.IGNORECASE)
#: What goes without saying of those who have most of it.
COUNTED_OF = "audience viewers viewing readers readership circulation users traffic"
#: Verbs that name a stage, of which a place is then.
_AT_STAGE = frozenset({"refined", "smelted", "mined", "collected", "bottled", "handled"})
_LEADS = re.compile(
    r"\b(?:is|was|remains|remained) (?:still |now )?(?:the )?(?:clear |undisputed )?market leader\b", re.I
)


def in_rank_words(claim: Asked) -> Asked:
    """A claim of a place in the words that places are compared in; any other claim as it is.

    >>> in_rank_words(Asked("rank", "", "Vex Yards came only third in barges in 2021", ("s", 1), "Pia")).words
    'Vex Yards was third largest supplier of barges in 2021'
    """
    if claim.kind != "rank" or (claim.stated and claim.stated.row):
        return claim
    words = _MOST.sub(_most, _PORT.sub("container traffic ", _SMALLEST.sub("last largest", claim.words)))
    if (found := _PLACED.search(words)) and not _beside_another(words[found.end() :]):
        place = _PLACES.get((found["nth"] or found["n"]).lower(), "")
        words = _told(words, found, place) if place else words
    elif found := _HAVING.search(words):
        words = f"{words[: found.start()]}{_having(found)}{words[found.end() :]}"
    elif found := _LED_MARKET.search(words):
        words = f"{words[: found.start()]}{_be(found[0])} the market leader in {found['what']}{words[found.end() :]}"
        return in_rank_words(replace(claim, words=words))
    elif found := _MADE_MOST.search(words):
        maker, what = _MAKERS.get(found["did"][:3].lower(), "supplier"), found["what"] or found["more"]
        did = found["did"].lower()
        what = f"{what} {did}" if did in _AT_STAGE else what
        when = found["when"] or ""
        words = f"{words[: found.start()]}{_be(found['did'])} the largest {maker} of {what}{when}{words[found.end() :]}"
    elif found := _LED.search(words) or _LEADS.search(words):
        words = _told(words, found, "first")
    else:
        words = _BARE.sub(r"\g<place> supplier", words)
    return claim if words == claim.words else replace(claim, words=words)


def _most(found: re.Match[str]) -> str:
    """The most watched as the largest by its audience, the most read by its circulation."""
    return "largest audience" if found["seen"] else "largest circulation" if found["read"] else "largest"


def _beside_another(rest: str) -> bool:
    """Whether a place is told with who has another one: "second only to Vex Yards" is for those who compare two."""
    return bool(re.match(r",? (?:only to|to|after|behind)\b", rest))


def _told(words: str, found: re.Match[str], place: str) -> str:
    rest = _OF.sub(" of ", words[found.end() :])
    largest = "largest" if place == "first" else f"{place} largest"
    return " ".join(f"{words[: found.start()]}{_be(found[0])} {largest} supplier{rest}".split())


def _be(verb: str) -> str:
    """ "Is" for a verb of what is so now, else "was": "ranks", and not "ranked"."""
    return "is" if _NOW.match(verb) else "was"


def _having(found: re.Match[str]) -> str:
    """Who has the largest output or capacity as who is the largest by it, and of a share who supplies most."""
    be, place, what = _be(found["has"]), _LARGEST.sub("largest", found["place"]), found["what"]
    if found["of"]:
        return f"{be} {place} supplier of "
    return f"{be} {place} in {what}"


def is_last(words: str) -> bool:
    """Whether a place is counted from below."""
    return "last largest" in words
