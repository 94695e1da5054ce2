"""Who speaks in a transcript without labels: the likeliest way through its sentences, host and guests in turn.

Every sentence leans to a guest or to the programme; a change of speaker costs, the less the better it was announced
("let's listen to", "His name is", a question). The path of least cost is found as in a hidden Markov model (Viterbi),
with the host and the guests brought in lately as its states.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from cuibono.extract.records import Span
from cuibono.extract.turns_leaning import Unit

_HOST = ""
_ACTIVE = 8  # guests who may speak at any point: those called lately
_ANNOUNCED = 1.9  # who says, explains or is asked has a voice
_BROUGHT = 3.0
_DESCRIBED = 1.0
_NEVER = 60.0
_QUOTING = 3  # sentences with quoted words of guests, from which a text is one that quotes its guests
_UNQUOTED = 6.0  # what it costs a guest there to begin without quote marks
_TELLS = 0.5  # how far an answer leans to a guest
_AROUND = 30  # sentences around a mark of a change in which changes are marked


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch that one voice speaks; ``who`` is "" for the programme. ``call`` is how well it was announced."""

    span: Span
    who: str
    lean: float
    call: float
    units: tuple[Unit, ...] = field(repr=False, default=())

    @property
    def confidence(self) -> float:
        """How likely it is that the speaker is right, as far as the signs go."""
        if self.who == _HOST:
            return 0.7
        score = -0.9 + 0.5 * self.call + 0.22 * min(self.lean, 8.0)
        return round(min(0.9, 1 / (1 + math.exp(-score))), 3)


@dataclass(slots=True)
class _Calls:
    """Whom the sentences so far have brought in, and when."""

    last: dict[str, tuple[int, float]] = field(default_factory=dict)

    def note(self, at: int, unit: Unit, guests: frozenset[str]) -> None:
        announced = any(w > _DESCRIBED and c in guests for c, w in unit.calls)
        for who in sorted(unit.named, key=lambda w: any(c == w for c, _ in unit.calls)):
            if who in guests:
                weight = max((w for c, w in unit.calls if c == who), default=0.0 if announced else 0.5)
                weight = min(weight, 0.5) if unit.quotes else weight  # what was to be said is quoted already
                before, strength = self.last.pop(who, (-999, 0.0))
                near = at - before <= 2
                self.last[who] = (at, max(weight, strength - 0.5) if near else weight)

    def active(self) -> list[str]:
        return list(self.last)[-_ACTIVE:]

    def cost(self, who: str, at: int, asked: bool) -> float:
        """What it costs that a guest begins to speak here."""
        before, weight = self.last[who]
        distance = at - before
        if distance <= 1:
            cost = 1.2 - 0.8 * weight
        elif distance <= 3:
            cost = 2.0 - 0.5 * weight
        else:
            cost = 3.2 if distance <= 10 else 4.2
        lately = who == next(reversed(self.last))
        return min(cost, -0.5 if lately else 1.5) if asked else cost


def guests_of(units: Sequence[Unit], host: str | None) -> frozenset[str]:
    """Those who may speak: brought in as speakers, or described shortly before somebody says "I"."""
    found: set[str] = set()
    for at, unit in enumerate(units):
        if unit.oneself is not None:
            found.add(unit.oneself)
        ahead = any(u.lean > 0.6 and not u.calls for u in units[at + 1 : at + 6])
        near = any(u.first_person and u.lean > 1.0 and not u.calls for u in units[at + 1 : at + 4])
        for who, weight in unit.calls:
            if weight >= _ANNOUNCED or near or (ahead and weight >= _DESCRIBED):
                found.add(who)
    return frozenset(found - {host})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a step needs to know of its surroundings: the sentence before, marks of change, who is presented here."""

    at: int
    unit: Unit
    before: Unit | None
    marks: bool
    presented: frozenset[str]
    stay: float
    guests: frozenset[str]
    core: frozenset[str]
    quoting: bool = False


def infer(units: Sequence[Unit], host: str | None, guests: frozenset[str]) -> list[Spoken]:
    """The stretches in order."""
    calls = _Calls()
    scores: dict[str, float] = {_HOST: 0.0}
    back: list[dict[str, str]] = []
    started: list[dict[str, float]] = []
    marks, stay = _marks(units), _stay(units, guests)
    core, quoting = _core(units, guests), _quoting(units, guests)
    for at, unit in enumerate(units):
        if unit.oneself is not None and unit.oneself in guests:
            calls.last.pop(unit.oneself, None)
            calls.last[unit.oneself] = (at - 1, 2.0)
        presented = _presented(unit, units[at + 1] if at + 1 < len(units) else None, guests)
        scene = _Scene(at, unit, units[at - 1] if at else None, marks[at], presented, stay, guests, core, quoting)
        scores, origin, called = _step(scene, scores, calls)
        back.append(origin)
        started.append(called)
        calls.note(at, unit, guests)
    return _stretches(units, _path(scores, back), started)


def _step(
    scene: _Scene, scores: dict[str, float], calls: _Calls
) -> tuple[dict[str, float], dict[str, str], dict[str, float]]:
    fresh: dict[str, float] = {}
    origin: dict[str, str] = {}
    called: dict[str, float] = {}
    for state in (_HOST, *calls.active()):
        best, past = max((score - _change(past, state, scene, calls), past) for past, score in scores.items())
        fresh[state] = best + _emission(state, scene)
        origin[state] = past
        called[state] = calls.last[state][1] if state else 0.0
    return fresh, origin, called


def _marks(units: Sequence[Unit]) -> list[bool]:
    """Whether changes of speaker are marked in the text around each sentence."""
    places = [i for i, u in enumerate(units) if u.marked]
    near = [False] * len(units)
    done = 0
    for place in places:
        first, last = max(done, place - _AROUND), min(len(units), place + _AROUND)
        near[first:last] = [True] * max(0, last - first)
        done = max(done, last)
    return near if len(places) > 3 else [False] * len(units)


def _core(units: Sequence[Unit], guests: frozenset[str]) -> frozenset[str]:
    """Guests beyond doubt: brought in, given the word in the present tense, or described right before an "I"."""
    found: set[str] = set()
    for at, unit in enumerate(units):
        after = units[at + 1] if at + 1 < len(units) else None
        found |= _presented(unit, after, guests) | {who for who, w in unit.calls if w >= 2.0}
    return frozenset(found)


def _stay(units: Sequence[Unit], guests: frozenset[str]) -> float:
    """What it costs a guest to go on into a new paragraph: much where paragraphs begin with the narrator."""
    paragraphs = sum(u.opens for u in units)
    calling = sum(u.opens and any(c in guests for c in u.named) for u in units)
    return 1.6 if calling * 4 >= paragraphs else 0.6


def _quoting(units: Sequence[Unit], guests: frozenset[str]) -> bool:
    """Whether a text sets what its guests say in quote marks: outside of them it speaks itself."""
    quoted = sum(u.quotes and any(who in guests and w >= _DESCRIBED for who, w in u.calls) for u in units)
    return quoted >= _QUOTING


def _handed(scene: _Scene, state: str) -> bool:
    """Whether the programme turned to this very guest just now: "Colonel, what surprised you?", "X joins me"."""
    before = scene.before
    if before is None or scene.unit.lean < _TELLS:
        return False
    return state in before.addressed or dict(before.calls).get(state, 0.0) >= _BROUGHT


def _presented(unit: Unit, after: Unit | None, guests: frozenset[str]) -> frozenset[str]:
    """Those whom a sentence describes right before somebody says "I"."""
    if after is None or not after.first_person or after.calls or unit.first_person:
        return frozenset()
    return frozenset(who for who, weight in unit.calls if weight >= 1.0 and who in guests)


def _change(past: str, state: str, scene: _Scene, calls: _Calls) -> float:
    unit = scene.unit
    if scene.marks:
        if past == state:
            return 3.0 if unit.marked else 0.0
        if not unit.marked:
            return _NEVER
        return 0.0 if state == _HOST else 0.3 if past == _HOST else 1.8
    if past == state:
        return (scene.stay if unit.opens else 0.0) if state else _waiting(scene)
    if state == _HOST:
        if unit.opens or past in unit.named or any(w >= 3.0 for _, w in unit.calls):
            return 0.5
        other = any(who in scene.core and who != past for who, _ in unit.calls)
        return 1.2 if other or (unit.asks and unit.lean < -1.0) else 2.2
    begins = calls.cost(state, scene.at, _asked(scene))
    if scene.quoting and not _handed(scene, state):
        begins = max(0.0, begins) + _UNQUOTED
    if past == _HOST:
        return begins
    return begins + (2.5 if unit.opens else 4.0)


def _asked(scene: _Scene) -> bool:
    """Whether a question was put to somebody just now: "you" is in it, or its answer begins a paragraph."""
    before = scene.before
    return before is not None and before.asks and (before.lean < -1.0 or scene.unit.opens or scene.unit.marked)


def _waiting(scene: _Scene) -> float:
    """What it costs the programme to go on although it has just given somebody the word."""
    if scene.before is None or scene.before.quotes or scene.unit.lean < -0.5 or scene.unit.calls:
        return 0.0
    return 1.0 if any(w >= _ANNOUNCED and who in scene.guests for who, w in scene.before.calls) else 0.0


def _emission(state: str, scene: _Scene) -> float:
    unit, before = scene.unit, scene.before
    if state == _HOST:
        return -5.0 if unit.oneself is not None and unit.host is None and unit.marked else 0.0
    score = unit.lean
    if unit.oneself == state:
        return score + 4.0
    if unit.oneself is not None:
        score -= 4.0
    if state in unit.named:
        score -= 5.0
    if state in unit.addressed:
        score -= 2.0
    for who, weight in unit.calls:
        if who != state:
            score -= _elsewhere(weight, who in scene.core)
    if scene.presented - {state}:
        score -= 2.6
    if unit.he and not unit.first_person and before is not None:
        speaks = any(who == state and _DESCRIBED < w < _BROUGHT for who, w in before.calls)
        score -= 1.5 * (state in before.named and not speaks)  # "he" is whoever was just named
    return score


def _elsewhere(weight: float, core: bool) -> float:
    """How much a guest's words lose who bring in somebody else, as narrators do."""
    if weight >= _BROUGHT:
        return 3.0
    return 2.0 if core else 0.3


def _path(scores: dict[str, float], back: list[dict[str, str]]) -> list[str]:
    state = max(scores, key=lambda s: scores[s])
    path = [state]
    for origin in reversed(back[1:]):
        state = origin[state]
        path.append(state)
    return path[::-1]


def _stretches(units: Sequence[Unit], path: Sequence[str], started: list[dict[str, float]]) -> list[Spoken]:
    found: list[Spoken] = []
    at = 0
    while at < len(units):
        end = at + 1
        while end < len(units) and path[end] == path[at] and not units[end].marked:
            end += 1
        held = tuple(units[at:end])
        span = Span(held[0].span.start, held[-1].span.end)
        found.append(Spoken(span, path[at], sum(u.lean for u in held), started[at].get(path[at], 0.0), held))
        at = end
    return found
