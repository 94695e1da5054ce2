"""How surely a claim is made: said outright, hearsay, foreseen, or only imagined."""

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_attitudes import asserted, suspended
from cuibono.extract.claims_cues import has
from cuibono.extract.claims_outlook import awaits, foretells, only_may
from cuibono.extract.records import Span, Status

_IF = frozenset({"if", "unless", "whoever", "suppose", "supposing"})
_LONG = 60  # tokens of content that are looked at


def status(analysis: Analysis, span: Span, given: Status, cue: Span | None) -> Status:
    """The status of a claim: what its verb gives it first, then what its own words do."""
    if cue is not None and asserted(analysis, cue, span) == "hypothetical":
        return "hypothetical"
    if given != "stated":
        return given
    if cue is not None and _doubted(analysis, cue):
        return "alleged"
    inside = analysis.tokens_in(span)[:_LONG]
    if suspended(inside) is not None or _is_question(span.of(analysis.text)):
        return "hypothetical"
    words = [t.text.lower() for t in inside]
    if any(has("alleged_adverbs", w) for w in words[:12]):
        return "alleged"
    if words and words[0] in _IF:
        return "hypothetical"
    return _by_modals(analysis, span, inside)


def _by_modals(analysis: Analysis, span: Span, inside: tuple[Token, ...]) -> Status:
    """What the verbs of a claim say of its time: what will be, would have been, or is due."""
    words = [t.text.lower() for t in inside]
    for token in inside:
        if token.dep == "aux" and token.tag == "MD" and _main(analysis, token.head, span):
            low = token.text.lower()
            if low in ("will", "'ll", "’ll", "shall", "wo"):
                return "forecast"
            if low == "would" and _was_not(analysis, token.head):
                return "hypothetical"
            if low in ("would", "could", "might"):
                return "hypothetical" if _IF & set(words) or low != "would" else "forecast"
            if only_may(token):
                return "hypothetical"
        verb = foretells(analysis, token, words)
        if verb is not None and _main(analysis, verb.i, span):
            return "forecast"
        if awaits(analysis, token, words) and _main(analysis, token.i, span):
            return "forecast"
    return "stated"


def _is_question(text: str) -> bool:
    """Whether words are one question and nothing else: who asks states nothing."""
    plain = text.strip().rstrip("\"”’'» ")
    return plain[-1:] in ("?", "？") and not any(mark in plain for mark in (". ", "! ", "。"))


def _was_not(analysis: Analysis, number: int) -> bool:
    """Whether a verb says what would have been, and was not."""
    verb = analysis.tokens[number]
    return verb.tag == "VBN" and any(c.dep == "aux" and c.lemma == "have" for c in analysis.children(verb))


def _doubted(analysis: Analysis, cue: Span) -> bool:
    """Whether "allegedly" and the like stand at the verb of saying."""
    token = analysis.token_at(cue.start)
    if token is None:
        return False
    return any(has("alleged_adverbs", c.text.lower()) for c in analysis.children(token)) and token.pos == "VERB"


def _main(analysis: Analysis, number: int, span: Span) -> bool:
    """Whether a verb heads the content, not a clause inside it."""
    verb = analysis.tokens[number]
    above = analysis.tokens[verb.head]
    return verb.dep in ("ROOT", "ccomp") or above.i == verb.i or not (span.start <= above.start < span.end)
