"""Many sources, few voices: what is told, what is counted, what cannot be."""

from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding
from cuibono.testing.desk import MemoryDesk, ask, findings, notices

Row = dict[str, Any]
PARAGRAPH = (
    "Norland makes 64 percent of all lamps, and the price of a lamp has doubled since the frost of May, which took the "
    "glass works of the whole valley off the grid for weeks."
)


def _said(speaker: str | None, source: str, outlet: str = "", **more: Any) -> Row:
    """One row: in an outlet's own voice when no other outlet is given."""
    told = {"asserted_by": speaker, "outlet": outlet or speaker, "own_voice": not outlet}
    keys = {"record": f"{source}/{speaker}", "_source": source, "_row": 1, "what": "claim", "kind": "share"}
    claim = {"says": "Norland makes 64 percent of all lamps", "subject_name": "Norland", "low": 64.0, "high": 64.0}
    return keys | claim | told | {"unit": "percent", "reading": "spacy@1"} | more


def _one(rows: list[Row], owners: list[Row] = [], **settings: Any) -> Finding:  # noqa: B006
    (found,) = findings(ask("claims.corroboration", {"sayings": rows, "same_owner": owners}, **settings))
    return found


def test_a_speaker_who_is_relayed_is_one_source_and_it_says_by_whom() -> None:
    found = _one([_said("Minister Vex", "a", "Radio Arland"), _said("Minister Vex", "b", "The Gazette")])
    assert found.says == (
        "“Norland makes 64 percent of all lamps” is stated by 2 sources that come down to 1 independent one: "
        "Minister Vex; The Gazette relays Minister Vex"
    )
    assert found.measure is not None
    assert (found.measure.low, found.measure.value, found.measure.high) == (1.0, 1.0, 1.0)
    assert found.about == ("Norland", "share", "Norland makes 64 percent of all lamps")
    assert found.evidence.count() == 2


def test_copies_and_outlets_of_one_owner_are_named_as_what_they_are() -> None:
    rows = [
        _said("Fig Daily", "a", paragraph=PARAGRAPH, published="2021-05-01"),
        _said("Pear Post", "b", paragraph=PARAGRAPH.replace("weeks", "three weeks"), published="2021-05-02"),
        _said("Plum Press", "c"),
        _said("Quince Radio", "d"),
    ]
    owners = [
        {"party_name": "Plum Press", "owner_name": "Hazel Holding"},
        {"party_name": "Quince Radio", "owner_name": "Hazel Holding"},
    ]
    found = _one(rows, owners)
    assert found.says.partition(" is stated by ")[2] == (
        "4 sources that come down to 2 independent ones: Fig Daily, Plum Press; Pear Post copies Fig Daily; "
        "Quince Radio and Plum Press have one owner (Hazel Holding)"
    )
    assert [(b.label, b.value, b.note) for b in found.figure.bars] == [  # type: ignore[union-attr]
        ("Fig Daily", 2.0, "one more comes down to it"),
        ("Plum Press", 2.0, "one more comes down to it"),
    ]


def test_independent_sources_are_listed_without_further_ado() -> None:
    found = _one([_said("Fig Daily", "a"), _said("Pear Post", "b")])
    assert found.says.endswith("is stated by 2 independent sources: Fig Daily, Pear Post")
    assert "Who owns the outlets is not known to the case; outlets of one owner would count as one." in found.caveats
    assert found.caveats[0].startswith("How many state it is not whether it is so")


def test_a_party_to_the_claim_is_no_outsider() -> None:
    found = _one([_said("Norland", "a", "Fig Daily"), _said("Pear Post", "b")])
    assert "Norland is a party to it, and no outsider." in found.caveats


def test_those_who_rest_only_on_each_other_count_one_and_it_is_told() -> None:
    found = _one([_said("Fig Daily", "a", "Pear Post"), _said("Pear Post", "b", "Fig Daily")])
    assert found.measure is not None
    assert found.measure.value == 1.0
    assert any(c.startswith("Fig Daily and Pear Post rest only on each other") for c in found.caveats)


def test_those_without_a_name_are_one_at_most() -> None:
    rows = [_said("officials", s, o, speaker_kind="nominal") for s, o in (("a", "Fig Daily"), ("b", "Pear Post"))]
    found = _one([*rows, _said("Plum Press", "c")])
    assert found.measure is not None
    assert (found.measure.value, found.measure.high) == (1.0, 2.0)
    assert "2 sources name nobody; those without a name are never taken as independent of each other." in found.caveats


def test_what_one_says_is_a_notice_and_counts_with_its_subject() -> None:
    items = ask("claims.corroboration", {"sayings": [_said("Fig Daily", "a"), _said("Fig Daily", "a", record="again")]})
    assert findings(items) == []
    (notice,) = notices(items)
    assert notice.says == "1 claim is stated by one source only"
    assert notice.about == ("Norland",)


def test_what_differs_stands_apart() -> None:
    rows = [
        _said("Fig Daily", "a"),
        _said("Pear Post", "b", says="Norland makes 30 percent of all lamps", low=30, high=30),
    ]
    (notice,) = ask("claims.corroboration", {"sayings": rows})
    assert notice.says == "2 claims are stated by one source only"


def test_a_denial_is_counted_for_itself() -> None:
    found = _one([_said("Fig Daily", "a", polarity="-"), _said("Pear Post", "b", polarity="-"), _said("Plum", "c")])
    assert " is denied by 2 independent sources: " in found.says


def _tie(one: str, other: str, source: str, speaker: str, **more: Any) -> Row:
    return _said(speaker, source, what="tie", kind="family", says=None, subject_name=one, object_name=other) | more


def test_a_tie_is_one_whoever_is_named_first() -> None:
    rows = [_tie("Ada Elm", "Bo Elm", "a", "Register"), _tie("Bo Elm", "Ada Elm", "b", "Fig Daily")]
    found = _one(rows)
    assert found.says == "“Ada Elm, family: Bo Elm” is stated by 2 independent sources: Register, Fig Daily"
    assert found.evidence.count() == 2


def test_only_what_is_asked_for_is_told() -> None:
    rows = [_said("Fig Daily", "a"), _said("Pear Post", "b")]
    rows += [_tie("Ada Elm", "Bo Elm", "a", "Register"), _tie("Ada Elm", "Bo Elm", "b", "Fig Daily")]
    assert _one(rows, what="ties").about[0] == "Ada Elm"
    assert _one(rows, about="norland").about[0] == "Norland"
    assert findings(ask("claims.corroboration", {"sayings": rows}, least=3)) == []


def test_proposals_are_left_aside() -> None:
    rows = [_said("Fig Daily", "a"), _said("Pear Post", "b", standing="proposed")]
    (notice,) = ask("claims.corroboration", {"sayings": rows})
    assert notice.says == "1 claim is stated by one source only"
    (nothing,) = ask("claims.corroboration", {"sayings": rows[1:]})
    assert nothing.says == "Nothing is stated that could be corroborated"


def test_proposals_can_lower_the_lower_end_and_are_told() -> None:
    rows = [_said("Fig Daily", "a", "Pear Post"), _said("Minister Vex", "b", "Plum Press")]
    found = _one([*rows, _said("Minister Vex", "c", "Fig Daily", standing="proposed")])
    assert found.measure is not None
    assert (found.measure.low, found.measure.value) == (1.0, 2.0)
    assert "Not counted: 1 place that a machine only proposes." in found.caveats
    assert found.evidence.count() == 2


def test_a_claim_that_hundreds_state_keeps_all_its_rows() -> None:
    rows = [_said(f"Paper {n}", f"s{n}") for n in range(150)]
    found = _one(rows)
    assert (found.evidence.count(), found.measure.value) == (150, 150.0)  # type: ignore[union-attr]
    assert len(found.figure.bars) == 12  # type: ignore[union-attr]


@pytest.mark.parametrize("settings", [{"least": 1}, {"copied": 0.2}, {"copied": 1.5}])
def test_settings_that_mean_nothing_are_refused(settings: dict[str, Any]) -> None:
    with MemoryDesk({"sayings": [_said("Fig Daily", "a")]}) as desk, pytest.raises(BadSetting):
        ask("claims.corroboration", desk, **settings)
