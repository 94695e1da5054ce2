"""Who stands how to whom in Chinese text, where the wording leaves no doubt: posts, kin, founding, owning, seats."""

from collections.abc import Iterator, Sequence

from cuibono.extract.chinese.script import simplified
from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_doing import doing
from cuibono.extract.chinese.ties_kin import kin_of
from cuibono.extract.chinese.ties_places import lives_in, seated, taught
from cuibono.extract.chinese.ties_posts import is_press, serving, titled
from cuibono.extract.chinese.ties_scene import Draft, Scene, ties_words
from cuibono.extract.chinese.ties_weighed import weighed
from cuibono.extract.chinese.words import Word
from cuibono.extract.records import Claim, Name, Tie


def find(
    text: str, line: Sequence[Word], told: Sequence[Sentence], names: Sequence[Name], claims: Sequence[Claim]
) -> tuple[Tie, ...]:
    """The ties, each with what its confidence is to be weighed by."""
    spans = [(s, n) for n in names if not n.unnamed for s in n.mentions]
    reader = Scene(text, line, {s.start: n for s, n in spans}, {s.start: s.end for s, _ in spans})
    found: list[Tie] = []
    said = sorted(claims, key=lambda c: c.span)
    for sentence in told:
        for draft in _drafts(reader, sentence):
            if draft.subject != draft.object:
                found.append(weighed(reader, sentence, draft, said))
        _remember(reader, sentence)
    return tuple(dict.fromkeys(found))


def _remember(reader: Scene, sentence: Sentence) -> None:
    people = [n for a in range(sentence.first, sentence.last) if (n := reader.name(a, "Person"))]
    named = [n for a in range(sentence.first, sentence.last) if (n := reader.name(a, "Organization"))]
    for name in named:
        for size in (2, 3):
            reader.bodies.setdefault(simplified(name.name)[-size:], set()).add(name.id)
    bodies = [n for n in named if not is_press(n)]
    reader.last_person = people[0].id if people else None
    reader.last_body = bodies[0].id if len({b.id for b in bodies}) == 1 else None


def _drafts(reader: Scene, sentence: Sentence) -> Iterator[Draft]:
    for at in range(sentence.first, sentence.last):
        if reader.name(at, "Person"):
            yield from titled(reader, sentence, at)
            yield from kin_of(reader, sentence, at)
        if reader.line[at].kind == "title" or reader.word(at) in ("委员", "成员"):
            yield from serving(reader, sentence, at)
        if reader.word(at) in ties_words("found") | ties_words("hold") | ties_words("join"):
            yield from doing(reader, sentence, at)
        if reader.word(at) in ties_words("sits") or lives_in(reader, at):
            yield from seated(reader, sentence, at)
        if reader.word(at) in ties_words("learns"):
            yield from taught(reader, sentence, at)
