"""The stages in their order: what one finds, the next may use. No stage imports another."""

from collections.abc import Callable
from dataclasses import replace

from cuibono.extract import (
    amounts,
    chinese,
    claim_kinds,
    claims,
    confidence,
    events,
    mentions,
    names,
    references,
    repair,
    ties,
    turns,
)  # fmt: skip
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found


def read_with(document: Document, analyse: Callable[[Document, str], Analysis]) -> Found:
    """Read any document: Chinese text by stages of its own, all other on what ``analyse`` makes of its mended view."""
    if chinese.is_chinese(document.text):
        found = chinese.read(document)
        plain = Analysis(document.text, (), ())  # without grammar: what is read so stays a proposal
        return claim_kinds.tell(None, replace(found, ties=confidence.weigh(document, plain, found, found.ties)))
    return read(document, analyse(document, repair.repaired(document.text)))


def read(document: Document, analysis: Analysis) -> Found:
    """Put every stage to a document that was cut into sentences and tokens already."""
    marks = mentions.find(document, analysis)
    named = chinese.equate(document.text, names.group(document, analysis, marks))
    spoken, named = turns.segment(document, analysis, named)
    stand_ins = references.resolve(document, analysis, named, spoken)
    said, named = claims.attribute(document, analysis, named, spoken, stand_ins)
    dated = events.find(document, analysis, named)
    found = Found(
        turns=spoken,
        mentions=marks,
        names=named,
        references=stand_ins,
        claims=said,
        events=dated,
        amounts=amounts.find(document, analysis, named),
    )
    found = replace(found, ties=confidence.weigh(document, analysis, found, ties.find(document, analysis, found)))
    return claim_kinds.tell(analysis, found)
