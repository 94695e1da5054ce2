"""The whole of a market told by those who supply it: "of the tuna taken by the four fishing nations".

Where just so many suppliers are recorded of it, that says no more than the record, and is left out.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from cuibono.case.docket.rows import Evidence, Share
from cuibono.case.docket.words import folded
from cuibono.lenses.dependence.concentration import ASIDE

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WHO = (
    r"(?:nations|countries|states|republics|islands|provinces|regions|makers|producers|manufacturers|firms|companies|"
    r"suppliers|exporters|growers|sellers|rivals|competitors|lenders|banks|ports|terminals|papers|newspapers|"
    r"broadcasters|stations|groups|apps|services|chains|operators|neighbours)"
)


def without_whole(words: str, rows: Iterable[Share], evidence: Evidence) -> str:
    """A claim of a share without who all supply the market, where as many are recorded."""
    many = {
        len({folded(o.supplier.name) for o in evidence.markets[r.market, r.stage, r.basis, r.year, r.by]} - set(ASIDE))
        for r in rows
    }
    return _told(next(iter(many))).sub(" ", words) if len(many) == 1 else words


@lru_cache(maxsize=16)
def _told(many: int) -> re.Pattern[str]:
    number = rf"(?:{_NUMBERS[many] if many < len(_NUMBERS) else many}|{many})"
    those = rf"(?:the|these|our|all) {number} (?:big |large |main |major )?(?:[a-z-]+ ){{0,2}}?{_WHO}"
    return re.compile(
        rf",? (?:that|which) {those} (?:together )?(?:[a-z]+ed|made|took|caught|sold|grew|sent|built)\b"
        rf"|,? (?:[a-z]+ed |taken |caught |made |sold |grown |built |sent )?"
        rf"(?:by|in|of|among|across|between|from) {those}(?! that\b| which\b)",
        re.IGNORECASE,
    )
