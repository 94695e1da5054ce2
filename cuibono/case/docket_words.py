"""Words and names as the docket compares them: folded, without what only helps grammar."""

import re
import unicodedata
from itertools import pairwise

from cuibono.extract.claim_words import bases, folded, listed, stem, stems, tokens, voice
from cuibono.model.docket import Asked, Party
from cuibono.model.numerals import western

__all__ = ["agent_first", "bases", "folded", "listed", "narrowing", "same", "stem", "stems", "stray", "tokens", "voice"]

#: Wording around a number that its reading has taken in already.
_TAKEN_IN = re.compile(
    r"(?<!first )(?<!second )\bhalf (?=of\b|the\b)|\b(?:more|less|fewer) than\b|\bor (?:more|less|fewer)\b"
    r"|\bup to\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,’']\d+)*")
_SCALES = (1.0, 1e2, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12)


def same(one: Party | None, other: Party | None) -> bool:
    """Whether two are one: by the id that the case gave, else by a whole name; a part of one says too little."""
    if one is None or other is None:
        return False
    if one.id and other.id and one.id == other.id:
        return True
    return one.whole and other.whole and folded(one.name) == folded(other.name) != ""


def narrowing(text: str, *known: str, plain: str = "plain") -> list[str]:
    """Words of a claim that are neither plain (a list of the lexicon) nor known: each may narrow what it speaks of."""
    bare = [f"to {b}" for a, b in pairwise(tokens(text)) if a == "to" and b in listed("bare")]  # meant, not done
    aside = {s for k in known for s in stems(k)}
    return bare + [
        w
        for w in dict.fromkeys(tokens(_TAKEN_IN.sub("", text)))
        if w not in listed(plain) and stem(w) not in aside and not w[0].isdigit()
        and not set(map(stem, w.split("-"))) <= aside
    ]  # fmt: skip


def stray(claim: Asked) -> list[str]:
    """Numbers in the words of a claim that are neither its own number nor part of its time."""
    dated = {f for n in re.findall(r"\d+", claim.time or "") for f in (n, n.lstrip("0"))}
    own = {v for v in (claim.low, claim.high) if v is not None}
    found = []
    for number in _NUMBER.findall(unicodedata.normalize("NFKC", claim.words)):
        value = western(number)
        scaled = value is not None and any(abs(value * s - v) <= 1e-9 * abs(v) for v in own for s in _SCALES)
        if number not in dated and not scaled:
            found.append(number)
    return found


def agent_first(claim: Asked) -> tuple[Party | None, Party | None]:
    """The two whom a claim names, the one who acts first: "B is controlled by A" is of A, whatever was read."""
    subject, object_ = claim.subject, claim.object
    if subject is None or object_ is None:
        return subject, object_
    low = folded(claim.words)
    by = [m.end() for m in re.finditer(r"\bby (?:the )?", low)]
    acts = [p for p in (subject, object_) if any(low.startswith(folded(p.name), at) for at in by)]
    return (object_, subject) if acts == [object_] else (subject, object_)
