"""Is a name searched for least where it is at home?"""

from collections.abc import Iterator

import numpy as np

from cuibono.errors import BadSetting
from cuibono.lenses.campaigns import _search_wording as wording
from cuibono.lenses.campaigns._interest import Ranked, ranked
from cuibono.lenses.contract import lens
from cuibono.measures.placebo import placebo_p
from cuibono.model import dates
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import SearchInterest

_FEW = 5


@lens(answers=["rank"])
def search(
    interest: SearchInterest, *, name: str = "", home: str = "", since: str = "", level: float = 0.05
) -> Iterator[Finding | Notice]:
    """A name that is searched for unusually little where it is at home.

    Of each name the regions are ranked by the index of interest, draw by draw, and the rank of the home region (`home`,
    or the table's own column) is set beside that of all other names in the table, which serve as placebos:
    names of the same kind to which nothing happened. p is the share of names, its own included, whose home region
    ranks as low among its regions: an exact permutation value, never below one over their number. With `since`,
    the change from before to after that day is compared in the same way. The name is said beforehand; which is the
    lowest of many is told, and tested against nothing, since one always is.

    It does not say who searched, nor why: indices are sampled and scaled within a name, people travel and use relays,
    and a name may simply be of interest elsewhere. Draws differ, so the same table should be saved on several days.

    Settings:
        name: the name to look at; empty: only which names rank lowest at home
        home: the region where the names are at home, where the table does not say
        since: a day, e.g. 2024-03-01: was the place of the home region different after it?
        level: the p-value up to which a rank is called unusually low
    """
    if not 0 < level < 1:
        raise BadSetting(f"level is {level}; it is a p-value between 0 and 1.", try_="level=0.05")
    if since and dates.bounds(dates.to_edtf(since) or "")[0] is None:
        raise BadSetting(f"'{since}' is no day.", try_="since=2024-03-01")
    names = ranked(interest, home)
    asked = next((r for r in names if r.name.lower() == name.lower()), None)
    if not names or (name and asked is None):
        yield wording.nobody(name, others=bool(names))
    elif asked is None:
        yield wording.lowest(names)
    elif len(names) - 1 < _FEW:
        yield wording.too_few(asked, len(names) - 1)
    else:
        others = np.array([r.place for r in names if r is not asked])
        yield wording.rank(asked, names, placebo_p(asked.place, others), level, interest)
    if since and asked is not None:
        yield _change(interest, asked, home, dates.to_edtf(since) or since)


def _change(interest: SearchInterest, asked: Ranked, home: str, day: str) -> Finding | Notice:
    """How the place of the home region changed at a day, beside how that of the others did."""
    before, after = ({r.name: r for r in ranked(interest, home, when, day)} for when in ("before", "after"))
    both = sorted(set(before) & set(after))
    if asked.name not in both:
        return wording.one_sided(asked, day)
    if len(both) - 1 < _FEW:
        return wording.too_few(asked, len(both) - 1)
    moved = {n: abs(after[n].place - before[n].place) for n in both}
    p = placebo_p(moved[asked.name], np.array([moved[n] for n in both if n != asked.name]))
    return wording.change(before[asked.name], after[asked.name], day, p, len(both) - 1, interest)
