"""Records become statements under the names of FollowTheMoney and our own."""

from typing import Any

import pytest

from cuibono.extract.map import percentage, statements
from cuibono.extract.mapped_names import with_entity
from cuibono.model import quantities
from cuibono.model.record import Record
from cuibono.model.said import Said


def _name(key: str, name: str, kind: str, **more: Any) -> Record:
    data = {"name": name, "type": kind, "naming": "named", **more}
    return with_entity(Record(key, "name", 0, 1, name, data, "s", 1))


def _tie(kind: str, subject: str, object_: str, **more: Any) -> Record:
    data = {"type": kind, "subject": subject, "object": object_, "rule": "r", "confidence": 0.97, "standing": "read"}
    return Record(f"tie-{kind}", "tie", 0, 9, "the words", {**data, **more}, "s", 2)


PIA, OREN = _name("p", "Pia Vex", "Person"), _name("o", "Oren Vex", "Person")
FIRM, BODY = _name("f", "Gloria Works Ltd", "Organization"), _name("m", "Ministry of Glass", "Organization")
CLUB, PLACE = _name("c", "Kiln Club", "Organization"), _name("l", "Borland", "Location")
NAMES = [PIA, OREN, FIRM, BODY, CLUB, PLACE]


def _of(records: list[Record], schema: str) -> dict[str, str]:
    return {s.prop: s.value for s in statements(records, source="s", voice="The Gazette") if s.schema == schema}


@pytest.mark.parametrize(
    ("record", "schema"),
    [
        (PIA, "Person"),
        (FIRM, "Company"),
        (BODY, "PublicBody"),
        (CLUB, "Organization"),
        (PLACE, "Address"),
        (_name("g", "the old guard", "Group"), "Group"),
        (_name("x", "Labour Party", "Organization"), "Organization"),
        (_name("z", "协鑫集团", "Organization"), "Company"),
        (_name("k", "Officers of Kiln", "Organization"), "Organization"),
    ],
)
def test_a_name_becomes_an_entity_by_its_type_and_its_words(record: Record, schema: str) -> None:
    assert record.data["schema"] == schema
    (said,) = [s for s in statements([record], source="s", voice="v") if s.prop == "name"]
    assert (said.entity, said.schema, said.value) == (record.data["entity"], schema, record.data["name"])


def test_another_schema_is_another_entity() -> None:
    assert (
        _name("p", "Gloria Works Ltd", "Person").data["entity"]
        != _name("p", "Gloria Works Ltd", "Group").data["entity"]
    )


@pytest.mark.parametrize("naming", ["anonymous", "nominal", "pseudonymous"])
def test_who_is_not_named_is_marked(naming: str) -> None:
    assert _of([_name("r", "a resident", "Person", naming=naming)], "Person")["unlinkable"] == naming
    assert "unlinkable" not in _of([PIA], "Person")


@pytest.mark.parametrize(
    ("tie", "schema", "ends"),
    [
        (_tie("family", "p", "o", role="daughter"), "Family", ("person", "relative")),
        (_tie("family", "p", "f"), "Tie", ("subject", "object")),
        (_tie("role", "p", "f", role="chairwoman"), "Directorship", ("director", "organization")),
        (_tie("role", "p", "c", role="gardener"), "Employment", ("employee", "employer")),
        (_tie("member_of", "p", "c"), "Membership", ("member", "organization")),
        (_tie("owns_controls", "p", "f", share=[0.35, 0.35]), "Ownership", ("owner", "asset")),
        (_tie("owns_controls", "p", "c", role="shareholder"), "Ownership", ("owner", "asset")),
        (_tie("owns_controls", "p", "c"), "Control", ("controller", "controlled")),
        (_tie("owns_controls", "p", "l"), "Tie", ("subject", "object")),
        (_tie("associate_of", "p", "o"), "Associate", ("person", "associate")),
        (_tie("funds", "f", "c"), "Tie", ("subject", "object")),
    ],
)
def test_a_tie_becomes_the_edge_whose_ends_fit(tie: Record, schema: str, ends: tuple[str, str]) -> None:
    said = _of([*NAMES, tie], schema)
    entity = {n.id: n.data["entity"] for n in NAMES}
    assert (said[ends[0]], said[ends[1]]) == (entity[tie.data["subject"]], entity[tie.data["object"]])
    assert said["summary"] == "the words"


def test_a_tie_of_our_own_keeps_its_kind() -> None:
    said = _of([*NAMES, _tie("patron_of", "o", "p")], "Tie")
    assert (said["kind"], said["role"]) == ("patron_of", "patron of")


def test_a_public_office_is_a_position_that_somebody_holds() -> None:
    records = [*NAMES, _tie("role", "p", "m", role="deputy minister", date="2013/2018")]
    held, post = _of(records, "Occupancy"), _of(records, "Position")
    assert (held["holder"], held["startDate"], held["endDate"]) == (PIA.data["entity"], "2013", "2018")
    assert (post["name"], post["organization"]) == ("deputy minister", BODY.data["entity"])
    assert _of([*NAMES, _tie("role", "p", "l", role="mayor")], "Position")["subnationalArea"] == "Borland"


@pytest.mark.parametrize(
    ("share", "says"),
    [
        ([0.35, 0.35], "35"),
        ([0.25, 0.5], "25-50"),
        ([0.5, 1.0], "at least 50"),
        ([0.0, 0.3], "at most 30"),
        (None, None),
    ],
)
def test_a_share_is_written_so_that_it_is_read_as_the_same_ends(share: list[float] | None, says: str | None) -> None:
    assert percentage(share) == says
    if share and says:
        read = quantities.parse(says)
        assert read is not None
        ends = [0.0 if read.low is None else read.low / 100, 1.0 if read.high is None else read.high / 100]
        assert ends == pytest.approx(share)


def test_each_assertion_is_an_edge_of_its_own() -> None:
    twice = [_tie("family", "p", "o", role="daughter"), _tie("family", "p", "o", role="daughter", asserted_by="f")]
    twice += [_tie("family", "p", "o", role="daughter", polarity="-"), _tie("family", "p", "o", role="niece")]
    said = statements([*NAMES, *twice], source="s", voice="The Gazette")
    edges = {(s.entity, s.asserted_by, s.polarity) for s in said if s.schema == "Family"}
    assert len({e for e, _, _ in edges}) == 4
    assert {(who, polarity) for _, who, polarity in edges} == {
        ("The Gazette", "+"),
        ("The Gazette", "-"),
        ("Gloria Works Ltd", "+"),
    }


def test_an_allegation_says_so_in_every_tool() -> None:
    said = _of([*NAMES, _tie("family", "p", "o", status="alleged")], "Family")
    assert said["summary"] == "alleged: the words"
    assert _of([*NAMES, _tie("member_of", "p", "c", status="alleged")], "Membership")["status"] == "alleged"


def test_standing_and_rule_go_with_the_evidence() -> None:
    said = statements([*NAMES, _tie("family", "p", "o", standing="proposed", confidence=0.4)], source="s", voice="v")
    assert {(s.standing, s.rule, s.confidence, s.seq) for s in said if s.schema == "Family"} == {
        ("proposed", "r", 0.4, 2)
    }
    assert {s.standing for s in said if s.schema == "Person"} == {"read"}


def test_a_claim_carries_who_says_it_and_through_whom() -> None:
    data = {"speaker": "p", "speaker_kind": "named", "mode": "indirect", "via": ["c"], "status": "stated",
            "polarity": "-", "confidence": 0.95, "standing": "read"}  # fmt: skip
    claim = Record("k", "claim", 3, 9, "it is cold", data, "s", 4)
    said = _of([*NAMES, claim], "Claim")
    assert said == {
        "speaker": PIA.data["entity"],
        "speakerKind": "named",
        "quote": "it is cold",
        "mode": "indirect",
        "via": "Kiln Club",
        "claimStatus": "stated",
        "claimPolarity": "-",
    }
    (quote,) = [s for s in statements([*NAMES, claim], source="s", voice="v") if s.prop == "quote"]
    assert quote == Said(
        quote.entity, "Claim", "quote", "it is cold", 4, "Pia Vex", "read", "claim", "stated", "-", 0.95
    )


def test_the_texts_own_voice_speaks_where_nobody_is_quoted() -> None:
    claim = Record("k", "claim", 3, 9, "it is cold", {"speaker_kind": "named", "mode": "direct"}, "s", 1)
    assert {s.asserted_by for s in statements([claim], source="s", voice="The Gazette")} == {"The Gazette"}


def test_an_event_has_its_date_and_those_who_took_part() -> None:
    event = Record(
        "e", "event", 0, 4, "2019", {"date": "2019", "label": "a kiln burst", "participants": ["p", "f"]}, "s", 1
    )
    said = [s for s in statements([*NAMES, event], source="s", voice="v") if s.schema == "Event"]
    assert sorted((s.prop, s.value) for s in said) == sorted(
        [
            ("name", "a kiln burst"),
            ("date", "2019"),
            ("involved", PIA.data["entity"]),
            ("involved", FIRM.data["entity"]),
        ]
    )


def test_amounts_turns_and_mentions_stay_records() -> None:
    kinds = ("amount", "turn", "mention", "reference")
    records = [Record(k, k, 0, 1, "x", {"name": "p", "value": 2, "unit": "ton"}) for k in kinds]  # type: ignore[arg-type]
    assert statements(records, source="s", voice="v") == []
