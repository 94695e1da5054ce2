"""A claim while it is being put together, before its speaker has a name."""

from dataclasses import dataclass

from cuibono.extract.records import Mode, Polarity, Span, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """Content with the number of the word that speaks.

    ``who`` is the head word of the speaker's noun phrase; None with ``hearsay`` for "it is said", None without it
    where whoever spoke last goes on. ``relays`` are head words of those it was told to, who pass it on if
    they are outlets; ``quoter`` of whoever quotes the speaker, an outlet or a person.
    ``figure``: a number or a name is stated without a clause.
    """

    span: Span
    mode: Mode
    who: int | None = None
    cue: Span | None = None
    relays: tuple[int, ...] = ()
    quoter: int | None = None
    status: Status = "stated"
    polarity: Polarity = "+"
    confidence: float = 0.9
    hearsay: bool = False
    guessed: bool = False
    figure: bool = False
