from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding
from cuibono.testing.desk import ask, findings, notices

LENS = "actors.paths"
Rows = list[dict[str, Any]]


def _tie(one: str, other: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


ROWS = [
    _tie("Ada Elm", "Alder Works", "director", since="2001", role="chair"),
    _tie("Bo Oak", "Alder Works", "director", since="2003", until="2009"),
    _tie("Bo Oak", "Cy Fir", "associate"),
    _tie("Cy Fir", "Quince Office", "post", since="1999"),
    _tie("Cy Fir", "Dee Ash", "patron_of", attributed="Fig Daily"),
]


def _found(rows: Rows, one: str, other: str, **settings: Any) -> list[Finding]:
    return findings(ask(LENS, {"relations": rows}, one=one, other=other, **settings))


def test_every_hop_is_told_with_its_dates_and_cited() -> None:
    (path,) = _found(ROWS, "Ada Elm", "Cy Fir")
    assert path.says == (
        "Ada Elm and Cy Fir are connected through 3 ties: "
        "Ada Elm – director (chair), since 2001, recorded – Alder Works; "
        "Bo Oak – director, 2003 to 2009, recorded – Alder Works; Bo Oak – associate, undated, recorded – Cy Fir"
    )
    assert path.about == ("Ada Elm", "Alder Works", "Bo Oak", "Cy Fir")
    assert [p.seq for p in path.evidence.first(9)] == [1, 2, 3]
    assert path.figure is not None
    assert [h.back for h in path.figure.hops] == [False, True, False]


def test_what_is_only_said_stays_said() -> None:
    (path,) = _found(ROWS, "Bo Oak", "Dee Ash")
    assert "Cy Fir – patron of, undated, says Fig Daily – Dee Ash" in path.says
    assert path.measure is not None
    assert path.measure.value == 0.5
    assert any("no record but the word of Fig Daily" in c for c in path.caveats)
    assert path.figure is not None
    assert [h.sure for h in path.figure.hops] == [True, False]


def test_a_direct_tie_of_record_bears_on_claims_and_a_said_one_does_not() -> None:
    (path,) = _found(ROWS, "ada elm", "Alder Works")
    (bearing,) = path.bears
    assert (bearing.kind, bearing.outcome, bearing.time) == ("tie", "supported", "2001/..")
    assert bearing.about == ("ada elm", "Ada Elm", "alder works", "Alder Works")
    assert bearing.words == ("director", "chair")
    assert _found(ROWS, "Cy Fir", "Dee Ash")[0].bears == ()


def test_several_paths_come_strongest_first() -> None:
    rows = [_tie("A", "B", "member"), _tie("B", "C", "member"), _tie("A", "C", "link", status="alleged")]
    first, second = _found(rows, "A", "C")
    assert first.about == ("A", "B", "C")
    assert second.about == ("A", "C")


def test_undated_ties_do_not_count_for_a_day_or_in_time() -> None:
    assert [f.about for f in _found(ROWS, "Ada Elm", "Bo Oak", at="2005")] == [("Ada Elm", "Alder Works", "Bo Oak")]
    items = ask(LENS, {"relations": ROWS}, one="Ada Elm", other="Cy Fir", in_time=True)
    assert findings(items) == []
    assert "along which time runs forward" in notices(items)[0].says
    assert _found(ROWS, "Ada Elm", "Bo Oak", at="2015") == []


def test_time_runs_forward() -> None:
    rows = [_tie("A", "B", "member", since="1990", until="1991"), _tie("B", "C", "member", since="2000", until="2001")]
    assert len(_found(rows, "A", "C", in_time=True)) == 1
    assert _found(rows, "C", "A", in_time=True) == []


def test_a_hub_on_the_way_is_flagged() -> None:
    rows = [_tie(f"Person {i}", "Great Club", "member") for i in range(6)]
    (path,) = _found(rows, "Person 1", "Person 2", hub=5)
    assert any("Great Club is tied to 6 others" in c for c in path.caveats)
    assert path.figure is not None
    assert path.figure.hops[0].aside == "hub"
    (same,) = _found(rows, "Person 1", "Person 2", hub=6)
    assert not any("hub" in c for c in same.caveats)


def test_no_kin_is_followed_of_people_without_an_office() -> None:
    rows = [_tie("Ada Elm", "Bo Oak", "family", role="cousin"), _tie("Ada Elm", "Alder Works", "director")]
    items = ask(LENS, {"relations": rows}, one="Ada Elm", other="Bo Oak")
    assert findings(items) == []
    assert items[0].says == "1 tie of kin not used"
    assert isinstance(items[0].why, str)  # type: ignore[union-attr]
    hidden = [_tie("Ada Elm", "Bo Oak", "associate", role="Cousin"), _tie("Ada Elm", "Alder Works", "director")]
    assert _found(hidden, "Ada Elm", "Bo Oak") == []


def test_kin_of_two_office_holders_is_followed() -> None:
    rows = [
        _tie("Ada Elm", "Bo Oak", "family"),
        _tie("Ada Elm", "Alder Works", "director"),
        _tie("Bo Oak", "Quince Office", "employment"),
    ]
    assert _found(rows, "Ada Elm", "Bo Oak") == []
    bodies = [{"body_name": "Quince Office", "kind": "state"}]
    items = ask(LENS, {"relations": rows, "bodies": bodies}, one="Ada Elm", other="Bo Oak")
    assert len(findings(items)) == 1


@pytest.mark.parametrize("office", [{"attributed": "Fig Daily"}, {"status": "alleged"}, {"standing": "read"}])
def test_an_office_that_is_only_said_opens_no_kin(office: dict[str, str]) -> None:
    rows = [
        _tie("Ada Elm", "Bo Oak", "family"),
        _tie("Ada Elm", "Alder Works", "director"),
        _tie("Bo Oak", "Birch Works", "director", **office),
    ]
    assert _found(rows, "Ada Elm", "Bo Oak") == []


def test_types_can_be_chosen_and_left_out() -> None:
    rows = [_tie("A", "B", "member"), _tie("A", "B", "funds")]
    assert "member" in _found(rows, "A", "B", types=["Member"])[0].says
    assert "funds" in _found(rows, "A", "B", without=["member"])[0].says


def test_two_actors_are_needed_and_must_be_known() -> None:
    assert notices(ask(LENS, {"relations": ROWS}))[0].says == "Two actors are needed to look for paths between them"
    assert notices(ask(LENS, {"relations": ROWS}, one="Ada Elm", other="Nobody"))[0].says == (
        "Who Nobody is, is not clear"
    )
    doubled = [*ROWS, _tie("x", "y", "link", from_id="ada-2", from_name="Ada Elm")]
    assert notices(ask(LENS, {"relations": doubled}, one="Ada Elm", other="Cy Fir"))[0].about == ("Ada Elm",)


def test_paths_longer_than_asked_are_not_shown() -> None:
    items = ask(LENS, {"relations": ROWS}, one="Ada Elm", other="Cy Fir", longest=2)
    assert findings(items) == []


def test_denied_and_supposed_ties_do_not_count() -> None:
    rows = [
        _tie("A", "B", "member", polarity="-"),
        _tie("A", "B", "member", status="hypothetical"),
        _tie("A", "C", "x"),
    ]
    assert _found([*rows, _tie("B", "D", "x")], "A", "B") == []


def test_bad_settings_are_refused() -> None:
    with pytest.raises(BadSetting, match="no day"):
        ask(LENS, {"relations": ROWS}, one="Ada Elm", other="Cy Fir", at="soon")
    with pytest.raises(BadSetting, match="out of range"):
        ask(LENS, {"relations": ROWS}, k=0)


def test_an_event_is_over_when_its_date_is() -> None:
    rows = [_tie("A", "Feast", "meeting", since="2001-05-03"), _tie("B", "Feast", "meeting", since="2001-05-03")]
    rows += [_tie("B", "C", "member", since="1990", until="2000"), _tie("B", "D", "member", since="2002")]
    assert "A – meeting, 2001-05-03, recorded – Feast" in _found(rows, "A", "D", in_time=True)[0].says
    assert _found(rows, "D", "A", in_time=True) == []
    assert _found(rows, "A", "C", in_time=True) == []
