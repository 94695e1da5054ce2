"""What kind of claim a table row is, by the words of its property and its unit."""

import re

from cuibono.extract.claim_view import phrases
from cuibono.model.claim_kind import ClaimKind

_OF_FIRM = re.compile(r"^(?:share|stake|holding|interest)s? (?:of|in) (?!the\b)(?P<firm>[A-Z][^,]*)$")
_WHOLE = frozenset(
    {
        "industry",
        "market",
        "capacity",
        "production",
        "output",
        "exports",
        "imports",
        "world",
        "supply",
        "sales",
        "demand",
    }
)
_DATED = re.compile(
    r"founded|established|incorporated|born|died|dissolved|opened|closed|"
    r"\bdate\b|\bsince\b|renewed|in force|signed|launched"
)
_TIED = re.compile(
    r"\b(?:brother|sister|son|daughter|father|mother|wife|husband|cousin|nephew|niece|spouse|in-law|member|ally|friend|"
    r"partner|partnership|founder|arm of|grew out of|"
    r"sat on|sits on|came out of|patron|funds?|funded|sponsor|supplier of|rival|tied? to)\b"
)
_CAUSED = re.compile(r"\b(?:cause|reason|because|due to)\b")
_PERSONS = frozenset({"person", "persons", "people", "employees", "workers", "members", "users"})


#: Properties that name the kind of a claim themselves: "behaviour of the app", "treatment by the office".
_NAMED: tuple[tuple[re.Pattern[str], ClaimKind], ...] = (
    (re.compile(r"^behaviou?r of (?:an|the) app\b"), "behaviour of an app"),
    (re.compile(r"^behaviou?r of (?:a|the) feed\b"), "behaviour of a feed"),
    (re.compile(r"^treatment\b"), "treatment"),
    (re.compile(r"^coordination\b"), "coordination"),
)


def firm_of(prop: str) -> str | None:
    """The firm in "share of Acme Bank"; None where the share is of a market."""
    found = _OF_FIRM.match(prop)
    if found is None or "'s " in prop or "’s " in prop or _WHOLE & set(prop.lower().split()):
        return None
    return found["firm"]


def kind_of_property(prop: str, unit: str = "", status: str = "stated") -> ClaimKind:
    """The kind of a row that claims ``prop`` of its subject; what will be is a forecast, whatever it is of."""
    return "forecast" if status == "forecast" else stated_kind(prop, unit)


def stated_kind(prop: str, unit: str = "") -> ClaimKind:
    """The kind of a row, whenever it is meant for."""
    low, said = prop.lower(), set(re.findall(r"[\w-]+", prop.lower()))
    if named := next((kind for form, kind in _NAMED if form.search(low.strip())), None):
        return named
    percent = unit.lower() in ("percent", "%", "share", "pct")
    if firm_of(prop) or said & {"owner", "owns", "stake", "shareholding", "votes", "shareholder", "holding"}:
        return "ownership"
    if "share" in said:
        return "share"
    if "rank" in said or "ranking" in said or said & phrases("rank"):
        return "rank"
    return _worded(low, said, unit) or _counted(said, unit, percent=percent)


def _worded(low: str, said: set[str], unit: str) -> ClaimKind | None:
    if said & {"control", "controls", "controller", "controlled"}:
        return "control"
    if said & phrases("role"):
        return "role"
    if _DATED.search(low) and not unit:
        return "event date"
    if _TIED.search(low):
        return "tie"
    if _CAUSED.search(low):
        return "cause"
    return "trend" if said & (phrases("change") | {"growth", "rise", "change", "trend"}) else None


def _counted(said: set[str], unit: str, *, percent: bool) -> ClaimKind:
    if said & {"opinion", "view", "verdict"}:
        return "opinion"
    if said & {"number", "count", "employees", "members", "users"} or unit.lower() in _PERSONS:
        return "count"
    if unit and not percent and len(unit.split()) == 1 and unit.lower().endswith(("ies", "ers", "ees")):
        return "count"
    return "amount" if unit else "other"
