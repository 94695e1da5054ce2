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
#: What a part of what is shown is of: "one clip in five in the teen feeds dealt with diets".
_OF_TOPIC = re.compile(
    r"\b(?:dealt with|deals? with|was about|were about|is about|are about|concern(?:s|ed)|show(?:s|ed)) ", re.IGNORECASE
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


#: What accounts see or get, as their doing: "the young accounts hardly ever saw an army clip".
_ACCOUNTS_SEE = re.compile(
    r"\b(?:accounts?|profiles?)\b(?! (?:that|which|who|of)\b)[^,;.]{0,40}?"
    r"\b(?:saw|sees?|got to see|watch(?:ed)?|(?:was|were|is|are|been) (?:\w+ )?(?:shown|served|recommended|fed|offered)"
    r"|got|get|gets|received?|(?:was|were) given)\b",
    re.IGNORECASE,
)
_SEES = re.compile(r"\b(?:saw|sees?|see|watch(?:ed)?|shown|served|recommended|fed)\b", re.IGNORECASE)
#: That they see none of it or all but none.
_NONE = re.compile(
    r"\b(?:no|never|not (?:a single|one|any|once)|none|hardly|scarcely|barely|rarely|seldom|next to nothing|nothing)\b"
    r"|\bonly\b",
    re.IGNORECASE,
)
_WHOSE = r"(?:accounts?|profiles?|feeds?|viewers|users|arms|groups|ages)"
#: What is as common in the one feed as in the other, or of which both see as much.
_AS_COMMON = re.compile(
    rf"\b(?:videos?|clips?|posts?|content|reels?|items?)\b[^,;.]{{0,60}}\b(?:common|frequent|rare"
    rf"|rarer)\b[^,;.]{{0,40}}"
    rf"\b{_WHOSE}\b"
    rf"|\b(?:saw|found|see|find|measured?|was|were|is|show(?:s|ed)?) no (?:such |real |clear )?(?:difference"
    rf"|gap)s? between\b[^;.]{{0,60}}"
    rf"\b(?:accounts?|profiles?|feeds?|arms|ages|age groups)\b"
    r"|\btreat(?:s|ed)?\b[^;.]{0,60}\b(?:viewers?|users?|accounts?|profiles?)\b[^;.]{0,60}\b(?:alike|the same"
    r"|equally)\b",
    re.IGNORECASE,
)


def shown_to(tokens: Sequence[Token]) -> bool:
    """Whether a feed is spoken of by whom it shows something, set against whom else."""
    lemmas = {t.lemma.lower() for t in tokens}
    verbs = {t.lemma.lower() for t in tokens if t.pos == "VERB"}
    text = " ".join(t.text for t in tokens).replace(" - ", "-")
    people = is_of_people(text)
    if _REACHED.search(text) or _AS_COMMON.search(text) or _accounts_see(text, tokens):
        return True
    shown = bool(
        _SHOWN & verbs or ({"put", "place"} & verbs and "feed" in lemmas) or (_SEEN & verbs and _MATTER & lemmas)
    )
    shown = shown or bool({"see", "watch"} & verbs and _TEST_ACCOUNTS.search(text))
    if people and _TO_EACH.search(text):
        return True
    people = people or bool({"group", "arm"} & lemmas)
    if not (shown and (_VIEWERS & lemmas or (people and _MATTER & lemmas))):
        return False
    return _COMPARED.search(" ".join(t.text for t in tokens).replace(" - ", "-")) is not None


def part_shown(tokens: Sequence[Token]) -> bool:
    """Whether it is of what accounts were shown that a part is told: "one in five posts that the teen accounts saw"."""
    lemmas = {t.lemma.lower() for t in tokens}
    verbs = {t.lemma.lower() for t in tokens if t.pos == "VERB"}
    of_what = _VIEWERS & lemmas and _MATTER & lemmas
    return bool(of_what and ((_SHOWN | _SEEN) & verbs or _OF_TOPIC.search(" ".join(t.text for t in tokens))))


def _accounts_see(text: str, tokens: Sequence[Token]) -> bool:
    """Whether accounts see more of something than others, none of it, or so much of it."""
    lemmas = {t.lemma.lower() for t in tokens}
    if not _ACCOUNTS_SEE.search(text) or not (_SEES.search(text) or _MATTER & lemmas or _NONE.search(text)):
        return False
    return bool(_COMPARED.search(text) or _NONE.search(text))
