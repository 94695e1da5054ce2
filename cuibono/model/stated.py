"""Where a claim is stated, and through whom it got there: what its independence of other statements is told from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of one place where a claim stands.

    ``own`` says that nobody is quoted there. ``outlet``, ``author`` and ``published`` are of the source; ``speaker_id``
    is the entity that the speaker is, where the case has one. ``digest`` is the same for the same whole text,
    ``paragraph`` holds the words around the claim. ``row`` says that it is the row of a table, whose outlet tells who
    made the table and not who published the claim. ``owners`` names the owners of outlets and firms, as names are
    compared.
    """

    own: bool = False
    outlet: str = ""
    author: str = ""
    published: str = ""
    speaker_id: str = ""
    digest: str = ""
    paragraph: str = ""
    row: bool = False
    owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
