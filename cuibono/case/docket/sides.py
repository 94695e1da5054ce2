"""A claim that sets two sides against each other is put to a measure of these two: groups of people, arms of a test.

The sides are told by what only one of them is called ("newcomers" and "long-term residents", "16" and "35"), one in
front of the comparison and one behind it. Whatever else the claim says must be in what was measured: the topic or the
outcome, whose decisions, which platform, which time. What names a third side, or says more, stays open.
"""

import re
from dataclasses import replace
from functools import lru_cache

from cuibono.case.docket.compared import Comparing, comparing, denied, fits
from cuibono.case.docket.evens import of_even
from cuibono.case.docket.groups import in_one_way, is_of_stratum
from cuibono.case.docket.measured import outcomes
from cuibono.case.docket.mentions import of_mentions
from cuibono.case.docket.times import days, relation, spoken
from cuibono.case.docket.words import listed, narrowing, stems, stray, tokens
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked

_SPLIT = re.compile(r"(?<=[a-z])(?=\d)|[_/]", re.IGNORECASE)
_REST = re.compile(
    r"^(?:the )?(?:others?|the rest|everybody else|everyone else|anyone else|the other (?:group|arm|accounts))\b",
    re.IGNORECASE,
)
#: How a part of a whole is spoken of.
_NUMBERS = ("percent", "per", "cent", "share", "part", "third", "quarter", "half", "fifth", "made", "make", "up",
            "what", "all", "everything", "accounted", "rate", "proportion", "out", "every")  # fmt: skip
#: Words for people of an age, below and from eighteen years.
_YOUNG = ("teenager", "teen", "minor", "adolescent", "underage")
_GROWN = ("adult", "grown-up")
_ADULT = 18
#: What something is shown in, and no word of what it is about.
_MEDIA = ("video", "clip", "post", "content", "item", "film", "topic", "story", "stories")
#: A bound of the number itself, which compares nothing: "more than half".
_BOUND = re.compile(
    r"\b(?:more|less|fewer) than (?=(?:an? |one |two )?(?:half|third|quarter|fifth|tenth)|\d)", re.IGNORECASE
)
_TESTED = frozenset({"test", "tests", "experiment", "trial", "study"})
_TWO_SIDES = 2
_PART_OF = 0.25  # of a claimed time, that rows must span to speak against a claim of it
#: How people and their cases are spoken of, whichever side they are of.
_AROUND = (
    "among", "both", "groups", "group", "those", "ones", "each", "their", "they", "them", "these", "accounts",
    "account", "aged",
    "from", "for", "by", "children", "people", "persons", "families", "households", "applicants", "applications",
    "requests", "pupils", "students", "patients", "clients", "customers", "cases", "appeals", "places", "users",
    "viewers",
    "asked", "asks", "ask", "applied", "apply", "applies", "applying", "sought", "requested", "wanted", "want", "when",
    "residents", "defendants", "inhabitants", "claimants", "candidates", "borrowers", "taxpayers",
    "offenders", "suspects",
    "petitioners", "proportion", "only", "office", "decided", "decision", "decisions",
    "often", "frequently", "likely", "many", "same", "like", "alike", "about", "age", "who", "whose", "did", "do",
    "does", "done", "there", "also", "even",
)  # fmt: skip
#: How much more it is, said without a number.
_FAR = ("much", "far", "considerably", "significantly", "markedly", "clearly", "noticeably", "substantially")
_FAR_FROM = 1.5


def of_sides(claim: Asked, bearing: Bearing) -> tuple[Verdict | None, str] | None:
    """What a measure of two sides says to a claim, or why nothing; None where the claim compares no such two."""
    if bearing.sides is None or bearing.outcome != "supported":
        return None
    claim = _whole(claim)
    if claim.kind == "trend":
        return of_mentions(claim, bearing)
    if claim.kind == "share":
        return _of_one(claim, bearing)
    claim, bearing = in_one_way(claim, bearing)
    assert bearing.sides is not None
    said = comparing(_apart(claim.words))
    if said is None:
        return None
    front = _front(said, bearing.sides, only=len(bearing.about) <= _TWO_SIDES)
    if front is None:
        return None
    if why := _left(claim, said, bearing):
        return None, why
    ahead = front == bearing.sides[0]
    found = _even(said, ahead, bearing) if bearing.even else _direction(said, ahead, bearing)
    if found is None and bearing.even:
        return None, "no difference was found, and none is not shown to be no more than a small one"
    if found is None:
        return None, "it was not as many times as that, and not clearly otherwise"
    if claim.polarity == "-" and not said.denied:
        found = "contradicted" if found == "supported" else "supported"
    return _in_its_time(claim, bearing, found)


def _of_one(claim: Asked, bearing: Bearing) -> tuple[Verdict | None, str] | None:
    """How much of it one side had: "18 percent of what accounts aged 16 were shown"; the other is not spoken of."""
    assert bearing.sides is not None
    claim, bearing = in_one_way(claim, bearing)
    assert bearing.sides is not None
    text, (one, two) = _apart(claim.words), bearing.sides
    kinds = [k for k in bearing.about[1:] if not stems(_apart(k)) <= stems(text)]
    if kinds or claim.unit != "percent" or not _is_in(text, one, two) or _is_in(text, two, one):
        return None
    if claim.polarity == "-" or denied(text) or comparing(_BOUND.sub("", text)):
        return None, "what it denies or compares is not one share"
    said = Comparing(text, "", "alike", False, text)
    if why := _left(
        claim, said, replace(bearing, sides=(one, one), words=(*bearing.words, *_NUMBERS, *listed("numbers")))
    ):
        return None, why
    return _in_its_time(
        claim, bearing, verdict(Claimed(claim.low, claim.high, claim.qualifier), bearing.low, bearing.high)
    )


def _whole(claim: Asked) -> Asked:
    """A row of a table with its subject before its words, where a text would have it."""
    name = claim.subject.name if claim.subject else ""
    beside = name and claim.words[:1].islower() and not stems(name) <= stems(claim.words)
    return replace(claim, words=f"{name} {claim.words}") if beside else claim


def _apart(text: str) -> str:
    return _SPLIT.sub(" ", text)


def _direction(said: Comparing, ahead: bool, bearing: Bearing) -> Verdict | None:
    """Whether the side in front has more of it, as is said; ``ahead``: it was measured to have."""
    right = said.way != "alike" and ahead == (said.way == "more")
    if right and said.times:
        ratio = bearing.ratio if ahead else _turned(bearing.ratio)
        fit = fits(said, ratio) if ratio else None
        if fit is None:
            return None
        right = fit
    return "supported" if right != said.denied else "contradicted"


def _even(said: Comparing, ahead: bool, bearing: Bearing) -> Verdict | None:
    gap = [abs(p) for p in (bearing.low, bearing.high) if p is not None and bearing.unit == "points"]
    return of_even(said, bearing.ratio if ahead else _turned(bearing.ratio), max(gap, default=None))


def _turned(ratio: tuple[float, float, float] | None) -> tuple[float, float, float] | None:
    return (1 / ratio[0], 1 / ratio[2], 1 / ratio[1]) if ratio and min(ratio) > 0 else None


def _front(said: Comparing, sides: tuple[str, str], *, only: bool) -> str | None:
    """The side that stands in front of the comparison, where the other one stands behind it."""
    one, two = (_apart(s) for s in sides)
    before = [_is_in(said.before, one, two), _is_in(said.before, two, one)]
    behind = [_is_in(said.behind, one, two), _is_in(said.behind, two, one)]
    if not said.behind:
        return sides[0] if all(before) else None
    if only and _REST.search(said.behind) and before.count(True) == 1:
        return sides[before.index(True)]
    if (before, behind) == ([True, False], [False, True]):
        return sides[0]
    return sides[1] if (before, behind) == ([False, True], [True, False]) else None


def _is_in(text: str, side: str, other: str) -> bool:
    """Whether a text names a side by what the other is not called."""
    key = _own(side, other)
    if not key:  # "guild" beside "no guild": what is left of the text without the other
        text = re.sub(re.escape(other), " ", text, flags=re.IGNORECASE)
        key = stems(side) - listed("grammar")
        return bool(key) and other.lower().startswith("lacking ") and key <= stems(text)
    number = next(iter(key)) if len(key) == 1 else ""
    if number.isdigit():
        return _of_age(text, side, other, number)
    return key <= stems(text)


@lru_cache(maxsize=512)
def _own(side: str, other: str) -> frozenset[str]:
    """What only one of two sides is called."""
    return stems(side) - stems(other) - listed("grammar")


def _of_age(text: str, side: str, other: str, number: str) -> bool:
    """Whether a text speaks of those of an age ("aged 16", "16-year-olds", "teenagers") or of an arm with a number."""
    kind = "|".join(map(re.escape, {*tokens(side), "aged", "ages", "age"} - {number}))
    if re.search(rf"\b(?:{kind})s? (?:of )?{number}\b|\b{number}[- ]years?[- ]olds?\b", text, re.IGNORECASE):
        return True
    theirs = next((w for w in tokens(other) if w.isdigit()), "")
    if "age" not in stems(side) or not theirs:
        return False
    young, others_young = int(number) < _ADULT, int(theirs) < _ADULT
    return young != others_young and bool(stems(text) & set(_YOUNG if young else _GROWN))


def _left(claim: Asked, said: Comparing, bearing: Bearing) -> str:
    """What of a claim was not measured, or what was measured that it does not say."""
    assert bearing.sides is not None
    text = stems(_apart(claim.words))
    lacking = [n for n in bearing.needs if not _speaks_of(text, n)]
    if not is_of_stratum(claim.words, bearing):
        lacking = [bearing.within or "all cases", *lacking]
    if lacking:
        return f"what was measured is narrower: {', '.join(lacking[:3])}"
    ages = (*_YOUNG, *_GROWN) if any("age" in stems(_apart(s)) for s in bearing.sides) else ()
    far = _FAR if bearing.ratio and bearing.ratio[1] >= _FAR_FROM else ()
    known = " ".join((*bearing.words, *map(_apart, bearing.sides), *_AROUND, *_MEDIA, *ages, *_rest(said), *far))
    if unknown := [p.name for p in (claim.subject, claim.object) if p and p.whole and _is_other(p.name, known)]:
        return f"{unknown[0]} was not part of what was measured"
    numbers = set(tokens(known))
    rest = _unread(said.rest)
    left = narrowing(rest, known, plain="grammar")
    left += [n for n in stray(replace(claim, words=rest)) if n not in numbers]
    return f"it says more than was measured: {', '.join(left[:3])}" if left else ""


def _rest(said: Comparing) -> list[str]:
    """The words by which a claim means the other side without naming it."""
    found = _REST.search(said.behind)
    return list(tokens(found[0])) if found else []


def _speaks_of(text: frozenset[str], need: str) -> bool:
    """Whether a claim has a word of a topic, a rule or an outcome; what was refused may be called denied."""
    called = [w.replace("_", " ") for row in outcomes() if need.lower() in row for w in row]
    return any(stems(w) <= text for w in called) if called else bool((stems(need) - set(_MEDIA)) & text)


def _is_other(name: str, known: str) -> bool:
    return not stems(_apart(name)) <= stems(known) | listed("grammar")


def _unread(text: str) -> str:
    """A text in which ages stand as numbers of their own."""
    return re.sub(r"(\d+)[- ]years?[- ]olds?\b", r"\1", text)


def _in_its_time(claim: Asked, bearing: Bearing, found: Verdict) -> tuple[Verdict | None, str]:
    """A verdict for the claimed time; against a claim speaks only what spans a part of that, or the test it is of."""
    times = relation(claim.time, bearing.time)
    if not claim.time or times == "same" or (times == "covers" and found == "supported"):
        return found, ""
    if times == "covers" and (_TESTED & set(tokens(claim.words)) or _spans(claim.time, bearing.time)):
        return found, ""
    return None, f"it is of {spoken(claim.time)}, the measure of {spoken(bearing.time)}"


def _spans(claimed: str | None, measured: str | None) -> bool:
    whole, part = days(claimed), days(measured)
    if whole is None or part is None:
        return False
    return (part[1] - part[0]).days + 1 >= _PART_OF * ((whole[1] - whole[0]).days + 1)
