"""Dates of rows as days, for lenses that compare many of them."""

from collections.abc import Sequence

import numpy as np

from cuibono.measures.as_of import ALWAYS, ENDLESS, Spans
from cuibono.measures.stakes import Ints
from cuibono.model import dates


def spans(said: Sequence[str], since: Ints, until: Ints) -> Spans:
    """When rows hold, from the distinct dates in EDTF and the number of each row's own (-1: none is given).

    What has no beginning is taken as begun, what has no end as going on.
    """
    bounds = [dates.bounds(text) for text in said]
    first = np.array([ALWAYS if b[0] is None else b[0].toordinal() for b in bounds] + [ALWAYS], float)
    last = np.array([ENDLESS if b[1] is None else b[1].toordinal() for b in bounds] + [ENDLESS], float)
    begun, ended = last.copy(), first.copy()
    begun[-1], ended[-1] = ALWAYS, ENDLESS
    return Spans(first[since], begun[since], ended[until], last[until])
