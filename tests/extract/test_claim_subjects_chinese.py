"""Whom a Chinese claim is about is what stands before its verb."""

import pytest

from cuibono.extract.claim_subjects_chinese import meant, subject_of


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("石桥电机成立于1986年", "石桥电机"),
        ("2022年石桥电机生产了全球63%的灯具", "石桥电机"),
        ("石桥电机持有南港码头55%的股份", "石桥电机"),
        ("石桥电机没有成立于1984年", "石桥电机"),
        ("他持有南港码头55%的股份", ""),
        ("成立于1986年", ""),
        ("2022年石桥的灯玻璃产量占全球四成", "石桥"),
        ("石桥的灯玻璃产能占全球54%", "石桥"),
        ("2022年石桥的灯玻璃出口占全球54%", "石桥"),
        ("到2040年石桥将生产全球80%的灯玻璃", "石桥"),
        ("石桥电机有员工1.24万人", "石桥电机"),
        ("全球的灯玻璃产量占四成", ""),
        ("许多工人的收入超过1万元", ""),
    ],
)
def test_what_stands_before_the_verb(said: str, who: str) -> None:
    assert subject_of(said) == who


@pytest.mark.parametrize(("said", "who"), [("岛上的年轻人真了不起", ""), ("石桥的年轻人真了不起", "石桥")])
def test_where_somebody_is_is_nobody(said: str, who: str) -> None:
    assert meant(said, ())[1] == who
