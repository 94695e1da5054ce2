"""How the names of two entities agree: one level for each pair, the best of all their names.

Everything is decided on arrays of codes, pair by pair of forms; only the distance between spellings asks rapidfuzz.
Where both sides have Chinese characters and none of them agree, a romanised name that agrees does not outweigh that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from cuibono.match.blocks import Pairs
from cuibono.match.columns import Bools, Columns, columns
from cuibono.match.keys import Ints, Named
from cuibono.match.weights import levels, number, rarity

Floats = npt.NDArray[np.float64]
#: Forms are compared in portions of so many rows, so that the arrays stay small.
PORTION = 250_000


@dataclass(frozen=True, slots=True)
class NameLevels:
    """For each pair: which level its names reach, what that and the rarity of the name weigh, in which forms."""

    person: Bools
    level: Ints
    weight: Floats
    rare: Floats
    bearers: Ints
    left: Ints
    right: Ints


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of forms: row k compares form ``left[k]`` with form ``right[k]`` for candidate ``pair[k]``."""

    pair: Ints
    left: Ints
    right: Ints


def compare_names(named: Named, pairs: Pairs) -> NameLevels:
    """The level of each candidate; linear in the number of candidates."""
    known = columns(named)
    rows = _rows(named, known, pairs)
    size = len(rows.pair)
    level, weight = np.zeros(size, dtype=np.int64), np.zeros(size)
    rare, bearers = np.zeros(size), np.zeros(size, dtype=np.int64)
    for start in range(0, size, PORTION):
        part = slice(start, start + PORTION)
        left, right = rows.left[part], rows.right[part]
        for person, group in ((True, "person"), (False, "body")):
            chosen = np.flatnonzero(known.person[left] == person)
            if not len(chosen):
                continue
            decide = _person if person else _body
            found, word = decide(known, left[chosen], right[chosen])
            at = start + chosen
            level[at] = found
            weight[at] = np.array([v.weight for v in levels(group)])[found]
            rare[at], bearers[at] = _rarity(known, group, found, left[chosen], right[chosen], word)
    return _best(known, rows, len(pairs.left), level, weight, rare, bearers)


def _rows(named: Named, known: Columns, pairs: Pairs) -> Rows:
    """Each form of the one with each form of the other, of the same sort."""
    lefts = named.starts[pairs.left + 1] - named.starts[pairs.left]
    rights = named.starts[pairs.right + 1] - named.starts[pairs.right]
    many = lefts * rights
    pair = np.repeat(np.arange(len(many)), many)
    offset = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many)
    left = named.starts[pairs.left][pair] + offset // np.maximum(rights[pair], 1)
    right = named.starts[pairs.right][pair] + offset % np.maximum(rights[pair], 1)
    alike = known.person[left] == known.person[right]
    return Rows(pair[alike], left[alike], right[alike])


def _same(values: Ints, left: Ints, right: Ints) -> Bools:
    """Where both have a value and it is the same; a code below zero is no value."""
    return np.asarray((values[left] == values[right]) & (values[left] >= 0))


def _choose(group: str, cases: Sequence[tuple[str, Bools]]) -> Ints:
    """The first level whose case holds, ``other`` where none does."""
    return np.select([c for _, c in cases], [number(group, n) for n, _ in cases], number(group, "other")).astype(
        np.int64
    )


def _person(known: Columns, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    han = known.in_han[left] & known.in_han[right]
    sound, exact = _same(known.sound, left, right), _same(known.exact, left, right)
    sure = known.sure[left] & known.sure[right]
    plain, core = _same(known.plain, left, right), _same(known.core, left, right)
    family, given = _same(known.family, left, right), _same(known.given, left, right)
    chinese = (known.sound[left] >= 0) & (known.sound[right] >= 0)
    short = chinese & (known.syllables[left] <= 2)
    alone = known.alone[left] | known.alone[right]
    single = (known.count[left] == 1) & (known.count[right] == 1)
    common, _ = _common(known, left, right)
    fewer = np.minimum(known.count[left], known.count[right])
    open_ = ~(plain | core | sound | alone | han)
    close, near = _spelling(known, left, right, open_)
    abbreviated = (known.abbreviated[left] | known.abbreviated[right]) & _same(known.initial, left, right)
    level = _choose(
        "person",
        [
            ("family_alone", alone),
            ("same_characters", han & _same(known.han, left, right)),
            ("other_characters", han & sound),
            ("family_only", han & family),
            ("other", han),
            ("one_word", plain & single),
            ("same_words_short", plain & short),
            ("same_words", plain),
            ("same_sound_short", exact & short & ~core),
            ("same_words_short", core & short),
            ("same_words_order", core),
            ("same_sound", exact),
            ("other_sound", sound & sure),
            ("possible_sound_short", sound & short),
            ("possible_sound", sound),
            ("close_spelling", close & ~chinese),
            ("near_spelling", close & (known.syllables[left] > 2) & (known.syllables[right] > 2)),
            ("contained", (common == fewer) & (fewer >= 2) & ~chinese),
            ("initials", family & abbreviated),
            ("near_spelling", near & ~chinese & (family | given)),
            ("family_only", family),
            ("given_only", given),
        ],
    )
    return level, np.zeros(len(left), dtype=np.int64)


def _body(known: Columns, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    han = known.in_han[left] & known.in_han[right]
    across = known.in_han[left] ^ known.in_han[right]
    plain, core = _same(known.plain, left, right), _same(known.core, left, right)
    form = (known.legal[left] == known.legal[right]) | (known.legal[left] < 0) | (known.legal[right] < 0)
    numbers = known.numbers[left] != known.numbers[right]
    common, rarest = _common(known, left, right)
    fewer = np.minimum(known.count[left], known.count[right])
    inside = (common == fewer) & (rarest > 0) & ~han & ~across
    either = (known.exact[left] < 0) | (known.exact[right] < 0)
    close, near = _spelling(known, left, right, ~(core | across))
    contained = _contained_han(known, left, right, han & ~core)
    level = _choose(
        "body",
        [
            ("same_characters", han & core),
            ("other_numbers", numbers & ~plain & ~across),
            ("same_name", plain),
            ("same_core", core & form),
            ("other_form", core),
            ("same_sound", across & _same(known.exact, left, right)),
            ("same_sound_short", across & either & _same(known.sound, left, right)),
            ("close_spelling", close),
            ("acronym", _acronym(known, left, right)),
            ("contained", contained | (inside & (fewer >= 2))),
            ("contained_word", inside),
            ("near_spelling", near),
            ("shared_words", (rarest > 0) & ~han),
        ],
    )
    return level, rarest


def _spelling(known: Columns, left: Ints, right: Ints, wanted: Bools) -> tuple[Bools, Bools]:
    """Whether two spellings differ by a slip or two, or by a little more, in the given or in the sorted order."""
    close, near = np.zeros(len(left), dtype=bool), np.zeros(len(left), dtype=bool)
    at = np.flatnonzero(wanted)
    if len(at):
        one, other = left[at], right[at]
        distance = np.minimum(
            _distance(known.core_text[one], known.core_text[other]),
            _distance(known.ordered_text[one], known.ordered_text[other]),
        )
        length = np.minimum(known.length[one], known.length[other])
        close[at] = (distance <= np.where(length > 12, 2, 1)) & (length >= 6)
        near[at] = (distance * 5 <= length) & (length >= 6)
    return close, near


def _distance(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> Ints:
    """Letters changed, added, left out or exchanged with their neighbour; more than eight count as nine."""
    return process.cpdist(one, other, scorer=OSA.distance, score_cutoff=8, dtype=np.uint8).astype(np.int64)


def _contained_han(known: Columns, left: Ints, right: Ints, wanted: Bools) -> Bools:
    """Whether the characters of one name, four at least, stand in the other in one piece."""
    found = np.zeros(len(left), dtype=bool)
    at = np.flatnonzero(wanted & (np.minimum(known.length[left], known.length[right]) >= 4))
    if len(at):
        texts = known.core_text
        found[at] = (
            process.cpdist(texts[left[at]], texts[right[at]], scorer=fuzz.partial_ratio, score_cutoff=100) >= 100
        )
    return found


def _common(known: Columns, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """How many words both have, and how many entities bear the rarest of those that say something (0: none)."""
    shared = (known.words[left][:, :, None] == known.words[right][:, None, :]) & (known.words[left] >= 0)[:, :, None]
    of_left = shared.any(axis=2)
    bearers = np.where(of_left, known.bearers_of_word[known.words[left]], np.iinfo(np.int64).max)
    rarest = bearers.min(axis=1)
    # A word that one of them has twice counts once, whichever of the two is looked at first.
    both = np.minimum(of_left.sum(axis=1), shared.any(axis=1).sum(axis=1))
    return both, np.where(rarest == np.iinfo(np.int64).max, 0, rarest)


def _acronym(known: Columns, left: Ints, right: Ints) -> Bools:
    """Whether one is written as an acronym that the other can have."""

    def fits(short: Ints, long: Ints) -> Bools:
        written = known.acronym[short]
        return np.asarray(
            (written >= 0) & (known.acronym[long] < 0) & (known.letters[long] == written[:, None]).any(axis=1)
        )

    return fits(left, right) | fits(right, left)


def _rarity(known: Columns, group: str, level: Ints, left: Ints, right: Ints, word: Ints) -> tuple[Floats, Ints]:
    """What it weighs that many of the case bear what agrees, and how many they are (0: it does not count)."""
    bearers = np.zeros(len(level), dtype=np.int64)
    for place, found in enumerate(levels(group)):
        at = np.flatnonzero(level == place) if found.rare else np.empty(0, np.int64)
        if not len(at):
            continue
        if found.rare == "word":
            bearers[at] = word[at]
        elif found.rare == "acronym":
            bearers[at] = np.maximum(known.bearers_of_acronym(left[at]), known.bearers_of_acronym(right[at]))
        else:
            field = {"name": "core", "sound": "sound", "long sound": "exact"}[found.rare]
            bearers[at] = np.maximum(known.bearers(field, left[at]), known.bearers(field, right[at]))
    counts = np.unique(bearers)
    weights = np.array([rarity(int(c)) for c in counts])
    return weights[np.searchsorted(counts, bearers)], bearers


def _best(
    known: Columns, rows: Rows, size: int, level: Ints, weight: Floats, rare: Floats, bearers: Ints
) -> NameLevels:
    """Of each pair the row that weighs most; but other characters stand against any agreement in letters."""
    other, same = number("person", "other_characters"), number("person", "same_characters")
    person = known.person[rows.left]
    differing = np.zeros(size, dtype=bool)
    differing[rows.pair[person & (level == other)]] = True
    differing[rows.pair[person & (level == same)]] = False
    total = weight + rare + np.where(differing[rows.pair] & person & (level == other), 1e6, 0.0)
    first = _heaviest(rows.pair, total)
    at = rows.pair[first]
    told = np.zeros(size, dtype=bool)
    told[at] = True
    made: dict[str, Any] = {}
    for name, values in (
        ("person", person),
        ("level", level),
        ("weight", weight),
        ("rare", rare),
        ("bearers", bearers),
    ):
        made[name] = np.zeros(size, dtype=values.dtype)
        made[name][at] = values[first]
    made["level"][~told] = -1
    for name, values in (("left", rows.left), ("right", rows.right)):
        made[name] = np.full(size, -1, dtype=np.int64)
        made[name][at] = values[first]
    return NameLevels(**made)


def _heaviest(pair: Ints, total: Floats) -> Ints:
    """Of the rows of each pair, which stand together, the first that weighs most."""
    if not len(pair):
        return np.empty(0, np.int64)
    starts = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    most = np.repeat(np.maximum.reduceat(total, starts), np.diff(np.r_[starts, len(pair)]))
    heaviest = np.flatnonzero(total == most)
    return heaviest[np.r_[True, pair[heaviest][1:] != pair[heaviest][:-1]]]
