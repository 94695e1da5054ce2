"""Numbers with their units, and what they measure."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Amount, Name


def find(document: Document, analysis: Analysis, names: tuple[Name, ...]) -> tuple[Amount, ...]:
    """The amounts in order."""
    return ()
