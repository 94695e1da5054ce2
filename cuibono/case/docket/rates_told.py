"""Claims of how often something was decided, in words: "refused in nine cases out of ten", "one firm in five".

Each is put as a share of its group, whatever kind it was read as. Where a sentence tells the rates of two, each is a
claim of its own; where only one of them is narrowed, the other may be meant within the same or not.
"""

import re
from dataclasses import replace

from cuibono.case.docket.two_rates import each_rate
from cuibono.extract.claim_rates import Rate, bare_part, rates
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked

#: Kinds as which a rate may have been read.
_KINDS: tuple[ClaimKind, ...] = ("share", "treatment", "amount", "count", "behaviour of a feed")
_DID = re.compile(
    r"^(?P<who>.+?) (?P<did>(?:(?:were|was|are|is|got|gets?|had|have|received|receives?|obtained|won|saw|see|came|come"
    r"|went|go|paid|pays?|could|did|fail(?:ed)?|succeed(?:ed)?|met)\b).*)$",
    re.IGNORECASE,
)
_SAME_AGAIN = re.compile(r"^(?:got (?:it|one|that)|were|was|did|had|received (?:it|one))$", re.IGNORECASE)
_FRONT = re.compile(r"^(?:(?:In|With|Among|At|On|For|Of|Where|When|After|If|Under) [^,]+, )+")
_JOINT = re.compile(r"[,;:]?\s*\b(?:and|but|while|whereas|against|compared (?:with|to)|versus|as against)\b\s*", re.I)
_NARROWED = re.compile(r" (?:with|without|whose|who|that|for|in|at|near|on|aged|over|under) (?!(?:19|20)\d\d)\w")


def in_percent(claim: Asked) -> Asked | None:
    """The claim of a share that a sentence with one rate makes; None where it tells none, or two."""
    if claim.kind not in _KINDS or claim.polarity == "-":
        return None
    found = rates(claim.words)
    if len(found) != 1 or bare_part(claim.words[found[0].end :], found[0].whole or 0):
        return None
    return _share(claim, found[0], claim.words)


def two_in_percent(claim: Asked) -> list[Asked]:
    """The claims of both rates of a sentence, each with its group; none where there are no two."""
    if claim.kind not in _KINDS or claim.polarity == "-":
        return []
    two = _both(claim.words)
    if two is None:
        return []
    one, other = two
    head, middle, tail = claim.words[: one.start], claim.words[one.end : other.start], claim.words[other.end :]
    groups = _groups(head, middle, tail)
    if groups is None:
        return _in_one_clause(claim, one, other)
    front, (first, second), (did, then), more = groups
    if bool(_NARROWED.search(first)) != bool(_NARROWED.search(second)):
        return []
    more = f" {one.within or other.within}{more}"
    said = ((one, f"{front}{first} {did}{more}"), (other, f"{front}{second} {then}{more}"))
    return [_share(claim, r, words, cut=False) for r, words in said]


def _in_one_clause(claim: Asked, one: Rate, other: Rate) -> list[Asked]:
    """Both rates where one verb is of both: "granted nine in ten requests from elms and four in ten from others"."""
    if one.within or other.within or one.low != one.high or other.low != other.high:
        return []
    text, told = claim.words, [f"{r.low:.6g} percent of" for r in (one, other)]
    words = f"{text[: one.start]}{told[0]}{text[one.end : other.start]}{told[1]}{text[other.end :]}"
    made = each_rate(replace(claim, kind="share", words=words))
    return [replace(c, qualifier=r.qualifier) for c, r in zip(made, (one, other), strict=False)]


def _both(text: str) -> tuple[Rate, Rate] | None:
    """The two rates of a text; of the second the whole may be that of the first."""
    found = rates(text)
    if len(found) == 2:
        return found[0], found[1]
    if len(found) != 1 or not found[0].whole:
        return None
    bare = bare_part(text[found[0].end :], found[0].whole)
    if bare is None:
        return None
    start, end, value, near = bare
    at = found[0].end
    return (found[0], Rate(at + start, at + end, value, value, near or "part", True)) if not near else None


def _groups(head: str, middle: str, tail: str) -> tuple[str, tuple[str, str], tuple[str, str], str] | None:
    """What stands before both, the two groups, what was done to each, and what is said of both behind."""
    front = ((at := _FRONT.match(head)) and at[0]) or ""
    did = _DID.match(head[len(front) :].strip())
    if did is None:
        return None
    between = _JOINT.split(middle, maxsplit=1) if _JOINT.search(middle) else re.split(r"[,;]\s*", middle, maxsplit=1)
    if len(between) != 2:
        return None
    more, second = between[0].strip(" ,;"), re.sub(r"\b(?:only|just)\b", " ", between[1]).strip(" ,")
    second = re.sub(r" (?:in|for|by|at)$", "", second)
    if not second:
        behind = re.match(r"^ (?:for|of|among|with|in the case of) (?P<who>[^,;]+)$", tail)
        if behind is None:
            return None
        second, tail = behind["who"], ""
    then = _DID.match(second)
    who, does = (then["who"], then["did"]) if then else (second, did["did"])
    does = did["did"] if _SAME_AGAIN.match(does.strip()) else does
    more = " ".join((more, tail.strip(" ,.")))
    return front, (did["who"], who), (did["did"].strip(), does.strip()), f" {more}" if more.strip() else ""


def _share(claim: Asked, rate: Rate, words: str, *, cut: bool = True) -> Asked:
    if cut:
        words = f"{words[: rate.start]} {rate.within} {words[rate.end :]}"
    return replace(
        claim, kind="share", words=" ".join(words.split()).strip(" ,"), low=rate.low, high=rate.high,
        qualifier=rate.qualifier, unit="percent", subject=None, object=None,
    )  # fmt: skip
