"""Numbers that are spelled in English: "nine", "twenty-five", "one hundred and twenty", "two thirds", "a tenth"."""

import re

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_PIECES = "half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth"
ONES = {w: float(n) for n, w in enumerate(_SMALL.split())}
TENS = {w: 10.0 * n for n, w in enumerate(_ROUND.split(), start=2)}
_PARTS = {w: float(n) for n, w in enumerate(_PIECES.split(), start=2)} | {
    "fourth": 4.0, "twentieth": 20.0, "hundredth": 100.0,
}  # fmt: skip
_WORD = r"(?:" + "|".join(sorted({*ONES, *TENS, "hundred"}, key=len, reverse=True)) + r")"
_NUMBER = re.compile(rf"{_WORD}(?:(?:[ -]| and ){_WORD})*(?![\w-])", re.IGNORECASE)
_FRACTION = re.compile(
    rf"(?:(?P<count>an?|{'|'.join(ONES)})[ -])?(?P<part>{'|'.join(_PARTS)}|halve)s?(?: of)?", re.IGNORECASE
)
#: What may follow a spelled number in a quantity; a name may begin with one ("Three Rivers Bank").
_AFTER = re.compile(r"\s*(?:$|%|per\s?cent|pct|hundred|thousand|million|billion|trillion|bn\b|mln\b)", re.IGNORECASE)


def spelled(text: str) -> tuple[float, str] | None:
    """A number in words at the beginning of a text, and what follows it.

    >>> spelled("twenty-five percent")
    (25.0, ' percent')
    """
    found = _NUMBER.match(text)
    if found is None or not _AFTER.match(text, found.end()):
        return None
    value = _valued(re.split(r"[ -]", found[0].lower()))
    return None if value is None else (value, text[found.end() :])


def fraction(text: str) -> float | None:
    """A part of a whole in words, as a part of one.

    >>> fraction("three quarters")
    0.75
    """
    found = _FRACTION.fullmatch(text.strip())
    if found is None or (not found["count"] and found["part"].lower() != "half"):
        return None
    count = ONES.get((found["count"] or "one").lower(), 1.0)
    part = count / _PARTS.get(found["part"].lower(), 2.0)
    return part if 0 < part <= 1 else None


def _valued(said: list[str]) -> float | None:
    """The value of number words in order; None where they do not make one number ("two three")."""
    total, last = 0.0, 1_000.0
    for word in said:
        if word == "and":
            continue
        if word == "hundred":
            if not 0 < total < 10:
                return None
            total, last = total * 100, 100.0
            continue
        value, size = (TENS[word], 100.0) if word in TENS else (ONES[word], 10.0 if ONES[word] < 10 else 100.0)
        if size > last or (last < 1_000 and value >= last):
            return None
        total, last = total + value, 10.0 if word in TENS else 1.0
    return total
