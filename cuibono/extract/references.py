"""What pronouns and descriptions stand for, within a paragraph and the one before."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Name, Reference, Turn


def resolve(
    document: Document, analysis: Analysis, names: tuple[Name, ...], turns: tuple[Turn, ...]
) -> tuple[Reference, ...]:
    """The references that can be told, in order; what is open between two names stays out."""
    return ()
