import pytest

from cuibono.model.date_relations import finer, relation


@pytest.mark.parametrize(
    ("one", "other", "is_"),
    [
        ("2021", "2021", "same"),
        ("2021-01-01/2021-12-31", "2021", "same"),
        ("2021-06", "2021", "within"),
        ("2021", "2021-06", "covers"),
        ("2021", "2019/..", "within"),
        ("2019/2021", "2020/2022", "overlaps"),
        ("2020", "2021~", "overlaps"),
        ("2018", "2021~", "apart"),
        ("2019", "2021", "apart"),
        (None, "2021", "unsaid"),
        ("2021", "", "unsaid"),
    ],
)
def test_how_two_times_lie(one: str | None, other: str | None, is_: str) -> None:
    assert relation(one, other) == is_


def test_a_day_of_a_year_is_the_same_said_more_exactly_and_a_year_of_a_span_is_not() -> None:
    assert finer("2021", "2021-06-03")
    assert finer("2021-06-03", "2021")
    assert not finer("2019/2021", "2021")
    assert not finer("2021", "2021")
    assert not finer("2021", "2022-06")
