"""Rises and falls in the plainest verbs: what "edged up by a tenth or so" rose by about a tenth.

Only verbs that say no more than that there is more or less of it; what was "weakened" or "strengthened" has moved so
only where it is somebody's share of a market.
"""

import re
from dataclasses import replace

from cuibono.case.docket.sizes import NUMBER, PARTS
from cuibono.case.docket.years import A_YEAR as _Y
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

#: By how much it moved, with what only qualifies it behind: "by a quarter or so".
_BY_SO = re.compile(rf"\bby (?P<size>{NUMBER}|{PARTS}),? or (?:so|thereabouts)\b", re.IGNORECASE)
_BY_ONLY = re.compile(rf"\bby (?:only|just|merely|a mere) (?={NUMBER}|{PARTS})", re.IGNORECASE)
_MERELY = re.compile(r"\b(?:only|merely|just)(?= [a-z]+ by\b)", re.IGNORECASE)
#: Small and large steps: "edged up", "shot up", "crept down".
_STEPPED = re.compile(
    r"\b(?:edg|inch|creep|crept|tick|nudg|shoot|shot|head|drift|trend|mov|driv|driven|pull|bounc|leap|leapt)"
    r"(?:e|es|s|ed|ing)? (?P<way>up|upwards?|higher|down|downwards?|lower)\b"
    r"(?= (?:by|from|to|in|between|slightly|a|since|over|during)\b|[.,]|$)",
    re.IGNORECASE,
)
#: Whose part of it moved, as what he saw: "saw its share shrink".
_SAW = re.compile(
    r"\b(?:saw|sees|has seen|watched) (?:its|their|the) (?P<what>[^,;]{2,50}?) (?P<did>rise|grow|climb|jump"
    r"|increase|soar"
    r"|fall|drop|shrink|decline|slip|sink|slump|dwindle|decrease|double|halve)\b",
    re.IGNORECASE,
)
_PAST = {
    "rise": "rose", "grow": "grew", "climb": "climbed", "jump": "jumped", "increase": "increased", "fall": "fell",
    "drop": "dropped", "shrink": "shrank", "decline": "declined", "slip": "slipped", "sink": "sank", "slump": "slumped",
    "dwindle": "dwindled", "decrease": "decreased", "soar": "soared", "double": "doubled", "halve": "halved",
}  # fmt: skip
_DID = re.compile(
    r"\b(?:rose|fell|raised|lowered|grew|climbed|dropped|shrank|declined|slipped|sank|slumped|soared|doubled"
    r"|halved)\b",
    re.I,
)
_BETTERED = re.compile(
    r"\b(?P<did>strengthened|weakened|extended|expanded) (?=(?:its|their) (?:market )?share\b)", re.IGNORECASE
)
#: A share that is said to have moved by so many points, though its number was read as where it got to.
_BY_POINTS = re.compile(
    r"\b(?:rose|fell|grew|climbed|dropped|shrank|declined|slipped|sank|slumped|jumped|increased|decreased|gained"
    r"|lost|shed"
    r"|added) (?:by )?[\w.,]+ (?:percentage )?points?\b",
    re.IGNORECASE,
)
#: A movement of several years, by its last one: "fell for the second year running in 2021".
_RUNNING = re.compile(
    r",? ?\b(?:for|in) the (?P<n>second|third|fourth|fifth) (?:year (?:running|in a row|in succession)"
    rf"|(?:consecutive|successive|straight) year),? (?:in|during) (?P<year>{_Y})\b",
    re.IGNORECASE,
)
#: What goes on: "has been losing" is "has lost"; and "has gone from 3 to 5" is "went".
_GOING_ON = re.compile(
    r"\b(?P<has>has|have) been (?:steadily |slowly |quickly )?"
    r"(?P<did>los|gain|grow|fall|ris|shrink|declin|dropp|climb)ing\b"
)
_DONE = {"los": "lost", "gain": "gained", "grow": "grown", "fall": "fallen", "ris": "risen", "shrink": "shrunk",
         "declin": "declined", "dropp": "dropped", "climb": "climbed"}  # fmt: skip
_GONE = re.compile(r"\b(?:has|have) gone (?=from \d)")
_NTHS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}


def in_plain_verbs(claim: Asked) -> Asked:
    """A claim of a change in the plainest verbs: what "edged up by a tenth or so" rose by about a tenth.

    >>> in_plain_verbs(Asked("trend", "", "Vex's sales edged up by a tenth or so in 2021", ("s", 1), "Pia")).words
    "Vex's sales rose by about a tenth in 2021"
    """
    if claim.kind not in ("trend", "amount", "count", "share"):
        return claim
    words = _STEPPED.sub(lambda m: "rose" if m["way"].lower().startswith(("up", "higher")) else "fell", claim.words)
    words = _GONE.sub("went ", _GOING_ON.sub(lambda m: f"{m['has']} {_DONE[m['did']]}", words))
    words = _SAW.sub(lambda m: f"{m['what']} {_PAST[m['did'].lower()]}", words)
    words = _BETTERED.sub(lambda m: "lowered " if m["did"].lower() == "weakened" else "raised ", words)
    words = _MERELY.sub("", _BY_ONLY.sub("by ", _BY_SO.sub(r"by about \g<size>", words)))
    if found := _RUNNING.search(words):
        last = int(found["year"])
        words = f"{_RUNNING.sub('', words)} every year between {last - _NTHS[found['n'].lower()]} and {last}"
        return replace(claim, kind="trend", words=words, time=f"{last - _NTHS[found['n'].lower()]}/{last}")
    if claim.kind != "trend" and _BY_POINTS.search(words):
        return replace(claim, words=words, kind="trend", low=None, high=None, unit="", qualifier="")
    if words == claim.words:
        return claim
    kind: ClaimKind = "trend" if _DID.search(words) and not _DID.search(claim.words) else claim.kind
    return replace(claim, words=" ".join(words.split()), kind=kind)
