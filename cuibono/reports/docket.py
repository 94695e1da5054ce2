"""The docket as a report opens with it: the claims that a test says something of, and a count of the others."""

from collections import Counter
from dataclasses import dataclass

from cuibono.model.counting import plural
from cuibono.model.docket import OUTCOMES, DocketLine
from cuibono.reports.contract import PublicCase

LINES = 100


@dataclass(frozen=True, slots=True)
class Docket:
    """The lines that a report shows, and a sentence on all of them."""

    lines: tuple[DocketLine, ...]
    told: str


def shown(public: PublicCase) -> Docket | None:
    """The docket of a case as a report shows it; None when nobody claims anything."""
    if not public.docket:
        return None
    counted = Counter(line.row.outcome for line in public.docket)
    parts = [f"{counted[o]:,} {o}" for o in OUTCOMES if counted[o]]
    more = len(public.docket) - LINES
    left = f" {plural(more, 'claim')} more {'is' if more == 1 else 'are'} not shown." if more > 0 else ""
    return Docket(public.docket[:LINES], f"{plural(len(public.docket), 'claim')}: {', '.join(parts)}.{left}")
