"""Claims that say the same become one row with all who say so; claims that differ stand against each other.

Two say the same when they are of the same thing in the same words, with numbers that agree as they were said, at the
same time. Of how something stood one may give the time more exactly ("in 2021", "in June 2021"); a number of a year is
none of a month, and the year in which something was founded is not yet the day. Two stand against each other when their
numbers lie apart though their times meet, when one denies what the other says, or when they date differently what
happens only once. A claim that says no time may be of any, and meets none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from cuibono.extract.claim_words import bases, folded, listed, stems
from cuibono.measures.claimed import Claimed, verdict
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.date_relations import finer, relation
from cuibono.model.docket import Asked, Party

_OPEN_KINDS = ("opinion", "other", "cause")
#: What happened, or how something stood: the same may be dated more and less exactly.
_ONCE: tuple[ClaimKind, ...] = (
    "role", "tie", "ownership", "control", "coordination", "treatment", "behaviour of an app",
    "behaviour of a feed",
)  # fmt: skip
_NO = re.compile(r"\b(?:no|not|never)\b(?! (?:more|less|fewer)\b)", re.IGNORECASE)
#: Two that are compared: "shows teenagers no more of it than adults"; a number behind "than" is only a bound.
_THAN = re.compile(
    r"\b(?:(?P<no>no|not|never|hardly)(?: any)? )?(?:more|less|fewer|better|worse|\w+er)\b(?:(?!\bthan\b).)*\bthan "
    r"(?!(?:an? )?(?:half|third|quarter|fifth|tenth|one|two|three|\d))(?P<behind>.+)$",
    re.IGNORECASE,
)
_MOST = 200  # rows of one topic that a claim is compared with; what comes later stands apart


def grouped(claims: Iterable[Asked]) -> tuple[list[list[Asked]], list[tuple[int, ...]]]:
    """Claims in rows, in the order in which they first come; and for each row the numbers of those against it."""
    rows: list[list[Asked]] = []
    topics: dict[tuple[object, ...], list[int]] = defaultdict(list)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for claim in claims:
        subject = topic(claim)
        near = alike[(*subject, None if claim.kind in _ONCE else claim.time)]
        number = next((n for n in near[:_MOST] if _joins(rows[n], claim)), None)
        if number is None:
            topics[subject].append(len(rows))
            near.append(len(rows))
            rows.append([claim])
        else:
            rows[number].append(claim)
    against: list[tuple[int, ...]] = [()] * len(rows)
    for there in topics.values():
        for n in there[:_MOST]:
            against[n] = tuple(m + 1 for m in there[:_MOST] if m != n and _differs(rows[n][0], rows[m][0]))
    return rows, against


def _joins(row: list[Asked], claim: Asked) -> bool:
    """Whether a claim says the same as a row, and its time is that of everybody in it, more or less exactly."""
    if not _says_the_same(row[0], claim):
        return False
    return all(t == claim.time or finer(t, claim.time) for t in {c.time for c in row})


def topic(claim: Asked) -> tuple[object, ...]:
    """What a claim is of, its number and its time aside: only the same of the same can be the same claim."""
    who, whom = _key(claim.subject), _key(claim.object)
    if claim.kind in _OPEN_KINDS or not who:
        return claim.kind, who, folded(claim.says), claim.polarity
    said = stems(claim.words)
    about = (
        frozenset(w for w in said if not w[0].isdigit())
        - _hedges()
        - stems(claim.subject.name if claim.subject else "")
    )
    telling = _telling() | ({"share"} if claim.kind == "trend" else set())  # what rose is the share, or the whole
    telling |= {"only"} if claim.kind == "rank" else set()  # who is the only one ahead
    return claim.kind, who, whom, claim.unit, bases(claim.words), about | said & telling, _compares(claim.words)


def _compares(words: str) -> tuple[bool, frozenset[str]] | None:
    """Who stands behind "than", and whether there is no more than with them: more of A than of B is not more of B."""
    found = _THAN.search(words) if " than " in words else None
    return (bool(found["no"]), frozenset(stems(found["behind"]) - _hedges())) if found else None


def _key(party: Party | None) -> str:
    """Whom a claim is about, for its topic: a whole name says it across sources, else the id of one source."""
    if party is None:
        return ""
    return folded(party.name) if party.whole or not party.id else party.id


@cache
def _hedges() -> frozenset[str]:
    return listed("plain") | {s for w in listed("plain") for s in stems(w)}


@cache
def _telling() -> frozenset[str]:
    """Plain words that tell one claim from another: first or second, up or down, of the votes, a vice or a first."""
    return frozenset(w for name in ("ranks", "up", "down", "votes", "degree") for w in listed(name))


def _says_the_same(one: Asked, other: Asked) -> bool:
    if one.polarity != other.polarity or one.status != other.status or _unread(one) != _unread(other):
        return False
    if (one.low, one.high) == (other.low, other.high):
        return _bound(one) == _bound(other)
    exact = all(c.qualifier in ("", "about") and c.low is not None and c.low == c.high for c in (one, other))
    return exact and "supported" in _compared(one, other)


def _unread(claim: Asked) -> bool:
    """Whether it denies in its words what it was read to say: "is no son of"."""
    return claim.kind in _ONCE and claim.polarity == "+" and bool(_NO.search(claim.words))


def _bound(claim: Asked) -> str:
    """What an open end means: "nearly 80" is close to it, "less than 80" is anything below."""
    return "nearly" if claim.qualifier == "nearly" else ""


def _differs(one: Asked, other: Asked) -> bool:
    """Whether two claims of the same cannot both be so: one denies it, or their numbers lie apart at the same time."""
    meet = one.time == other.time or relation(one.time, other.time) not in ("apart", "unsaid")
    if one.polarity != other.polarity:
        return meet and (one.low, one.high) == (other.low, other.high)
    if one.kind == "event date" and not meet and one.time and other.time:
        return one.polarity == "+" and bool(stems(one.words) & listed("once"))
    return meet and "contradicted" in _compared(one, other)


def _compared(one: Asked, other: Asked) -> set[str]:
    if None in (one.low or one.high, other.low or other.high):
        return set()
    return {
        verdict(Claimed(a.low, a.high, a.qualifier), b.low, b.high) for a, b in ((one, other), (other, one))
    }  # fmt: skip
