"""The parts of a claim that says several things: its clauses, and the numbers that it lists one after another.

"They held 62 percent in 2016 and 95 percent in 2019" is two claims: each can be borne out without the other. The words
that the parts share ("they held") belong to each of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.claims_cues import has
from cuibono.extract.records import Span

#: Units of which a clause may list several that are no claims of their own.
DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "times"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_MOST = 12  # parts of one claim
_COMMA = re.compile(r"[,;]\s+(?:and\s+|or\s+|but\s+)?|\s+and\s+")
#: Before a number these set it against the one before: "from 3 to 5 percent", "up by 3 percent".
_SET_OFF = frozenset({
    "to", "by", "from", "than", "against", "between", "with", "for", "plus", "minus", "nor", "versus", "vs", "vs.",
    "after", "following", "compared", "up", "down", "rising", "falling",
})  # fmt: skip
_CHANGE_ENDS = frozenset({"from", "to", "by"})
_OPENING = 8  # words from a colon to the subject behind it
_NO = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "if", "nothing", "neither", "hardly", "whether"})
_HELD_OFF = ("untrue", "rumour", "message", "deny", "unsure", "unmeant", "say", "told", "think", "hope", "withheld")
_EDGES = " \t\r\n,;:—–."


def parts(analysis: Analysis, view: ClaimView) -> list[ClaimView]:
    """The parts in order, each with the words that it shares with the first; the whole where there is only one."""
    found = [
        view.part(spans)
        for stretch in _stretches(analysis, view)
        for clause in _clauses(analysis, view.part((stretch,)), stretch)
        for spans in _lists(analysis, view.part(clause), clause)
    ]  # fmt: skip
    return found[:_MOST] if len(found) > 1 else [view]


def _stretches(analysis: Analysis, view: ClaimView) -> list[Span]:
    """A claim cut at its sentences, its semicolons, and a colon behind a clause, where a verb stands on either side."""
    whole = Span(view.claim.span.start, max(view.claim.span.end, view.tokens[-1].end) if view.tokens else 0)
    found = [s for sentence in _sentences(analysis, view, whole) for s in _cut_at_marks(analysis, view, sentence)]
    stated = [s for s in found if analysis.text[s.end : s.end + 1] != "?" and not s.of(analysis.text).endswith("?")]
    return stated if len(found) > 1 and stated else found


def _sentences(analysis: Analysis, view: ClaimView, whole: Span) -> list[Span]:
    """The sentences of what somebody says in several; one without a verb goes with the one before."""
    starts: list[int] = [whole.start]
    for before, token in pairwise(view.tokens):
        ends = before.text[-1:] in ".!?" or before.text in ("”", '"', "’")
        if ends and (here := analysis.sentence_at(token.start)) is not None and here.start == token.start:
            starts.append(token.start)
    verbs = [t.start for t in view.tokens if t.tag in _FINITE]
    kept = [whole.start]
    for start, end in pairwise([*starts[1:], whole.end]):
        if any(start <= v < end for v in verbs) and any(kept[-1] <= v < start for v in verbs):
            kept.append(start)
    return [_trim(analysis.text, Span(a, b)) for a, b in pairwise([*kept, whole.end])] if len(kept) > 1 else [whole]


def _cut_at_marks(analysis: Analysis, view: ClaimView, whole: Span) -> list[Span]:
    here = [t for t in view.tokens if whole.start <= t.start < whole.end]
    verbs = [t.start for t in here if t.tag in _FINITE]
    cuts = [(t.start, t.start) for t in here if t.text == ";" or (t.text == ":" and _tells_behind(analysis, view, t))]
    cuts = sorted([*cuts, *_concluding(here)])
    ends = list(zip([whole.start, *(b for _, b in cuts)], [*(a for a, _ in cuts), whole.end], strict=True))
    if not cuts or not all(any(a <= v < b for v in verbs) for a, b in ends):
        return [whole]
    return [_trim(analysis.text, Span(a, b)) for a, b in ends]


def _concluding(here: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where a conclusion begins that is a claim of its own: "he has 51 percent, so he controls the company"."""
    for comma, so, subject in zip(here, here[1:], here[2:], strict=False):
        if comma.text == "," and so.text.lower() == "so" and subject.dep in clauses.SUBJECTS:
            yield comma.start, subject.start


def _tells_behind(analysis: Analysis, view: ClaimView, colon: Token) -> bool:
    """Whether a clause of its own follows a colon: "one thing is clear: Acme was founded in 1986"."""
    if any(_doubts(t) for t in view.tokens if t.i < colon.i):
        return False  # "it is a myth: Acme was founded in 1986"
    subjects = (t for t in view.tokens if t.i > colon.i and t.dep in clauses.SUBJECTS)
    return any(analysis.tokens[t.head].pos in ("VERB", "AUX") and t.i - colon.i <= _OPENING for t in subjects)


def _doubts(token: Token) -> bool:
    """Whether a word denies, supposes or only passes on what follows it."""
    return token.text.lower() in _NO or any(has(name, token.lemma.lower()) for name in _HELD_OFF)


def _clauses(analysis: Analysis, view: ClaimView, whole: Span) -> list[tuple[Span, ...]]:
    """The stretches of the clauses that stand beside one another; one without a subject has that of the first."""
    verb = clauses.core(analysis, view.tokens)
    if verb is None or len(view.tokens) < 8:
        return [(whole,)]
    first, last = view.tokens[0].i, view.tokens[-1].i
    starts: list[tuple[Token, bool]] = []
    for other in clauses.conjoined(analysis, verb, last):
        own = clauses.subject_below(analysis, other, first, last)
        begin = _begin(analysis, view.tokens, other, verb)
        if begin is not None and (own is not None or _tells(view, begin)):
            starts.append((begin, own is not None))
    if not starts:
        return [(whole,)]
    starts.sort(key=lambda s: s[0].i)
    subject = _subject_span(analysis, view.tokens, verb)
    ends = [t.start for t, _ in starts[1:]] + [whole.end]
    found: list[tuple[Span, ...]] = [(_trim(analysis.text, Span(whole.start, starts[0][0].start)),)]
    for (begin, own_subject), end in zip(starts, ends, strict=True):
        piece = _trim(analysis.text, Span(begin.start, end))
        found.append((piece,) if own_subject or subject is None else (subject, piece))
    return found


def _begin(analysis: Analysis, tokens: Sequence[Token], verb: Token, first: Token) -> Token | None:
    """The first word of a clause, behind the "and" that joins it."""
    inside = [t for t in tokens if first.i < t.i and clauses.below(analysis, t, verb)]
    return inside[0] if inside else None


def _tells(view: ClaimView, begin: Token) -> bool:
    """Whether what follows a word names, counts or dates something, so that it says something of its own."""
    at = begin.start
    return (
        any(a.span.start >= at and a.unit not in DURATIONS for a in view.amounts)
        or any(s.start >= at for s, _ in view.names)
        or any(e.date_span.start >= at for e in view.events)
    )


def _subject_span(analysis: Analysis, tokens: Sequence[Token], verb: Token) -> Span | None:
    head = clauses.subject(analysis, tokens, verb)
    if head is None:
        return None
    run = clauses.contiguous(clauses.phrase(analysis, tokens, head), head)
    return Span(run[0].start, run[-1].end)


def _lists(analysis: Analysis, view: ClaimView, clause: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """A clause, or its listed numbers one by one behind the words that they share."""
    own = clause[-1]
    cuts = _cuts(analysis, view, own)
    if not cuts:
        yield clause
        return
    first = next(a for a in reversed(view.amounts) if a.unit not in DURATIONS and a.span.start < cuts[0])
    shared = _trim(analysis.text, Span(own.start, first.span.start))
    yield (*clause[:-1], _trim(analysis.text, Span(own.start, cuts[0])))
    for start, end in zip(cuts, [*cuts[1:], own.end], strict=True):
        piece = _trim(analysis.text, Span(start, end), joints=True)
        yield (*clause[:-1], shared, piece) if shared.end > shared.start else (*clause[:-1], piece)


def _cuts(analysis: Analysis, view: ClaimView, own: Span) -> list[int]:
    """Where a clause goes on to its next listed number."""
    amounts = [a for a in view.amounts if a.unit not in DURATIONS and a.span.start >= own.start]
    found: list[int] = []
    listed = False
    for one, other in pairwise(amounts):
        between = Span(one.span.end, other.span.start)
        words = between.of(analysis.text)
        joint = next(iter(reversed(list(_COMMA.finditer(words + " ")))), None) if words.strip() else None
        if joint is None or (one.unit != other.unit and "," not in words):
            continue
        inside = [t for t in view.tokens if between.start <= t.start < between.end]
        behind = {t.text.lower() for t in inside if t.start >= between.start + joint.end() - 1}
        before = [t.text.lower() for t in view.tokens if t.end <= one.span.start][-1:]
        if any(t.pos in ("VERB", "AUX") and t.tag not in ("VBN", "VBG") for t in inside) or behind & _SET_OFF:
            continue
        if before and before[0] in _CHANGE_ENDS and other.unit == one.unit == "percent":
            continue
        found.append(between.start + joint.start())
        listed = listed or "," not in joint[0] or joint[0].strip(" ,;") != "" or bool(behind)
    return found if listed or len(found) > 1 else []  # "half of it, 50 percent," says one thing twice


def _trim(text: str, span: Span, *, joints: bool = False) -> Span:
    """Without the marks and the joining word at its ends."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    low = text[start:end].lower()
    if low.startswith("that ") and not low.startswith("that is"):
        start += 5
        low = text[start:end].lower()
    if joints or low.startswith(("and ", "but ")):
        for word in ("and ", "or ", "but "):
            if low.startswith(word):
                start += len(word)
                break
    for word in (" and", " but", " or"):
        if text[start:end].lower().endswith(word):
            end -= len(word)
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
