"""A row of the table ``sayings`` as a claim that can be grouped, tested and traced to its sources."""

import re
from collections.abc import Mapping
from typing import Any, cast

from cuibono.extract.chinese.amounts_units import counter
from cuibono.extract.claim_ends import ends, part_of
from cuibono.extract.claim_holdings import held_in_words
from cuibono.extract.claim_properties import dated, in_english, kind_of_property, stated_kind, without_forecast
from cuibono.extract.claim_row_words import ranked, row_words
from cuibono.extract.claim_sources import is_nameless
from cuibono.extract.claim_words import folded, has_han
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.model import dates, quantities
from cuibono.model.claim_kind import CLAIM_KINDS, ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.model.stated import NO_OWNERS, Owners, Stated

Row = Mapping[str, Any]

_TIES: Mapping[str, ClaimKind] = {"role": "role", "owns_controls": "ownership"}
#: A number that something is above: "exceeds 40 percent".
_EXCEEDS = re.compile(r"\b(?:exceed|surpass)(?:s|ed|ing)?\s+(?:[$€£¥]\s?)?\d", re.IGNORECASE)
#: A bound that stands behind: "owns 51 percent of it, or more".
_OR_SO = re.compile(r",? or (more|less|fewer)\W*$", re.IGNORECASE)
#: Who says so where nobody does: "it is said", "is believed", "rumours".
_HEARSAY = re.compile(
    r"^(?:it |there )?(?:is|are|was|were|has been|have been)\b|\b(?:rumou?rs?|gossip|hearsay|legend|speculation)\b"
    r"|^according to$|据传|传言|传闻|谣言|据说",
    re.IGNORECASE,
)
#: A place in an order, or between which two: its number is what is claimed.
_PLACE = re.compile(r"\s*\d+(?:\s*[-–]\s*\d+)?\s*")
#: What a share can be of, where a table says it.
_SHARED_OUT = ("capital", "votes", "profit", "board")
#: Ties that hold both ways: who is named first says nothing.
_BOTH_WAYS = ("family", "associate_of", "partner_of", "ally_of", "rival_of", "opponent_of")


def asked(row: Row, owners: Owners = NO_OWNERS) -> Asked:
    """A row as a claim; ``owners`` are those that the case knows of outlets and firms."""
    if row["what"] == "tie":
        return _of_tie(row, owners)
    return _of_row(row, owners) if row["property"] is not None else _of_text(row, owners)


def _of_row(row: Row, owners: Owners) -> Asked:
    """A row of a table of claims, whose kind is told from its property, its value and its unit."""
    prop, value, unit = str(row["property"]), str(row["value"] or ""), str(row["unit"] or "")
    name, english = str(row["subject_name"]), without_forecast(in_english(prop))
    kind = kind_of_property(prop, unit, str(row["status"] or "stated"), value, name)
    foretold = stated_kind(prop, unit, value, name) if kind == "forecast" else None
    stated = foretold or kind
    day = stated == "event date" and dated(value, unit)
    subject, object_ = ends(Party(row["subject_id"], name), english, value, stated)
    speaker = str(row["asserted_by"] or "")
    low, high, unit, qualifier = (None, None, "", "") if day else _number(row, stated, english, value, unit)
    return Asked(
        kind=kind,
        says=" ".join(f"{name}: {prop} {value} {_unsaid(value, str(row['unit'] or ''))}".split()),
        words=row_words(
            stated, english, str(row["stage"] or ""), in_english(value) if stated == "trend" else value, unit
        ),
        speaker_kind="anonymous" if is_nameless(speaker) else "named",
        via=(str(row["via"]),) if row["via"] else (),
        subject=subject,
        object=object_,
        low=low,
        high=high,
        unit=unit,
        qualifier=qualifier,
        time=(stated == "event date" and dates.to_edtf(value)) or row["time"],
        foretold=foretold,
        quoted=str(row["paragraph"] or ""),
        **_common(row, owners, speaker, "recorded"),
    )


def _unsaid(value: str, unit: str) -> str:
    """The unit of a row, where its value does not say it itself."""
    said = quantities.parse(value)
    return "" if said and said.unit else unit


def _number(row: Row, kind: ClaimKind, prop: str, value: str, unit: str) -> tuple[float | None, float | None, str, str]:
    """The number of a row: its ends, its unit, and what qualifies it; words that say how much is held are one."""
    said = quantities.parse(value)
    low, high = row["low"], row["high"]
    if kind == "ownership" and low is None and high is None and (of := part_of(value)):
        held = quantities.parse(of[0]) or held_in_words(of[0])
        return (held.low, held.high, held.unit or "percent", held.qualifier) if held else (None, None, "", "")
    if kind == "ownership" and low is None and high is None and not unit and (held := held_in_words(prop)):
        return held.low, held.high, held.unit, held.qualifier
    if kind == "ownership" and low is None and high is None and not unit and (held := held_in_words(value)):
        return held.low, held.high, held.unit, held.qualifier
    if kind == "rank" and not _PLACE.fullmatch(value):
        return None, None, "", ""
    percent = unit.lower() in ("percent", "%", "pct")
    return low, high, "percent" if percent else unit, said.qualifier if said else ""


def _of_text(row: Row, owners: Owners) -> Asked:
    """A claim that was read in a text."""
    quoted = not row["own_voice"]
    words = str(row["core"] or row["says"] or "")
    low, high, qualifier = row["low"], row["high"], str(row["qualifier"] or "")
    if low is not None and low == high and not qualifier:
        if _EXCEEDS.search(words):
            high, qualifier = None, "more than"
        elif bound := _OR_SO.search(words):
            less = bound[1].lower() != "more"
            low, high, qualifier = (None, high, "up to") if less else (low, None, "at least")
    says = " ".join(str(row["says"] or "").split())
    unit = str(row["unit"] or "")
    if has_han(words):
        unit = counter(unit, words)[0] or unit
        words = plain_words(words, [str(row[f"{end}_name"] or "") for end in ("subject", "object")])
    return Asked(
        kind=cast("ClaimKind", row["kind"]) if row["kind"] in CLAIM_KINDS else "other",
        says=says,
        words=ranked(words) if row["kind"] == "rank" else words,
        id=row["record"],
        speaker_kind=str(row["speaker_kind"] or "named") if quoted else "organisation",
        via=tuple(v for v in str(row["via"] or "").split("; ") if v),
        subject=_party(row, "subject"),
        object=_party(row, "object"),
        low=low,
        high=high,
        unit=unit,
        qualifier=qualifier,
        time=row["time"],
        place=row["place"],
        foretold=cast("ClaimKind", row["foretold"]) if row["foretold"] in CLAIM_KINDS else None,
        **_common(row, owners, str(row["asserted_by"] or ""), "read") | _unclaimed(row),
    )


def _unclaimed(row: Row) -> dict[str, str]:
    """What is only rumoured is nobody's claim: it is kept, and not tested as if somebody stood for it."""
    rumour = row["status"] == "alleged" and _HEARSAY.search(str(row["asserted_by"] or ""))
    return {"status": "hypothetical"} if rumour else {}


def _of_tie(row: Row, owners: Owners) -> Asked:
    """A tie as a claim: its kind, its two ends, its post; when it began is left aside."""
    kind, role = str(row["kind"] or "other"), str(row["property"] or "")
    ends = _party(row, "subject"), _party(row, "object")
    if kind in _BOTH_WAYS:
        ends = tuple(sorted(ends, key=lambda p: folded(p.name) if p else ""))  # type: ignore[assignment]
    owned = kind == "owns_controls"
    low, high = (_percent(row[end]) if owned else None for end in ("low", "high"))
    what = (role if role in _SHARED_OUT else "") if owned else folded(role)
    speaker = str(row["asserted_by"] or "")
    return Asked(
        kind=_TIES.get(kind, "tie"),
        says=" ".join(str(row["says"] or _told(row, kind, _held(low, high, what) if owned else role)).split()),
        words=f"{kind.replace('_', ' ')} {what}",
        id=row["record"],
        speaker_kind=str(row["speaker_kind"] or ("anonymous" if is_nameless(speaker) else "named")),
        subject=ends[0],
        object=ends[1],
        low=low,
        high=high,
        unit="percent" if owned else "",
        **_common(row, owners, speaker, "read"),
    )


def _told(row: Row, kind: str, how: str) -> str:
    """A tie that no source puts in words: the two ends, and how they are tied."""
    if kind == "owns_controls":
        return f"{row['subject_name']} {how} {row['object_name']}"
    return f"{row['subject_name']}, {how or kind.replace('_', ' ')}: {row['object_name']}"


def _held(low: float | None, high: float | None, what: str) -> str:
    """What somebody holds, in words: "holds 15 percent of the votes of"."""
    of = f" of the {what}" if what else ""
    if low is None and high is None:
        return f"holds a share{of} of"
    ends = [f"{end:.4g}" for end in (low, high) if end is not None]
    return f"holds {' to '.join(dict.fromkeys(ends))} percent{of} of"


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 9)


def _party(row: Row, end: str) -> Party | None:
    name = row[f"{end}_name"]
    return None if name is None else Party(row[f"{end}_id"], str(name), whole=not row[f"{end}_partial"])


def _common(row: Row, owners: Owners, speaker: str, standing: str) -> dict[str, Any]:
    stated = Stated(
        own=bool(row["own_voice"]),
        outlet=str(row["outlet"] or ""),
        author=str(row["author"] or ""),
        published=str(row["published"] or ""),
        speaker_id=str(row["speaker_id"] or ""),
        digest=str(row["digest"] or ""),
        paragraph=str(row["paragraph"] or ""),
        row=row["reading"] == "table",
        owners=owners,
    )
    return {
        "key": (row["_source"], row["_row"]),
        "speaker": speaker,
        "status": str(row["status"] or "stated"),
        "polarity": str(row["polarity"] or "+"),
        "standing": str(row["standing"] or standing),
        "stated": stated,
    }
