"""People whom a sentence only calls for: "show me one lawyer who says that", "you will not find a record which shows".

Whoever is asked for, denied or only supposed to exist says nothing: an indefinite noun with a relative clause, or a
participle, behind an imperative, a negation, a question or a condition.
"""

from collections.abc import Sequence

from cuibono.extract.analysis import Token

_WHO = frozenset({"who", "which", "that", "whom"})
_ONE = frozenset({
    "a", "an", "one", "any", "anyone", "anybody", "someone", "somebody", "single", "no", "nobody", "none", "few",
    "another", "anything", "something", "those", "person", "people", "everyone", "everybody", "noone",
})  # fmt: skip
#: Verbs by which a speaker challenges others to find somebody.
_CALL = frozenset({
    "show", "find", "name", "give", "bring", "point", "tell", "produce", "cite", "fetch", "send", "introduce",
    "present", "imagine", "picture", "suppose", "try", "look", "search", "identify", "quote",
})  # fmt: skip
_BEFORE_CALL = frozenset(
    {"please", "just", "go", "then", "now", "so", "well", "come", "on", "and", "but", "ok", "okay"}
)
_DARE = frozenset({"challenge", "defy", "dare", "yet", "bet"})
_NOT = frozenset({
    "not", "n't", "n’t", "never", "no", "nobody", "none", "nowhere", "hardly", "barely", "scarcely", "cannot",
    "without", "neither", "nor", "few", "impossible", "if", "unless", "noone",
})  # fmt: skip
_ASK = frozenset({"who", "where", "which", "what", "is", "are", "do", "does", "did", "has", "have", "can", "could"})
_HELPS = frozenset({"be", "have", "do", "will", "would", "can", "could", "may", "might", "shall", "should"})
_NEAR = 6  # words of a noun with its article, or of a relative before its verb


def called_for(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether who does what a verb says is only called for; ``tokens`` are those of its sentence."""
    before = [t for t in tokens if t.i < verb.i]
    if _who_on_earth(before, verb):
        return True
    noun = _antecedent(before, verb)
    if not noun:
        return False
    one = next((at for at in range(len(noun) - 1, max(-1, len(noun) - 1 - _NEAR), -1) if _low(noun[at]) in _ONE), None)
    if one is None:
        return False
    frame = _frame(noun[: one + 1])
    lows = [_low(t) for t in frame]
    if set(lows) & (_NOT | _DARE):
        return True
    first = next((t for t in lows if t not in _BEFORE_CALL), "")
    asked = any(t.text in ("?", "？") for t in tokens[-2:]) or frame[0].i == tokens[0].i
    return first in _CALL or (first in _ASK and asked)


def _antecedent(before: Sequence[Token], verb: Token) -> Sequence[Token]:
    """The words up to the noun whose relative clause, or whose participle, a verb is; none where it is neither."""
    if verb.tag == "VBG" and before and before[-1].pos in ("NOUN", "PRON"):
        return before
    for at in range(len(before) - 1, max(0, len(before) - 1 - _NEAR), -1):
        token = before[at]
        if _low(token) in _WHO:
            return before[:at]
        if token.pos not in ("ADV", "AUX", "PART", "PUNCT") and token.lemma.lower() not in _HELPS:
            break
    return ()


def _who_on_earth(before: Sequence[Token], verb: Token) -> bool:
    """ "Who on earth believes that": a question that wants no answer."""
    frame = _frame(before)
    while frame and _low(frame[0]) in _BEFORE_CALL:
        frame = frame[1:]
    return bool(frame) and _low(frame[0]) == "who" and len(frame) <= _NEAR and frame[0].head != frame[0].i and (
        not any(t.tag in ("VBD", "VBZ", "VBP") and t.lemma.lower() not in _HELPS for t in frame)
    ) and verb.pos in ("VERB", "AUX")  # fmt: skip


def _frame(tokens: Sequence[Token]) -> list[Token]:
    """The last words, back to a mark between clauses."""
    found: list[Token] = []
    for token in reversed(tokens):
        if token.text in (";", ":", "“", '"', ".", "—", "–", "!") or (token.text == "," and len(found) > 1):
            break
        found.append(token)
    return found[::-1]


def _low(token: Token) -> str:
    return token.text.lower()
