"""Blocks of a text: prose, headings, boilerplate, and the breaks of subtitles."""

import pytest

from cuibono.extract.records import Span
from cuibono.extract.sections import Blocks, is_boilerplate, is_heading


def test_blocks_know_their_kind_and_section() -> None:
    text = "The Long Table\n\nIt rained all day.\n\nPart 2: The grid\n\nIt stopped.\n\nCopyright 2021 Ada Lind"
    assert [(b.span.of(text)[:8], b.kind, b.section) for b in Blocks(text).all] == [
        ("The Long", "heading", "The Long Table"),
        ("It raine", "text", "The Long Table"),
        ("Part 2: ", "heading", "Part 2: The grid"),
        ("It stopp", "text", "Part 2: The grid"),
        ("Copyrigh", "boilerplate", "Part 2: The grid"),
    ]


@pytest.mark.parametrize("text", ["PART TWO: The father", "Chapter 3", "The Quiet Acquisition", "WHO OWNS THE FEED"])
def test_headings(text: str) -> None:
    assert is_heading(text)


@pytest.mark.parametrize("text", ["It rained.", "and then we left", "- a dash", "We had nothing to say about it"])
def test_no_headings(text: str) -> None:
    assert not is_heading(text)


def test_boilerplate() -> None:
    assert is_boilerplate("Sign up for our newsletter to get every episode")
    assert not is_boilerplate("He signed the letter in the year of the grid")
    assert not is_boilerplate("The newsletter was printed in Jinan. " * 20)


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    assert len(Blocks("One thing.\nAnother thing.\nA third.").all) == 3
    assert len(Blocks("One line of\na paragraph.\n\nAnother\none.").all) == 2


def test_breaks_of_subtitles_mean_nothing() -> None:
    assert Blocks("so it was that\n\nthe company had\n\n" * 10).torn
    assert not Blocks("It was so.\n\nThe company had it.\n\n" * 10).torn


def test_blocks_within_a_span_are_cut_to_it() -> None:
    text = "One thing here.\n\nAnother thing there."
    assert [b.span.of(text) for b in Blocks(text).within(Span(4, 25))] == ["thing here.", "Another "]
