"""Wade-Giles: from Pinyin and back."""

import pytest

from cuibono.model.romanisation.wade_giles import in_full, loose, pinyin_syllables, strict, wade_giles


@pytest.mark.parametrize(
    ("pinyin", "older"),
    [
        ("zhang", "chang"), ("chang", "ch'ang"), ("jiang", "chiang"), ("qiang", "ch'iang"), ("xi", "hsi"),
        ("deng", "teng"), ("guo", "kuo"), ("zhou", "chou"), ("rong", "jung"), ("xue", "hsueh"), ("zi", "tzu"),
        ("yan", "yen"), ("yong", "yung"), ("duo", "to"), ("gui", "kuei"), ("jian", "chien"), ("shi", "shih"),
        ("xiong", "hsiung"), ("luo", "lo"), ("er", "erh"),
    ],
)  # fmt: skip
def test_syllables(pinyin: str, older: str) -> None:
    assert wade_giles(pinyin) == older


def test_with_its_apostrophes_most_syllables_lead_back() -> None:
    assert strict()["ch'iang"] == "qiang"
    assert strict()["hsi"] == "xi"
    assert "yu" not in strict()  # you and yu


def test_without_apostrophes_two_syllables_share_a_form() -> None:
    assert loose("zhang") == loose("chang") == ("chang",)
    assert loose("qin") == ("chin",)
    assert loose("chin") == ("chin",)


def test_a_syllable_of_both_systems_has_two_forms() -> None:
    assert loose("ju") == ("chu", "ju")


def test_every_pinyin_syllable_has_a_loose_form() -> None:
    assert all(loose(s) for s in pinyin_syllables())
    assert loose("smith") == ()


@pytest.mark.parametrize(
    ("pinyin", "wanted"),
    [("guo", "kuo"), ("qing", "ch’ing"), ("xue", "hsüeh"), ("zhang", "chang"), ("si", "ssu"), ("rong", "jung"),
     ("he", "ho"), ("xiong", "hsiung"), ("yan", "yen"), ("cai", "ts’ai"), ("jiang", "chiang"), ("ri", "jih")],
)  # fmt: skip
def test_syllables_in_full(pinyin: str, wanted: str) -> None:
    assert in_full(pinyin) == wanted
