"""spaCy's view of a text: places stay, and of marks without end only the first count."""

from collections.abc import Callable

from cuibono.extract.analysis import Analysis

Analyse = Callable[[str], Analysis]


def test_marks_without_end_are_cut_short_and_what_follows_stays_in_place(analyse: Analyse) -> None:
    text = "“" * 300 + " Luo Weiqing came. " + "-" * 300 + " He left."
    analysis = analyse(text)
    assert analysis.text == text
    assert [t.text for t in analysis.tokens if t.text.isalpha()] == ["Luo", "Weiqing", "came", "He", "left"]
    assert all(text[t.start : t.end] == t.text for t in analysis.tokens)


def test_of_marks_without_end_only_the_first_are_looked_at(analyse: Analyse) -> None:
    assert len(analyse("“" * 20_000).tokens) == 40


def test_no_sentence_ends_within_a_name(analyse: Analyse) -> None:
    text = (
        "Livia Menn: Halden Metering shipped 34 percent of all meters in 2022.\n\n"
        "Ada Elm: Brask Metering employs 4,200 people.\n\nLivia Menn: Halden Metering employs 300 people.\n\n"
        "Ada Elm: With us is Livia Menn, who was an engineer, and Tomas Hedvall of the Open Lab."
    )
    analysis = analyse(text)
    said = [text[s.start : s.end] for s in analysis.sentences]
    assert "Halden Metering shipped 34 percent of all meters in 2022." in said
    assert "Halden Metering employs 300 people." in said
    assert not any(s.endswith(("Halden", "Brask", "and", "Tomas")) for s in said)
