"""What a claim turns on, without what it says by the way: "Acme, a maker of lamps, was dissolved in 2021, say friends".

An apposition, a relative clause that commas set off, a clause of contrast behind a comma and words that only lead on
take nothing back from what the sentence states: the rest stands by itself. What narrows, denies or makes it depend on
something stays.
"""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_by_the_way import by_the_way
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

_FEW = 6  # words below which nothing is said by the way
_COMMAS = frozenset({",", "–", "—"})
#: Clauses that are set against what was stated, or tell more of what it names.
_BESIDE = frozenset({"while", "whereas", "although", "though", "whatever", "which", "who", "whose", "whom"})
_AGAINST = frozenset({"while", "whereas", "although", "though"})
_LEAD = re.compile(
    r"(?:(?:And|But|So|Yet|Besides|Similarly|Also|By contrast|In addition|On top of that|What is more"
    r"|And yet|More importantly|To be fair|For the record|As we all know|As everybody knows),? "
    r"|(?:As for|As to|When it comes to|Speaking of|Regarding|On the subject of) [^,:;.]{2,60}[,:] )(?=\S)"
)
_LATER = re.compile(
    r"(?:(?:only|just|barely) )?(?:\w+ )?(?:days?|weeks?|months?|years?) (?:before|after|later|earlier)\b", re.I
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "another"})


def bare(analysis: Analysis, view: ClaimView) -> ClaimView:
    """A claim, or a part of one, without what it says by the way; as it is where nothing is."""
    tokens = view.tokens
    verb = clauses.core(analysis, tokens) if len(tokens) >= _FEW else None
    cuts = [*by_the_way(analysis, view)]
    if verb is not None:
        cuts += [*_lead(analysis, view), *_middle(analysis, view, verb), *_tail(analysis, tokens, verb)]
    whole = view.spans or (Span(view.claim.span.start, max(view.claim.span.end, tokens[-1].end)),)
    spans = tuple(s for span in whole for s in _without(analysis.text, span, cuts))
    return view.part(spans) if cuts and spans else view


def without_contrast(analysis: Analysis, view: ClaimView) -> ClaimView:
    """A claim without what it sets against itself behind a comma: that is a claim of its own, and shown as one."""
    cuts = [Span(_comma(analysis, piece), piece.end) for piece in _contrasts(analysis, view)]
    whole = view.spans or (Span(view.claim.span.start, max(view.claim.span.end, view.tokens[-1].end)),)
    spans = tuple(s for span in whole for s in _without(analysis.text, span, cuts))
    return view.part(spans) if cuts and spans else view


def _contrasts(analysis: Analysis, view: ClaimView) -> Iterator[Span]:
    """The clauses of contrast at the end of a claim with a noun for their subject: ", while Acme had twice as many"."""
    tokens = view.tokens
    for at, token in enumerate(tokens[1:], 1):
        if tokens[at - 1].text not in _COMMAS or token.text.lower() not in _AGAINST:
            continue
        verb = analysis.tokens[token.head]
        clause = [t for t in analysis.subtree(verb) if token.i < t.i <= tokens[-1].i]
        who = next((c for c in analysis.children(verb) if c.dep in clauses.SUBJECTS and c.i > token.i), None)
        if clause and who is not None and who.pos in ("PROPN", "NOUN") and verb.pos in ("VERB", "AUX") and (
            clause[-1].i >= tokens[-1].i - 1
        ):  # fmt: skip
            yield Span(clause[0].start, clause[-1].end)


def _comma(analysis: Analysis, piece: Span) -> int:
    """Where the comma stands before the word that leads a clause of contrast."""
    return analysis.text.rfind(",", 0, piece.start)


def besides(analysis: Analysis, view: ClaimView) -> Iterator[ClaimView]:
    """What is said by the way of somebody named, as a claim of its own: "..., who owns half of Acme"."""
    tokens = view.tokens
    first, last = (tokens[0].i, tokens[-1].i) if tokens else (0, -1)
    for at, token in enumerate(tokens[1:], 1):
        if tokens[at - 1].text not in _COMMAS or token.text.lower() not in ("who", "which", "while", "whereas"):
            continue
        below = analysis.tokens[token.head]
        clause = [t for t in analysis.subtree(below) if token.i < t.i <= last]
        if not clause or below.pos not in ("VERB", "AUX"):
            continue
        piece = Span(clause[0].start, clause[-1].end)
        if token.text.lower() in ("while", "whereas"):
            yield view.part((piece,))
            continue
        noun = analysis.tokens[below.head]
        if below.dep != "relcl" or not first <= noun.i < token.i or _of_a_number(analysis, token):
            continue
        run = clauses.contiguous(clauses.phrase(analysis, tokens, noun), noun)
        yield view.part((Span(run[0].start, run[-1].end), piece))


def _lead(analysis: Analysis, view: ClaimView) -> Iterator[Span]:
    """Words in front that only lead on to what is stated."""
    start = view.own.start
    found = _LEAD.match(analysis.text, start, view.own.end)
    if found:
        yield Span(start, found.end())


def _middle(analysis: Analysis, view: ClaimView, verb: Token) -> Iterator[Span]:
    """What stands between commas behind the subject and before its verb; a name there is whom it is about."""
    tokens = view.tokens
    subject = clauses.subject(analysis, tokens, verb)
    if subject is None or subject.i > verb.i:
        return
    run = clauses.contiguous(clauses.phrase(analysis, tokens, subject), subject)
    begin = min(
        (c.i for c in analysis.children(verb) if c.dep in ("aux", "auxpass", "neg") and c.i < verb.i), default=verb.i
    )
    between = [t for t in tokens if run[-1].i < t.i < begin]
    while between and between[-1].text not in _COMMAS and between[-1].pos == "ADV":
        between = between[:-1]  # "Acme, a bank, still owns it"
    if len(between) < 3 or between[0].text not in _COMMAS or between[-1].text not in _COMMAS:
        return
    if between[1].text.lower() in words("claim_kinds", "narrows") or any(t.dep == "neg" for t in between):
        return
    inner = Span(between[1].start, between[-2].end)
    theirs = run[0].text.lower() in ("its", "their", "his", "her")  # "its makers, Pell Labs, sold it"
    if any(span == inner and (theirs or name.type == "Person") for span, name in view.names):
        yield Span(run[0].start, between[0].end)
        yield Span(between[-1].start, between[-1].end)
    else:
        yield Span(between[0].start, between[-1].end)


def _tail(analysis: Analysis, tokens: Sequence[Token], verb: Token) -> Iterator[Span]:
    """A clause of contrast, a relative clause or an apposition behind a comma behind the verb."""
    last = tokens[-1].i
    done = verb.i
    for at, comma in enumerate(tokens[:-1]):
        after = tokens[at + 1]
        if comma.i <= done or comma.text not in _COMMAS:
            continue
        end = _end_of_aside(analysis, tokens, after, last)
        if end is None:
            continue
        done = end.i
        yield Span(comma.start, end.end)


def _end_of_aside(analysis: Analysis, tokens: Sequence[Token], first: Token, last: int) -> Token | None:
    """The last word of what is said by the way from a word on; None where that word begins no such thing."""
    low = first.text.lower()
    if low in _BESIDE:
        if _of_a_number(analysis, first):
            return None
        head = analysis.tokens[first.head]
        head = analysis.tokens[head.head] if head.pos not in ("VERB", "AUX") else head
        return _reach(analysis, tokens, head, first, last)
    if _LATER.match(analysis.text, first.start):
        return tokens[-1]
    if low in _DETERMINERS:
        noun = next((t for t in tokens if first.i <= t.i <= first.i + 8 and t.dep == "appos" and t.pos == "NOUN"), None)
        named = noun is not None and analysis.tokens[noun.head].pos == "PROPN"
        return _reach(analysis, tokens, noun, first, last) if noun is not None and named else None
    return None


def _of_a_number(analysis: Analysis, word: Token) -> bool:
    """Whether "which" is said of a number or a year: "took in 30 million in 2024, which was 4 million less"."""
    verb = analysis.tokens[word.head]
    noun = analysis.tokens[verb.head]
    return word.text.lower() == "which" and verb.dep == "relcl" and noun.pos == "NUM"


def _reach(analysis: Analysis, tokens: Sequence[Token], head: Token, first: Token, last: int) -> Token | None:
    """The last word that hangs on a head and stands behind the first word of an aside, without a gap."""
    held = {t.i for t in analysis.subtree(head)} | {head.i}
    at = first.i
    while at + 1 <= last and (at + 1 in held or analysis.tokens[at + 1].dep == "punct"):
        at += 1
    if at == first.i and at not in held:
        return None
    found = analysis.tokens[at]
    if at < last and found.text not in _COMMAS and analysis.tokens[at + 1].text not in _COMMAS:
        return None  # it goes on in what is stated
    return found


def _without(text: str, span: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    """What is left of a span between cuts, without blanks and marks at its ends."""
    at = span.start
    for cut in sorted(cuts):
        if cut.end <= at or cut.start >= span.end:
            continue
        yield from _trimmed(text, Span(at, max(at, cut.start)))
        at = cut.end
    yield from _trimmed(text, Span(at, span.end))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while start < end and text[start] in " \t\n,;:–—":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:–—":
        end -= 1
    if end > start:
        yield Span(start, end)
