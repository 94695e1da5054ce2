"""How many independent sources state one thing: who says it counts, not how often it is printed.

The sayings of one claim make a graph: each belongs to a voice (one speaker, one outlet, all outlets of one owner), and
a voice rests on another when it copies or carries what that one says. Counted are the voices that rest on nobody else,
and circles of voices that rest only on each other, as one each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cuibono.measures.assignments import matched
from cuibono.measures.voices import Reason, Saying, Voices, publishers, voices_of


@dataclass(frozen=True, slots=True)
class Link:
    """Why a saying does not count for itself, and the number of the saying that it comes down to."""

    reason: Reason
    other: int


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent sources there are, between which ends, and why the others are none.

    ``stated`` counts the sources: each voice once for each document. ``low`` takes everything that is not known as
    joined: sources count only as far as neither voice nor outlet, owner or text is shared, unknown publishers are one,
    and a disputed owner is taken for one. ``high`` takes names as they are: parts of names are others, and all those
    without a name are one more. ``roots`` are the numbers of the sayings that count, one for each independent source;
    ``links`` has None for these. ``circles`` are sayings that rest only on each other.
    """

    count: int
    low: int
    high: int
    stated: int
    roots: tuple[int, ...]
    links: tuple[Link | None, ...]
    circles: tuple[tuple[int, ...], ...] = ()
    unnamed: int = 0


def independent(sayings: Sequence[Saying], owners: Mapping[str, Iterable[str]] | None = None) -> Independence:
    """Count the independent sources of sayings that all state one thing.

    ``owners`` gives the owners of an outlet or a firm, as names are compared: one is a fact, several are a dispute.

    >>> fig, pear = Saying("ann", "fig-1", ("fig",)), Saying("ann", "pear-9", ("pear",))
    >>> independent([fig, pear]).count
    1
    """
    if not sayings:
        return Independence(0, 0, 0, 0, (), ())
    voices = voices_of(sayings, owners or {})
    rests = _rests(sayings, voices)
    found = _standing(sayings, voices, rests)
    roots = tuple(sorted(found))
    links = _links(sayings, voices, rests, found)
    circles = tuple(sorted(tuple(sorted(c)) for c in found.values() if len({voices.of[i] for i in c}) > 1))
    unheard = [i for i, s in enumerate(sayings) if not s.voice]
    free = [i for i in unheard if not _carried(sayings[i], voices)]
    named = any(s.voice for s in sayings)
    parts = {sayings[i].voice for i in voices.parts if i not in rests.copied}
    count = max(len(roots), 1)
    return Independence(
        count=count,
        low=min(count, _low(sayings, voices, found, owners or {})),
        high=count + len(parts) + (1 if named and free else 0),
        stated=len({(s.place, s.voice) for s in sayings}),
        roots=roots,
        links=links,
        circles=circles,
        unnamed=len(unheard),
    )


@dataclass(frozen=True, slots=True)
class _Rests:
    """On whom voices rest: by what they carry, with a saying for each; which sayings are copies, and
    of which; and who speaks together with somebody who says so apart."""

    carried: Mapping[int, Mapping[int, int]]
    copied: Mapping[int, int]
    spoken: Mapping[int, int]


def _order(sayings: Sequence[Saying], i: int) -> tuple[bool, str, int]:
    return not sayings[i].when, sayings[i].when, i


def _rests(sayings: Sequence[Saying], voices: Voices) -> _Rests:
    carried: dict[int, dict[int, int]] = defaultdict(dict)
    for i, saying in enumerate(sayings):
        mine = voices.of[i]
        chain = [v for c in saying.carriers if (v := voices.of_key(c)) is not None]
        for at, voice in enumerate(chain):
            for other in (mine, *chain[at + 1 :]) if mine >= 0 else chain[at + 1 :]:
                if other != voice:
                    carried[voice].setdefault(other, i)
    spoken = _spoken(sayings, voices)
    for voice, i in spoken.items():
        carried[voice].setdefault(voices.of[i], i)
    return _Rests(carried, _copied(sayings, voices), spoken)


def _spoken(sayings: Sequence[Saying], voices: Voices) -> dict[int, int]:
    """Several who speak together rest on those of them who say so apart: for each such voice a saying of one."""
    sets: dict[int, frozenset[str]] = {}
    first: dict[int, int] = {}
    for i, saying in enumerate(sayings):
        if voices.of[i] >= 0:
            mine = frozenset(saying.members or (saying.voice,))
            sets[voices.of[i]] = sets.get(voices.of[i], frozenset()) | mine
            first.setdefault(voices.of[i], i)
    found: dict[int, int] = {}
    for voice, mine in sorted(sets.items()):
        apart = [other for other, theirs in sorted(sets.items()) if len(mine) > 1 and theirs < mine]
        found |= {voice: first[apart[0]]} if apart else {}
    return found


def _copied(sayings: Sequence[Saying], voices: Voices) -> dict[int, int]:
    """Sayings that stand in a copy of a text in which somebody else says so, and the saying there.

    The original is the text with the most voices, the earliest of them; it may name several, who are no copies.
    """
    groups: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, saying in enumerate(sayings):
        if saying.text >= 0 and voices.of[i] >= 0:
            groups[saying.text][saying.place].append(i)
    found: dict[int, int] = {}
    for places in groups.values():
        if len(places) == 1:
            continue
        ranked = {p: (-len({voices.of[i] for i in m}), *min(_order(sayings, i) for i in m)) for p, m in places.items()}
        original = min(ranked, key=lambda p: ranked[p])
        there = {voices.of[i] for i in places[original]}
        first = min(places[original], key=lambda i: _order(sayings, i))
        found |= {i: first for p, m in places.items() if p != original for i in m if voices.of[i] not in there}
    return found


def _standing(sayings: Sequence[Saying], voices: Voices, rests: _Rests) -> dict[int, list[int]]:
    """The sayings that count, each with all sayings that stand for the same source and rest on nobody else."""
    own: dict[int, list[int]] = defaultdict(list)
    out: dict[int, set[int]] = defaultdict(set)
    for i, voice in enumerate(voices.of):
        if voice < 0:
            continue
        own[voice].append(i)
        out[voice] |= set(rests.carried.get(voice, ()))
    free = {v: [i for i in those if i not in rests.copied] for v, those in own.items()}
    standing = {v for v in own if free[v] and not out[v]}
    for v in own:
        if v not in standing and not free[v]:
            out[v] |= {voices.of[rests.copied[i]] for i in own[v]}
    groups = [free[v] for v in standing] + [
        [i for v in circle for i in own[v]] for circle in _circles({v: out[v] for v in own if v not in standing})
    ]
    return {min(those, key=lambda i: _order(sayings, i)): sorted(those) for those in groups} or {
        min(range(len(sayings)), key=lambda i: _order(sayings, i)): list(range(len(sayings)))
    }


def _circles(out: Mapping[int, set[int]]) -> list[list[int]]:
    """Sets of voices that rest on each other and on nobody else; ``out`` holds those that rest on somebody."""
    left = set(out)
    while True:  # whoever rests on somebody who stands, even through others, is none
        falls = {v for v in left if not out[v] <= left}
        if not falls:
            break
        left -= falls
    reach = {v: _reached(v, out) for v in left}
    found = {frozenset(w for w in reach[v] if v in reach[w]) for v in left if all(v in reach[w] for w in reach[v])}
    return [sorted(c) for c in sorted(found, key=min)]


def _reached(start: int, out: Mapping[int, set[int]]) -> set[int]:
    seen, todo = {start}, [start]
    while todo:
        new = out[todo.pop()] - seen
        seen |= new
        todo += new
    return seen


def _carried(saying: Saying, voices: Voices) -> bool:
    """Whether an outlet that says so itself carries it."""
    return any(voices.of_key(c) is not None for c in saying.carriers)


def _links(
    sayings: Sequence[Saying], voices: Voices, rests: _Rests, found: Mapping[int, Sequence[int]]
) -> tuple[Link | None, ...]:
    root_of = {i: root for root, those in found.items() for i in those}
    head = {voices.of[i]: root for i, root in root_of.items() if voices.of[i] >= 0}
    circles = {root for root, those in found.items() if len({voices.of[i] for i in those}) > 1}
    first: dict[tuple[str, str], int] = {}
    for i in sorted(range(len(sayings)), key=lambda i: _order(sayings, i)):
        first.setdefault((sayings[i].place, sayings[i].voice), i)
    made: list[Link | None] = []
    for i, saying in enumerate(sayings):
        voice, other = voices.of[i], first[saying.place, saying.voice]
        if i in found:
            made.append(None)
        elif other != i:
            made.append(Link("says it again", other))
        elif voice < 0:
            made.append(Link("not named", min(found)))
        elif i in rests.copied and voice not in head:
            made.append(Link("copies", rests.copied[i]))
        elif voice in head and head[voice] in circles:
            made.append(Link("quote each other", head[voice]))
        elif voice in head:
            made.append(Link(voices.why(i, head[voice]), head[voice]))
        elif voice in rests.spoken:
            made.append(Link("speaks with", rests.spoken[voice]))
        else:
            made.append(Link("quotes", min(rests.carried[voice].values())))
    return tuple(made)


def _low(
    sayings: Sequence[Saying], voices: Voices, found: Mapping[int, Sequence[int]], owners: Mapping[str, Iterable[str]]
) -> int:
    """The most sources of which no two share a voice, an outlet, an owner or a text; unknown publishers are one."""
    publisher = publishers(sayings, voices, owners)
    return max(1, matched([sorted({publisher[i] for i in those}) for those in found.values()]))
