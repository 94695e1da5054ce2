"""Which claims are one row, and which stand against each other."""

from typing import Any

import pytest

from cuibono.extract.claim_groups import grouped
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party


def _claim(kind: ClaimKind, words: str, time: str | None, number: float | None = None, **more: Any) -> Asked:
    about = Party(None, "Acme Bank")
    return Asked(kind, words, words, ("s", 1), "A", subject=about, time=time, **{"low": number, "high": number, **more})


def _rows(*claims: Asked) -> tuple[list[int], list[tuple[int, ...]]]:
    rows, against = grouped(claims)
    return [len(r) for r in rows], against


def test_a_role_dated_more_exactly_is_the_same_claim() -> None:
    assert _rows(_claim("role", "chairman", "2021"), _claim("role", "chairman", "2021-06")) == ([2], [()])


def test_two_exact_dates_within_one_year_are_not_one() -> None:
    year, may, june = (_claim("role", "chairman", t) for t in ("2012", "2012-05", "2012-06"))
    assert _rows(year, may, june) == ([2, 1], [(), ()])


def test_what_happens_once_has_one_date_and_a_year_is_not_yet_the_day() -> None:
    year, may, june = (_claim("event date", "founded", t) for t in ("2012", "2012-05", "2012-06"))
    assert _rows(may, june) == ([1, 1], [(2,), (1,)])
    assert _rows(year, may) == ([1, 1], [(), ()])


def test_what_happens_more_than_once_may_have_two_dates() -> None:
    assert _rows(_claim("event date", "met", "2012-05"), _claim("event date", "met", "2012-06")) == ([1, 1], [(), ()])


def test_a_span_is_not_one_of_its_years() -> None:
    assert _rows(_claim("role", "chairman", "2014/2018"), _claim("role", "chairman", "2016")) == ([1, 1], [(), ()])


def test_a_number_of_a_month_is_none_of_the_year_and_may_stand_against_it() -> None:
    year, month = _claim("count", "employees", "2021", 300), _claim("count", "employees", "2021-06", 300)
    assert _rows(year, month) == ([1, 1], [(), ()])
    assert _rows(year, _claim("count", "employees", "2021-06", 900)) == ([1, 1], [(2,), (1,)])


@pytest.mark.parametrize("time", [None, "2019"])
def test_numbers_of_other_times_and_of_no_time_meet_none(time: str | None) -> None:
    one, other = _claim("count", "employees", "2021", 300), _claim("count", "employees", time, 900)
    assert _rows(one, other) == ([1, 1], [(), ()])


def test_a_denial_stands_against_what_it_denies() -> None:
    one, other = _claim("role", "chairman", "2021"), _claim("role", "chairman", "2021-06", polarity="-")
    assert _rows(one, other) == ([1, 1], [(2,), (1,)])


def test_what_only_nearly_reaches_a_number_is_not_what_lies_anywhere_below_it() -> None:
    nearly = _claim("share", "share of lamps", "2021", low=None, high=80.0, qualifier="nearly")
    below = _claim("share", "share of lamps", "2021", low=None, high=80.0, qualifier="less than")
    assert _rows(nearly, below, nearly)[0] == [2, 1]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("ownership", "owns 40 percent of Bright Lamps", "has 40 percent of the votes in Bright Lamps"),
        ("role", "chair of Bright Lamps", "first chair of Bright Lamps"),
        ("role", "chair of Bright Lamps", "former chair of Bright Lamps"),
    ],
)
def test_what_records_tell_apart_is_not_the_same_claim(kind: ClaimKind, one: str, other: str) -> None:
    assert _rows(_claim(kind, one, "2021"), _claim(kind, other, "2021"))[0] == [1, 1]


def test_who_is_no_son_is_not_grouped_with_the_son() -> None:
    def kin(words: str) -> Asked:
        says = f"Ivo Brand {words} Dora Brand"
        return Asked(
            "tie", says, says, ("s", 1), "Vex", subject=Party(None, "Ivo Brand"), object=Party(None, "Dora Brand")
        )

    rows, _ = grouped([kin("son of"), kin("is no son of"), kin("stepson of"), kin("is the son of")])
    assert [len(r) for r in rows] == [2, 1, 1]
