"""Planted truth for Chinese news: invented passages, simplified and traditional, half of them only ever scored."""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from bench.reading import rows
from cuibono.extract import chinese
from cuibono.extract.document import Document
from tests.gates import reading_corpus, reading_score
from tests.gates.floors import below

GATE = "extract.reading.chinese"
FOLDER = Path(__file__).with_name("reading_chinese")


@pytest.fixture(scope="module", autouse=True)
def _needs_the_dictionary() -> None:
    if find_spec("jieba") is None or find_spec("pypinyin") is None:
        assert not os.environ.get("CI"), "the gate is measured with jieba and pypinyin"
        pytest.skip("needs jieba and pypinyin, from the extra [nlp]")


@cache
def scored(pattern: str) -> reading_score.Score:
    documents = reading_corpus.documents(pattern, FOLDER)
    found = [row for d in documents for row in rows(d.stem, chinese.read(Document(d.text)))]
    return reading_score.score([row for d in documents for row in d.rows], found)


def measure() -> dict[str, float]:
    """The figures of the gate: all thirty passages, and those that no rule was written on."""
    figures: dict[str, float] = {}
    for label, pattern in (("all", "*_*.txt"), ("unseen", "gate_*.txt")):
        score = scored(pattern)
        figures[f"{label}: entities F1"] = score.counts["entity"].f1
        figures[f"{label}: claims F1"] = score.counts["claim"].f1
        figures[f"{label}: ties precision"] = score.counts["tie"].precision
        figures[f"{label}: amounts and units recall"] = score.counts["amount and unit"].recall
        figures[f"{label}: events recall"] = score.counts["event"].recall
    return figures


def test_thirty_passages_are_scored() -> None:
    assert len(reading_corpus.documents("*_*.txt", FOLDER)) == 30


def test_no_figure_falls_below_its_floor() -> None:
    assert below(GATE, measure()) == []
