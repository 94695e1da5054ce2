"""What kind of claim a table row is, by the words of its property, its value and its unit."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from cuibono.extract.claim_apps import in_words
from cuibono.extract.claim_currencies import MONEY
from cuibono.extract.claim_row_words import place_of
from cuibono.extract.claim_unequal import than_others
from cuibono.extract.claim_view import phrases
from cuibono.extract.claim_words import has_han
from cuibono.extract.lexicon import pairs, words
from cuibono.model import dates, quantities
from cuibono.model.claim_kind import ClaimKind

_OF_FIRM = re.compile(
    r"^(?:(?:indirect|direct|voting|equity|capital|holds|hold|held|has|a|the)\s+)*"
    r"(?:(?:(?:part|co|sole|main|majority|minority|largest)[- ]?)?(?:owner|shareholder|holder) of |"
    r"(?:share|stake|holding|interest)s? "
    r"(?:of the (?:votes|capital|equity|voting rights|stock) (?:of|in) |of |in )|(?:voting rights?|votes) (?:of|in) )"
    r"(?!the\b)(?P<firm>[A-Z\u4e00-\u9fff][^,]*)$"
)
_HOLDS = re.compile(r"(?:(?:holds?|held|has|had) )?(?:an? )?shares? (?:of|in)")
_WHOLE = frozenset({
    "industry", "market", "capacity", "production", "output", "exports", "imports", "world", "supply", "sales",
    "demand",
})  # fmt: skip
_DATED = re.compile(
    r"founded|established|incorporated|\bborn\b|\bdied\b|dissolved|opened|closed|"
    r"\bdate\b|\bsince\b|renewed|in force|signed|launched"
)
_TIED = re.compile(
    r"\b(?:brother|sister|son|daughter|father|mother|wife|husband|cousin|nephew|niece|spouse|in-law|member|membership|ally|friend|"
    r"partner|partnership|founder|donors?|"
    r"(?:receives?|received|gets|got|takes?|took) (?:money|donations|funds|funding|grants)|"
    r"(?:studied|graduated|educated) (?:at|from)|arm of|grew out of|"
    r"sat on|sits on|came out of|patron|funds?|funded|sponsor|supplier of|rival|tied? to)\b"
)
#: Small Chinese words that are left when a property was put in English.
_SMALL = re.compile(r"现任|担任|出任|时间|日期|年份|年度|全球|[的是于为了由]")
_WILL = re.compile(r"^(?:it |they )?(?:will|shall|is going to|are going to|is to become|is expected to)\b")
_FORECAST = re.compile(
    r"^(?:the |its )?(?:forecast|prediction|projection)s? (?:of|for) (?:the |its )?(?=\w)", re.IGNORECASE
)
_PART_OF = re.compile(r"^(?:percent|percentage|proportion|portion|part|fraction|%) of\b")
#: 持有艾克米银行的股份: what is held stands in the middle.
_HOLDS_OF = re.compile(r"^(?:持有|拥有)([\u4e00-\u9fff·]{2,20}?)的?(?:股份|股权|资本)$")
#: 渔船数量, 医生人数: how many there are of what stands before.
_NUMBER_OF = re.compile(
    r"^((?:(?!员工|雇员|职工|从业|人口|居民)[\u4e00-\u9fff]){2,12}?)(?:总数量|数量|总人数|人数|总数|(?<=[家座辆艘架台所校院馆])数)$"
)
_PERSONS = frozenset({"person", "persons", "people", "employees", "workers", "members", "users"})
_PLACES = frozenset({"position", "place", "placing", "placed", "ranked"})
_CALLED = frozenset({"considered", "described as", "seen as", "regarded as", "portrayed as"})
#: What somebody is "called" without being named so: the next crude oil, a traitor.
_NO_NAME = re.compile(r"^(?:the|an?)\s+[a-z]")
_ONLY = frozenset({"only", "sole", "single"})
_SUPPLIER = frozenset({"producer", "maker", "supplier", "manufacturer", "exporter", "importer", "seller"})
_MOST = re.compile(r"\b(?:the )?(?:most|least) \w+")
#: Properties whose value is the post.
POST = frozenset({"post", "office", "role", "job", "position", "job title", "occupation"})
#: A day to the day: whatever has one happened on it.
_A_DAY = re.compile(r"^\s*\d{4}-\d\d-\d\d\s*$|\b[A-Z][a-z]+ \d{1,2},? \d{4}\b|\b\d{1,2} [A-Z][a-z]+ \d{4}\b")

#: Properties that name the kind of a claim themselves: "behaviour of the app", "treatment by the office".
_NAMED: tuple[tuple[re.Pattern[str], ClaimKind], ...] = (
    (re.compile(r"^behaviou?r of (?:an|the) app\b|^app(?:'s)? behaviou?r\b"), "behaviour of an app"),
    (re.compile(r"^behaviou?r of (?:a|the) feed\b|^feed(?:'s)? behaviou?r\b|^feed$"), "behaviour of a feed"),
    (re.compile(r"^(?:shares|shared|posts|posted) (?:the same )?(?:links|posts) (?:with|as)\b"), "coordination"),
    (re.compile(r"^treatment\b"), "treatment"),
    (re.compile(r"^(?:has |holds |an? |the )*(?:blocking (?:minority|stake)|golden share|veto share)\b"), "ownership"),
    (
        re.compile(
            r"^(?:has |holds |an? |the )*(?:right|option)s? (?:to (?:buy|acquire|purchase)|on)\b.*\b"
            r"(?:share|stake|capital|stock|percent|part)"
        ),
        "ownership",
    ),
    (re.compile(r"^(?:is |the |was )*(?:world |global )?market leader\b"), "rank"),
    (re.compile(r"^coordination\b"), "coordination"),
    (
        re.compile(
            r"\b(?:shar|post|spread|push|repost|retweet|publish)\w* (?:exactly )?the same "
            r"(?:links?|posts?|texts?|messages?|videos?|stories|articles|hashtags?)\b"
        ),
        "coordination",
    ),
    (
        re.compile(r"^(?:app |declared |requested |asks? for (?:the )?|requests? (?:the )?)?permissions?\b"),
        "behaviour of an app",
    ),
)
#: With whom an app talks, or what it holds: "connects to advertising servers".
_OF_APPS = frozenset({
    "server", "servers", "host", "hosts", "tracker", "trackers", "advertising id", "device id", "sdk", "clipboard",
    "address book", "contact list", "precise location", "call log",
})  # fmt: skip

#: Who acts as one with somebody, and what is shown to some more than to others.
_IN_CONCERT = re.compile(
    r"\b(?:act|post|share|publish|move)(?:s|ed|ing)?\b.{0,30}\bin (?:concert|step|lockstep|unison|tandem|sync)\b"
    r"|\bco-?shar(?:e|es|ed|ing)\b|\bco-?ordinat(?:es|ed|ing)? (?:(?:its|their) )?(?:posts?|links?|sharing|with)\b"
)
_BUILT_IN = re.compile(r"^(?:librar(?:y|ies)|sdks?) (?:contained|included|embedded|built in|found|detected)\b")
_SHOWN_MORE = re.compile(
    r"\b(?:show|push|recommend|display|serve|suggest|promote)(?:s|es|ed|n|d)?\b.*"
    r"\b(?:(?:more|less) (?:often|frequently)?|fewer|(?:twice|times) as (?:often|many|much)|as often|equally often)\b"
)


def firm_of(prop: str) -> str | None:
    """The firm in "share of Acme Bank", "share of the votes in Acme Bank"; None where the share is of a market."""
    found = _OF_FIRM.match(prop)
    if found is None or "'s " in prop or "’s " in prop or _WHOLE & set(prop.lower().split()):
        return None
    return found["firm"]


@lru_cache(maxsize=65_536)  # every recorded post is asked for again with every claim of one
def in_english(prop: str) -> str:
    """A Chinese property with the words for what it claims in English; what it is of stays as it is."""
    if not has_han(prop):
        return prop
    if counted := _NUMBER_OF.match(prop):
        return f"number of {counted[1]}"  # 会员人数 is no post
    prop = _HOLDS_OF.sub(r"holds share of \1", prop)
    for word, english in _chinese():
        if word in prop:
            prop = prop.replace(word, f" {english} ", 1)
    return " ".join(_SMALL.sub(" ", prop).split())


@cache
def _chinese() -> tuple[tuple[str, str], ...]:
    """Chinese words of properties, and what is measured as texts have it, too; the longest first."""
    there = words("chinese_kinds", "measured")
    measured = {w: e for w, e in pairs("chinese_kinds", "sentence") if w in there and not e.startswith("share")}
    return tuple(sorted((measured | dict(pairs("claim_properties", "chinese"))).items(), key=lambda p: -len(p[0])))


def dated(value: str, unit: str = "") -> bool:
    """Whether a value is a day, a year or a time: "1921", "192X", "May 2021", "before 2000"; not "31,900" of a unit."""
    found = dates.to_edtf(value)
    return found is not None and unit.lower() in ("", "x", "xx", "s", "year", "date") and "," not in value[:3]


def kind_of_property(prop: str, unit: str = "", status: str = "stated", value: str = "", of: str = "") -> ClaimKind:
    """The kind of a row that claims ``prop`` of its subject; what will be is a forecast, whatever it is of."""
    foretold = status == "forecast" or _WILL.match(prop.lower().strip()) or without_forecast(prop) != prop
    return "forecast" if foretold else stated_kind(prop, unit, value, of)


def without_forecast(prop: str) -> str:
    """What a property foretells: "forecast of members" is of the members."""
    return _FORECAST.sub("", prop)


def stated_kind(prop: str, unit: str = "", value: str = "", of: str = "") -> ClaimKind:
    """The kind of a row whenever it is meant for; ``value`` is what it says, ``of`` whom or what it is about."""
    prop = without_forecast(in_english(prop))
    low = prop.lower().strip()
    if named := next((kind for form, kind in _NAMED if form.search(low)), None):
        return named
    said, valued = _said(low), _said(in_english(value).lower())
    unit = "" if dated(value, unit) else unit
    return (
        _of_numbers(prop, said, valued, value, unit)
        or _of_machines(said | _verbs(low), valued, _said(in_english(of).lower()), value, low)
        or _worded(low, said, unit, value)
        or _valued(low, said, valued, value, unit)
        or _counted(low, said, unit, value)
    )


def _of_numbers(prop: str, said: frozenset[str], valued: frozenset[str], value: str, unit: str) -> ClaimKind | None:
    """A count, a holding, a share, a trend or a rank."""
    if said & {"number", "count"} and not said & {"number one", "number two", "number three"}:
        return "count"
    if (
        firm_of(prop)
        or _names_what_is_held(prop, value)
        or said & _listed("owning")
        or (said & _listed("dealt") and said & {"share", "shares"})
    ):
        return "ownership"
    moved = valued & _listed("rising") and not quantities.parse(value)
    if "trend" in said or (moved and not said & ({"rank", "ranking"} | _listed("causing"))):
        return "trend"
    if unit.lower() in {*_PERSONS, ""} and said & {"employees", "staff", "workforce"} and quantities.parse(value):
        return "count"  # "employees 6,400 people" are counted, and have no post
    percent = unit.lower() in ("percent", "%", "pct")
    if ("share" in said and "price" not in said) or (percent and _PART_OF.match(prop.lower())):
        return "share"
    if (
        said & {"rank", "ranking"}
        or (said & _PLACES and place_of(value))
        or said & phrases("rank")
        or (said & _ONLY and said & _SUPPLIER)
    ):
        return "rank"
    return None


def _names_what_is_held(prop: str, value: str) -> bool:
    """Whether the value of "holds share of" is what is held, and no number."""
    low = prop.lower().strip()
    named = value != "" and quantities.parse(value) is None
    return named and (_HOLDS.fullmatch(low) is not None or (low in ("holds", "held", "hold") and not value.islower()))


def _of_machines(
    said: frozenset[str], valued: frozenset[str], of: frozenset[str], value: str, prop: str = ""
) -> ClaimKind | None:
    """What apps, feeds and crowds do, and how people are treated."""
    low = f"{prop} {value}".lower()
    every = said | valued
    if _SHOWN_MORE.search(low) and every & (phrases("feed_item") | {"content", "topic"}):
        return "behaviour of a feed"
    if (said & _listed("treated") and every & _listed("compared")) or than_others(value):
        return "treatment"
    crowd = (of | said) & phrases("crowd")
    if "coordinated" in said or (
        crowd and every & (phrases("crowd_does") | phrases("crowd_how") | _listed("crowds_do"))
    ):
        return "coordination"
    if said & _listed("feeds_alone_do") and every & phrases("feed_item"):
        return "behaviour of a feed"
    if (of | said) & (phrases("feed") | {"results"}) and (every & phrases("feed_does")):
        return "behaviour of a feed"
    if (
        ((of | said) & phrases("app") and every & phrases("app_does"))
        or every & _OF_APPS
        or in_words(low)
        or _BUILT_IN.search(low)
    ):
        return "behaviour of an app"
    if _IN_CONCERT.search(low):
        return "coordination"
    return "behaviour of a feed" if _SHOWN_MORE.search(low) else None


def _worded(low: str, said: frozenset[str], unit: str, value: str) -> ClaimKind | None:
    if said & _listed("controlling"):
        return "control"
    if said & (phrases("role") | _listed("posts")) or (low in POST and value and not value[0].isdigit()):
        return "role"
    if _DATED.search(low) and not unit and not (" by" in low and not dated(value)):
        return "event date"
    if said & _listed("happened") and not unit and (dated(value) or not value):
        return "event date"
    if _TIED.search(low) or said & _listed("ties"):
        return "tie"
    if said & _listed("causing"):
        return "cause"
    return "trend" if said & (phrases("change") | {"growth", "rise", "change", "trend"}) else None


def _valued(low: str, said: frozenset[str], valued: frozenset[str], value: str, unit: str) -> ClaimKind | None:
    """What only the value tells: the day of something, or a judgement."""
    if said & _listed("judged"):
        return "opinion"
    judged = valued & _listed("evaluation") or _MOST.search(value.lower())
    if (low in ("is", "was", "are", "were", "called", "known as") and judged) or (low in _CALLED and value):
        return "opinion"
    if low == "called" and _NO_NAME.match(value):
        return "opinion"
    day = dated(value, unit) and (_A_DAY.search(value) or any(re.fullmatch(r"\w{3,}ed", w) for w in low.split()))
    return "event date" if day and not said & _listed("counted") else None


def _counted(low_prop: str, said: frozenset[str], unit: str, value: str) -> ClaimKind:
    low = unit.lower()
    percent = low in ("percent", "%", "share", "pct")
    if said & _listed("counted") or low in _PERSONS:
        return "count"
    if unit and not percent and low.endswith("s") and f" {low} " in f" {low_prop} ":
        return "count"  # "hospital beds 41,200 beds"
    money = bool(MONEY & set(re.findall(r"\w+", low_prop)))
    if unit and not percent and not money and len(unit.split()) == 1 and low.endswith(("ies", "ers", "ees")):
        return "count"
    if not unit and quantities.parse(value) is not None:  # a bare number: of things, where the property names many
        return "count" if low_prop.startswith("how many") or low_prop.endswith("s") else "amount"
    return "amount" if unit else "other"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(w.replace("_", " ") for w in words("claim_properties", name))


def _said(text: str) -> frozenset[str]:
    """The words of a text in lower case, and its pairs of words."""
    found = re.findall(r"[\w-]+", text)
    return frozenset([*found, *(" ".join(p) for p in pairwise(found))])


def _verbs(text: str) -> frozenset[str]:
    """What the verbs of a text may be called: collects, collected and collecting come from "collect"."""
    return frozenset(bare for word in re.findall(r"[a-z-]{4,}", text) for bare in _bare(word))


def _bare(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (f"{word[:-3]}y",)
    if word.endswith("ing"):
        return (word[:-3], f"{word[:-3]}e")
    if word.endswith("ed"):
        return (word[:-2], word[:-1])
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],) if word.endswith("s") else (word,)
