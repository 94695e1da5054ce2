"""What is known of an entity that may be matched, and what sort of thing it is."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from cuibono.match.forms import Kind
from cuibono.match.words import core_of
from cuibono.model.schemata import SchemaSpec, schema

PERSON, BODY, THING, PLACE = 1, 2, 4, 8
KINDS: dict[int, Kind] = {PERSON: "person", BODY: "body", THING: "thing", PLACE: "thing"}
#: Names of one entity that are compared, its name before its aliases.
MOST_NAMES = 6
#: A neighbour of more than so many is no sign that two of them are the same.
MOST_TIES = 50
_NEVER = ("Document", "Event", "Position", "Interval", "Note", "Mention", "Page", "Contract", "Identification")
_VAGUE = "LegalEntity"
_NOTHING: frozenset[Any] = frozenset()


@dataclass(slots=True)
class Known:
    """What is known of one entity; days are counted from the year 1, None where they are open.

    ``tables`` are the bulk tables in whose rows it stands, ``rows`` how many these are. What is empty is shared by
    all, so that an entity of which little is known takes little room; so sets are replaced, never added to.
    """

    id: str
    schemata: Set[str] = _NOTHING
    names: list[str] = field(default_factory=list)
    aliases: Sequence[str] = ()
    start: tuple[int | None, int | None] | None = None
    end: tuple[int | None, int | None] | None = None
    start_words: Sequence[str] = ()
    end_words: Sequence[str] = ()
    identifiers: Set[tuple[str, str]] = _NOTHING
    countries: Set[str] = _NOTHING
    addresses: Set[str] = _NOTHING
    ties: Set[str] = _NOTHING
    statements: int = 0
    tables: Set[str] = _NOTHING
    rows: int = 0

    @property
    def mask(self) -> int:
        """What sorts of thing it can be, as bits; whatever is said more exactly counts.

        Of whom only a name is known that ends in a legal form, that is a body.
        """
        found = 0
        for name in self.schemata:
            if name != _VAGUE or len(self.schemata) == 1:
                found |= mask_of(name)
        return BODY if found == PERSON | BODY and any(core_of(n)[1] for n in self.names) else found

    @property
    def called(self) -> list[str]:
        """The names that are compared, its name before its aliases."""
        return list(dict.fromkeys([*self.names, *self.aliases]))[:MOST_NAMES]

    @property
    def schema(self) -> str:
        """Its schema, the most special one where sources give several."""
        return max(sorted(self.schemata), key=lambda n: len(spec.parents) if (spec := schema(n)) else 0)


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a case that may be matched, and what was left out, in words."""

    known: Sequence[Known]
    left_out: tuple[str, ...] = ()


@cache
def mask_of(name: str) -> int:
    """What sort of thing a schema is, 0 for what is never matched."""
    spec = schema(name)
    if spec is None or spec.is_edge or not spec.is_a("Thing") or any(spec.is_a(n) for n in _NEVER):
        return 0
    return _sort(spec)


def _sort(spec: SchemaSpec) -> int:
    if spec.is_a("Person"):
        return PERSON
    if spec.name == "LegalEntity":
        return PERSON | BODY
    if spec.is_a("LegalEntity"):
        return BODY
    return PLACE if spec.is_a("Address") else THING


def related(one: str, other: str) -> str:
    """How two schemata stand to each other: same, kin (one is the other's parent, or neither says much), apart."""
    if one == other:
        return "kin" if one == _VAGUE else "same"
    first, second = schema(one), schema(other)
    kin: Any = first and second and (first.is_a(other) or second.is_a(one))
    return "kin" if kin else "apart"
