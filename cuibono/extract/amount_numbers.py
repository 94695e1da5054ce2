"""Numbers in running English text: digits and words, scales and ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.records import Span
from cuibono.model.spelled import ONES, TENS

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9,
    "mn": 1e6, "tn": 1e12, "mln": 1e6, "bln": 1e9,
}  # fmt: skip
_MANY = {
    "dozens": 12.0, "dozen": 12.0, "tens": 10.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12, "couple": 2.0,
}  # fmt: skip
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6, "tenth": 10.0}
_WORDS = sorted({*ONES, *TENS, "hundred", "thousand", "million", "billion", "trillion"}, key=len, reverse=True)
_WORD = "(?:" + "|".join(_WORDS) + ")"
#: "Two hundred and fifty" is one number, "five and eight" are two.
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))\s+and\s+"
_SPELLED = rf"(?:(?:a|an)\s+(?=hundred|thousand|million|billion|trillion))?{_WORD}(?:(?:{_AND}|[\s-]+){_WORD})*"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:[\s-]*(?P<{0}>hundred|thousand|million|billion|trillion|bn|mn|mln|bln|tn|k|m)(?![a-z]))?"
_NUMBER = re.compile(
    rf"(?<![\w.,/#№:-])(?:(?P<digits>{_DIGITS}){_SCALE.format('scale')}|(?P<words>{_SPELLED}))"
    rf"(?:\s*(?:-|–|—|to|or|and)\s*[$€£¥]?(?:(?P<digits2>{_DIGITS}){_SCALE.format('scale2')}|(?P<words2>{_SPELLED})))?"
    r"(?![\w]|[.,]\d|/\d|:\d|(?<=\d)(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"(?<![\w-])(?:(?:a\s+)?(?:few\s+|several\s+)?"
    r"(?P<first>dozens?|tens|scores|hundreds|thousands|millions|billions|trillions|couple)"
    r"(?:\s+of\s+(?P<second>thousands|millions|billions|trillions))?"
    r"|(?<!half )(?P<decades>a|several)(?=\s+(?:decade|century|centuries)))(?![\w-])",
    re.IGNORECASE,
)
_TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TOLD = "one|two|three|four|five|six|seven|eight|nine|ten"
#: Behind what a bare "half" is a part: "just under half", "more than a third".
_BEFORE = ("under", "over", "below", "above", "nearly", "almost", "about", "roughly", "than", "exactly")
_NEAR = "(?:" + "|".join(rf"(?<={word} )" for word in _BEFORE) + ")"
#: Of how many, where what is counted stands before: "one clip in five", and not "one man in five years".
_OF_MANY = rf"(?:every\s+)?(?:{_TOLD})(?![\w-])(?!\s+(?!was\b|is\b|has\b|this\b|does\b)[a-z]+s\b)"
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<count>a|{_TOLD}|\d)[\s-]+)?(?P<part>half|thirds?|quarters?|fifths?|sixths?|tenths?)(?=\s+(?:of|the)|(?<=[hf]s)(?![\w-])|(?<=ds)(?![\w-]))"
    rf"|{_NEAR}(?:a )?(?P<bare>half|third|quarter|fifth|tenth)(?![\w-])"
    r"(?!\s+(?:an?|of|the|century|decade|hour|year|day|dozen|hundred|thousand|million|billion|past|time|way|place|term|as)\b)"
    rf"|(?<![\w-])(?P<one>{_TOLD}|\d)\s+(?:[a-z]+\s+(?=(?:in|out of)\s+{_OF_MANY}))?(?:in|out of)\s+(?:every\s+)?"
    rf"(?P<whole>{_TOLD}|\d{{1,3}})(?![\w-])",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?:first|second|third|fourth|last|next|this|each|every|latter|other)[\s-]+\Z", re.IGNORECASE)
_HALF = re.compile(
    r"(?<![\w-])(?:(?P<long>half an? (?=century|decade))"
    r"|(?P<part>half|a quarter of)\s+an?\s+(?P<scale>million|billion|trillion|hundred|thousand|dozen)(?![\w-])"
    rf"|(?P<whole>{_TOLD}|{_TEENS}|\d{{1,3}})\s+and\s+a\s+half(?:\s+(?P<times>million|billion|trillion|thousand))?(?![\w-]))",
    re.IGNORECASE,
)
_FOLD = re.compile(
    rf"(?<![\w-])(?P<times>{_TOLD}|twelve|twenty|thirty|fifty|hundred|\d{{1,4}})[\s-]?fold(?![\w-])"
    rf"|(?<=factor of )(?P<factor>{_TOLD}|\d{{1,4}}(?:\.\d+)?)(?![\w-])",
    re.IGNORECASE,
)
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands; ``unit`` is set where the wording itself says it ("a third": percent).

    ``few`` is a spelled one or two, which counts only with a measure: "two men came" tells who came.
    """

    span: Span
    low: float
    high: float | None = None
    unit: str = ""
    qualifier: str = ""
    loose: bool = False
    few: bool = False
    like_a_year: bool = False


def numbers(text: str) -> Iterator[Number]:
    """All numbers in order, none inside another."""
    found = [*_halves(text), *_folds(text), *_shares(text), *_loose(text), *_plain(text)]
    at = 0
    for number in sorted(found, key=lambda n: (n.span.start, -n.span.end)):
        if number.span.start >= at:
            at = number.span.end
            yield number


def _plain(text: str) -> Iterator[Number]:
    at = 0
    while (match := _NUMBER.search(text, at)) is not None:
        at = match.end()
        low = _value(match["digits"], match["scale"], match["words"])
        high = _value(match["digits2"], match["scale2"], match["words2"])
        if low is None:
            continue
        span = Span(*match.span())
        if high is not None and not _is_range(match, low, high):
            at = _first_end(match)  # "in 2016 and 95 percent in 2019": the second is a number of its own
            high, span = None, Span(match.start(), at)
        elif high is not None and match["scale2"] and not match["scale"] and match["digits"]:
            low *= _SCALES[match["scale2"].lower()] if low < 1000 else 1.0
        digits = match["digits"] or ""
        year = high is None and len(digits) == 4 and "1500" <= digits <= "2099" and not match["scale"]
        one = (match["words"] or "").lower() in ("one", "two", "zero")
        yield Number(span, low, high, few=one, like_a_year=year)


def _first_end(match: re.Match[str]) -> int:
    return match.end("scale") if match["scale"] else match.end("digits") if match["digits"] else match.end("words")


def _is_range(match: re.Match[str], low: float, high: float) -> bool:
    """Whether two numbers are the ends of one amount: "5 and 7" are two, "5 or 6" is one."""
    second = match.start("digits2") if match["digits2"] else match.start("words2")
    joined = "and" in match.string[_first_end(match) : second].lower()
    return high > low and (
        not joined or match.string[max(0, match.start() - 12) : match.start()].rstrip().lower().endswith("between")
    )


def _value(digits: str | None, scale: str | None, words: str | None) -> float | None:
    if digits:
        plain = digits.replace(",", "")
        return float(plain) * _SCALES.get((scale or "").lower(), 1.0) if len(plain) <= _LONGEST else None
    return _spelled(words) if words else None


def _spelled(words: str) -> float:
    """The value of a number in words: "two hundred and fifty thousand"."""
    total = part = 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in ONES or word in TENS:
            part += ONES.get(word, 0.0) + TENS.get(word, 0.0)
        elif word == "hundred":
            part = (part or 1.0) * 100
        elif word in _SCALES:
            total, part = total + (part or 1.0) * _SCALES[word], 0.0
    return total + part


def _loose(text: str) -> Iterator[Number]:
    """Dozens, hundreds, tens of millions: the least that the words allow."""
    for match in _LOOSE.finditer(text):
        if match["decades"]:
            many = match["decades"].lower().startswith("several")
            yield Number(Span(*match.span("decades")), 2.0 if many else 1.0, qualifier="at least" if many else "")
            continue
        value = _MANY[match["first"].lower()] * _MANY.get((match["second"] or "").lower(), 1.0)
        exact = match["first"].lower() in ("dozen", "couple")
        yield Number(Span(*match.span()), value, qualifier="about" if exact else "at least", loose=True)


def _halves(text: str) -> Iterator[Number]:
    """ "Half a million" and "two and a half"."""
    for match in _HALF.finditer(text):
        if match["long"]:
            yield Number(Span(match.start(), match.end() - 1), 0.5)
        elif match["part"]:
            scale = _SCALES.get(match["scale"].lower(), 12.0)
            yield Number(Span(*match.span()), scale * (0.5 if match["part"].lower() == "half" else 0.25))
        else:
            yield Number(
                Span(*match.span()), (_small(match["whole"]) + 0.5) * _SCALES.get((match["times"] or "").lower(), 1.0)
            )


def _folds(text: str) -> Iterator[Number]:
    """ "Tenfold", "by a factor of eight": times."""
    for match in _FOLD.finditer(text):
        word = match["times"] or match["factor"]
        yield Number(Span(*match.span()), _spelled(word) if word.isalpha() else float(word), unit="times")


def _shares(text: str) -> Iterator[Number]:
    """Halves, thirds and "one in five", in percent."""
    for match in _SHARE.finditer(text):
        if match["part"] and _TERM.search(text, max(0, match.start() - 12), match.start()):
            continue  # "the first half of 2020" is a time
        if match["bare"]:
            value = _PARTS[match["bare"].lower()]
        elif match["part"]:
            count = _small(match["count"]) if match["count"] and match["count"].lower() != "a" else 1.0
            value = _PARTS[match["part"].lower().rstrip("s")] * count
        else:
            value = 100 * _small(match["one"]) / max(_small(match["whole"]), 1.0)
        yield Number(Span(*match.span()), round(value, 6), unit="percent")


def _small(word: str) -> float:
    return float(word) if word.isdigit() else ONES[word.lower()]
