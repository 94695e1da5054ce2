"""The whole of a name of which a model saw only a part: a family name without the given one, a valley without its name.

Also the other way round: who is "of Elm Bay" is called without it.
"""

import re
from dataclasses import replace

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.lexicon import words
from cuibono.extract.mention_signs import noun_kind
from cuibono.extract.records import Mention, Span

_OF = re.compile(r" of (?:the )?[A-Z][\w\u2019'-]*\w(?: [A-Z][\w-]*\w)?")
_OF_PLACE = re.compile(r"(?P<who>[A-Z][\w\u2019'-]+ [A-Z][\w\u2019'-]+) of [A-Z][\w -]*\Z")
_NO_NAMES = ("opening", "title", "nationality", "not_a_name", "country", "city", "adverb", "field", "organisation")


def whole_name(view: str, analysis: Analysis, span: Span, label: str) -> Span:
    """The span of a name of which a model guessed a part, made whole."""
    text = span.of(view)
    if label in ("LOC", "GPE", "FAC") and text in words("names", "place"):
        behind = _OF.match(view, span.end)
        return Span(span.start, behind.end()) if behind else span
    if label in ("PERSON", "PRODUCT") and text.isalpha():
        return Span(_given(view, analysis, span), _family(view, analysis, span))
    return span


def without_verb(analysis: Analysis, span: Span) -> Span:
    """The span of a name without the verb that a model took along: "the Elm Gazette mentioned"."""
    words_in = analysis.tokens_in(span)
    last = words_in[-1] if len(words_in) > 1 else None
    if last is None or last.end != span.end or not last.text.isalpha() or not last.text.islower():
        return span
    if last.pos != "VERB" and not last.text.endswith("ed"):
        return span
    return Span(span.start, words_in[-2].end) if words_in[-2].text[:1].isupper() else span


def without_place(mention: Mention) -> Mention:
    """A person without where he is from: "Dorn Weller of Elm Bay"."""
    found = _OF_PLACE.match(mention.quote) if mention.type == "Person" else None
    if found is None:
        return mention
    end = mention.span.start + len(found["who"])
    return replace(mention, span=Span(mention.span.start, end), quote=found["who"])


def _given(view: str, analysis: Analysis, span: Span) -> int:
    """Where a name begins, the large word with it that a parser hangs on it: "Ada Quill" for "Quill"."""
    name = analysis.token_at(span.start)
    if name is None or name.i == 0 or name.start != span.start:
        return span.start
    before = analysis.tokens[name.i - 1]
    joined = before.dep == "compound" and before.head == name.i and view[before.end : span.start] == " "
    return before.start if joined and _of_a_name(before) else span.start


def _family(view: str, analysis: Analysis, span: Span) -> int:
    """Where a name ends, the large word with it on which a parser hangs it: "Holm Prady" for "Holm"."""
    name = analysis.token_at(span.start)
    if name is None or name.end != span.end or name.i + 1 >= len(analysis.tokens) or name.dep != "compound":
        return span.end
    behind = analysis.tokens[name.i + 1]
    joined = name.head == behind.i and view[span.end : behind.start] == " " and name.tag == "NNP"
    return behind.end if joined and _of_a_name(behind) and _of_a_name(name) else span.end


def _of_a_name(token: Token) -> bool:
    """Whether a word may be one of a person's name: written large, and no word for a body, a post or a country."""
    large = token.tag == "NNP" and token.text.isalpha() and token.text.istitle() and len(token.text) > 2
    return large and noun_kind(token.text) is None and not any(token.text in words("names", n) for n in _NO_NAMES)
