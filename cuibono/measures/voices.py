"""Which of many names are one voice: the same speaker, the same author, outlets of one owner, part of a name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Reason = Literal[
    "says it again", "same speaker", "same author", "same owner", "part of the name", "speaks with",
    "copies", "quotes", "not named", "quote each other",
]  # fmt: skip
Owners = Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Saying:
    """One place where the thing is stated.

    ``voice`` is who says so, as names are compared; "" when nobody is named. ``place`` is the document. ``carriers``
    are the outlets through which it came, the nearest to the reader first; none when the voice itself publishes it.
    ``members`` are those who speak together under one voice, where there are several.
    ``id`` is that of the speaker where the case has one, ``author`` who wrote what an outlet says in its own voice;
    ``partial`` says that the voice is part of a name. ``text`` is the number of the group of copies that its words
    belong to (-1: none), ``when`` sorts by time ("": not known), ``known`` says whether its publisher is.
    """

    voice: str
    place: str
    carriers: tuple[str, ...] = ()
    id: str = ""
    author: str = ""
    partial: bool = False
    text: int = -1
    when: str = ""
    known: bool = True
    members: tuple[str, ...] = ()


class Groups:
    """Keys that are joined pair by pair."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def of(self, key: str) -> str:
        """The key that stands for the group of a key."""
        up = self._up.setdefault(key, key)
        while up != self._up[up]:
            self._up[up] = self._up[self._up[up]]
            up = self._up[up]
        self._up[key] = up
        return up

    def join(self, one: str, other: str) -> None:
        """Make one group of two: under the key that comes first, so that the order of joining does not matter."""
        first, last = sorted((self.of(one), self.of(other)))
        self._up[last] = first


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice of each saying as a number, and which sayings have it by part of a name only.

    All those without a name have one number, ``unnamed``: they are never taken as independent of each other.
    """

    of: tuple[int, ...]
    unnamed: int
    parts: tuple[int, ...]
    _groups: Groups
    _numbers: Mapping[str, int]
    _sayings: Sequence[Saying]
    _owners: Owners = field(default_factory=dict)

    def of_key(self, key: str) -> int | None:
        """The voice that a name is, where that voice says so itself."""
        return self._numbers.get(self._groups.of(key))

    def why(self, one: int, other: int) -> Reason:
        """Why two sayings have one voice."""
        a, b = self._sayings[one], self._sayings[other]
        if a.voice == b.voice or (a.id and a.id == b.id):
            return "same speaker"
        if (a.author and a.author in (b.author, b.voice)) or (b.author and b.author == a.voice):
            return "same author"
        if a.partial or b.partial:
            return "part of the name"
        return "same owner" if _sole(a.voice, self._owners) or _sole(b.voice, self._owners) else "same speaker"


def voices_of(sayings: Sequence[Saying], owners: Owners) -> Voices:
    """The voices of sayings that state one thing; a key with several ``owners`` is in dispute, and has none."""
    groups = Groups()
    for saying in sayings:
        for key in (saying.id and f"id:{saying.id}", saying.author):
            if saying.voice and key:
                groups.join(saying.voice, key)
        for key in (saying.voice, *saying.carriers, *saying.members):
            _join_owner(groups, key, owners)
    _join_overlapping(sayings, groups)
    parts = _join_parts(sayings, groups)
    kept = [groups.of(s.voice) if s.voice else "" for s in sayings]
    numbers = {key: n for n, key in enumerate(sorted({k for k in kept if k}))}
    unnamed = len(numbers)
    return Voices(tuple(numbers.get(k, unnamed) for k in kept), unnamed, parts, groups, numbers, sayings, owners)


def _sole(key: str, owners: Owners) -> str:
    """The one owner of a key, if there is one and no other is named."""
    found = set(owners.get(key, ()))
    return found.pop() if len(found) == 1 else ""


def _join_owner(groups: Groups, key: str, owners: Owners) -> None:
    """An outlet, its owner, the owner's owner ... are one voice, as far as each has one owner."""
    seen = {key}
    while key and (owner := _sole(key, owners)) and owner not in seen:
        groups.join(key, owner)
        seen.add(owner)
        key = owner


def _join_overlapping(sayings: Sequence[Saying], groups: Groups) -> None:
    """Two who each speak together with a third are one voice, unless one of them is among the other."""
    sets = {s.voice: frozenset(s.members) for s in sayings if len(s.members) > 1}
    joint = sorted(sets)
    for n, one in enumerate(joint):
        for other in joint[n + 1 :]:
            shared = sets[one] & sets[other]
            if shared and not (sets[one] < sets[other] or sets[other] < sets[one]):
                groups.join(one, other)


def _join_parts(sayings: Sequence[Saying], groups: Groups) -> tuple[int, ...]:
    """Parts of names go with the first whole name that has all their words."""
    partial = [i for i, s in enumerate(sayings) if s.partial and s.voice]
    if not partial:
        return ()
    whole = sorted({s.voice for s in sayings if s.voice and not s.partial})
    found = []
    for i in partial:
        words = set(sayings[i].voice.split())
        name = next((w for w in whole if words < set(w.split())), None)
        if name is not None and groups.of(name) != groups.of(sayings[i].voice):
            groups.join(name, sayings[i].voice)
        if name is not None:
            found.append(i)
    return tuple(found)


def publishers(sayings: Sequence[Saying], voices: Voices, owners: Owners) -> tuple[int, ...]:
    """Who published each saying, as one who wants to be careful sees it.

    All owners that are named for an outlet are taken as one, texts that are copies have one publisher, and so have all
    those whose publisher is not known. Of a chain of outlets the one nearest to the speaker counts.
    """
    groups = Groups()
    keys = [_publisher(s, v) for s, v in zip(sayings, voices.of, strict=True)]
    for key in sorted({k for k in keys if not k.startswith(_OWN)}):
        _join_all_owners(groups, key, owners)
    for i, saying in enumerate(sayings):
        if keys[i].startswith(_OWN):
            _join_all_owners(groups, saying.voice, owners)
            groups.join(keys[i], saying.voice)
        if saying.text >= 0:
            groups.join(keys[i], f"{_TEXT}{saying.text}")
    numbers = {key: n for n, key in enumerate(sorted({groups.of(k) for k in keys}))}
    return tuple(numbers[groups.of(k)] for k in keys)


#: Marks of keys that are no names: of a voice that publishes itself, of a text.
_OWN, _TEXT, _UNKNOWN = "\x01voice ", "\x01text ", "\x01unknown"


def _publisher(saying: Saying, voice: int) -> str:
    if not saying.known:
        return _UNKNOWN
    if saying.carriers:
        return saying.carriers[-1]
    return f"{_OWN}{voice}" if saying.voice else _UNKNOWN


def _join_all_owners(groups: Groups, key: str, owners: Owners) -> None:
    todo, seen = [key], {key}
    while todo:
        at = todo.pop()
        for owner in sorted(set(owners.get(at, ())) - seen):
            groups.join(key, owner)
            seen.add(owner)
            todo.append(owner)
