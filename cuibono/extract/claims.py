"""Who says what, through whom, how surely: quotes, reported speech, and what is said in one's own turn."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Claim, Name, Reference, Turn


def attribute(
    document: Document,
    analysis: Analysis,
    names: tuple[Name, ...],
    turns: tuple[Turn, ...],
    references: tuple[Reference, ...],
) -> tuple[tuple[Claim, ...], tuple[Name, ...]]:
    """The claims in order, and the names with the unnamed sources that speak."""
    return (), names
