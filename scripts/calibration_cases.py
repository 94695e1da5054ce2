"""Cases to calibrate on: every candidate of a tie in annotated texts, and whether it is right."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.reading import rows, tie_rows
from bench.reading_redocred import candidates
from cuibono.extract import chinese, confidence, models, pipeline, repair, spacy_analysis, ties
from cuibono.extract.confidence_facts import facts, rule_of
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Tie
from tests.gates import reading_corpus, reading_score, reading_sentences


@dataclass(frozen=True)
class Case:
    """A candidate: the group that is left out together with it, its rule and facts, and whether it is right."""

    group: str
    kind: str
    rule: str
    facts: tuple[float, ...]
    right: bool
    undoubted: bool
    told: tuple[str, ...]
    weight: float = 1.0


def of_documents() -> Iterator[Case]:
    """From the annotated articles and transcripts; a document is left out as a whole."""
    for document in reading_corpus.documents():
        kind = "transcript" if "transcript" in document.stem else "article"
        yield from _cases(document.stem, kind, document.text, document.rows, document.stem)


def of_chinese() -> Iterator[Case]:
    """From the annotated Chinese passages, in ten groups; read without grammar, so that none of them stands alone."""
    folder = reading_corpus.FOLDER.with_name("reading_chinese")
    for number, document in enumerate(reading_corpus.documents(folder=folder)):
        found = chinese.read(Document(document.text))
        told = facts(found.ties, found.names, parsed=False)
        right = _right(document.stem, replace(found, ties=()), found.ties, document.rows)
        for tie, of_it in zip(found.ties, told, strict=True):
            key = _key(tie)
            group = f"chinese {number % 10}"
            yield Case(group, "chinese", rule_of(tie), of_it, key in right, False, (document.stem, *key))


def of_sentences() -> Iterator[Case]:
    """From the planted sentences, in ten groups."""
    for path in sorted(reading_corpus.FOLDER.glob("*sentences.txt")):
        for number, planted in enumerate(reading_sentences.sentences(path)):
            yield from _cases(planted.stem, "sentence", planted.text, planted.rows, f"sentences {number % 10}")


def of_redocred(path: Path, weight: float = 0.25) -> Iterator[Case]:
    """From Re-DocRED with its own names; what it does not hold may be true, so its precision is a lower bound."""
    for number, document in enumerate(json.loads(path.read_text("utf-8"))):
        for tie, told, named, right in candidates(document):
            plain = confidence.undoubted(tie, named)
            key = (str(number), tie.type, tie.subject, tie.object)
            yield Case(f"redocred {number % 10}", "redocred", rule_of(tie), told, right, plain, key, weight)


def _cases(stem: str, kind: str, text: str, gold: Sequence[dict[str, Any]], group: str) -> Iterator[Case]:
    document = Document(text)
    analysis = spacy_analysis.analyse(document, models.load(), repair.repaired(text))
    found = pipeline.read(document, analysis)
    every = ties.find(document, analysis, replace(found, ties=()))
    named = {n.id: n for n in found.names}
    right = _right(stem, found, every, gold)
    for tie, told in zip(every, facts(every, found.names, parsed=analysis.parsed), strict=True):
        if tie.status == "hypothetical" or tie.polarity == "-":
            continue
        key = _key(tie)
        yield Case(group, kind, rule_of(tie), told, key in right, confidence.undoubted(tie, named), (stem, *key))


def _right(stem: str, found: Found, every: Sequence[Tie], gold: Sequence[dict[str, Any]]) -> set[tuple[str, ...]]:
    told = tie_rows(stem, every)
    others = [r for r in rows(stem, replace(found, ties=())) if r["kind"] == "entity"]
    hits = reading_score.matched_ties(gold, [*others, *told])
    return {_row_key(row) for row, hit in zip(told, hits, strict=True) if hit}


def _key(tie: Tie) -> tuple[str, str, str]:
    (row,) = tie_rows("", [tie])
    return _row_key(row)


def _row_key(row: dict[str, Any]) -> tuple[str, str, str]:
    one, two = row["subj"], row["obj"]
    if row["type"] in reading_score.SYMMETRIC:
        one, two = sorted((one, two))
    return row["type"], one, two
