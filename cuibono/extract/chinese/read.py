"""Reading Chinese news text into records."""

from cuibono.extract.chinese import (
    amounts,
    claims,
    claims_labelled,
    claims_told,
    events,
    mentions,
    names,
    pointing,
    ties,
)
from cuibono.extract.chinese.script import is_chinese as is_chinese
from cuibono.extract.chinese.script import simplified
from cuibono.extract.chinese.sentences import sentences
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Mention, Span


def read(document: Document) -> Found:
    """Everything that is found in a Chinese document."""
    view = simplified(document.text)
    places, line, known = mentions.find(view)
    named = names.group(document.text, places, known)
    marks = tuple(Mention(p.span, p.span.of(document.text), p.type, by="lexicon") for p in places)
    told = sentences(view, line)
    said, unnamed = claims.attribute(document.text, view, line, named, told)
    asked = [s for s in claims_labelled.stretches(view, named) if s.who is None]
    mine = [s for s in told if claims_labelled.at(asked, line[s.last - 1].start) is None]
    said = tuple(sorted((*said, *claims_told.own(document.text, view, line, mine, said)), key=lambda c: c.span))
    spans = [Span(line[s.first].start, line[s.last - 1].end) for s in told]
    dated = events.find(document, view, spans, named)
    counted = amounts.find(document.text, view, [e.date_span for e in dated], named)
    tied = ties.find(document.text, line, told, named, said)
    again = tuple(sorted(pointing.find(view, spans, named), key=lambda r: r.span))
    return Found(
        references=again,
        mentions=marks,
        names=(*named, *unnamed),
        claims=said,
        ties=tied,
        events=dated,
        amounts=counted,
    )
