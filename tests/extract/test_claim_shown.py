"""Kinds of claims of apps and feeds, told by whom they reach and whom they speak to."""

import pytest

from cuibono.extract import pipeline, repair, spacy_analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Span
from tests.extract.conftest import pipeline_of_model


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("accounts aged 15 were shown crash diets just as often as accounts aged 40", "behaviour of a feed"),
        ("the test accounts in Norland were shown twice as many storms as those in Arland", "behaviour of a feed"),
        ("the app Fleetway asks for the camera", "behaviour of an app"),
        ("Fleetway has never connected to an advertising server", "behaviour of an app"),
        ("hill people were granted permits as often as valley people", "treatment"),
        ("the Lake Office turned down hill people more often than valley people", "treatment"),
    ],
)
def test_what_is_said_of_machines_is_of_their_kind(said: str, kind: str) -> None:
    text = f"Ada Elm said that {said}."
    document = Document(text, passages=(Span(0, len(text)),))
    found = pipeline.read(document, spacy_analysis.analyse(document, pipeline_of_model(), repair.repaired(text)))
    assert [c.kind for c in found.claims] == [kind]


@pytest.mark.parametrize(
    "said",
    [
        "the guide showed visitors the museum more often than his colleagues did",
        "the firm asked the photographer for his best camera",
        "the minister contacted the office as often as possible",
    ],
)
def test_what_is_said_of_people_is_of_no_machine(said: str) -> None:
    text = f"Ada Elm said that {said}."
    document = Document(text, passages=(Span(0, len(text)),))
    found = pipeline.read(document, spacy_analysis.analyse(document, pipeline_of_model(), repair.repaired(text)))
    assert not {c.kind for c in found.claims} & {"behaviour of a feed", "behaviour of an app", "treatment"}
