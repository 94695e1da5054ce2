"""Reading without any model: word lists, patterns and runs of capitalised words."""

from cuibono.extract import pipeline, plain_analysis
from cuibono.extract.contract import EVERYTHING, Extractor
from cuibono.extract.document import Document
from cuibono.extract.records import Found


def read(document: Document) -> Found:
    """Every stage on marks and words alone; finds less, needs nothing."""
    return pipeline.read_with(document, plain_analysis.analyse)


EXTRACTOR = Extractor(
    name="rules",
    version="3",
    says="Word lists and patterns; no model, finds less",
    provides=EVERYTHING,
    network="none",
    read=read,
    ready=lambda: "",
)
