"""Of which good a bare 产量 is, by the text around, and where it stays open."""

import pytest

from cuibono.case.docket.chinese_measures import with_good
from cuibono.case.docket.rows import Evidence, Figure
from cuibono.extract.claim_words_chinese import plain_words
from cuibono.model.docket import Asked, Party


def _figure(indicator: str) -> Figure:
    return Figure(Party(None, "澄麦粮食"), indicator, 45.0, 45.0, "万吨", "2024", "", "Invented Office", ("t", 1))


def _claim(says: str, around: str) -> Asked:
    words = plain_words(says.replace("公司", "澄麦粮食"), ["澄麦粮食"])
    return Asked("amount", "", words, ("s", 1), "Vex", subject=Party(None, "澄麦粮食"), around=around)


@pytest.mark.parametrize(
    ("says", "around", "indicators", "is_told"),
    [
        ("公司2024年的产量为45万吨", "面粉产量上升。公司2024年的产量为45万吨", ["面粉产量"], True),
        ("澄麦粮食产量为45万吨", "面粉产量上升。澄麦粮食产量为45万吨", ["面粉产量"], True),
        ("公司2024年的产量为45万吨", "公司2024年的产量为45万吨", ["面粉产量"], False),
        ("公司2024年的产量为45万吨", "面粉产量和挂面产量上升。公司2024年的产量为45万吨", ["面粉产量"], False),
        ("公司2024年的产量为45万吨", "面粉产量上升。公司2024年的产量为45万吨", ["面粉产量", "挂面产量"], False),
        ("公司2024年的挂面产量为45万吨", "面粉产量上升。公司2024年的挂面产量为45万吨", ["面粉产量"], False),
        ("公司2024年的人均产量为45吨", "面粉产量上升。公司2024年的人均产量为45吨", ["面粉产量"], False),
        ("公司2024年的销量为45万吨", "面粉产量上升。公司2024年的销量为45万吨", ["面粉产量"], False),
    ],
)
def test_a_bare_measure_is_of_the_good_around(says: str, around: str, indicators: list[str], is_told: bool) -> None:
    evidence = Evidence(figures={"澄麦粮食": [_figure(i) for i in indicators]})
    assert ("面粉" in with_good(_claim(says, around), evidence).words) is is_told
