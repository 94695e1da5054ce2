"""A finding: a cited answer; and a notice: what a lens says when it cannot answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from cuibono.errors import NoEvidence
from cuibono.model.bearing import Bearing
from cuibono.model.figure import Figure
from cuibono.model.passage import Passage
from cuibono.model.words import FindingState


class Evidence(Protocol):
    """The passages a finding rests on, fetched only when asked for."""

    def count(self) -> int:
        """How many passages there are."""
        ...

    def first(self, n: int = 20, *, skip: int = 0) -> list[Passage]:
        """The first ``n`` passages in the order of sources and places."""
        ...

    def to_json(self) -> dict[str, Any]:
        """The selection as data, so that it can be kept and evaluated again."""
        ...


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that explains itself: name, value, unit, interval and what it means.

    ``low`` and ``high`` bound the value (missing shares, bands, sampling); ``p`` is a p-value.
    """

    name: str
    value: float
    unit: str = ""
    low: float | None = None
    high: float | None = None
    p: float | None = None
    meaning: str = ""

    def __str__(self) -> str:
        span = "" if self.low is None or self.high is None else f" [{self.low:.4g} to {self.high:.4g}]"
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.name} {self.value:.4g}{span}{unit}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, the number behind it, what it does not say, and the passages it rests on.

    A lens yields it with ``says, about, measure, caveats, evidence, figure, bears``; the case fills the rest
    when it keeps the finding. ``bears`` says which claims it answers, and how, for the docket. Raises NoEvidence
    when made without evidence.
    """

    says: str
    about: tuple[str, ...]
    evidence: Evidence
    measure: Measure | None = None
    caveats: tuple[str, ...] = ()
    figure: Figure | None = None
    bears: tuple[Bearing, ...] = ()
    id: str = ""
    lens: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    state: FindingState = "fresh"
    verdict: str | None = None
    note: str = ""
    count: int = 0
    kept: datetime | None = None
    generation: int = 0
    judged_by: str = ""

    def __post_init__(self) -> None:
        if self.evidence is None:
            raise NoEvidence(
                f"A finding without evidence was made: {self.says!r}",
                try_="give it evidence=table.where(...), the rows it rests on",
            )

    def with_(self, **changes: Any) -> "Finding":
        """The same finding with some fields changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a lens says when the evidence does not carry an answer; never counted as a finding.

    ``about`` are those of whom a claim remains not identified by it. A test that found nothing has no rows to show, so
    it is a notice too.
    """

    says: str
    why: str = ""
    what_would_help: str = ""
    about: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Even(Notice):
    """A test that found no difference: a notice, with the rows that were compared and what that says to claims.

    It is told as any notice; only the docket asks what it ``bears``, such as on a claim of five times as much.
    """

    evidence: Evidence | None = None
    bears: tuple[Bearing, ...] = ()

    @property
    def plain(self) -> Notice:
        """The notice alone, as it is kept."""
        return Notice(self.says, self.why, self.what_would_help, self.about)

    @property
    def found(self) -> Finding:
        """What was found, as the docket puts claims to it. Raises NoEvidence when made without evidence."""
        assert self.evidence is not None
        return Finding(f"{self.says}: {self.why}", tuple(self.about), self.evidence, bears=self.bears)
