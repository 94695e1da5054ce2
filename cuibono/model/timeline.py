"""A timeline as it is drawn: lanes of marks, each with the days between which it began and ended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that happened or held: first to begun are the days on which it may have begun, ended to last ended.

    Days are ordinals; minus infinity and infinity where nobody says. ``lasting`` is a tie, that holds between its days;
    an event happened on one of them. ``link`` leads to where the list says the same.
    """

    first: float
    begun: float
    ended: float
    last: float
    lasting: bool
    what: str
    when: str
    standing: str
    doubted: str
    link: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one party; ``more`` is how many are not drawn for want of room."""

    name: str
    link: str
    marks: tuple[Mark, ...]
    more: int
