"""What a finding says for or against claims of a kind, so that the docket can put a claim to it."""

from dataclasses import dataclass
from typing import Literal

from cuibono.model.claim_kind import ClaimKind

EACH = "each of them"
#: Among the words of a measure: what was measured could end in one of two ways only, so that one tells the other.
EITHER = "eitherway"


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a finding bears out or speaks against: claims of which kind, about whom, in which words.

    A claim is answered by it when its kind is ``kind``, when it names one of ``about`` (ids or names; the whole of a
    name) as its subject or object, and when every other word that carries meaning in it is among ``words`` or narrows
    nothing. With ``low`` and ``high`` (in ``unit``; None: open) the claim's own number is compared with what was
    measured, and ``outcome`` counts only for a claim without a number. ``time`` is EDTF, of what was measured: a claim
    of another time is not answered, and one that says a time not by a bearing without one. In claims of control,
    ownership and ties who acts stands before whom it is done to, in ``about`` as well; of treatment, who was measured
    stands before those compared with.

    ``needs`` are words that a claim must have to be answered: one that leaves them out is of something wider. Of
    "contacts|address book" it must have either.
    ``sides`` are the two that were set against each other, the one with more of it first; a claim that compares them is
    answered whoever stands in front, and whoever it is about. ``ratio`` is how many times as often, with its interval.
    ``even``: no difference between the sides was found; the interval of ``ratio`` says how large a one is left open,
    and so do ``low`` and ``high`` for the difference where they are in points.
    ``strata`` are those within which like cases were compared; ``within`` is the one that it is of, where it is of one:
    a claim that names one is answered by no other, nor by what was found in all; ``EACH`` says that it was so in each,
    for a claim that names them all.

    It does not say that the claim is true: only what this finding measured.
    """

    kind: ClaimKind
    outcome: Literal["supported", "contradicted"]
    about: tuple[str, ...]
    words: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    time: str | None = None
    needs: tuple[str, ...] = ()
    sides: tuple[str, str] | None = None
    ratio: tuple[float, float, float] | None = None
    even: bool = False
    strata: tuple[str, ...] = ()
    within: str = ""
