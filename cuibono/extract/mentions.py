"""Where names stand in the text: people, organisations, places, products, events and groups."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from cuibono.extract.analysis import Analysis
from cuibono.extract.claims_cues import forms
from cuibono.extract.document import Document
from cuibono.extract.lexicon import words
from cuibono.extract.mention_case import shown
from cuibono.extract.mention_kinds import is_known, is_person_name, kind_of, sure_kind, trimmed
from cuibono.extract.mention_layout import Lines
from cuibono.extract.mention_patterns import groups, known, organisations, people, places, products
from cuibono.extract.mention_runs import runs
from cuibono.extract.mention_types import OPEN, typed
from cuibono.extract.mention_whole import whole_name, without_place, without_verb
from cuibono.extract.records import EntityType, Mention, Span

_LABELS: dict[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Location",
    "PRODUCT": "Product", "EVENT": "Event", "NORP": "Group", "WORK_OF_ART": "Product",
}  # fmt: skip
_NEEDS_KIND = frozenset({"NORP", "WORK_OF_ART"})
_SPLIT = re.compile(r"\s*(?:/|;|\s\band\b\s|\s[-–—]\s|\n)\s*")
#: "the Ministry of X and the Bank of Y", "X and Norway's Ministry of Y".
_TWO_BODIES = re.compile(r"\s+and\s+the\s+(?=[A-Z])|\s+and\s+(?=[A-Z]\w+['’]s\s)")
#: One large word, a comma, and a name of two: no body is called so.
_TOLD_BY = re.compile(r"(?P<who>[A-Z]\w+), (?P<whom>(?!Inc|Ltd|Llc|Co\b)[A-Z]\w+ [A-Z]\w+)")
_WORD = re.compile(r"\w+")
_REACH = 20  # characters behind a guess in which a verb of saying may stand
#: Short for a weekday, and the family name of millions: where "Sun Wen" stands, "Sun" is her.
_NAMES_TOO = frozenset({"Sun"})
_FINDERS: tuple[tuple[Callable[[str], Iterator[Span]], EntityType], ...] = (
    (organisations, "Organization"), (people, "Person"), (known, "Location"), (places, "Location"),
)  # fmt: skip


@cache
def _says() -> re.Pattern[str]:
    """Who says what stands before, behind a comma."""
    return re.compile(rf", ([A-Z][\w’'-]+)(?= (?:{'|'.join(sorted(forms()))})\b)")


def find(document: Document, analysis: Analysis) -> tuple[Mention, ...]:
    """All mentions in order, none inside another.

    Names that their own words give away and those that the model guesses come first, then words written large that
    neither took; what each of them is, all its places decide together; then places where only a part of it stands.
    """
    view = shown(analysis.text)
    layout = Lines(view)
    first = _settled([*_of_patterns(view), *_of_model(view, analysis)])
    first += _open(view, analysis, first)
    first = [m for m in sorted(first, key=lambda m: m.span) if not layout.furniture(m.span.start)]
    first = _of_headings(layout, [without_place(m) for m in typed(analysis, first)])
    settled = _settled([*first, *_again(view, analysis, first), *_parts_of_names(view, analysis, first)])
    kept = (m for m in settled if not layout.furniture(m.span.start) and not _office(view, m))
    return tuple(Mention(m.span, m.span.of(document.text), m.type, m.by, m.score) for m in kept)


def _of_patterns(view: str) -> Iterator[Mention]:
    for span in groups(view):
        yield Mention(span, span.of(view), "Group", "lexicon", 0.9)
    for spans, kind in _FINDERS:
        for span in spans(view):
            told = kind_of(span.of(view), kind)
            if told and span.end > span.start:
                yield Mention(span, span.of(view), told, "pattern", 0.85)
    for span in products(view):
        yield Mention(span, span.of(view), "Product", "pattern", 0.6)


def _of_model(view: str, analysis: Analysis) -> Iterator[Mention]:
    for guess in analysis.guesses:
        if guess.label not in _LABELS:
            continue
        for part in _parts(view, Span(guess.start, guess.end), guess.label):
            span = trimmed(view, part, _LABELS[guess.label])
            span = without_verb(analysis, whole_name(view, analysis, span, guess.label))
            text = span.of(view)
            needs = guess.label in _NEEDS_KIND
            kind = kind_of(text, None if needs else _LABELS[guess.label])
            if kind and span.end > span.start and not _everyday(analysis, span, text):
                yield Mention(span, text, kind, "model", 0.8)


def _everyday(analysis: Analysis, span: Span, text: str) -> bool:
    """Whether it is a plain word at the head of a sentence, and no firm of that name."""
    if text not in words("names", "everyday"):
        return False
    token = analysis.token_at(span.start)
    return token is not None and not token.tag.startswith("NNP")


def _open(view: str, analysis: Analysis, found: Sequence[Mention]) -> Iterator[Mention]:
    """Words written large that nobody took, their kind still to be told."""
    for span in runs(view, analysis, [m.span for m in found]):
        text = span.of(view)
        kind = kind_of(text, "Product")
        if kind:
            yield Mention(span, text, kind, "pattern", 0.7 if sure_kind(text) else OPEN)


def _parts(view: str, span: Span, label: str) -> Iterator[Span]:
    """A guess that runs over two names gives both; "and" inside the name of a ministry is left alone."""
    text = span.of(view)
    said = _says().search(view, span.start, span.end + _REACH) if "," in text else None
    if said is not None and said.end(1) == span.end:  # "the Elm Works, Marsh added": who says it is no part of the name
        yield Span(span.start, said.start())
        return
    if label == "ORG" and (two := _TOLD_BY.fullmatch(text)):  # "according to Quill, Ada Marsh owns it"
        yield Span(span.start, span.start + two.end("who"))
        yield Span(span.start + two.start("whom"), span.end)
        return
    whole = label in ("ORG", "WORK_OF_ART", "EVENT") and "\n" not in text and "/" not in text
    at = span.start
    for gap in (_TWO_BODIES if whole else _SPLIT).finditer(text):
        yield Span(at, span.start + gap.start())
        at = span.start + gap.end()
    yield Span(at, span.end)


def _settled(proposed: Iterable[Mention]) -> list[Mention]:
    """The proposals that stay when none may lie over another: groups first, then the longest."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for mention in sorted(proposed, key=lambda m: (m.type != "Group", m.span.start - m.span.end)):
        cells = range(mention.span.start, mention.span.end)
        if cells and taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def _of_headings(layout: Lines, found: Sequence[Mention]) -> list[Mention]:
    """In a heading every word is large: a name there counts when it stands in the text too, or is beyond doubt."""
    inside = {m.quote for m in found if not layout.heading(m.span.start)}
    return [
        m
        for m in found
        if m.quote in inside or not layout.heading(m.span.start) or is_person_name(m.quote) or m.type == "Group"
        or is_known(m.quote)
    ]  # fmt: skip


def _office(view: str, mention: Mention) -> bool:
    """Whether a word only says what for: "Commerce Secretary Orrin Vale"."""
    return mention.quote in words("names", "field") and view.startswith((" Secretary", " Minister"), mention.span.end)


def _again(view: str, analysis: Analysis, found: list[Mention]) -> Iterator[Mention]:
    """Further places where a name stands just as it was found once."""
    kinds: dict[str, list[EntityType]] = {}
    for mention in found:
        text = mention.quote
        if len(text) > 2 and (" " in text or text not in words("names", "english_surname")):
            kinds.setdefault(text, []).append(mention.type)
    for span in _anywhere(view, kinds):
        types = kinds[span.of(view)]
        kind = max(set(types), key=types.count)
        span = whole_name(view, analysis, span, "PERSON") if kind == "Person" else span
        yield Mention(span, span.of(view), kind, "lexicon", 0.7)


def _parts_of_names(view: str, analysis: Analysis, found: list[Mention]) -> Iterator[Mention]:
    """A person's family or given name alone, where the full name stands somewhere in the text."""
    parts: set[str] = set()
    for mention in found:
        names = mention.quote.split()
        if mention.type != "Person" or len(names) < 2:
            continue
        parts |= {names[0], names[-1]} if not is_person_name(mention.quote) else {names[0]}
    parts -= (words("names", "not_a_name") - _NAMES_TOO) | words("names", "nationality") | words("names", "country")
    for span in _anywhere(view, [f"{p}s" for p in parts if len(p) > 2 and p[0].isupper()]):
        if view[max(0, span.start - 4) : span.start].lower() == "the ":
            yield Mention(span, span.of(view), "Group", "lexicon", 0.75)  # "the Marlows": the family
    guessed = {g.start for g in analysis.guesses if g.label == "PERSON"}
    unsure = words("names", "english_surname")
    for span in _anywhere(view, [p for p in parts if len(p) > 1 and p[0].isupper()]):
        if span.of(view) not in unsure or span.of(view) in _NAMES_TOO or span.start in guessed:
            span = whole_name(view, analysis, span, "PERSON")  # another of the family: "Osric Quill" beside "Ada Quill"
            yield Mention(span, span.of(view), "Person", "lexicon", 0.75)


def _anywhere(view: str, wanted: Iterable[str]) -> Iterator[Span]:
    """Every place where one of these stands as a whole word, the longest first; none inside another."""
    by_word: dict[str, list[str]] = {}
    for text in sorted(wanted, key=lambda w: (-len(w), w)):
        if first := _WORD.match(text):
            by_word.setdefault(first[0], []).append(text)
    end = 0
    for word in _WORD.finditer(view):
        start = word.start()
        if start < end or word[0] not in by_word or view[start - 1 : start] == "-":
            continue
        for text in by_word[word[0]]:
            after = view[start + len(text) : start + len(text) + 1]
            if view.startswith(text, start) and not (after == "-" or after == "_" or after.isalnum()):
                end = start + len(text)
                yield Span(start, end)
                break
