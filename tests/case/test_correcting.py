"""Corrections: each has a name, a time and a way back, and is placed again when a text is read anew."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cuibono.case import Case, correcting
from cuibono.errors import BadSetting, CuibonoError, UnknownName
from cuibono.extract.document import Document
from cuibono.extract.records import Found
from cuibono.model.record import Record
from tests.case import by_hand


def _one(case: Case, kind: str, says: str = "") -> Record:
    """The one record of a kind whose words or fields hold a text."""
    found = [r for r in case.records(kind=kind) if says in f"{r.quote} {dict(r.data)}"]
    assert len(found) == 1, found
    return found[0]


def _name(case: Case, name: str) -> Record:
    (found,) = [r for r in case.records(kind="name") if r.data["name"] == name]
    return found


def _said(case: Case, schema: str) -> list[tuple[str, str, str]]:
    """What lenses see: property, value and standing of each statement of a schema."""
    sql = "SELECT s.prop, s.value, e.standing FROM statement AS s JOIN evidence AS e ON e.statement = s.id "
    return [tuple(r) for r in case.query(f"{sql} WHERE s.schema = '{schema}' ORDER BY 1, 2").rows]  # type: ignore[misc]


def test_a_confirmed_tie_is_relied_on_and_a_dismissed_one_is_gone(read_case: Case) -> None:
    kin = _one(read_case, "tie", "daughter")
    made = read_case.correct(kin.id, confirm=True, by="A. Editor", note="birth register")
    assert (made.verdict, made.by, made.target) == ("confirmed", "A. Editor", kin.id)
    assert ("relationship", "daughter", "confirmed") in _said(read_case, "Family")
    read_case.correct(_one(read_case, "tie", "35 %").id, dismiss=True, by="A. Editor")
    assert read_case.query("SELECT count(*) FROM holdings").rows == ((0,),)
    assert read_case.verify().ok


def test_who_decides_must_be_named(read_case: Case) -> None:
    kin = _one(read_case, "tie", "daughter")
    with pytest.raises(CuibonoError, match="needs a name"):
        read_case.correct(kin.id, confirm=True, by=" ")
    assert read_case.corrections() == []
    assert _one(read_case, "tie", "daughter") == kin


def test_fields_change_and_come_back(read_case: Case) -> None:
    before = read_case.records()
    tie = _one(read_case, "tie", "35 %")
    read_case.correct(tie.id, set={"share": "30-40 %", "date": "2019", "subject": "Pia Vex"}, by="me")
    rows = read_case.query("SELECT owner_name, share_low, share_high, standing FROM holdings").rows
    assert rows == (("Pia Vex", 0.3, 0.4, "confirmed"),)
    read_case.undo()
    assert read_case.records() == before
    assert read_case.query("SELECT owner_name, share_low FROM holdings").rows == (("Gloria Works", 0.35),)
    assert read_case.verify().ok


@pytest.mark.parametrize(
    ("fields", "error", "says"),
    [
        ({"subjekt": "Pia Vex"}, UnknownName, "did you mean subject"),
        ({"subject": "Nobody Here"}, UnknownName, "has no name 'Nobody Here'"),
        ({"type": "owns"}, UnknownName, "There is no type 'owns'"),
        ({"date": "last spring"}, BadSetting, "no date in EDTF"),
        ({"share": "130 %"}, BadSetting, "no share of a whole"),
        ({}, BadSetting, "decides one thing"),
    ],
)
def test_what_does_not_fit_is_refused(
    read_case: Case, fields: dict[str, str], error: type[CuibonoError], says: str
) -> None:
    with pytest.raises(error, match=says):
        read_case.correct(_one(read_case, "tie", "35 %").id, set=fields, by="me")
    assert read_case.corrections() == []


def test_two_names_become_one(read_case: Case) -> None:
    kept, gone = _name(read_case, "Pia Vex"), _name(read_case, "Ada Brick")
    read_case.correct(kept.id, merge="Ada Brick", by="me")
    assert [r.id for r in read_case.records(kind="name") if r.id in (kept.id, gone.id)] == [kept.id]
    assert _one(read_case, "claim").data["speaker"] == kept.id
    assert "Ada Brick" in _name(read_case, "Pia Vex").data["aliases"]
    assert read_case.query("SELECT asserted_by FROM quotes").rows == (("Pia Vex",),)
    read_case.undo()
    assert _one(read_case, "claim").data["speaker"] == gone.id


def test_one_name_becomes_two_and_what_stands_beside_goes_along(read_case: Case) -> None:
    name = _name(read_case, "Pia Vex")
    (alone,) = [m for m in read_case.records(kind="mention") if m.quote == "Vex"]
    read_case.correct(name.id, split=[alone.id], set={"name": "Oren Vex junior"}, by="me")
    new = _name(read_case, "Oren Vex junior")
    assert (new.quote, new.standing) == ("Vex", "confirmed")
    mentions = [m.quote for m in read_case.records(kind="mention") if m.data["name"] == name.id]
    assert mentions == ["Pia Vex", "Pia Vex"]
    assert {t.data["subject"] for t in read_case.records(kind="tie")} == {name.id, _name(read_case, "Gloria Works").id}
    with pytest.raises(BadSetting, match="At least one mention must stay"):
        read_case.correct(new.id, split=[alone.id], by="me")


def test_a_dismissed_name_takes_its_ties_and_leaves_its_words_to_a_person(read_case: Case) -> None:
    read_case.correct(_name(read_case, "Ada Brick").id, dismiss=True, by="me")
    claim = _one(read_case, "claim")
    assert (claim.data.get("speaker"), claim.standing, claim.needs_person) == (None, "proposed", True)
    assert [r.id for r in read_case.records(needs_person=True)] == [claim.id]
    read_case.correct(_name(read_case, "Borland Glass").id, dismiss=True, by="me")
    assert [t for t in read_case.records(kind="tie") if "Borland" in t.quote] == []


def test_what_was_missed_is_written_down(read_case: Case) -> None:
    made = read_case.add_record("glass.txt", "name", "clockmaker", type="Group", by="me")
    assert made.verdict == "corrected"
    read_case.add_record(
        "glass.txt", "tie", "a retired clockmaker", type="member_of", subject="Oren Vex", object="clockmaker", by="me"
    )
    tie = _one(read_case, "tie", "member_of")
    assert (tie.quote, tie.seq, tie.standing) == ("a retired clockmaker", 1, "confirmed")
    assert ("member", _name(read_case, "Oren Vex").data["entity"], "confirmed") in _said(read_case, "Membership")
    with pytest.raises(BadSetting, match="does not stand in"):
        read_case.add_record("glass.txt", "claim", "words of nobody", by="me")
    with pytest.raises(BadSetting, match="needs object"):
        read_case.add_record("glass.txt", "tie", "a retired clockmaker", type="family", subject="Oren Vex", by="me")
    read_case.undo()
    assert [t for t in read_case.records(kind="tie") if t.data["type"] == "member_of"] == []


def test_corrections_are_placed_again_by_overlap(read_case: Case, hand: Callable[..., None]) -> None:
    claim = _one(read_case, "claim")
    read_case.correct(claim.id, set={"status": "alleged"}, by="me")
    read_case.correct(_one(read_case, "tie", "daughter").id, confirm=True, by="me")
    hand(version="2", way=by_hand.shifted)
    read_case.read()
    again = _one(read_case, "claim")
    assert (again.id != claim.id, again.quote[0], again.data["status"]) == (True, '"', "alleged")
    assert _one(read_case, "tie", "daughter").standing == "confirmed"
    assert read_case.corrections(unplaced=True) == []


def test_what_finds_no_place_waits_for_a_person_and_is_never_lost(read_case: Case) -> None:
    read_case.correct(_one(read_case, "tie", "daughter").id, confirm=True, by="A. Editor")
    read_case.correct(_name(read_case, "Ada Brick").id, set={"name": "Dr. Ada Brick"}, by="A. Editor")
    read_case.read("glass.txt", extractor="names")
    (lost,) = read_case.corrections(unplaced=True)
    assert (lost.by, lost.anchor["quote"]) == ("A. Editor", "Pia Vex is the daughter of Oren Vex")
    assert lost.why == "no tie like 'Pia Vex is the daughter of Oren Vex' was found again"
    assert read_case.status().unplaced == 1
    assert _name(read_case, "Dr. Ada Brick").standing == "confirmed"
    read_case.read("glass.txt", extractor="hand")
    assert read_case.corrections(unplaced=True) == []
    assert _one(read_case, "tie", "daughter").standing == "confirmed"


def test_a_word_for_one_tie_never_falls_on_another(read_case: Case, hand: Callable[..., None]) -> None:
    """Another tie in the same sentence is not the one that was confirmed."""
    tie = _one(read_case, "tie", "rumoured")
    read_case.correct(tie.id, confirm=True, by="me")

    def turned(document: Document) -> Found:
        found = by_hand.read(document)
        return replace(found, ties=tuple(replace(t, subject=t.object, object=t.subject) for t in found.ties))

    hand(version="2", way=turned)
    read_case.read()
    assert [t.standing for t in read_case.records(kind="tie") if "rumoured" in t.quote] == ["proposed"]
    assert len(read_case.corrections(unplaced=True)) == 1


@pytest.mark.parametrize("decided", [{"confirm": True}, {"dismiss": True}, {"set": {"status": "alleged"}}])
def test_a_word_for_one_speaker_never_falls_on_another(
    read_case: Case, hand: Callable[..., None], decided: dict[str, Any]
) -> None:
    read_case.correct(_one(read_case, "claim").id, by="me", **decided)

    def misheard(document: Document) -> Found:
        found = by_hand.read(document)
        (oren,) = [n.id for n in found.names if n.name == "Oren Vex"]
        return replace(found, claims=tuple(replace(c, speaker=oren) for c in found.claims))

    hand(version="2", way=misheard)
    read_case.read()
    claim = _one(read_case, "claim")
    assert (claim.data["speaker"], claim.standing) == (_name(read_case, "Oren Vex").id, "read")
    (lost,) = read_case.corrections(unplaced=True)
    assert lost.why == f"the claim '{claim.quote}' is taken otherwise now"


def test_a_speaker_that_a_person_named_stays_whoever_is_heard(read_case: Case, hand: Callable[..., None]) -> None:
    read_case.correct(_one(read_case, "claim").id, set={"speaker": "Pia Vex"}, by="me")
    hand(version="2", way=by_hand.shifted)
    read_case.read()
    claim = _one(read_case, "claim")
    assert (claim.data["speaker"], claim.standing) == (_name(read_case, "Pia Vex").id, "confirmed")


def test_any_judgement_can_be_taken_back_by_its_number(read_case: Case) -> None:
    first = read_case.correct(_one(read_case, "tie", "daughter").id, confirm=True, by="me")
    read_case.correct(_one(read_case, "event").id, set={"label": "She bought sand"}, by="me")
    assert read_case.undo(first.seq) is not None
    assert _one(read_case, "tie", "daughter").standing == "proposed"
    assert _one(read_case, "event").data["label"] == "She bought sand"
    assert [c.seq for c in read_case.corrections("glass.txt")] == [first.seq + 1]


def test_an_older_finding_is_made_again_after_a_correction(read_case: Case, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("subject,property,value,asserted_by\nX,founded,1990,A\nX,founded,1995,B\n")
    read_case.add(tmp_path / "c.csv", as_table="claims")
    (finding,) = read_case.look("claims.contradictions")
    read_case.correct(_one(read_case, "tie", "35 %").id, set={"share": "40 %"}, by="me")
    assert read_case.verify().faults == []
    assert read_case.finding(finding.id).state == "stale"


def test_a_record_goes_by_the_beginning_of_its_id(read_case: Case) -> None:
    claim = _one(read_case, "claim")
    read_case.correct(claim.id[:8], confirm=True, by="me")
    with pytest.raises(UnknownName, match="There is no record 'ffffff'"):
        read_case.correct("ffffff", confirm=True, by="me")


def test_a_person_says_what_kind_a_claim_is(read_case: Case) -> None:
    claim = read_case.records(kind="claim")[0]
    read_case.correct(claim.id, set={"kind": "rank", "value": "2", "time": "2019"}, by="A. Editor")
    (now,) = [r for r in read_case.records(kind="claim") if r.id == claim.id]
    assert (now.data["kind"], now.data["value"], now.data["time"]) == ("rank", 2.0, "2019")
    with pytest.raises(UnknownName):
        read_case.correct(claim.id, set={"kind": "gossip"}, by="A. Editor")


def test_words_to_write_down_are_found_from_a_place_on_across_line_breaks() -> None:
    assert correcting._found("a b c", "no such words", 0) == (-1, "no such words")
    assert correcting._found("a b c a\nb", "a  b", 2) == (6, "a\nb")
    assert correcting._found("a b c", "a b", 2) == (0, "a b")
