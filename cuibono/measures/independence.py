"""How many independent sources state one thing: who says it counts, not how often it is printed.

The sayings of one claim make a graph: each belongs to a voice (one speaker, one outlet, all outlets of one owner), and
a voice rests on another when it copies or carries what that one says. Counted are the voices that rest on nobody else,
and circles of voices that rest only on each other, as one each.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
    return _alone(sayings[0]) if len(sayings) == 1 and not owners else _of_all(sayings, owners or {})


@lru_cache(maxsize=16_384)
def _alone(saying: Saying) -> Independence:
    """What one saying comes to, where no owners are known: of most statements there is but one."""
    return _of_all([saying], {})


def _of_all(sayings: Sequence[Saying], owners: Mapping[str, Iterable[str]]) -> Independence:
    voices = voices_of(sayings, owners)
    rests = _rests(sayings, voices)
    standing = _standing(sayings, voices, rests)
    found = _counted(standing, voices, rests)
    circles = tuple(sorted(tuple(sorted(c)) for c in found.values() if len({voices.of[i] for i in c}) > 1))
    parts = {sayings[i].voice for i in voices.parts if i not in rests.copied}
    return Independence(
        count=len(found),
        low=min(len(found), _low(sayings, voices, found, owners)),
        high=len(standing) + len(parts),
        stated=len({(s.place, s.voice) for s in sayings}),
        roots=tuple(sorted(found)),
        links=_links(sayings, voices, rests, found),
        circles=circles,
        unnamed=sum(not s.voice for s in sayings),
    )


def _counted(standing: Mapping[int, list[int]], voices: Voices, rests: "_Rests") -> dict[int, list[int]]:
    """Those who count: the ones without a name only where nobody else does, or where somebody rests on them alone."""
    alone = any(set(others) == {voices.unnamed} for others in rests.on.values())
    named = {root: those for root, those in standing.items() if voices.of[root] != voices.unnamed}
    return dict(standing) if alone or not named else named


@dataclass(frozen=True, slots=True)
class _Rests:
    """On whom voices rest: by what they carry, with a saying for each; which sayings are copies, and of which.

    ``spoken`` are voices of several of whom one says so apart; ``on`` puts it all together for voices that do not
    stand by themselves.
    """

    carried: Mapping[int, Mapping[int, int]]
    copied: Mapping[int, int]
    spoken: Mapping[int, int]
    on: Mapping[int, set[int]]


def _order(sayings: Sequence[Saying], i: int) -> tuple[bool, str, int]:
    return not sayings[i].when, sayings[i].when, i


def _rests(sayings: Sequence[Saying], voices: Voices) -> _Rests:
    carried: dict[int, dict[int, int]] = defaultdict(dict)
    for i, saying in enumerate(sayings):
        mine = voices.of[i]
        chain = [v for c in saying.carriers if (v := voices.of_key(c)) is not None]
        for at, voice in enumerate(chain):
            for other in (mine, *chain[at + 1 :]):
                if other != voice:
                    carried[voice].setdefault(other, i)
    spoken = _spoken(sayings, voices)
    for voice, i in spoken.items():
        carried[voice].setdefault(voices.of[i], i)
    copied = _copied(sayings, voices)
    return _Rests(carried, copied, spoken, _on(voices, carried, copied))


def _on(voices: Voices, carried: Mapping[int, Mapping[int, int]], copied: Mapping[int, int]) -> dict[int, set[int]]:
    """On whom each voice rests that rests on somebody: one with a statement of its own that rests on nobody is none."""
    found: dict[int, set[int]] = {}
    free = {v for i, v in enumerate(voices.of) if i not in copied}
    for i, voice in enumerate(voices.of):
        if carried.get(voice) or voice not in free:
            found.setdefault(voice, set()).update(carried.get(voice, ()))
            if voice not in free:
                found[voice].add(voices.of[copied[i]])
    return found


def _spoken(sayings: Sequence[Saying], voices: Voices) -> dict[int, int]:
    """Several who speak together rest on those of them who say so apart: for each such voice a saying of one."""
    sets: dict[str, frozenset[str]] = {}
    first: dict[int, int] = {}
    for i, saying in enumerate(sayings):
        first.setdefault(voices.of[i], i)
        if len(saying.members) > 1:
            sets[saying.voice] = frozenset(saying.members)
    found: dict[int, int] = {}
    for name, mine in sorted(sets.items()):
        voice = voices.of_key(name)
        apart = {voices.of_key(m) for m in mine} | {voices.of_key(n) for n, theirs in sets.items() if theirs < mine}
        others = sorted(v for v in apart if v is not None and v != voice)
        found |= {voice: first[others[0]]} if others and voice is not None else {}
    return found


def _copied(sayings: Sequence[Saying], voices: Voices) -> dict[int, int]:
    """Sayings that stand in a copy of a text in which somebody else says so, and the saying there.

    The original is the text with the most voices, the earliest of them; it may name several, who are no copies.
    """
    groups: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, saying in enumerate(sayings):
        if saying.text >= 0:
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
    """The sayings that stand, each with all sayings that stand for the same source and rest on nobody else."""
    own: dict[int, list[int]] = defaultdict(list)
    for i, voice in enumerate(voices.of):
        own[voice].append(i)
    groups = [[i for i in those if i not in rests.copied] for v, those in own.items() if v not in rests.on]
    groups += [[i for v in circle for i in own[v]] for circle in _circles(rests.on)]
    return {min(those, key=lambda i: _order(sayings, i)): sorted(those) for those in groups}


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


def _links(
    sayings: Sequence[Saying], voices: Voices, rests: _Rests, found: Mapping[int, Sequence[int]]
) -> tuple[Link | None, ...]:
    root_of = {i: root for root, those in found.items() for i in those}
    head = {voices.of[i]: root for i, root in root_of.items()}
    circles = {root for root, those in found.items() if len({voices.of[i] for i in those}) > 1}
    first: dict[tuple[str, str], int] = {}
    for i in sorted(range(len(sayings)), key=lambda i: _order(sayings, i)):
        first.setdefault((sayings[i].place, sayings[i].voice), i)
    by_voice: dict[int, int] = {}
    for i, v in enumerate(voices.of):
        by_voice.setdefault(v, i)
    made: list[Link | None] = []
    for i, saying in enumerate(sayings):
        voice, other = voices.of[i], first[saying.place, saying.voice]
        if i in found:
            made.append(None)
        elif other != i:
            made.append(Link("says it again", other))
        elif voice == voices.unnamed and voice not in head and i not in rests.copied:
            made.append(Link("not named", min(found)))
        elif i in rests.copied and voice not in head:
            made.append(Link("copies", rests.copied[i]))
        elif voice in head and head[voice] in circles:
            made.append(Link("quote each other", head[voice]))
        elif voice in head:
            why = voices.why(i, head[voice]) if voice != voices.unnamed else "not named"
            made.append(Link(why, head[voice]))
        elif voice in rests.spoken:
            made.append(Link("speaks with", rests.spoken[voice]))
        else:
            whom = min(rests.carried[voice], key=lambda v: (v not in head, by_voice[v]))
            made.append(Link("quotes", head.get(whom, by_voice[whom])))
    return tuple(made)


def _low(
    sayings: Sequence[Saying], voices: Voices, found: Mapping[int, Sequence[int]], owners: Mapping[str, Iterable[str]]
) -> int:
    """The most sources of which no two share a voice, an outlet, an owner or a text; unknown publishers are one."""
    publisher = publishers(sayings, voices, owners)
    named = [those for root, those in found.items() if voices.of[root] != voices.unnamed]
    return max(1, matched([sorted({publisher[i] for i in those}) for those in named]))
