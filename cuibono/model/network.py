"""A network as it is drawn: nodes with their places, lines that say how their ties stand, communities with colours."""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Node:
    """One party, or a folded community (``holds`` is how many it stands for, 1 for a party)."""

    id: str
    name: str
    kind: str
    x: float
    y: float
    community: int
    between: float
    tied: int
    holds: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """Ties of the same two, in one direction, that stand alike: their numbers, and how they stand."""

    one: str
    other: str
    ties: tuple[int, ...]
    standing: str
    status: str
    denied: bool
    undated: bool


@dataclass(frozen=True, slots=True)
class Community:
    """A community by the number of its colour, its best tied member's name, and who is in it."""

    number: int
    key: str
    name: str
    members: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, around whom (None: everybody), and how many nodes and ties were left out for want of room."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    communities: tuple[Community, ...]
    ties: tuple[int, ...]
    around: int | None
    fits: int
    parties: int

    @property
    def most_between(self) -> float:
        """How much the greatest broker lies between others."""
        return max((n.between for n in self.nodes), default=0.0)


def radius(node: Node, most: float, among: int = 1) -> float:
    """How large a node is drawn, in pixels: brokers larger, folded communities by their members, all less among many.

    >>> node = Node("a", "A", "", 0, 0, 0, 0.5, 1)
    >>> radius(node, 0.5), round(radius(node, 0.5, 5_000), 1)
    (15.0, 5.4)
    """
    size = 9 + 2.2 * sqrt(node.holds) if node.holds > 1 else 4 + 11 * sqrt(node.between / most) if most > 0 else 5.0
    return size * shrink(among)


def shrink(among: int) -> float:
    """How much smaller everything is drawn where there is much of it: whole up to 200 nodes, then less."""
    return min(1.0, max(0.36, 14.2 / sqrt(max(among, 1))))
