"""A figure: the numbers behind a picture, drawn later by a report or a page."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Bar:
    """One labelled value of a figure, with its interval where it has one."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: from one party to another, what ties them, and what is to be said of the tie.

    ``sure`` is False for what is only said or was read by machine: it is drawn dotted. ``back`` turns the arrow around:
    the tie runs from the other to the one. ``aside`` is a note on the party that is reached (a hub, a public body).
    """

    one: str
    other: str
    label: str
    note: str = ""
    sure: bool = True
    back: bool = False
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a finding looks like: labelled bars or dots in one unit, or a chain of boxes and arrows.

    ``kind`` is ``bars`` (shares, counts), ``ranges`` (who says which interval, side by side) or
    ``line`` (labels are times, in order). ``mark`` is a threshold worth a line. A ``chain`` is drawn from its ``hops``;
    its bars say the same in a table.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...]
    kind: Literal["bars", "ranges", "line", "chain"] = "bars"
    mark: float | None = None
    hops: tuple[Hop, ...] = ()
