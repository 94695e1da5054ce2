"""What pronouns and descriptions stand for, within a paragraph and the one before."""

from bisect import bisect_right
from collections.abc import Sequence

from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.document import Document
from cuibono.extract.records import Name, Reference, Span, Turn
from cuibono.extract.references_described import Described
from cuibono.extract.references_pairs import Pairs
from cuibono.extract.references_people import genders
from cuibono.extract.references_pronouns import Pronouns
from cuibono.extract.references_scene import Scene

_MY = frozenset({"i", "me", "my", "mine", "myself"})


def resolve(
    document: Document, analysis: Analysis, names: tuple[Name, ...], turns: tuple[Turn, ...]
) -> tuple[Reference, ...]:
    """The references that can be told, in order; what is open between two names stays out."""
    scene = Scene(analysis, names, [t.label for t in turns if t.label is not None])
    speakers = _Speakers(turns, names)
    pronouns = Pronouns(scene, genders(analysis, names), speakers.id_at)
    described = Described(scene, pronouns.genders)
    pairs = Pairs(scene)
    found: list[Reference] = []
    for token in analysis.tokens:
        if scene.over(token.i) is not None:
            continue
        for name in pairs.meaning(token):
            found.append(Reference(token.span, token.span.of(document.text), name.id, 0.7))
        told = _told(token, pronouns, described, speakers, quoted=scene.quoted(token.i))
        if told is not None:
            name, sure, span = told
            found.append(Reference(span, span.of(document.text), name.id, sure))
    return tuple(found)


def _told(
    token: Token, pronouns: Pronouns, described: Described, speakers: "_Speakers", *, quoted: bool
) -> tuple[Name, float, Span] | None:
    low = token.text.lower()
    if low in _MY and token.pos != "NOUN":  # "the coal mine" is nobody's
        mine = speakers.at(token.start) if not quoted else None
        return (*mine, token.span) if mine is not None else None
    if low in ("the", "this"):
        return described.meaning(token)
    found = pronouns.meaning(token)
    return (*found, token.span) if found is not None else None


class _Speakers:
    """Who speaks at an offset: the I of a turn."""

    def __init__(self, turns: Sequence[Turn], names: Sequence[Name]) -> None:
        self._turns = sorted(turns, key=lambda t: t.span)
        self._starts = [t.span.start for t in self._turns]
        self._names = {n.id: n for n in names}

    def id_at(self, offset: int) -> str | None:
        """The id of the speaker over an offset."""
        found = self.at(offset)
        return found[0].id if found is not None else None

    def at(self, offset: int) -> tuple[Name, float] | None:
        """The speaker of the turn over an offset, and how sure that is."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._turns[at].span.end:
            return None
        turn = self._turns[at]
        name = self._names.get(turn.speaker or "")
        return (name, round(0.97 * turn.confidence, 3)) if name is not None else None
