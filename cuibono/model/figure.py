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
class Figure:
    """What a finding looks like: labelled bars or dots in one unit.

    ``kind`` is ``bars`` (shares, counts), ``ranges`` (who says which interval, side by side) or
    ``line`` (labels are times, in order). ``mark`` is a threshold worth a line.
    """

    title: str
    unit: str
    bars: tuple[Bar, ...]
    kind: Literal["bars", "ranges", "line"] = "bars"
    mark: float | None = None
