"""How a claim names the two sides of a measure: by what only one of them is called, by an age, as "both" or "the rest".

Sides are groups of people or arms of a test as a table names them; a text calls them in other words.
"""

import re
from functools import cache, lru_cache

from cuibono.case.docket.compared import Comparing
from cuibono.case.docket.words import listed, stem, stems, tokens
from cuibono.extract.lexicon import lines

_SPLIT = re.compile(r"(?<=[a-z])(?=\d)|[_/]", re.IGNORECASE)
_REST = re.compile(
    r"^(?:the )?(?:others?|the rest|everybody else|everyone else|anyone else|the other (?:group|arm|accounts))\b",
    re.IGNORECASE,
)
_AND_REST = re.compile(
    r"\b(?:and|or) (?:all |the )?(?:others|the rest|everybody else|everyone else|anyone else|anybody else)\b",
    re.IGNORECASE,
)
#: All who are not of the other side: "other people", "those outside the party", "everybody else".
_THE_REST = re.compile(
    r"\bother (?:people|persons|applicants|citizens|families|companies|firms|farmers|men|women|residents|ones)\b"
    r"|\b(?:everybody|everyone|anybody|anyone) else\b|\bthe rest\b|\b(?:all )?the others\b",
    re.IGNORECASE,
)
#: Both at once, where there are but two.
_BOTH = re.compile(
    r"\b(?:both|the two|either|each|every) (?:(?:of|the|test|kinds?|sorts?) )*"
    r"(?:groups?|arms?|sides?|ages?|accounts?|profiles?|applicants|feeds?)\b",
    re.IGNORECASE,
)
#: Whoever they are, in that by which they are told apart: "wherever they were born", "irrespective of sex".
_WHOEVER = (
    r"\b(?:irrespective of|regardless of|no matter|whatever) (?:their |the |the applicant['\u2019]s |one['\u2019]s )?"
)
_WHICHEVER = (
    (
        re.compile(rf"\b(?:wherever|no matter where|(?:regardless|irrespective) of where) (?:they|one|people) "
                   r"(?:were|was|are|is|come|came|had been) (?:born|from)\b"
                   rf"|{_WHOEVER}(?:birthplace|place of birth|origins?|nationality|background|passport|descent)\b",
                   re.I),
        re.compile(r"born|foreign|local|native|newcomer|migrant|resident|citizen|national|islander|settler|minority|"
                   r"origin|descent", re.I),
    ),
    (
        re.compile(rf"{_WHOEVER}(?:sex|gender)\b", re.I),
        re.compile(r"\b(?:men|women|man|woman|male|female|girls?|boys?)\b", re.I),
    ),
    (re.compile(rf"{_WHOEVER}age\b", re.I), re.compile(r"\d|age|young|old|senior|pension", re.I)),
)  # fmt: skip
#: Words for people of an age, below and from eighteen years.
YOUNG = ("teenager", "teen", "minor", "adolescent", "underage")
GROWN = ("adult", "grown-up")
_ADULT = 18
#: What makes of people some of them, so that the word behind it alone would be of more.
_KINDS_OF = frozenset({
    "young", "old", "older", "younger", "small", "large", "big", "new", "rich", "poor", "male", "female", "foreign",
    "local", "former", "single", "married", "northern", "southern", "eastern", "western", "white", "black", "first",
    "other", "private", "public", "self-employed", "disabled", "unemployed", "urban", "rural", "native", "average",
})  # fmt: skip
_TWO_WORDS = 2


def apart(text: str) -> str:
    """A name or a text with its numbers and joined words as words of their own: "age_16" is "age 16"."""
    return _SPLIT.sub(" ", text)


def front(said: Comparing, sides: tuple[str, str], *, only: bool) -> str | None:
    """The side that stands in front of the comparison, where the other one stands behind it."""
    one, two = (apart(s) for s in sides)
    before = [is_in(said.before, one, two), is_in(said.before, two, one)]
    behind = [is_in(said.behind, one, two), is_in(said.behind, two, one)]
    if not said.behind and only and before.count(True) == 1 and _AND_REST.search(said.before):
        return sides[0]
    if not said.behind:
        both = only and not any(before) and _means_both(said.before, one, two)
        return sides[0] if all(before) or both else None
    if only and _REST.search(said.behind) and before.count(True) == 1:
        return sides[before.index(True)]
    if (before, behind) == ([True, False], [False, True]):
        return sides[0]
    return sides[1] if (before, behind) == ([False, True], [True, False]) else None


def names_both(text: str, one: str, two: str) -> bool:
    """Whether a text names both sides, or means both: "both groups"."""
    return (is_in(text, one, two) and is_in(text, two, one)) or _means_both(text, one, two) is not None


def _means_both(text: str, one: str, two: str) -> re.Match[str] | None:
    """Where a text means both sides without naming them: "both groups", "wherever they were born" of two origins."""
    whoever = (said.search(text) for said, of in _WHICHEVER if of.search(one) and of.search(two))
    return _BOTH.search(text) or next((found for found in whoever if found), None)


def is_in(text: str, side: str, other: str) -> bool:
    """Whether a text names a side by what the other is not called."""
    if side.lower().startswith("other ") and _THE_REST.search(text):
        return True
    key = _own(side, other)
    lacking = other.lower().removeprefix("lacking ") if other.lower().startswith("lacking ") else ""
    if not key or (lacking and stems(lacking) < stems(side)):
        # "guild" beside "no guild", "party members" beside "non-members": what is left of the text without the other
        text = re.sub(re.escape(other), " ", text, flags=re.IGNORECASE)
        key = (stems(side) if not key else stems(lacking)) - listed("grammar")
        return bool(key) and bool(lacking) and key <= stems(text)
    number = next(iter(key)) if len(key) == 1 else ""
    if number.isdigit():
        return _of_age(text, side, other, number)
    there = stems(text)
    head = stem(tokens(side)[-1]) if len(key) > 1 else ""
    plain = len(tokens(side)) == _TWO_WORDS and tokens(side)[0] not in _KINDS_OF
    plain = plain or all(w[:1].isupper() for w in side.split()[:-1])  # "members" of Harvest Youth members
    if head in key and head in there and plain:
        return True  # "donors" of fund donors and other firms: what else is said of them is looked at apart
    return all(not called(k).isdisjoint(there) for k in key)


def called(word: str) -> frozenset[str]:
    """The stems by which people of a kind are called beside their own: who is a teen is a teenager."""
    return frozenset({word}).union(*(row for row in _same_people() if word in row))


@cache
def _same_people() -> tuple[frozenset[str], ...]:
    return tuple(stems(line) for line in lines("docket", "same_people"))


@lru_cache(maxsize=512)
def _own(side: str, other: str) -> frozenset[str]:
    """What only one of two sides is called: "locally" of those locally born, beside the foreign-born."""
    parts = stems(other.replace("-", " "))
    own = stems(side) - stems(other) - (parts if stems(side) - parts else frozenset()) - listed("grammar")
    return frozenset(w for w in own if "-" not in w or not (stems(w.replace("-", " ")) - {w}) & own)


def _of_age(text: str, side: str, other: str, number: str) -> bool:
    """Whether a text speaks of those of an age ("aged 16", "16-year-olds", "teenagers") or of an arm with a number."""
    kind = "|".join(map(re.escape, {*tokens(side), "aged", "ages", "age"} - {number}))
    if re.search(rf"\b(?:{kind})s? (?:of )?{number}\b|\b{number}[- ]years?[- ]olds?\b", text, re.IGNORECASE):
        return True
    theirs = next((w for w in tokens(other) if w.isdigit()), "")
    if "age" not in stems(side) or not theirs:
        return False
    young, others_young = int(number) < _ADULT, int(theirs) < _ADULT
    return young != others_young and bool(stems(text) & set(YOUNG if young else GROWN))


def rest_of(said: Comparing) -> list[str]:
    """The words by which a claim means the other side, or both, without naming them."""
    whoever = next((m for form, _ in _WHICHEVER if (m := form.search(said.before))), None)
    both = _BOTH.search(said.before) or _AND_REST.search(said.before) or whoever
    found = _REST.search(said.behind) if said.behind else both
    return list(tokens(found[0])) if found else []
