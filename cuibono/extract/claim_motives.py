"""Whether words say what ruined something, what began it, or what somebody did something for, without a word for why.

"Cheap imports killed the mill", "the fire was started by a spark", "what hurts us is cheap imports", "sold the plant to
pay its debts". Told of things and not of people: who destroyed a file did so, and who was killed by a man was killed.
With a day or a number beside it, it is told when or how much, and not why.
"""

import re

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words

_CLEFT = re.compile(
    r"^(?:[Aa]nd |[Bb]ut )?[Ww]hat (?:really |most |finally |has |had |is |was )?[a-z]+\b[^.;:]* "
    r"(?:is|was|are|were)\b"
)
_FAULT = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ )?(?:the fault of|down to|to blame for|courtesy of|the price of|the fruit of"
    r"|the work of|a symptom of|the legacy of|the handiwork of|rooted in)\b"
    r"|\b(?:has|have|had) (?:only )?[\w' ]{2,40} to (?:thank|blame) for\b"
    r"|\b(?:cost|costs) (?:\w+ ){1,4}(?:their|his|her|its) "
    r"(?:jobs?|li[fv]es?|homes?|licen[cs]e|seats?|posts?|majority)\b",
)


def ruined_or_meant(analysis: Analysis, view: ClaimView, verb: Token | None) -> bool:
    """Whether a clause without numbers and dates says what ruined, began or was the aim of something."""
    if view.events or verb is None:
        return False
    text = " ".join(t.text for t in view.tokens)
    if _FAULT.search(text) or _cleft(analysis, view, text):
        return True
    return not view.amounts and (
        _ruined(analysis, view, verb) or _begun(analysis, view, verb) or _aimed(analysis, verb)
    )


def _cleft(analysis: Analysis, view: ClaimView, text: str) -> bool:
    """ "What hurts us is cheap imports"."""
    if _CLEFT.match(text) is None:
        return False
    said = [t.lemma.lower() for t in view.tokens[1:5] if t.pos in ("VERB", "AUX", "NOUN")]
    lists = [words("motives", "ruins"), words("motives", "begun")]
    lists += [words("claim_kinds", n) for n in ("brings", "drives", "makes", "change")]
    return any(word in listed for word in said for listed in lists)


def _ruined(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    if verb.lemma.lower() not in words("motives", "ruins"):
        return False
    below = analysis.children(verb)
    who = next((c for c in below if c.dep == "nsubj"), None)
    what = next((c for c in below if c.dep == "dobj"), None)
    return who is not None and what is not None and _is_thing(view, who)


def _begun(analysis: Analysis, view: ClaimView, verb: Token) -> bool:
    if verb.tag != "VBN" or verb.lemma.lower() not in words("motives", "begun"):
        return False
    joints = [c for c in analysis.children(verb) if c.dep == "agent" or c.text.lower() == "by"]
    return any(_is_thing(view, e) for j in joints for e in clauses.ends(analysis, j))


def _aimed(analysis: Analysis, verb: Token) -> bool:
    """ "Sold the plant to pay its debts": what was done has an object, and what for stands behind it."""
    if verb.lemma.lower() in words("motives", "governs") or not _past(analysis, verb):
        return False
    below = analysis.children(verb)
    what = next((c for c in below if c.dep in ("dobj", "nsubjpass")), None)
    if what is None or any(c.dep == "neg" for c in below):
        return False
    hung = (*below, *analysis.children(what))
    aims = (c for c in hung if c.dep in ("advcl", "xcomp", "acl", "relcl") and c.tag == "VB" and c.i > verb.i + 1)
    return any(
        a.lemma.lower() in words("motives", "aim") and any(t.tag == "TO" for t in analysis.children(a))
        and (a.head == verb.i or what.lemma.lower() not in _MEANS)
        for a in aims
    )  # fmt: skip


#: What has a "to" of its own: "the right to keep it", "a plan to save the mill".
_MEANS = frozenset({
    "right", "power", "plan", "money", "way", "attempt", "effort", "chance", "decision", "law", "bill", "permission",
    "offer", "proposal", "promise", "order", "ability", "time", "reason", "need", "fund", "campaign", "bid", "contract",
    "licence", "license", "motion", "petition", "agreement", "deal", "pressure", "call", "measure", "scheme",
})  # fmt: skip


def _past(analysis: Analysis, verb: Token) -> bool:
    helped = any(c.dep in ("aux", "auxpass") and c.lemma in ("have", "be") for c in analysis.children(verb))
    return verb.tag == "VBD" or (verb.tag == "VBN" and helped)


def _is_thing(view: ClaimView, noun: Token) -> bool:
    """Whether a noun is no name, nobody and no body: imports, a spark, greed."""
    low = noun.lemma.lower()
    named = any(span.start <= noun.start < span.end for span, _ in view.names)
    people = words("name_signs", "person_noun") | words("claim_kinds", "people_kinds") | words("references", "body")
    return noun.pos == "NOUN" and not named and low not in people | _ARMED and noun.text.lower() not in people


_ARMED = frozenset({
    "army", "soldier", "troop", "policeman", "police", "gunman", "bomber", "rebel", "militia", "man", "woman", "mob",
    "robber", "thief", "burglar", "hacker", "gang", "team", "dog", "wolf", "bear", "committee", "court", "judge",
    "crew",
})  # fmt: skip
