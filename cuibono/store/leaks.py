"""The last look at an export before it leaves: does anything in it point to a protected source?

Everything else in cuibono that protects a source works by leaving things out. This file assumes that it
failed: it decodes what was written, whatever the format, and searches it. It fails closed: what
cannot be looked into counts as a leak.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from cuibono.errors import ProtectedLeak
from cuibono.store import fingerprints as fp
from cuibono.store.opened import CHUNK, OVERLAP, Opener, Sealed, Text
from cuibono.store.unescaped import packed, views

IDENTIFIER, PHRASE = "an identifier", "a phrase"
_NAMES_LISTED = 12
_SHORT = 3
_PACKED = (b"PK\x03\x04", b"\x1f\x8b\x08", b"PAR1", b"BZh", b"\xfd7zXZ\x00", b"%PDF", b"7z\xbc\xaf", b"Rar!")
_PACKED_AS_BASE64 = re.compile(r"(?:UEsDB|H4sI|UEFSM|QlpoO|/Td6WFo)[A-Za-z0-9+/\s]{20000,}")
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
    def of(cls, identifiers: Iterable[str], protected_texts: Iterable[str], public_texts: Iterable[str]) -> "Secrets":
        """Fingerprints of protected material, less all that public material has too.

        ``identifiers`` are names, addresses, titles, paths and hashes; names are also looked for with the
        surname first. Those of one letter, and numbers of less than six digits, are left out, since they
        point to nothing. Texts are read once, in stretches; eight bytes are kept for each of their words.
        """
        made = _of_identifiers(identifiers)
        phrases = [fp.telling_shingles(fp.hashed(fp.tokens(fp.fold(t)))) for t in _stretches(protected_texts)]
        made = Secrets(made.runs, made.shorts, made.glued, fp.KeySet.of(made.phrases.keys, *phrases), made.hints)
        if not made:
            return made
        known = [_all_within(made, stretch) for stretch in _stretches(public_texts)]
        return made.minus(known)

    def within(self, text: str) -> "Secrets":
        """Those of the secrets that a text holds, as it stands."""
        words = fp.tokens(fp.fold(text))
        numbers = fp.hashed(words)
        runs = {n: hit for n, keys in self.runs.items() if len(hit := keys.among(fp.windows(numbers, n)))}
        phrases = self.phrases.among(fp.shingles(numbers)) if len(self.phrases) else self.phrases
        glued = self._glued_in("".join(words)) if self.glued else {}
        return Secrets(runs, self._shorts_in(text), glued, phrases, self.hints)

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
        said = [f"{IDENTIFIER} ({listed})"] if hints else []
        return [*said, f"{PHRASE} of {fp.SHINGLE} words"] if len(self.phrases) else said

    def _shorts_in(self, text: str) -> frozenset[int]:
        if not self.shorts:
            return frozenset()
        written = {w for w in fp.tokens(fp.fold(text, case=True)) if len(w) <= _SHORT}
        return self.shorts & {_short_key(w) for w in written}

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


def refuse(path: Path, secrets: Secrets) -> None:
    """Raise ProtectedLeak when a written file holds anything that points to a protected source."""
    found = search(path, secrets)
    if found:
        listed = "\n".join(f"  - {line}" for line in found[:_NAMES_LISTED])
        more = f"\n  - and {len(found) - _NAMES_LISTED} more" if len(found) > _NAMES_LISTED else ""
        raise ProtectedLeak(
            f"The export was not written: it would point to a protected source.\n{listed}{more}",
            try_="dismiss or reword the findings that name it, or add a public source that says the same",
        )


def search(path: Path, secrets: Secrets) -> list[str]:
    """Where a file or folder holds a secret: one line for each place, never the secret itself.

    Looks into archives (nested ones too), compressed files and Parquet; reads entities, tags, JSON, percent
    and mail escapes, base64 and hex; and compares without case, accents, width, punctuation or characters
    that are not seen. What cannot be opened is listed as well. It does not find a secret that was
    reworded, translated, encrypted or drawn, nor a surname on its own where the full name is the secret.
    """
    if not secrets:
        return []
    with TemporaryDirectory(dir=path.parent, prefix=".cuibono-") as desk:
        opener = Opener(Path(desk))
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        found: dict[str, None] = {}
        for file in files:
            where = str(file.relative_to(path.parent))
            pieces = [Text("the name of the file", where)]
            for line in _in_pieces(opener, [iter(pieces), opener.open(file, where)], secrets, 0):
                found[line] = None
    return list(found)


def _in_pieces(
    opener: Opener, groups: Iterable[Iterator[Text | Sealed]], secrets: Secrets, depth: int
) -> Iterator[str]:
    for pieces in groups:
        for piece in pieces:
            if isinstance(piece, Sealed):
                yield f"{piece.where}: {piece.why}"
            else:
                yield from _in_text(piece, secrets)
                yield from _in_packed(opener, piece, secrets, depth)


def _in_text(piece: Text, secrets: Secrets) -> Iterator[str]:
    """One line for the first reading of a text that shows each kind of secret."""
    seen: set[str] = set()
    for how, read in views(piece.text):
        for what in secrets.within(read).described():
            if what not in seen:
                seen.add(what)
                after = f", after {how}" if how else ""
                yield f"{what} in {piece.where}{_line(piece, secrets)}{after}"


def _in_packed(opener: Opener, piece: Text, secrets: Secrets, depth: int) -> Iterator[str]:
    """Archives that are written into a text as base64."""
    if _PACKED_AS_BASE64.search(piece.text):
        yield f"{piece.where}: it holds an archive as base64 that is too long to be searched"
        return
    for raw in packed(piece.text):
        if raw.startswith(_PACKED) and depth < opener.depth:
            where = f"an archive inside {piece.where}"
            yield from _in_pieces(opener, [opener.hold(raw, where, depth + 1)], secrets, depth + 1)


def _line(piece: Text, secrets: Secrets) -> str:
    """The line a secret stands in, when one line alone shows it."""
    lines = piece.text.split("\n")
    if len(lines) < 2:
        return ""
    low, high = 0, len(lines)
    while high - low > 1:
        middle = (low + high) // 2
        halves = ((low, middle), (middle, high))
        part = next((h for h in halves if _shows("\n".join(lines[h[0] : h[1]]), secrets)), None)
        if part is None:
            break
        low, high = part
    first = piece.line + low
    return f", line {first:,}" if high - low == 1 else f", lines {first:,} to {piece.line + high - 1:,}"


def _shows(text: str, secrets: Secrets) -> bool:
    return any(secrets.within(read) for _, read in views(text))


def _of_identifiers(identifiers: Iterable[str]) -> Secrets:
    runs: dict[int, set[int]] = {}
    glued: dict[int, set[tuple[int, int]]] = {}
    shorts: set[int] = set()
    hints: dict[int, str] = {}
    phrases: list[fp.Keys] = []
    for identifier in identifiers:
        plain = _SCHEME.sub("", identifier)
        written = fp.tokens(fp.fold(plain))
        hint = _hint(written)
        for words in _orders(written):
            if _is_short(words):
                key = _short_key(fp.tokens(fp.fold(plain, case=True))[0])
                shorts.add(key)
                hints[key] = hint
                continue
            numbers = fp.hashed(words)
            if len(words) > fp.SHINGLE:
                phrases.append(fp.telling_shingles(numbers))
            key = int(fp.windows(numbers, len(words))[0])
            runs.setdefault(len(words), set()).add(key)
            hints[key] = hint
            squeezed = "".join(words)
            if len(squeezed) >= fp.GLUED:
                value = fp.digest(squeezed)
                glued.setdefault(int(fp.anchors(squeezed)[0]), set()).add((len(squeezed), value))
                hints[value] = hint
    arrays = {n: fp.KeySet.of(np.fromiter(keys, np.uint64, len(keys))) for n, keys in runs.items()}
    frozen = {key: frozenset(those) for key, those in glued.items()}
    return Secrets(arrays, frozenset(shorts), frozen, fp.KeySet.of(*phrases), hints)


def _orders(words: list[str]) -> list[list[str]]:
    """The words of an identifier, and of what may be a name the surname first; none when it says nothing."""
    squeezed = "".join(words)
    if len(squeezed) < 2 or (squeezed.isdigit() and len(squeezed) < 6):
        return []
    may_be_name = 2 <= len(words) <= 4 and squeezed.isalpha() and not fp.is_signs(words)
    return [words, [words[-1], *words[:-1]]] if may_be_name else [words]


def _is_short(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) <= _SHORT and not fp.is_signs(words)


def _short_key(word: str) -> int:
    return fp.digest(f"as written: {word}")


def _hint(words: list[str]) -> str:
    initials = " ".join(f"{w[0].upper()}…" for w in words[:4])
    return initials + (" …" if len(words) > 4 else "")


def _all_within(secrets: Secrets, text: str) -> Secrets:
    """The secrets that any reading of a text shows."""
    found = [secrets.within(read) for _, read in views(text)]
    runs = {n: _union(f.runs[n] for f in found if n in f.runs) for n in secrets.runs}
    glued = {
        key: frozenset[tuple[int, int]]().union(*(f.glued.get(key, frozenset()) for f in found))
        for key in {k for f in found for k in f.glued}
    }
    shorts = frozenset[int]().union(*(f.shorts for f in found))
    return Secrets(runs, shorts, glued, _union(f.phrases for f in found))


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
