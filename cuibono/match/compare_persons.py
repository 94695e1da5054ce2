"""How the names of two persons agree: a level for each pair of forms."""

import numpy as np

from cuibono.match.columns import Bools, Columns
from cuibono.match.keys import Ints
from cuibono.match.levels import choose, common, contained, differ, same, same_bones, spelling


def compare_persons(known: Columns, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """The level of each pair of forms; no word of a person's name is counted by itself."""
    han = known.in_han[left] & known.in_han[right]
    across = known.in_han[left] ^ known.in_han[right]
    sound, exact = same(known.sound, left, right), same(known.exact, left, right)
    sure = known.sure[left] & known.sure[right]
    plain, core, bones = *(same(c, left, right) for c in (known.plain, known.core)), same_bones(known, left, right)
    family, given, heard = (same(c, left, right) for c in (known.family, known.given, known.heard))
    chinese = (known.syllables[left] > 0) & (known.syllables[right] > 0)
    short = chinese & (np.minimum(known.syllables[left], known.syllables[right]) <= 2)
    alone = known.alone[left] | known.alone[right]
    fewest = np.minimum(known.count[left], known.count[right])
    single = (known.count[left] == 1) & (known.count[right] == 1)
    shared, _ = common(known, left, right)
    spelt = spelling(known, left, right, ~(plain | core | sound | alone | han | across))
    first = same(known.first, left, right)
    level = choose(
        "person",
        [
            ("family_alone", alone),
            ("other_generation", differ(known.apart, left, right) & (plain | core | bones)),
            ("same_characters_short", han & short & same(known.han, left, right)),
            ("same_characters", han & same(known.han, left, right)),
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
            ("possible_cantonese_short", heard & short),
            ("possible_cantonese", heard),
            ("family_across", family & _one_is_cantonese(known, left, right)),
            ("same_letters", bones & (known.foreign[left] ^ known.foreign[right]) & ~single),
            ("close_spelling", spelt.close & ~chinese),
            ("near_spelling", spelt.close & (known.syllables[left] > 2) & (known.syllables[right] > 2)),
            ("other_middle", family & first & differ(known.middle, left, right)),
            ("contained", contained(known, left, right, (shared == fewest) & (fewest >= 2) & ~chinese)),
            ("same_first", family & first & ~chinese),
            ("loose_spelling", spelt.loose & ~chinese),
            ("same_consonants", bones & ~single & ~chinese),
            ("same_initials", _initials(known, left, right) & family & (known.middle[left] >= 0)),
            ("initials", _initials(known, left, right) & family),
            ("near_spelling", spelt.near & (family | given) & ~chinese),
            ("one_of_words", (shared == 1) & (fewest == 1) & ~chinese & ~across),
            ("family_only", family),
            ("given_only", given),
        ],
    )
    return level, np.zeros(len(left), dtype=np.int64)


def _one_is_cantonese(known: Columns, left: Ints, right: Ints) -> Bools:
    """One name is read in Mandarin, the other only in Cantonese: their given names cannot be compared."""
    mandarin = (known.sound >= 0) & (known.heard < 0)
    cantonese = (known.sound < 0) & (known.heard >= 0)
    return np.asarray((mandarin[left] & cantonese[right]) | (mandarin[right] & cantonese[left]))


def _initials(known: Columns, left: Ints, right: Ints) -> Bools:
    """One of them is abbreviated, and as far as both have initials these are the same."""
    abbreviated = known.abbreviated[left] | known.abbreviated[right]
    middle = ~differ(known.middle, left, right)
    return np.asarray(abbreviated & same(known.initial, left, right) & middle)
