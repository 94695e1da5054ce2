"""Copies are found whatever their case, marks, addresses and language, and nothing else is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cuibono.measures.near_copies import FEW, near_copies, rows_per_band

NEWS = "Fig Daily: the quince harvest of Norland fell by a third after the frost, say growers in the valley."
OTHER = "The mayor of Alderton opened a new bridge on Tuesday and thanked the engineers for their patience."
CHINESE = "据北方果业协会统计，今年榅桲产量下降三成，种植户表示霜冻是主要原因，价格预计上涨。"


def test_case_marks_addresses_and_accounts_do_not_matter() -> None:
    varied = f"RT @fig_daily: {NEWS.upper()} https://fig.example/a?b=1 !!!"
    assert near_copies([NEWS, OTHER, varied]).tolist() == [0, 1, 0]


def test_a_word_more_or_less_is_still_a_copy() -> None:
    assert near_copies([NEWS, OTHER, NEWS.replace("after the frost", "after the late frost")]).tolist() == [0, 1, 0]


def test_chinese_needs_no_words_between_spaces() -> None:
    changed = CHINESE.replace("价格预计上涨", "价格预计下跌")
    assert near_copies([CHINESE, changed, NEWS]).tolist() == [0, 0, 1]


def test_wide_letters_are_the_same_letters() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in NEWS)
    assert near_copies([NEWS, wide]).tolist() == [0, 0]


def test_what_is_too_short_is_not_compared() -> None:
    assert near_copies(["", "a frost", "霜冻", NEWS, "a frost"]).tolist() == [-1, -1, -1, 0, -1]
    assert near_copies(["a frost", "a frost"], shortest=5).tolist() == [0, 0]
    assert near_copies([]).tolist() == []


def test_the_threshold_counts_grams_exactly() -> None:
    one, other = "abcdefghijklmnopqrstuvwxyz0123456789", "abcdefghijklmnopqrstuvwxyz012345xy"
    # 33 grams and 31, of which 29 are shared: 29 / 35
    assert near_copies([one, other], least=29 / 35).tolist() == [0, 0]
    assert near_copies([one, other], least=29 / 35 + 1e-9).tolist() == [0, 1]


def test_a_text_within_another_is_a_copy_where_that_counts() -> None:
    longer = f"{OTHER} {NEWS} {OTHER[::-1]}"
    assert near_copies([NEWS, longer]).tolist() == [0, 1]
    assert near_copies([NEWS, longer], contained=0.8).tolist() == [0, 0]
    assert near_copies([NEWS, OTHER], contained=0.8).tolist() == [0, 1]


def test_lower_thresholds_look_at_smaller_bands() -> None:
    assert [rows_per_band(least) for least in (0.9, 0.8, 0.5)] == [6, 4, 2]


def _grams(text: str) -> set[str]:
    return {text[i : i + 4] for i in range(len(text) - 3)}


def test_planted_copies_are_nearly_all_found_and_no_pair_below_the_threshold_is_joined() -> None:
    rng = np.random.default_rng(5)
    signs = np.array(list("abcdefghij"))
    texts = ["".join(signs[rng.integers(0, 10, 120)]) for _ in range(400)]
    for source in range(200):
        copy = list(texts[source])
        for place in rng.choice(120, 2, replace=False):
            copy[place] = "z"
        texts.append("".join(copy))
    found = near_copies(texts)
    alike = [
        len(_grams(a) & _grams(b)) / len(_grams(a) | _grams(b)) >= 0.8
        for a, b in zip(texts[:200], texts[400:], strict=True)
    ]
    joined = [bool(found[n] == found[400 + n]) for n in range(200)]
    assert sum(alike) > 180
    assert joined == alike
    assert len(set(found.tolist())) == 600 - sum(alike)


@given(st.lists(st.text(st.sampled_from("ab 中文.@"), max_size=60), max_size=12), st.randoms())
def test_groups_do_not_depend_on_what_else_is_there_or_on_its_order(texts: list[str], chance: object) -> None:
    found = near_copies(texts)
    twice = near_copies(texts + texts)
    assert twice.tolist() == [*found, *found]
    turned = near_copies(texts[::-1])[::-1]
    assert [(a == b) for a in found for b in found] == [(a == b) for a in turned for b in turned]


@given(st.lists(st.text(st.sampled_from("ab中文é\u0301٣ .@"), max_size=40), max_size=12), st.floats(0.3, 1.0))
def test_few_texts_are_compared_as_many_are(texts: list[str], least: float) -> None:
    filler = ["".join(chr(0x4E00 + (k * 37 + i * 101) % 5000) for k in range(40)) for i in range(FEW)]
    few, many = near_copies(texts, least=least), near_copies([*texts, *filler], least=least)[: len(texts)]
    # among many, pairs right at the threshold may be missed; nothing else may differ
    assert [f < 0 for f in few] == [m < 0 for m in many]
    assert all(few[i] == few[j] for i in range(len(texts)) for j in range(i) if many[i] == many[j])


@given(st.lists(st.text(max_size=80), max_size=8))
def test_any_text_is_taken(texts: list[str]) -> None:
    found = near_copies(texts)
    assert found.shape == (len(texts),)
    assert found.min(initial=-1) >= -1
