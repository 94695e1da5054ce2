"""The words that tie: nouns said of somebody, verbs, and nouns for what holds between two."""

from functools import cache
from typing import NamedTuple, cast

from cuibono.extract.lexicon import lines, words
from cuibono.extract.records import TieType

#: The letter by which the lexicon names each kind of name.
LETTER = {"Person": "P", "Organization": "O", "Group": "G", "Location": "L", "Product": "R", "Event": "E"}


class NounFrame(NamedTuple):
    """What a noun such as "chairman" or "son" says of the one it describes and the one behind "of"."""

    group: str
    type: TieType
    holder_first: bool
    holders: str
    arguments: str
    preps: frozenset[str]


class VerbFrame(NamedTuple):
    """Which places around a verb (or a noun such as "acquisition") hold the two ends, and of which kinds."""

    type: TieType
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    subject_kinds: str
    object_kinds: str
    role: str | None


@cache
def noun_frames() -> dict[str, tuple[NounFrame, ...]]:
    """The frames of each group of nouns."""
    found: dict[str, list[NounFrame]] = {}
    for line in lines("ties_nouns", "frames"):
        group, tie, first, holders, arguments, preps, *_ = (p.strip() for p in line.split("|"))
        frame = NounFrame(
            group, cast(TieType, tie), first == "holder", holders, arguments, frozenset(preps.split())
        )  # fmt: skip
        found.setdefault(group, []).append(frame)
    return {group: tuple(frames) for group, frames in found.items()}


@cache
def noun_groups() -> dict[str, tuple[str, ...]]:
    """Every noun and phrase of the lexicon in lower case, singular as written, with its groups."""
    found: dict[str, list[str]] = {}
    for group in noun_frames():
        for phrase in _phrases(group):
            found.setdefault(phrase, []).append(group)
            found.setdefault(" ".join(phrase.replace("-", " - ").split()), []).append(group)
    return {phrase: tuple(dict.fromkeys(groups)) for phrase, groups in found.items()}


def _phrases(group: str) -> list[str]:
    return [p.strip() for line in lines("ties_nouns", group) for p in line.split("|") if p.strip()]


@cache
def longest(first: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of more than one word that begin with a word, the longest first."""
    return _by_first().get(first, ())


@cache
def _by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in noun_groups():
        parts = tuple(phrase.replace("-", " - ").split())
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}


@cache
def modifiers() -> frozenset[str]:
    """Words before a noun that change nothing about whom it ties: "former", "deputy", "eldest"."""
    return words("ties_nouns", "modifier")


@cache
def verb_frames() -> dict[str, tuple[VerbFrame, ...]]:
    """The frames of each verb, by lemma (with its particle behind an underscore)."""
    return _frames("verbs")


@cache
def nominal_frames() -> dict[str, tuple[VerbFrame, ...]]:
    """The frames of nouns for what happens or holds between two, by lower-case word."""
    return _frames("nouns")


def _frames(name: str) -> dict[str, tuple[VerbFrame, ...]]:
    found: dict[str, list[VerbFrame]] = {}
    for line in lines("ties_verbs", name):
        heads, tie, subjects, objects, subject_kinds, object_kinds, role = (p.strip() for p in line.split("|"))
        if subjects == "-":
            continue
        frame = VerbFrame(
            cast(TieType, tie), tuple(subjects.split()), tuple(objects.split()), subject_kinds, object_kinds,
            None if role == "-" else role,
        )  # fmt: skip
        for head in heads.split():
            found.setdefault(head, []).append(frame)
    return {head: tuple(frames) for head, frames in found.items()}


def particles() -> frozenset[str]:
    """Verbs with a particle or preposition that belongs to them, as lemma_particle."""
    return words("ties_verbs", "particles")


def supports(lemma: str) -> bool:
    """Whether a verb lends its subject to the noun that it governs ("has ties to", "imposed sanctions on")."""
    return lemma in words("ties_verbs", "support")
