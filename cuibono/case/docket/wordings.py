"""Phrases that say in several words what records say in one: "people on its payroll" are employees.

Only where the phrase says neither more nor less, so that nothing is lost when the shorter one stands for it.
"""

import re
from dataclasses import replace

from cuibono.case.docket.words import QUALIFIERS, reworded
from cuibono.case.docket.years import A_YEAR as _YEAR
from cuibono.model.docket import Asked

_AMOUNT = rf"(?:(?:{QUALIFIERS}|some) )?[$€£¥]?\d"
_FISCAL = "financial|fiscal|business|calendar"
_SAME = tuple(
    (re.compile(said, re.IGNORECASE), same)
    for said, same in (
        (r"\b(?:gross domestic product|economic output)\b", "GDP"),
        (r"\b(?:people|persons) (?:who )?(?:work|worked|were working|are working) (?:for|at)\b", "employees of"),
        (r"\b(?:people|workers|persons) on (?:its|their|the) (?:payroll|books)(?: of)?\b", "employees"),
        (r"\b(?:people|persons|residents) (?:live|lived|living|were living) in\b", "inhabitants in"),
        (r"\bis home to (?=[^,;]*\d[^,;]*\b(?:people|residents|inhabitants|souls)\b)", "has population "),
        (r"\bwas home to (?=[^,;]*\d[^,;]*\b(?:people|residents|inhabitants|souls)\b)", "had population "),
        (
            rf"\b(?:gives?|gave|provide[sd]?|offer(?:s|ed)) (?:work|jobs?|employment) (?:to|for) (?={_AMOUNT})",
            "employed ",
        ),
        (rf"\b(?:ended|finished|closed) (?P<then>{_YEAR}) with (?={_AMOUNT})", r"in \g<then> had "),
        (rf"\bturn(?:s|ed) over (?={_AMOUNT})", "had revenue of "),
        (
            rf"\b(?:made|makes|had|has|posted|posts) (?P<much>{_AMOUNT}[^,;]{{1,30}}?) in profits?\b",
            r"had profit of \g<much>",
        ),
        (r"\b(?:makes?|made|making|turned|turns) (?=an? (?:\w+ ){0,3}(?:profit|loss)\b)", "had "),
        (r"\b(?:ran|racked|chalked|piled) up (?=(?:an? )?(?:[\w-]+ ){0,2}(?:loss|profit)\b)", "had "),
        (r"\b(?:suffered|incurred|sustained|booked) (?=an? (?:[\w-]+ ){0,2}loss\b)", "had "),
        (r"\bcarbon dioxide\b", "CO2"),
        (r"\bper (?:head(?: of (?:the )?population)?|person|inhabitant|resident)\b", "per capita"),
        (r"\bnet (?:income|earnings)\b|\b(?:profit after tax|after-tax profit)\b", "net profit"),
        (r"\b(paid|pays) out\b", r"\1"),
        (r"\b(?:distributed|distributes) (?=dividends\b)", "paid "),
        (r"\b(?:(?:to )?(?:its|their|the) |to )(?:share|stock)holders (?=.*\bdividends?\b)", ""),
        (r"(?<=dividends) to (?:its |the )?(?:share|stock)holders\b", ""),
        (rf"\bin (?:the )?(?:{_FISCAL}) year (?={_YEAR}\b)", "in "),
        (r"\blost their lives\b", "died"),
        (r"\b(?:shipped|sold|sent) ((?:[^,;]|,(?=\d)){2,60}?) abroad\b", r"exported \1"),
        (rf"\b(sold|sells) ([a-z]+s) for (?={_AMOUNT})", r"\1 \2 of "),
        (r"\bpeople (?:flew|travelled|traveled) (?:with|on|aboard)\b", "passengers carried by"),
        (
            r"\b(?:puts?|devote[sd]|allocate[sd]|earmarked|dedicate[sd])\b(?=[^,;]*\b(?:percent|per cent|%) of\b)",
            "spent",
        ),
        (r"(?<=GDP) into\b|(?<=budget) into\b", " on"),
        (rf"\bin the (?={_YEAR} (?:{_FISCAL}) year\b)", "in "),
        (rf"(?<=\d\d) (?:{_FISCAL}) year\b", ""),
        (rf"\b(were|was|are|is) worth (?={_AMOUNT})", r"\1 "),
        (rf"\bworth (?={_AMOUNT})", "of "),
        (rf"\bback (?=in {_YEAR}\b)", ""),
        (rf"\b(?:sold|sells) (?={_AMOUNT}[\d.,]* copies (?:an?|per|each|every) (?:day|week))", "had circulation of "),
        (rf"\b(?:made|makes|making|make) up (?={_AMOUNT})", "accounted for "),
        (r"\b(?:(?:its|their|the) )?(?:use|usage) of (?=[a-z])", "consumption of "),
        (r"\bcopies (?:a|per|each|every) day\b", "copies daily"),
        (r"\bcopies (?:a|per|each|every) week\b", "copies weekly"),
        (
            r"\bma(?:kes|de) no (?:difference|distinction) between (?P<two>[^;,]{2,80}? and [^;,]{2,80})$",
            r"treated \g<two> alike",
        ),
        (r"\bfared? (?:just |exactly |about )?(?:the same|alike|equally (?:well|badly))\b", "were treated alike"),
        (r"\b(gained|lost|won|ceded) ground\b", r"\1 market share"),
        (r"\b(?:part|slice|portion|proportion|chunk) of (?=(?:the )?(?:world|global|worldwide)\b)", "share of "),
    )
)
_ENERGY = {"kilo": "kWh", "mega": "MWh", "giga": "GWh", "tera": "TWh"}
_WATT_HOURS = re.compile(rf"\b(?P<scale>{'|'.join(_ENERGY)})watt[ -]?hours?\b", re.IGNORECASE)
_GAS = re.compile(r"\bcarbon dioxide\b", re.IGNORECASE)
#: Who is counted at the end of a year is those of the year; what is measured over a year is not what it was then.
#: What got above a number was more than that.
_PASSED = re.compile(
    r"\b(?:passed|topped|crossed|broke through|pass|top|cross|break through)(?: the)? "
    r"(?=[$€£¥]?\d)",
    re.IGNORECASE,
)
_HIGHER = re.compile(r"\b(?:higher|greater|larger|bigger) than (?=(?:the )?[$€£¥]?\d)", re.IGNORECASE)
_LOWER = re.compile(r"\b(?:lower|smaller) than (?=[$€£¥]?\d)", re.IGNORECASE)
#: The year that was named before.
_THAT_YEAR = re.compile(r"\b(?:in |during )?(?:that same|the same|that) year\b(?!['\u2019-])", re.IGNORECASE)
#: What somebody had by a year he had in it; what was done by then was done over more.
_BY_THEN = re.compile(
    rf"^By (?:the end of )?(?P<then>{_YEAR}\b[^;]*"
    r"\b(?:had|has|counted|employed|numbered|stood at)\b(?! [a-z]+(?:ed|en)\b))"
)
_AT_ITS_END = re.compile(rf"\b(?:at|by) (?:the )?(?:end|close) of (?:the year )?(?={_YEAR}\b)", re.IGNORECASE)


def in_one_word(claim: Asked) -> Asked:
    """A claim in the words that records use.

    >>> in_one_word(Asked("count", "", "Acme had 30 people on its payroll", ("s", 1), "Vex")).words
    'Acme had 30 employees'
    """
    claim = _of_energy(_above(claim))
    words = reworded(claim.words, _SAME)
    if re.fullmatch(_YEAR, claim.time or "") and not re.search(rf"\b{_YEAR}\b", words):
        words = _THAT_YEAR.sub(f"in {claim.time}", words)
    if claim.kind in ("count", "amount", "share") and re.fullmatch(_YEAR, claim.time or ""):
        words = _BY_THEN.sub(r"In \g<then>", words)
    if claim.kind == "count" and claim.unit == "person":
        words = _AT_ITS_END.sub("in ", words)
    return claim if words == claim.words else replace(claim, words=words)


def _of_energy(claim: Asked) -> Asked:
    """A claim in watt hours, of which only the watts were read: "14 gigawatt hours" are 14 GWh."""
    found = _WATT_HOURS.search(claim.words)
    if found is None or claim.unit not in ("kW", "MW", "GW", "TW", "watt", *_ENERGY.values()):
        return claim
    unit = _ENERGY[(found["scale"] or "").lower()]
    return replace(claim, unit=unit, words=_WATT_HOURS.sub(unit, claim.words))


def in_short(text: str) -> str:
    """What is recorded, in the words that a claim is brought to."""
    return _GAS.sub("CO2", text)


def _above(claim: Asked) -> Asked:
    """A claim of what passed a number as one of more than that."""
    exact = claim.low is not None and claim.low == claim.high and not claim.qualifier
    if exact and claim.kind in ("amount", "count", "share") and len(_HIGHER.findall(claim.words)) == 1:
        return replace(claim, words=_HIGHER.sub("more than ", claim.words), high=None, qualifier="more than")
    if exact and claim.kind in ("amount", "count", "share") and len(_LOWER.findall(claim.words)) == 1:
        return replace(claim, words=_LOWER.sub("less than ", claim.words), low=None, qualifier="less than")
    if not exact or claim.kind not in ("amount", "count", "share") or len(_PASSED.findall(claim.words)) != 1:
        return claim
    return replace(claim, words=_PASSED.sub("was more than ", claim.words), high=None, qualifier="more than")
