"""Lines that are no running text: headings in capitals, and what a page says about itself."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from cuibono.extract.lexicon import lines
from cuibono.extract.records import Span

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_HEADING = 110  # characters; a longer line is a paragraph


class Lines:
    """Where headings and furniture stand, to be asked for by offset."""

    def __init__(self, view: str) -> None:
        spans = [Span(*m.span()) for m in _LINE.finditer(view)]
        furniture = re.compile("|".join(lines("name_signs", "furniture")), re.IGNORECASE)
        self._headings = [s for s in spans if s.end - s.start <= _HEADING and is_heading(s.of(view))]
        self._furniture = [s for s in spans if s.end - s.start <= 2 * _HEADING and furniture.match(s.of(view))]

    def heading(self, offset: int) -> bool:
        """Whether a heading lies over an offset."""
        return _over(self._headings, offset)

    def furniture(self, offset: int) -> bool:
        """Whether a line that belongs to the page, not to the text, lies over an offset."""
        return _over(self._furniture, offset)


def is_heading(line: str) -> bool:
    """Whether a line is written as a heading: no full stop, and its longer words large."""
    line = line.strip()
    if not line or line[-1] in '.!,;:"”…' or line.count(". ") > 1:
        return False
    found = _WORD.findall(line)
    longer = [w for w in found if len(w) > 3 or w.isupper()]
    return len(found) > 1 and len(longer) > 1 and sum(w[0].isupper() for w in longer) * 10 >= len(longer) * 8


def _over(spans: Sequence[Span], offset: int) -> bool:
    at = bisect_right(spans, offset, key=lambda s: s.start) - 1
    return at >= 0 and offset < spans[at].end
