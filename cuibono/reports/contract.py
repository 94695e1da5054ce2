"""What a report gets to see: the public side of a case, and nothing else.

``store/public.py`` fills it. Whatever rests on protected material alone is not in here, and every id
was made anew for this export, so that two exports cannot be joined.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Protocol

from cuibono.model.docket import DocketLine
from cuibono.model.draft import Part
from cuibono.model.finding import Finding, Notice
from cuibono.model.passage import Passage
from cuibono.model.source import Source
from cuibono.model.stress import Stressed
from cuibono.model.withheld import Withheld as Withheld


class PublicCase(Protocol):
    """The public side of a case at one generation.

    Findings have ids F1, F2 ... and evidence that yields public passages only; sources have ids S1, S2 ...,
    and ``Passage.source`` is one of them. ``notices`` pairs a lens name with what it could not answer,
    ``docket`` has every claim with who says so and what a test of it came to; ``stress`` what becomes of a finding (F1)
    or a claim (C1) without one source (S1), outlet or speaker, as far as that is up to date. ``parts`` is what a person
    put together, in their order and with their words between; None for a report of everything.
    """

    title: str
    generation: int
    exported: datetime
    findings: tuple[Finding, ...]
    notices: tuple[tuple[str, Notice], ...]
    docket: tuple[DocketLine, ...]
    stress: tuple[Stressed, ...]
    sources: tuple[Source, ...]
    withheld: Withheld
    parts: tuple[Part, ...] | None
    not_covered: tuple[str, ...]

    def tables(self) -> list[str]:
        """Lens tables that have public rows."""
        ...

    def columns(self, table: str) -> list[str]:
        """Column names of a table, the underscore columns included; ``_source`` holds S1, S2 ..."""
        ...

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The public rows of a table."""
        ...

    def passages(self, source: str) -> Iterator[Passage]:
        """The passages of a public source, in order."""
        ...

    def statements(self) -> Iterator[dict[str, Any]]:
        """Public statements sorted by entity: entity_id, schema, prop, value, lang, sources, asserted_by."""
        ...

    def quotes(self) -> Iterator[dict[str, Any]]:
        """Who says what in public texts, by source: source, place, speaker (None: the text's own voice), quote ...

        Also ``speaker_kind``, ``mode``, ``via``, ``status`` and ``polarity``, as in the table ``quotes``.
        """
        ...
