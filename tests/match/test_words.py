"""The words of a name: legal forms, acronyms, titles, small words."""

import pytest

from cuibono.match.words import acronyms, core_of, core_of_han, folded, is_acronym, telling, without_titles, words


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
    assert core_of_han("北地硅業股份有限公司") == ("北地硅业", "股份有限公司")
    assert core_of_han("公司") == ("公司", "")


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
