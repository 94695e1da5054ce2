"""Who speaks in a quote with no verb of saying: "Ada Lind shook her head. 'The mill has closed.'" is Ada Lind's.

It is the person whom the sentence before it in its paragraph is about, by name; where the quote opens its paragraph,
the one behind it. Of bodies and places, of two people, and of a sentence that is quoted itself nobody can tell.
"""

from cuibono.extract import claim_clauses as clauses
from cuibono.extract.analysis import Analysis, Sentence
from cuibono.extract.claims_quotes import Paragraphs
from cuibono.extract.claims_speakers import Voice, Voices
from cuibono.extract.records import Span

_MARKS = '"\u201c\u201d'
_SURE = 0.6


class Beside:
    """Looks at the sentences beside quotes."""

    def __init__(self, analysis: Analysis, voices: Voices, paragraphs: Paragraphs) -> None:
        self._analysis, self._voices, self._paragraphs = analysis, voices, paragraphs

    def of(self, quote: Span) -> Voice | None:
        """The one person by name whom the sentence beside a quote is about."""
        text, here = self._analysis.text, self._paragraphs.at(quote.start)
        before = text[here.start : quote.start].rstrip(_MARKS + " ")
        if before.strip("-*\u2022> "):
            told = before[-1:] in ".!?"
            return self._about(self._analysis.sentence_at(here.start + len(before) - 1), here) if told else None
        after = text[quote.end : here.end].lstrip(_MARKS + " .!?")
        return self._about(self._analysis.sentence_at(here.end - len(after)), here) if after else None

    def _about(self, sentence: Sentence | None, here: Span) -> Voice | None:
        if sentence is None or sentence.start < here.start:
            return None
        tokens = self._analysis.words(sentence)
        if any(t.text in _MARKS for t in tokens):
            return None
        who = clauses.subject(self._analysis, tokens, clauses.core(self._analysis, tokens))
        name = self._voices.over(who) if who is not None else None
        if who is None or name is None or name.type != "Person" or name.unnamed:
            return None
        alone = not any(c.dep == "conj" for c in self._analysis.children(who))
        return Voice(name.id, self._voices.kind(name), _SURE, guessed=True) if alone else None
