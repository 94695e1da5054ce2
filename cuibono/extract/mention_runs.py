"""Words written large that no model and no head word claimed: names, if the words beside them say so."""

import re
from collections.abc import Iterator, Sequence

from cuibono.extract.analysis import Analysis
from cuibono.extract.lexicon import words
from cuibono.extract.records import Span

_WORD = r"(?:[A-Z][\w’'-]*\w|[A-Z]\.)"
#: Words written large, and a number after them as phones have it: "Bramble 60 Pro".
_RUN = re.compile(
    rf"(?<![\w’'.-])[\"“‘']?{_WORD}(?:[ ](?:de[ ]|van[ ]|von[ ]|of[ ]|al-)?{_WORD}){{0,3}}"
    r"(?:[ ]\d{1,4}[a-z]?(?:[ ](?:Pro|Plus|Max|Ultra|Mini)\b)?(?![.,]\d))?(?![\w-])"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OPENS = re.compile(r"(?:\A|[.!?:;…\n\"“”‘(\])]|[-–—])\s*[\"“‘']?\Z")


def runs(view: str, analysis: Analysis, taken: Sequence[Span]) -> Iterator[Span]:
    """Runs of large words between what is taken already; the first word of a sentence needs a reason to be one."""
    cells = _Taken(taken)
    for match in _RUN.finditer(view):
        start, end = match.span()
        if view[start] in "\"“‘'":
            start += 1
        for piece in cells.left(Span(start, end)):
            found = _cut(view, analysis, piece)
            if found is not None:
                yield found


class _Taken:
    """The spans that are taken, gone through in order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def left(self, span: Span) -> Iterator[Span]:
        """What of a span is free; spans must be asked for in order."""
        while self._at < len(self._spans) and self._spans[self._at].end <= span.start:
            self._at += 1
        start, at = span.start, self._at
        while at < len(self._spans) and self._spans[at].start < span.end:
            if self._spans[at].start > start:
                yield Span(start, self._spans[at].start)
            start = max(start, self._spans[at].end)
            at += 1
        if start < span.end:
            yield Span(start, span.end)


def _cut(view: str, analysis: Analysis, span: Span) -> Span | None:
    """The run without words that open a sentence and words that name nobody; None when nothing is left."""
    start, end = span
    while start < end and not view[start].isalnum():
        start += 1
    while True:
        word = re.match(r"[\w’'.-]+", view[start:end])
        if word is None:
            return None
        bare = _POSSESSIVE.sub("", word[0])
        if not _empty(bare) and not (_opens(view, start) and _common(view, analysis, start, bare)):
            break
        start += word.end()
        while start < end and view[start] == " ":
            start += 1
    while end > start and (view[end - 1] in " .'’\"“" or view[start:end].endswith(("'s", "’s"))):
        end -= 2 if view[start:end].endswith(("'s", "’s")) else 1
    last = view[start:end].rsplit(" ", 1)[-1]
    if last in words("names", "not_a_name") and not last.isdigit():
        end = max(start, end - len(last) - 1)
    token = analysis.token_at(start)
    if end - start < 3:
        return None
    numbered = re.search(r" \d", view[start:end]) is not None
    if analysis.parsed and (token is None or not (token.tag.startswith("NNP") or numbered)):
        return None
    return Span(start, end)


def _empty(word: str) -> bool:
    return any(word in words("names", name) for name in ("opening", "title", "nationality", "not_a_name"))


def _opens(view: str, start: int) -> bool:
    return _OPENS.search(view[max(0, start - 4) : start]) is not None or start == 0


def _common(view: str, analysis: Analysis, start: int, word: str) -> bool:
    """Whether the first word of a sentence may be any word: no grammar that says it is a name."""
    token = analysis.token_at(start)
    sure = analysis.parsed and token is not None and token.tag.startswith("NNP")
    return not sure or len(word) < 3 or word in words("names", "adverb")
