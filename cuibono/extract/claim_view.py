"""One claim with everything that was found inside it: words, numbers, ties, dates, names."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Generic, TypeVar

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.records import Amount, Claim, Event, Found, Name, Reference, Span, Tie

T = TypeVar("T")
_WHOSE = frozenset({"his", "her", "its", "their", "my", "our", "your", "'s", "’s", "s"})
_LONG = 200  # tokens of a claim that are looked at; what follows is a speech, not one claim


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim, its first words, and the records that touch it, in the order of the text; ties with both their ends."""

    claim: Claim
    tokens: tuple[Token, ...]
    said: frozenset[str]
    amounts: tuple[Amount, ...]
    ties: tuple[Tie, ...]
    events: tuple[Event, ...]
    names: tuple[tuple[Span, Name], ...]
    references: tuple[Reference, ...]
    spans: tuple[Span, ...] = ()

    @property
    def own(self) -> Span:
        """Where its own words stand; what it shares with a part before it is left out."""
        return self.spans[-1] if self.spans else self.claim.span

    @property
    def quote(self) -> str:
        """Its words as they stand; of a part those that it shares with others, then its own."""
        start = self.claim.span.start
        return "".join(self.claim.quote[s.start - start : s.end - start] for s in self.spans) or self.claim.quote

    def part(self, spans: Sequence[Span]) -> "ClaimView":
        """What of it stands in some stretches: the words that it shares with other parts, then its own."""
        tokens = tuple(t for t in self.tokens if any(s.start <= t.start < s.end for s in spans))
        held = [(span, n) for span, n in self.names if _in(span, spans)]
        meant = tuple(r for r in self.references if _in(r.span, spans))
        ids = {n.id for _, n in held} | {r.name for r in meant}
        return replace(
            self,
            tokens=tokens,
            said=_said(tokens),
            amounts=tuple(a for a in self.amounts if _in(a.span, spans)),
            ties=tuple(t for t in self.ties if {t.subject, t.object} <= ids),
            events=tuple(e for e in self.events if _in(e.date_span, spans)),
            names=tuple(held),
            references=meant,
            spans=tuple(spans),
        )

    def has(self, name: str) -> bool:
        """Whether a word or phrase of a list of ``claim_kinds`` stands in the claim."""
        return not self.said.isdisjoint(phrases(name))

    def unit(self, *units: str) -> Amount | None:
        """The first amount of one of these units."""
        return next((a for a in self.amounts if a.unit in units), None)


@cache
def phrases(name: str) -> frozenset[str]:
    """A list of ``claim_kinds`` with "_" for the blank of a phrase."""
    return frozenset(w.replace("_", " ") for w in words("claim_kinds", name))


def views(analysis: Analysis | None, found: Found) -> Iterator[ClaimView]:
    """Every claim with what stands in it; what is looked up is sorted once. Without an analysis there are no words."""
    amounts = _Sorted([(a.span, a) for a in found.amounts])
    events = _Sorted([(e.date_span, e) for e in found.events])
    ties = _Sorted([(t.evidence, t) for t in found.ties])
    names = _Sorted([(span, n) for n in found.names if not n.unnamed for span in n.mentions])
    references = _Sorted([(r.span, r) for r in found.references])
    for claim in found.claims:
        tokens = analysis.tokens_in(claim.span)[:_LONG] if analysis else ()
        span = Span(claim.span.start, tokens[-1].end) if tokens else claim.span
        here = tuple(names.over(span))
        meant = tuple(r for _, r in references.over(span))
        ids = {n.id for _, n in here} | {r.name for r in meant}
        yield ClaimView(
            claim,
            tokens,
            _said(tokens),
            tuple(a for _, a in amounts.over(span)),
            tuple(t for _, t in ties.over(span) if {t.subject, t.object} <= ids),
            tuple(e for _, e in events.over(span)),
            here,
            meant,
        )


def _in(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start <= span.start < s.end for s in spans)


def _said(tokens: tuple[Token, ...]) -> frozenset[str]:
    """Lemmas, words and pairs of words; "his own" owns nothing."""
    tokens = tuple(t for t, after in zip(tokens, (None, *tokens), strict=False) if not _is_own(t, after))
    lemmas = [t.lemma.lower() for t in tokens]
    low = [t.text.lower() for t in tokens]
    return frozenset([*lemmas, *low, *(" ".join(p) for p in pairwise(lemmas)), *(" ".join(p) for p in pairwise(low))])


def _is_own(token: Token, before: Token | None) -> bool:
    return before is not None and token.text.lower() == "own" and before.text.lower() in _WHOSE


class _Sorted(Generic[T]):
    """Things in the order of the spans they stand at, to be found by a span that they touch."""

    def __init__(self, things: list[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda t: t[0])
        self._starts = [span.start for span, _ in self._things]
        self._longest = max((span.end - span.start for span, _ in self._things), default=0)

    def over(self, span: Span) -> Iterator[tuple[Span, T]]:
        """Those that share a character with the span, in order."""
        at = bisect_left(self._starts, span.start - self._longest)
        while at < len(self._things) and self._starts[at] < span.end:
            if self._things[at][0].end > span.start:
                yield self._things[at]
            at += 1
