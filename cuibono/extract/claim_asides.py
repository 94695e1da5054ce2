"""Ties that a claim tells by the way: "A, the second son of B, met C" says of A and B what it does not turn on."""

from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Token
from cuibono.extract.claim_view import ClaimView
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name, Part, Span, Tie
from cuibono.model.claim_kind import ClaimKind

_KINDS: dict[str, ClaimKind] = {"role": "role", "owns_controls": "ownership", "party_unit": "control"}
_LOOSE = frozenset({"located_in", "participated_in"})
_RELATIONS = ("kin", "branch", "friend", "patron", "protege", "opponent", "partner", "graduate")
_BEFORE = 6  # tokens between a name and the noun behind its comma
_BEHIND = 12  # tokens in which the other end is named
_MOST = 8


def asides(view: ClaimView, told: Sequence[Part], text: str) -> Iterator[tuple[Part, Tie | None]]:
    """A part for each tie of two whom no part has as its two ends, and the tie where one was read."""
    seen = {frozenset({p.subject, p.object}) for p in told if p.subject and p.kind not in ("other", "opinion")}
    found = 0
    for part, tie in [*_of_ties(view, text), *_of_nouns(view, text)]:
        ends = frozenset({part.subject, part.object})
        if ends not in seen and found < _MOST:
            seen.add(ends)
            found += 1
            yield part, tie


def _of_ties(view: ClaimView, text: str) -> Iterator[tuple[Part, Tie | None]]:
    for tie in view.ties:
        if tie.type in _LOOSE or tie.status == "hypothetical" or tie.polarity == "-":
            continue
        span = _between(view, tie.subject, tie.object)
        if span is not None and not _was_followed(text[: span.start]):
            kind = _KINDS.get(tie.type, "tie")
            yield Part(span, span.of(text), kind, tie.subject, tie.object, time=tie.date), tie


def _was_followed(before: str) -> bool:
    """Whether somebody is named as whom another came after: "A succeeded B as mayor" says of A when it was."""
    said = before.casefold().split()
    return said[-1:] != [] and (said[-1] in words("claim_kinds", "succeeding") or said[-3:] == ["took", "over", "from"])


def _between(view: ClaimView, subject: str, other: str) -> Span | None:
    """From one end to the other, where they stand nearest."""
    places = [(s, n.id) for s, n in view.names] + [(r.span, r.name) for r in view.references]
    pairs = [(a, b) for a, i in places if i == subject for b, j in places if j == other and a != b]
    if not pairs:
        return None
    one, two = min(pairs, key=lambda p: abs(p[0].start - p[1].start))
    return Span(min(one.start, two.start), max(one.end, two.end))


def _of_nouns(view: ClaimView, text: str) -> Iterator[tuple[Part, Tie | None]]:
    """ "A, second son of the late B": a name, a comma, a noun of relation, "of" and the next name."""
    for at, token in enumerate(view.tokens):
        lemma = token.lemma.lower()
        if not any(lemma in words("ties_nouns", r) for r in _RELATIONS) or token.pos == "VERB":
            continue
        one = _name_before(view, at)
        other = _name_behind(view, at)
        if one is not None and other is not None and one[1].id != other[1].id:
            span = Span(one[0].start, other[0].end)
            yield Part(span, span.of(text), "tie", one[1].id, other[1].id), None


def _name_before(view: ClaimView, at: int) -> tuple[Span, Name] | None:
    near = view.tokens[max(0, at - _BEFORE) : at]
    comma = next((t for t in reversed(near) if t.text == ","), None)
    if comma is None or any(t.pos == "VERB" and t.start > comma.start for t in near):
        return None
    return next(((s, n) for s, n in view.names if s.end <= comma.start <= s.end + 1), None)


def _name_behind(view: ClaimView, at: int) -> tuple[Span, Name] | None:
    behind: Sequence[Token] = view.tokens[at + 1 : at + _BEHIND]
    joined = next((k for k, t in enumerate(behind[:6]) if t.text.lower() in ("of", "to")), None)
    if joined is None or any(t.text == "," for t in behind[:joined]):
        return None
    stop = next((t.start for t in behind[joined:] if t.text in (",", ";", ".")), None)
    start = behind[joined].end
    end = stop if stop is not None else (behind[-1].end if behind else start)
    return next(((s, n) for s, n in view.names if start <= s.start < end), None)
