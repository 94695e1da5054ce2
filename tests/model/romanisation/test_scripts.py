"""Other alphabets in Latin letters."""

import pytest

from cuibono.model.romanisation.scripts import is_other_script, is_vowelless, korean, latin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ярослав Крутоверов", "yaroslav krutoverov"), ("Хмільчук", "khmilchuk"), ("Ђорђе Његовић", "djordje njegovic"),
        ("محمود القراوي", "mahamud al qarawy"), ("يوسف", "yusaf"), ("Γιώργος", "giorgos"),
        ("Ντίνα Μπέλου", "dina belou"),
        ("Ευάγγελος", "evangelos"), ("דוד", "davad"), ("강도혁", "gangdohyeok"), ("Ada Elm", "ada elm"),
    ],
)  # fmt: skip
def test_letters(text: str, expected: str) -> None:
    assert latin(text) == expected


def test_marks_between_letters_are_left_out() -> None:
    assert latin("مُحَمَّد") == "mahamad"
    assert latin("Ольга") == "olga"


def test_korean_names_have_the_spellings_of_the_family_name() -> None:
    assert korean("강도혁") == ["gang dohyeok", "kang dohyeok"]
    assert korean("이 서린") == ["i seorin", "lee seorin", "yi seorin", "rhee seorin"]
    assert korean("Kang") == korean("강") == []


def test_which_script() -> None:
    assert is_other_script("Ада")
    assert not is_other_script("Ada")
    assert not is_other_script("魏金龙")
    assert is_vowelless("دود")
    assert not is_vowelless("Ада")
