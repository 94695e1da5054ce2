"""Claims that an outlet mentioned somebody more often, put to a change that was measured."""

from dataclasses import replace

import pytest

from cuibono.case.docket.bearings import weigh
from cuibono.extract import pipeline, repair, spacy_analysis
from cuibono.extract.document import Document
from cuibono.extract.records import Span
from cuibono.model.bearing import Bearing
from tests.case.asked import asked
from tests.extract.conftest import pipeline_of_model

MORE = Bearing(
    "trend", "supported", ("Ada Elm", "Fig Daily"), ("trend", "mentions", "articles"), time="2021-05-10",
    sides=("after", "before"), ratio=(3.1, 2.5, 3.9),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "time", "verdict"),
    [
        ("Fig Daily mentioned Ada Elm about three times as often since May 2021 as before", "2021-05", "supported"),
        ("From May 2021 Fig Daily mentioned Ada Elm more than twice as often per week", "2021-05", "supported"),
        ("From May 2021 on Fig Daily mentioned Ada Elm several times as often as before", "2021-05", "supported"),
        ("From May 2021 on Fig Daily mentioned Ada Elm more often than before", "2021-05", "supported"),
        ("From May 2021 on Fig Daily mentioned Ada Elm less often than before", "2021-05", "contradicted"),
        ("From May 2021 on Fig Daily mentioned Ada Elm ten times as often as before", "2021-05", "contradicted"),
        ("From May 2021 on Fig Daily mentioned Ada Elm half as often as before", "2021-05", "contradicted"),
        ("From October 2021 on Fig Daily mentioned Ada Elm more often than before", "2021-10", None),
        ("Fig Daily mentioned Ada Elm more often than before", None, None),
        ("From May 2021 on Oak Weekly mentioned Ada Elm more often than before", "2021-05", None),
        ("From May 2021 on Fig Daily mentioned Bo Elm more often than before", "2021-05", None),
        ("From May 2021 on Fig Daily mentioned Ada Elm more often than Bo Oak", "2021-05", None),
        ("From May 2021 on Fig Daily mentioned Ada Elm no more often than before", "2021-05", None),
        ("From May 2021 on Fig Daily praised Ada Elm more often than before", "2021-05", None),
    ],
)
def test_a_change_of_attention_is_of_its_name_outlet_and_time(words: str, time: str | None, verdict: str) -> None:
    claim = replace(asked("trend", "Fig Daily", "", time), words=words, says=words)
    found = weigh(claim, MORE)
    assert (found.verdict if found else None) == verdict


def test_being_mentioned_more_often_is_a_trend() -> None:
    text = "Cy Fir said that Fig Daily mentioned Ada Elm twice as often since May 2021 as before."
    document = Document(text, passages=(Span(0, len(text)),))
    found = pipeline.read(document, spacy_analysis.analyse(document, pipeline_of_model(), repair.repaired(text)))
    assert [c.kind for c in found.claims] == ["trend"]
