"""Quoted words and who speaks them: the verb beside the quote, or whoever has been speaking."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cuibono.extract import claims_frames as frames
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_cues import has, opens_quote
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_quotes import Paragraphs, Quotation
from cuibono.extract.lexicon import words
from cuibono.extract.records import Mode, Span

_WINDOW = 40  # tokens beside a quote in which its verb is looked for
_LED_UP = 16  # words before a colon and a quote that tell who speaks
_STOPS = frozenset({".", "!", "?", ";", "。", "！", "？"})
#: What somebody does who has the word, beside the verbs of saying: "sees it otherwise", "has the last word".
_HAVING = frozenset({"see", "have", "take", "hold", "go", "get", "strike", "offer", "view", "look", "think", "stand"})
_NOUNS = ("NOUN", "PROPN", "PRON")


class Attribution(NamedTuple):
    """The verb beside a quote, the head word of its speaker, and those who relay it."""

    verb: Token
    who: Token | None
    relays: tuple[int, ...] = ()
    quoter: int | None = None


def quoted(analysis: Analysis, quotes: Sequence[Quotation], paragraphs: Paragraphs) -> Iterator[Draft]:
    """One draft per quotation that somebody is said to speak; ``who`` None where only the run of the text tells."""
    waiting: Draft | None = None
    before: tuple[Quotation, Attribution | None] | None = None
    for at, quote in enumerate(quotes):
        edge = quotes[at - 1].outer.end if at else 0
        paragraph = Span(max(edge, paragraphs.at(quote.outer.start).start), paragraphs.at(quote.outer.end - 1).end)
        limit = min(paragraph.end, quotes[at + 1].outer.start) if at + 1 < len(quotes) else paragraph.end
        found = _beside(analysis, quote, paragraph.start, limit)
        if before is not None and _interrupted(analysis, before[0], quote, before[1]):
            if waiting is not None and _half(analysis, before[0], quote):
                waiting = replace(waiting, span=Span(waiting.span.start, quote.span.end))
                before = (quote, before[1])
                continue
            found = found or before[1]
        if waiting is not None:
            yield waiting
        waiting = _draft(analysis, quote, found, paragraph)
        before = (quote, found)
    if waiting is not None:
        yield waiting


def _draft(analysis: Analysis, quote: Quotation, found: Attribution | None, paragraph: Span) -> Draft | None:
    words = quote.span.of(analysis.text).split()
    inside = _embedded(analysis, quote, paragraph)
    if found is not None and found.who is not None:
        called = has("call", found.verb.lemma)
        if len(words) < _least(called, inside, words) or (inside and _title_like(words)):
            return None
        mode: Mode = "mixed" if called or (inside and len(words) < 7) else "direct"
        cue = found.verb.span if found.verb.i != found.who.i else None
        return Draft(quote.span, mode, found.who.i, cue, found.relays, found.quoter, confidence=0.7 if called else 0.95)
    if len(words) >= (7 if inside else 4) and not _titled(analysis, quote, words) and _stated(analysis, quote):
        return Draft(quote.span, "mixed" if inside else "direct", None, confidence=0.6, guessed=True)
    return None


def _least(called: bool, inside: bool, words: list[str]) -> int:
    """How many words a quote needs: a piece of a sentence more than one by itself, a verdict may be short."""
    if called and words[0].lower() in ("a", "an", "the"):
        return 2
    return 3 if called or inside else 1


def _title_like(words: list[str]) -> bool:
    """Whether it is written as a title: nearly all of its longer words are large."""
    longer = [w for w in words if len(w) > 3]
    return 1 < len(words) < 9 and bool(longer) and all(w[:1].isupper() for w in longer)


def _embedded(analysis: Analysis, quote: Quotation, paragraph: Span) -> bool:
    """Whether a quote is a piece of somebody else's sentence."""
    before = analysis.text[max(paragraph.start, quote.outer.start - 60) : quote.outer.start].rstrip()
    return bool(before) and before[-1] not in '.!?:,。：，”"'


def _titled(analysis: Analysis, quote: Quotation, words: list[str]) -> bool:
    """Whether the quote marks set off a title or a term rather than speech."""
    capital = sum(w[:1].isupper() for w in words)
    if capital * 10 >= len(words) * 6 or _title_like(words):
        return True
    before = analysis.text[max(0, quote.outer.start - 40) : quote.outer.start].lower().split()
    return any(has("titled", w.strip(",:")) for w in before[-2:])


def _stated(analysis: Analysis, quote: Quotation) -> bool:
    inside = analysis.tokens_in(quote.span)
    return not analysis.parsed or any(t.pos in ("VERB", "AUX") for t in inside)


def _beside(analysis: Analysis, quote: Quotation, start: int, end: int) -> Attribution | None:
    after, before = _after(analysis, quote, end), _before(analysis, quote, start)
    opening = analysis.text[max(start, quote.outer.start - 3) : quote.outer.start].rstrip()
    if (
        before is not None
        and after is not None
        and after.who is not None
        and _embedded(analysis, quote, Span(start, end))
    ):
        # "X said Y "is a trap", the agency reported": X speaks, the agency passes it on
        return before._replace(quoter=before.quoter if before.quoter is not None else after.who.i)
    if before is not None and (opening.endswith((":", "：")) or after is None):
        return before
    return after or before


def _after(analysis: Analysis, quote: Quotation, end: int) -> Attribution | None:
    """The verb that follows: the quote must not have come to a full stop before a sentence of its own."""
    window = _window_after(analysis, quote, end)
    if not window:
        return None
    if (len(window) > 3 or window[-1].text == ":") and _finished(analysis, quote, window[0]):
        return None
    if (noun := _taken_for_noun(window)) is not None:
        return _relayed(analysis, noun, analysis.tokens[noun.i - 1])
    for verb in window[:24]:
        if not opens_quote(verb) or frames.unsaid(analysis, verb):
            continue
        earlier = [t for t in window if t.i < verb.i and t.pos == "VERB" and t.i != verb.head]
        if any(t.dep not in ("relcl", "acl", "amod") for t in earlier):
            return None
        who = _speaker_near(analysis, verb, window)
        return _relayed(analysis, verb, who) if who is not None else None
    return None


def _taken_for_noun(window: Sequence[Token]) -> Token | None:
    """The verb of "Finn replies", right behind a quote, where a parser took it for a noun."""
    at = next((k for k, t in enumerate(window) if t.pos != "PROPN"), 0)
    word = window[at] if 0 < at <= 4 else None
    if word is None or word.tag not in ("NN", "NNS") or not (has("say", word.lemma) or has("quote", word.lemma)):
        return None
    behind = window[at + 1].pos if at + 1 < len(window) else "PUNCT"
    return word if behind in ("PUNCT", "ADV", "SCONJ", "CCONJ") else None


def _window_after(analysis: Analysis, quote: Quotation, end: int) -> list[Token]:
    tokens: list[Token] = []
    at = _first_after(analysis, quote.outer.end)
    for token in analysis.tokens[at : at + _WINDOW]:
        if token.start >= end:
            break
        if token.text in _STOPS and tokens:
            break
        if tokens or token.text[0].isalnum():
            tokens.append(token)
    return tokens


def _first_after(analysis: Analysis, offset: int) -> int:
    inside = analysis.tokens_in(Span(offset, offset + 3))
    return next((t.i for t in inside if t.start >= offset), inside[-1].i + 1 if inside else len(analysis.tokens))


def _finished(analysis: Analysis, quote: Quotation, first: Token) -> bool:
    """Whether a new sentence begins after the quote."""
    last = analysis.text[quote.span.end : first.start]
    if "\n" in last:
        return True
    return any(c in ".。;" for c in last) and first.text[:1].isupper() and "," not in last


def _speaker_near(analysis: Analysis, verb: Token, window: Sequence[Token]) -> Token | None:
    """Who speaks in "X said" and "said X" beside a quote; the grammar's subject where it stands there."""
    inside = {t.i for t in window}
    above = analysis.tokens[verb.head]
    if verb.dep == "ccomp" and above.dep == "relcl" and above.head in inside:
        return analysis.tokens[above.head]  # "a man who knows the family said": the parser gives the family the word
    who = frames.subject(analysis, verb)
    if who is not None and (who.i in inside or verb.dep in ("conj", "advcl", "xcomp", "acl", "pcomp")):
        return who
    before = [t for t in window if t.i < verb.i and t.pos in _NOUNS]
    if before:
        heads = [t for t in before if t.dep not in ("compound", "poss", "pobj", "dobj", "nmod") and t.tag != "WP"]
        return heads[0] if heads else before[-1]
    last = None
    for token in window:
        if token.i <= verb.i:
            continue
        if token.pos in _NOUNS:
            last = token
        elif token.tag in ("HYPH", "POS"):
            continue
        elif last is not None or token.pos not in ("DET", "ADJ", "NUM"):
            break
    return last


def _before(analysis: Analysis, quote: Quotation, start: int) -> Attribution | None:
    """The verb that leads up to the quote, in the same sentence: "X said:", "X told Y that", "in X's words"."""
    window = _window_before(analysis, quote, start)
    if not window:
        return None
    for verb in reversed(window):
        if opens_quote(verb) and verb.dep not in ("amod", "compound") and _leads(analysis, verb, window):
            if frames.unsaid(analysis, verb) and verb.tag == "VB":
                return None
            who = frames.subject(analysis, verb)
            if who is None:
                earlier = [t for t in window if t.i < verb.i and t.pos in _NOUNS]
                who = earlier[0] if earlier and not frames.passive(analysis, verb) else None
            return _relayed(analysis, verb, who)
    if (
        analysis.text[max(0, quote.outer.start - 9) : quote.outer.start].rstrip()[-1:] in (":", "：")
        and len(window) <= _LED_UP
    ):
        return _named_only(window) or _goes_before(analysis, window)
    return None


def _window_before(analysis: Analysis, quote: Quotation, start: int) -> list[Token]:
    inside = analysis.tokens_in(Span(max(start, quote.outer.start - 220), quote.outer.start))
    tokens: list[Token] = []
    for token in reversed(inside):
        if token.start < start or token.end > quote.outer.start:
            continue
        if token.text in _STOPS:
            break
        tokens.append(token)
    return tokens[::-1]


def _leads(analysis: Analysis, verb: Token, window: Sequence[Token]) -> bool:
    """Whether nothing but the verb's own frame stands between it and the quote."""
    last = window[-1].text
    between = [t for t in window if t.i > verb.i]
    if has("call", verb.lemma) and not has("say", verb.lemma):
        return len(between) <= 8
    if any(t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") and t.dep not in ("relcl", "acl") for t in between):
        return False
    if not between or last in (",", ":", "that", "as", "—", "–", "-", "，", "：") or len(between) <= 2:
        return True
    return (
        (has("say", verb.lemma) or has("told", verb.lemma)) and len(between) <= 8 and verb.dep not in ("relcl", "acl")
    )


def _named_only(window: Sequence[Token]) -> Attribution | None:
    """A name and a colon before a quote; what describes the name may stand between."""
    heads = [t for t in window if t.pos == "PROPN"]
    if heads and heads[0].text.lower() in words("turns", "clip"):
        return None  # "News clip:" says that something is played, not who speaks
    if not heads or any(t.pos == "VERB" and t.dep not in ("relcl", "acl", "amod") for t in window):
        return None
    first = heads[0]
    for token in window[first.i - window[0].i + 1 :]:
        if token.pos != "PROPN":
            break
        first = token
    return Attribution(first, first)


def _goes_before(analysis: Analysis, window: Sequence[Token]) -> Attribution | None:
    """Who is told, in a few words and a colon, to have another view or the next word: "Finn sees it otherwise:"."""
    verb = next((t for t in window if t.pos == "VERB" and t.lemma.lower() in _HAVING), None)
    who = frames.child(analysis, verb, "nsubj") if verb is not None else None
    told = {t.lemma.lower() for t in window} | {t.text.lower() for t in window}
    if verb is None or who is None or not (who.pos == "PROPN" or who.text.lower() in ("he", "she", "they")):
        return None
    return Attribution(verb, who) if told & words("speech", "views") else None


def _relayed(analysis: Analysis, verb: Token, who: Token | None) -> Attribution:
    """The relay of "the paper quoted him as saying" told apart from its speaker."""
    if has("relay", verb.lemma) and verb.tag != "VBG":
        told = frames.child(analysis, verb, "dobj") or frames.child(analysis, verb, "oprd")
        if frames.passive(analysis, verb):
            by = frames.agent(analysis, verb)
            return Attribution(verb, who, (), by.i if by else None)
        return Attribution(verb, told or who, (), who.i if told and who else None)
    quoter: int | None = None
    relays = [t.i for t in frames.objects(analysis, verb) if who is None or t.i != who.i]
    for above in frames.above(analysis, verb):
        if has("relay", above.lemma) and above.pos == "VERB":
            by = frames.agent(analysis, above) if frames.passive(analysis, above) else frames.subject(analysis, above)
            quoter = by.i if by is not None and (who is None or by.i != who.i) else None
            break
        if above.pos == "VERB":
            break
    return Attribution(verb, who, tuple(relays), quoter)


def _half(analysis: Analysis, before: Quotation, quote: Quotation) -> bool:
    """Whether a quote is the second half of the sentence that the one before began."""
    if not analysis.text[before.span.end : before.outer.end].startswith((",", "，")):
        return False
    between = analysis.text[before.outer.end : quote.outer.start].rstrip()
    return quote.span.of(analysis.text)[0].islower() or between.endswith((",", "，"))


def _interrupted(analysis: Analysis, before: Quotation, quote: Quotation, found: Attribution | None) -> bool:
    """Whether a quote goes on after a short "he said" between two halves."""
    if found is None or found.who is None or has("call", found.verb.lemma):
        return False
    between = analysis.text[before.outer.end : quote.outer.start]
    return "\n" not in between and len(between) < 120 and before.outer.end <= found.verb.start < quote.outer.start
