"""Words and sentences by marks alone: the ground of reading where no model is installed.

Runs of capitalised words that no pattern claims are offered as guesses; what they are is left to their words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cuibono.extract.analysis import Analysis, Guess, Sentence, Token
from cuibono.extract.document import Document
from cuibono.extract.lexicon import words

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_END = re.compile(r"[.!?。！？]+[\"'”’」』)\]]*(?=\s|\Z)|\n\s*\n")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|Sec|St|Inc|Ltd|Co|Corp|No|vs|Jr|Sr)|\b[A-Z])\.\Z")
_CAPITALS = re.compile(r"(?<![\w’'-])[A-Z][\w’-]+(?:[ ][A-Z][\w’-]+){1,3}")
_LONGEST = 2_000  # characters; a "sentence" without an end is cut, so that nothing later grows with its square


def analyse(document: Document, view: str) -> Analysis:
    """Cut a view of the text, as long as the text itself, into tokens and sentences; no grammar."""
    assert len(view) == len(document.text)
    tokens = tuple(
        Token(i, m.start(), m.end(), m[0], m[0].lower(), head=i) for i, m in enumerate(_TOKEN.finditer(view))
    )
    return Analysis(view, tokens, tuple(_sentences(view, tokens)), tuple(_guesses(view)), parsed=False)


def _sentences(view: str, tokens: tuple[Token, ...]) -> Iterator[Sentence]:
    first = 0
    for stop in _stops(view):
        last = first
        while last < len(tokens) and tokens[last].start < stop:
            last += 1
        if last > first:
            yield Sentence(tokens[first].start, tokens[last - 1].end, first, last)
        first = last


def _stops(view: str) -> Iterator[int]:
    """The offsets after which a new sentence begins, the end of the text the last."""
    ends = [m.end() for m in _END.finditer(view) if not _SHORT.search(view, max(0, m.end() - 8), m.end())]
    for start, end in pairwise([0, *ends, len(view)]):
        while end - start > _LONGEST:
            blank = view.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            start = blank if blank > start else start + _LONGEST
            yield start
        yield end


def _guesses(view: str) -> Iterator[Guess]:
    """Runs of two to four capitalised words: a person when the first is a given name we know, else open.

    A run at the head of a sentence counts only when it also stands inside one somewhere: "Many Officials" does not.
    """
    runs = [(m.start(), m[0]) for m in _CAPITALS.finditer(view)]
    inside = Counter(text for start, text in runs if not _opens(view, start))
    for start, text in runs:
        if text not in inside:
            continue
        first = text.split(" ", 1)[0]
        known = first in words("given", "given_name")
        yield Guess(start, start + len(text), "PERSON" if known else "WORK_OF_ART")


def _opens(view: str, start: int) -> bool:
    before = view[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in ".!?:\n" or "\n" in view[max(0, start - 2) : start]
