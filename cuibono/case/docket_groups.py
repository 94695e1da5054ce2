"""Claims that say the same are one row of the docket: how many independent voices it has, and why it needs care."""

from collections.abc import Sequence

from cuibono.case.docket_words import folded
from cuibono.extract.claim_groups import grouped, topic
from cuibono.model.docket import Asked

__all__ = ["grouped", "marks", "topic", "voices"]

_NAMELESS = ("anonymous", "nominal", "pseudonymous")


def voices(claims: Sequence[Asked]) -> int:
    """How many independent speakers there are: one relayed twice is one; those without a name are one together."""
    named = {folded(c.speaker) for c in claims if c.speaker_kind not in _NAMELESS}
    return len(named) or 1


def marks(claims: Sequence[Asked], sources: dict[str, str]) -> tuple[str, ...]:
    """Why a row needs care: it rests on one voice, one outlet, on nobody with a name, or on a doubtful reading."""
    found = ["one voice"] if voices(claims) == 1 else []
    found += ["one outlet"] if len({sources.get(c.key[0], c.key[0]) for c in claims}) == 1 else []
    found += ["anonymous only"] if all(c.speaker_kind in _NAMELESS for c in claims) else []
    found += ["proposed"] if all(c.standing == "proposed" for c in claims) else []
    return tuple(found)
