"""Cantonese names: spellings that stand for one sound share a code, others do not."""

import pytest

from cuibono.model.romanisation.cantonese import codes, heard_in_han, heard_in_letters


@pytest.mark.parametrize(
    ("han", "spelled"),
    [
        ("郭兆峰", "kwok siu-fung"), ("郭兆峰", "gwok siu fung"), ("張慧琳", "zoeng wai-lam"), ("吳玉芬", "ng yuk-fan"),
        ("黃嘉豪", "raymond wong ka-ho"), ("黃嘉豪", "ka-ho wong"), ("歐陽卓文", "au yeung cheuk-man"),
        ("司徒美儀", "szeto mei-yee"), ("區子明", "au tsz ming"), ("許冠豪", "hui koon-ho"), ("朱書琴", "chu shu-kam"),
        ("葉永康", "ip wing hong"), ("徐志權", "tsui chi-kuen"), ("林新", "lam sun"),
    ],
)  # fmt: skip
def test_characters_and_letters_meet(han: str, spelled: str) -> None:
    assert set(heard_in_han(han)) & set(heard_in_letters(spelled.split()))


@pytest.mark.parametrize(("han", "spelled"), [("郭兆峰", "kwok wing-yan"), ("郭兆峰", "leung siu-fung")])
def test_other_names_do_not(han: str, spelled: str) -> None:
    assert not set(heard_in_han(han)) & set(heard_in_letters(spelled.split()))


@pytest.mark.parametrize("words", [["petra", "elmstad"], ["wei", "jinlong"], ["kwok"], []])
def test_what_is_no_cantonese_name_has_no_code(words: list[str]) -> None:
    assert heard_in_letters(words) == []


def test_a_comma_fixes_the_order() -> None:
    assert heard_in_letters(["wong", "ka", "ho"], family_first=True) == ["w.ong|k.a h.o"]


def test_a_foreign_name_of_many_characters_has_no_code() -> None:
    assert heard_in_han("哈拉尔德") == heard_in_han("郭") == heard_in_han("abc") == []


def test_doubtful_spellings_are_heard_in_two_ways() -> None:
    assert codes("sun") == ("s.un", "s.an")
    assert codes("jim") == ("y.im", "c.im")
