"""Which of several rows about the same thing hold on a day: dated before undated, the newest first."""

from dataclasses import dataclass

import numpy as np

from cuibono.measures.stakes import Flags, Floats, Ints

#: Days for what has no beginning, no end, and for "now, as far as anybody says".
ALWAYS, ENDLESS = -np.inf, np.inf

_NOT, _PERHAPS, _UNDATED, _SURELY = range(4)


@dataclass(frozen=True, slots=True)
class Spans:
    """When rows hold: the first and last day on which each may begin, and may end."""

    begins_first: Floats
    begins_last: Floats
    ends_first: Floats
    ends_last: Floats


@dataclass(frozen=True, slots=True)
class Held:
    """Which rows are to be used, and which of them only perhaps hold on the day, or carry no date at all."""

    used: Flags
    perhaps: Flags
    undated: Flags


def held_on(things: Ints, spans: Spans, day: float) -> Held:
    """For each thing the rows that hold on a day, best first: surely and dated, undated, perhaps.

    Of dated ones those that began last are used, whoever says so: an older one without an end was not kept up.
    ``day`` ENDLESS asks for what has no end.
    """
    state = np.full(len(things), _NOT, np.int64)
    perhaps = (spans.begins_first <= day) & (spans.ends_last >= day)
    surely = (spans.begins_last <= day) & (spans.ends_first >= day)
    undated = spans.begins_first == ALWAYS
    state[perhaps] = _PERHAPS
    state[surely] = _SURELY
    state[surely & undated] = _UNDATED
    best = np.full(int(things.max(initial=-1)) + 1, _NOT, np.int64)
    np.maximum.at(best, things, state)
    used = (state > _NOT) & (state == best[things])
    latest = np.full(len(best), ALWAYS)
    np.maximum.at(latest, things[used], spans.begins_first[used])
    used &= (state != _SURELY) | (spans.begins_first == latest[things])
    return Held(used, used & (state == _PERHAPS), used & undated)
