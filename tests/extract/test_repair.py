"""The repaired view: what it mends, what it leaves alone, always as long as the text."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.extract.repair import repaired


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("the paper s owner", "the paper's owner"),
        ("She doesn t know", "She doesn't know"),
        ("I m sure they re late and we ve left", "I'm sure they're late and we've left"),
        ("he ll come, you d see", "he'll come, you'd see"),
        ("it s the mayor s son", "it's the mayor's son"),
        ("KITEPATH s board", "KITEPATH's board"),
        ("don?t", "don't"),
        ("the firm\ufffds owner", "the firm's owner"),
        ("don\x92t \x93stop\x94", "don't “stop”"),
        ("the firm\u02bcs owner", "the firm's owner"),
        ("the firm`s owner", "the firm's owner"),
        ("he said ``never'' twice", "he said  “never”  twice"),
        ("Kite\xa0Path\u2009Ltd", "Kite Path Ltd"),
        ("\u200bLuo \u200f(Lo)", " Luo  (Lo)"),
        ("half \ud800 a pair", "half \ufffd a pair"),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert repaired(damaged) == mended


@pytest.mark.parametrize(
    "whole",
    [
        "The paper's owner doesn't know, they're late.",
        "The letter s is silent; write an s and a t here.",
        "Plan T was dropped. Vitamin D helps, Harry S Truman said.",
        "We re-read it. See s. 12 and p. 4; x = t / d.",
        "informa\u00adtion and Hua\u200bwei stay one word",
        "“Never,” she said—‘not now’.",
        "他说：“不知道。”",
        "The ﬁrst oﬃce",
    ],
)
def test_whole_text_stays(whole: str) -> None:
    assert repaired(whole) == whole


def test_subtitles_run_on_over_their_breaks() -> None:
    cues = "the company was\n\nfounded in a garage\n\nby two brothers\n\nwho had been\n\nsoldiers. Then\n\nthey left"
    view = repaired(cues)
    assert "\n" not in view
    assert len(view) == len(cues)


def test_paragraphs_stay_apart() -> None:
    text = "One thing.\n\nAnother thing.\n\nA list:\n\nboats\n\ntrains\n\nThe end.\n\nGone.\n\nGood."
    assert repaired(text) == text


@given(st.text())
def test_the_view_is_as_long_as_the_text(text: str) -> None:
    assert len(repaired(text)) == len(text)


_PIECES = [
    "paper",
    " s ",
    "don",
    " t",
    "I m",
    "``",
    "''",
    "\n\n",
    "?",
    "\ud800",
    "\u200b",
    "\xa0",
    "\xad",
    ". ",
    "’",
    "'",
]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_the_view_of_damage_is_as_long_as_the_text(text: str) -> None:
    assert len(repaired(text)) == len(text)


_WORD = st.text(alphabet=string.ascii_letters, min_size=2, max_size=9).filter(
    lambda w: w.lower() not in ("re", "ve", "ll")
)


@given(st.lists(_WORD, max_size=30), st.sampled_from([". ", ", ", "'s ", "’t ", "\n\n", " "]))
def test_ordinary_words_stay(words: list[str], between: str) -> None:
    text = between.join(w.capitalize() for w in words)
    assert repaired(text) == text


@given(st.text(max_size=200))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert repaired(repaired(text)) == repaired(text)


WRAPPED = """The harbour was bought in 2016 by a firm that nobody in the town had
heard of before, and whose owner is said to live in Oslo. Arland
Corporation has held a fifth of it since 2018, and its chairman sits on
the board of the port.

Nobody asked."""


def test_lines_wrapped_by_hand_run_on_and_paragraphs_stay() -> None:
    view = repaired(WRAPPED)
    assert "Arland Corporation has held" in view
    assert "\n\nNobody asked." in view
    assert len(view) == len(WRAPPED)


@pytest.mark.parametrize(
    "text",
    [
        "Port of Arland sold to a firm that nobody in the town knows of at all\n" * 6,
        "HU WEN: We never sold the bank to anybody, and we never will, I promise.\n" * 6,
        "A short line\nand another one\nand a third\n",
        "x" * 200 + "\n" + ("the lines of this text are as long as lines of wrapped text are\n" * 3),
    ],
    ids=["headlines", "labels", "short lines", "lines as long as paragraphs"],
)
def test_lines_that_are_no_wrapped_text_stay(text: str) -> None:
    assert repaired(text) == text
