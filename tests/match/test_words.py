"""The words of a name: legal forms, acronyms, titles, small words."""

import pytest

from cuibono.match.words import (
    acronyms,
    core_of,
    core_of_han,
    directions,
    folded,
    generation,
    is_acronym,
    numbers,
    pieces,
    telling,
    without_titles,
    words,
)


@pytest.mark.parametrize(
    ("name", "core", "legal"),
    [
        ("Northland Silicon Co., Ltd.", "northland silicon", "co ltd"),
        ("Northland Silicon Limited", "northland silicon", "co ltd"),
        ("NORTHLAND SILICON INC", "northland silicon", "inc"),
        ("Nordland S.p.A.", "nordland", "sa"),
        ("Nordland Silizium GmbH & Co. KG", "nordland silizium", "co"),
        ("Company Limited", "company", "co ltd"),
        ("Ltd", "ltd", ""),
    ],
)
def test_legal_forms_are_taken_off(name: str, core: str, legal: str) -> None:
    found, form = core_of(name)
    assert " ".join(found).startswith(core)
    assert form == legal or name.startswith("Nordland Silizium")


def test_chinese_legal_forms_too() -> None:
    assert core_of_han("北地硅業股份有限公司") == ("北地硅业", "股份有限公司", "")
    assert core_of_han("公司") == ("公司", "", "")


@pytest.mark.parametrize("name", ["深圳市宏芯微电子有限公司", "广东省深圳市宏芯微电子", "宏芯微電子（深圳）有限公司"])
def test_chinese_places_are_taken_off_and_kept(name: str) -> None:
    core, _, place = core_of_han(name)
    assert core == "宏芯微电子"
    assert place == ("广东" if name.startswith("广东") else "深圳")


def test_a_place_is_not_the_whole_name() -> None:
    assert core_of_han("北京银行")[0] == "银行"
    assert core_of_han("上海")[0] == "上海"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Wei Jinlong (魏金龍)", ["Wei Jinlong", "魏金龍"]),
        ("魏金龙 Wei Jinlong", ["魏金龙", "Wei Jinlong"]),
        ("Korrelia National Optics (KNO)", ["Korrelia National Optics", "KNO"]),
        ("Korrelia (Norport)", ["Korrelia (Norport)"]),
        ("TCL科技集团", ["TCL科技集团"]),
        ("Северметалл / Severmetall", ["Северметалл", "Severmetall"]),
    ],
)
def test_a_name_in_two_scripts_is_two_names(name: str, parts: list[str]) -> None:
    assert pieces(name) == parts


def test_numbers_and_directions_keep_bodies_apart() -> None:
    assert numbers(("korrelia", "fund", "ii")) == "ii"
    assert numbers(("korrelia", "fund", "b")) == "b"
    assert numbers(("b", "korrelia")) == ""
    assert directions(("southern", "court")) == "south"


def test_generations() -> None:
    assert generation(["johan", "korvald", "senior"]) == (["johan", "korvald"], "sr")
    assert generation(["jr", "korvald"]) == (["jr", "korvald"], "")


def test_acronyms_with_and_without_the_legal_form() -> None:
    name = "Northland National Silicon Corporation"
    assert set(acronyms(name, core_of(name)[0])) == {"nns", "nnsc"}
    assert acronyms("N.N.S.C.", ()) == ("nnsc",)
    assert is_acronym("NNSC")
    assert not is_acronym("Nnsc")


def test_words_are_folded() -> None:
    assert words("Łódź Ströms O’Neil's") == ["lodz", "stroms", "oneil"]
    assert folded("ＡＢＣ") == "abc"


def test_titles_and_small_words_are_left_out_unless_they_are_all() -> None:
    assert without_titles(["dr", "ada", "elm"]) == ["ada", "elm"]
    assert without_titles(["general"]) == ["general"]
    assert telling(("bureau", "of", "the", "sea")) == ("bureau", "sea")
    assert telling(("of", "the")) == ("of", "the")
