"""What an export leaves out to protect sources."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Withheld:
    """How much an export leaves out to protect sources: counts, never names."""

    sources: int = 0
    findings: int = 0
    rows: int = 0
