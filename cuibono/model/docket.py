"""The docket: every claim of a case, who says it, what could test it, and what a test came to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from cuibono.model.claim_kind import ClaimKind
from cuibono.model.passage import Passage
from cuibono.model.stated import Stated
from cuibono.model.words import FindingState

Outcome = Literal["supported", "contradicted", "not identified", "no data", "not testable"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a claim or a record names: the id that the case knows, if it does, and the name.

    ``whole`` is False for part of a name (a family name): it says too little to be matched by.
    """

    id: str | None
    name: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim in the form in which it can be put to a test.

    ``words`` is all that it says, its table's property and stage included; ``low`` and ``high`` are in ``unit`` (None:
    open). ``time`` is EDTF. ``key`` is the source and the passage or row where it stands; ``id`` that of its record.
    ``quoted`` are the words in which a row of a table says that it was said; ``around`` those around a claim in a text;
    ``stated`` is what is known of that place.
    """

    kind: ClaimKind
    says: str
    words: str
    key: Key
    speaker: str
    id: str = ""
    speaker_kind: str = "named"
    via: tuple[str, ...] = ()
    subject: Party | None = None
    object: Party | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    qualifier: str = ""
    time: str | None = None
    place: str | None = None
    status: str = "stated"
    polarity: str = "+"
    standing: str = "read"
    foretold: ClaimKind | None = None
    quoted: str = ""
    around: str = field(default="", repr=False)
    stated: Stated | None = field(default=None, compare=False, repr=False)

    @property
    def voice(self) -> str:
        """Who says so, and through whom."""
        return self.speaker + (f", through {', '.join(self.via)}" if self.via else "")


@dataclass(frozen=True, slots=True)
class Corroborated:
    """How many independent sources state a claim, of how many that state it at all, and why the others are none.

    ``low`` takes all that is not known as joined, ``high`` takes every name as it is.
    """

    count: int = 1
    stated: int = 1
    low: int = 1
    high: int = 1
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        span = "" if self.low == self.high else f" (between {self.low} and {self.high})"
        return f"{self.count:,} independent of {self.stated:,}{span}"


@dataclass(frozen=True, slots=True)
class Route:
    """Which lens can test a claim, on which tables; ``why`` says what is missing, or why nothing can test it."""

    lens: str = ""
    tables: tuple[str, ...] = ()
    outcome: Literal["no data", "not testable"] | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tested:
    """What a test came to: the outcome, the rule that decided in words, what was measured, and where that stands."""

    outcome: Outcome
    rule: str
    measure: str = ""
    by: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class DocketRow:
    """Claims that say the same, with all who say so; how they can be tested, and the outcome when they were.

    ``voices`` counts independent sources: near-copies, one who is relayed by many and outlets of one owner are one,
    and all that are not named are one; ``corroborated`` tells of how many, and why.
    ``against`` are the numbers of rows that say something else of the same; ``rests`` counts the findings, ties and
    claims that rest on it; ``marks`` says why it needs care ("one voice", "one outlet", "anonymous only").
    ``id`` stays the same from run to run. ``state`` says whether a kept outcome rests on the evidence as it is now;
    ``kept`` when it was kept, and ``generation`` which evidence it saw.
    """

    number: int
    claims: tuple[Asked, ...]
    route: Route
    tested: Tested | None = None
    voices: int = 1
    against: tuple[int, ...] = ()
    rests: int = 0
    marks: tuple[str, ...] = ()
    sources: tuple[str, ...] = field(default=())
    id: str = ""
    corroborated: Corroborated = Corroborated()
    state: FindingState = "fresh"
    kept: datetime | None = None
    generation: int = 0

    @property
    def claim(self) -> Asked:
        """The claim as it was first said."""
        return self.claims[0]

    @property
    def outcome(self) -> Outcome | None:
        """The outcome: of the test, or known without one."""
        return self.tested.outcome if self.tested else self.route.outcome

    @property
    def why(self) -> str:
        """The rule that decided, or what is missing, or why nothing can test it."""
        return self.tested.rule if self.tested else self.route.why


@dataclass(frozen=True, slots=True)
class DocketLine:
    """A row of the docket as a report tells it: its number there, where it is said, and what the test rests on."""

    number: str
    row: DocketRow
    said_in: tuple[Passage, ...]
    rests_on: tuple[Passage, ...]

    @property
    def voices(self) -> tuple[str, ...]:
        """Everybody who says so, each once."""
        return tuple(dict.fromkeys(c.voice for c in self.row.claims))
