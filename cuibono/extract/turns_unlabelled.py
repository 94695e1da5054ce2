"""Turns of a text without labels: whether it is spoken at all, who is the host, and what is quoted in passing."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cuibono.extract.records import Span, Turn
from cuibono.extract.sections import count
from cuibono.extract.turns_inferred import Spoken, guests_of, infer
from cuibono.extract.turns_leaning import Unit, quoted, units
from cuibono.extract.turns_script import Script

_SURE = 0.75  # below it a person should look
_STRONG = 1.9  # from here on a speaker was announced
_HANDED = 2.0  # and in the present tense: "X says", where "X told me" only reports
_QUOTE = 25  # characters from which words that a narrator quotes are the other's turn
_SOMEBODY = "?"  # who speaks between marks of change in a text that brings nobody in
_OPEN = -0.2  # what leans further to the programme is the host's
_GUESS = 0.4
_EARLY = 12  # sentences
_HOSTING = -1.5  # what leans so far to the programme holds a phrase of hosts
_HOSTED = 3  # phrases of a host, with a farewell, that make a text a programme
_FAR = 6  # sentences: an "I" so far behind anybody's introduction is the author's


def unlabelled(script: Script, span: Span, host: str | None, *, transcript: bool) -> tuple[list[Turn], str | None]:
    """The turns of a stretch of text, and its host; none where it does not read like a transcript.

    ``transcript`` says that the text is known to be one; then less is asked of its signs.
    """
    found = units(script, script.bare(span))
    host = _host(found, known=host is not None) or host
    guests = guests_of(found, host)
    alone = list(_monologue(script, found, host))
    if not found or not (guests or any(u.marked for u in found)) or (alone and _nobody_else(found, host)):
        return alone, host
    path = infer(found, host, guests)
    if not guests:
        path = [replace(s, who=_SOMEBODY) if s.lean > _OPEN else s for s in path]
    if not (_is_spoken(script, found, path, transcript) or _is_programme(script, found)):
        return alone, host
    quotes = _Quotes(script, guests)
    turns = [t for stretch in path for t in _turns(script, stretch, host, quotes)]
    return turns, host


def _monologue(script: Script, found: Sequence[Unit], host: str | None) -> Iterator[Turn]:
    """A programme that one voice speaks from end to end: whose it is stands at its beginning, and it is spoken."""
    if host is None or not any(host in (u.host, u.oneself) for u in found[:_FAR]):
        return
    text = script.view[found[0].span.start : found[-1].span.end].lower()
    if not any(u.first_person for u in found) or not (count("hosting", text) or count("farewell", text)):
        return
    for held in _by_section(script, found):
        section = script.blocks.all[script.blocks.at(held[0].span.start)].section
        yield Turn(Span(held[0].span.start, held[-1].span.end), host, "narration", _SURE, None, False, section)


def _nobody_else(found: Sequence[Unit], host: str | None) -> bool:
    """Whether who says who they are gives nobody the word: whom a commentator talks of may stand before an "I" once."""
    if any(u.marked or any(c != host and w >= _HANDED and not u.quotes for c, w in u.calls) for u in found):
        return False
    before_an_i = sum(
        after.first_person and not after.calls and not u.first_person and any(c != host and w >= 1 for c, w in u.calls)
        for u, after in pairwise(found)
    )
    return before_an_i <= 1


class _Quotes:
    """The quoted stretches of each paragraph, looked for once, and the guests whom they may belong to."""

    def __init__(self, script: Script, guests: frozenset[str]) -> None:
        self.script, self.guests = script, guests
        self._of: dict[int, list[Span]] = {}

    def of(self, block: int) -> list[Span]:
        """The quotes of a block by its number."""
        if block not in self._of:
            self._of[block] = quoted(self.script.view, self.script.blocks.all[block].span)
        return self._of[block]


def _host(found: Sequence[Unit], *, known: bool) -> str | None:
    """Who is named as the programme's voice, or says "I am" early on as hosts do: and is not talked about by others.

    A guest may say it, too: without a host's phrase beside it only somebody whom nobody names otherwise is the host.
    """
    own: Counter[str] = Counter()
    talked_of = {w for u in found for w in u.named if w not in (u.oneself, u.host) and w not in u.addressed}
    for at, unit in enumerate(found):
        early = at < _EARLY or at * 4 < len(found)
        if unit.host is not None:
            own[unit.host] += 2
        elif unit.oneself is not None and early:
            hosting = any(u.lean < _HOSTING for u in found[max(0, at - 2) : at + 3])
            if hosting or (not known and unit.oneself not in talked_of):
                own[unit.oneself] += 2 if hosting else 1
    return own.most_common(1)[0][0] if own else None


def _is_spoken(script: Script, found: Sequence[Unit], path: Sequence[Spoken], transcript: bool) -> bool:
    """Whether people are brought in and then tell in the first person, outside quote marks."""
    marked = sum(u.marked for u in found)
    if marked >= 4 and (transcript or marked * 4 >= len(path)):
        return True
    telling = [s for s in path if s.who and s.lean > 1.5 and any(u.first_person for u in s.units)]
    announced = sum(1.0 if s.call >= _STRONG else 0.6 for s in telling)
    if transcript:
        return announced >= 0.5
    if _essay(path):
        return False
    text = script.view[found[0].span.start : found[-1].span.end].lower()
    programme = count("hosting", text)
    return announced >= 1.6 or (announced >= 1 and programme >= 2)


def _is_programme(script: Script, found: Sequence[Unit]) -> bool:
    """Whether a narrator greets and takes leave of viewers, who lets nobody else speak but in quote marks."""
    text = script.view[found[0].span.start : found[-1].span.end].lower()
    return count("farewell", text) >= 1 and count("hosting", text) >= _HOSTED


def _essay(path: Sequence[Spoken]) -> bool:
    """Whether "I" is mostly the author's: said where nobody was named lately, or by a narrator, too."""
    named = -99
    at = near = far = own = others = 0
    for stretch in path:
        for unit in stretch.units:
            at += 1
            named = at if unit.named else named
            if not unit.first_person or unit.lean <= 0:
                continue
            far += at - named > _FAR * 3
            near += at - named <= _FAR
            own += not stretch.who and unit.lean > 0.9 and unit.oneself is None
            others += bool(stretch.who)
    return far > near or own >= max(1, others)


def _turns(script: Script, stretch: Spoken, host: str | None, quotes: _Quotes) -> Iterator[Turn]:
    """One turn a stretch and section; words that a narrator quotes from a guest are the guest's."""
    for held in _by_section(script, stretch.units):
        span = Span(held[0].span.start, held[-1].span.end)
        section = script.blocks.all[script.blocks.at(span.start)].section
        sure = stretch.confidence
        if stretch.who == _SOMEBODY:
            yield Turn(span, None, "unknown", _GUESS, None, True, section)
            continue
        if stretch.who:
            yield Turn(span, stretch.who, "guest", sure, None, sure < _SURE, section)
            continue
        at = span.start
        for quote, who in _quoted(held, quotes):
            if own := _own(script, Span(at, max(at, quote.start))):
                yield Turn(own, host, "narration", sure, None, host is None, section)
            yield Turn(quote, who, "guest", 0.7, None, True, section)
            at = quote.end
        if own := _own(script, Span(min(at, span.end), span.end)):
            yield Turn(own, host, "narration", sure, None, host is None, section)


def _own(script: Script, span: Span) -> Span | None:
    """What a narrator says between two quotes, without the marks; None where nothing is left."""
    start, end = span
    while start < end and not script.view[start].isalnum():
        start += 1
    while end > start and (script.view[end - 1].isspace() or script.view[end - 1] in '"“”'):
        end -= 1
    return Span(start, end) if end > start else None


def _by_section(script: Script, found: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The sentences of a stretch between headings; headings and boilerplate are nobody's."""
    held: list[Unit] = []
    for unit in found:
        block = script.blocks.all[script.blocks.at(unit.span.start)]
        if block.kind == "text":
            held.append(unit)
        elif held:
            yield held
            held = []
    if held:
        yield held


def _quoted(held: Sequence[Unit], known: _Quotes) -> Iterator[tuple[Span, str]]:
    """Quotes in a narrator's words whose speaker is named beside them; further quotes of the paragraph go along."""
    who: str | None = None
    done = held[0].span.start
    block, quotes = -1, list[Span]()
    for unit in held:
        number = known.script.blocks.at(unit.span.start)
        if number != block:
            block, quotes, who = number, known.of(number), None
        told = [c for c, w in unit.calls if _STRONG <= w < 3.0 and c in known.guests]
        who = told[0] if told else who if not unit.named else None
        first = bisect_right(quotes, unit.span.start, key=lambda q: q.end)
        while who is not None and first < len(quotes) and quotes[first].start < unit.span.end:
            quote = quotes[first]
            first += 1
            if quote.start >= done and quote.end <= held[-1].span.end and quote.end - quote.start > _QUOTE:
                yield Span(quote.start + 1, quote.end - 1), who
                done = quote.end
