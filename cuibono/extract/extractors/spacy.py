"""Reading with spaCy's grammar and names under our own stages; the default where the extra [nlp] is installed."""

from cuibono.extract import models, pipeline, spacy_analysis
from cuibono.extract.analysis import Analysis
from cuibono.extract.contract import EVERYTHING, Extractor
from cuibono.extract.document import Document
from cuibono.extract.records import Found


def read(document: Document) -> Found:
    """Every stage on the grammar of the best English model that is here."""
    return pipeline.read_with(document, _analyse)


def _analyse(document: Document, view: str) -> Analysis:
    return spacy_analysis.analyse(document, models.load(), view)


def _ready() -> str:
    return "" if models.find() else f"no language model is installed; {models.INSTALL}"


EXTRACTOR = Extractor(
    name="spacy",
    version="3",
    says="spaCy's English grammar and names, Chinese by word lists; the default",
    provides=EVERYTHING,
    network="none",
    read=read,
    ready=_ready,
)
