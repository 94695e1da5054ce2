"""Who stands how to whom in Chinese text, where the wording leaves no doubt: posts, kin, founding, owning, seats."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cuibono.extract.chinese.script import simplified
from cuibono.extract.chinese.sentences import Sentence
from cuibono.extract.chinese.ties_kin import kin_of
from cuibono.extract.chinese.ties_scene import Draft, Scene, modifies, subject_of
from cuibono.extract.chinese.words import Word
from cuibono.extract.lexicon import words
from cuibono.extract.records import Claim, Name, Span, Tie

_FORMER = frozenset(
    ["前", "原", "时任", "现任", "前任", "兼", "现", "新任", "首任", "第一任", "代理", "名誉", "已故", "候任", "、"]
)
_SERVE = frozenset(
    [
        "任",
        "担任",
        "出任",
        "接任",
        "就任",
        "当选",
        "调任",
        "转任",
        "升任",
        "兼任",
        "任职",
        "历任",
        "现任",
        "时任",
        "现为",
        "晋升",
        "升为",
        "获任",
        "获选",
        "当",
        "出掌",
        "接掌",
    ]
)
_SERVED_AS = frozenset(["是", "为", "系"])
_FOUND = frozenset(["创办", "创立", "成立", "创建", "组建", "建立", "创设", "开办", "共同创办", "共同创立"])
_HOLD = frozenset(
    ["持有", "拥有", "控制", "控股", "掌控", "操控", "全资拥有", "实际控制", "收购", "买下", "入股", "持股"]
)
_JOIN = frozenset(["加入", "参加", "投靠", "隶属"])
_NOT = frozenset(["不是", "并非", "不", "没有", "未", "未曾", "从未", "否认", "并不"])
_MODAL = frozenset(["将", "可能", "或", "或将", "也许", "有望", "预计", "拟", "打算", "计划", "会", "即将", "传"])
_IF = ("如果", "若", "假如", "一旦", "要是", "倘若")
_OFFICES = (
    "长",
    "书记",
    "主席",
    "总统",
    "总理",
    "首相",
    "委员",
    "司令",
    "主任",
    "政委",
    "特首",
    "大使",
    "代表",
    "议员",
    "督",
    "秘书",
)
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%|百分之([一二三四五六七八九十百]+)")
_LONGEST = 14  # words between the ends of a tie


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
                found.append(_tie(reader, sentence, draft, said))
        _remember(reader, sentence)
    return tuple(dict.fromkeys(found))


def _remember(reader: Scene, sentence: Sentence) -> None:
    people = [n for a in range(sentence.first, sentence.last) if (n := reader.name(a, "Person"))]
    named = [n for a in range(sentence.first, sentence.last) if (n := reader.name(a, "Organization"))]
    for name in named:
        for size in (2, 3):
            reader.bodies.setdefault(simplified(name.name)[-size:], set()).add(name.id)
    bodies = [n for n in named if not _press(n)]
    reader.last_person = people[0].id if people else None
    reader.last_body = bodies[0].id if len({b.id for b in bodies}) == 1 else None


def _drafts(reader: Scene, sentence: Sentence) -> Iterator[Draft]:
    for at in range(sentence.first, sentence.last):
        if reader.name(at, "Person"):
            yield from _titled(reader, sentence, at)
            yield from kin_of(reader, sentence, at)
        if reader.line[at].kind == "title" or reader.word(at) in ("委员", "成员"):
            yield from _serving(reader, sentence, at)
        if reader.word(at) in _FOUND | _HOLD | _JOIN:
            yield from _doing(reader, sentence, at)
        if reader.word(at) in ("位于", "设在", "住在", "设于", "坐落", "定居", "居住") or _lives(reader, at):
            yield from _seated(reader, sentence, at)
        if reader.word(at) in ("毕业", "毕业于", "就读于", "就读"):
            yield from _taught(reader, sentence, at)


def _titled(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """某集团董事长某某, 某省前省长某某, 公司总监某某."""
    k = at - 1
    if reader.word(k) == "的" and reader.line[k - 1].kind == "title":
        if not _served_before(reader, sentence, k - 1):
            return
        k -= 1
    while k >= sentence.first and (reader.line[k].kind == "title" or reader.word(k) in _FORMER | {"委员"}):
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
    return any(reader.word(k) in _SERVE or reader.word(k) in ("曾", "任") for k in range(since, at))


def _body_so_far(reader: Scene, sentence: Sentence, at: int) -> str | None:
    """The only body that a word can mean: of its kind in the text so far, of the sentence, of the sentence before."""
    kind = reader.word(at)
    alike = reader.bodies.get(kind, set())
    if len(alike) == 1:
        return next(iter(alike))
    inside = {n.id for a in range(sentence.first, at) if (n := reader.name(a, "Organization")) and not _press(n)}
    if len(inside) > 1:
        return None
    return next(iter(inside), reader.last_body)


def _press(name: Name) -> bool:
    return name.name.endswith(("报", "報", "社", "台", "臺", "网", "網", "周刊", "週刊"))


def _post(person: str, held: Name, role: str, first: int, last: int, rule: str) -> Iterator[Draft]:
    if held.type == "Location" and not role.endswith(_OFFICES):
        return
    yield from _post_by_id(person, held.id, role, first, last, rule, False)


def _post_by_id(person: str, held: str, role: str, first: int, last: int, rule: str, referred: bool) -> Iterator[Draft]:
    if role in words("chinese_titles", "founders"):
        yield Draft("founded", person, held, first, last, rule + ".founder", role, referred)
    elif role in words("chinese_titles", "owners"):
        yield Draft("owns_controls", person, held, first, last, rule + ".owner", role, referred)
    elif role not in words("chinese_titles", "no_post"):
        yield Draft("role", person, held, first, last, rule, role, referred)


def _serving(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
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
    verb = next(
        (k for k in range(body - 1, max(clause.first - 1, body - 4), -1) if reader.word(k) in _SERVE | _SERVED_AS), None
    )
    if verb is None:
        return
    subject = subject_of(reader, sentence, clause.first, verb)
    held = reader.name(body, "Organization", "Location", "Group")
    if subject is None or held is None:
        return
    role = "".join(w.text for w in reader.line[first : at + 1])
    if role in ("成员", "核心成员") or held.type == "Group":
        yield Draft("member_of", subject[0], held.id, subject[1], at, "zh.member", role)
    elif reader.word(verb) in _SERVE or role not in words("chinese_titles", "no_post"):
        yield from _post(subject[0], held, role, subject[1], at, "zh.serves_as")


def _doing(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """甲创办乙公司, 甲持有乙公司三成股权, 甲加入乙."""
    verb = reader.word(at)
    clause = sentence.clause_at(at)
    target = at + 1
    while target < clause.last and reader.word(target) in ("了", "过", "“", "的"):
        target += 1
    held = reader.name(target, "Organization", "Group", "Product")
    if held is None:
        if verb in _FOUND:
            yield from _founded_by(reader, clause.first, at)
        return
    behind = reader.word(reader.after(target))
    subjects = [
        k
        for k in range(clause.first, at)
        if reader.name(k, "Person", "Organization") and not _modifies_subject(reader, k)
    ]
    if not subjects and (carried := subject_of(reader, sentence, clause.first, clause.first, "Person", "Organization")):
        subjects = [carried[1]]
    if verb in _HOLD and behind == "的" and not _of_shares(reader, target, clause.last):
        return
    if verb in _HOLD and len(subjects) > 1:
        return
    for k in subjects[:2]:
        if at - k > _LONGEST:
            continue
        subject = reader.at[reader.line[k].start].id
        if verb in _FOUND:
            yield Draft("founded", subject, held.id, k, target, "zh.founded")
        elif verb in _JOIN:
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


def _modifies_subject(reader: Scene, at: int) -> bool:
    after = reader.word(reader.after(at))
    return after in ("的", "之") or reader.word(at - 1) in (
        "在",
        "对",
        "向",
        "给",
        "被",
        "为",
        "由",
        "从",
        "据",
        "通过",
    )


def _of_shares(reader: Scene, at: int, last: int) -> bool:
    return any(reader.word(k) in ("股权", "股份", "股票", "权益") for k in range(at, min(last, at + 10)))


def _shared(reader: Scene, at: int, last: int) -> tuple[float, float] | None:
    if not _of_shares(reader, at, last):
        return None
    span = Span(reader.line[at].start, reader.line[last - 1].end)
    found = _SHARE.search(span.of(reader.text))
    if not found or not found[1]:
        return None
    share = float(found[1]) / 100
    return (share, share) if share <= 1 else None


def _lives(reader: Scene, at: int) -> bool:
    return reader.word(at) == "住" and reader.word(at + 1) == "在"


def _seated(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """总部位于某地的某公司, 某公司总部设在某地, 住在某地的某人."""
    place = at + 1 if reader.word(at + 1) != "在" else at + 2
    spot = reader.name(place, "Location")
    if spot is None:
        return
    after = reader.after(place)
    while (finer := reader.name(after, "Location")) is not None:
        spot, after = finer, reader.after(after)
    kinds = ("Person",) if reader.word(at) in ("住", "住在", "定居", "居住") else ("Organization",)
    if reader.word(after) == "的" and (who := reader.name(after + 1, *kinds)) is not None:
        yield Draft("located_in", who.id, spot.id, place, after + 1, "zh.seat")
        return
    clause = sentence.clause_at(at)
    subject = subject_of(reader, sentence, clause.first, at, *kinds)
    headed = any(w.text == "总部" for w in reader.line[clause.first : at])
    if subject is not None and (headed or kinds == ("Person",) or reader.word(at) == "位于"):
        yield Draft("located_in", subject[0], spot.id, subject[1], place, "zh.seat")


def _taught(reader: Scene, sentence: Sentence, at: int) -> Iterator[Draft]:
    """某某毕业于某大学."""
    school = at + 1 if reader.word(at + 1) != "于" else at + 2
    held = reader.name(school, "Organization")
    clause = sentence.clause_at(at)
    subject = subject_of(reader, sentence, clause.first, at)
    if (
        held is not None
        and subject is not None
        and held.name.endswith(("大学", "大學", "学院", "學院", "党校", "黨校", "中学", "中學"))
    ):
        yield Draft("educated_at", subject[0], held.id, subject[1], school, "zh.educated")


def _begin(claim: Claim) -> int:
    return claim.span.start


def _tie(reader: Scene, sentence: Sentence, draft: Draft, claims: Sequence[Claim]) -> Tie:
    span = Span(reader.line[sentence.first].start, reader.line[sentence.last - 1].end)
    here = Span(reader.line[min(draft.first, draft.last)].start, reader.line[max(draft.first, draft.last)].end)
    near = claims[max(0, bisect_right(claims, here.start, key=_begin) - 3) :][:4]
    inside = next((c for c in near if here.within(c.span)), None)
    clause = sentence.clause_at(draft.last)
    local = [w.text for w in reader.line[min(clause.first, draft.first) : clause.last]]
    negated = not _NOT.isdisjoint(local) or (inside is not None and inside.polarity == "-")
    question = reader.word(sentence.last - 1) in ("？", "?")
    supposed = any(w in _IF for w in local) or (inside is not None and inside.status == "hypothetical")
    modal = not _MODAL.isdisjoint(local)
    between = [
        a
        for a in range(min(draft.first, draft.last) + 1, max(draft.first, draft.last))
        if reader.line[a].start in reader.at
    ]
    features = {
        "words_between": float(max(0, abs(draft.last - draft.first) - 1)),
        "mentions_between": float(len(between)),
        "same_clause": float(sentence.clause_at(draft.first) == clause),
        "by_reference": float(draft.referred),
        "negated": float(negated),
        "modal": float(modal),
        "question": float(question),
        "hypothetical": float(supposed),
        "reported": float(inside is not None),
        "listed": float(any(w == "、" for w in local)),
        "type_fit": 1.0,
        "surface": 1.0,
        "sentence_words": float(sentence.last - sentence.first),
    }
    status = "hypothetical" if supposed else "forecast" if modal else inside.status if inside else "stated"
    return Tie(
        draft.type, draft.subject, draft.object, span, span.of(reader.text), draft.rule, draft.role,
        share=draft.share, status=status, polarity="-" if negated else "+",
        asserted_by=inside.speaker if inside else None, features=tuple(features.items()),
    )  # fmt: skip
