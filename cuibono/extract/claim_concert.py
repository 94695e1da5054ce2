"""Whether pages, accounts or outlets are said to act as one: "coordinate what they share", "post in lockstep".

Told by what they share and by the manner of it; firms that coordinate their deliveries share no posts.
"""

import re
from collections.abc import Sequence

from cuibono.extract.analysis import Token
from cuibono.extract.claim_clauses import SUBJECTS
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words

_MANNER = re.compile(
    r"\bin (?:an? )?(?:closely |clearly |highly |tightly )?(?:co-?ordinated|synchroni[sz]ed|orchestrated|concerted) "
    r"(?:manner|way|fashion|effort|campaign|action|bursts?|waves?)\b"
    r"|\bin (?:perfect |close )?(?:concert|unison|lockstep|lock-step|tandem|step|sync|harmony|chorus)\b"
    r"|\b(?:hand in glove|hand in hand|as one|in (?:close )?coordination|with one voice|as a (?:network|bloc))\b"
    r"|\bat (?:exactly |almost )?the same (?:time|moment|minute|second|hour)s?\b"
    r"|\bwithin (?:(?:an?|one|the same|a few|[a-z]+|\d+) )?(?:seconds?|minutes?) of\b",
    re.IGNORECASE,
)


_SEVERAL = frozenset({"they", "all", "both", "we"})
_ONE_MOMENT = re.compile(
    r"\b(?:at|in|on) (?:exactly |precisely |almost )?the (?:very )?same "
    r"(?:minute|second|hour|moment)s?\b(?! (?:last|of|in|as|each|every))"
    r"|\bthe same (?:[\w-]+ ){1,3}(?:at|on|within|in) the same\b",
    re.IGNORECASE,
)
_ALL_AT_ONCE = re.compile(
    r"\ball\b[^.;]{0,30}\bwithin (?:\d+|a few|two|three|four|five|six) (?:seconds|minutes|hours)\b"
    r"|\ball\b[^.;]{0,30}\bwith the same (?:speech|words?|sentence|slogan|script|message|text|letter|answer|phrase)\b",
    re.IGNORECASE,
)


def in_concert(view: ClaimView) -> bool:
    """Whether it says that what is shared is shared together."""
    text = " ".join(t.text for t in view.tokens).replace(" - ", "-")
    sharing = any(_shares(t) for t in view.tokens)
    matter = any(_is(t, "matter") for t in view.tokens)
    if _coordinated(view.tokens):
        return sharing or matter
    if _MANNER.search(text) is None:
        return False
    pages = any(_is(t, "page") and t.dep in SUBJECTS for t in view.tokens)
    acts = any(t.pos == "VERB" and t.lemma.lower() in words("claim_concert", "act") for t in view.tokens)
    return (sharing and matter) or (pages and (sharing or acts)) or _alone(view)


def _shares(token: Token) -> bool:
    return token.pos == "VERB" and _is(token, "share")


def _is(token: Token, name: str) -> bool:
    listed = words("claim_concert", name)
    return token.lemma.lower() in listed or token.text.lower() in listed


def by_command(view: ClaimView) -> bool:
    """Whether several do one thing at one moment: "they switch off at the same minute", "all bring the same speech"."""
    text = " ".join(t.text for t in view.tokens)
    heads = [t for t in view.tokens if t.dep in SUBJECTS]
    several = any(t.tag in ("NNS", "NNPS", "CD") or t.text.lower() in _SEVERAL for t in heads)
    joined = any(t.dep == "conj" and h.dep in SUBJECTS for t in view.tokens for h in view.tokens if h.i == t.head)
    if not (several or joined):
        return False
    return _ONE_MOMENT.search(text) is not None or (
        (joined or "all" in view.said) and _ALL_AT_ONCE.search(text) is not None
    )


def _coordinated(tokens: Sequence[Token]) -> bool:
    """Whether coordinating is what somebody does: "coordinate their posts", "post in coordination with"."""
    return any(t.lemma.lower() in words("claim_concert", "coordinate") and t.tag[:2] in ("VB", "NN") for t in tokens)


def _alone(view: ClaimView) -> bool:
    """Whether somebody posts with another who is named, no thing beside: "posts in lockstep with Dawn Letter"."""
    return len({n.id for _, n in view.names}) > 1 and any(t.lemma in ("post", "publish", "tweet") for t in view.tokens)
