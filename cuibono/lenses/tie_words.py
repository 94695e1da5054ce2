"""Ties in words: what one is, since when, on whose word; and what a chain of ties leaves open."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cuibono.lenses.ties import EVENTS
from cuibono.model.counting import plural

Row = Mapping[str, Any]


def told(row: Row) -> str:
    """A tie in words: what it is, since when, and whether it is of record or on whose word."""
    kind = str(row["type"]).replace("_", " ")
    role = str(row["role"] or "")
    what = f"{kind} ({role})" if role and role.lower() != kind else kind
    if row["type"] == "ownership":
        what = f"holds {share(row['share_low'], row['share_high'])}{f' of {role}' if role else ''}"
    unit = f", {row['unit']}" if row["unit"] else ""
    return f"{what}{unit}, {when(row)}, {standing(row)}"


def standing(row: Row) -> str:
    """Whether a tie is of record, or who says so."""
    if not row["said_by"]:
        return str(row["standing"] or "recorded")
    how = "read by machine: " if row["standing"] in ("read", "proposed") else ""
    return f"{how}says {row['said_by']}"


def when(row: Row) -> str:
    """When a tie held, in words; undated is said, and is not always."""
    if not row["since"] and not row["until"]:
        return "undated"
    if not row["until"]:
        return str(row["since"]) if row["type"] in EVENTS else f"since {row['since']}"
    return f"{row['since']} to {row['until']}" if row["since"] else f"until {row['until']}"


def share(low: float | None, high: float | None) -> str:
    """A share of an ownership: "30 %", "25 to 50 %", "a part that is not given"."""
    if low is None and high is None:
        return "a part that is not given"
    left, right = f"{100 * (low or 0):.4g}", f"{100 * (1 if high is None else high):.4g}"
    return f"{left} %" if left == right else f"{left} to {right} %"


def doubts(rows: Sequence[Row], *, together: bool) -> Iterator[str]:
    """What the ties of a chain leave open: word instead of record, no dates, no common time."""
    if said := [r for r in rows if r["said_by"]]:
        by = ", ".join(sorted({str(r["said_by"]) for r in said}))
        yield f"{_part(len(said), len(rows))} no record but the word of {by}."
    if undated := sum(when(r) == "undated" for r in rows):
        yield f"{_part(undated, len(rows))} undated: nobody says when, and undated is not always."
    if not together:
        yield "By their dates its ties never held all at one time."


def _part(some: int, every: int) -> str:
    if some == every:
        return "Its only tie is" if every == 1 else f"All its {every} ties are"
    return f"{some} of its {plural(every, 'tie')} {'is' if some == 1 else 'are'}"
