"""What a text says around a claim: how it begins, the passages before, its own; of what "its engines" are stands there.

It only completes what a claim leaves unsaid. What a claim says itself is never changed by it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cuibono.case.docket.words import stems
from cuibono.model.docket import Asked
from cuibono.store.session import Session

Row = Mapping[str, Any]
Place = tuple[str, int]

_OPENING = 3  # words by which a claim is found in its text
_BEFORE = 600  # signs of each passage around: a text of one passage is no context of all that it says
_AROUND = """
    SELECT source, seq,
        concat_ws(chr(10), left(opening, $most), right(second, $most), right(before, $most), text) AS said
    FROM (
        SELECT source, seq, text,
            first_value(text) OVER those AS opening, lag(text, 2) OVER those AS second, lag(text) OVER those AS before
        FROM passage WHERE list_contains($sources, source) AND text IS NOT NULL
        WINDOW those AS (PARTITION BY source ORDER BY seq)
    )
"""


def around(session: Session, rows: Iterable[Row]) -> dict[Place, str]:
    """The words around each claim that was read in a text, by its source and passage; rows of tables have none."""
    sources = sorted({r["_source"] for r in rows if r["property"] is None})
    found = session.rows(_AROUND, {"sources": sources, "most": _BEFORE}) if sources else []
    return {(r["source"], r["seq"]): r["said"] for r in found}


def before(text: str, claim: str, opening: int = _OPENING) -> str | None:
    """What stands before a claim in the words around it, by its first words; None where they are not there.

    >>> before("It was calm. Elm Boats grew fast.", "Elm Boats grew fast")
    'It was calm. '
    """
    at = text.find(" ".join(claim.split()[:opening]))
    return text[:at] if at >= 0 else None


def own_passage(around: str) -> str:
    """The words of the passage of a claim, without what stands around it."""
    return around.rsplit("\n", 1)[-1]


def sentence_of(claim: Asked) -> str:
    """The sentence of its passage that a claim stands in: the one that has most of its words; none without a text."""
    said = stems(claim.words)
    parts = sentences(own_passage(claim.around))
    best = max(parts, key=lambda p: len(said & stems(p)), default="")
    return best if len(said & stems(best)) * 2 > len(said) else ""


def sentence_before(claim: Asked) -> str:
    """The sentence before that of a claim, in its passage or at the end of the one before; empty where none is."""
    passage, own = own_passage(claim.around), sentence_of(claim)
    if not own:
        return ""
    parts = sentences(passage)
    at = parts.index(own)
    if at:
        return parts[at - 1]
    earlier = claim.around[: len(claim.around) - len(passage)].strip().split("\n")
    return sentences(earlier[-1])[-1] if earlier[-1] else ""


def sentences(text: str) -> list[str]:
    """The sentences of a text, the mark that closes a quote with the one that it ends."""
    return re.split(r"(?<=[.!?])['\"\u201d\u2019]*\s+", text)
