"""Whether some accounts or users are said to be shown more of something than others, or as much of it.

Told by who sees it ("test accounts", "users aged 16") and by the comparison; who is shown a place is no feed.
"""

import re
from collections.abc import Sequence

from cuibono.extract.analysis import Token

_VIEWERS = frozenset({"account", "user", "viewer", "profile", "phone", "teenager", "follower", "subscriber"})
_SHOWN = frozenset({"show", "serve", "recommend", "feed", "push", "suggest", "display", "play"})
_HOW = r"(?:often|frequently|much|many|rarely|seldom)"
_COMPARED = re.compile(
    rf"\b(?:(?:more|less|fewer) (?:[\w'’-]+ ){{0,8}}than\b|(?:more|less) {_HOW}|times as {_HOW}|twice as {_HOW}"
    rf"|as {_HOW} (?:[\w'’-]+ ){{0,6}}as\b|equally {_HOW}|(?:the same|equal) (?:share|number|proportion))",
    re.IGNORECASE,
)


def shown_to(tokens: Sequence[Token]) -> bool:
    """Whether a feed is spoken of by whom it shows something, set against whom else."""
    lemmas = {t.lemma.lower() for t in tokens}
    verbs = {t.lemma.lower() for t in tokens if t.pos == "VERB"}
    if not (_VIEWERS & lemmas and _SHOWN & verbs):
        return False
    return _COMPARED.search(" ".join(t.text for t in tokens).replace(" - ", "-")) is not None
