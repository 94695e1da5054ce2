"""How the names of two bodies or things agree: a level for each pair of forms."""

import numpy as np
from rapidfuzz import fuzz, process

from cuibono.match.columns import Bools, Columns
from cuibono.match.keys import Ints
from cuibono.match.levels import choose, common, differ, same, same_bones, spelling


def compare_bodies(known: Columns, left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """The level of each pair of forms, and how many bear the rarest word that both have."""
    han = known.in_han[left] & known.in_han[right]
    across = known.in_han[left] ^ known.in_han[right]
    plain, core, root = (same(c, left, right) for c in (known.plain, known.core, known.root))
    form = (known.legal[left] == known.legal[right]) | (known.legal[left] < 0) | (known.legal[right] < 0)
    numbers = known.numbers[left] != known.numbers[right]
    place, apart = differ(known.place, left, right), differ(known.apart, left, right)
    without = known.place[left] != known.place[right]
    shared, rarest = common(known, left, right)
    fewer = np.minimum(known.count[left], known.count[right])
    inside = (shared == fewer) & (rarest > 0) & ~han & ~across
    either = (known.exact[left] < 0) | (known.exact[right] < 0)
    spelt = spelling(known, left, right, ~(core | across))
    contained = _contained_han(known, left, right, han & ~core)
    level = choose(
        "body",
        [
            ("other_place", han & place & (core | contained)),
            ("other_numbers", numbers & ~plain & ~across),
            ("without_place", han & core & without),
            ("same_characters", han & core),
            ("other_directions", apart & ~across),
            ("same_name", plain),
            ("same_core", core & form),
            ("other_form", core),
            ("group_form", root & ~han & ~across),
            ("same_sound", across & same(known.exact, left, right)),
            ("same_sound_short", across & either & same(known.sound, left, right)),
            ("same_letters", same_bones(known, left, right) & (known.foreign[left] ^ known.foreign[right])),
            ("close_spelling", spelt.close),
            ("loose_spelling", spelt.loose),
            ("acronym", _acronym(known, left, right)),
            ("contained", contained | (inside & (fewer >= 2))),
            ("contained_word", inside),
            ("near_spelling", spelt.near),
            ("shared_words", (rarest > 0) & ~han),
        ],
    )
    return level, rarest


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


def _acronym(known: Columns, left: Ints, right: Ints) -> Bools:
    """Whether one is written as an acronym that the other can have."""

    def fits(short: Ints, long: Ints) -> Bools:
        written = known.acronym[short]
        return np.asarray(
            (written >= 0) & (known.acronym[long] < 0) & (known.letters[long] == written[:, None]).any(axis=1)
        )

    return fits(left, right) | fits(right, left)
