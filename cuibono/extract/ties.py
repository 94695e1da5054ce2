"""Who stands how to whom: candidates by rules over grammar and words, with what speaks for and against each."""

from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Tie


def find(document: Document, analysis: Analysis, found: Found) -> tuple[Tie, ...]:
    """Candidates in order of their evidence; nothing hypothetical becomes a tie."""
    return ()
