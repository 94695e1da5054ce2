"""Whom a Chinese claim is about is what stands before its verb."""

import pytest

from cuibono.extract.claim_subjects_chinese import subject_of


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("石桥电机成立于1986年", "石桥电机"),
        ("2022年石桥电机生产了全球63%的灯具", "石桥电机"),
        ("石桥电机持有南港码头55%的股份", "石桥电机"),
        ("石桥电机没有成立于1984年", "石桥电机"),
        ("他持有南港码头55%的股份", ""),
        ("成立于1986年", ""),
    ],
)
def test_what_stands_before_the_verb(said: str, who: str) -> None:
    assert subject_of(said) == who
