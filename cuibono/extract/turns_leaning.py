"""How much a sentence sounds like a guest who tells, and how much like a narrator or a host who asks."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from cuibono.extract.records import Span
from cuibono.extract.sections import count
from cuibono.extract.turns_introductions import addressed, heads, introduced, introduces_self, names_host
from cuibono.extract.turns_script import Script

_I = re.compile(r"\b(?:i|me|my|myself|mine)\b")
_WE = re.compile(r"\b(?:we|us|our|ours|ourselves)\b")
_YOU = re.compile(r"\b(?:you|your|yours)\b")
_SPOKEN_START = re.compile(r"(?:and|but|so|because|well|yes|no|yeah|oh|okay|now|that['’]s|it['’]s|you)\b")
_SHORT_FORM = re.compile(r"['’](?:s|re|ve|ll|d|m|t)\b")
_DATE_START = re.compile(
    r"(?:in|on|by|since|between) (?:the (?:early |late )?)?(?:[a-z]{3,9} )?\d{1,4}\b|today\b|meanwhile\b"
)
_HE_START = re.compile(r"(?:he|she|his|her)\b")
_ASKS = re.compile(
    r"(?:so |and |but |okay |ok |well |now |then )*(?:what|why|how|when|where|who|which|did|do|does|is|are|was|were"
    r"|can|could|would|will|have|has|let me ask|tell us|tell me)\b"
)
_DASH = re.compile(r"(?:^|\n)\s*[-–—]\s$")
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")
_QUOTE = 16  # characters: fewer between quote marks are a title or a term
_SHORT_BLOCK = 500  # characters: a question takes no more


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence on the way to its speaker.

    ``lean`` is above zero for a guest, below for the programme; ``calls`` are those whom it brings in, each with how
    strongly; ``opens`` where a paragraph begins, ``marked`` where a mark such as ">>" says that the speaker
    changes, ``quotes`` where it holds quoted words.
    """

    span: Span
    lean: float
    calls: tuple[tuple[str, float], ...]
    named: tuple[str, ...]
    addressed: tuple[str, ...]
    oneself: str | None
    host: str | None
    first_person: bool
    asks: bool
    he: bool
    opens: bool
    marked: bool
    quotes: bool


def units(script: Script, span: Span) -> list[Unit]:
    """The sentences of a stretch of text with what each tells about its speaker."""
    return list(_units(script, span))


def _units(script: Script, span: Span) -> Iterator[Unit]:
    torn = script.blocks.torn
    block = -1
    quotes: list[Span] = []
    asking = False
    at = span.start
    for sentence in script.sentences(span):
        if sentence.end <= sentence.start:
            continue
        number = script.blocks.at(sentence.start)
        opens = number != block
        if opens:
            whole = script.blocks.all[number].span
            quotes = quoted(script.view, whole)
            asking = _is_question(script.view, whole)
            block = number
        gap = script.view[at : sentence.start]
        at = sentence.end
        marked = ">>" in gap or _DASH.search(gap) is not None
        yield _unit(script, sentence, quotes, asking, opens and not torn, marked)


def _is_question(view: str, block: Span) -> bool:
    text = block.of(view)
    return len(text) < _SHORT_BLOCK and text.endswith("?") and _YOU.search(text.lower()) is not None


def quoted(view: str, block: Span) -> list[Span]:
    """The stretches of a paragraph between double quote marks, the marks included."""
    return [Span(m.start(), m.end()) for m in _QUOTED.finditer(view, block.start, block.end)]


def _unit(script: Script, span: Span, quotes: list[Span], asking: bool, opens: bool, marked: bool) -> Unit:
    seen = script.masked(span)
    low = _own_words(script.view, span, quotes)
    asks = low.endswith("?") or (marked and _ASKS.match(low) is not None)
    first = _I.search(low) is not None
    lean = leaning(low, asks=asks, people=len(seen.people)) - (1.5 if asking else 0.0)
    host = names_host(seen) or (heads(seen) if span.start == 0 else None)
    spoken_to = tuple(addressed(seen))
    calls = dict(introduced(seen))
    if asks:  # whoever is asked by name answers
        calls.update(dict.fromkeys(spoken_to, 2.5))
    oneself = introduces_self(seen)
    calls.pop(oneself or "", None)
    return Unit(
        span, lean, tuple(calls.items()), seen.people, spoken_to, oneself, host,
        first, asks, _HE_START.match(low) is not None, opens, marked, len(low) + _QUOTE < span.end - span.start,
    )  # fmt: skip


def _own_words(view: str, span: Span, quotes: list[Span]) -> str:
    """A sentence in lower case without what it quotes."""
    parts, start = [], span.start
    for at in range(bisect_right(quotes, span.start, key=lambda q: q.end), len(quotes)):
        if quotes[at].start >= span.end:
            break
        parts.append(view[start : max(start, quotes[at].start)])
        start = min(span.end, quotes[at].end)
    parts.append(view[start : span.end])
    return " ".join(parts).strip().lower()


def leaning(low: str, *, asks: bool = False, people: int = 0) -> float:
    """Above zero where a guest tells, below zero where the programme does; a plain sentence is a little below."""
    if not low:
        return 0.0
    mine, ours, yours = len(_I.findall(low)), _WE.search(low) is not None, _YOU.search(low) is not None
    score = (1.8 if mine == 1 else 2.5 if mine else 0.0) + 0.7 * ours + (0.4 if yours and not asks else 0.0)
    score += min(1.6, 0.8 * count("guest_talk", low)) - min(4.0, 2.2 * (count("hosting", low) + count("farewell", low)))
    score -= min(1.6, 0.8 * count("written", low)) + 2.0 * min(1, count("sponsor", low))
    score += 0.3 * (_SPOKEN_START.match(low) is not None) + min(0.5, 0.25 * len(_SHORT_FORM.findall(low)))
    score -= 0.7 * (_DATE_START.match(low) is not None)
    if asks:
        score -= 1.5 if yours and not mine else 0.6
    elif not (mine or ours or yours) and len(low.split()) > 7:
        score -= 0.1 + 0.05 * min(2, people)
    return score
