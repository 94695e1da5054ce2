"""Whose votes decide in one firm: certain, possible or impossible, by closure over votes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from cuibono.lenses.control import _wording
from cuibono.lenses.control._holdings import Register
from cuibono.measures.blocs import HALF, blocs, may_reach, reach
from cuibono.measures.stakes import WHOLE, Flags, Ints, Stakes
from cuibono.model.bearing import Bearing
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure, Notice

#: Of so many owners of a firm it is asked whether they have its majority: the nearest ones.
_ASKED = 300
_DRAWN = 10
_WORDS = ("majority", "votes", "voting", "indirectly", "ultimately", "through", "control")
Names = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Bloc:
    """What one owner and those whose majority it has hold of the firm together, and how sure its majority is."""

    party: int
    low: int
    high: int
    grade: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The blocs in a firm, largest first; ``head`` is who has the majority in the end, ``circular`` when none does.

    ``looped`` says that the majority in the head lies with firms of its own.
    """

    blocs: tuple[Bloc, ...]
    head: int | None
    circular: bool
    looped: bool
    void: int
    stakes: Ints

    def of(self, grade: str) -> list[Bloc]:
        """The blocs of one grade."""
        return [b for b in self.blocs if b.grade == grade]


def reported(register: Register, firm: int, most: int, *, void_own: bool) -> Iterator[Finding | Notice]:
    """The majority in a firm: whose it certainly is, whose it may be, or that nobody listed can have it."""
    if not len(register.votes.stakes.holders(firm)):
        return
    found, whole = decided(register, firm, most, void_own=void_own)
    names = register.named([firm, *(b.party for b in found.blocs[: 4 * _DRAWN])])
    if found.head is None and not found.circular and (found.of("possible") or found.of("open")):
        yield _open(register, firm, found, names)
        return
    if not found.blocs:
        yield _open(register, firm, found, names)
        return
    largest = found.blocs[0]
    low, high = largest.low / WHOLE, largest.high / WHOLE
    yield Finding(
        says=_says(register, firm, found, names),
        about=(names[firm][1], names[firm][0]),
        measure=Measure(
            "votes of the largest bloc",
            low if low == high else (low + high) / 2,
            "share",
            None if low == high else low,
            None if low == high else high,
            meaning=f"Votes in {names[firm][1]} that {names[largest.party][1]} holds with the firms whose majority it "
            "has; more than 0.5 is a majority.",
        ),
        caveats=(
            *_caveats(register, firm, found, whole, void_own=void_own),
            *_wording.of_names(register, names[firm]),
        ),
        evidence=register.evidence(register.votes, found.stakes),
        figure=_figure(firm, found, names),
        bears=tuple(_bears(register, firm, found, names)) if whole else (),
    )


def decided(register: Register, firm: int, most: int, *, void_own: bool) -> tuple[Decided, bool]:
    """Grade the nearest owners of a firm by what they may reach among its owners."""
    votes = register.votes.stakes
    parties, whole = votes.above(firm, most)
    every = votes.within(parties)
    owned = np.bincount(every.held, minlength=every.n) > 0
    near = _named_holders(every, register.unknown[parties])
    kept, thresholds, void = _not_void(near) if void_own else (near, np.full(near.n, HALF, np.int64), 0)
    exact = bool((kept.low == kept.high).all())
    candidates = [p for p in _asked(kept, void_own=void_own) if not register.unknown[parties[p]]]
    found = []
    certain: dict[int, frozenset[int]] = {}
    for party in candidates:
        sure = reach(kept, [party], thresholds=thresholds)
        may = sure if exact else may_reach(kept, [party], thresholds=thresholds)
        if 0 in sure.parties:
            certain[party] = sure.parties
        grade = _grade(kept, party, thresholds, owned, sure=0 in sure.parties, may=0 in may.parties)
        low = sure.parts.get(0, 0)
        if low or may.parts.get(0, 0) or grade != "impossible":
            found.append(Bloc(int(parties[party]), low, max(low, min(may.parts.get(0, 0), WHOLE)), grade))
    own = reach(kept, [0], thresholds=thresholds)
    circular = bool(own.parts.get(0, 0) > thresholds[0])
    if circular:
        found.append(Bloc(firm, own.parts[0], own.parts[0], "its own"))
    heads = [p for p in certain if not any(p in reached for q, reached in certain.items() if q != p)]
    head = int(parties[heads[0]]) if len(heads) == 1 and not circular else None
    looped = (
        head is not None and reach(kept, heads, thresholds=thresholds).parts.get(heads[0], 0) > thresholds[heads[0]]
    )
    order = sorted(found, key=lambda b: (b.party not in (head, firm), -b.low, -b.high, b.party))
    start, by = votes.up
    stakes = np.concatenate([by[start[p] : start[p + 1]] for p in parties.tolist()])
    return Decided(tuple(order), head, circular or bool(certain and head is None), bool(looped), void, stakes), whole


def _asked(stakes: Stakes, *, void_own: bool) -> list[int]:
    """Of which owners it is asked whether they have the majority: the nearest, and who has it in the end."""
    nearest = list(range(1, min(stakes.n, _ASKED)))
    if void_own or stakes.n <= _ASKED:
        return nearest
    head = blocs(stakes).head(0)
    return nearest if head < _ASKED else [*nearest, head]


def _named_holders(stakes: Stakes, unknown: Flags) -> Stakes:
    """Without what is with unknown owners: anybody may be they."""
    return stakes.kept(~unknown[stakes.holder])


def _grade(stakes: Stakes, party: int, thresholds: Ints, owned: Flags, *, sure: bool, may: bool) -> str:
    if sure:
        return "certain"
    if may:
        return "possible"
    widest = may_reach(stakes, [party], thresholds=thresholds, unlisted=True, owned=owned)
    return "open" if 0 in widest.parties else "impossible"


def _not_void(stakes: Stakes) -> tuple[Stakes, Ints, int]:
    """Without votes that firms hold of themselves, or through firms whose majority they have; halves of the rest."""
    own = {f: reach(stakes, [f]).parties for f in np.unique(stakes.held).tolist()}
    void = np.array(
        [h in own[f] for h, f in zip(stakes.holder.tolist(), stakes.held.tolist(), strict=True)], bool
    )  # fmt: skip
    gone = np.bincount(stakes.held[void], weights=stakes.low[void], minlength=stakes.n).astype(np.int64)
    return stakes.kept(~void), (WHOLE - gone) // 2, int(gone[0])


def _says(register: Register, firm: int, found: Decided, names: Names) -> str:
    name, when = names[firm][1], _wording.when(register)
    largest = found.blocs[0]
    share = _wording.percent(largest.low / WHOLE, largest.high / WHOLE)
    who = names[largest.party][1]
    if found.circular:
        return (
            f"More than half of the votes in {name} lie with firms in whose majority {name} has a part itself: "
            f"a circle, and nobody outside of it has a majority ({when})"
        )
    if found.head is not None:
        alone = int(register.votes.stakes.low[_direct(register, firm, found.head)].sum()) == largest.low
        with_ = "" if alone else f" and firms whose majority {who} has"
        loop = f"; the majority in {who} lies with firms of its own, in a circle" if found.looped else ""
        return f"More than half of the votes in {name} ({share}) certainly lie with {who}{with_} ({when}){loop}"
    return f"No owner who is listed can have more than half of the votes in {name}: the most is {share}, {who} ({when})"


def _direct(register: Register, firm: int, owner: int) -> Ints:
    """The stake of an owner itself in a firm."""
    mine = register.votes.stakes.holders(firm)
    own: Ints = mine[register.votes.stakes.holder[mine] == owner]
    return own


def _open(register: Register, firm: int, found: Decided, names: Names) -> Notice:
    may = found.of("possible")
    who = _wording.listed([names[b.party][1] for b in may[:5]]) if may else ""
    name = names[firm][1]
    return Notice(
        f"Whether anybody has more than half of the votes in {name} is not identified"
        + (f": {who} may have it" if who else "")
        + f" ({_wording.when(register)})",
        "the bands that are given leave it open" if may else "too many of its votes are with owners whom nobody lists",
        "figures instead of bands, or the owners that are missing",
        (names[firm][0], name, *(n for b in found.blocs[:_DRAWN] for n in names[b.party])),
    )


def _caveats(register: Register, firm: int, found: Decided, whole: bool, *, void_own: bool) -> Iterator[str]:
    yield "Votes are not the only way to a say: contracts, offices, funding and access are not in this."
    view = register.votes
    if borrowed := int(np.count_nonzero(view.borrowed[found.stakes])):
        yield (
            f"{'One holding is' if borrowed == 1 else f'{borrowed:,} holdings are'} not said to be of votes; "
            "one share is taken as one vote."
        )
    if found.void:
        yield f"{found.void / 1e7:.1f} % of the votes are with the firm itself or firms of its own, and do not count."
    elif not void_own and found.circular:
        yield "Where votes held by a firm's own firms are void, others may have the majority: ask with void_own."
    low = int(view.stakes.listed[0][firm])
    if low < WHOLE - WHOLE // 200:
        yield f"{100 - low / 1e7:.1f} % of its votes are not listed, or may lie anywhere within bands."
    if not whole:
        yield "Its chains of owners were not followed to their end."
    yield from _wording.of_rows(view, found.stakes, np.array([firm]))


def _figure(firm: int, found: Decided, names: Names) -> Figure:
    bars = []
    for bloc in found.blocs[:_DRAWN]:
        low, high = bloc.low / WHOLE, bloc.high / WHOLE
        least, most = (None, None) if low == high else (low, high)
        note = f"majority {bloc.grade}"
        bars.append(Bar(names[bloc.party][1], low if low == high else (low + high) / 2, least, most, note))
    return Figure(f"Votes in {names[firm][1]}, with those of own firms", "share", tuple(bars), mark=0.5)


def _bears(register: Register, firm: int, found: Decided, names: Names) -> Iterator[Bearing]:
    key, name = names[firm]
    time = _wording.time(register)
    for bloc in found.blocs[: 4 * _DRAWN]:
        about = (*names[bloc.party], key, name)
        if bloc.grade == "certain":
            yield Bearing("control", "supported", about, _WORDS, time=time)
        elif bloc.grade == "impossible" and found.head is not None:  # somebody else surely has the majority
            yield Bearing("control", "contradicted", about, _WORDS, time=time)
