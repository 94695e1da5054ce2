"""Who holds which post in Chinese text: titles before a name, verbs of office, members."""

from collections.abc import Iterator

from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_scene import Draft, Scene, subject_of, ties_words
from cuibono.extract.lexicon import words
from cuibono.extract.records import Name


def titled(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """某集团董事长某某, 某省前省长某某, 公司总监某某."""
    k = at - 1
    if reader.word(k) == "的" and reader.line[k - 1].kind == "title":
        if not _served_before(reader, sentence, k - 1):
            return
        k -= 1
    while k >= sentence.first and (reader.line[k].kind == "title" or reader.word(k) in ties_words("former") | {"委员"}):
        k -= 1
    titles = [w for w in reader.line[k + 1 : at] if w.kind == "title" or w.text == "委员"]
    if not titles:
        return
    role = "".join(w.text for w in titles)
    first = k + 1
    if reader.word(k) == "的":
        first = k
    body = reader.before(first) if first > sentence.first else None
    person = reader.at[reader.line[at].start].id
    if body is not None and (held := reader.name(body, "Organization", "Location", "Group")):
        yield from _post(person, held, role, body, at, "zh.title")
    elif reader.word(k) in words("chinese_speech", "bodies_back") and _body_so_far(reader, sentence, k):
        named = next(n for n in [_body_so_far(reader, sentence, k)] if n)
        yield from _post_by_id(person, named, role, k, at, "zh.title_of_it", True)


def _served_before(reader: Scene, sentence: Sentence, at: int) -> bool:
    """Whether a verb of office opens the clause that describes somebody: 现任某会副主任的某某."""
    since = max(sentence.clause_at(at).first, at - 6)
    return any(reader.word(k) in ties_words("serve") or reader.word(k) in ("曾", "任") for k in range(since, at))


def _body_so_far(reader: Scene, sentence: Sentence, at: int) -> str | None:
    """The only body that a word can mean: of its kind in the text so far, of the sentence, of the sentence before."""
    kind = reader.word(at)
    alike = reader.bodies.get(kind, set())
    if len(alike) == 1:
        return next(iter(alike))
    inside = {n.id for a in range(sentence.first, at) if (n := reader.name(a, "Organization")) and not is_press(n)}
    if len(inside) > 1:
        return None
    return next(iter(inside), reader.last_body)


def is_press(name: Name) -> bool:
    """Whether a body is a paper, an agency or a broadcaster."""
    return name.name.endswith(tuple(ties_words("press")))


def _post(person: str, held: Name, role: str, first: int, last: int, rule: str) -> Iterator[Draft]:
    if held.type == "Location" and not role.endswith(tuple(ties_words("offices"))):
        return
    yield from _post_by_id(person, held.id, role, first, last, rule, False)


def _post_by_id(person: str, held: str, role: str, first: int, last: int, rule: str, referred: bool) -> Iterator[Draft]:
    if role in words("chinese_titles", "founders"):
        yield Draft("founded", person, held, first, last, rule + ".founder", role, referred)
    elif role in words("chinese_titles", "owners"):
        yield Draft("owns_controls", person, held, first, last, rule + ".owner", role, referred)
    elif role not in words("chinese_titles", "no_post"):
        yield Draft("role", person, held, first, last, rule, role, referred)


def serving(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """某某曾任某集团董事, 某某是某派成员; the title ends the clause."""
    follows = reader.word(at + 1)
    if follows and (follows not in "，。、；！？" or not follows):
        return
    first = at
    while reader.line[first - 1].kind == "title" and first - 1 > sentence.first:
        first -= 1
    gap = first - 1 if reader.word(first - 1) in ("的", "核心") else first
    gap = gap - 1 if reader.word(gap - 1) in ("的", "前", "原") else gap
    body = reader.before(gap)
    if body is None or body <= sentence.first:
        return
    clause = sentence.clause_at(at)
    office = ties_words("serve") | ties_words("served_as")
    verb = next((k for k in range(body - 1, max(clause.first - 1, body - 4), -1) if reader.word(k) in office), None)
    if verb is None:
        return
    subject = subject_of(reader, sentence, clause.first, verb)
    held = reader.name(body, "Organization", "Location", "Group")
    if subject is None or held is None:
        return
    role = "".join(w.text for w in reader.line[first : at + 1])
    if role in ("成员", "核心成员") or held.type == "Group":
        yield Draft("member_of", subject[0], held.id, subject[1], at, "zh.member", role)
    elif reader.word(verb) in ties_words("serve") or role not in words("chinese_titles", "no_post"):
        yield from _post(subject[0], held, role, subject[1], at, "zh.serves_as")
