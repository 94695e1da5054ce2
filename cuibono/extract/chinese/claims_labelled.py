"""Who speaks where a record of questions and answers says it before the words: 市长罗以宁：…, 答：….

A paragraph belongs to whom its label names, and so do those behind it up to the next label or heading, where a text has
several. 问 and 记者 ask, and claim nothing; 答 is whoever was named last before the first question.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cuibono.extract.chinese.claims_status import status
from cuibono.extract.chinese.claims_told import ASKS, EDGES
from cuibono.extract.chinese.sentences import Clause, Sentence
from cuibono.extract.chinese.words import Word
from cuibono.extract.records import Claim, Name, Span

_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=[？?])(?=答))[ \t\u3000*>-]*(?P<who>[^\n：:。！？，,“”（）()]{1,30}?)"
    r"(?:（[^）\n]{1,20}）|\([^)\n]{1,20}\))?\**[：:]\**[ \t]*(?=[^\n])"
)
_ASKING = re.compile(r"(?:问|提问|追问|Q|主持人|.{0,12}记者.{0,8}|议员提问)")
_ANSWERING = frozenset({"答", "回答", "答复", "A"})
_SEVERAL = 3  # labels of a text whose paragraphs go on with whoever spoke last
_HEADING = re.compile(r"(?:^|\n)#+ ")
_SHORTEST = 4
_SURE = 0.8


class Stretch(NamedTuple):
    """Where a label stands, what it covers, and who speaks there; nobody where somebody asks."""

    label: int
    start: int
    end: int
    who: Name | None


def stretches(view: str, names: Sequence[Name]) -> list[Stretch]:
    """What is labelled of a text, in order."""
    people = [(s, n) for n in names if n.type == "Person" for s in n.mentions]
    found = [(m, who) for m in _LABEL.finditer(view) for who in _who(view, m, people)]
    made = []
    for number, (label, who) in enumerate(found):
        stop = found[number + 1][0].start() if number + 1 < len(found) else len(view)
        line = view.find("\n", label.end(), stop)
        heading = _HEADING.search(view, label.end(), stop)
        one = line if line >= 0 else stop
        whole = heading.start() if heading else stop
        made.append(Stretch(label.start(), label.end(), whole if who and len(found) >= _SEVERAL else one, who))
    return made


def at(found: Sequence[Stretch], offset: int) -> Stretch | None:
    """The stretch in which an offset stands."""
    k = bisect_right(found, offset, key=_labelled) - 1
    return found[k] if k >= 0 and offset < found[k].end else None


def _labelled(stretch: Stretch) -> int:
    return stretch.label


def _who(view: str, label: re.Match[str], people: Sequence[tuple[Span, Name]]) -> Iterator[Name | None]:
    """Whom a label names; None where somebody asks, and nothing where it is no label."""
    who = label["who"].strip(" \t*")
    if named := next((n for s, n in people if s.end == label.end("who") and s.start >= label.start("who")), None):
        yield named
    elif who in _ANSWERING:
        before = [(s, n) for s, n in people if s.end <= _first_question(view)]
        yield from [max(before, key=lambda p: p[0])[1]] if before else []
    elif _ASKING.fullmatch(who):
        yield None
    else:  # 罗：, 罗市长：, 市长：
        mine = {n.id: n for s, n in people if _is_called(who, view[max(0, s.start - 8) : s.start], n.name)}
        yield from mine.values() if len(mine) == 1 else ()


def _is_called(who: str, before: str, name: str) -> bool:
    """Whether a name is meant by its first sign, by its post, or by both."""
    post = who[1:] if who[:1] == name[:1] else who
    return (who == name[:1]) or (len(post) >= 2 and before.endswith(post))


def _first_question(view: str) -> int:
    return next((m.start() for m in _LABEL.finditer(view) if _ASKING.fullmatch(m["who"].strip(" *"))), len(view))


def behind(line: Sequence[Word], sentence: Sentence, start: int) -> Sentence:
    """A sentence without the label that it begins with."""
    first = next((k for k in range(sentence.first, sentence.last) if line[k].start >= start), sentence.last)
    clauses = tuple(c._replace(first=max(c.first, first)) for c in sentence.clauses if c.last > first)
    clauses = clauses or (Clause(first, sentence.last, ""),)
    return sentence._replace(first=first, clauses=clauses, quotes=tuple(q for q in sentence.quotes if q.open >= first))


def whole(text: str, view: str, line: Sequence[Word], sentence: Sentence, who: Name) -> Iterator[Claim]:
    """A sentence as a claim of whom its label names; what is asked back is none."""
    said = line[sentence.first : sentence.last]
    while said and said[0].text in EDGES:
        said = said[1:]
    if any(w.text in ASKS for w in said):
        return
    while said and said[-1].text in EDGES:
        said = said[:-1]
    if said and said[-1].end - said[0].start >= _SHORTEST:
        span = Span(said[0].start, said[-1].end)
        state = status(span.of(view))
        yield Claim(span, span.of(text), who.id, who.naming, "direct", status=state, confidence=_SURE)
