"""Whether what stands behind "that" is asserted at all: who jokes, doubts, dreams or believed it once asserts nothing.

Told by the words of the frame, not by its grammar, which parsers often miss: the word that takes the clause, and
whatever denies, limits or only supposes it.
"""

from collections.abc import Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_nobody import called_for
from cuibono.extract.records import Span, Status

_JOINTS = frozenset({"that", "whether", "if"})
_ASKING = frozenset({"whether", "if"})
#: What takes the content away from a frame: nobody says it, or not, or no longer.
_NONE = frozenset({
    "not", "n't", "n’t", "never", "nobody", "no", "none", "neither", "nor", "hardly", "barely", "few", "longer",
    "cannot",
})  # fmt: skip
_ONLY_MAYBE = frozenset({"would", "could", "might", "'d", "’d"})
_ONCE = frozenset({"once", "formerly", "previously", "originally", "initially", "used"})
_IN_JEST = frozenset({"jokingly", "ironically", "sarcastically", "mockingly", "jest", "hypothetically"})
_WRONGLY = frozenset({"wrongly", "mistakenly", "falsely", "erroneously", "incorrectly"})
#: What one would like to believe, and what one is struck by when one is told of it.
_LIKED = frozenset({"like", "love", "prefer", "want", "wish", "hate", "loath", "tempted"})
_MOVED = frozenset({
    "surprised", "amazed", "astonished", "shocked", "glad", "sorry", "delighted", "relieved", "stunned", "horrified",
    "pleased", "happy", "sad", "appalled", "alarmed", "dismayed", "startled", "intrigued", "disappointed",
})  # fmt: skip
_TOLD_OF = frozenset({"hear", "learn", "read", "see", "find", "discover", "note", "notice", "know"})
_OPEN = frozenset({"doubt", "deny", "dispute", "question", "unclear", "unknown", "uncertain", "doubtful"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPS = frozenset({"be", "have", "do", "will", "would", "can", "could", "may", "might"})
_FRAME = 24  # words in which a frame and its clause begin
_NEAR = 7  # words that may stand between the word that takes a clause and the clause
_TAKERS = (
    "say",
    "told",
    "show",
    "think",
    "deny",
    "message",
    "rumour",
    "unmeant",
    "untrue",
    "unsure",
    "hope",
    "ask",
    "known",
)


def asserted(analysis: Analysis, cue: Span, content: Span) -> Status:
    """What a verb of saying or thinking makes of the clause behind it."""
    verb = analysis.token_at(cue.start)
    if verb is None or verb.start >= cue.end:
        return "stated"
    sentence = analysis.sentence_at(verb.start)
    frame = _frame(analysis.tokens[sentence.first if sentence is not None else 0 : verb.i + 1])
    said = {t.text.lower() for t in frame}
    if (
        "longer" in said
        or (has("think", verb.lemma) and said & (_ONCE | _WRONGLY))
        or any(_is("withheld", t) for t in frame)
    ):
        return "hypothetical"
    if said & _IN_JEST or _is("unmeant", verb) or _is("unsure", verb):
        return "hypothetical"
    if _is("promise", verb) and not any(t.tag == "MD" for t in analysis.tokens_in(content)):
        return "hypothetical"  # what is promised is to come; of what was nobody can promise anything
    return "stated"


def suspended(tokens: Sequence[Token]) -> Token | None:
    """The joint of a clause that words take up without asserting it; None where they assert what they say."""
    found = _joint(tokens)
    if found is None:
        return _called_for(tokens)
    taker, joint = found
    if joint.text.lower() in _ASKING:
        return joint
    frame = _frame([t for t in tokens if t.i <= taker.i])
    said = {t.text.lower() for t in frame}
    if _with_mind(tokens, taker) or called_for(tokens, taker):
        return joint
    none = bool(said & _NONE)
    if none and taker.lemma.lower() in _OPEN:
        return None  # "there is no doubt that"
    believed = has("think", taker.lemma) or _is("hope", taker)
    maybe = bool(said & _ONLY_MAYBE) and not said & {"i", "we"} and (has("say", taker.lemma) or believed)
    if _called(tokens, taker):
        return joint
    open_ = any(_is("unmeant", t) or _is("unsure", t) or _is("withheld", t) for t in frame) or _is("hope", taker)
    past = bool(said & _ONCE) and (believed or "used" in said)
    return joint if none or maybe or open_ or past or said & _IN_JEST else None


def _called(tokens: Sequence[Token], taker: Token) -> bool:
    """Whether something is called untrue: "it is a myth that", "that is a lie that"."""
    return _is("untrue", taker) and tokens[0].text.lower() in ("it", "that", "what")


def _called_for(tokens: Sequence[Token]) -> Token | None:
    """The verb of who is only called for, where its clause has no joint: "show me one man who thinks it is so"."""
    verbs = (t for t in tokens[:_FRAME] if t.pos == "VERB" and any(_is(n, t) for n in ("say", "told", "show", "think")))
    return next((t for t in verbs if called_for(tokens, t)), None)


def _with_mind(tokens: Sequence[Token], taker: Token) -> bool:
    """Whether it is only liked to be thought, or came as a surprise to who heard it: "glad to hear that"."""
    before = [t.text.lower() for t in tokens if taker.i - 3 <= t.i < taker.i]
    if before[-1:] != ["to"]:
        return False
    liked = bool(_LIKED.intersection(before)) and has("think", taker.lemma)
    return liked or (bool(_MOVED.intersection(before)) and taker.lemma in _TOLD_OF)


def asks(tokens: Sequence[Token]) -> bool:
    """Whether words only ask whether something is so, or say that nobody tells."""
    joint = suspended(tokens)
    return joint is not None and joint.text.lower() in _ASKING


def taken_up(analysis: Analysis, tokens: Sequence[Token]) -> Token | None:
    """The verb of a clause that is taken up without being asserted."""
    joint = suspended(tokens)
    if joint is None:
        return None
    head = analysis.tokens[joint.head]
    if joint.i < head.i <= tokens[-1].i and head.pos in ("VERB", "AUX"):
        return head
    return next((t for t in tokens if t.i > joint.i and t.tag in _FINITE), None)


def _joint(tokens: Sequence[Token]) -> tuple[Token, Token] | None:
    """The word that takes a clause, and the joint of that clause, where one opens the words."""
    for at, token in enumerate(tokens[:_FRAME]):
        low = token.text.lower()
        if low not in _JOINTS or token.tag == "DT":
            continue
        near = tokens[max(0, at - _NEAR) : at]
        taker = next((t for t in reversed(near) if _takes(t, low)), None)
        if taker is None or (token.tag in ("WDT", "WP") and not (_is("unmeant", taker) or _called(tokens, taker))):
            continue
        return taker, token
    return None


def _takes(token: Token, joint: str) -> bool:
    if joint == "if":
        return _is("ask", token) and token.pos == "VERB"
    return any(_is(name, token) for name in _TAKERS)


def _frame(tokens: Sequence[Token]) -> list[Token]:
    """The words around the last one that belong to its frame: back to a comma, or to another verb and that too."""
    found: list[Token] = list(tokens[-1:])
    for token in reversed(tokens[:-1]):
        if token.text in (",", ";", ":", "“", '"'):
            break
        if token.text.lower() != "few" or not _is_a_few(tokens, token):
            found.append(token)
        if token.tag in _FINITE and token.lemma.lower() not in _HELPS:
            break
    return found


def _is_a_few(tokens: Sequence[Token], few: Token) -> bool:
    return any(t.i == few.i - 1 and t.text.lower() in ("a", "quite") for t in tokens)


def _is(name: str, token: Token) -> bool:
    """Whether a word stands in a list, by its lemma or as it is spelled: "hopes" is often taken for a form of hop."""
    low = token.text.lower()
    return has(name, token.lemma.lower()) or has(name, low) or has(name, low.removesuffix("s"))
