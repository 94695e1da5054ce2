"""Who all supply a market says no more than its record, if just so many are recorded."""

import pytest

from cuibono.case.docket.rows import Evidence, Share
from cuibono.case.docket.whole_told import without_whole
from cuibono.model.docket import Party

ROWS = [
    Share(Party(None, name), "tin", "refining", "production", 2024, 0.2, 0.2, None, "", "Yearbook", ("s", n))
    for n, name in enumerate(("Norland", "Corland", "Ashland", "Others"))
]
EVIDENCE = Evidence(markets={("tin", "refining", "production", 2024, "Yearbook"): ROWS})


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Norland made 20 percent of the tin refined in the three producing states", "made 20 percent of the tin"),
        ("Norland took 20 percent of the tin taken by the three big nations", "took 20 percent of the tin"),
        ("Norland made 20 percent of the tin that the three countries refined", "made 20 percent of the tin"),
        ("Norland made 20 percent of the tin of the five states", "made 20 percent of the tin of the five states"),
    ],
)
def test_the_whole_is_left_out_where_so_many_are_recorded(words: str, left: str) -> None:
    assert " ".join(without_whole(words, ROWS[:1], EVIDENCE).split()).endswith(left)
