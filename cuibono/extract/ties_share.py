"""How much of something is owned, where the words around the tie say so."""

import re

from cuibono.extract.ties_draft import Draft
from cuibono.extract.ties_items import Row

_PERCENT = re.compile(
    r"(\d{1,3}(?:\.\d+)?)(?:\s*(?:to|-|–)\s*(\d{1,3}(?:\.\d+)?))?\s*(?:percent|per cent|%)", re.IGNORECASE
)
_WORDS = re.compile(r"\b(wholly|fully|majority|half|whole|entire(?:ly)?|minority)\b", re.IGNORECASE)
_PARTS = {"wholly": (1.0, 1.0), "fully": (1.0, 1.0), "whole": (1.0, 1.0), "entire": (1.0, 1.0), "entirely": (1.0, 1.0),
          "majority": (0.5, 1.0), "half": (0.5, 0.5), "minority": (0.0, 0.5)}  # fmt: skip
_NEAR = 60


def share(row: Row, draft: Draft) -> tuple[float, float] | None:
    """The part from 0 to 1, as low and high end; None where none or more than one stands near."""
    if draft.type != "owns_controls":
        return None
    tokens = row.analysis.tokens
    ends = [tokens[draft.subject.first], tokens[draft.object.last - 1], tokens[draft.trigger]]
    low = max(row.span.start, min(t.start for t in ends) - _NEAR)
    high = min(row.span.end, max(t.end for t in ends) + _NEAR)
    text = row.analysis.text[low:high]
    found = [m for m in _PERCENT.finditer(text) if float(m[1]) <= 100]
    if len(found) == 1:
        first = float(found[0][1]) / 100
        last = float(found[0][2]) / 100 if found[0][2] else first
        return (round(first, 6), round(max(first, last), 6)) if last <= 1 else None
    told = {m[1].lower() for m in _WORDS.finditer(text)}
    return _PARTS[told.pop()] if not found and len(told) == 1 else None
