"""Who spoke last while a text is gone through in order, and in whose turn a place lies."""

from bisect import bisect_right
from collections.abc import Sequence

from cuibono.extract.analysis import Analysis
from cuibono.extract.claims_beside_quote import Beside
from cuibono.extract.claims_quotes import Paragraphs
from cuibono.extract.claims_speakers import Voice, Voices
from cuibono.extract.records import Span, Turn


class Run:
    """Who spoke last while the drafts are gone through in order, and in whose turn an offset lies."""

    def __init__(self, analysis: Analysis, voices: Voices, paragraphs: Paragraphs, turns: Sequence[Turn]) -> None:
        self.analysis, self.voices, self.paragraphs = analysis, voices, paragraphs
        self._turns = sorted(turns, key=lambda t: t.span)
        self._near = Beside(analysis, voices, paragraphs)
        self._last: Voice | None = None
        self._paragraph = -9
        self._spoken_in: int | None = None

    def last(self, offset: int, back: int = 1) -> Voice | None:
        """Who spoke last, in this paragraph or the one before."""
        near = self.paragraphs.number(offset) - self._paragraph <= back
        return self._last if near and self._turn_at(offset) == self._spoken_in else None

    def beside(self, quote: Span) -> Voice | None:
        """The person whom the sentence before a quote that nobody is said to speak is about, or the one behind it."""
        return self._near.of(quote)

    def spoke(self, voice: Voice, offset: int) -> None:
        """Remember who spoke."""
        self._last, self._paragraph = voice, self.paragraphs.number(offset)
        self._spoken_in = self._turn_at(offset)

    def _turn_at(self, offset: int) -> int | None:
        """The number of the labelled turn over an offset: "they" in one voice's mouth is nobody of another's."""
        at = bisect_right(self._turns, offset, key=lambda t: t.span.start) - 1
        return at if at >= 0 and self._turns[at].label is not None else None

    def turn(self, offset: int, *, sure: bool = False) -> str | None:
        """The speaker of the turn over an offset; with ``sure`` only one who was not guessed."""
        at = bisect_right(self._turns, offset, key=lambda t: t.span.start) - 1
        if at < 0 or offset >= self._turns[at].span.end or (sure and self._turns[at].needs_person):
            return None
        return self._turns[at].speaker
