"""A record in words, and the fields of the form that changes it."""

from cuibono.model.record import Record
from cuibono.web import record_forms

NAMES = {
    "n1": Record("n1", "name", 0, 4, "Vell", {"name": "Anna Vell", "entity": "e1"}),
    "n2": Record("n2", "name", 9, 13, "Tarn", {"name": "Tarn Shipping"}),
}
TIE = Record(
    "t", "tie", 0, 13, "Vell owns Tarn",
    {"type": "owns_controls", "subject": "n1", "object": "n2", "share": [0.25, 0.5], "polarity": "-", "date": None},
)  # fmt: skip


def test_a_headline_says_what_a_record_is() -> None:
    assert record_forms.headline(TIE, NAMES) == "Anna Vell → Tarn Shipping"
    assert record_forms.headline(Record("m", "mention", 0, 4, "She", {"name": "n1"}), NAMES) == "Anna Vell"
    assert record_forms.headline(Record("x", "turn", 0, 4, "Yes."), NAMES) == "a voice that is not named"
    assert record_forms.headline(Record("c", "claim", 0, 4, "it is"), NAMES) == "it is"


def test_facts_are_in_words_and_lead_to_entities() -> None:
    facts = {f.label: f.values for f in record_forms.facts(TIE, NAMES)}
    assert facts["Subject"] == (("Anna Vell", "e1"),)
    assert facts["Object"] == (("Tarn Shipping", ""),)
    assert facts["Share"] == (("25-50 %", ""),)
    assert facts["Polarity"] == (("denied", ""),)
    assert "Date" not in facts


def test_a_form_holds_what_stands_now() -> None:
    fields = {f.name: f for f in record_forms.form(TIE, NAMES)}
    assert (fields["subject"].value, fields["subject"].takes) == ("n1", "name")
    assert fields["subject"].choices == (("n1", "Anna Vell"), ("n2", "Tarn Shipping"))
    assert fields["share"].value == "25-50 %"
    assert ("family", "family") in fields["type"].choices
    assert fields["type"].needed
    assert record_forms.current(TIE, "date") == []
    assert record_forms.current(Record("a", "amount", 0, 1, "7", {"value": 7.0}), "value") == ["7"]
    assert record_forms.current(Record("n", "name", 0, 1, "V", {"aliases": ["V", "Vell"]}), "aliases") == ["V; Vell"]


def test_a_blank_form_asks_for_what_is_needed() -> None:
    assert [f.name for f in record_forms.blank("mention", NAMES)] == ["name"]
    assert [f.name for f in record_forms.blank("event", NAMES) if f.needed] == ["date"]
