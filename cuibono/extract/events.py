"""What the text dates: the date in EDTF, and the sentence that tells what happened."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Event, Name


def find(document: Document, analysis: Analysis, names: tuple[Name, ...]) -> tuple[Event, ...]:
    """The dated events in order."""
    return ()
