"""A teller set off by commas: "the fleet, he told the paper, is lost", "the fleet is lost, the ministry estimates".

A parser often misses the verb there, so this goes by the order of words alone.
"""

from collections.abc import Iterator, Sequence

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Sentence, Token
from cuibono.extract.claims_cues import forms, has
from cuibono.extract.claims_draft import Draft
from cuibono.extract.records import Span

_LONGEST = 12  # words of the teller's own clause
_NAME = 4  # words of a name
_WHOLE = 6  # words before ", claims the clerk Hu Wen" that are a clause, though a parser saw no verb in them
_NOUN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "CCONJ"})
_PRONOUNS = frozenset({"he", "she", "they"})
_NEVER = frozenset(
    {"who", "which", "that", "whose", "if", "because", "when", "while", "where", "although", "as", "and", "but"}
)
#: Verbs of saying that also take whom or what they are about: ", quoted the mayor Hu Wen" is no inversion.
_OF_SOMEBODY = frozenset({
    "quote", "cite", "describe", "recount", "mention", "observe", "note", "publish", "post", "broadcast", "project",
    "recall", "announce", "continue", "charge", "remember", "suspect", "fear", "report", "answer", "counter", "counsel",
    "lecture", "figure", "relate", "guess", "blog", "tweet",
})  # fmt: skip
#: What one does in the middle of a sentence that is one's own.
_MINDS = frozenset({"hopes", "hoped", "expects", "expected", "finds", "found", "fears", "feared", "knows", "knew"})
_CLAIM = frozenset({"claim", "insist", "warn", "argue", "complain", "maintain", "add", "admit", "explain", "estimate"})
_GO = frozenset({"goes", "went"})
_OF_OTHERS = frozenset(
    {"quote", "cite", "describe", "mention", "publish", "post", "broadcast", "charge", "lecture", "blog"}
)
#: What papers do behind a comma: ", the tax files show".
_PAPERS_TELL = frozenset({"show", "shows", "suggest", "suggests", "indicate", "indicates", "reveal", "reveals"})
_TAILS = frozenset({"PRON", "PROPN", "DET", "NOUN", "ADV", "ADP", "NUM", "ADJ", "SYM"})


def set_off(analysis: Analysis) -> Iterator[Draft]:
    """Drafts for sentences whose teller stands between two commas or behind the last one."""
    for sentence in frames.pieces(analysis):
        words = analysis.words(sentence)
        commas = [t.i for t in words if t.text == ","]
        ends = [*commas[1:], _stop(analysis, sentence)] if commas else []
        for at, comma in enumerate(commas):
            draft = None
            if 2 <= ends[at] - comma - 1 <= _LONGEST:
                draft = _draft(analysis, sentence, analysis.tokens[comma + 1 : ends[at]])
            draft = draft or _of_named(analysis, sentence, comma, ends[at:])
            if draft is not None:
                yield draft


def _stop(analysis: Analysis, sentence: Sentence) -> int:
    last = sentence.last
    while last > sentence.first and analysis.tokens[last - 1].text[0] in frames.MARKS:
        last -= 1
    return last


def _draft(analysis: Analysis, sentence: Sentence, clause: Sequence[Token]) -> Draft | None:
    nobody = _nobody(clause)
    found = (clause[-1], clause[-1]) if nobody else _teller(clause)
    if found is None:
        return None
    verb, who = found
    left = frames.trimmed(analysis, sentence.first, clause[0].i)
    right = frames.trimmed(analysis, clause[-1].i + 1, sentence.last)
    if left is None and right is not None and analysis.tokens[sentence.first].tag.startswith("NNP"):
        left = analysis.tokens[sentence.first].span  # "Elm, she goes on, is a dump"
    if left is None:
        return None
    if right is not None and frames.of_teller(analysis, left, right):
        right = None
    before = analysis.tokens_in(left)
    told = any(t.pos in ("VERB", "AUX") for t in before) or (verb.i == clause[0].i and len(before) >= _WHOLE)
    if right is None and not told:
        return None
    span = Span(left.start, right.end) if right is not None else left
    if nobody:
        cue = Span(clause[0].start, verb.end)
        return Draft(span, "indirect", who.i, cue, status="alleged", confidence=0.6, hearsay=True)
    on = analysis.tokens[verb.i + 1 : verb.i + 2] if verb.text.lower() in _GO else ()
    return Draft(span, "indirect", who.i, Span(verb.start, on[0].end if on else verb.end), confidence=0.6)


def _of_named(analysis: Analysis, sentence: Sentence, comma: int, ends: Sequence[int]) -> Draft | None:
    """A teller whose name stands between commas: "it fell, the mayor, Hu Wen, believes", ", says its head, Hu"."""
    tokens = analysis.tokens
    if len(ends) < 2 or ends[0] - comma > _LONGEST or not 0 < ends[1] - ends[0] - 1 <= _NAME:
        return None
    described, name = tokens[comma + 1 : ends[0]], tokens[ends[0] + 1 : ends[1]]
    if not described or not all(t.tag.startswith("NNP") for t in name):
        return None
    left = frames.trimmed(analysis, sentence.first, comma)
    if left is None or not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in analysis.tokens_in(left)):
        return None
    inverted = len(described) > 1 and _tells(described[0].text.lower())
    if inverted and ends[1] == _stop(analysis, sentence) and _noun_phrase(described[1:]):
        return Draft(left, "indirect", name[-1].i, described[0].span, confidence=0.7)
    behind = tokens[ends[1] + 1 : ends[2]] if len(ends) > 2 else ()
    told = bool(behind) and (_tells(behind[0].text.lower()) or has("think", behind[0].lemma))
    if len(ends) == 3 and told and _noun_phrase(described) and _frame_only(behind):
        return Draft(left, "indirect", name[-1].i, behind[0].span, confidence=0.7)
    return None


def _frame_only(behind: Sequence[Token]) -> bool:
    """Whether a verb of telling ends its sentence, what goes with it aside: "believes", "said on Monday"."""
    return len(behind) == 1 or (forms().get(behind[0].text.lower()) is not None and _frame(behind[0], behind[1:]))


def _noun_phrase(tokens: Sequence[Token]) -> bool:
    """Whether words are one description of somebody: "the mayor of Elm", "its medical director"."""
    return tokens[-1].pos in ("NOUN", "PROPN") and all(t.pos in _NOUN_PHRASE or t.tag == "PRP$" for t in tokens)


def _nobody(clause: Sequence[Token]) -> bool:
    """Whether nobody in particular tells: ", it is alleged,"."""
    low = [t.text.lower() for t in clause]
    if low[0] != "it" or len(low) > 5 or not {"is", "was", "has"} & set(low):
        return False
    return clause[-1].tag == "VBN" and has("passive", clause[-1].lemma)


def _teller(clause: Sequence[Token]) -> tuple[Token, Token] | None:
    """The verb of a clause that tells and nothing else, and the head word of whoever does."""
    low = [t.text.lower() for t in clause]
    if low[0] in _NEVER:
        return None
    if low[0] in ("so", "per") and len(low) <= _NAME and all(t.tag.startswith("NNP") for t in clause[1:]):
        return clause[0], clause[-1]  # ", so Hu Wen,"
    at = next((k for k, word in enumerate(low) if _tells(word)), None)
    if at is None and len(low) <= _NAME + 1 and (low[-1] in _MINDS or has("think", clause[-1].lemma)):
        at = len(low) - 1  # ", Hu Wen hopes,"
    if at is None and low[-1] == "on" and low[-2] in _GO:
        at = len(low) - 2  # ", she goes on,"
    if at is None and low[-1] in _PAPERS_TELL and has("paper", _head(clause[:-1]).lemma):
        at = len(low) - 1
    if at is None:
        return None
    before, after = clause[:at], clause[at + 1 :]
    if low[at] in _GO and after and after[0].text.lower() == "on":
        after = after[1:]
    if not before:
        inverted = after and all(t.pos in _NOUN_PHRASE or t.tag == "PRP$" for t in after) and _inverts(low[0], after)
        return (clause[0], _head(after)) if inverted else None
    if not _frame(clause[at], after):
        return None
    if len(before) == 1 and low[0] in _PRONOUNS:
        return clause[at], before[0]
    if all(t.pos in _NOUN_PHRASE or t.tag in ("VBN", "VBG") for t in before) and before[-1].pos in ("NOUN", "PROPN"):
        head = _head(before)
        return None if has("dumb", head.lemma) else (clause[at], head)
    return None


def _inverts(verb: str, after: Sequence[Token]) -> bool:
    """Whether a verb may stand before who says so: "said the clerk", "retorts her neighbour Hu Wen"."""
    lemma = forms().get(verb, "")
    named = any(t.tag.startswith("NNP") for t in after)
    now = verb.endswith("s") and lemma not in _OF_OTHERS  # "notes the auditor Hu Wen" behind a whole clause
    open_ = named and has("say", lemma) and (now or lemma not in _OF_SOMEBODY)
    return verb in ("said", "says", "wrote", "writes") or open_ or (lemma in _CLAIM and after[0].pos in ("DET", "PRON"))


def _frame(verb: Token, after: Sequence[Token]) -> bool:
    """Whether what follows the verb only tells to whom, when or where: "told the paper", "said on Monday"."""
    if len(after) > 5 or any(t.pos not in _TAILS for t in after):
        return False
    if not after or after[0].pos in ("ADV", "ADP") or after[0].label == "DATE":
        return not after or after[0].text.lower() not in ("that", "of", "about")
    return has("told", forms().get(verb.text.lower(), "")) or after[0].tag.startswith("NNP")


def _tells(word: str) -> bool:
    lemma = forms().get(word)
    return lemma is not None and not has("deny", lemma)


def _head(phrase: Sequence[Token]) -> Token:
    """The head word of a noun phrase: the last noun before a preposition."""
    head = phrase[0]
    for token in phrase:
        if token.pos == "ADP" and head.pos in ("NOUN", "PROPN"):
            break
        if token.pos in ("NOUN", "PROPN", "PRON"):
            head = token
    return head
