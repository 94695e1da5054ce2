"""What the lenses on relations share: who may be followed, how strong a tie is, and how it is told."""

from typing import Any

from cuibono.lenses import ties
from cuibono.lenses.tie_words import doubts, told
from cuibono.lenses.ties import Ties
from cuibono.model.tables import Bodies, Relations
from cuibono.testing.desk import MemoryDesk


def _tie(one: str, other: str, kind: str, **more: Any) -> dict[str, Any]:
    return {"from_name": one, "to_name": other, "type": kind} | more


def _read(*rows: dict[str, Any], bodies: tuple[str, ...] = (), **settings: Any) -> Ties:
    listed = [{"body_name": b, "kind": "state"} for b in bodies]
    desk = MemoryDesk({"relations": rows, "bodies": listed})
    return ties.read(Relations(desk), Bodies(desk) if bodies else None, **settings)


def _told(known: Ties) -> list[str]:
    return [told(r) for r in known.rows(range(len(known.one)))]


def test_a_tie_counts_by_its_standing_or_as_the_table_says() -> None:
    known = _read(
        _tie("A", "B", "member"),
        _tie("A", "C", "member", standing="read"),
        _tie("A", "D", "member", attributed="Fig Daily"),
        _tie("A", "E", "member", status="alleged"),
        _tie("A", "F", "member", strength=0.3),
    )
    assert known.strength.tolist() == [1.0, 0.95, 0.5, 0.5, 0.3]
    assert known.sure.tolist() == [True, False, False, False, True]


def test_kin_needs_an_office_of_record_at_both_ends() -> None:
    kin = _tie("A", "B", "family")
    office = _tie("A", "Works", "director")
    assert _read(kin, office).kinless == 1
    assert _read(kin, office, _tie("B", "Board", "post")).kinless == 0
    assert _read(kin, office, _tie("B", "Board", "employment")).kinless == 1
    assert _read(kin, office, _tie("B", "Board", "employment"), bodies=("Board",)).kinless == 0


def test_ties_are_told_with_dates_and_standing() -> None:
    known = _read(
        _tie("A", "B", "member", role="chair", unit="cell 3", since="1990", until="1992"),
        _tie("A", "C", "ownership", share_low=0.25, share_high=0.5, role="votes"),
        _tie("A", "D", "patron_of", attributed="Fig Daily"),
        _tie("A", "E", "funds", until="1999", standing="confirmed"),
        _tie("A", "F", "link", standing="read", asserted_by="Pear Post"),
    )
    assert _told(known) == [
        "member (chair), cell 3, 1990 to 1992, recorded",
        "holds 25 to 50 % of votes, undated, recorded",
        "patron of, undated, says Fig Daily",
        "funds, until 1999, confirmed",
        "link, undated, read by machine: says Pear Post",
    ]


def test_doubts_name_word_dates_and_times() -> None:
    known = _read(_tie("A", "B", "member", attributed="Fig Daily"), _tie("B", "C", "member", since="1990"))
    assert list(doubts(known.rows([0, 1]), together=False)) == [
        "1 of its 2 ties is no record but the word of Fig Daily.",
        "1 of its 2 ties is undated: nobody says when, and undated is not always.",
        "By their dates its ties never held all at one time.",
    ]


def test_types_are_chosen_in_any_case() -> None:
    rows = (_tie("A", "B", "Member"), _tie("A", "C", "funds"))
    assert _read(*rows, types=["MEMBER"]).types == ("member",)
    assert _read(*rows, without=["Member"]).types == ("funds",)


def test_a_name_that_two_bear_is_nobodys_until_judged() -> None:
    known = _read(_tie("A", "B", "member"), _tie("x", "B", "member", from_id="other", from_name="A"))
    notice = known.find("A")
    assert not isinstance(notice, int)
    assert notice.what_would_help == "one of the ids: a, other"
    assert isinstance(known.find("other"), int)
