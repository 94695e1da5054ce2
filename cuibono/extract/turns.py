"""Who speaks where in a transcript: labelled turns, narration, clips, and voices that must be inferred."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Name, Turn


def segment(
    document: Document, analysis: Analysis, names: tuple[Name, ...]
) -> tuple[tuple[Turn, ...], tuple[Name, ...]]:
    """The turns in order, and the names with those that only a label tells."""
    return (), names
