"""The two sides that the reading gate compares: rows by kind, names as they are compared, and counts."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
Names = frozenset[str]
_TITLE = re.compile(r"(?:the|mr|mrs|ms|dr|president|premier|judge|professor|secretary|sec|justice|general)\.? ")
_NO_NAMES: Names = frozenset()


def plain(name: str | None) -> str:
    """A name as it is compared: without case, accents, marks, a possessive or leading titles."""
    text = unicodedata.normalize("NFKD", name or "").replace("’", "'").casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"(?:'s|')$", "", text.strip())
    text = re.sub(r"[^\w]+", " ", text).strip()
    while found := _TITLE.match(text):
        text = text[found.end() :]
    return text


@dataclass
class Count:
    """What was found rightly, what was found at all, and what there was to find."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def add(self, right: float, found: float, gold: float) -> None:
        """Count one more document."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How much of what there was is found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """The counts by kind over all documents, and every error in words."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    grouped: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])  # precision, recall, mentions
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def b3(self) -> float:
        """F1 of names grouped, B-cubed over aligned mentions."""
        p, r, n = self.grouped
        return 2 * p * r / ((p + r) * n) if p + r else 0.0


class Side:
    """The rows of one document on one side, by kind, with the names that a reference stands for."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self.by[row["kind"]].append(row)
        every = self.by["entity"]
        self.known = {e["id"]: frozenset(plain(n) for n in [e["name"], *e.get("aliases", [])]) - {""} for e in every}
        self.by["entity"] = [e for e in every if not e.get("nominal")]
        self.type = {e["id"]: e.get("type") for e in self.by["entity"]}
        host = next((r["host"] for r in self.by["document"] if r.get("host")), "simone")
        self.host = str(host)

    def names(self, reference: str | Sequence[str] | None) -> Names:
        """All names of an id, of a name, or of any of a list of them."""
        if reference is None or isinstance(reference, str):
            return self.known.get(reference or "", frozenset({plain(reference)}) if reference else _NO_NAMES)
        return _NO_NAMES.union(*(self.names(r) for r in reference))


def spans(value: Any) -> list[Sequence[int]]:
    """One span or several, as several."""
    if not value:
        return []
    return [value] if isinstance(value[0], int) else list(value)


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touch(a: Any, b: Any) -> bool:
    """Whether any of the one and any of the other share a character."""
    return any(overlap(x, y) for x in spans(a) for y in spans(b))
