"""A claim that sets two sides against each other is put to a measure of these two: groups of people, arms of a test.

The sides are told by what only one of them is called ("newcomers" and "long-term residents", "16" and "35"), one in
front of the comparison and one behind it. Whatever else the claim says must be in what was measured: the topic or the
outcome, whose decisions, which platform, which time. What names a third side, or says more, stays open.
"""

import re
from dataclasses import replace

from cuibono.case.docket.compared import Comparing, comparing, denied, fits
from cuibono.case.docket.evens import of_even
from cuibono.case.docket.feed_wordings import HARDLY, ONLY, of_no_topic
from cuibono.case.docket.groups import in_its_stratum, in_one_way, is_of_stratum, told_within
from cuibono.case.docket.measured import outcomes
from cuibono.case.docket.mentions import of_mentions
from cuibono.case.docket.side_names import GROWN, YOUNG, apart, called, front, is_in, names_both, rest_of
from cuibono.case.docket.surroundings import sentence_before
from cuibono.case.docket.times import days, relation, spoken
from cuibono.case.docket.treated import by_outcome, of_no_outcome
from cuibono.case.docket.words import listed, narrowing, stems, stray, tokens
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model.bearing import EACH, Bearing
from cuibono.model.docket import Asked

#: How a part of a whole is spoken of.
_NUMBERS = ("percent", "per", "cent", "share", "part", "third", "quarter", "half", "fifth", "made", "make", "up",
            "what", "all", "everything", "accounted", "rate", "proportion", "out", "every",
            "came", "come", "comes", "from",
            "dealt", "with", "concerned", "devoted", "dedicated", "covered", "roughly", "related")  # fmt: skip
#: What something is shown in, and no word of what it is about.
_MEDIA = ("video", "clip", "post", "content", "item", "film", "topic", "story", "stories")
#: A bound of the number itself, which compares nothing: "more than half".
_BOUND = re.compile(
    r"\b(?:more|less|fewer) than (?=(?:an? |one |two )?(?:half|third|quarter|fifth|tenth)|\d)", re.IGNORECASE
)
#: What like cases are said to have alike, which is measured only where the strata are of that.
_SAME_THING = re.compile(r"\b(?:of|with) the same (?!way\b|office\b|rule\b|year\b|time\b)(\w+)", re.IGNORECASE)
#: The feed of whoever speaks: test accounts may be called so, and whose they are does not matter.
_OWN_FEED = re.compile(r"\b(?:our|my) (?:feed|app|algorithm|platform|network|service|timeline)s?\b", re.IGNORECASE)
#: What some are said to lack, which was no stratum of the measure: "women without one", "men without children".
_LACKING = re.compile(r"\bwithout (?!(?:any )?(?:distinction|difference|exception)\b)\w+", re.IGNORECASE)
#: What is denied where two fare alike, which is how that is said.
_NO_GAP = re.compile(
    r"\bno (?:\w+ )?(?:difference|distinction|gap|differently)s?\b|\bwithout (?:any )?(?:distinction|difference)\b",
    re.I,
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
    "offenders", "suspects", "owners", "owner", "operators",
    "after", "where", "whenever", "once", "everybody", "everyone", "else",
    "petitioners", "proportion", "only", "office", "decided", "decision", "decisions",
    "deciding", "decides", "treat", "treats", "treated", "holders", "holder", "travellers", "visitors",
    "being", "during", "what", "whether", "if",
    "often", "frequently", "likely", "many", "same", "like", "alike", "about", "age", "who", "whose", "did", "do",
    "does", "done", "there", "also", "even",
)  # fmt: skip
#: How much more it is, said without a number.
_FAR = ("much", "far", "considerably", "significantly", "markedly", "clearly", "noticeably", "substantially")
_FAR_FROM = 1.5
#: By what a claim means what was said before, and the words of that.
_MEANS_IT = re.compile(
    r"\b(?:it|this|that|the (?:share|figure|part|rate|proportion|number)|such|of (?:that|this|the same) (?:sort|kind)|"
    r"they|these|them|the same)\b",
    re.IGNORECASE,
)
_MEANING_IT = ("it", "this", "that", "such", "sort", "kind", "figure", "number", "same", "these", "only", "just")
#: Up to what part, in percent, it is next to nothing, and from where it surely is more; and what is more than none.
_NEXT_TO_NOTHING, _SOME = (5.5, 20.0), 1.0


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
    claim, bearing = in_its_stratum(*of_no_topic(*of_no_outcome(*by_outcome(claim, bearing))))
    assert bearing.sides is not None
    said = comparing(apart(claim.words))
    if said is None:
        return None
    ahead_ = front(said, bearing.sides, only=len(bearing.about) <= _TWO_SIDES)
    if ahead_ is None:
        return None
    if why := _left(claim, said, bearing):
        return None, why
    if _OWN_FEED.search(claim.words):
        return None, "whose it is, is not said"
    ahead = ahead_ == bearing.sides[0]
    found = _even(said, ahead, bearing) if bearing.even else _direction(said, ahead, bearing)
    if found is None and bearing.even:
        return None, "no difference was found, and none is not shown to be no more than a small one"
    if found is None:
        return None, "it was not as many times as that, and not clearly otherwise"
    if claim.polarity == "-" and not said.denied and said.way == "alike" and not _NO_GAP.search(claim.words):
        return None, "what it denies is not sure"  # "no group was treated differently" is that all were treated alike
    if claim.polarity == "-" and not said.denied and not _NO_GAP.search(claim.words):
        found = "contradicted" if found == "supported" else "supported"
    return _in_its_time(claim, bearing, found)


def _of_one(claim: Asked, bearing: Bearing) -> tuple[Verdict | None, str] | None:
    """How much of it one side had: "18 percent of what accounts aged 16 were shown"; the other is not spoken of."""
    assert bearing.sides is not None
    claim, bearing = in_one_way(claim, bearing)
    assert bearing.sides is not None
    within = told_within(claim, bearing)
    claim, bearing = in_its_stratum(claim, bearing)
    assert bearing.sides is not None
    text, (one, two) = apart(claim.words), bearing.sides
    alone = is_in(text, one, two) and not is_in(text, two, one)
    if claim.qualifier == ONLY:
        one, two = two, one  # nobody but those who are named: the measure is of the others
        alone = is_in(text, one, two) and not is_in(text, two, one)
    if within == "left" or claim.unit != "percent" or not (alone or names_both(text, one, two)):
        return None
    if claim.polarity == "-" or denied(text) or comparing(_BOUND.sub("", text)):
        return None, "what it denies or compares is not one share"
    said = Comparing(text, "", "alike", False, text)
    meant = _by_what_was_said(claim, bearing)
    bearing = meant or bearing
    known = (*bearing.words, *_NUMBERS, *listed("numbers"), *(_MEANING_IT if meant else ()))
    if why := _left(
        claim, said, replace(bearing, sides=(one, one) if alone else (one, two), words=known, strata=(), within="")
    ):
        return None, why
    found = _of_part(claim, bearing)
    if (within == "around" or meant) and found != "supported":
        return None, "what its text says around it may narrow it"
    if not alone and found == "contradicted":
        found = "not identified"  # both together may well be so
    return _in_its_time(claim, bearing, found)


def _of_part(claim: Asked, bearing: Bearing) -> Verdict:
    """What the part that was measured says to the claimed one, or to that it is nothing, or next to nothing."""
    if claim.qualifier not in (ONLY, HARDLY) and (claim.low, claim.high) != (0.0, 0.0):
        return verdict(Claimed(claim.low, claim.high, claim.qualifier), bearing.low, bearing.high)
    part = bearing.low or 0.0
    least, most = _NEXT_TO_NOTHING if claim.qualifier == HARDLY else (0.0, _SOME)
    if part <= least:
        return "supported"
    return "contradicted" if part >= most else "not identified"


def _whole(claim: Asked) -> Asked:
    """A row of a table with its subject before its words, where a text would have it."""
    name = claim.subject.name if claim.subject else ""
    beside = name and claim.words[:1].islower() and not stems(name) <= stems(claim.words)
    return replace(claim, words=f"{name} {claim.words}") if beside else claim


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


def _by_what_was_said(claim: Asked, bearing: Bearing) -> Bearing | None:
    """A measure without the topic or the outcome that a claim leaves to the sentence before; None where it leaves none.

    "For the capital accounts it was one video in twenty" is of what the sentence before is of.
    """
    text = stems(apart(claim.words))
    lacking = [n for n in bearing.needs if not _speaks_of(text, n)]
    told = sentence_before(claim) if lacking and _MEANS_IT.search(claim.words) else ""
    if not told or any(not _speaks_of(stems(apart(told)), n) for n in lacking):
        return None
    return replace(bearing, needs=tuple(n for n in bearing.needs if n not in lacking))


def _left(claim: Asked, said: Comparing, bearing: Bearing) -> str:
    """What of a claim was not measured, or what was measured that it does not say."""
    assert bearing.sides is not None
    text = stems(apart(claim.words))
    lacking = [n for n in bearing.needs if not _speaks_of(text, n)]
    if not is_of_stratum(claim.words, bearing):
        lacking = [bearing.within or "all cases", *lacking]
    if lacking:
        return f"what was measured is narrower: {', '.join(lacking[:3])}"
    ages: tuple[str, ...] = (*YOUNG, *GROWN) if any("age" in stems(apart(s)) for s in bearing.sides) else ()
    ages += tuple(w for s in bearing.sides for k in stems(apart(s)) for w in called(k))
    far = _FAR if bearing.ratio and bearing.ratio[1] >= _FAR_FROM else ()
    each = ("or", "and", "each", "all") if bearing.within == EACH else ()
    known = " ".join(
        (*bearing.words, *each, *map(apart, bearing.sides), *_AROUND, *_MEDIA, *ages, *rest_of(said), *far)
    )
    if unknown := [p.name for p in (claim.subject, claim.object) if p and p.whole and _is_other(p.name, known)]:
        return f"{unknown[0]} was not part of what was measured"
    numbers = set(tokens(known))
    rest = _unread(said.rest)
    left = narrowing(rest, known, plain="grammar")
    left += [m[1] for m in _SAME_THING.finditer(claim.words) if m[1].lower() not in tokens(" ".join(bearing.words))]
    left += [n for n in stray(replace(claim, words=rest)) if n not in numbers]
    left += [m[0] for m in _LACKING.finditer(claim.words)] if bearing.within != EACH else []
    return f"it says more than was measured: {', '.join(left[:3])}" if left else ""


def _speaks_of(text: frozenset[str], need: str) -> bool:
    """Whether a claim has a word of a topic, a rule or an outcome; what was refused may be called denied."""
    ways = [w.replace("_", " ") for row in outcomes() if need.lower() in row for w in row]
    return any(stems(w) <= text for w in ways) if ways else bool((stems(need) - set(_MEDIA)) & text)


def _is_other(name: str, known: str) -> bool:
    return not stems(apart(name)) <= stems(known) | listed("grammar")


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
