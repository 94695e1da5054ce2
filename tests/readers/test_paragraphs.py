from io import StringIO

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.readers import paragraphs


def of_text(text: str) -> list[tuple[str, str, int]]:
    lines = paragraphs.lines_of(StringIO(text, newline="\n"))
    return [(p.place, p.text, p.data["line"]) for p in paragraphs.pieces(lines)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("x" * 4000, 2000),
        ("x" * 1500 + " " + "x" * 2500, 1501),
        ("x" * 1200 + ". " + "word " * 600, 1201),
        ("x" * 1200 + "。" + "字" * 2000, 1201),
        ("x" * 1200 + ".5" + "x" * 2000, 2000),
    ],
)
def test_a_cut_comes_after_a_sentence_else_at_a_gap_else_anywhere(text, at):
    assert paragraphs.cut_at(text) == at


def test_blocks_are_paragraphs_and_long_ones_have_parts():
    found = [(p.place, len(p.text)) for p in paragraphs.of(["one", "  ", "x" * 5000, "three"])]
    assert found == [
        ("paragraph 1", 3),
        ("paragraph 2, part 1", 2000),
        ("paragraph 2, part 2", 3000),
        ("paragraph 3", 5),
    ]


def test_the_lines_of_parts_go_on_counting():
    found = of_text("line of words here\n" * 300 + "\nlast")
    assert [line for _, _, line in found] == [1, 106, 211, 302]


@examples(st.lists(st.sampled_from(["word. ", "\n", "\n\n", " ", "字。", "x" * 1700]), max_size=40).map("".join))
def test_every_character_that_is_no_space_is_in_exactly_one_passage(text):
    bare = "".join(text.split())
    assert "".join("".join(words.split()) for _, words, _ in of_text(text)) == bare
    assert "".join("".join(p.split()) for p in paragraphs.parts(text)) == bare


@examples(st.text(max_size=200))
def test_a_passage_stands_on_the_line_that_it_names(text):
    rows = text.split("\n")
    for _, words, line in of_text(text):
        assert words.split("\n")[0] in rows[line - 1]
