"""Tests of ownership and control against recorded holdings."""

import re
from dataclasses import replace
from datetime import date

from cuibono.case.docket import in_words, terms
from cuibono.case.docket.chains import chain
from cuibono.case.docket.holding_times import covers, touches
from cuibono.case.docket.holding_words import in_plain_words, in_shares, is_controlling, through
from cuibono.case.docket.majorities import controlled_by_another, held_by_another, is_his
from cuibono.case.docket.moments import day_of
from cuibono.case.docket.names import doubtful, is_meant
from cuibono.case.docket.parties import between, gone
from cuibono.case.docket.rows import Edge, Evidence, Holding, keys_of
from cuibono.case.docket.ties import holds
from cuibono.case.docket.times import days, rough, stale
from cuibono.case.docket.verdicts import DECIDED, agreed, open_, other_times, unknown
from cuibono.case.docket.words import agent_first, folded, listed, narrowing, same, stray, tokens, voice
from cuibono.measures.claimed import Claimed, Verdict, verdict
from cuibono.model import dates
from cuibono.model.docket import Asked, Party, Tested

_SOME = frozenset({"stake", "stakes", "share", "shares", "shareholder", "shareholders", "shareholding", "interest"})
_OWNING = ("ownership_words", "votes", "capital", "numbers")
_CONTROL = " ".join((*listed("control_words"), *listed("majority"), *listed("held_firms")))
_VOTING = re.compile(r"\bvoting (?:rights|power)\b", re.IGNORECASE)  # are votes; rights alone may be to anything
_HAS_HELD = re.compile(r"\b(?:has|have) (?:held|owned|had)\b", re.IGNORECASE)
_NOT = frozenset({"not", "never", "no", "longer", "ceased", "stopped", "without", "part", "some", "until", "before"})
_ONCE = frozenset({"belonged", "owned", "held", "had"})
_PAST = frozenset({"was", "were", "had", "held", "once", "formerly", "previously"})


def ownership(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """Who holds how much of whom, of capital or of votes, at the claimed time."""
    claim = in_plain_words(claim)
    if (since := _since(claim, evidence, own)) is not None:
        return since
    return _of_others(claim, evidence, own) or _of_old(claim, evidence, own) or _held(claim, evidence, own)


def _of_old(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What bears out that a firm once "belonged to" somebody, without a time: the one holding of the two, now over."""
    said = set(tokens(claim.words))
    if claim.time or claim.polarity == "-" or not said & _ONCE or said & (_NOT | {"still", "has", "have", "always"}):
        return None
    ended = _last_day(claim, evidence)
    found = _held(replace(claim, time=ended), evidence, own) if ended else None
    return found if found and found.outcome == "supported" else None


def _last_day(claim: Asked, evidence: Evidence) -> str | None:
    """The day on which the recorded holdings of two ended, where all did so on one."""
    one, other = agent_first(claim)
    rows = {r.key: r for k in keys_of(one) for r in evidence.holdings.get(k, ()) if same(other, r.asset)}.values()
    days_ = {r.until for r in rows}
    return next(iter(days_)) if len(days_) == 1 else None


def _of_others(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What comes of a majority that another is recorded to have; None of a claim that says anything else."""
    if not set(tokens(claim.words)) & listed("majority") or _more_said(claim):
        return None
    return held_by_another(claim, evidence, own)


def _held(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """What is recorded between the two, compared with what is claimed."""
    found = _pair(claim, evidence, own)
    said = set(tokens(claim.words))
    if isinstance(found, Tested):
        open_to = found.outcome in DECIDED and said & (listed("deals") | _NOT)
        return open_("it says more than whether it is held") if open_to else found
    if said & listed("deals"):
        return open_("it tells of a sale; what is recorded is held before or after one", found)
    unsaid = claim.low is None and claim.high is None
    whole = claim.low == claim.high == 100 or (unsaid and bool(said & listed("all_of_it")))
    most = bool(said & listed("majority")) and (claim.low in (None, 50)) and claim.high is None
    by_then = ("still", "already") if claim.time else ()
    decides, numbered = is_controlling(claim), claim.unit == "percent" and not unsaid
    lists = (*_OWNING, *(("all_of_it",) if whole else ()), *(("majority",) if most else ()))
    lists += (*(("controlling",) if decides else ()), *(("by_its_part",) if numbered else ()))
    around = " ".join((*(w for name in lists for w in listed(name)), *_VOTING.findall(claim.words), *by_then))
    if left := [*narrowing(claim.words, *_names(claim), claim.unit, around, plain="grammar"), *stray(claim)]:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    kinds = {k for k in ("votes", "capital") if said & listed(k)}
    wanted = "votes" if "votes" in kinds else "capital"
    rows = found if most and not kinds else [r for r in found if r.share_of in (wanted, "")]
    if not rows:
        return open_(f"it is of {wanted}, the records of {', '.join(sorted({r.share_of for r in found}))}", found)
    if most:
        judged = [(r, _more_than_half(r)) for r in rows]
    elif whole:
        judged = [(r, _measured(replace(claim, low=100.0, high=100.0, qualifier="all"), r)) for r in rows]
    elif claim.unit == "percent" and not unsaid:
        judged = [(r, _measured(claim, r)) for r in rows]
    elif unsaid and not claim.unit:
        judged = [(r, _some(r, part=bool(said & _SOME) and not decides)) for r in rows]
    else:
        return open_(f"holdings are recorded in parts, not in {claim.unit or 'numbers'}", rows)
    decided = agreed(claim, judged, in_words.holding)
    if numbered and said & listed("control_words") and not all((r.low or 0) > 0.5 for r in rows):
        return open_("no holding of more than half is recorded; control may come by other ways", rows)
    timed = bool(claim.time) or _now(claim, rows, evidence)
    plain = all(r.share_of for r in rows) or not (kinds or any(r.share_of for r in found)) or in_shares(claim, found)
    if decided.outcome == "contradicted" and not (timed and plain):
        why = "it says no time" if not timed else "the records do not say whether of capital or of votes"
        return open_(f"what is recorded differs, but {why}", rows)
    return _unless_gone(claim, decided, evidence, own)


def control(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested:
    """More than half of the votes, or of the capital where votes are not recorded, is control; less decides nothing."""
    claim, between_ = through(in_plain_words(claim))
    himself = {"majority", "shareholder"} <= set(tokens(claim.words))  # nobody is a shareholder through others
    around = f"{_CONTROL} shareholder" if himself else _CONTROL
    left = [*narrowing(claim.words, *_names(claim), around, plain="grammar"), *stray(claim)]
    edges = [] if left else _controls(claim, evidence, own)
    if edges:
        return _of_edges(claim, edges)
    found = _pair(claim, evidence, own)
    nothing = not left and isinstance(found, Tested) and found.outcome == "no data"
    if nothing and not himself and (links := chain(claim, evidence, own)):
        if between_ and folded(links[-1].owner.name) != folded(between_):
            return open_("the records do not show it to go by way of whom it names", links)
        told = agreed(claim, [(r, "supported") for r in links], in_words.holding)
        return _unless_gone(claim, replace(told, rule="each has more than half of the next"), evidence, own)
    if not left and (other := controlled_by_another(claim, evidence, own)):
        return other
    if isinstance(found, Tested):
        return found
    if left:
        return open_(f"it says more than the records can bear out: {', '.join(left[:3])}", found)
    votes = [r for r in found if r.share_of == "votes"] or [r for r in found if r.share_of in ("capital", "")]
    if votes and all((r.low or 0) > 0.5 for r in votes):
        if claim.polarity == "-" and not all(r.since and r.until and claim.time for r in votes):
            return open_("it denies what is recorded; a record may be out of date", votes)
        return _unless_gone(claim, agreed(claim, [(r, "supported") for r in votes], in_words.holding), evidence, own)
    return open_("no holding of more than half is recorded; control may come by other ways", found)


def _since(claim: Asked, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What comes of a holding since a day: borne out by a record that begins then, excluded by what was held that day.

    None for a claim of no such day.
    """
    bare, term = terms.termed(claim)
    if term and term.until and not term.since:
        ended = _ended(bare, term, evidence)
        return ownership(replace(bare, time=ended), evidence, own) if ended else None
    if term and term.until and term.since:
        return _from_to(bare, term, evidence, own)
    if term is None or not term.since or not term.lasting:
        return None
    bare = replace(bare, words=_HAS_HELD.sub("holds", bare.words))
    found = _pair(bare, evidence, own)
    if not isinstance(found, Tested) and all(term.begins(r.since) for r in found):
        return ownership(bare, evidence, own)
    then = ownership(replace(bare, time=term.since), evidence, own)
    if then.outcome == "contradicted":
        return then
    return None if isinstance(found, Tested) else open_("it is not recorded from then on", found)


def _from_to(claim: Asked, term: terms.Term, evidence: Evidence, own: frozenset[str]) -> Tested | None:
    """What comes of a holding from one day to another: borne out by the one record that has both."""
    ended = _ended(claim, term, evidence)
    found = ownership(replace(claim, time=ended), evidence, own) if ended else None
    one, _ = agent_first(claim)
    rows = {r.key: r for k in keys_of(one) for r in evidence.holdings.get(k, ()) if found and r.key in found.keys}
    begins = bool(rows) and all(term.begins(r.since) for r in rows.values())
    return found if found and found.outcome == "supported" and begins else None


def _ended(claim: Asked, term: terms.Term, evidence: Evidence) -> str | None:
    """The day on which the one recorded holding of two ended, where that is the end that is claimed."""
    last = _last_day(claim, evidence)
    return last if term.fits_end(last) else None


def _more_said(claim: Asked) -> bool:
    """Whether a claim of a majority says anything else."""
    around = " ".join(w for name in (*_OWNING, "majority") for w in listed(name))
    around = " ".join((around, *_VOTING.findall(claim.words), *(("still", "already") if claim.time else ())))
    more = narrowing(claim.words, *_names(claim), around, plain="grammar")
    return bool(more or stray(claim) or claim.low not in (None, 50) or claim.high is not None)


def _names(claim: Asked) -> tuple[str, ...]:
    return tuple(p.name for p in (claim.subject, claim.object) if p)


def _unless_gone(claim: Asked, decided: Tested, evidence: Evidence, own: frozenset[str]) -> Tested:
    """An outcome, unless one of the two is recorded as not being there any more."""
    if decided.outcome in DECIDED and (outside := gone(claim, evidence, own, tied=True)):
        return open_(f"a record has it, but {outside.measure}")
    return decided


def _controls(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Edge]:
    """Recorded control of the one over the other, or its denial."""
    first, _ = agent_first(claim)
    found = between(claim, evidence, own)
    if isinstance(found, Tested) or first is None:
        return []
    edges = [e for e in found if e.schema == "Control" and is_meant(first, e.one, evidence)]
    return [e for e in edges if holds(claim.time, e, evidence) or (e.polarity == "-" and not e.start and not e.end)]


def _of_edges(claim: Asked, edges: list[Edge]) -> Tested:
    if claim.polarity == "-" and any(e.polarity == "+" and not (e.start and e.end) for e in edges):
        return open_("it denies what is recorded; a record may be out of date", edges)
    judged: list[tuple[Edge, Verdict]] = [(e, "supported" if e.polarity == "+" else "contradicted") for e in edges]
    return agreed(claim, judged, in_words.edge)


def _pair(claim: Asked, evidence: Evidence, own: frozenset[str]) -> list[Holding] | Tested:
    """The recorded holdings of the subject in the object that hold for the whole of the claimed time."""
    subject, object_ = agent_first(claim)
    if not keys_of(subject) or not keys_of(object_) or subject is None or object_ is None:
        return open_("who holds, or what is held, is not named fully")
    mine = list({r.key: r for k in sorted(keys_of(subject)) for r in evidence.holdings.get(k, ())}.values())
    mine = [r for r in mine if is_meant(subject, r.owner, evidence) and is_meant(object_, r.asset, evidence)]
    mine = [r for r in mine if voice(r.by) not in own]
    if why := _doubtful(subject, object_, evidence):
        return open_(why, mine)
    if not mine:
        outside = gone(claim, evidence, own, tied=False) or _taken(claim, object_, own, evidence)
        return outside or unknown(f"no holding of {subject.name} in {object_.name} is recorded", "holdings")
    if not claim.time:
        ended = [
            r for r in mine if r.until
        ]  # what says no time is of its own day: an end that came before leaves it open
        return open_("it says no time, and what is recorded came to an end", ended) if ended else mine
    first, last = dates.bounds(claim.time)
    touching = [r for r in mine if touches(r, first, last)]
    if not touching and (over := _over(claim, mine, first, evidence)):
        return over
    if not touching and (full := _no_room(claim, mine, object_, first, last, evidence)):
        return full
    if not touching:
        return other_times(claim.time, mine)
    if not all(covers(r, first, last) for r in touching):
        return open_("what was held changed within the time that it is of", touching)
    if old := [r for r in touching if r.until is None and stale(claim.time, evidence.said.get(r.key[0]))]:
        return open_("what is recorded was published before the time that it is of", old)
    return touching


def _over(claim: Asked, mine: list[Holding], first: date | None, evidence: Evidence) -> Tested | None:
    """What excludes a holding: every recorded one of the two had ended before the time that is claimed."""
    ended = [r for r in mine if r.until and not rough(r.until) and (end := days(r.until)) and first and end[1] < first]
    if claim.polarity != "+" or not claim.time or len(ended) < len(mine):
        return None
    heirs = [r.owner for k in sorted(keys_of(mine[0].asset)) for r in evidence.held.get(k, ()) if r not in mine]
    if any(is_his(mine[0].owner, heir, evidence) for heir in heirs):
        return None  # through them it may still be his
    told = agreed(claim, [(r, "contradicted") for r in ended], in_words.holding)
    return replace(told, rule="what is recorded had ended before the time that it is of")


def _taken(claim: Asked, object_: Party, own: frozenset[str], evidence: Evidence) -> Tested | None:
    """What is recorded of others where it leaves no room: whoever is said to hold it may hold it through them."""
    held = {r.key: r for k in sorted(keys_of(object_)) for r in evidence.held.get(k, ())}.values()
    rest = [r for r in held if is_meant(object_, r.asset, evidence) and r.share_of == "capital" and r.until is None]
    rest = [r for r in rest if voice(r.by) not in own]
    low = claim.low if claim.unit == "percent" else None
    if low is None or claim.polarity != "+" or 100 * sum(r.low or 0.0 for r in rest) + low <= 100.5:
        return None
    return open_("it is recorded of others, through whom it may be held", rest)


def _no_room(
    claim: Asked, mine: list[Holding], object_: Party, first: date | None, last: date | None, evidence: Evidence
) -> Tested | None:
    """What excludes a holding that had ended or had not begun: others are recorded with so much that no room is left.

    Not where one of the others is held by who is said to hold it: through them it may be his.
    """
    said = set(tokens(claim.words))
    owns = claim.low is None and claim.high is None and not said & _SOME  # who owns a firm has more than half of it
    low = claim.low if claim.unit == "percent" else 50.0 if said & listed("majority") or owns else None
    ended = all(r.until and not rough(r.until) and (d := days(r.until)) and first and d[1] < first for r in mine)
    later = all(not rough(r.since) and (d := days(r.since)) and last and last < d[0] for r in mine)
    if low is None or first is None or last is None or not (ended or later) or claim.polarity != "+":
        return None
    kinds = {r.share_of for r in mine}
    held = {r.key: r for k in keys_of(object_) for r in evidence.held.get(k, ())}.values()
    rest = [r for r in held if is_meant(object_, r.asset, evidence) and r.share_of in kinds and r not in mine]
    rest = [r for r in rest if covers(r, first, last)]
    owned = [h.asset for k in keys_of(mine[0].owner) for h in evidence.holdings.get(k, ())]
    his = any(is_meant(r.owner, asset, evidence) for r in rest for asset in owned)
    if len(kinds) != 1 or his or 100 * sum(r.low or 0.0 for r in rest) + low <= 100.5:
        return None
    told = agreed(claim, [(r, "contradicted") for r in (*mine, *rest)], in_words.holding)
    return replace(told, rule="what is recorded is of another time, and what others hold leaves no room for it")


def _doubtful(subject: Party, object_: Party, evidence: Evidence) -> str:
    """Why one of the two names does not say whom it means."""
    owners = [r.owner for k in keys_of(subject) for r in evidence.holdings.get(k, ())]
    assets = [r.asset for k in keys_of(object_) for r in evidence.held.get(k, ())]
    return doubtful(subject, evidence, owners) or doubtful(object_, evidence, assets)


def _measured(claim: Asked, row: Holding) -> Verdict:
    low, high = in_words.percent(row.low), in_words.percent(row.high)
    if low is None and high is None:
        return "not identified"
    return verdict(Claimed(claim.low, claim.high, claim.qualifier), low, high)


def _more_than_half(row: Holding) -> Verdict:
    """A majority is more than half, by whatever little."""
    low, high = in_words.percent(row.low), in_words.percent(row.high)
    if low is not None and low > 50:
        return "supported"
    return "contradicted" if high is not None and high <= 50 else "not identified"


def _now(claim: Asked, rows: list[Holding], evidence: Evidence) -> bool:
    """Whether what is recorded holds for the day of a claim without a time: when it was published, else today."""
    said = day_of(claim, evidence)
    day = days(said) if said else (date.today(), date.today())
    if day is None or set(tokens(claim.words)) & _PAST:
        return False
    return all(covers(r, *day) and r.since and not stale(said, evidence.said.get(r.key[0])) for r in rows)


def _some(row: Holding, *, part: bool) -> Verdict:
    """A claim without a number: a part is any part, owning is more than half."""
    if part:
        return "supported" if row.high is None or (row.low or 0) > 0 else "not identified"
    return "supported" if (row.low or 0) > 0.5 else "not identified"
