from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings, notices

LENS = "actors.circles"
Rows = list[dict[str, Any]]


def _tie(one: str, other: str, kind: str = "member", **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


def _found(rows: Rows, **settings: Any) -> list[Finding]:
    return findings(ask(LENS, {"relations": rows}, **settings))


SCHOOL = [
    _tie("Ada Elm", "Old School", "educated_at", unit="Class 3", since="1980-09-01", until="1984-07-31"),
    _tie("Bo Oak", "Old School", "educated_at", unit="class 3", since="1982-09-01", until="1984-07-31"),
    _tie("Cy Fir", "Old School", "educated_at", unit="Class 4", since="1982-09-01", until="1984-07-31"),
]


def test_the_same_class_at_the_same_time_is_found_and_another_class_is_not() -> None:
    (pair,) = _found(SCHOOL)
    assert pair.says == (
        "Ada Elm and Bo Oak were at the same time tied by educated at to Old School, Class 3 "
        "(700 days, 2 members listed)"
    )
    assert pair.about[:3] == ("Ada Elm", "Bo Oak", "educated at")
    assert pair.measure is not None
    assert (pair.measure.value, pair.measure.unit, pair.measure.low) == (700, "days", None)
    assert [p.seq for p in pair.evidence.first(5)] == [1, 2]
    assert [b.about[1] for b in pair.bears] == ["Ada Elm", "Bo Oak"]


def test_those_who_came_after_each_other_were_not_there_together() -> None:
    rows = [_tie("Ada Elm", "Club", since="1990", until="1991"), _tie("Bo Oak", "Club", since="1993", until="1995")]
    items = ask(LENS, {"relations": rows})
    assert findings(items) == []
    assert notices(items)[0].says == "Nobody is dated to the same unit at the same time"


def test_loose_dates_give_an_interval() -> None:
    rows = [_tie("Ada Elm", "Club", since="1990", until="1995"), _tie("Bo Oak", "Club", since="1994", until="1999")]
    (pair,) = _found(rows)
    assert pair.measure is not None
    assert (pair.measure.low, pair.measure.high) == (2, 730)


def test_a_year_that_only_touches_is_possible_and_no_more() -> None:
    rows = [_tie("Ada Elm", "Club", since="1990", until="1994"), _tie("Bo Oak", "Club", since="1994", until="1999")]
    (pair,) = _found(rows)
    assert "may have been at the same time" in pair.says
    assert "at most 365 days" in pair.says
    assert pair.bears == ()


def test_types_of_ties_are_never_added_up() -> None:
    rows = [
        tie
        for name in ("Ada Elm", "Bo Oak")
        for tie in (_tie(name, "Club", since="1990", until="1991"), _tie(name, "Works", "employment", since="1990"))
    ]
    assert [f.about[2] for f in _found(rows)] == ["employment", "member"]


def test_units_of_one_type_are_added_up_for_a_pair() -> None:
    rows = [
        _tie(n, c, since="1990-01-01", until="1990-01-10") for n in ("Ada Elm", "Bo Oak") for c in ("Club", "Guild")
    ]
    (pair,) = _found(rows)
    assert pair.measure is not None
    assert pair.measure.value == 20


def test_two_sources_on_one_stint_do_not_count_twice() -> None:
    rows = [
        _tie("Ada Elm", "Club", since="1990-01-01", until="1990-01-10"),
        _tie("Ada Elm", "Club", since="1990-01-01", until="1990-01-10", asserted_by="Quince Board"),
        _tie("Bo Oak", "Club", since="1990-01-01", until="1990-01-10"),
    ]
    (pair,) = _found(rows)
    assert pair.measure is not None
    assert pair.measure.value == 10


def test_a_large_unit_is_left_aside_and_told() -> None:
    rows = [_tie(f"Person {i}", "Great Congress", since="1990", until="1991") for i in range(5)]
    items = ask(LENS, {"relations": rows}, largest=4)
    assert findings(items) == []
    assert "1 unit left aside" in [n.says for n in notices(items)]


def test_a_small_unit_weighs_more_than_a_large_one() -> None:
    rows = [_tie(f"Person {i}", "Congress", since="1990", until="1991") for i in range(9)]
    rows += [_tie(n, "Circle", since="1990", until="1991") for n in ("Ada Elm", "Bo Oak")]
    first = _found(rows)[0]
    assert first.about[:2] == ("Ada Elm", "Bo Oak")


def test_undated_ties_are_counted_and_shown_as_undated_when_asked() -> None:
    rows = [_tie("Ada Elm", "Club"), _tie("Bo Oak", "Club", since="1990", until="1991")]
    items = ask(LENS, {"relations": rows})
    assert findings(items) == []
    assert any(n.says.startswith("1 pair in one unit without dates") for n in notices(items))
    (pair,) = _found(rows, undated=True)
    assert pair.says.endswith("undated: nobody says when both were there")
    assert pair.bears == ()


def test_an_event_lasts_its_day() -> None:
    rows = [_tie("Ada Elm", "Feast", "participated_in", since="2001-05-03"), _tie("Bo Oak", "Fair", "participated_in")]
    rows += [_tie("Bo Oak", "Feast", "participated_in", since="2001-05-03")]
    (pair,) = _found(rows)
    assert pair.measure is not None
    assert pair.measure.value == 1


def test_a_tie_without_an_end_goes_on_to_the_last_date() -> None:
    rows = [_tie("Ada Elm", "Club", since="1990-01-01"), _tie("Bo Oak", "Club", since="1990-01-01", until="1990-01-31")]
    (pair,) = _found(rows)
    assert pair.measure is not None
    assert pair.measure.value == 31
    assert any("taken to go on to 1990-01-31" in c for c in pair.caveats)


def test_one_person_can_be_asked_about() -> None:
    rows = [_tie(n, "Club", since="1990", until="1991") for n in ("Ada Elm", "Bo Oak", "Cy Fir")]
    assert len(_found(rows)) == 3
    assert [set(f.about[:2]) for f in _found(rows, who="cy fir")] == [{"Ada Elm", "Cy Fir"}, {"Bo Oak", "Cy Fir"}]
    assert "is not clear" in notices(ask(LENS, {"relations": rows}, who="Nobody"))[0].says


def test_what_is_only_said_stays_said() -> None:
    rows = [
        _tie("Ada Elm", "Club", since="1990", until="1992", attributed="Fig Daily"),
        _tie("Bo Oak", "Club", since="1990", until="1992"),
    ]
    (pair,) = _found(rows)
    assert "Some of it is no record but the word of Fig Daily." in pair.caveats
    assert pair.bears == ()


def test_no_circle_of_kin_is_drawn() -> None:
    rows = [_tie(n, "Elm family", "family", since="1990") for n in ("Ada Elm", "Bo Elm")]
    assert _found(rows) == []
    with pytest.raises(BadSetting, match="no circle of kin"):
        ask(LENS, {"relations": rows}, types=["family"])


def test_bad_settings_are_refused() -> None:
    with pytest.raises(BadSetting, match="no date"):
        ask(LENS, {"relations": SCHOOL}, until="soon")
    with pytest.raises(BadSetting, match="at least"):
        ask(LENS, {"relations": SCHOOL}, largest=1)


def test_more_pairs_than_asked_for_are_counted() -> None:
    rows = [_tie(f"Person {i}", "Club", since="1990", until="1991") for i in range(4)]
    assert "5 more pairs not shown" in [n.says for n in notices(ask(LENS, {"relations": rows}, most=1))]
