import json
from pathlib import Path
from typing import Any

import pytest

from cuibono.case import open_case
from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers.bods import READER
from cuibono.readers.registry import choose
from tests.readers.inputs import given
from tests.readers.tables import entities, reading

ANVIL = {"statementID": "e1", "statementType": "entityStatement", "entityType": "registeredEntity", "name": "Anvil AG"}
ADA = {"statementID": "p1", "statementType": "personStatement", "names": [{"fullName": "Ada Vale"}]}


def owns(*interests: dict[str, Any], party: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "statementID": "o1",
        "statementType": "ownershipOrControlStatement",
        "subject": {"describedByEntityStatement": "e1"},
        "interestedParty": party or {"describedByPersonStatement": "p1"},
        "interests": list(interests),
    } | more


def relationship(number: str, day: str, status: str, interest: dict[str, Any], **more: Any) -> dict[str, Any]:
    details = {"isComponent": False, "subject": "firm", "interestedParty": "ada", "interests": [interest]} | more
    return {
        "statementId": number, "recordId": "tie", "recordType": "relationship", "recordStatus": status,
        "statementDate": day, "declarationSubject": "firm", "recordDetails": details,
    }  # fmt: skip


def of(tmp_path: Path, *values: Any, lines: bool = False) -> list[tuple[Any, ...]]:
    text = "\n".join(json.dumps(v) for v in values) if lines else json.dumps(list(values))
    return [row[:5] for row in entities(reading(READER, tmp_path, "a.json", text))]


def ties(tmp_path: Path, *interests: dict[str, Any], **more: Any) -> dict[str, str]:
    rows = of(tmp_path, ANVIL, ADA, owns(*interests, **more))
    return {prop: value for _, key, _, prop, value in rows if key == "o1#0"}


@pytest.mark.parametrize("lines", [False, True])
def test_statements_become_people_firms_and_holdings(tmp_path: Path, lines: bool) -> None:
    share = {"type": "shareholding", "share": {"exact": 60}, "startDate": "2016-04-06", "endDate": "2020-01-01"}
    rows = of(tmp_path, ANVIL, ADA, owns(share), lines=lines)
    assert rows == [
        (1, "e1", "Company", "name", "Anvil AG"),
        (2, "p1", "Person", "name", "Ada Vale"),
        (3, "o1#0", "Ownership", "owner", "p1"),
        (3, "o1#0", "Ownership", "asset", "e1"),
        (3, "o1#0", "Ownership", "role", "shareholding"),
        (3, "o1#0", "Ownership", "startDate", "2016-04-06"),
        (3, "o1#0", "Ownership", "endDate", "2020-01-01"),
        (3, "o1#0", "Ownership", "percentage", "60 %"),
        (3, "o1#0", "Ownership", "ownershipType", "capital"),
    ]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ({"minimum": 25, "maximum": 50}, "25-50 %"),
        ({"exclusiveMinimum": 50, "exclusiveMaximum": 75}, "50.0000001-74.9999999 %"),
        ({"exclusiveMinimum": "x", "minimum": 75}, "at least 75 %"),
        ({"maximum": 10}, "at most 10 %"),
        ({"minimum": 5, "maximum": 5}, "5 %"),
    ],
)
def test_bands_keep_both_ends(tmp_path: Path, share: dict[str, float], said: str) -> None:
    assert ties(tmp_path, {"type": "voting-rights", "share": share}) | {} == {
        "owner": "p1", "asset": "e1", "role": "voting-rights", "percentage": said, "ownershipType": "votes",
    }  # fmt: skip


def test_indirect_interests_are_links_and_no_holdings(tmp_path: Path) -> None:
    interest = {"type": "shareholding", "interestLevel": "indirect", "share": {"exact": 60}}
    found = reading(READER, tmp_path, "a.json", json.dumps([ANVIL, ADA, owns(interest)]))
    assert (3, "o1#0", "UnknownLink", "role", "indirect shareholding 60 %", None) in entities(found)
    assert any("indirect interests are kept as links" in n for n in found.notes)


def test_other_interests_are_offices_and_stated_control(tmp_path: Path) -> None:
    rows = of(tmp_path, owns({"type": "boardChair"}, {"type": "other-influence-or-control", "details": "by contract"}))
    assert [(key, schema) for _, key, schema, _, _ in rows] == [("o1#0", "Directorship")] * 3 + [
        ("o1#1", "Control")
    ] * 5
    assert (1, "o1#1", "Control", "summary", "by contract") in rows


def test_an_owner_who_is_not_named_is_one_of_its_own(tmp_path: Path) -> None:
    rows = of(
        tmp_path, ANVIL, owns({"type": "shareholding"}, party={"unspecified": {"reason": "no-beneficial-owners"}})
    )
    assert (2, "o1#unknown", "LegalEntity", "name", "unknown") in rows
    assert (2, "o1#0", "Ownership", "owner", "o1#unknown") in rows


def test_replaced_statements_do_not_count(tmp_path: Path) -> None:
    new = owns({"type": "shareholding"}) | {"statementID": "o2", "replacesStatements": ["o1"]}
    keys = {key for _, key, *_ in of(tmp_path, ANVIL, ADA, owns({"type": "shareholding"}), new)}
    assert keys == {"e1", "p1", "o2#0"}


def test_records_of_the_newest_version_count_in_their_newest_form(tmp_path: Path) -> None:
    firm = {
        "statementId": "s1", "recordId": "firm", "recordType": "entity", "recordStatus": "new",
        "recordDetails": {"entityType": {"type": "stateBody"}, "name": "Quince Office", "jurisdiction": {"code": "XX"}},
    }  # fmt: skip
    ada = {
        "statementId": "s2", "recordId": "ada", "recordType": "person",
        "recordDetails": {"names": [{"fullName": "Ada Vale"}], "birthDate": "1970", "nationalities": [{"code": "XX"}]},
    }  # fmt: skip
    old = relationship("s3", "2020-01-01", "new", {"type": "votingRights", "share": {"exact": 30}})
    new = relationship("s4", "2021-05-01", "closed", {"type": "votingRights", "share": {"exact": 40}})
    rows = of(tmp_path, firm, ada, new, old)
    assert (1, "firm", "PublicBody", "name", "Quince Office") in rows
    assert (1, "firm", "PublicBody", "jurisdiction", "XX") in rows
    assert (2, "ada", "Person", "birthDate", "1970") in rows
    tie = {prop: value for _, key, _, prop, value in rows if key == "tie#0"}
    assert (tie["percentage"], tie["endDate"], tie["ownershipType"]) == ("40 %", "2021-05-01", "votes")


@pytest.mark.parametrize(
    ("publishers", "outlet"),
    [(("Orchard Register",) * 2, "Orchard Register"), (("Orchard Register", "Elm Office"), None), ((None, None), None)],
)
def test_the_publisher_of_all_statements_is_the_outlet(
    tmp_path: Path, publishers: tuple[str, ...], outlet: str
) -> None:
    one, other = ({"publicationDetails": {"publisher": {"name": p}}} if p else {} for p in publishers)
    told = json.dumps([ANVIL | one, ADA | other])
    assert reading(READER, tmp_path, "a.json", told).outlet == outlet


def test_addresses_are_left_out(tmp_path: Path) -> None:
    rows = of(tmp_path, ADA | {"addresses": [{"address": "1 Secret Lane"}]}, ANVIL)
    assert not any("Secret" in value for *_, value in rows)


def test_it_knows_its_files_by_what_is_in_them(tmp_path: Path) -> None:
    for name, text in (("a.json", json.dumps([ANVIL], indent=2)), ("b.txt", json.dumps(ANVIL) + "\n")):
        (tmp_path / name).write_text(text, "utf-8")
        assert choose(given(tmp_path / name, tmp_path / "staging")).name == "bods"
    (tmp_path / "c.json").write_text(json.dumps([{"statementType": "poem"}]), "utf-8")
    assert choose(given(tmp_path / "c.json", tmp_path / "staging")).name != "bods"


def test_what_is_no_such_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource):
        reading(READER, tmp_path, "a.json", '[{"statementType": "entityStatement"')
    with pytest.raises(BadTable, match="no statement"):
        reading(READER, tmp_path, "b.json", '[{"statementType": "poem"}]')


def test_a_case_has_its_holdings(tmp_path: Path) -> None:
    file = tmp_path / "owners.json"
    band = {"type": "shareholding", "share": {"minimum": 25, "maximum": 50}}
    file.write_text(json.dumps([ANVIL, ADA, owns(band)]), "utf-8")
    case = open_case(tmp_path / "case", title="t")
    case.add([file])
    rows = case.query("SELECT owner_name, asset_name, share_of, share_low, share_high FROM holdings").rows
    assert list(rows) == [("Ada Vale", "Anvil AG", "capital", 0.25, 0.5)]


@pytest.mark.parametrize(
    ("exact", "low", "high"), [(60, 0.6, 0.6), (100.2, 1.002, 1.002), (150, None, None), (-5, None, None)]
)
def test_what_is_no_part_of_a_whole_is_no_share(tmp_path: Path, exact: float, low: float, high: float) -> None:
    file = tmp_path / "statements.json"
    file.write_text(json.dumps([ANVIL, ADA, owns({"type": "shareholding", "share": {"exact": exact}})]), "utf-8")
    case = open_case(tmp_path / "case")
    case.add(file)
    (row,) = case.query("select share_low, share_high from holdings").rows
    assert tuple(row.values() if isinstance(row, dict) else row) == pytest.approx((low, high))
