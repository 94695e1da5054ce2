"""Claims that are known by their number: in whatever words, so much of just that was recorded of just that one.

A sentence about a firm may say what it likes around its number: "turned out", "was left with", "put away". Where the
number is so exact that it agrees with a record by no accident, where body, time and unit are those of the record, and
nothing else is recorded of which it could speak, then it is that number. So a claim is read from the record here, and
is only borne out, never contradicted; what names another thing, a part, a plan or a change is left open.
"""

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise

from cuibono.case.docket import in_words
from cuibono.case.docket.around_bodies import names_around
from cuibono.case.docket.figures import content
from cuibono.case.docket.parts_of_names import by_first
from cuibono.case.docket.recorded_numbers import LAST, Number, Numbers
from cuibono.case.docket.rows import Evidence, Figure, Share, keys_of
from cuibono.case.docket.stages import spoken
from cuibono.case.docket.surroundings import before
from cuibono.case.docket.units import measured_in, unit_of
from cuibono.case.docket.verdicts import agreed
from cuibono.case.docket.words import ANY_MONTH, bases, folded, listed, of_its_own, stems, stray, tokens, voice
from cuibono.extract.claim_numbers import measures
from cuibono.measures.claimed import Claimed, verdict
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Tested

_KINDS: tuple[ClaimKind, ...] = ("share", "amount", "count")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w'\u2019-]+")
_LEAST, _EXACT = 2, 3  # digits
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def by_its_number(claim: Asked, known: Numbers, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What bears out a claim whose number is the one recorded of whom it names, for its time; else None."""
    if claim.kind not in _KINDS or claim.polarity == "-" or _digits(claim) < _LEAST:
        return None
    if stray(claim) or of_its_own(claim):
        return None
    time = _time_of(claim)
    if time is None or claim.low is None:
        return None
    like = known.near(time, claim.low * unit_of(claim.unit)[1])
    valued = [n for n in like if voice(n.row.by) not in own and _is_value(claim, n)]
    named = [n for n in valued if _is_named(claim, n, evidence)]
    found = named or [n for n in valued if _is_near(claim, n, evidence)]
    if len({n.of for n in found}) != 1:
        return None
    mine = found[0]
    agree = sum(voice(n.row.by) not in own for n in known.same.get((time, mine.of), ())) == len(found)
    if not agree or not _names_it(claim, mine) or _of_another(claim, mine, known) or _is_turned(claim, mine):
        return None
    if _is_of_a_part(claim, mine) or _is_of_a_kind(claim, mine) or _does_else(claim, mine):
        return None
    told = agreed(claim, [(n.row, "supported") for n in found], _told)
    return Tested(told.outcome, f"its number is the one recorded; {told.rule}", told.measure, told.by, told.keys)


def _digits(claim: Asked) -> int:
    """How many digits a number has that stands alone: 570,000 has two."""
    if claim.low is None or claim.low != claim.high or claim.qualifier:
        return 0
    return len(f"{claim.low:.15g}".replace(".", "").strip("0").partition("e")[0])


def _names_it(claim: Asked, number: Number) -> bool:
    """Whether a claim names something of what a number is of, and no other measure: its barges, and no orders."""
    return bool(content(number.what) & (content(claim.words) | stems(claim.words)))


def _told(row: Share | Figure) -> str:
    return in_words.amount(row) if isinstance(row, Share) else in_words.figure(row)


def _time_of(claim: Asked) -> str | None:
    """The time that is claimed; where none is, that of the last records or the one year around; None for several."""
    if claim.time:
        return claim.time
    years = set(_YEAR.findall(f"{before(claim.around, claim.words) or ''} {claim.words}"))
    return None if len(years) > 1 else next(iter(years), LAST)


def _is_value(claim: Asked, number: Number) -> bool:
    """Whether a number is the claimed one, in its unit; what is counted needs none, and a price has two."""
    mine, theirs = unit_of(claim.unit)[0], unit_of(number.unit)[0]
    counted = claim.kind == "count" and (mine | theirs).isdisjoint(measures())
    price = bool(mine) and mine < theirs and theirs - mine - {"per"} <= stems(claim.words)
    if mine != theirs and not counted and not price:
        return False
    value = (
        measured_in(claim.unit, number.value, number.unit) if mine == theirs else number.value * unit_of(number.unit)[1]
    )
    return verdict(Claimed(claim.low, claim.high), value, value) == "supported"


def _is_named(claim: Asked, number: Number, evidence: Evidence) -> bool:
    """Whether a claim names whose number it is."""
    name = folded(number.whose.name)
    subjects = (r for k in keys_of(claim.subject) for r in (*evidence.figures.get(k, ()), *evidence.shares.get(k, ())))
    if any(folded((r.subject if isinstance(r, Figure) else r.supplier).name) == name for r in subjects):
        return True
    near = names_around(claim.words, evidence.parties)
    return name in near or (not near and _is_short(number.whose.name, claim.words, evidence))


def _is_near(claim: Asked, number: Number, evidence: Evidence) -> bool:
    """Whether a claim that names nobody has so exact a number of somebody around it."""
    if _digits(claim) < _EXACT or any(w not in ANY_MONTH for w in _NAME.findall(claim.words)):
        return False
    return folded(number.whose.name) in names_around(claim.around, evidence.parties)


def _is_short(name: str, words: str, evidence: Evidence) -> bool:
    """Whether a claim has the first word of a name with which no other recorded name begins."""
    first = name.split()[0]
    alike = by_first(evidence.parties).get(folded(first), [])
    return len(alike) == 1 and re.search(rf"\b{re.escape(first)}\b", words) is not None


def _of_another(claim: Asked, number: Number, known: Numbers) -> Collection[str]:
    """The words of a claim by which other numbers are named, and not this one: its basis, its stage, another good."""
    said = stems(claim.words) | content(claim.words) | spoken(claim.words)
    told, theirs = bases(claim.words), bases(number.what)
    if told and theirs and told != theirs:
        return told  # what was sold is not what was made
    mine = {_bare(w) for w in number.words}
    mine |= {"cost", "spent"} if "spending" in number.words else set()
    other = known.words.get(number.of[0], frozenset()) | _measures()
    return {w for w in said & other if _bare(w) not in mine} - stems(" ".join((*listed("grammar"), "people", "person")))


@cache
def _measures() -> frozenset[str]:
    """The words of all bases and of what is measured or done beside: exported, sold, answered; profit, debt."""
    names = ("capacity", "export", "import", "sales", "in_money", "other_measures")
    return stems(" ".join(w for name in names for w in listed(name)))


def _is_of_a_part(claim: Asked, number: Number) -> bool:
    """Whether a claim is of something of whose number it is that nobody knows: "Acme's trams" where buses are known."""
    owned = re.findall(rf"{re.escape(number.whose.name)}['\u2019]s? ([a-z][\w-]*)", claim.words)
    subject = tokens(claim.subject.name) if claim.subject else []
    known = {_bare(w) for w in (*number.words, *listed("agents_of_numbers"), *listed("grammar"))}
    known |= {_bare(s) for s in stems(number.whose.name)}
    return any(not w[0].isdigit() and {_bare(s) for s in stems(w)} - known for w in (*owned, *subject))


def _is_of_a_kind(claim: Asked, number: Number) -> bool:
    """Whether a word that nobody knows stands before what is counted: flower shops are not all shops."""
    told, words = content(number.what), tokens(claim.words)
    named = stems(claim.subject.name) if claim.subject else frozenset()
    known = listed("grammar") | listed("plain") | listed("saying_numbers")
    for before_it, word in pairwise(words):
        mine = stems(before_it) <= number.words | named or content(before_it) <= number.words
        if content(word) & told and not (mine or before_it in known or before_it[0].isdigit()):
            return True
    return False


def _does_else(claim: Asked, number: Number) -> bool:
    """Whether something was done with what is counted that is not just having, making or counting it: solved crimes."""
    known = listed("saying_numbers") | listed("stating") | listed("plain")
    done = (w for w in tokens(claim.words) if w.endswith("ed") and len(w) > len("need") and w not in known)
    return any(_bare(w) not in {_bare(m) for m in number.words} and not content(w) <= number.words for w in done)


def _bare(word: str) -> str:
    """A word without the ending of a verb or a noun: what was dredged is dredging."""
    return re.sub(r"(?<=\w{3})(?:ing|ed|ies|es|e|s|y)$", "", word)


def _is_turned(claim: Asked, number: Number) -> bool:
    """Whether a claim makes of its number one of something else: a part, a change, a plan, one beside others."""
    return any(w.lower() not in number.words for w in _turning().findall(claim.words))


@cache
def _turning() -> re.Pattern[str]:
    words = "|".join(sorted(listed("turning_numbers"), key=len, reverse=True))
    moved = r"(?:was|were|is|are|went|came|,) (?:up|down)\b"
    return re.compile(rf"\b(?:{words})\b|{moved}", re.IGNORECASE)
