"""What is told of people where nothing is measured: careers, marriages, what they do as one and suffer."""

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_careers import career, shares_roof, wed
from cuibono.extract.claim_concert import by_command
from cuibono.extract.claim_dealt_with import dealt_with
from cuibono.extract.claim_view import ClaimView
from cuibono.model.claim_kind import ClaimKind


def of_people(analysis: Analysis, view: ClaimView, verb: Token | None) -> ClaimKind:
    """The kind of what people did and were, else "other"."""
    if career(analysis, view, verb):
        return "role"
    if wed(analysis, view, verb) or shares_roof(analysis, verb):
        return "tie"
    if by_command(view):
        return "coordination"
    return "treatment" if dealt_with(analysis, view) else "other"
