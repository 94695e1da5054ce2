"""Reading without any model: word lists, patterns and runs of capitalised words."""

from cuibono.extract import pipeline, plain_analysis, repair
from cuibono.extract.contract import EVERYTHING, Extractor
from cuibono.extract.document import Document
from cuibono.extract.records import Found


def read(document: Document) -> Found:
    """Every stage on marks and words alone; finds less, needs nothing."""
    return pipeline.read(document, plain_analysis.analyse(document, repair.repaired(document.text)))


EXTRACTOR = Extractor(
    name="rules",
    version="1",
    says="Word lists and patterns; no model, finds less",
    provides=EVERYTHING,
    network="none",
    read=read,
    ready=lambda: "",
)
