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
