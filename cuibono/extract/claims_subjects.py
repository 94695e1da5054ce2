"""Whom a text turned to last: the subjects before a pronoun that may mean them."""

from collections.abc import Callable

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_bodies import Over, holds_post
from cuibono.extract.claims_cues import has
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name, Span

_NEAR = 50  # tokens in which a described subject is looked for
_BACK = 300  # tokens in which the one a pronoun means is looked for, when nothing else tells
_MEN = frozenset(
    {"husband", "brother", "father", "son", "uncle", "nephew", "grandfather", "widower", "boyfriend", "man"}
)
_WOMEN = frozenset(
    {"wife", "sister", "mother", "daughter", "aunt", "niece", "grandmother", "widow", "girlfriend", "woman"}
)


class Subjects:
    """Looks back from a pronoun; ``told`` is what was said last, whose subjects the text did not turn to.

    ``telling`` is what the pronoun itself tells: "Elm will be sold, she reckons" turns to nobody.
    """

    def __init__(self, analysis: Analysis, over: Over, apposed: Over, quoted: Callable[[int], bool]) -> None:
        self._analysis, self._over, self._apposed, self._quoted = analysis, over, apposed, quoted
        self.told = self.telling = Span(-1, -1)
        self.since = -1  # where the last one who spoke was told

    def plural(self, token: Token) -> Token | None:
        """The people whom "they" means in the same sentence: "I worked with engineers, and they told me"."""
        sentence = self._analysis.sentence_at(token.start)
        first = sentence.first if sentence is not None else token.i
        if (before := self._last_many(sentence.start - 1 if sentence is not None else -1, token)) is not None:
            return before
        for here in reversed(self._analysis.tokens[max(first, token.i - 25) : token.i]):
            if here.tag == "NNS" and (here.lemma == "people" or holds_post(here.lemma)):
                return here
        return None

    def _last_many(self, offset: int, token: Token) -> Token | None:
        """The many who are the subject of the sentence before: "lawyers say something else. They say ..."."""
        before = self._analysis.sentence_at(offset) if offset >= 0 else None
        if before is None or "\n\n" in self._analysis.text[before.start : token.start]:
            return None
        for here in self._analysis.words(before):
            if here.dep in ("nsubj", "nsubjpass"):
                many = here.tag == "NNS" and self._over(here) is None
                return here if many and (here.lemma == "people" or holds_post(here.lemma)) else None
        return None

    def turned_to(self, token: Token, person: bool, never: str | None = None, spoke: Name | None = None) -> Name | None:
        """The last name that was a subject before a pronoun, in its paragraph as far as that can be told.

        ``spoke`` is who spoke last and fits the pronoun: what was a subject before that is not turned to since.
        """
        tokens, text = self._analysis.tokens, self._analysis.text
        for at in range(token.i - 1, max(-1, token.i - _BACK), -1):
            here = tokens[at]
            if "\n" in text[here.end : tokens[at + 1].start] and "\n\n" in text[here.end : tokens[at + 1].start]:
                return None
            if spoke is not None and here.start < self.since:
                return None
            subject = here.dep in ("nsubj", "nsubjpass") and here.pos in ("PROPN", "NOUN")
            said = self._quoted(here.start) or any(s.start <= here.start < s.end for s in (self.told, self.telling))
            if (subject or self._opens(here)) and not said and not _other_sex(here, token):
                name = self._over(here) or self._apposed(here)
                if name is not None and spoke is not None and name.id == spoke.id:
                    return spoke
                fits = name is not None and name.id != never and name.type != "Location"
                if name is not None and fits and (name.type == "Person") == person:
                    return name
        return None

    def tells_of(self, name: Name) -> bool:
        """Whether a name is a subject within what is told, so that another one tells it."""
        heads = (t for t in self._analysis.tokens_in(self.telling) if t.dep in ("nsubj", "nsubjpass"))
        return any((found := self._over(t)) is not None and found.id == name.id for t in heads)

    def _opens(self, token: Token) -> bool:
        """Whether a sentence opens with a name here: it is what the sentence is about, however it was parsed."""
        sentence = self._analysis.sentence_at(token.start) if token.text[:1].isupper() else None
        return sentence is not None and sentence.first == token.i

    def described(self, token: Token) -> Token | None:
        """The last described subject that "they", "it" (a body, a paper) or "he" may mean, a sentence or two back."""
        low = token.text.lower()
        tokens = self._analysis.tokens
        for at in range(token.i - 1, max(-1, token.i - _NEAR), -1):
            here = tokens[at]
            if here.dep in ("nsubj", "nsubjpass") and here.pos == "NOUN" and not has("dumb", here.lemma):
                if low in ("he", "she") and not (holds_post(here.lemma) or here.lemma in words("claim_kinds", "kin")):
                    continue  # "if the ban had come earlier, she says"
                thing = has("body", here.lemma) or has("paper", here.lemma)
                if (here.tag == "NNS") == (low == "they") and (low == "they" or thing == (low == "it")):
                    return here
        return None


def _other_sex(kin: Token, pronoun: Token) -> bool:
    """Whether "she" cannot mean what is called a husband, nor "he" a wife."""
    low = pronoun.text.lower()
    return (low == "she" and kin.lemma.lower() in _MEN) or (low == "he" and kin.lemma.lower() in _WOMEN)
