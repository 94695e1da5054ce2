"""Folding keeps what a reader recognises and drops the rest; windows are equal exactly when their words are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.store.fingerprints import (
    KeySet,
    anchors,
    fold,
    hashed,
    is_signs,
    shingles,
    telling_shingles,
    tokens,
    windows,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ilse MÄRZENBACH", "ilse marzenbach"),
        ("Ma\u0308rz", "marz"),
        ("Ｆｕｌｌ", "full"),
        ("Straße", "strasse"),
        ("Yıldız", "yildiz"),
        ("zero\u200bwidth", "zerowidth"),
        ("Mär\u00adzen", "marzen"),
        ("ﬁnance", "finance"),
        ("协鑫", "协鑫"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_can_keep_the_case() -> None:
    assert fold("Él WHO", case=True) == "El WHO"


def test_tokens_are_words_and_single_signs() -> None:
    assert tokens("grey_ledger-2 a.b 协鑫abc") == ["grey", "ledger", "2", "a", "b", "协", "鑫", "abc"]
    assert is_signs(["协"])
    assert not is_signs(["ledger"])


def test_windows_are_equal_when_their_words_are() -> None:
    one, two = hashed(["a", "b", "c", "d"]), hashed(["x", "b", "c", "d"])

    assert windows(one, 3)[1] == windows(two, 3)[1]
    assert windows(one, 3)[0] != windows(two, 3)[0]
    assert windows(hashed(["b", "a"]), 2)[0] != windows(hashed(["a", "b"]), 2)[0]
    assert len(windows(one, 5)) == 0


def test_shingles_pass_over_what_is_of_another_script() -> None:
    plain, mixed = list("abcdefgh"), ["a", "b", "协", "c", "d", "鑫", "e", "f", "g", "h"]

    assert shingles(hashed(plain)).tolist() == shingles(hashed(mixed)).tolist()


def test_shingles_of_little_variety_tell_nothing() -> None:
    assert len(telling_shingles(hashed(["0"] * 20))) == 0
    assert len(telling_shingles(hashed(list("abcdefgh")))) == 1
    assert len(telling_shingles(hashed([*"abcd", "qzbarrierzq", *"efgh"]))) == 0


def test_anchors_depend_on_eight_characters_in_order() -> None:
    assert len(anchors("abcdefg")) == 0
    assert anchors("xxabcdefgh")[2] == anchors("abcdefgh")[0]
    assert anchors("abcdefgh")[0] != anchors("abcdefhg")[0]


@given(st.sets(st.integers(0, 2**64 - 1)), st.lists(st.integers(0, 2**64 - 1)))
def test_a_key_set_is_a_set(keys: set[int], numbers: list[int]) -> None:
    known = KeySet.of(np.array(sorted(keys), dtype=np.uint64))
    asked = np.array([*numbers, *list(keys)[:3]], dtype=np.uint64)

    assert set(known.among(asked).keys.tolist()) == keys & set(asked.tolist())
    assert set(known.without(known.among(asked)).keys.tolist()) == keys - set(asked.tolist())
    assert len(known) == len(keys)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert tokens(fold(fold(text))) == tokens(fold(text))
