"""Whose "our revenue" and "the number of soldiers" are, where a claim does not say it: of the one body around it.

A text about a country says "nine generals were dismissed", a letter to shareholders "our loss". Of all who are named
around the claim and of whom figures are recorded, just one must have a figure of all that the claim speaks of.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from cuibono.case.docket.figures import content, indicator
from cuibono.case.docket.rows import Evidence, keys_of
from cuibono.case.docket.words import folded
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party

_KINDS: tuple[ClaimKind, ...] = ("share", "amount", "count", "trend")
_LONGEST = 7  # words of a name
_OURS = re.compile(r"\b(?P<for>we|our|us|its|their|it|they|(?:the|this) [a-z]+['\u2019]s)(?= [a-z0-9])", re.IGNORECASE)
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
    return {n for text in texts for n in _named(text, names)}


@lru_cache(maxsize=8_192)
def _named(text: str, names: frozenset[str]) -> tuple[str, ...]:
    return tuple(named_in(text, names))


def at_body_around(claim: Asked, evidence: Evidence) -> Asked | None:
    """A claim of a figure that names no body, with the one around it that has such a figure; else None."""
    found = _fitting(claim, evidence)
    if found is None:
        return None
    name = evidence.figures[found][0].subject.name
    return replace(claim, subject=Party(None, name), words=_named_again(claim, name), place=None)


def is_plainly_of(claim: Asked, evidence: Evidence) -> bool:
    """Whether a claim of the one body around can be of no other: no figures of others are near, and none is like it.

    "Our" and "its" may be those of somebody of whom nothing is recorded.
    """
    found = _fitting(claim, evidence)
    if found is None or _OURS.search(claim.words) or len(_named(claim.around, evidence.bodies)) != 1:
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
    near = _named(claim.words, evidence.bodies) or _named(claim.around, evidence.bodies)
    said = content(f"{claim.words} {claim.unit}")
    fits = [n for n in near if any(_is_of(said, indicator(r)) for r in evidence.figures.get(n, ()))]
    return fits[0] if len(fits) == 1 else None


def _is_of(said: frozenset[str], told: str) -> bool:
    of = content(told)
    return bool(of) and of <= said


def _named_again(claim: Asked, name: str) -> str:
    """The words of a claim with the name where it stands for it, else before them."""
    if folded(name) in folded(claim.words):
        return claim.words
    found = [*_OURS.finditer(claim.words)]
    if not found:
        return f"{name}'s {claim.words[:1].lower()}{claim.words[1:]}"
    words = claim.words
    for one in reversed(found):
        whose = name if one["for"].lower() in _WHO else f"{name}'s"
        words = words[: one.start()] + whose + words[one.end() :]
    return words
