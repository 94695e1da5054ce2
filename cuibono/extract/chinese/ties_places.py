"""Where somebody or something is, and where somebody learned, in Chinese text."""

from collections.abc import Iterator

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_scene import Draft, Scene, subject_of, ties_words


def lives_in(reader: Scene, at: int) -> bool:
    """Whether somebody lives at what follows: 住|在."""
    return reader.word(at) == "住" and reader.word(at + 1) == "在"


def seated(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """总部位于某地的某公司, 某公司总部设在某地, 住在某地的某人."""
    place = at + 1 if reader.word(at + 1) != "在" else at + 2
    spot = reader.name(place, "Location")
    if spot is None:
        return
    after = reader.after(place)
    while (finer := reader.name(after, "Location")) is not None:
        spot, after = finer, reader.after(after)
    kinds = ("Person",) if reader.word(at) in ties_words("lives") else ("Organization",)
    if reader.word(after) == "的" and (who := reader.name(after + 1, *kinds)) is not None:
        yield Draft("located_in", who.id, spot.id, place, after + 1, "zh.seat")
        return
    clause = sentence.clause_at(at)
    subject = subject_of(reader, sentence, clause.first, at, *kinds)
    headed = any(w.text == "总部" for w in reader.line[clause.first : at])
    if subject is not None and (headed or kinds == ("Person",) or reader.word(at) == "位于"):
        yield Draft("located_in", subject[0], spot.id, subject[1], place, "zh.seat")


def taught(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """某某毕业于某大学."""
    school = at + 1 if reader.word(at + 1) != "于" else at + 2
    held = reader.name(school, "Organization")
    clause = sentence.clause_at(at)
    subject = subject_of(reader, sentence, clause.first, at)
    if held is not None and subject is not None and held.name.endswith(tuple(ties_words("schools"))):
        yield Draft("educated_at", subject[0], held.id, subject[1], school, "zh.educated")
