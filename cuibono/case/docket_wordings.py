"""Phrases that say in several words what records say in one: "people on its payroll" are employees.

Only where the phrase says neither more nor less, so that nothing is lost when the shorter one stands for it.
"""

import re
from dataclasses import replace

from cuibono.model.docket import Asked

_YEAR = r"(?:1[89]|20)\d\d"
_FISCAL = "financial|fiscal|business|calendar"
_SAME = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (r"\b(?:gross domestic product|economic output)\b", "GDP"),
        (r"\b(?:people|persons) (?:who )?(?:work|worked|were working|are working) (?:for|at)\b", "employees of"),
        (r"\b(?:people|workers|persons) on (?:its|their|the) (?:payroll|books)(?: of)?\b", "employees"),
        (r"\b(?:people|persons|residents) (?:live|lived|living|were living) in\b", "inhabitants in"),
        (r"\b(?:is|was) home to (?=[^,;]*\d[^,;]*\b(?:people|residents|inhabitants)\b)", "had population "),
        (r"\b(?:makes?|made|making|turned|turns) (?=an? (?:\w+ ){0,3}(?:profit|loss)\b)", "had "),
        (r"\bnet (?:income|earnings)\b|\b(?:profit after tax|after-tax profit)\b", "net profit"),
        (r"\b(paid|pays) out\b", r"\1"),
        (r"\b(?:distributed|distributes) (?=dividends\b)", "paid "),
        (r"\b(?:(?:to )?(?:its|their|the) |to )(?:share|stock)holders (?=.*\bdividends?\b)", ""),
        (r"(?<=dividends) to (?:its |the )?(?:share|stock)holders\b", ""),
        (rf"\bin (?:the )?(?:{_FISCAL}) year (?={_YEAR}\b)", "in "),
        (r"\blost their lives\b", "died"),
        (r"\bpeople (?:flew|travelled|traveled) (?:with|on|aboard)\b", "passengers carried by"),
        (
            r"\b(?:puts?|devote[sd]|allocate[sd]|earmarked|dedicate[sd])\b(?=[^,;]*\b(?:percent|per cent|%) of\b)",
            "spent",
        ),
        (r"(?<=GDP) into\b|(?<=budget) into\b", " on"),
        (rf"\bin the (?={_YEAR} (?:{_FISCAL}) year\b)", "in "),
        (rf"(?<=\d\d) (?:{_FISCAL}) year\b", ""),
    )
)
#: Who is counted at the end of a year is those of the year; what is measured over a year is not what it was then.
_AT_ITS_END = re.compile(rf"\b(?:at|by) (?:the )?(?:end|close) of (?:the year )?(?={_YEAR}\b)", re.IGNORECASE)


def in_one_word(claim: Asked) -> Asked:
    """A claim in the words that records use.

    >>> in_one_word(Asked("count", "", "Acme had 30 people on its payroll", ("s", 1), "Vex")).words
    'Acme had 30 employees'
    """
    words = claim.words
    for said, same in _SAME:
        words = said.sub(same, words)
    if claim.kind == "count" and claim.unit == "person":
        words = _AT_ITS_END.sub("in ", words)
    return claim if words == claim.words else replace(claim, words=words)
