"""Sketches tell how alike two texts are; the exact index says it."""

import numpy as np

from cuibono.measures.code_points import letters
from cuibono.measures.minhash import likeness, sketches

PAIR = ["abcdefgh", "abcdefgx"]


def test_likeness_is_the_shared_part_of_all_grams() -> None:
    found = letters([*PAIR, "zzzzzzzz", "ab"])
    one, other = np.array([0, 0, 0, 3]), np.array([1, 0, 2, 3])
    jaccard, contained = likeness(found, 4, one, other)
    assert jaccard.tolist() == [4 / 6, 1.0, 0.0, 1.0]
    assert contained.tolist() == [4 / 5, 1.0, 0.0, 1.0]


def test_the_same_letters_have_the_same_sketch_however_few() -> None:
    found = sketches(letters(["quince", "QUINCE!", "", "q"]), 4)
    assert found[0].tolist() == found[1].tolist()
    assert not found[2].any()
    assert found[3].any()


def test_sketches_agree_about_as_often_as_grams_do() -> None:
    rng = np.random.default_rng(2)
    signs = np.array(list("abcdefghijklmnopqrst"))
    texts = []
    for _ in range(150):
        word = signs[rng.integers(0, 20, 200)]
        texts += ["".join(word), "".join(np.concatenate([word[:160], signs[rng.integers(0, 20, 40)]]))]
    found = letters(texts)
    table = sketches(found, 4)
    one = np.arange(0, 300, 2)
    exact, _ = likeness(found, 4, one, one + 1)
    guessed = (table[one] == table[one + 1]).mean(axis=1)
    assert abs(float((guessed - exact).mean())) < 0.02
