"""Who founded, holds or joined what in Chinese text."""

import re
from collections.abc import Iterator

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_scene import Draft, Scene, modifies, subject_of, ties_words
from cuibono.extract.records import Span

_SHARE = re.compile(r"(\d+(?:\.\d+)?)%|百分之([一二三四五六七八九十百]+)")
_LONGEST = 14  # words between the ends of a tie


def doing(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """甲创办乙公司, 甲持有乙公司三成股权, 甲加入乙."""
    verb = reader.word(at)
    clause = sentence.clause_at(at)
    target = at + 1
    while target < clause.last and reader.word(target) in ("了", "过", "“", "的"):
        target += 1
    held = reader.name(target, "Organization", "Group", "Product")
    if held is None:
        if verb in ties_words("found"):
            yield from _founded_by(reader, clause.first, at)
        return
    behind = reader.word(reader.after(target))
    subjects = [
        k
        for k in range(clause.first, at)
        if reader.name(k, "Person", "Organization") and not modifies(reader, k, joined=False)
    ]
    if not subjects and (carried := subject_of(reader, sentence, clause.first, clause.first, "Person", "Organization")):
        subjects = [carried[1]]
    if verb in ties_words("hold") and behind == "的" and not _of_shares(reader, target, clause.last):
        return
    if verb in ties_words("hold") and len(subjects) > 1:
        return
    for k in subjects[:2]:
        if at - k > _LONGEST:
            continue
        subject = reader.at[reader.line[k].start].id
        if verb in ties_words("found"):
            yield Draft("founded", subject, held.id, k, target, "zh.founded")
        elif verb in ties_words("join"):
            yield Draft("member_of", subject, held.id, k, target, "zh.joined")
        else:
            share = _shared(reader, target, clause.last)
            yield Draft("owns_controls", subject, held.id, k, target, "zh.owns", None, False, share)


def _founded_by(reader: Scene, first: int, at: int) -> Iterator[Draft]:
    """乙公司由甲创办."""
    by = next((k for k in range(first, at) if reader.word(k) == "由"), None)
    if by is None or at - by > _LONGEST:
        return
    bodies = [k for k in range(first, by) if reader.name(k, "Organization") and not modifies(reader, k)]
    if len(bodies) != 1:
        return
    for k in range(by + 1, at):
        if (who := reader.name(k, "Person")) is not None:
            yield Draft("founded", who.id, reader.at[reader.line[bodies[0]].start].id, bodies[0], k, "zh.founded_by")


def _of_shares(reader: Scene, at: int, last: int) -> bool:
    return any(reader.word(k) in ties_words("shares") for k in range(at, min(last, at + 10)))


def _shared(reader: Scene, at: int, last: int) -> tuple[float, float] | None:
    if not _of_shares(reader, at, last):
        return None
    span = Span(reader.line[at].start, reader.line[last - 1].end)
    found = _SHARE.search(span.of(reader.text))
    if not found or not found[1]:
        return None
    share = float(found[1]) / 100
    return (share, share) if share <= 1 else None
