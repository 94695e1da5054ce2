"""What a row of a table of claims says in words, as they are compared: numbers in figures, places as ranks."""

import re

from cuibono.model import quantities
from cuibono.model.claim_kind import ClaimKind

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PLACES = {n: "largest" if n == 1 else f"{word} largest" for n, word in enumerate(ORDINALS, 1)}
_PODIUM = 3  # places that are called by name whatever they are of
_OF_SUPPLY = re.compile(r"produc|output|capacit|mak|manufactur|suppl|export|import|sale|sell|ship", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:no\.?|nr\.?|number|#|rank|place)?\s*(?P<place>\d{1,3})(?:st|nd|rd|th|\.)?(?: place)?", re.IGNORECASE
)
_SPELLED = {
    **{word: n for n, word in enumerate(ORDINALS, 1)}, "one": 1, "number one": 1,
    **{f"第{word}": n for n, word in enumerate("一二三四五六七八九十", 1)},
}  # fmt: skip
_RANK = re.compile(r"\b(?:ranking|position|place|placing|rank)\b(?: (?:among|of|in|for)(?: the)?\b)?", re.IGNORECASE)
#: Values that only say that the property is so.
YES = frozenset({"yes", "true", "y", "是"})
_WHEN = re.compile(r"^(?:the )?(?:year|date|day|time|month)(?: of being| when(?: it was)?|:)? ", re.IGNORECASE)
#: Nouns for what happens once, and the verbs that records are compared by.
_HAPPENED = tuple(
    (
        re.compile(
            rf"^(?:the )?(?:(?:date|year|day|time|month) of (?:its |the )?)?(?:{nouns})(?: date| year| day)?$", re.I
        ),
        verb,
    )
    for nouns, verb in (
        ("foundation|founding|establishment|formation|incorporation", "founded"),
        ("birth|birthday|birthdate", "born"),
        ("death", "died"),
        ("dissolution|liquidation", "dissolved"),
        ("opening|inauguration", "opened"),
        ("closure|closing", "closed"),
    )
)
_TOP = re.compile(r"\b(?:number one|no\. ?1|number 1)\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:rank(?:s|ed)?|came|comes|placed|(?:was|is)(?= \w+ among))"
    rf" ({'|'.join(ORDINALS)}) (?:among|of)(?: the| all)?\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:(?P<what>.+?),? (?:change|growth|development)|(?:change|growth|development) (?:of|in) (?P<of>.+?)) "
    r"(?:from|between) (?P<first>(?:19|20)\d\d) (?:to|and) (?P<last>(?:19|20)\d\d)",
    re.IGNORECASE,
)
#: A number that would be taken for a year: "at least 2000".
_SCALED_YEAR = re.compile(r"(?<![\d.,-])(1(?=[89])|2(?=0))(\d\d\d)(?![\d.,-])")
_TREND = re.compile(r"\b(?:trend|development|change) (?:of|in) (?:its |the |their )?", re.IGNORECASE)


def row_words(kind: ClaimKind, prop: str, stage: str, value: str, unit: str = "") -> str:
    """The property, the stage and the value of a row, each in the words of its kind."""
    if value.strip().lower() in YES:
        value = ""
    if kind == "rank":
        place = place_of(value) or 0
        named = place <= _PODIUM or _OF_SUPPLY.search(prop) or stage
        prop, value = _RANK.sub("rank in", prop), _PLACES.get(place, value) if named else value
    elif kind == "event date":
        prop = _days(prop)
    elif kind == "trend" and (moved := _moved(prop, value, unit)):
        return moved
    elif kind == "trend":
        prop = _TREND.sub("", prop)
    else:
        value = _SCALED_YEAR.sub(r"\1,\2", in_figures(value)) if kind in ("count", "amount") else in_figures(value)
    return f"{prop} {stage} {value}"


def _moved(prop: str, value: str, unit: str) -> str:
    """A change between two years with its number, as what it did: "members, change from 2021 to 2023", -10, percent."""
    found, said = _CHANGED.fullmatch(prop), quantities.parse(value)
    if not found or said is None or said.point is None or not said.point:
        return ""
    size = f"{said.qualifier} {abs(said.point):.12g} {said.unit or unit}".strip()
    what = found["what"] or found["of"]
    return f"{what} {'rose' if said.point > 0 else 'fell'} by {size} from {found['first']} to {found['last']}"


def ranked(text: str) -> str:
    """A rank in a text in the words that it is compared in: the "number one" is the largest."""
    return _FIRST.sub(lambda m: f"{_PLACES[_SPELLED[m[1].lower()]]} of", _TOP.sub("largest", text))


def _days(prop: str) -> str:
    """The property of a day under the word for what happened: "date of foundation", "year founded"."""
    found = next((verb for form, verb in _HAPPENED if form.search(prop)), None)
    return found or _WHEN.sub("", prop)


def place_of(value: str) -> int | None:
    """The place that a rank says: "1", "No. 1", "first", "第一"."""
    plain = value.strip().lower()
    found = _PLACE.fullmatch(plain)
    return int(found["place"]) if found else _SPELLED.get(plain)


def in_figures(value: str) -> str:
    """A value that is a number in words, in figures: "one third" is 33.333; what has figures stays as it is said."""
    said = quantities.parse(value)
    if said is None or said.point is None or any(c.isdigit() for c in value):
        return value
    return f"{said.qualifier} {said.point!r} {said.unit}".strip()
