"""What a share or an amount is of: what was made, exported or sold, in units or in money; verbs that say so.

Records name the basis in a word ("revenue", "units sold"), claims often in a verb ("grew", "turned out"), so that both
are brought to the same few names. Of "sales" alone nobody knows whether units or money are meant.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from cuibono.case.docket.words import bases, listed, stems, tokens
from cuibono.extract.claim_properties import in_english

REVENUE, UNITS, SALES, PRODUCTION = "revenue", "units", "sales", "production"
_LISTS = {REVENUE: "in_money", UNITS: "in_units"}
_NUMBER = r"(?:\w+ ){0,3}?[$€£¥]?\d[\d.,]*"
#: To grow something, and not to become more: with a number and "of" behind it, or in the passive.
_GREW = re.compile(
    rf"\b(?:grew|grows?|grown)\b(?= (?!by\b|to\b|from\b){_NUMBER} ?(?:[\w%]+ ){{1,3}}?of\b)"
    r"|(?<=\bwas )grown(?= in\b| by\b)|(?<=\bwere )grown(?= in\b| by\b)|(?<=\bis )grown(?= in\b| by\b)"
    r"|(?<=\bare )grown(?= in\b| by\b)",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"\b(?:turn|churn|crank|pump|put)(?:s|ed|ing)? out\b(?! (?:that|to|as)\b)"
    r"|\b(?:scoop(?:s|ed)?|dug|digs|haul(?:s|ed)?|fish(?:es|ed)?) (?:up|out|ashore)\b",
    re.IGNORECASE,
)
_PART = r"[^,;:]{1,30}?\b(?:percent|per cent|%|half|thirds?|quarters?|fifths?|tenths?|in (?:three|four|five|ten))"
#: To raise shrimp, and not one's part of them.
_RAISED = re.compile(rf"\b(?:raised|raises)\b(?= (?!by\b|to\b|from\b|its\b|their\b){_PART}(?: of\b|$))", re.I)
_IN = re.compile(r"\b(?:(?:bring|pull)(?:s|ed|ing)?|rak(?:e|es|ed|ing)|brought|took|takes?|taking) in\b(?! [A-Z])")
_OF_ALL = frozenset({"world", "worlds", "worldwide", "global", "globally", "market"})
_GROWER = re.compile(r"\b(?:grower|harvester)s?\b", re.IGNORECASE)
_ALL = "country|state|nation|firm|company|maker|producer|manufacturer|supplier|exporter|seller"
_THAN_ANY = re.compile(
    rf"(?<!no )(?<!not )(?<!any )(?<!never )\bmore ((?:[\w-]+ ){{1,6}}?)than any other (?:{_ALL})\b", re.IGNORECASE
)
_MEASURED_BY = re.compile(
    r"\b(?:measured (?:by|in)|judged by|based on|in terms of)(?= (?:annual |global |total )?(?:[\w]+)\b)", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|in terms of|measured (?:by|in)) (?P<what>(?:[a-z]+ )??[a-z]+)\b", re.IGNORECASE)
_CAME_FROM = re.compile(r"\b(?:came|comes?|coming|stem(?:s|med)|originate[sd]?)(?: out of| from)\b", re.IGNORECASE)
#: Another who is set against the first of all: he is none, and that says no more.
_CONTRAST = re.compile(
    r"(?:(?:,| and|, and) not|,? (?:rather than|instead of|ahead of)) [A-Z][^,]*?(?:,|(?= (?:is|was|has been)\b)|$)"
)
_NTH = {"two": "second", "2": "second", "three": "third", "3": "third", "four": "fourth", "4": "fourth"}
_NUMBERED = re.compile(rf"\b(?:the )?(?:number|no\.) ?({'|'.join(_NTH)})\b", re.IGNORECASE)
#: Places of an order: "ranked first in exports", "came only third".
_CAME = re.compile(
    r"\b(ranked|ranks|came|comes|placed|finished|stood|was|is) (?:only |just )?(first|second|third|fourth|fifth)"
    r"(?: in the world| worldwide)?(?= (?:in|for|by|among)\b)",
    re.IGNORECASE,
)
_TOPPED = re.compile(
    r"\b(?:topped|tops|led|leads|headed|heads) the (?:world )?(?:rankings?|list|table|league(?: table)?) of (?:the )?"
    r"(?:world['\u2019]s )?",
    re.IGNORECASE,
)
_REMAINED = re.compile(r"\b(?:remain(?:s|ed)?|stay(?:s|ed)|ranked as|ranks as)\b(?= (?:the|its)\b)")
_LEADER = re.compile(
    r"\b(?:was|is|remained|remains) (?:the )?(?:(?:world|global|worldwide) (?:market )?leader|market leader"
    r"|(?:world(?:'s)? )?(?:number one|no\. 1|number-one))(?: worldwide)? (?:in|for)(?: the)? (?P<what>[a-z][\w -]*?)"
    r"(?: market)?(?= in (?:19|20)\d\d|,|$| by | measured | worldwide| world)",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:led|leads|topped|tops) the (?:world|global|worldwide)(?:'s)? (?P<what>[\w -]+?) market\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<=\brevenue )from\b|(?<=\brevenues )from\b|(?<=\bturnover )from\b", re.IGNORECASE)
_SENT = re.compile(r"\bshipped [^,;]*\bexports\b", re.IGNORECASE)
_DELIVERED = re.compile(r"\b(?:sell|sells|sold|selling)\b", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def plainly(words: str) -> str:
    """A claim with every verb of making as "produced": what was harvested, mined or turned out was made.

    >>> plainly("Norland turned out 40 percent of the barley")
    'Norland produced 40 percent of the barley'
    """
    return _making().sub("produced", _OUT.sub("produced", _GREW.sub("produced", _RAISED.sub("produced", words))))


@cache
def _making() -> re.Pattern[str]:
    words = "|".join(sorted(listed("making"), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b(?! (?:up|on|out|back|down|off|over)\b)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def basis_of(text: str) -> frozenset[str]:
    """The basis that a wording names; money or units make of sales what they are."""
    said, found = set(tokens(text)), set(bases(in_english(text)))
    found |= {n for n, words in _LISTS.items() if said & listed(words)}
    if found & {REVENUE, UNITS}:
        found -= {SALES}
    return frozenset(found)


def is_told(words: str, basis: str) -> bool:
    """Whether a claim gives the basis of a record in its own words: "containers handled" of who handled containers."""
    other = bool(basis) and not basis_of(basis)
    return other and (roots(basis) <= roots(words) or bool(roots(_THROUGH.get(basis, "")) & roots(words)))


def telling(words: str, basis: str) -> str:
    """The words of a claim that give a basis as a verb or a noun: "delivered", of deliveries."""
    told = roots(basis)
    return " ".join(w for w in tokens(words) if told and roots(w) and roots(w) <= told)


#: What is handled goes through.
_THROUGH = {"throughput": "handled handling"}


@lru_cache(maxsize=65_536)
def roots(text: str) -> frozenset[str]:
    """Words without the endings of a verb: who handles containers handled them, and deliveries were delivered."""
    return frozenset(re.sub(r"(?<=\w{3})(?:ing|ed|ies|es|e|s|y)$", "", w) for w in stems(text))


def meant(words: str, recorded: Iterable[str]) -> frozenset[str]:
    """The basis that a claim names beside those that are recorded: who sold things sold so many of them."""
    said, there = basis_of(words), frozenset(b for r in recorded for b in basis_of(r))
    if len(said) > 1 and len(told := told_by(words)) == 1:
        return told  # "the largest maker by revenue"
    if len(said) > 1 and len(said & there) == 1 and _SENT.search(words):
        return said & there  # who "shipped" so much of the exports
    if said == {SALES} and SALES not in there and UNITS in there and _DELIVERED.search(words):
        return frozenset({UNITS})
    return said


def by_whom(words: str, name: str) -> str:
    """A claim of what was made, of those who make it in a place as of the place: "Norland's growers"."""
    if not {"'", "\u2019"} & set(words) or basis_of(words) != {PRODUCTION}:
        return words
    people = "|".join(sorted(listed("makers_of_a_place")))
    return re.sub(rf"(?<={re.escape(name)})['\u2019]s? (?:{people})\b", "", words)


def first_of_all(words: str) -> str:
    """A claim of more than any other as one of a rank: "made more lamps than any other country" is the largest."""
    words = _CONTRAST.sub("", _GROWER.sub("producer", words))
    words = _TOPPED.sub("was the largest of the ", words)
    words = _CAME.sub(lambda m: f"{m[1]} {'largest' if m[2].lower() == 'first' else m[2]}", words)
    words = _NUMBERED.sub(lambda m: f"{_NTH[m[1].lower()]} largest", words)
    words = _REMAINED.sub("was", words)
    words = _LED.sub(r"was the largest supplier in the world market of \g<what>", words)
    words = _LEADER.sub(r"was the largest supplier in the world of \g<what>", words)
    return _THAN_ANY.sub(r"was largest in rank, \1 ", words) if _THAN_ANY.search(words) else words


def is_leader(words: str) -> bool:
    """Whether a claim says of somebody that they lead a market: the first of all, by whatever it is measured."""
    return bool(_LEADER.search(words) or _LED.search(words))


def told_by(words: str) -> frozenset[str]:
    """The basis by which a claim says that it measures: "by revenue"; none where it says none."""
    found = _BY.search(words)
    return basis_of(found["what"]) if found else frozenset()


def neutral(words: str) -> str:
    """Words that only name the basis, or that one has a part of money that is named: they narrow nothing."""
    named = [w for name in _LISTS.values() for w in listed(name)]
    by = ["measured", "based", "terms", "judged"] if _MEASURED_BY.search(words) else []
    return " ".join([*named, *by, *(listed("taking") if basis_of(words) == {REVENUE} else ())])


def taken_in(words: str) -> str:
    """A claim in fewer words: what came "from" somebody was theirs, and revenue "from" lamps is that of lamps."""
    words = _CAME_FROM.sub("was of", words)
    if basis_of(words) != {REVENUE}:
        return words
    words = _IN.sub("took", words)
    return _FROM.sub("of", words) if set(tokens(words)) & _OF_ALL else words  # else it may be of its own revenue
