"""Whom 公司, 其 and 他 mean at the head of a clause: the only one named before, in the sentence or its paragraph.

Where two firms, or two people, were named, nobody can tell without more than words, and it stays open.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from cuibono.extract.lexicon import words
from cuibono.extract.records import EntityType, Name, Reference, Span

_SURE = 0.8
_EDGE = r"(?:(?<=[，。：；、“\n])|^|(?<=年)|(?<=[月日]))"
_LISTS: tuple[tuple[str, EntityType], ...] = (("firm_again", "Organization"), ("person_again", "Person"))


def find(view: str, spans: Sequence[Span], names: Sequence[Name]) -> Iterator[Reference]:
    """The words of a simplified view that stand for a name, each with whom it means; ``spans`` are the sentences."""
    named = sorted((span, n) for n in names if not n.unnamed for span in n.mentions)
    for part, kind in _LISTS:
        mine = [(span, n) for span, n in named if n.type == kind and not n.name.endswith(_press())]
        for match in _form(part).finditer(view):
            if (name := _meant(view, match.start(), spans, mine)) is not None:
                yield Reference(Span(*match.span()), match[0], name, _SURE)


def _meant(view: str, at: int, spans: Sequence[Span], named: Sequence[tuple[Span, Name]]) -> str | None:
    """The only one named before, in the sentence, else in the paragraph."""
    sentence = max((s.start for s in spans if s.start <= at), default=0)
    for start in (sentence, view.rfind("\n", 0, at) + 1):
        before = {n.id for span, n in named if start <= span.start < at}
        if before:
            return before.pop() if len(before) == 1 else None
    return None


@cache
def _press() -> tuple[str, ...]:
    return tuple(words("chinese_speech", "press"))


@cache
def _form(part: str) -> re.Pattern[str]:
    listed = "|".join(sorted(words("chinese_kinds", part), key=len, reverse=True))
    return re.compile(rf"{_EDGE}(?:{listed})(?![们中他它实次余间人])", re.MULTILINE)
