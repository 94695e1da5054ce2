"""Which mentions in one document are written for the same one."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Mention, Name


def group(document: Document, analysis: Analysis, mentions: tuple[Mention, ...]) -> tuple[Name, ...]:
    """The names of a document, each with all its mentions."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.quote.casefold(), []).append(mention)
    return tuple(
        Name(f"n{at}", ms[0].quote, ms[0].type, tuple(m.span for m in ms), (ms[0].quote,))
        for at, ms in enumerate(groups.values(), 1)
    )
