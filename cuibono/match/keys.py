"""Keys under which entities meet: who shares none is never compared.

A key is a short text: the consonants of a name's words in any order, its sound in Mandarin and in Cantonese, its
acronym, its rare words, an identifier, a full date, its letters in the order of the alphabet (for letters that changed
places). Misspelt names meet by MinHash: bands of the smallest hashes of their pairs of letters, so that names that
share most pairs share a band nearly always.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from cuibono.match.forms import Form, Kind
from cuibono.match.forms_body import body_forms
from cuibono.match.forms_person import person_forms
from cuibono.match.known import KINDS, Known
from cuibono.match.words import small_words
from cuibono.model.romanisation.consonants import SMALL, consonants

Ints = npt.NDArray[np.int64]
#: Bands of so many smallest hashes: two names that share 75 % of their pairs of letters meet in 99 of 100 cases,
#: two that share 20 % in 6 of 100.
BANDS, ROWS = 8, 3
#: Of a body so many of its rarest words are keys, and only words that no more names have.
TELLING, COMMON = 4, 50
#: So many words of a long name are paired with each other.
MOST_WORDS = 4
_SEED = 20250301
_PRIME = (1 << 31) - 1
_SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Named:
    """The forms of all names, in the order of their entities; ``starts[i]`` is where those of entity i begin."""

    forms: Sequence[Form]
    texts: Sequence[str]
    owner: Ints
    starts: Ints


@dataclass(frozen=True, slots=True)
class Keys:
    """Entity ``entity[k]`` has key ``key[k]``; each pair stands here once."""

    key: Ints
    entity: Ints


def all_forms(known: Sequence[Known]) -> Named:
    """Every form of every name of every entity, for each sort of thing that it can be."""
    made: list[Form] = []
    texts: list[str] = []
    owner: list[int] = []
    starts = [0]
    for number, entity in enumerate(known):
        mask = entity.mask
        kinds = dict.fromkeys(kind for bit, kind in KINDS.items() if mask & bit)
        for name in entity.called:
            for kind in kinds:
                for form in forms(name, kind):
                    made.append(form)
                    texts.append(name)
                    owner.append(number)
        starts.append(len(made))
    return Named(made, texts, np.array(owner, dtype=np.int64), np.array(starts, dtype=np.int64))


def forms(name: str, kind: Kind) -> tuple[Form, ...]:
    """The forms of a name as one of a person, of a body or of a thing."""
    return person_forms(name) if kind == "person" else body_forms(name, kind)


def keys(known: Sequence[Known], named: Named) -> Keys:
    """The keys of all entities, as numbers."""
    numbers: dict[str, int] = {}
    key: list[int] = []
    entity: list[int] = []
    for text, owner in _texts(known, named):
        key.append(numbers.setdefault(text, len(numbers)))
        entity.append(owner)
    hashed = _minhash(named, first=len(numbers))
    size = max(len(known), 1)
    every = np.concatenate([np.array(key, dtype=np.int64), hashed.key]) * size
    both = np.unique(every + np.concatenate([np.array(entity, dtype=np.int64), hashed.entity]))
    return Keys(both // size, both % size)


def _texts(known: Sequence[Known], named: Named) -> Iterator[tuple[str, int]]:
    often = Counter(w for f in named.forms if f.kind != "person" for w in set(f.core.split()))
    for form, owner in zip(named.forms, named.owner.tolist(), strict=True):
        if len(form.core) >= _SHORTEST and not form.han:
            yield f"{form.kind[0]}x{''.join(sorted(form.core))}", owner
        for text in _of_person(form) if form.kind == "person" else _of_body(form, often):
            yield f"{form.kind[0]}{text}", owner
    for number, entity in enumerate(known):
        yield from ((f"i{prop}:{value}", number) for prop, value in entity.identifiers)
        if entity.start and entity.start[0] is not None and entity.start[0] == entity.start[1]:
            yield f"d{entity.start[0]}", number


def _of_person(form: Form) -> Iterator[str]:
    if form.alone:  # a family name on its own is no key: it would bring together all who bear it
        return
    yield f"b{form.bones}" if form.bones else f"w{form.core}"
    if form.other_bones:
        yield f"b{form.other_bones}"
    if form.sound:
        yield f"s{' '.join(sorted(form.sound.replace('|', ' ').split()))}"
    if form.heard:
        yield f"c{form.heard}"
    if form.family and form.given:
        yield f"f{form.family}|{form.given[0]}"
    if form.size > 2 and not form.han:  # a name with more words may be part of another: every two of its words
        parts = sorted(consonants(w) for w in form.core.split() if w not in SMALL)
        yield from (f"b{one} {other}" for one, other in combinations(parts[:MOST_WORDS], 2))


def _of_body(form: Form, often: Counter[str]) -> Iterator[str]:
    yield f"w{form.root}"
    if form.bones and form.size < MOST_WORDS:
        yield f"b{form.bones}"
        yield f"b{form.other_bones or form.bones}"
    if form.sound:
        yield f"s{form.sound}"
    if form.exact:
        yield f"l{form.exact}"
    for letters in form.letters:
        yield f"a{letters}"
    telling = sorted({w for w in form.core.split() if w not in small_words()}, key=lambda w: (often[w], w))
    yield from (f"r{w}" for w in telling[:TELLING] if often[w] <= COMMON)
    if len(telling) > 1:
        yield f"r{' '.join(sorted(telling[:2]))}"
    if form.han and len(form.han) > 3:
        yield f"h{form.han[:4]}"


def _minhash(named: Named, *, first: int) -> Keys:
    """The MinHash bands of all names in letters; numbers from ``first`` on."""
    chosen = [i for i, f in enumerate(named.forms) if not f.han and len(f.core) >= _SHORTEST]
    texts: dict[str, int] = {}
    which = [texts.setdefault(named.forms[i].kind[0] + named.forms[i].core, len(texts)) for i in chosen]
    if not texts:
        return Keys(np.empty(0, np.int64), np.empty(0, np.int64))
    grams, starts = _grams([t[1:] for t in texts])
    kinds = np.array([ord(t[0]) for t in texts], dtype=np.uint64)
    random = np.random.default_rng(_SEED)
    factors = random.integers(1, _PRIME, size=(BANDS, ROWS), dtype=np.int64)
    shifts = random.integers(0, _PRIME, size=(BANDS, ROWS), dtype=np.int64)
    found = []
    owners = named.owner[np.array(chosen)]
    for band in range(BANDS):
        mixed = kinds.copy()
        for row in range(ROWS):
            hashed = (grams * factors[band, row] + shifts[band, row]) % _PRIME
            mixed = mixed * np.uint64(1_000_003) + np.minimum.reduceat(hashed, starts).astype(np.uint64)
        _, number = np.unique(mixed, return_inverse=True)
        found.append(number.astype(np.int64)[np.array(which)] + first + band * len(texts))
    return Keys(np.concatenate(found), np.tile(owners, BANDS))


def _grams(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """The pairs of letters of all texts one after the other, as numbers below 2^31, and where each text begins.

    A text is padded by a space on both sides, so the first letter counts as much as any other.
    """
    joined = "".join(f" {t} " for t in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    lengths = np.array([len(t) + 2 for t in texts], dtype=np.int64)
    ends = np.cumsum(lengths)
    pairs = (codes[:-1] * 1_114_129 + codes[1:]) % _PRIME
    inside = np.ones(len(pairs), dtype=bool)
    inside[ends[:-1] - 1] = False  # a pair across two texts
    starts = ends - lengths - np.arange(len(texts))
    return pairs[inside], starts
