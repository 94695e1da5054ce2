"""What apps ask for, can and hold is told from what people and offices do."""

from collections.abc import Callable

import pytest

from cuibono.extract import pipeline
from cuibono.extract.analysis import Analysis
from cuibono.extract.claim_apps import in_words
from cuibono.extract.document import Document
from cuibono.extract.records import Span


@pytest.mark.parametrize(
    ("text", "is_app"),
    [
        ("Fleetmoor is allowed to record audio.", True),
        ("Fleetmoor does not ask for the exact location of its users.", True),
        ("Fleetmoor can list the apps that are installed on the phone.", True),
        ("Fleetmoor contains the library Birch Metrics.", True),
        ("The secret service reads the text messages of the miners.", False),
        ("Old Town contains a library and two schools.", False),
        ("The city of Elmford uses 400 cameras.", False),
    ],
)
def test_an_app_is_told_by_what_stands_on_a_phone(text: str, is_app: bool, analyse: Callable[[str], Analysis]) -> None:
    found = pipeline.read(Document(text, passages=(Span(0, len(text)),)), analyse(text))
    assert ("behaviour of an app" in [c.kind for c in found.claims]) is is_app


@pytest.mark.parametrize(
    ("words", "is_app"),
    [
        ("asks for access to the calendar", True), ("reads the clipboard", True),
        ("connects to tracking servers", True), ("contains the library BirchKit", True),
        ("asks for patience", False), ("runs the town library", False),
    ],
)  # fmt: skip
def test_rows_say_it_without_a_subject(words: str, is_app: bool) -> None:
    assert in_words(words) is is_app
