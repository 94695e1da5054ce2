"""Recorded names in Chinese claims: the longest that stands there, at both ends, and nothing of what is not named."""

from typing import Any

import pytest

from cuibono.case.docket.chinese_names import renamed, standing
from cuibono.case.docket.chinese_speakers import spoken_for

KNOWN = frozenset({"桦岭国", "松果控股", "松果", "石桥纸业", "桦岭市", "桦岭市第三医院"})


def row(
    says: str, subject: str | None, object_: str | None = None, kind: str = "amount", **more: Any
) -> dict[str, Any]:
    return {
        "what": "claim", "property": None, "core": None, "says": says, "kind": kind, "subject_name": subject,
        "subject_id": None, "subject_partial": True, "object_name": object_, "object_id": None,
        "object_partial": True, "asserted_by": None, "place": None,
    } | more  # fmt: skip


def test_the_longest_name_at_a_place_is_meant() -> None:
    assert [n for n, _ in standing("松果控股持有石桥纸业", KNOWN)] == ["松果控股", "石桥纸业"]


@pytest.mark.parametrize(
    ("says", "subject", "named"),
    [
        ("2024年桦岭国茶叶产量为8万吨", "桦岭国茶叶", "桦岭国"),
        ("与2023年相比，石桥纸业2024年收入增长", None, "石桥纸业"),
        ("松果控股有员工40人", "松果", "松果控股"),
        ("山阴纸业2024年收入为8亿元", "山阴纸业", "山阴纸业"),
        ("2024年，收入为8亿元", None, None),
    ],
)
def test_a_claim_is_of_the_recorded_name_that_it_begins_with(says: str, subject: str | None, named: str | None) -> None:
    assert renamed(row(says, subject), KNOWN)["subject_name"] == named


def test_who_is_held_is_the_other_recorded_name() -> None:
    found = renamed(row("松果控股持有石桥纸业五成股份", "松果", "松果控股", "ownership"), KNOWN)
    assert (found["subject_name"], found["object_name"]) == ("松果控股", "石桥纸业")


TEXT = "石桥纸业总经理方砚说，公司2024年收入为8亿元。松果控股的方砚楼没有说话。桦岭市市长罗青说，全市人口下降。"


@pytest.mark.parametrize(
    ("says", "speaker", "text", "named"),
    [
        ("公司2024年收入为8亿元", "方砚", TEXT, "石桥纸业"),
        ("我们2024年的收入为8亿元", "方砚", TEXT, "石桥纸业"),
        ("2024年，全市人口下降", "罗青", TEXT, "桦岭市"),
        ("公司2024年收入为8亿元", "罗青", TEXT, None),
        ("公司2024年收入为8亿元", "方砚", TEXT + "松果控股董事长方砚说。", None),
        ("该院2024年有床位80张", None, "桦岭市第三医院很大。", "桦岭市第三医院"),
        ("该院2024年有床位80张", None, "桦岭市第三医院和山阴医院很大。", None),
    ],
)
def test_a_word_stands_for_whom_its_speaker_speaks_for(
    says: str, speaker: str | None, text: str, named: str | None
) -> None:
    assert spoken_for(row(says, None, asserted_by=speaker), text, KNOWN)["subject_name"] == named
