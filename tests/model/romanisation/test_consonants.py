"""Consonants: what the spellings of one name have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.model.romanisation.consonants import consonants


@pytest.mark.parametrize(
    "spellings",
    [
        ("krutoverov", "krutowerow", "krutoveroff"), ("shchukarev", "schtschukarew", "szczukariew"),
        ("evgeny", "yevgenii", "jewgeni"), ("mahmoud", "mahmud", "mehmood"), ("qarawi", "karawi", "qarawy"),
        ("mussener", "muessener"), ("ludmila", "lyudmila"), ("margarethe", "margarete"), ("fatima", "fatimah"),
        ("zurbenko", "zhurbenko"), ("alexandra", "aleksandra"), ("mikhail", "mihail"), ("gribantsev", "gribanzew"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({consonants(s) for s in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("korvald", "lindberg"), ("anna", "alma"), ("gribanov", "gribantsev")])
def test_other_names(one: str, other: str) -> None:
    assert consonants(one) != consonants(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", max_size=20))
def test_any_word(word: str) -> None:
    bone = consonants(word)
    assert len(bone) <= len(word) + word.count("x")
    assert bool(bone) == bool(word) or word == "h"


@pytest.mark.parametrize(
    ("english", "other"), [("zakhar", "sachar"), ("snabkhim", "snabchim"), ("ostostetskiy", "ostosteckiy")]
)
def test_c_as_german_and_polish_have_it(english: str, other: str) -> None:
    assert consonants(english) == consonants(other, continental=True)
