"""What posts are called: "chair", "chairwoman" and "chairs" are one, and whoever sits on a board is a member of it."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from cuibono.case.docket.rows import Edge
from cuibono.case.docket.words import listed, stem, stems, tokens
from cuibono.extract.claim_properties import in_english
from cuibono.extract.lexicon import lines
from cuibono.model.docket import Asked

_BOARDS = frozenset({"board", "council", "committee", "panel", "cabinet"})


@cache
def stems_of(name: str) -> frozenset[str]:
    """The stems of a list of the lexicon ``docket``."""
    return frozenset(stem(w) for w in listed(name))


@cache
def _posts() -> tuple[re.Pattern[str], dict[str, str]]:
    first = {w: line.split()[0] for line in lines("docket", "same_posts") for w in line.split()}
    one = "|".join(sorted(first, key=len, reverse=True))
    return re.compile(rf"\bchief executive(?: officer)?\b|\b(?:{one})\b", re.IGNORECASE), first


@lru_cache(maxsize=8_192)
def plain_posts(text: str) -> str:
    """Words with each post under one name: "chair", "chairwoman" and "chairs" are "chairman"."""
    form, first = _posts()
    return form.sub(lambda m: first.get(m[0].lower(), "ceo"), text)


_SEATED = re.compile(r"\b(?P<verb>is|was|are|were|been|be|sits?|sat|serves?|served) on (?:the )?(?=(?P<body>[A-Z].*))")


#: What one does who leads something, in other words.
_LEADS = tuple(
    (re.compile(said, re.IGNORECASE), plain)
    for said, plain in (
        (r"\b(?:presides over|commands|(?:is|has been) in (?:command|charge) of)\b", "leads"),
        (r"\b(?:presided over|commanded|was in (?:command|charge) of)\b", "led"),
    )
)
_SAT = {"sit": "is", "sits": "is", "serves": "is", "serve": "is", "sat": "was", "served": "was"}


def seated(claim: Asked) -> Asked:
    """A claim that somebody "is on the Rail Board" as one of a member of it; who presides over something leads it."""
    board = claim.object is not None and bool(stems(claim.object.name) & _BOARDS) and claim.object.name in claim.words
    words = _SEATED.sub(lambda m: f"{_SAT.get(m['verb'].lower(), m['verb'])} a member of ", claim.words)
    words = words if board else claim.words
    for said, plain in _LEADS:
        words = said.sub(plain, words)
    return claim if words == claim.words else replace(claim, words=words)


def called(edge: Edge) -> str:
    """What a recorded tie is called, as a claim is read: posts under one name, in English."""
    return plain_posts(in_english(edge.role))


def leads(edge: Edge) -> bool:
    """Whether whoever holds a recorded post leads the place where it is, so that "she runs it" says the same."""
    said = stems(called(edge))
    posts = said - stems_of("post_words")
    posts = posts - stems(edge.other.name) or posts  # the chief of the General Staff is its chief
    first = bool(said & stems_of("leaders")) or posts in _leading_posts()
    of_body = edge.schema != "Directorship" or posts != {"director"}
    chairs = of_body and any(posts == {post} and stems(edge.other.name) & bodies for post, bodies in _led_bodies())
    return (first or chairs) and not said & stems_of("degree")


@cache
def _led_bodies() -> tuple[tuple[str, frozenset[str]], ...]:
    """Posts, and what the bodies are called that are led from them: a mayor leads a town, a chairman a party."""
    rows = [line.split() for line in lines("docket", "led_bodies")]
    return tuple((stem(post), frozenset(s for b in bodies for s in stems(b))) for post, *bodies in rows)


@cache
def _leading_posts() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(stem, line.split())) for line in lines("docket", "leading_posts"))


def same_degree(core: frozenset[str], edge: Edge) -> bool:
    """Whether a claim and a record are of one degree: a vice president is no president, a senior adviser an adviser."""
    said, recorded = core & stems_of("degree"), stems(called(edge)) & stems_of("degree")
    return said == recorded or said == recorded - stems_of("same_degree")


def same_post(core: frozenset[str], edge: Edge, claim: Asked) -> bool:
    """Whether a recorded post is the claimed one and no narrower: a director of sales may be no director."""
    names = frozenset(s for p in (claim.subject, claim.object) if p for s in stems(p.name))
    seat = {"member"} if core & _BOARDS else set()
    more = stems(called(edge)) - core - stems_of("post_words") - stems_of("same_degree") - names - seat
    several = {"and", ","} & {*tokens(edge.role), *edge.role}
    return not more or (bool(several) and more <= stems_of("posts"))
