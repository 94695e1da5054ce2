"""What part of a group's cases ended so, in all and in each stratum, for claims that give it in percent."""

import re
from collections.abc import Iterator

from cuibono.lenses.exposure._decisions import Comparison
from cuibono.model.bearing import Bearing


def rate_bearings(case: Comparison, which: tuple[str, ...], plain: tuple[str, ...]) -> Iterator[Bearing]:
    """The shares of both sides, of an outcome and of the other one; ``which`` is what only this rule is called.

    A claim of one stratum must name it: of cases with a low income, not of all. Where some cases have no stratum, the
    rates of a group are not all there.
    """
    if case.unplaced:
        return  # of cases without a stratum nobody counts the outcomes here
    named = (*plain, *_words(case.rule or ""))
    for stratum, row in (("", case.tables.sum(axis=0)), *zip(case.strata, case.tables, strict=True)):
        a, b, c, d = (int(x) for x in row)
        for one, other, yes, no in ((case.group, case.others[0], a, b), (case.others[0], case.group, c, d)):
            for outcome, count in ((case.outcome, yes), (case.otherwise, no)):
                if outcome and yes + no:
                    part = 100 * count / (yes + no)
                    yield Bearing(
                        "share", "supported", (one, stratum) if stratum else (one,),
                        (*named, *_words(outcome), *_words(stratum)), part, part, "percent",
                        needs=(outcome, *which), sides=(one, other), strata=case.strata, within=stratum,
                    )  # fmt: skip


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
