"""The words of a Chinese claim as records are looked up with them."""

import pytest

from cuibono.extract.claim_words import has_han
from cuibono.extract.claim_words_chinese import plain_words

NAMES = ["诺兰", "艾克米银行", "胡文", "维克斯集团"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2021年诺兰生产了全球54%的灯玻璃", "in 2021, 诺兰 produced world 54 percent 灯玻璃"),
        ("诺兰的灯玻璃产量占全球四成", "诺兰 灯玻璃 production share of world 40 percent"),
        ("维克斯集团持有艾克米银行67%的股份", "维克斯集团 holds 艾克米银行 67 percent shares"),
        ("胡文自2019年起担任艾克米银行总裁", "胡文 since 2019, is 艾克米银行 president"),
        ("2020年艾克米银行有员工1.24万人", "in 2020, 艾克米银行 employees 12400 people"),
        ("艾克米银行成立于1988年3月", "艾克米银行 founded in March 1988"),
        ("从2019年到2021年，诺兰的灯玻璃产量有所下降", "from 2019 to 2021, 诺兰 灯玻璃 production fell"),
        ("到2040年诺兰将生产全球80%的灯玻璃", "by 2040, 诺兰 将 produced world 80 percent 灯玻璃"),
    ],
)
def test_what_is_claimed_is_told_in_english(said: str, words: str) -> None:
    assert plain_words(said, NAMES) == words


@pytest.mark.parametrize("strange", ["没", "打算", "据称", "其中", "被"])
def test_what_no_list_has_is_kept_and_narrows_the_claim(strange: str) -> None:
    assert strange in plain_words(f"艾克米银行{strange}成立于1988年", NAMES)


def test_a_name_is_left_whole() -> None:
    assert plain_words("生产银行成立于1988年", ["生产银行"]) == "生产银行 founded in 1988"


def test_what_is_written_in_chinese() -> None:
    assert has_han("诺兰")
    assert not has_han("Norland")
