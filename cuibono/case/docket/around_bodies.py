"""Whose "our revenue" and "the number of soldiers" are, where a claim does not say it: of the one body around it.

A text about a country says "nine generals were dismissed", a letter to shareholders "our loss". Of all who are named
around the claim and of whom figures are recorded, just one must have a figure of all that the claim speaks of.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from cuibono.case.docket.figures import content, indicator
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.surroundings import before
from cuibono.case.docket.words import folded, listed
from cuibono.extract.claim_words import MONTHS
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.model.spelled import ONES

_KINDS: tuple[ClaimKind, ...] = ("share", "amount", "count", "trend")
_LONGEST = 7  # words of a name
_EXACT = 3  # digits
_OURS = re.compile(r"\b(?P<for>we|our|us|its|their|it|they|(?:the|this) [a-z]+['\u2019]s)(?= [a-z0-9])", re.IGNORECASE)
_BODY = r"\b(?:the|this) (?:own )?(?:{})(?!['\u2019\w-])(?! of\b)"
#: By how much something changed.
_SIZED = re.compile(rf"\bby (?:[\w-]+ ){{0,2}}?(?:\d|an? \w+th\b|half\b|(?:{'|'.join(ONES)})\b)", re.IGNORECASE)
_WHO = ("we", "us", "it", "they")


def named_in(text: str, names: frozenset[str]) -> list[str]:
    """The names of a set that stand in a text, the longest that begins at a word, in order."""
    words = re.findall(r"[\w'\u2019&.-]+", text)
    words = [re.sub(r"['\u2019]s?$", "", w).rstrip(".") for w in words]
    found: list[str] = []
    at = 0
    while at < len(words):
        runs = (" ".join(words[at : at + n]) for n in range(_LONGEST, 0, -1) if at + n <= len(words))
        name = next((r for r in runs if r[:1].isupper() and folded(r) in names), None)
        if name:
            found.append(folded(name))
        at += len(name.split()) if name else 1
    return list(dict.fromkeys(found))


def bodies_around(asked: Iterable[Asked], names: frozenset[str]) -> set[str]:
    """All bodies with figures that the texts of claims of numbers name around them."""
    texts = {a.around for a in asked if a.around and a.kind in (*_KINDS, "forecast")}
    return {n for text in texts for n in names_around(text, names)}


@lru_cache(maxsize=8_192)
def names_around(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """``named_in``, kept for texts that many claims share."""
    return tuple(named_in(text, names))


def at_body_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a figure that names no body, with the one around it that has such a figure; else None."""
    found = _fitting(claim, evidence)
    if found is None:
        return None
    name = evidence.figures[found][0].subject.name
    return replace(claim, subject=Party(None, name), words=_named_again(claim, name), place=None)


def told_of_nobody(asked: Iterable[Asked], unique: Mapping[str, str]) -> set[str]:
    """The bodies of which alone the case has what claims of texts give without a name: "unemployment was 4 percent"."""
    told = [content(f"{a.words} {a.unit}") for a in asked if _is_nobodys(a)] if unique else []
    return {body for name, body in unique.items() if any(_is_of(said, name) for said in told)}


def at_only_body(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a figure that names nobody, with the only body of which the case has such a figure; else None."""
    if not _is_nobodys(claim) or any(evidence.figures.get(k) for k in keys_of(claim.subject)):
        return None
    said = content(f"{claim.words} {claim.unit}")
    bodies = {body for name, body in evidence.unique.items() if _is_of(said, name)}
    if len(bodies) != 1 or not (rows := evidence.figures.get(bodies.pop())):
        return None
    name = rows[0].subject.name
    return replace(claim, subject=Party(None, name), words=_named_again(claim, name), place=None)


def _is_nobodys(claim: Asked) -> bool:
    """Whether a claim of a number in a text names nobody, and points at none of those whom its text names."""
    if claim.kind not in _KINDS or not claim.around or claim.polarity == "-" or _points(claim.words):
        return False
    named = re.findall(r"(?<=[\w,] )[A-Z][\w'\u2019-]+", claim.words)
    sized = _digits(claim) > 1  # that so few are as many as elsewhere may be an accident
    sized |= claim.kind == "trend" and bool(_SIZED.search(claim.words))
    return sized and all(w in MONTHS for w in named)


def is_plainly_of(claim: Asked, evidence: Evidence) -> bool:
    """Whether a claim of the one body around can be of no other: no figures of others are near, and none is like it.

    "Our" and "its" may be those of somebody of whom nothing is recorded.
    """
    found = _fitting(claim, evidence)
    if found is None or _points(claim.words) or _OURS.search(claim.words) or not is_last_named(claim, found):
        return False
    if len(names_around(claim.around, evidence.bodies)) != 1:
        return False
    said = content(f"{claim.words} {claim.unit}")
    mine = {r.indicator for r in evidence.figures[found] if _is_of(said, indicator(r))}
    return all(folded(told) in evidence.unique for told in mine)


def _fitting(claim: Asked, evidence: Evidence) -> str | None:
    """The one body named in a claim, or else around it, that has a figure of all that the claim speaks of."""
    if claim.kind not in _KINDS or not claim.around or claim.polarity == "-":
        return None
    if any(evidence.figures.get(k) or evidence.shares.get(k) for k in keys_of(claim.subject)):
        return None
    near = names_around(claim.words, evidence.bodies) or names_around(claim.around, evidence.bodies)
    said = content(f"{claim.words} {claim.unit}")
    if _points(claim.words) and (len(near) > 1 or (near and _others_named(claim, near[0]))) and not is_exact(claim):
        return None
    fits = [n for n in near if any(_is_of(said, indicator(r)) for r in evidence.figures.get(n, ()))]
    return fits[0] if len(fits) == 1 else None


def is_exact(claim: Asked) -> bool:
    """Whether a number is so exact that it agrees with a record by no accident: 4.86 billion, and not 310,000."""
    return claim.low == claim.high and not claim.qualifier and _digits(claim) >= _EXACT


def _digits(claim: Asked) -> int:
    """How many digits a number has that are not noughts at its ends."""
    value = claim.low if claim.low is not None else claim.high
    return len(f"{value:.15g}".replace(".", "").strip("0").partition("e")[0]) if value is not None else 0


def is_last_named(claim: Asked, name: str) -> bool:
    """Whether nobody else is named between a body and a claim: what is then said may be of the other."""
    written = re.findall(r"[A-Z][\w'\u2019-]+", before(claim.around, claim.words) or "")
    names = [w for w in written if w.lower() not in listed("grammar") and w not in MONTHS]
    return bool(names) and folded(re.sub(r"['\u2019]s?$", "", names[-1])) in name.split()


def _others_named(claim: Asked, name: str) -> bool:
    """Whether the sentence before names somebody else too, whom "the firm" may point at."""
    told = before(claim.around, claim.words) or ""
    left = re.sub(re.escape(name), " ", re.split(r"(?<=[.!?])\s+|\n", told.strip())[-1], flags=re.IGNORECASE)
    inside = re.findall(r"(?<=[a-z,;:] )[A-Z][\w'\u2019-]+", left)
    return any(w not in MONTHS and len(w) > 1 for w in inside)


def _points(words: str) -> bool:
    """Whether words point at one of those named: "the firm", "its"; "our" is the speaker's, whoever else is named."""
    pointed = (m["for"].lower() for m in _OURS.finditer(words))
    return _body().search(words) is not None or any(w not in ("we", "our", "us") for w in pointed)


@cache
def _body() -> re.Pattern[str]:
    return re.compile(_BODY.format("|".join(sorted(listed("bodies")))), re.IGNORECASE)


def _is_of(said: frozenset[str], told: str) -> bool:
    of = content(told)
    slack = content(" ".join((*listed("entered"), *listed("carrying"), "average mean time rate issued imposed")))
    return bool(of) and (of - slack or of) <= said


def _named_again(claim: Asked, name: str) -> str:
    """The words of a claim with the name where it stands for it, else before them."""
    if folded(name) in folded(claim.words):
        return claim.words
    words = _body().sub(name, claim.words)
    found = [*_OURS.finditer(words)]
    if not found:
        return words if name in words else f"{name}'s {words[:1].lower()}{words[1:]}"
    for one in reversed(found):
        whose = name if one["for"].lower() in _WHO else f"{name}'s"
        words = words[: one.start()] + whose + words[one.end() :]
    return words
