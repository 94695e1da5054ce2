"""Names that no model saw but the text itself introduces: "I'm X", "his name is X", "by X" above an interview."""

import re
from collections.abc import Iterator

from cuibono.extract.lexicon import words
from cuibono.extract.records import Span
from cuibono.extract.turns_people import People

_NAME = r"([A-Z][\w'’-]{1,20}(?: [A-Z]\.)?(?: [A-Z][\w'’-]{1,20}){1,2})(?![\w’'-])"
_FULL = re.compile(
    r"(?:\b[Ii]['’]m|\bI am|\b[Mm]y name is|\b(?:[Hh]is|[Hh]er|[Tt]heir) name is|\b(?:[Hh]osted|[Pp]resented"
    rf"|[Nn]arrated|[Ii]nterviewed|[Ii]nterview) by|\b[Yy]our host,?|(?:^|(?<=\n))(?:by|By|BY))[ \t]+{_NAME}"
)
_ALIAS = re.compile(
    r"\b(?:call|calling) (?:him|her|them) ([A-Z][a-z]{1,20})(?=[,.;:]|\s(?:is|was|has|says|because|to)\b)"
)


def discover(view: str, people: People) -> None:
    """Add those who are introduced by name and were not found as names before."""
    for span in [*_spans(view, _FULL), *_spans(view, _ALIAS)]:
        text = span.of(view)
        if people.named_at(span) or any(w in _never() for w in text.split()):
            continue
        who = people.find(text)
        if who is None or people.name(who).type != "Person":
            who = people.add(text)
            for place in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", view):
                people.label(who, Span(*place.span()), text)
    people.settle()


def _spans(view: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    for match in pattern.finditer(view):
        yield Span(*match.span(1))


def _never() -> frozenset[str]:
    return words("names", "not_a_name") | words("names", "country") | words("names", "nationality")
