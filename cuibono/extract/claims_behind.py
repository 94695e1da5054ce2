"""Who is named behind a whole clause and a comma, by the words alone: "it was sold, wrote the blogger Hu Wen".

Parsers often miss who speaks there: of a verb before its subject, of a long title between two commas, of "she is
certain", and of the second clause behind a semicolon. What stands before the comma is told, if it is a whole clause.
"""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_frames import pieces, trimmed
from cuibono.extract.claims_nobody import called_for
from cuibono.extract.records import Span

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PERSONS = frozenset({"he", "she"})
#: Said of what nobody can know yet, beside the verbs of saying and thinking.
_STAKES = frozenset({"bet", "wager", "marvel", "enthuse", "trust"})
#: A clause that opens with one of these is half a sentence.
OPENERS = frozenset({
    "when", "whenever", "if", "unless", "although", "though", "while", "because", "since", "after", "before", "once",
    "until", "as", "whether", "that", "who", "which", "what", "where", "how", "why",
})  # fmt: skip
_NEVER = frozenset({"never", "not", "hardly", "n't", "n’t", "barely", "nor"})
_LISTENERS = frozenset({"me", "us", "him", "her", "them", "reporters", "journalists", "readers", "visitors"})
#: What somebody found who is named behind it.
_FINDS = frozenset({"establish", "find", "discover"})
#: One letter a word (``letter``): a name N, a noun n, an adjective j, an article d, he or she p, a verb of saying V,
#: of telling T, "goes" G, "say" S, another
#: verb with a tense F, "is" B, a word of certainty C, an adverb r, a preposition i, who listens l.
_NAMED = r"(?:d?[jn]{0,5}(?P<who>N)+|(?P<he>p))"
_REST = r"(?:|[irl][^F,;VTG]{0,7})"
_TAILS = (
    re.compile(rf"{_NAMED}r?V{_REST}"),
    re.compile(rf"{_NAMED}r?T[^F,;VTG]{{0,8}}"),
    re.compile(rf"{_NAMED}G[^F,;VTG]{{1,6}}S"),
    re.compile(rf"V{_NAMED}{_REST}"),
    re.compile(r"(?P<who>N)+,[dnjNi]{2,12},[VT]" + _REST),
    re.compile(rf"{_NAMED}B[r]?C"),
)
_LONGEST = 22  # words behind the comma
_LEAST = 3  # words before it


def behind(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for the clauses that somebody is named behind."""
    for sentence in pieces(analysis):
        tokens = [t for t in analysis.words(sentence) if not t.text.isspace()]
        while tokens and tokens[-1].text in (".", "!", "…"):
            tokens.pop()
        told = _told(analysis, sentence, tokens)
        if told is not None:
            yield told


def _told(analysis: Analysis, sentence: Sentence, tokens: list[Token]) -> Draft | None:
    letters = "".join(letter(tokens, k) for k in range(len(tokens)))
    for at in range(len(tokens) - 2, max(_LEAST, len(tokens) - _LONGEST) - 1, -1):
        if letters[at] != ",":
            continue
        found = next((m for p in _TAILS if (m := p.fullmatch(letters, at + 1))), None)
        if found is None:
            continue
        first = letters.rfind(";", 0, at) + 1
        if not whole(tokens[first:at]):
            return None
        who = tokens[found.start("who") if found["who"] else found.start("he")]
        verb = tokens[next(k for k in range(at + 1, len(tokens)) if letters[k] in "VTSC")]
        span = trimmed(analysis, tokens[first].i, tokens[at].i)
        if span is None or called_for(analysis.words(sentence), verb):
            return None
        return Draft(span, "indirect", who.i, Span(verb.start, verb.end), confidence=0.6)
    return None


def whole(before: Sequence[Token]) -> bool:
    """Whether words are a clause of their own, in no quote: somebody or something, and a verb with a tense."""
    words = [t for t in before if t.pos not in ("PUNCT", "SPACE")]
    if len(words) < _LEAST or words[0].text.lower() in OPENERS or any(t.text in '"“”' for t in before):
        return False
    tensed = next((k for k, t in enumerate(words) if t.tag in _FINITE), 0)
    return tensed > 0 and any(t.pos in ("NOUN", "PROPN", "PRON") for t in words[:tensed])


def letter(tokens: Sequence[Token], at: int) -> str:
    """The letter that a word is told by."""
    token = tokens[at]
    low = token.text.lower()
    if token.text in (",", ";"):
        return token.text
    if low in _PERSONS:
        return "p"
    if low in _LISTENERS:
        return "l"
    if low in _NEVER:
        return "x"
    if _says(tokens, at):
        return "T" if has("told", token.lemma.lower()) and not has("say", token.lemma.lower()) else "V"
    if token.tag == "VB" and has("say", low):
        return "S"
    if token.tag in _FINITE:
        return {"be": "B", "remain": "B", "feel": "B", "go": "G"}.get(token.lemma.lower(), "F")
    if has("certain", low):
        return "C"
    if token.tag == "HYPH" and at and tokens[at - 1].tag.startswith("NNP"):
        return "N"
    if token.tag.startswith("NNP") or (token.text[:1].isupper() and token.pos in ("NOUN", "PROPN", "ADJ")):
        return "N"
    return {"NOUN": "n", "ADJ": "j", "DET": "d", "ADV": "r", "ADP": "i", "PRON": "o"}.get(token.pos, _other(token))


def _other(token: Token) -> str:
    return "n" if token.tag in ("HYPH", "POS") else "o"


def _says(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb of saying or thinking, also where a tagger took "bets" for a noun behind a name."""
    token = tokens[at]
    low = token.text.lower()
    before, after = tokens[at - 1] if at else token, tokens[at + 1] if at + 1 < len(tokens) else token
    beside = before.tag.startswith("NNP") or before.text in ("he", "she")
    beside = beside or (before.text == "," and after.tag.startswith("NNP") and has("behind", low.removesuffix("s")))
    taken = token.tag == "NNS" and at > 0 and beside
    if not taken and token.tag not in ("VBD", "VBZ", "VBP"):
        return False
    forms = {token.lemma.lower(), low.removesuffix("s")} if taken else {token.lemma.lower()}
    if any(has("behind", f) for f in forms):
        return True
    if any(has("deny", f) or has("relay", f) for f in forms):
        return False
    return any(has("say", f) or has("think", f) or has("told", f) or f in _STAKES or f in _FINDS for f in forms)
