"""Judgements in plain words: "tastes of cardboard", "nobody needs it", "all thunder and no rain", "I like the old one".

No adjective judges in them; it is a likeness, a proverb, what something is too much of, what somebody lacks that nobody
can weigh, or the liking of who speaks. Facts in the same words ("the soup tastes of leek") are taken for judgements
too: nothing tests them either.
"""

import re
from functools import cache

from cuibono.extract.lexicon import lines, words

_AS = re.compile(
    r"\b(?:is|are|was|were|looks?|sounds?|seems?|feels?) as (?P<how>[a-z]+) as (?:an? |the )?(?:[a-z]+ )?"
    r"[a-z]+(?= [.,;]|$)"
)
_COUNTED = frozenset({"many", "much", "high", "low", "heavy", "long", "often", "large", "well", "soon", "far", "thick"})
_OFTEN = r"(?:(?:really|still|always|never|simply|just|quite|rather|do|have|too|would|also|personally|truly) ){0,3}"
_NOT = r"(?:(?:do|did|can|could)(?: not| n't|n't|not)? )?"


def plainly_judges(text: str) -> bool:
    """Whether plain words judge.

    >>> plainly_judges("The new tower sticks out like a sore thumb"), plainly_judges("The new tower has 30 floors")
    (True, False)
    """
    return _turns().search(text) is not None or _liking().search(text) is not None or _likened(text)


def _likened(text: str) -> bool:
    """ "As graceful as a crane": what can be measured is no likeness ("as large as a church")."""
    found = _AS.search(text)
    return found is not None and found["how"] not in words("judgements", "measured") | _COUNTED


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lines('plain_judgements', 'turns'))})(?!\w)", re.IGNORECASE)


@cache
def _liking() -> re.Pattern[str]:
    """ "I like the old clock better", "we have little respect for her", "I cannot stand it"."""
    verbs, regard = ("|".join(sorted(words("plain_judgements", n))) for n in ("liking", "regard"))
    return re.compile(
        rf"^(?:[Aa]nd |[Bb]ut |[Ss]o |[Yy]es,? |[Hh]onestly,? |[Ff]rankly,? )?(?:I|[Ww]e) {_OFTEN}{_NOT}{_OFTEN}"
        rf"(?:(?:{verbs}) (?!to\b)"
        rf"|have (?:no|little|great|the greatest|the highest|deep|nothing but|every|much|some|enormous) "
        rf"(?:[a-z]+ )?(?:{regard}) (?:for|with)\b"
        r"|(?:stand|bear|stomach|abide) (?!on\b|in\b|at\b|by\b|for\b|as\b|up\b|out\b)"
        r"|(?:am|are) (?:\w+ )?(?:sick|tired|fed up|fond|ashamed) (?:and tired )?(?:of|with)\b"
        r"|regret (?!to\b|having\b))"
    )
