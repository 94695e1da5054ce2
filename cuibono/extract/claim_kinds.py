"""What kind of claim a claim is, whom it is about, and the number, time and place in it.

The kind decides which lens can test it: a share wants a table of shares, a tie wants records of ties, and an
opinion wants none. Where words point both ways the kind that is harder to test wins: better no test than a wrong one.
"""

import re
from dataclasses import replace

from cuibono.extract import claim_clauses as clauses
from cuibono.extract import claim_idioms as idioms
from cuibono.extract.analysis import Analysis, Token
from cuibono.extract.claim_aims import has_motive
from cuibono.extract.claim_asides import asides
from cuibono.extract.claim_called import is_verdict
from cuibono.extract.claim_core import bare, besides, without_contrast
from cuibono.extract.claim_days import on_a_day
from cuibono.extract.claim_dealt_with import on_others
from cuibono.extract.claim_deeds import in_mind
from cuibono.extract.claim_finest import within_memory
from cuibono.extract.claim_judgements import judges
from cuibono.extract.claim_kinds_chinese import is_chinese, of_chinese
from cuibono.extract.claim_machines import of_machines
from cuibono.extract.claim_maxims import maxim, of_all_minds
from cuibono.extract.claim_numbers import amount_of, of_numbers
from cuibono.extract.claim_parts import parts
from cuibono.extract.claim_parts_chinese import parts as parts_of_chinese
from cuibono.extract.claim_people import of_people
from cuibono.extract.claim_phrased import at_last, paid, phrased
from cuibono.extract.claim_praise import only_right, praised
from cuibono.extract.claim_prices import of_main_clause
from cuibono.extract.claim_relations import has_access, of_relations
from cuibono.extract.claim_said_of import said_of
from cuibono.extract.claim_say import has_the_say
from cuibono.extract.claim_subjects import ASKED, Subjects, object_of
from cuibono.extract.claim_unequal import two_rates
from cuibono.extract.claim_view import ClaimView, views
from cuibono.extract.claim_words_chinese import as_of
from cuibono.extract.claim_worth import says_something, worth
from cuibono.extract.claims_outlook import may_come
from cuibono.extract.lexicon import words
from cuibono.extract.records import Claim, Found, Part, Span
from cuibono.model.claim_kind import ClaimKind

#: What would not have been without something was brought about by it.
_COUNTERFACTUAL = re.compile(
    r"\bwithout\b[^.;]*\b(?:would|could)\b|\b(?:would|could) (?:not |never )?have \w+[^.;]*\bwithout\b"
    r"|^Had\b[^.;]*\bwould\b|\bwould (?:never |not )?have\b[^.;]*\bhad (?:\w+ ){1,6}(?:been|not)\b"
    r"|\bhad it not been for\b|\bif it (?:were not|had not been) for\b",
    re.IGNORECASE,
)
#: Kinds of which what is said by the way is no claim of its own.
_SAID_BY_THE_WAY = ("other", "opinion", "cause")
_SAME_PERIOD = re.compile(
    r"\b(?:the|that) same (?:period|time|years|timeframe|stretch)\b|\bthose years\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: What something would be if it came: a judgement and no forecast.
_VERDICTS = words("judgements", "noun") | words("judgements", "adjective") - {"better", "just", "kind", "good"}
_NEAR = 700  # characters in which a bare number goes on with what was said before


def tell(analysis: Analysis | None, found: Found) -> Found:
    """What was found, each claim with its kind and what it is about; without an analysis by the records alone."""
    subjects = Subjects(analysis, found)
    article = not found.turns
    claims: list[Claim] = []
    before: Claim | None = None
    for view in views(analysis, found):
        told = _told(analysis, subjects, view, article)
        if worth(analysis, told, view, article):
            told = _at_its_time(_goes_on(told, before), before, view)
            claims += [said_of(c) if article else c for c in _with_asides(analysis, told, view)]
            before = told
    return replace(found, claims=tuple(claims))


def _with_asides(analysis: Analysis | None, claim: Claim, view: ClaimView) -> list[Claim]:
    """A claim with the ties that it tells by the way: parts of it, or claims of the text where the text says so."""
    if analysis is None or not analysis.parsed:
        return [claim]
    main = claim.parts or (_whole(claim),)
    mine: list[Part] = []
    apart: list[Claim] = []
    for part, tie in asides(view, main, analysis.text):
        if tie is None or tie.asserted_by == claim.speaker:
            mine.append(part)
        elif tie.asserted_by is None:
            apart.append(_own(claim, part))
    parts = (*main, *mine) if mine or claim.parts else ()
    return [replace(claim, parts=parts), *apart]


def _goes_on(claim: Claim, before: Claim | None) -> Claim:
    """A bare number that somebody states goes on with what was said last: "the other paper has about 43 percent"."""
    parts = claim.parts or (_whole(claim),)
    bare = all(p.subject is None and not p.about and p.amount is not None for p in parts)
    if not bare or before is None or claim.mode == "turn" or claim.span.start - before.span.start > _NEAR:
        return claim
    last = before.parts[-1] if before.parts else _whole(before)
    if (
        last.subject is None
        or last.amount is None
        or any(p.amount and p.amount.unit != last.amount.unit for p in parts)
    ):
        return claim
    parts = tuple(
        replace(p, subject=last.subject, object=p.object or last.object, kind=_same_kind(p, last)) for p in parts
    )
    claim = replace(claim, subject=last.subject, object=parts[0].object, kind=parts[0].kind)
    return replace(claim, parts=parts if claim.parts else ())


def _at_its_time(claim: Claim, before: Claim | None, view: ClaimView) -> Claim:
    """What is said of "the same period" is of the two years that the claim before it names."""
    if before is None or claim.parts or view.events or not _SAME_PERIOD.search(claim.quote):
        return claim
    years = sorted(set(_YEAR.findall(before.quote)))
    near = claim.span.start - before.span.start <= _NEAR
    return replace(claim, time="/".join(years)) if near and len(years) == 2 else claim


def _same_kind(part: Part, last: Part) -> ClaimKind:
    return (
        last.kind
        if part.kind in ("share", "amount", "ownership") and last.kind in ("share", "ownership")
        else part.kind
    )


def _whole(claim: Claim) -> Part:
    return Part(
        claim.span, claim.quote, claim.kind or "other", claim.subject, claim.object, claim.about, claim.amount,
        claim.time, claim.place, claim.foretold,
    )  # fmt: skip


def _own(claim: Claim, part: Part) -> Claim:
    """A part as a claim of the text itself: what it says of a speaker beside what the speaker says."""
    return Claim(
        part.span, part.words, None, "nominal", "turn", status="stated", confidence=0.7 * claim.confidence,
        kind=part.kind, subject=part.subject, object=part.object, time=part.time,
    )  # fmt: skip


def _told(analysis: Analysis | None, subjects: Subjects, view: ClaimView, article: bool) -> Claim:
    if analysis is not None and analysis.parsed:
        pieces = [view] if two_rates(view.tokens) else parts(analysis, view)
        more = [(b, _part(analysis, subjects, b)) for b in besides(analysis, view)]
        against = without_contrast(analysis, view) is not view
        more = [(b, p) for b, p in more if p.kind not in _SAID_BY_THE_WAY or against]
        said = [_of_core(analysis, subjects, p, apart=bool(more)) for p in pieces] + [p for _, p in more]
        pieces += [b for b, _ in more]
    else:
        pieces = parts_of_chinese(view) if is_chinese(view) else [view]
        said = [_part(analysis, subjects, p) for p in pieces]
    first = next((p for p in said if p.kind != "other"), said[0])
    if len(said) > 1:
        told = [
            p for p, v in zip(said, pieces, strict=True) if p.kind != "other" or says_something(analysis, v, article)
        ]
        said = told or said[:1]
    return replace(
        view.claim,
        kind=first.kind,
        subject=first.subject,
        object=first.object,
        about=first.about,
        amount=first.amount,
        time=first.time,
        place=first.place,
        foretold=first.foretold,
        parts=tuple(said) if len(said) > 1 or said[0].core or (said[0].words and not view.spans) else (),
    )


def _of_core(analysis: Analysis, subjects: Subjects, view: ClaimView, *, apart: bool) -> Part:
    """A part read without what it says by the way, unless only that says of which kind it is.

    ``apart``: what it says by the way is a claim of its own.
    """
    core = bare(analysis, view)
    told = _part(analysis, subjects, core)
    why = view.has("cause") and not core.has("cause") and "because" not in view.said
    if core is view or ((told.kind == "other" or why) and not apart):
        return told if core is view else _part(analysis, subjects, view)
    shown = without_contrast(analysis, view)
    return replace(told, span=shown.own, words=_words(analysis, shown), core=told.words)


def _part(analysis: Analysis | None, subjects: Subjects, view: ClaimView) -> Part:
    verb = clauses.core(analysis, view.tokens) if analysis is not None and analysis.parsed else None
    view = of_main_clause(analysis, view, verb)
    subject, about = subjects.of(view, verb)
    foretold = _stated(view, analysis, verb, about or subjects.sort(subject, view))
    free = foretold == "control" and view.claim.status == "hypothetical"  # "may name two directors" is no guess
    free |= foretold == "behaviour of an app" and not {"will", "would", "shall"} & set(view.said)  # "wants to read it"
    kind: ClaimKind = "forecast" if _is_forecast(analysis, view) and not free else foretold
    place = next((n.id for _, n in view.names if n.type == "Location" and n.id != subject), None)
    return Part(
        span=view.own,
        words=_words(analysis, view),
        kind=kind,
        subject=subject,
        object=object_of(view, subject, about),
        about=about,
        amount=amount_of(view, kind if kind != "forecast" else foretold),
        foretold=foretold if kind == "forecast" else None,
        time=_time(analysis, view) if view.tokens else as_of(view.quote, _time(analysis, view)),
        place=place,
    )


def _words(analysis: Analysis | None, view: ClaimView) -> str:
    """All words of a part; of a statement without a clause those without who states it: "the tables give"."""
    if analysis is None:
        return view.quote if view.spans else ""
    spans = view.spans or (view.claim.span,)
    source = _source(analysis, view)
    if source is None or _is_called(analysis, view):
        return " ".join(s.of(analysis.text) for s in spans) if view.spans else ""
    cut = [p for s in spans for p in (Span(s.start, min(s.end, source.start)), Span(max(s.start, source.end), s.end))]
    return " ".join(" ".join(p.of(analysis.text).split()).strip(" ,") for p in cut if p.end > p.start)


def _is_called(analysis: Analysis, view: ClaimView) -> bool:
    """Whether somebody calls something something: "Quill calls Acme a disgrace" is read as a whole."""
    cue = analysis.token_at(view.claim.cue.start) if view.claim.cue is not None else None
    return cue is not None and cue.lemma in words("claim_kinds", "verdict") and not view.amounts and not view.spans


def _source(analysis: Analysis, view: ClaimView) -> Span | None:
    """Who states it, with the verb, where both stand within the claim: "the paper of 8 May has"."""
    cue = view.claim.cue
    if cue is None or not cue.within(view.claim.span):
        return None
    verb = analysis.token_at(cue.start)
    head = clauses.subject_below(analysis, verb, 0, verb.i) if verb is not None else None
    source = analysis.subtree(head) if head is not None else ()
    start = min((t.start for t in source if t.start < cue.start), default=cue.start)
    return Span(start, cue.end)


def _time(analysis: Analysis | None, view: ClaimView) -> str | None:
    """The one time that is named; when somebody stated it is no time of what is stated."""
    source = _source(analysis, view) if analysis is not None else None
    dates = {e.date for e in view.events if source is None or not e.date_span.overlap(source)}
    return dates.pop() if len(dates) == 1 else None


def _is_forecast(analysis: Analysis | None, view: ClaimView) -> bool:
    """Whether it says what will be, or may; on a condition it still does. What would be good is an opinion."""
    if _would_be_good(view):
        return False
    if view.claim.status == "alleged":
        return "will" in view.said  # who fears that it will foretells it
    if view.claim.status == "hypothetical":
        return "will" in view.said or (analysis is not None and may_come(analysis, view.tokens))
    return view.claim.status == "forecast"


def _would_be_good(view: ClaimView) -> bool:
    judged = view.has("opinion") or not view.said.isdisjoint(_VERDICTS) or "do well" in view.said
    return "would" in view.said and "will" not in view.said and judged and not view.amounts


def _stated(view: ClaimView, analysis: Analysis | None, verb: Token | None, about: str) -> ClaimKind:
    """The kind of a claim by its words and the records in it, whenever it is meant for."""
    if not view.tokens and is_chinese(view) and (kind := of_chinese(view)):
        return kind
    text = " ".join(t.text for t in view.tokens)
    if _COUNTERFACTUAL.search(text) or (not view.amounts and has_motive(text)):
        return "cause"
    if analysis is not None and on_others(text):
        return "treatment"
    if view.has("opinion_frame") and not view.amounts and not view.ties:
        return "opinion"
    if _would_be_good(view) or _praised(analysis, view, text) or (analysis is not None and is_verdict(analysis, view)):
        return "opinion"
    return (
        ("tie" if has_access(view) else None)
        or phrased(view, text)
        or of_machines(view, about)
        or ("control" if analysis is not None and has_the_say(analysis, view) else None)
        or idioms.outright(view)
        or of_numbers(analysis, view, verb, asked=about.lower().startswith(ASKED))
        or of_relations(analysis, view, verb)
        or _of_the_rest(analysis, view, verb)
    )


def _praised(analysis: Analysis | None, view: ClaimView, text: str) -> bool:
    if of_all_minds(text) or within_memory(text):
        return True
    return analysis is not None and not view.amounts and praised(text)


def _of_the_rest(analysis: Analysis | None, view: ClaimView, verb: Token | None) -> ClaimKind:
    if view.events and view.has("happen") and "for good" in view.said:
        return "event date"  # for ever, which is no praise
    if (
        judges(analysis, view, verb)
        or (view.has("opinion") and not only_right(view))
        or (analysis is not None and maxim(analysis, view, verb))
        or (verb is not None and verb.lemma in words("claim_kinds", "verdict"))
    ):
        return "opinion"
    if view.events and (view.has("happen") or on_a_day(analysis, view, verb)):
        return "event date"
    if verb is not None and in_mind(verb.lemma.lower()):
        return "other"
    if view.has("role") and view.names:
        return "role"
    if analysis is None:
        return "other"
    text = " ".join(t.text for t in view.tokens)
    found = "tie" if paid(view, text) else of_people(analysis, view, verb)
    return at_last(view, text) or idioms.at_last(view) or found if found == "other" else found
