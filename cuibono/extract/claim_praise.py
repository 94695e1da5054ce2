"""Praise and blame that say more than how somebody is: "nobody bakes better bread", "a kingdom and not a school".

Told by turns that weigh one thing against another where nothing is measured: nobody does it better or more kindly,
something is one thing and not the other that it ought to be, it strikes somebody as so, it is worth a visit.
"""

import re
from functools import cache

from cuibono.extract.claim_finest import superlative, within_memory
from cuibono.extract.claim_maxims import of_all_minds
from cuibono.extract.claim_plain_judgements import plainly_judges
from cuibono.extract.claim_view import ClaimView, phrases
from cuibono.extract.lexicon import words

#: What nothing else is better than is praised, and measured by nothing.
_FINER = re.compile(
    r"\bno (?:finer|better|nicer|nobler|worthier|lovelier|worse) \w+ than\b"
    r"|\b(?:nobody|no one|no-one|nowhere|none|no (?:other )?[a-z-]+)\b[^.;:?]{0,60}?"
    r"\b(?:better|worse|finer|nicer|nobler|kinder|lovelier|wiser|braver|fairer|harder|friendlier|prettier|sweeter|tastier)\b"
    r"[^.;:?]{0,40}?(?:\bthan\b|$)",
    re.IGNORECASE,
)
_MORE_SO = re.compile(
    r"\b(?:more|less|as) (?P<how>[a-z]+ly)\b[^.;:?]{0,30}?\b(?:than|as) "
    r"(?:anyone|anybody|any|everyone|everybody|all|most|we|us|ours|they|he|she|I|[A-Z])",
)
_NOBODY_DOES = re.compile(
    r"^(?:and |but )?(?:nobody|no one|no-one|none|no (?:other )?[a-z-]+)\b[^.;:?]{0,60}?"
    r"\b(?:more|as|so) (?P<how>[a-z]+ly)\b",
    re.IGNORECASE,
)
#: Somebody is one thing rather than another, in a figure of speech.
_NOT_BUT = re.compile(
    r"\b(?:is|are|was|were|remains?|has become|have become|had become|became)\b (?P<one>(?:an?|his|her|their|the) "
    r"[a-z' -]{3,40}?),? (?:and|but)? ?(?:not|no longer|rather than|instead of|never) "
    r"(?:a|an|the) (?P<other>[a-z' -]{3,40})$",
    re.IGNORECASE,
)
_MORE_OF = re.compile(r"\b(?:more|less)(?: of)? an? [a-z' -]{3,40}? than (?:an?|of an?) [a-z]+", re.IGNORECASE)
_SIDES = frozenset({"bank", "side", "hand", "wing", "arm", "leg", "foot", "eye", "lane", "angle", "turn"})
_TURNS = re.compile(
    r"\b(?:strikes?|struck) (?:me|us|many|most|one|any \w+) as\b"
    r"|\b(?:well|hardly|scarcely|barely|more than|fully|always|not|never) worth "
    r"(?:an?|the|every|any|it|your|our|seeing)\b"
    r"|\b(?:it is|it was|it's) (?:high|about|long past) time\b",
    re.IGNORECASE,
)


def praised(text: str) -> bool:
    """Whether words praise or blame by what nothing measures.

    >>> praised("Nobody in the valley bakes better bread than we do"), praised("Nobody sold more bread than we did")
    (True, False)
    """
    if _FINER.search(text) or of_all_minds(text) or within_memory(text) or superlative(text):
        return True
    return _TURNS.search(text) is not None or plainly_judges(text) or _so(text) or _rather(text)


def _so(text: str) -> bool:
    """Whether somebody does something more kindly than others, which nobody can count as one counts how often."""
    found = _MORE_SO.search(text) or _NOBODY_DOES.search(text)
    return found is not None and found["how"].lower() not in _counted()


@cache
def _counted() -> frozenset[str]:
    """Adverbs of what can be counted or timed: "more cheaply", "more quickly"."""
    return words("deeds", "measured_manner")


def _rather(text: str) -> bool:
    """Whether it is called one thing and not another: two nouns of which neither names the other."""
    if _MORE_OF.search(text):
        return True
    found = _NOT_BUT.search(text)
    if found is None:
        return False
    one, other = found["one"].lower().split(), found["other"].lower().split()
    same = one[-1] == other[-1] or one[-1].endswith(other[-1]) or other[-1].endswith(one[-1])
    return not same and not (words("claim_kinds", "role") | words("claim_kinds", "kin")) & {*one, *other}


def only_right(view: ClaimView) -> bool:
    """Whether all that seems to judge is a right to something, or a right bank, side or hand."""
    if not view.said & phrases("opinion") <= {"right"}:
        return False
    return all(t.pos == "NOUN" or _is_side(view, at) for at, t in enumerate(view.tokens) if t.lemma.lower() == "right")


def _is_side(view: ClaimView, at: int) -> bool:
    return any(t.lemma.lower() in _SIDES for t in view.tokens[at + 1 : at + 2])
