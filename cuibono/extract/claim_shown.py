"""Whether some accounts or users are said to be shown more of something than others, or as much of it.

Told by who sees it ("test accounts", "users aged 16") and by the comparison; who is shown a place is no feed.
"""

import re
from collections.abc import Sequence

from cuibono.extract.analysis import Token
from cuibono.extract.claim_unequal import is_of_people

_VIEWERS = frozenset({
    "account", "user", "viewer", "profile", "phone", "teenager", "teen", "adult", "minor", "child", "follower",
    "subscriber", "newcomer",
})  # fmt: skip
_MATTER = frozenset({"video", "clip", "post", "content", "feed", "reel", "short", "recommendation", "topic", "item"})
_SEEN = frozenset({"see", "get", "receive", "watch"})
#: To whom, and to whom else, with what is shown before: "showed chess to boys three times as often as to girls".
_TO_EACH = re.compile(
    r"\b(?:show|serve|recommend|push|suggest|display)(?:s|ed|n|es)?\b(?: [\w'’-]+){1,4}? to [^,;.]+?"
    r"\b(?:more|less|times as|twice as|as|half as|equally) (?:often|frequently|much|many)\b"
    r"(?:[^,;.]*\b(?:than|as) to\b)?"
    r"|\b(?:show|serve|recommend|push|suggest|display)(?:s|ed|n|es)?\b(?: [\w'’-]+){1,4}? (?P<at>to|on|at) [^,;.]+? "
    r"(?:more|less|as much) (?:than|as) (?P=at)\b",
    re.IGNORECASE,
)
#: Without a comparison, what reached them: "gambling posts were pushed to the teen accounts".
_REACHED = re.compile(
    r"\b(?:posts?|videos?|clips?|reels?|content|ads?|items?)\b[^,;.]{0,20}\b(?:was|were|is|are|being|been) "
    r"(?:\w+ly )?(?:shown|pushed|served|recommended|suggested|displayed|fed|promoted)\b[^,;.]{0,10}\bto\b[^,;.]{0,25}"
    r"\b(?:accounts?|users?|viewers?|profiles?|teenagers|followers|subscribers|children|minors)\b",
    re.IGNORECASE,
)
#: Who sees a topic rather than a thing: accounts that somebody runs to look at a feed.
_TEST_ACCOUNTS = re.compile(
    r"\b(?:test|trial|research|neutral|dummy|fake|new) (?:accounts?|profiles?|users?)\b", re.IGNORECASE
)
_SHOWN = frozenset({"show", "serve", "recommend", "feed", "push", "suggest", "display", "play"})
_HOW = r"(?:often|frequently|much|many|rarely|seldom)"
_COMPARED = re.compile(
    rf"\b(?:(?:more|less|fewer) (?!than (?:half|an? |one|two|\d))"
    rf"(?:[\w'’-]+ ){{0,8}}than\b|(?:more|less) {_HOW}|times as {_HOW}|twice as {_HOW}"
    rf"|as {_HOW} (?:[\w'’-]+ ){{0,6}}as\b|equally {_HOW}"
    r"|(?:the same|equal) (?:share|number|proportion|dose|amount|quantity))",
    re.IGNORECASE,
)


def shown_to(tokens: Sequence[Token]) -> bool:
    """Whether a feed is spoken of by whom it shows something, set against whom else."""
    lemmas = {t.lemma.lower() for t in tokens}
    verbs = {t.lemma.lower() for t in tokens if t.pos == "VERB"}
    text = " ".join(t.text for t in tokens).replace(" - ", "-")
    people = is_of_people(text)
    if _REACHED.search(text):
        return True
    shown = bool(
        _SHOWN & verbs or ({"put", "place"} & verbs and "feed" in lemmas) or (_SEEN & verbs and _MATTER & lemmas)
    )
    shown = shown or bool({"see", "watch"} & verbs and _TEST_ACCOUNTS.search(text))
    if people and _TO_EACH.search(text):
        return True
    if not (shown and (_VIEWERS & lemmas or (people and _MATTER & lemmas))):
        return False
    return _COMPARED.search(" ".join(t.text for t in tokens).replace(" - ", "-")) is not None


def part_shown(tokens: Sequence[Token]) -> bool:
    """Whether it is of what accounts were shown that a part is told: "one in five posts that the teen accounts saw"."""
    lemmas = {t.lemma.lower() for t in tokens}
    verbs = {t.lemma.lower() for t in tokens if t.pos == "VERB"}
    return bool((_SHOWN | _SEEN) & verbs and _VIEWERS & lemmas and _MATTER & lemmas)
