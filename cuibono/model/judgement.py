"""A judgement: a person's reversible decision, with a name and a time."""

from dataclasses import dataclass
from datetime import datetime

from cuibono.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about what, and when; undone ones are kept with the time of undoing."""

    seq: int
    target: str
    verdict: Verdict
    by: str
    at: datetime
    other: str | None = None
    note: str = ""
    undone: datetime | None = None
