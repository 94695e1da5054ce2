"""Names in letters: one sound for every spelling, script and order; no sound for what is not Chinese."""

import pytest

from cuibono.model.romanisation.spelled import family_alone, of_han, of_letters, segment


@pytest.mark.parametrize(
    "name",
    ["wei jinlong", "jinlong wei", "wei chin-lung", "wei jin-long", "wei jin long"],
)
def test_every_spelling_gives_the_sound_of_the_characters(name: str) -> None:
    (heard,) = of_han("魏金龙")
    assert heard.loose in {s.loose for s in of_letters(name.split())}


def test_wade_giles_with_apostrophes_is_exact() -> None:
    (heard,) = of_letters(["teng", "hsiao-p'ing"])
    assert (heard.loose, heard.pinyin, heard.sure) == ("teng|hsiao ping", "deng xiao ping", True)


def test_wade_giles_without_apostrophes_is_not() -> None:
    (heard,) = of_letters(["chou", "ming-hai"])
    assert (heard.loose, heard.pinyin, heard.sure) == ("chou|ming hai", "", False)


def test_an_order_is_tried_only_where_it_can_be() -> None:
    assert [s.loose for s in of_letters(["wei", "wang"])] == ["wei|wang", "wang|wei"]
    assert [s.loose for s in of_letters(["wei", "wang"], family_first=True)] == ["wei|wang"]


def test_dialects_give_the_family_name_of_the_mainland() -> None:
    assert "chen|tai man" in {s.loose for s in of_letters(["chan", "tai", "man"])}


@pytest.mark.parametrize("name", ["john smith", "hilda koranau", "zhang christopher", "wei"])
def test_what_cannot_be_chinese_has_no_sound(name: str) -> None:
    assert of_letters(name.split()) == []


@pytest.mark.parametrize("word", ["zhang", "chang", "hsieh", "wong", "王"])
def test_a_family_name_alone_is_recognised(word: str) -> None:
    assert family_alone(word)


def test_a_given_name_or_a_western_name_is_no_family_name() -> None:
    assert not family_alone("xiaoming")
    assert not family_alone("smith")


def test_words_are_cut_into_as_few_syllables_as_there_can_be() -> None:
    assert segment("xiaoming") == ("xiao", "ming")
    assert segment("xian") == ("xian",)
    assert segment("norland") == ()


def test_a_transcribed_foreign_name_has_no_chinese_sound() -> None:
    assert of_han("约翰史密斯") == []
