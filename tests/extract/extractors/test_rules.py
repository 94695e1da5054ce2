"""Reading without a model, on words and marks alone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuibono.extract import plain_analysis, run
from cuibono.extract.document import Document
from cuibono.extract.extractors import rules
from cuibono.extract.records import Span

TEXT = """Luo Weiqing, the chairman of Northland Solar Group, met Peter Marlow in Oslo on May 3, 2019.

"We never sold the bank," said Luo Weiqing. Mr. Marlow paid 40 million euros. According to Peter Marlow, it was more."""


def test_people_bodies_and_places_are_found_by_their_words() -> None:
    found = rules.read(Document(TEXT, passages=(Span(0, len(TEXT)),)))
    kinds = {n.name: n.type for n in found.names if not n.unnamed}
    assert kinds["Luo Weiqing"] == "Person"
    assert kinds["Peter Marlow"] == "Person"
    assert kinds["Northland Solar Group"] == "Organization"
    assert kinds["Oslo"] == "Location"


def test_a_quote_has_its_speaker_and_dates_and_amounts_are_read() -> None:
    found = rules.read(Document(TEXT))
    names = {n.id: n.name for n in found.names}
    assert ("Luo Weiqing", "We never sold the bank") in [(names[c.speaker or ""], c.quote) for c in found.claims]
    assert [e.date for e in found.events] == ["2019-05-03"]
    assert [(a.value, a.unit) for a in found.amounts] == [(40e6, "EUR")]


def test_capitals_at_the_head_of_a_sentence_alone_are_no_name() -> None:
    found = rules.read(Document("Many Officials came. Some Friends stayed."))
    assert found.names == ()


def test_sentences_end_at_marks_and_not_at_titles() -> None:
    text = "Mr. Marlow came. Dr. Luo of Acme Inc. left! 他走了。 End"
    analysis = plain_analysis.analyse(Document(text), text)
    assert [s.span.of(text) for s in analysis.sentences] == [
        "Mr. Marlow came.", "Dr. Luo of Acme Inc. left!", "他走了。", "End",
    ]  # fmt: skip


def test_a_text_without_an_end_is_cut_into_sentences_all_the_same() -> None:
    text = "word " * 5_000
    analysis = plain_analysis.analyse(Document(text), text)
    assert max(s.end - s.start for s in analysis.sentences) <= 2_000
    assert sum(s.last - s.first for s in analysis.sentences) == 5_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_gives_records_that_stand_in_it(text: str) -> None:
    found = rules.read(Document(text, passages=(Span(0, len(text)),) if text else ()))
    assert run.true_to(text, found) == found
