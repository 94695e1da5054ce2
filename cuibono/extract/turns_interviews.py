"""Who answers in a printed interview: questions stand alone, bold or not, and its head names a guest.

No label says who speaks: what stands below a question is the answer of the one person whom the head brings in
("questions to Ada Lind", "we met Ada Lind"), or who alone is named in a head that says it is an interview. Any other
text with questions for headings is its author's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cuibono.extract.records import Span, Turn
from cuibono.extract.sections import Block, Blocks
from cuibono.extract.turns_people import People

_BOLD = re.compile(r"^(?P<mark>\*\*|__)(?!\s)(?:(?!(?P=mark)).)+(?P=mark)$", re.DOTALL)
_BROUGHT_IN = re.compile(
    r"(?i)\b(?:questions? (?:to|for)|interview(?:ed|s)?(?::| with)?|(?:conversation|talk|chat) with"
    r"|(?:talks?|talked|spoke|speaks) (?:to|with)|(?:we|i) (?:met|asked|visited|questioned)|meets?|asked"
    r"|sat down with)\s+(?:(?:the|a|an|our) )?(?:[a-z][\w'’-]* ){0,5}$"
)
_ANSWERS = re.compile(
    r"(?i)^[^.!?\n]{0,120}?\b(?:answers|answered|took|takes|replie[sd] to) (?:our|your|some|\w+ )?\s*(?:\w+ )?questions"
)
_AN_INTERVIEW = re.compile(r"(?i)\b(?:interview|questions|q ?& ?a|conversation)\b")
_LONGEST = 50  # words of a question
_LEAST = 3  # questions
_SURE = 0.85


def interview(view: str, people: People) -> list[Turn]:
    """The questions and answers of a printed interview in order; nothing where a text is none."""
    blocks = [b for b in Blocks(view).all if b.span.of(view).strip()]
    asked = [_asks(b.span.of(view)) for b in blocks]
    first = asked.index(True) if True in asked else 0
    bold = [_is_bold(b.span.of(view)) for b in blocks[first:]]
    if any(bold):  # where questions are set in bold, a question in plain letters is part of an answer
        asked = [*asked[:first], *bold]
    if first == 0 or sum(asked) < _LEAST or not _alternate(asked[first:]):
        return []
    who = _guest(view, people, Span(0, blocks[first].span.start))
    return [*_turns(view, blocks[first:], asked[first:], who)] if who else []


def _asks(text: str) -> bool:
    """Whether a paragraph is a question of an interviewer: short and at its end asked, or all of it bold."""
    bare = text.strip()
    short = len(bare.split()) <= _LONGEST
    return short and (_is_bold(bare) or (bare.rstrip("*_ ").endswith("?") and bare[:1] not in "\"“'‘>#"))


def _is_bold(text: str) -> bool:
    return _BOLD.match(text.strip()) is not None


def _alternate(asked: Sequence[bool]) -> bool:
    """Whether nearly every question is followed by an answer."""
    answered = sum(one and not other for one, other in pairwise((*asked, True)))
    return answered >= _LEAST and answered * 4 >= sum(asked) * 3


def _guest(view: str, people: People, head: Span) -> str | None:
    """Whom the head of an interview brings in, else the one person whom it names where it says that it is one."""
    named = people.people_in(head)
    for span, who in named:
        if _BROUGHT_IN.search(view[max(0, span.start - 90) : span.start]) or _ANSWERS.match(view[span.end :]):
            return who
    alone = len({who for _, who in named}) == 1
    return named[0][1] if alone and _AN_INTERVIEW.search(head.of(view)) else None


def _turns(view: str, blocks: Sequence[Block], asked: Sequence[bool], who: str) -> Iterator[Turn]:
    for block, asks in zip(blocks, asked, strict=True):
        span = _bare(view, block.span)
        if asks:
            yield Turn(span, None, "host", _SURE, None, False, block.section)
        elif block.kind == "text":
            yield Turn(span, who, "guest", _SURE, None, False, block.section)


def _bare(view: str, span: Span) -> Span:
    """A paragraph without the marks and the spaces around it."""
    text = span.of(view)
    start = span.start + len(text) - len(text.lstrip(" \t\n*_"))
    return Span(start, max(start, span.end - (len(text) - len(text.rstrip(" \t\n*_")))))
