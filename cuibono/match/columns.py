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
    abbreviated: Bools
    plain: Ints
    core: Ints
    han: Ints
    sound: Ints
    exact: Ints
    family: Ints
    given: Ints
    initial: Ints
    legal: Ints
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
        return np.where(codes >= 0, self.counted[field][codes], 0)

    def bearers_of_acronym(self, at: Ints) -> Ints:
        """How many entities could have the acronym that these forms are; 0 for what is none."""
        codes = self.acronym[at]
        return np.where(codes >= 0, self.counted["acronym"][codes], 0)


def columns(named: Named) -> Columns:
    """The columns of all forms; linear in their number."""
    every = named.forms
    owner = named.owner
    core, sound, exact = (_codes(_kinded(every, f)) for f in ("core", "sound", "exact"))
    acronym, letters, acronyms = _acronyms(every)
    words, bearers_of_word = _words(every, owner)
    counted = {n: _bearers(c, owner) for n, c in (("core", core), ("sound", sound), ("exact", exact))}
    many = np.repeat(owner, ACRONYMS)
    counted["acronym"] = _bearers(letters.ravel(), many, size=acronyms)
    return Columns(
        person=_bools(f.kind == "person" for f in every),
        in_han=_bools(bool(f.han) for f in every),
        sure=_bools(f.sure for f in every),
        alone=_bools(f.alone for f in every),
        abbreviated=_bools(bool(f.given) and all(len(g) == 1 for g in f.given.split()) for f in every),
        plain=_codes(_kinded(every, "plain")),
        core=core,
        han=_codes(f.han for f in every),
        sound=sound,
        exact=exact,
        family=_codes(f.family for f in every),
        given=_codes(f.given for f in every),
        initial=_codes(f.given[:1] for f in every),
        legal=_codes(f.legal for f in every),
        numbers=_codes(f.numbers for f in every),
        acronym=acronym,
        letters=letters,
        words=words,
        count=np.array([min(f.size, WORDS) for f in every], dtype=np.int64),
        syllables=np.array([len(f.sound.replace("|", " ").split()) for f in every], dtype=np.int64),
        length=np.array([len(f.core) for f in every], dtype=np.int64),
        bearers_of_word=bearers_of_word,
        counted=counted,
        core_text=_texts(f.core for f in every),
        ordered_text=_texts(f.ordered for f in every),
    )


def _kinded(every: Sequence[Form], field: str) -> Iterable[str]:
    """The values of a field, with their sort in front: a person and a firm of one name share nothing."""
    return (f"{f.kind}:{value}" if (value := getattr(f, field)) else "" for f in every)


def _bools(values: Iterable[bool]) -> Bools:
    return np.fromiter(values, dtype=bool)


def _codes(values: Iterable[str]) -> Ints:
    known: dict[str, int] = {}
    return np.array([known.setdefault(v, len(known)) if v else -1 for v in values], dtype=np.int64)


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


def _words(every: Sequence[Form], owner: Ints) -> tuple[Ints, Ints]:
    """The words of each form, and how many entities bear each; words that say nothing are borne by all."""
    known: dict[str, int] = {}
    words = np.full((len(every), WORDS), -1, dtype=np.int64)
    for number, form in enumerate(every):
        if not form.han:
            for place, word in enumerate(form.core.split()[:WORDS]):
                words[number, place] = known.setdefault(f"{form.kind}:{word}", len(known))
    bearers = _bearers(words.ravel(), np.repeat(owner, WORDS), size=len(known) + 1)
    for text, code in known.items():
        word = text.partition(":")[2]
        if word in small_words() or len(word) < 3:
            bearers[code] = _MANY
    return words, bearers
