"""What is said once: a statement together with one piece of evidence for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One statement with the piece of evidence that makes it: who says so, where, how surely."""

    entity: str
    schema: str
    prop: str
    value: str
    seq: int
    asserted_by: str
    standing: str
    rule: str = ""
    status: str = "stated"
    polarity: str = "+"
    confidence: float | None = None
