"""What must not get out, as fingerprints: names and phrases of protected material that no public one has too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from cuibono.store import fingerprints as fp
from cuibono.store.opened import CHUNK, OVERLAP
from cuibono.store.unescaped import views

_SHORT = 3
_SCHEME = re.compile(r"^\s*[a-z][a-z0-9+.-]*://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True)
class Secrets:
    """Fingerprints of all that would point to a protected source; make them with :meth:`of`.

    ``runs`` are identifiers as runs of words, by length; ``shorts`` those of up to three letters, which
    count only as they are written; ``glued`` are identifiers of ten letters or more, found inside other
    words too, by their first eight characters; ``phrases`` are runs of eight words (sixteen signs where
    a script has no spaces). ``hints`` keep the initials of identifiers, for the message to a person.
    """

    runs: dict[int, fp.KeySet] = field(default_factory=dict)
    shorts: frozenset[int] = frozenset()
    glued: dict[int, frozenset[tuple[int, int]]] = field(default_factory=dict)
    phrases: fp.KeySet = field(default_factory=fp.KeySet.of)
    hints: dict[int, str] = field(default_factory=dict, repr=False)
    starts: fp.KeySet = field(init=False, repr=False)

    def __post_init__(self) -> None:
        keys = np.fromiter(self.glued, dtype=np.uint64, count=len(self.glued))
        object.__setattr__(self, "starts", fp.KeySet.of(keys))

    def __bool__(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.shorts or self.glued or len(self.phrases) or any(len(k) for k in self.runs.values()))

    @classmethod
    def of(
        cls,
        identifiers: Iterable[str],
        protected_texts: Iterable[str],
        public_texts: Iterable[str],
        own_texts: Iterable[str] = (),
    ) -> "Secrets":
        """Fingerprints of protected material, less all that public material has too.

        ``identifiers`` are names, addresses, titles, paths and hashes; names are also looked for with the
        surname first. Those of one letter, and numbers of less than six digits, are left out, since they
        point to nothing. Texts are read once, in stretches; eight bytes are kept for each of their words.
        ``own_texts`` are public too and the same every time: how they read is remembered.
        """
        families = [f for f in map(_family, identifiers) if f]
        phrases = [fp.telling_shingles(fp.hashed(fp.tokens(fp.fold(t)))) for t in _stretches(protected_texts)]
        made = _secrets(families, phrases)
        if not made:
            return made
        known = [made._in_any(_readings(stretch, short=bool(made.shorts))) for stretch in _stretches(public_texts)]
        known += [made._in_any(_remembered(stretch)) for stretch in _stretches(own_texts)]
        public = {int(key) for k in known for keys in k.runs.values() for key in keys.keys}
        return _secrets([f for f in families if not public & {k for _, k in f.runs}], phrases).minus(known)

    def within(self, text: str) -> "Secrets":
        """Those of the secrets that a text holds, as it stands."""
        return self._in(_words(text, short=bool(self.shorts)))

    def minus(self, others: Iterable["Secrets"]) -> "Secrets":
        """These secrets without those of the others."""
        gone = [o for o in others if o]
        runs = {n: keys.without(_union(o.runs[n] for o in gone if n in o.runs)) for n, keys in self.runs.items()}
        glued = {
            key: left
            for key, those in self.glued.items()
            if (left := those.difference(*(o.glued.get(key, frozenset()) for o in gone)))
        }
        shorts = self.shorts.difference(*(o.shorts for o in gone))
        phrases = self.phrases.without(_union(o.phrases for o in gone))
        return Secrets({n: k for n, k in runs.items() if len(k)}, shorts, glued, phrases, self.hints)

    def described(self) -> list[str]:
        """What was found, in words that give no secret away: the initials of names, the number of phrases."""
        keys = [int(k) for hit in self.runs.values() for k in hit.keys] + sorted(self.shorts)
        keys += [value for those in self.glued.values() for _, value in those]
        hints = sorted({self.hints.get(k, "…") for k in keys})
        listed = ", ".join(hints[:5]) + (f" and {len(hints) - 5} more" if len(hints) > 5 else "")
        said = [f"an identifier ({listed})"] if hints else []
        return [*said, f"a phrase of {fp.SHINGLE} words"] if len(self.phrases) else said

    def _in(self, words: "_Words") -> "Secrets":
        numbers = words.numbers
        runs = {n: hit for n, keys in self.runs.items() if len(hit := keys.among(fp.windows(numbers, n)))}
        phrases = self.phrases.among(fp.shingles(numbers)) if len(self.phrases) else self.phrases
        glued = self._glued_in(words.squeezed) if self.glued else {}
        shorts = self.shorts & words.shorts if self.shorts else self.shorts
        return Secrets(runs, shorts, glued, phrases, self.hints)

    def _in_any(self, readings: Iterable["_Words"]) -> "Secrets":
        """Those that any reading of a text shows."""
        found = [self._in(words) for words in readings]
        runs = {n: _union(f.runs[n] for f in found if n in f.runs) for n in self.runs}
        glued = {
            key: frozenset[tuple[int, int]]().union(*(f.glued.get(key, frozenset()) for f in found))
            for key in {k for f in found for k in f.glued}
        }
        shorts = frozenset[int]().union(*(f.shorts for f in found))
        return Secrets(runs, shorts, glued, _union(f.phrases for f in found))

    def _glued_in(self, squeezed: str) -> dict[int, frozenset[tuple[int, int]]]:
        numbers = fp.anchors(squeezed)
        found: dict[int, frozenset[tuple[int, int]]] = {}
        for at in self.starts.places(numbers).tolist():
            key = int(numbers[at])
            sizes = {n for n, _ in self.glued[key]}
            hits = self.glued[key] & {(n, fp.digest(squeezed[at : at + n])) for n in sizes}
            if hits:
                found[key] = found.get(key, frozenset()) | hits
        return found


@dataclass(frozen=True, slots=True)
class _Words:
    """A text read: its words as hashes, its words in one, and its short ones as they are written."""

    numbers: fp.Keys
    squeezed: str
    shorts: frozenset[int]


def _words(text: str, *, short: bool) -> _Words:
    words = fp.tokens(fp.fold(text))
    written = {w for w in fp.tokens(fp.fold(text, case=True)) if len(w) <= _SHORT} if short else set[str]()
    return _Words(fp.hashed(words), "".join(words), frozenset(map(_short_key, written)))


def _readings(text: str, *, short: bool) -> Iterator[_Words]:
    return (_words(read, short=short) for _, read in views(text))


@lru_cache(maxsize=2)
def _remembered(text: str) -> tuple[_Words, ...]:
    """The readings of a text that is the same every time."""
    return tuple(_readings(text, short=True))


@dataclass(frozen=True, slots=True)
class _Family:
    """One identifier in all the orders of its words; when one of them is public, all are."""

    hint: str
    runs: tuple[tuple[int, int], ...] = ()
    glued: tuple[tuple[int, tuple[int, int]], ...] = ()
    shorts: tuple[int, ...] = ()
    phrases: fp.KeySet | None = None


def _family(identifier: str) -> _Family | None:
    plain = _SCHEME.sub("", identifier)
    words = fp.tokens(fp.fold(plain))
    orders, hint = _orders(words), _hint(words)
    if not orders:
        return None
    if len(words) == 1 and len(words[0]) <= _SHORT and not fp.is_signs(words):
        return _Family(hint, shorts=(_short_key(fp.tokens(fp.fold(plain, case=True))[0]),))
    runs = tuple((len(o), int(fp.windows(fp.hashed(o), len(o))[0])) for o in orders)
    glued = tuple(_glue(joined) for o in orders if len(joined := "".join(o)) >= fp.GLUED)
    phrases = fp.KeySet(fp.telling_shingles(fp.hashed(words))) if len(words) > fp.SHINGLE else None
    return _Family(hint, runs, glued, (), phrases)


def _glue(joined: str) -> tuple[int, tuple[int, int]]:
    return int(fp.anchors(joined)[0]), (len(joined), fp.digest(joined))


def _secrets(families: list[_Family], phrases: list[fp.Keys]) -> Secrets:
    runs: dict[int, list[int]] = {}
    glued: dict[int, set[tuple[int, int]]] = {}
    hints: dict[int, str] = {}
    for family in families:
        for length, key in family.runs:
            runs.setdefault(length, []).append(key)
        for anchor, value in family.glued:
            glued.setdefault(anchor, set()).add(value)
        keys = [k for _, k in family.runs] + [v for _, (_, v) in family.glued] + list(family.shorts)
        hints |= dict.fromkeys(keys, family.hint)
    told = [f.phrases.keys for f in families if f.phrases]
    return Secrets(
        {n: fp.KeySet.of(np.array(keys, dtype=np.uint64)) for n, keys in runs.items()},
        frozenset(k for f in families for k in f.shorts),
        {anchor: frozenset(values) for anchor, values in glued.items()},
        fp.KeySet.of(*phrases, *told),
        hints,
    )


def _orders(words: list[str]) -> list[list[str]]:
    """The words of an identifier, and of what may be a name the surname first; none when it says nothing."""
    squeezed = "".join(words)
    if len(squeezed) < 2 or (squeezed.isdigit() and len(squeezed) < 6):
        return []
    may_be_name = 2 <= len(words) <= 4 and squeezed.isalpha() and not fp.is_signs(words)
    return [words, [words[-1], *words[:-1]]] if may_be_name else [words]


def _short_key(word: str) -> int:
    return fp.digest(f"as written: {word}")


def _hint(words: list[str]) -> str:
    initials = " ".join(f"{w[0].upper()}…" for w in words[:4])
    return initials + (" …" if len(words) > 4 else "")


def _stretches(texts: Iterable[str]) -> Iterator[str]:
    """Texts put together into stretches of about two million characters, with a barrier between two."""
    held: list[str] = []
    size = 0
    for text in texts:
        for start in range(0, max(len(text), 1), CHUNK):
            held.append(text[max(0, start - OVERLAP) : start + CHUNK])
            size += len(held[-1])
            if size >= CHUNK:
                yield f"\n{fp.BARRIER}\n".join(held)
                held, size = [], 0
    if held:
        yield f"\n{fp.BARRIER}\n".join(held)


def _union(sets: Iterable[fp.KeySet]) -> fp.KeySet:
    return fp.KeySet.of(*(s.keys for s in sets))
