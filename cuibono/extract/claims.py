"""Who says what, through whom, how surely: quotes, reported speech, and what is said in one's own turn."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cuibono.extract import (
    claims_according,
    claims_behind,
    claims_blame,
    claims_colon,
    claims_direct,
    claims_figures,
    claims_front,
    claims_heard,
    claims_idioms,
    claims_labels,
    claims_open,
    claims_plain,
    claims_reported,
    claims_set_off,
    claims_turns,
    name_tags,
)  # fmt: skip
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claims_draft import Draft
from cuibono.extract.claims_quotes import Paragraphs, Quotation, quotations
from cuibono.extract.claims_run import Run
from cuibono.extract.claims_speakers import Voice, Voices
from cuibono.extract.claims_status import status
from cuibono.extract.document import Document
from cuibono.extract.records import Claim, Name, Reference, Span, Turn

_TURNS = re.compile(r",? (?:though|although|but|while|whereas|yet|and) |; ", re.IGNORECASE)
_FEW = 4  # words that a clause before a joint has at least
_BACK = 3  # paragraphs back in which whoever spoke last may still be "she"
_LONGEST_CLAIM = 2_000  # characters back that a claim over a sentence may begin


def attribute(
    document: Document,
    analysis: Analysis,
    names: tuple[Name, ...],
    turns: tuple[Turn, ...],
    references: tuple[Reference, ...],
) -> tuple[tuple[Claim, ...], tuple[Name, ...]]:
    """The claims in order, and the names with the unnamed sources that speak."""
    analysis = name_tags.told(analysis, names)
    paragraphs = Paragraphs(analysis.text)
    quotes = quotations(analysis.text, paragraphs)
    if analysis.parsed:
        drafts = _drafts(analysis, quotes, paragraphs)
    else:
        drafts = _one_each(claims_plain.plain(analysis, names, quotes, paragraphs))
    voices = Voices(analysis, names, references, lambda offset: _over(quotes, offset))
    said = _spoken(document, Run(analysis, voices, paragraphs, turns), drafts)
    told, unnamed = claims_labels.voiced(analysis.text, turns, names)
    own = _own(document, analysis, (*names, *unnamed), told, said)
    claims = sorted([*said, *own], key=lambda c: (c.span, c.mode))
    return tuple(replace(c, quote=c.span.of(document.text)) for c in claims), (*names, *voices.unnamed(), *unnamed)


def _own(
    document: Document, analysis: Analysis, names: tuple[Name, ...], turns: tuple[Turn, ...], said: Sequence[Claim]
) -> Iterator[Claim]:
    """What is said in turns and in the text's own voice, without what only passes on the word of another.

    Without grammar nobody can tell what a text says itself from what it quotes: there only turns speak.
    """
    if not (turns or analysis.parsed):
        return
    told = [c.span for c in said]
    starts = [s.start for s in told]
    cues = {c.cue.start for c in said if c.cue is not None}
    for claim in claims_turns.own(analysis, turns, claims_turns.by_name(names), document.passages):
        at = bisect_left(starts, claim.span.start - _LONGEST_CLAIM)
        passed_on = 0
        while at < len(told) and told[at].start < claim.span.end:
            passed_on = max(passed_on, told[at].overlap(claim.span))
            at += 1
        root = analysis.root(claim.span)
        tells = root is not None and root.start in cues and passed_on > 0  # "X said ...", however much X is described
        tells = tells or (root is not None and _told_in(said, root.span, claim.span))
        tells = tells or _only_tells(analysis, said, claim.span)
        if tells:
            continue
        if passed_on and (before := _before_joint(analysis, said, claim.span, root)) is not None:
            yield replace(claim, span=before)
        elif passed_on * 10 < 4 * (claim.span.end - claim.span.start):
            yield claim


def _before_joint(analysis: Analysis, said: Sequence[Claim], own: Span, root: Token | None) -> Span | None:
    """What a text states before it turns to another: "the mill was sold in 2023, though Hu Wen said that ..."."""
    inside = [c for c in said if c.span.overlap(own) and c.cue is not None and c.cue.within(own)]
    if root is None or not inside:
        return None
    first = min(min(c.span.start, c.cue.start) for c in inside if c.cue is not None)
    joints = [m for m in _TURNS.finditer(analysis.text, own.start, first) if m.start() > root.end or m[0] == "; "]
    before = Span(own.start, joints[-1].start()) if joints else None
    return before if before is not None and len(analysis.tokens_in(before)) > _FEW else None


def _told_in(said: Sequence[Claim], root: Span, sentence: Span) -> bool:
    """Whether the main clause of a sentence is itself what somebody says in it: "it is sold, X said, asking"."""
    at = bisect_right(said, root.start, key=lambda c: c.span.start)
    near = (c for c in said[max(0, at - 3) : at] if c.cue is not None and c.cue.within(sentence))
    return any(root.within(c.span) for c in near)


def _only_tells(analysis: Analysis, said: Sequence[Claim], own: Span) -> bool:
    """Whether a sentence is who tells and what is told, and nothing else: "a clerk, Hu Wen, tells all that it fell"."""
    at = bisect_left(said, own.start, key=lambda c: c.span.start)
    for claim in said[at : at + 3]:
        cue = claim.cue
        if cue is None or not cue.within(own) or claim.span.end < own.end - 2 or claim.span.start < cue.end:
            continue
        if not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in analysis.tokens_in(Span(own.start, cue.start))):
            return True
    return False


def _drafts(analysis: Analysis, quotes: Sequence[Quotation], paragraphs: Paragraphs) -> list[Draft]:
    """What every way of telling yields, each stretch of text once."""
    phrases = list(claims_according.according(analysis))
    direct, phrases = _passed_on(list(claims_direct.quoted(analysis, quotes, paragraphs)), phrases)
    spoken = [
        *claims_reported.reported(analysis),
        *claims_behind.behind(analysis),
        *claims_front.front(analysis),
        *claims_open.estimates(analysis),
        *claims_blame.blamed(analysis),
        *claims_heard.heard(analysis),
        *claims_colon.behind_colon(analysis),
        *claims_idioms.idioms(analysis),
    ]
    told, phrases = _passed_on(spoken, phrases)
    hearsay = list(claims_according.hearsay(analysis))
    aside = list(claims_set_off.set_off(analysis))
    stated = _beside(claims_figures.figures(analysis), [*direct, *told, *phrases, *hearsay, *aside])
    kept = _one_each(d for d in [*told, *phrases, *hearsay, *aside, *stated] if not _inside(d, quotes))
    return _with_quotes(analysis, kept, direct, quotes)


def _beside(stated: Iterable[Draft], told: Sequence[Draft]) -> list[Draft]:
    """Statements without a clause that no clause has told already."""
    spans = sorted(d.span for d in told)
    quoted = {d.span for d in told if d.mode != "indirect"}
    starts = [s.start for s in spans]

    def told_already(span: Span) -> bool:
        near = spans[max(0, bisect_left(starts, span.start) - 6) : bisect_left(starts, span.end)]
        return any(3 * s.overlap(span) >= span.end - span.start or s in quoted for s in near if s.overlap(span))

    return [d for d in stated if not told_already(d.span)]


def _over(quotes: Sequence[Quotation], offset: int) -> bool:
    at = bisect_right(quotes, offset, key=lambda q: q.outer.start) - 1
    return at >= 0 and offset < quotes[at].outer.end


def _inside(draft: Draft, quotes: Sequence[Quotation]) -> bool:
    """Whether the cue of a draft lies in quoted words: what people quote in their turn stays theirs."""
    if draft.cue is None:
        return False
    at = bisect_right(quotes, draft.cue.start, key=lambda q: q.outer.start) - 1
    return at >= 0 and draft.cue.end <= quotes[at].outer.end


def _one_each(drafts: Iterable[Draft]) -> list[Draft]:
    """Of drafts over the same words the surest; drafts that hold others stay beside them only when much longer."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.span.start, -d.span.end)):
        rival = next((k for k in reversed(kept[-3:]) if _same(k.span, draft.span)), None)
        if rival is None:
            kept.append(draft)
        elif draft.confidence > rival.confidence:
            kept[kept.index(rival, max(0, len(kept) - 3))] = draft
    return kept


def _passed_on(drafts: Sequence[Draft], phrases: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Of "A said it, according to B" A is the speaker and B passes it on: the phrase gives way to the verb within."""
    ordered = sorted(drafts, key=lambda d: d.span)
    starts = [d.span.start for d in ordered]
    left = []
    for phrase in phrases:
        first, last = bisect_left(starts, phrase.span.start - 2), bisect_right(starts, phrase.span.start + 2)
        inner = next((k for k in range(first, last) if (c := ordered[k].cue) and c.within(phrase.span)), None)
        if inner is None:
            left.append(phrase)
        else:
            ordered[inner] = replace(ordered[inner], quoter=phrase.who)
    return ordered, left


def _same(a: Span, b: Span) -> bool:
    shared = a.overlap(b)
    return shared * 10 >= 6 * max(1, min(a.end - a.start, b.end - b.start))


def _with_quotes(
    analysis: Analysis, told: list[Draft], direct: list[Draft], quotes: Sequence[Quotation]
) -> list[Draft]:
    """A clause that holds a quoted piece is mixed; a clause that is the quote itself gives way to it."""
    ordered = sorted(told, key=lambda d: d.span)
    spans = [d.span for d in direct]
    starts = [s.start for s in spans]
    swallowed: set[int] = set()
    result: list[Draft] = []
    for draft in ordered:
        at = max(0, bisect_left(starts, draft.span.start) - 1)
        taken: list[int] = []
        while at < len(spans) and spans[at].start < draft.span.end:
            if spans[at].overlap(draft.span):
                taken.append(at)
            at += 1
        if draft.who is not None and not draft.hearsay and all(direct[t].who is None for t in taken):
            for t in taken:  # "in the words of Hu Wen, "it is lost"": the phrase tells who speaks
                direct[t] = replace(direct[t], who=draft.who, cue=draft.cue, confidence=draft.confidence, guessed=False)
        quoted = sum(spans[t].overlap(draft.span) for t in taken)
        if quoted * 10 >= 6 * (draft.span.end - draft.span.start):
            continue
        swallowed.update(taken)
        for number in taken:
            draft = _with_agency(draft, direct[number], analysis)
        held = _holds(draft.span, quotes)
        result.append(replace(draft, mode="mixed") if held else draft)
    result += [d for t, d in enumerate(direct) if t not in swallowed]
    return sorted(result, key=lambda d: (d.span, d.mode))


def _with_agency(draft: Draft, quoted: Draft, analysis: Analysis) -> Draft:
    """The agency behind a quoted piece (", Xinhua reported") passes the clause on and is no part of it."""
    if quoted.quoter is None or draft.quoter is not None:
        return draft
    at = analysis.tokens[quoted.quoter].start
    inside = quoted.span.end <= at < draft.span.end
    span = Span(draft.span.start, min(draft.span.end, quoted.span.end + 1)) if inside else draft.span
    return replace(draft, quoter=quoted.quoter, span=span)


def _holds(span: Span, quotes: Sequence[Quotation]) -> bool:
    at = bisect_left(quotes, span.start - 1, key=lambda q: q.outer.start)
    return at < len(quotes) and quotes[at].outer.start < span.end


def _spoken(document: Document, run: Run, drafts: Iterable[Draft]) -> list[Claim]:
    claims = []
    for draft in drafts:
        voice = _voice(run, draft)
        if voice is None or voice.name is None:
            continue
        claims.append(_claim(document, run, draft, voice))
        if not draft.figure:
            run.voices.told(draft.span, spoke=not (draft.hearsay or draft.who is None))
        if not draft.hearsay:
            run.spoke(voice, draft.span.end)
    return claims


def _voice(run: Run, draft: Draft) -> Voice | None:
    if draft.hearsay and draft.cue is not None:
        return run.voices.plain(draft.cue)
    alone = draft.who is not None and run.analysis.tokens[draft.who].text.lower() in ("he", "she")
    last = run.last(draft.span.start, _BACK if alone else 1)
    if draft.figure and run.analysis.tokens[draft.who or 0].pos == "PRON":
        return last  # "it gives": whoever stated the last thing goes on
    if draft.who is None:
        return run.beside(draft.span) or last if run.turn(draft.span.start) is None else None
    said = [draft.span] if draft.cue is None else [draft.span, draft.cue]
    turn = run.turn(draft.span.start, sure=True)  # where it is only guessed who speaks, "she" may be that very one
    return run.voices.speaker(draft.who, last.name if last else None, said=said, turn=turn)


def _claim(document: Document, run: Run, draft: Draft, voice: Voice) -> Claim:
    relays = [run.voices.quoter(draft.quoter)] if draft.quoter is not None else []
    relays += [run.voices.outlet(r) for r in draft.relays]
    via = list(dict.fromkeys(o for o in relays if o is not None and o != voice.name))
    outlets = [*via, *([voice.name] if voice.kind == "organisation" and voice.name else [])]
    if outlets:
        run.voices.remember(outlets[-1])
    turn = run.turn(draft.span.start)
    if turn is not None and turn != voice.name and turn not in via:
        via.insert(0, turn)
    state = status(run.analysis, draft.span, draft.status, draft.cue)
    sure = round(draft.confidence * voice.confidence, 3)
    return Claim(
        draft.span, draft.span.of(document.text), voice.name, voice.kind, draft.mode, draft.cue, tuple(via),
        state, draft.polarity, sure, draft.guessed or voice.guessed,
    )  # fmt: skip
