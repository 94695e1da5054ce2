"""The forms of all names as columns of numbers: what is compared a million times is compared as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cuibono.match.forms import Form
from cuibono.match.keys import Ints, Named
from cuibono.match.words import small_words

Bools = npt.NDArray[np.bool_]
#: So many words of a name and so many acronyms of a body are compared.
WORDS, ACRONYMS = 8, 4
_MANY = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Columns:
    """One value for each form; texts as codes, -1 for none. ``bearers_of_word`` has one value for each word."""

    person: Bools
    in_han: Bools
    sure: Bools
    alone: Bools
    foreign: Bools
    vowelless: Bools
    abbreviated: Bools
    in_order: Bools
    plain: Ints
    core: Ints
    root: Ints
    bones: Ints
    other_bones: Ints
    han: Ints
    sound: Ints
    exact: Ints
    heard: Ints
    family: Ints
    given: Ints
    first: Ints
    initial: Ints
    initials: Ints
    middle: Ints
    starts: Ints
    joined: Ints
    anagram: Ints
    apart: Ints
    legal: Ints
    place: Ints
    numbers: Ints
    acronym: Ints
    letters: Ints
    words: Ints
    count: Ints
    syllables: Ints
    length: Ints
    bearers_of_word: Ints
    counted: dict[str, Ints]
    core_text: npt.NDArray[Any]
    ordered_text: npt.NDArray[Any]

    def bearers(self, field: str, at: Ints) -> Ints:
        """How many entities share the value that these forms have in a column."""
        codes: Ints = getattr(self, field)[at]
        return np.where(codes >= 0, self.counted[field][2 * codes + self.person[at]], 0)

    def bearers_of_acronym(self, at: Ints) -> Ints:
        """How many entities could have the acronym that these forms are; 0 for what is none."""
        codes = self.acronym[at]
        return np.where(codes >= 0, self.counted["acronym"][codes], 0)


_CODED = (
    "plain", "core", "root", "sound", "exact", "heard", "family", "han", "given", "initials", "apart", "legal", "place",
    "numbers",
)  # fmt: skip
#: Columns of which it is counted how many entities bear the same.
_COUNTED = ("core", "bones", "sound", "exact", "heard", "family")
_FLAGS = ("sure", "alone", "foreign", "vowelless")


def columns(named: Named) -> Columns:
    """The columns of all forms; linear in their number."""
    every, owner = named.forms, named.owner
    texts = dict(zip(Form._fields, zip(*every, strict=True), strict=True)) if every else dict.fromkeys(Form._fields, ())
    coded: dict[str, Any] = {f: _codes(texts[f]) for f in _CODED}
    flags: dict[str, Any] = {f: np.array(texts[f], dtype=bool) for f in _FLAGS}
    coded["bones"], coded["other_bones"] = _together(texts["bones"], texts["other_bones"])
    acronym, letters, acronyms = _acronyms(every)
    words, count, bearers_of_word = _words(every, owner)
    person = np.fromiter((k == "person" for k in texts["kind"]), dtype=bool)
    counted = {n: _bearers(np.where(coded[n] < 0, -1, 2 * coded[n] + person), owner) for n in _COUNTED}
    counted["acronym"] = _bearers(letters.ravel(), np.repeat(owner, ACRONYMS), size=acronyms)
    core, ordered = _texts(texts["core"]), _texts(texts["ordered"])
    return Columns(
        **coded,
        **flags,
        person=person,
        in_han=np.fromiter(map(bool, texts["han"]), dtype=bool),
        abbreviated=np.fromiter((any(len(g) == 1 for g in t.split()) for t in texts["given"]), dtype=bool),
        in_order=np.asarray(core == ordered, dtype=bool),
        first=_codes(g if len(g := t.partition(" ")[0]) > 1 else "" for t in texts["given"]),
        initial=_codes(t[:1] for t in texts["given"]),
        middle=_codes(t[1:2] for t in texts["initials"]),
        starts=_codes("".join([w[0] for w in t.split()]) for t in texts["core"]),
        joined=_codes(t.replace(" ", "") for t in texts["ordered"]),
        anagram=_codes("".join(sorted(t)).strip() for t in texts["core"]),
        acronym=acronym,
        letters=letters,
        words=words,
        count=count,
        syllables=np.fromiter(map(_syllables, texts["sound"], texts["heard"]), dtype=np.int64),
        length=np.fromiter(map(len, texts["core"]), dtype=np.int64),
        bearers_of_word=bearers_of_word,
        counted=counted,
        core_text=core,
        ordered_text=ordered,
    )


def _syllables(sound: str, heard: str) -> int:
    """The syllables of a Chinese name: one and a bar between family name and given name make one more."""
    return (sound or heard).count(" ") + 2 if sound or heard else 0


def _codes(values: Iterable[str]) -> Ints:
    return _together(values)[0]


def _together(*columns: Iterable[str]) -> list[Ints]:
    """Codes of several columns of texts, in which a text has the same code everywhere."""
    known: dict[str, int] = {}
    return [np.array([known.setdefault(v, len(known)) if v else -1 for v in c], dtype=np.int64) for c in columns]


def _texts(values: Iterable[str]) -> npt.NDArray[Any]:
    listed = list(values)
    made = np.empty(len(listed), dtype=object)
    made[:] = listed
    return made


def _bearers(codes: Ints, owner: Ints, *, size: int | None = None) -> Ints:
    """How many entities have each code."""
    told = codes >= 0
    if not told.any():
        return np.zeros(max(size or 1, 1), dtype=np.int64)
    owners = int(owner.max(initial=0)) + 1
    each = np.unique(codes[told] * owners + owner[told])
    return np.bincount(each // owners, minlength=size or 0).astype(np.int64)


def _acronyms(every: Sequence[Form]) -> tuple[Ints, Ints, int]:
    """The acronym that each form is, those that it can have, and how many there are."""
    known: dict[str, int] = {}
    letters = np.full((len(every), ACRONYMS), -1, dtype=np.int64)
    for number, form in enumerate(every):
        for place, text in enumerate(form.letters[:ACRONYMS]):
            letters[number, place] = known.setdefault(text, len(known))
    acronym = np.array([known.setdefault(f.acronym, len(known)) if f.acronym else -1 for f in every], dtype=np.int64)
    return acronym, letters, len(known)


def _words(every: Sequence[Form], owner: Ints) -> tuple[Ints, Ints, Ints]:
    """The words of each form, how many they are, and how many entities bear each; small words are borne by all."""
    known: dict[str, dict[str, int]] = {kind: {} for kind in ("person", "body", "thing")}
    words = np.full((len(every), WORDS), -1, dtype=np.int64)
    count = np.zeros(len(every), dtype=np.int64)
    size = 0
    for number, form in enumerate(every):
        if form.han:
            count[number] = min(form.size, WORDS)
            continue
        here = known[form.kind]
        told = form.words[:WORDS]
        count[number] = len(told)
        for place, word in enumerate(told):
            code = here.get(word)
            if code is None:
                code = here[word] = size
                size += 1
            words[number, place] = code
    bearers = _bearers(words.ravel(), np.repeat(owner, WORDS), size=size + 1)
    for listed in known.values():
        for word, code in listed.items():
            if len(word) < 3 or word in small_words():
                bearers[code] = _MANY
    return words, count, bearers
