"""How much somebody holds where words say it, not numbers: "majority owner", "wholly owned", "belongs entirely to"."""

import re

from cuibono.model.quantities import Quantity

_MAJORITY = re.compile(r"\b(?:majority|mostly|most of)\b", re.IGNORECASE)
_MINORITY = re.compile(r"\bminority\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:wholly|fully|entirely|completely|outright|sole (?:owner|shareholder)|only (?:owner|shareholder)|all of)\b",
    re.IGNORECASE,
)


_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)")


def held_in_words(words: str) -> Quantity | None:
    """What words say of how much is held ("100% owned by"); None where they say nothing, or more than one thing."""
    found = [said for form, said in _SAID if form.search(words)]
    found += [Quantity(float(n), float(n), "percent") for n in _PERCENT.findall(words)]
    return found[0] if len(found) == 1 else None


_SAID = (
    (_MAJORITY, Quantity(50.0, None, "percent", "more than")),
    (_MINORITY, Quantity(None, 50.0, "percent", "less than")),
    (_ALL, Quantity(100.0, 100.0, "percent")),
)
