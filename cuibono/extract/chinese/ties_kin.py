"""Kin in Chinese text: 甲的女婿乙, 其父乙, 甲与妻子乙, 乙是甲的女婿."""

from collections.abc import Iterator

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_scene import Draft, Scene, person_so_far, subject_of
from cuibono.extract.lexicon import words

_IS = frozenset(["是", "为", "系", "不是", "并非", "就是", "正是", "也是", "并不是"])


def kin_of(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """甲的女婿乙, 其父乙, 甲与妻子乙, 乙是甲的女婿."""
    before = reader.word(at - 1)
    if before in words("chinese_titles", "kin") and at - 1 > sentence.first:
        yield from _kin_before(reader, sentence, at, before)
    elif len(before) == 2 and before[0] == "其" and before[1] in words("chinese_titles", "kin"):
        yield from _kin_of_them(reader, sentence, at, at - 1, before[1])
    yield from _is_kin(reader, sentence, at)


def _kin_before(reader: Scene, sentence: Sentence, at: int, role: str) -> Iterator[Draft]:
    """The word for kin stands right before the name; what stands before that says whose."""
    person, linked = reader.at[reader.line[at].start].id, reader.word(at - 2)
    other = reader.before(at - 2)
    whose = reader.name(other, "Person") if other is not None else None
    if linked in ("的", "之") and whose is not None and other is not None:
        yield Draft("family", person, whose.id, other, at, "zh.kin", role)
    elif linked in ("与", "和", "及", "跟") and whose is not None and other is not None:
        yield Draft("family", person, whose.id, other, at, "zh.kin_with", role)
    elif linked == "与" and (clause := sentence.clause_at(at)).first == at - 2:
        if (found := subject_of(reader, sentence, clause.first, clause.first)) is not None:
            yield Draft("family", person, found[0], found[1], at, "zh.kin_with", role, True)
    elif linked in ("其", "他", "她") or (linked == "的" and reader.word(at - 3) in ("他", "她")):
        yield from _kin_of_them(reader, sentence, at, at - 2, role)


def _kin_of_them(reader: Scene, sentence: Sentence, at: int, first: int, role: str) -> Iterator[Draft]:
    """其父乙: of the only person that can be meant."""
    if (whose := person_so_far(reader, sentence, first)) is not None:
        person = reader.at[reader.line[at].start].id
        yield Draft("family", person, whose, first, at, "zh.kin_of_them", role, True)


def _is_kin(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """乙是甲的女婿, where the clause ends with the word for kin."""
    after = reader.after(at)
    ends = reader.word(after + 2) in ("，", "。", "；", "")
    if (
        reader.word(after) not in ("的", "之")
        or reader.word(after + 1) not in words("chinese_titles", "kin")
        or not ends
    ):
        return
    clause = sentence.clause_at(at)
    verb = next((k for k in range(at - 1, clause.first, -1) if reader.word(k) in _IS), None)
    subject = subject_of(reader, sentence, clause.first, verb) if verb is not None else None
    if subject is None or verb is None or any(reader.name(k, "Person") for k in range(verb, at)):
        return
    person = reader.at[reader.line[at].start].id
    yield Draft("family", subject[0], person, subject[1], after + 1, "zh.is_kin", reader.word(after + 1))
