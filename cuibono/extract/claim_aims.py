"""What somebody did something for: "did it to please her father", "gave it away out of love", "on his orders".

An aim is a cause, and no table shows one.
"""

import re

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token

_IT = frozenset({"it", "this", "that"})
#: Out of which somebody does something, and on whose word.
_FEELINGS = frozenset({
    "love", "spite", "fear", "greed", "envy", "revenge", "vanity", "loyalty", "pity", "habit", "jealousy", "hatred",
    "gratitude", "anger", "ambition", "desperation", "necessity", "malice", "conviction", "boredom", "shame", "guilt",
})  # fmt: skip
_GAINS = frozenset({"money", "cash", "profit", "gain", "fun", "power", "fame", "vote", "votes", "attention", "show"})
_ORDERS = frozenset({"order", "orders", "behest", "instruction", "instructions", "request", "insistence", "urging"})


#: What somebody did something for, told outright; and what can only be meant: to please, to punish.
_IN_ORDER = re.compile(
    r"\b(?<!not )(?:in order|so as) (?:not )?to\b"
    r"|\bas a (?:favou?r|reward|punishment|present) (?:to|for)\b"
    r"|\b(?:only|just|merely|simply|purely|solely) to (?:win|gain|please|save|keep|hide|protect|avoid|distract|help|"
    r"get|enrich|cover|secure|silence|frighten|sell|weaken|pay off)\b"
    r"|\b(?:bought|sold|closed|opened|built|founded|hired|sacked|dismissed|leaked|published|funded|paid"
    r"|joined|left|moved|cut"
    r"|raised|bribed|gave|signed) [^.;,]{2,60} to (?:keep (?:his|her|its|their|the|us|them)\b|silence"
    r"|hide|distract|save (?:face"
    r"|money|its|his|her|their)|win (?:votes|favou?r|over)|buy (?:time|votes|silence)|get (?:rid of|back at|even)"
    r"|take revenge|curry favou?r|cover up|make (?:room|way) for|avoid)\b"
    r"|\bfor the sake of\b|\bwith the (?:sole )?(?:aim|intention|intent|purpose) of\b",
    re.IGNORECASE,
)
_TO_PLEASE = re.compile(
    r"(?P<before>[\w’']+) to (?:please|appease|placate|punish|spite|humiliate|flatter|impress|blackmail|intimidate)\b",
    re.IGNORECASE,
)
#: Behind these it is what somebody wants, or says or is able to do, and no aim of what was done.
_OTHERWISE = frozenset({
    "want", "wants", "wanted", "like", "likes", "liked", "tries", "tried", "try", "trying", "hopes", "hoped", "hope",
    "able", "ready", "used", "has", "have", "had", "need", "needs", "needed", "going", "right", "power", "means", "way",
    "ways", "plan", "plans", "planned", "willing", "eager", "keen", "refused", "refuses", "failed", "fails", "promised",
    "vowed", "decided", "allowed", "supposed", "ought", "free", "law", "rules", "attempt", "attempts", "threat",
    "threatened", "threatens",
})  # fmt: skip
#: Why an app, a feed or an office does what it does.
_WHY = re.compile(r"\bbecause (?!of\b)", re.IGNORECASE)
_BY_THE_WAY = re.compile(r"\b(?:who|which)\b[^,;]* because\b", re.IGNORECASE)


def has_motive(text: str) -> bool:
    """Whether words say what for, or why, somebody did something.

    >>> has_motive("Vex cut jobs in order to please the bank"), has_motive("Vex wanted to please the bank")
    (True, False)
    """
    if _IN_ORDER.search(text) or (_WHY.search(text) and not _BY_THE_WAY.search(text)):
        return True
    return any(m["before"].lower() not in _OTHERWISE for m in _TO_PLEASE.finditer(text))


def is_meant(analysis: Analysis, verb: Token | None) -> bool:
    """Whether a clause says what for, out of what feeling or on whose orders somebody did something."""
    if verb is None:
        return False
    return _did_it_to(analysis, verb) or any(
        (c.text.lower() == "out" and any(e.lemma.lower() in _FEELINGS for e in clauses.ends(analysis, c)))
        or (c.dep == "prep" and c.lemma in ("on", "at", "under") and any(map(_is_order, clauses.ends(analysis, c))))
        for c in analysis.children(verb)
    )


def _did_it_to(analysis: Analysis, verb: Token) -> bool:
    """ "Did it to spite the mayor": what was done stands before."""
    below = analysis.children(verb)
    before = any(c.text.lower() == "so" or (c.dep == "dobj" and c.text.lower() in _IT) for c in below)
    if verb.lemma != "do" or not before:
        return False
    if any(
        c.text.lower() == "for" and any(e.lemma.lower() in _GAINS for e in clauses.ends(analysis, c)) for c in below
    ):
        return True
    aims = (c for c in below if c.dep in ("advcl", "xcomp") and c.tag == "VB" and c.i > verb.i)
    return any(t.tag == "TO" for c in aims for t in analysis.children(c))


def _is_order(noun: Token) -> bool:
    return noun.lemma.lower() in _ORDERS and not noun.tag.startswith("NNP")
