"""Characters: their simplified forms, their readings, where a family name ends."""

import pytest

from cuibono.model.romanisation import han


@pytest.mark.parametrize(
    ("name", "parts"),
    [("魏金龙", ("魏", "金龙")), ("歐陽文", ("欧阳", "文")), ("欧阳", ("欧", "阳")), ("單于", ("单", "于"))],
)
def test_a_name_is_split_behind_its_family_name(name: str, parts: tuple[str, str]) -> None:
    assert han.split_name(name) == parts


@pytest.mark.parametrize(("family", "read"), [("曾", "zeng"), ("單", "shan"), ("仇", "qiu"), ("欧阳", "ouyang")])
def test_family_names_have_readings_of_their_own(family: str, read: str) -> None:
    assert han.read_family(family) == (read,)


def test_traditional_and_simplified_characters_are_read_alike() -> None:
    assert han.simplified("張偉國") == "张伟国"
    assert han.read("張偉國") == han.read("张伟国") == [("zhang", "wei", "guo")]


def test_a_character_with_two_readings_is_read_in_both_ways() -> None:
    assert han.read("乐") == [("le",), ("yue",)]


def test_what_is_not_chinese_has_no_reading() -> None:
    assert han.read("Wei") == []
    assert han.read("") == []
    assert not han.is_han("魏 金")
