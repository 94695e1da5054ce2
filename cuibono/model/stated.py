"""Where a claim is stated, and through whom it got there: what its independence of other statements is told from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns which outlet or firm: ``of`` gives the owners of each, as names are compared; ``names`` as printed."""

    of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


NO_OWNERS = Owners()


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of one place where a claim stands.

    ``own`` says that nobody is quoted there. ``outlet``, ``author`` and ``published`` are of the source; ``speaker_id``
    is the entity that the speaker is, where the case has one. ``digest`` is the same for the same whole text,
    ``paragraph`` holds the words around the claim. ``row`` says that it is the row of a table, whose outlet tells who
    made the table and not who published the claim. ``owners`` are those that the case knows.
    """

    own: bool = False
    outlet: str = ""
    author: str = ""
    published: str = ""
    speaker_id: str = ""
    digest: str = ""
    paragraph: str = ""
    row: bool = False
    owners: Owners = NO_OWNERS
