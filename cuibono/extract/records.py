"""What reading finds: spans with what they are, each resting on its exact place in the text.

All spans are code points in the original text, end exclusive. Names are referred to by their id in the same
``Found``; ``None`` as a speaker or asserter is the text's own voice (the author, the narrator).
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cuibono.model.claim_kind import ClaimKind

EntityType = Literal["Person", "Organization", "Location", "Product", "Event", "Group"]
Naming = Literal["named", "partial", "pseudonymous", "anonymous", "nominal"]
SpeakerKind = Literal["named", "partial", "pseudonymous", "anonymous", "nominal", "organisation"]
Mode = Literal["direct", "indirect", "mixed", "turn"]
Status = Literal["stated", "alleged", "hypothetical", "forecast"]
Polarity = Literal["+", "-"]
Standing = Literal["read", "proposed"]
TieType = Literal[
    "family", "role", "member_of", "party_unit", "owns_controls", "funds", "founded", "part_of", "located_in",
    "associate_of", "patron_of", "serves", "opponent_of", "sanctions", "partner_of", "supplies", "depends_on",
    "educated_at", "participated_in",
]  # fmt: skip


class Span(NamedTuple):
    """A stretch of the original text, in code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many characters two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def within(self, other: "Span") -> bool:
        """Whether it lies wholly inside the other."""
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, without its title or possessive."""

    span: Span
    quote: str
    type: EntityType
    by: Literal["model", "lexicon", "pattern"] = "model"
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """Mentions in one document that are written for the same one, or an unnamed source ("a resident").

    ``naming`` "anonymous" and "nominal" are unnamed sources: they can speak but never match anybody.
    ``variants`` are other spellings that readers look for (pinyin, Wade-Giles); they do not stand in the text.
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    naming: Naming = "named"
    variants: tuple[str, ...] = ()

    @property
    def unnamed(self) -> bool:
        """Whether the text only describes it."""
        return self.naming in ("anonymous", "nominal")


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or a description ("the company", "his son") and the name that it stands for."""

    span: Span
    quote: str
    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a transcript that one voice speaks; ``speaker`` None where that stays open.

    ``voice`` "host" and "narration" are the programme's own; "clip" is material played inside a turn.
    """

    span: Span
    speaker: str | None
    voice: Literal["host", "guest", "narration", "clip", "unknown"]
    confidence: float = 1.0
    label: Span | None = None
    needs_person: bool = False
    section: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that a claim says: where its own words stand, and all its words with those it shares.

    ``core`` is all of it but what it says by the way; empty where that is nothing.
    """

    span: Span
    words: str
    kind: ClaimKind
    subject: str | None = None
    object: str | None = None
    about: str = ""
    amount: "Amount | None" = None
    time: str | None = None
    place: str | None = None
    foretold: ClaimKind | None = None
    core: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says, in the smallest span of its content, and through whom it reached the page.

    ``speaker`` is the id of a name (named or not), None for the text's own voice; ``via`` are those who relay it,
    the nearest to the reader first. ``kind`` says what sort of claim it is, ``subject``, ``object`` and ``place`` are
    ids of names, ``about`` the words of a subject that is no name; ``amount`` is the number in it, ``time`` EDTF.
    ``foretold`` is the kind that a forecast will be of. What says several things has ``parts``; kind, subject and so on
    are then those of the first.
    """

    span: Span
    quote: str
    speaker: str | None
    speaker_kind: SpeakerKind
    mode: Mode
    cue: Span | None = None
    via: tuple[str, ...] = ()
    status: Status = "stated"
    polarity: Polarity = "+"
    confidence: float = 1.0
    needs_person: bool = False
    kind: ClaimKind | None = None
    subject: str | None = None
    object: str | None = None
    about: str = ""
    amount: "Amount | None" = None
    time: str | None = None
    place: str | None = None
    foretold: ClaimKind | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Who stands how to whom, by which rule, on whose word.

    ``evidence`` is the sentence (or sentences, in one span) that states it. ``date`` is EDTF or None.
    ``share`` is what part is owned, from 0 to 1, as low and high end. ``features`` are what the confidence
    was computed from.
    """

    type: TieType
    subject: str
    object: str
    evidence: Span
    quote: str
    rule: str
    role: str | None = None
    date: str | None = None
    share: tuple[float, float] | None = None
    status: Status = "stated"
    polarity: Polarity = "+"
    asserted_by: str | None = None
    confidence: float = 0.0
    standing: Standing = "proposed"
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the text dates: the date as written and as EDTF, and the sentence that tells it.

    ``base`` is the date that filled in what the wording leaves out ("last June"), None when nothing was added.
    """

    date: str
    date_span: Span
    date_quote: str
    evidence: Span
    label: str
    participants: tuple[str, ...] = ()
    precision: Literal["day", "month", "season", "year", "decade", "century", "interval", "open"] = "day"
    base: str | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit in base units (2.7 trillion yuan is 2.7e12 CNY), and what it measures."""

    span: Span
    quote: str
    value: float
    unit: str
    value_max: float | None = None
    qualifier: str = ""
    what: str = ""
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that one extractor found in one document, and what it did not understand."""

    turns: tuple[Turn, ...] = ()
    mentions: tuple[Mention, ...] = ()
    names: tuple[Name, ...] = ()
    references: tuple[Reference, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    amounts: tuple[Amount, ...] = ()
    notes: tuple[str, ...] = field(default=())
