"""Claims that say the same are one row of the docket: how many independent sources it has, and why it needs care."""

from collections.abc import Collection, Iterable, Sequence

from cuibono.case.docket.words import agent_first
from cuibono.extract import claim_groups
from cuibono.extract.claim_groups import topic
from cuibono.extract.claim_sources import NAMELESS, counted
from cuibono.extract.claim_sources_words import reasons
from cuibono.extract.claim_words import listed, tokens, voice
from cuibono.model.docket import Asked, Corroborated

__all__ = ["corroborated", "grouped", "marks", "topic", "voices"]

#: Lists of words that a grouping looks over, and that a test does not: of votes or of capital, first or vice.
_TELLING = ("votes", "degree", "ranks")


def grouped(asked: Iterable[Asked], recorders: Collection[str] = ()) -> tuple[list[list[Asked]], list[tuple[int, ...]]]:
    """Claims in rows, and for each row the numbers of those against it, as ``claims.corroboration`` groups them.

    Those who say the same with another number, or of votes and not of capital, have rows of their own: records may
    bear out "78.4" and not "about 80", and what one said imprecisely must not leave open what another said. So have
    ``recorders``, who keep records: their own bear out what others say, and not what they say themselves.
    """
    rows, against = claim_groups.grouped(asked)
    parts: list[list[Asked]] = []
    parted: list[list[int]] = []
    for row in rows:
        by_detail: dict[tuple[bool, object], list[Asked]] = {}
        for claim in row:
            own = any(voice(n) in recorders for n in (claim.speaker, *claim.via))
            by_detail.setdefault((own, _detail(claim)), []).append(claim)
        by_detail = dict(sorted(by_detail.items(), key=lambda part: part[0][0]))  # others first: they keep the id
        parted.append([len(parts) + n for n in range(1, len(by_detail) + 1)])
        parts += by_detail.values()
    told = [tuple(n for other in against[at] for n in parted[other - 1]) for at, p in enumerate(parted) for _ in p]
    return parts, told


def _detail(claim: Asked) -> object:
    """What a test may tell apart in claims that are grouped: who holds whom, too, where both are named the same way."""
    words = set(tokens(claim.words))
    telling = frozenset(w for name in _TELLING for w in words & listed(name))
    first, _ = agent_first(claim) if claim.kind in ("ownership", "control") else (None, None)
    return claim.low, claim.high, claim.qualifier, telling, first and first.name


def voices(claims: Sequence[Asked]) -> int:
    """How many independent sources there are, as ``claims.corroboration`` counts them."""
    return counted(claims)[1].count


def corroborated(claims: Sequence[Asked]) -> Corroborated:
    """How many independent sources of how many there are, between which ends, and why the others are none."""
    relied, found = counted(claims)
    return Corroborated(found.count, found.stated, found.low, found.high, tuple(reasons(relied, found)))


def marks(claims: Sequence[Asked], sources: dict[str, str], sure: int = 0) -> tuple[str, ...]:
    """Why a row needs care: it rests on one voice, one outlet, on nobody with a name, or on a doubtful reading.

    ``sure`` is how many independent sources it has, where that was counted already.
    """
    found = ["one voice"] if (sure or voices(claims)) == 1 else []
    found += ["one outlet"] if len({_outlet(c, sources) for c in claims}) == 1 else []
    found += ["anonymous only"] if all(c.speaker_kind in NAMELESS for c in claims) else []
    found += ["proposed"] if all(c.standing == "proposed" for c in claims) else []
    return tuple(found)


def _outlet(claim: Asked, sources: dict[str, str]) -> str:
    """Where it was published: of a row of a table what the row says, else who made the table."""
    row = claim.stated is not None and claim.stated.row
    return voice(claim.via[0] if row and claim.via else sources.get(claim.key[0], claim.key[0]))
