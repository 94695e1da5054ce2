"""Texts become letters, and each text finds its own again."""

from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.code_points import letters


def _back(texts: list[str]) -> list[str]:
    found = letters(texts)
    return ["".join(map(chr, found.points[a:b])) for a, b in zip(found.start, found.start[1:], strict=False)]


def test_addresses_accounts_marks_and_case_are_gone() -> None:
    texts = ["RT @fig_daily: Look, HERE! https://fig.example/x?y=1", "see www.fig.example now", "", "\x00霜冻。A"]
    assert _back(texts) == ["lookhere", "seenow", "", "霜冻a"]


def test_words_that_end_in_rt_stay() -> None:
    assert _back(["art @fig", "part"]) == ["art", "part"]


def test_a_chinese_sign_weighs_three_letters() -> None:
    assert letters(["quince", "霜冻", ""]).weight().tolist() == [6, 6, 0]


def test_some_texts_can_be_taken_out() -> None:
    found = letters(["one", "two", "three"]).of([2, 0, 2])
    assert found.start.tolist() == [0, 5, 8, 13]


@given(st.lists(st.text(max_size=20), max_size=6))
def test_a_text_has_the_same_letters_whatever_stands_beside_it(texts: list[str]) -> None:
    assert _back(texts) == [_back([t])[0] for t in texts]
