"""Where names stand in the text: people, organisations, places, products, events and groups."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import EntityType, Mention, Span

_TYPES: dict[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Location",
    "PRODUCT": "Product", "EVENT": "Event",
}  # fmt: skip


def find(document: Document, analysis: Analysis) -> tuple[Mention, ...]:
    """All mentions in order, none inside another."""
    found = [(Span(g.start, g.end), _TYPES[g.label]) for g in analysis.guesses if g.label in _TYPES]
    return tuple(Mention(span, span.of(document.text), kind) for span, kind in found)
