"""Words that the answers about ownership and votes share."""

from collections.abc import Iterator, Sequence

import numpy as np

from cuibono.lenses.control._holdings import Register, View
from cuibono.measures.stakes import Flags, Ints


def percent(low: float, high: float) -> str:
    """A share, or its interval: "47.1 %", "25.0 to 50.0 %", "at most 20.0 %"."""
    left, right = f"{100 * low:.1f}", f"{100 * high:.1f}"
    if left == right:
        return f"{left} %"
    return f"at most {right} %" if low == 0 else f"{left} to {right} %"


def listed(parts: Sequence[str]) -> str:
    """Words in a row with "and" before the last."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def when(register: Register) -> str:
    """Of when the answer is."""
    return f"as of {register.day}" if register.day else "by what is said to hold now"


def time(register: Register) -> str | None:
    """The day of the answer for the docket."""
    return register.day.isoformat() if register.day else None


def of_rows(view: View, stakes: Ints, parties: Ints) -> Iterator[str]:
    """What rows leave open: dates, several figures, allegations, sums."""
    undated = _count(view.undated, stakes)
    if undated:
        yield f"{_holdings(undated)} without a date taken as still holding."
    if perhaps := _count(view.perhaps, stakes):
        yield f"{_holdings(perhaps)} that may have begun or ended around that day counted from nothing on."
    if several := _count(view.several, stakes):
        yield f"{_holdings(several)} for which more than one figure is given; all are allowed for."
    if alleged := _count(view.alleged, stakes):
        yield f"{_holdings(alleged)} only alleged."
    if read := _count(view.read, stakes):
        yield f"{_holdings(read)} read in a text by machine, and not of record."
    mine = set(parties.tolist())
    if scaled := len(mine & view.scaled):
        yield f"The listed shares of {_firms(scaled)} add up to a hair more than a whole and were scaled down to it."
    if over := len(mine & view.over.keys()):
        yield (
            f"{_firms(over).capitalize()} among its owners with holdings of more than a whole: "
            "nobody is followed beyond."
        )


def of_names(register: Register, firm: tuple[str, str]) -> Iterator[str]:
    """That others bear the name of a firm, and nobody has judged whether they are the same."""
    if others := register.namesakes(*firm):
        entries = "Another entry bears" if others == 1 else f"{others:,} other entries bear"
        yield f"{entries} the name {firm[1]}; whether it is the same firm nobody has judged (cuibono match)."


def _count(flags: Flags, stakes: Ints) -> int:
    return int(np.count_nonzero(flags[stakes]))


def _holdings(count: int) -> str:
    return "One holding" if count == 1 else f"{count:,} holdings"


def _firms(count: int) -> str:
    return "one firm" if count == 1 else f"{count:,} firms"
