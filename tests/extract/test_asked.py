"""Rows of sayings become claims: of tables, of texts, and ties."""

from typing import Any

import pytest

from cuibono.extract.asked import asked
from cuibono.extract.claim_row_words import row_words
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked, Party
from cuibono.model.table import COMMON, spec


def _asked(**given: Any) -> Asked:
    empty = dict.fromkeys([*(c.name for c in spec("sayings").columns), *COMMON])
    return asked(empty | {"record": "r", "what": "claim", "_source": "s", "_row": 3, "asserted_by": "Ada Elm"} | given)


def test_a_row_of_a_table_tells_its_kind_by_its_property() -> None:
    row = {"subject_name": "Norland", "property": "share of lamps", "value": "nearly 64", "unit": "%", "high": 64.0}
    claim = _asked(**row, via="Radio Arland", reading="table", time="2021")
    assert (claim.kind, claim.unit, claim.qualifier, claim.via) == ("share", "percent", "nearly", ("Radio Arland",))
    assert claim.says == "Norland: share of lamps nearly 64 %"
    assert (claim.key, claim.stated and claim.stated.row) == (("s", 3), True)


def test_whom_a_row_names_as_owner_is_the_subject() -> None:
    claim = _asked(subject_name="Fig Daily", property="owner", value="Hazel Holding")
    assert (claim.subject, claim.object) == (Party(None, "Hazel Holding"), Party(None, "Fig Daily"))


def test_a_speaker_without_a_name_in_a_table_is_anonymous() -> None:
    assert (
        _asked(subject_name="Norland", property="rank", value="1", asserted_by="officials").speaker_kind == "anonymous"
    )


def test_a_claim_of_a_text_keeps_its_kind_and_chain() -> None:
    claim = _asked(kind="share", says="Norland makes\n64 percent", speaker_kind="partial", via="Fig Daily; The Wire")
    assert (claim.kind, claim.says, claim.speaker_kind) == ("share", "Norland makes 64 percent", "partial")
    assert claim.via == ("Fig Daily", "The Wire")
    assert _asked(kind="nonsense", says="So it is").kind == "other"


def test_the_texts_own_voice_is_an_organisation() -> None:
    claim = _asked(kind="share", says="So it is", own_voice=True, outlet="Fig Daily", asserted_by="Fig Daily")
    assert (claim.speaker_kind, claim.stated and claim.stated.own) == ("organisation", True)


def test_a_tie_that_holds_both_ways_has_its_ends_in_order() -> None:
    tie = {"what": "tie", "kind": "family", "property": "brother"}
    one = _asked(**tie, subject_name="Bo Elm", object_name="Ada Elm")
    other = _asked(**tie, subject_name="Ada Elm", object_name="Bo Elm")
    assert (one.subject, one.object) == (other.subject, other.object) == (Party(None, "Ada Elm"), Party(None, "Bo Elm"))
    assert one.says == "Bo Elm, brother: Ada Elm"


def test_a_holding_says_how_much_of_what() -> None:
    tie = {"what": "tie", "kind": "owns_controls", "subject_name": "Hazel Holding", "object_name": "Fig Daily"}
    held = _asked(**tie, property="votes", low=0.25, high=0.3)
    assert (held.kind, held.low, held.high, held.unit) == ("ownership", 25.0, 30.0, "percent")
    assert held.says == "Hazel Holding holds 25 to 30 percent of the votes of Fig Daily"
    assert _asked(**tie).says == "Hazel Holding holds a share of Fig Daily"


@pytest.mark.parametrize(
    ("subject", "prop", "value", "holder", "held"),
    [
        ("Acme Bank", "majority owner", "Vex Holding", "Vex Holding", "Acme Bank"),
        ("Acme Bank", "wholly owned by", "Vex Holding", "Vex Holding", "Acme Bank"),
        ("Acme Bank", "subsidiary of", "Vex Holding", "Vex Holding", "Acme Bank"),
        ("Acme Bank", "belongs to", "Vex Holding", "Vex Holding", "Acme Bank"),
        ("Acme Bank", "最大股东", "Vex Holding", "Vex Holding", "Acme Bank"),
        ("Vex Holding", "owner of", "Acme Bank", "Vex Holding", "Acme Bank"),
        ("Vex Holding", "largest shareholder of", "Acme Bank", "Vex Holding", "Acme Bank"),
        ("Vex Holding", "parent company of", "Acme Bank", "Vex Holding", "Acme Bank"),
        ("Vex Holding", "持有", "Acme Bank", "Vex Holding", "Acme Bank"),
    ],
)
def test_who_holds_stands_first(subject: str, prop: str, value: str, holder: str, held: str) -> None:
    claim = _asked(subject_name=subject, property=prop, value=value)
    assert (claim.subject, claim.object) == (Party(None, holder), Party(None, held))


def test_words_say_how_much_is_held() -> None:
    majority = _asked(subject_name="Acme Bank", property="majority owner", value="Vex Holding")
    assert (majority.low, majority.high, majority.qualifier) == (50.0, None, "more than")
    whole = _asked(subject_name="Acme Bank", property="wholly owned by", value="Vex Holding")
    assert (whole.low, whole.high, whole.unit) == (100.0, 100.0, "percent")


def test_a_place_is_a_rank_and_no_number() -> None:
    claim = _asked(subject_name="Norland", property="rank in lamp production", value="No. 2", low=2.0, high=2.0)
    assert (claim.kind, claim.words, claim.low) == ("rank", "rank in lamp production  second largest", None)


def test_a_number_in_words_stands_in_figures() -> None:
    claim = _asked(subject_name="Norland", property="share of lamps", value="about a quarter", low=25.0, high=25.0)
    assert (claim.words, claim.qualifier) == ("share of lamps  about 25.0 percent", "about")


def test_a_decade_is_a_time_and_no_number() -> None:
    claim = _asked(subject_name="Acme Bank", property="founded", value="192X", low=192.0, high=192.0, unit="X")
    assert (claim.kind, claim.time, claim.low, claim.unit) == ("event date", "192X", None, "")


def test_a_bound_may_stand_behind() -> None:
    row = {"kind": "ownership", "low": 51.0, "high": 51.0, "unit": "percent"}
    less = _asked(says="Vex Holding owns 51 percent of Acme Bank, or less.", **row)
    assert (less.low, less.high, less.qualifier) == (None, 51.0, "up to")
    more = _asked(says="Vex Holding owns 51 percent of Acme Bank or more", **row)
    assert (more.low, more.high, more.qualifier) == (51.0, None, "at least")


@pytest.mark.parametrize(
    ("prop", "value", "words"),
    [
        ("date of foundation", "2012", "founded  2012"),
        ("year founded", "2012", "founded  2012"),
        ("date of birth", "11 February 1961", "born  11 February 1961"),
        ("position among lamp producers", "1", "rank in lamp producers  largest"),
        ("biggest lamp producer", "yes", "biggest lamp producer"),
        ("trend of its share of lamps", "rising", "share of lamps  rising"),
        ("成立时间", "2012", "founded  2012"),
    ],
)
def test_the_words_of_a_row_are_those_that_records_are_compared_by(prop: str, value: str, words: str) -> None:
    assert _asked(subject_name="Norland", property=prop, value=value).words.strip() == words


def test_a_number_may_stand_in_the_property() -> None:
    claim = _asked(subject_name="Acme Bank", property="100% owned by", value="Vex Holding")
    assert (claim.low, claim.high, claim.unit) == (100.0, 100.0, "percent")


def test_a_unit_that_the_value_says_is_not_said_again() -> None:
    row = {"subject_name": "Norland", "property": "share of lamps", "value": "64 %", "unit": "percent", "low": 64.0}
    assert _asked(**row).says == "Norland: share of lamps 64 %"


@pytest.mark.parametrize(
    ("speaker", "status"),
    [("It is said", "hypothetical"), ("Rumour", "hypothetical"), ("A clerk", "alleged"), ("Ada Elm", "alleged")],
)
def test_what_is_only_rumoured_is_nobodys_claim(speaker: str, status: str) -> None:
    assert (
        _asked(kind="event date", says="Acme Bank was founded in 2012", asserted_by=speaker, status="alleged").status
        == status
    )


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("Norland was the number one producer of lamps", "Norland was the largest producer of lamps"),
        ("Norland ranked second among lamp producers", "Norland second largest of lamp producers"),
        ("Norland was first in line", "Norland was first in line"),
    ],
)
def test_a_rank_is_compared_in_one_wording(says: str, words: str) -> None:
    claim = _asked(kind="rank", says=says)
    assert (claim.words, claim.says) == (words, says)


@pytest.mark.parametrize(
    ("kind", "prop", "value", "unit", "words"),
    [
        (
            "trend",
            "milk sold, change from 2020 to 2021",
            "-10",
            "percent",
            "milk sold fell by 10 percent from 2020 to 2021",
        ),
        ("trend", "growth of members from 2020 to 2021", "4 %", "", "members rose by 4 percent from 2020 to 2021"),
        ("trend", "growth of members", "4 %", "", "growth of members  4 %"),
        ("count", "members", "at least 2000", "people", "members  at least 2,000"),
        ("count", "members", "12000", "people", "members  12000"),
    ],
)
def test_a_row_in_words(kind: ClaimKind, prop: str, value: str, unit: str, words: str) -> None:
    assert row_words(kind, prop, "", value, unit) == words
