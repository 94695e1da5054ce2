from typing import Any

import pytest

from cuibono.errors import BadSetting, MissingTable
from cuibono.model.finding import Finding
from cuibono.testing.desk import MemoryDesk, ask, findings, notices

LENS = "claims.contradictions"


def _said(
    value: str, by: str | None, low: float | None = None, high: float | None = None, **more: Any
) -> dict[str, Any]:
    keys = {"about_id": "norland", "about_name": "Norland", "property": "share", "kind": "number", "unit": "percent"}
    ends = {"low": low, "high": low if high is None else high}
    return keys | ends | {"value": value, "asserted_by": by} | more


def _one(*rows: dict[str, Any], **settings: Any) -> Finding:
    (found,) = findings(ask(LENS, {"assertions": rows}, **settings))
    return found


def _none(*rows: dict[str, Any], **settings: Any) -> bool:
    return findings(ask(LENS, {"assertions": rows}, **settings)) == []


def test_says_both_sides_with_who_says_so() -> None:
    found = _one(_said("60", "Quince Board", 60), _said("80-90", "Pear Post", 80, 90))
    assert found.says == "Share of Norland: 60 % (Quince Board) against 80-90 % (Pear Post)"
    assert found.about == ("norland", "share", "percent")
    assert found.measure is not None
    assert (found.measure.name, found.measure.value, found.measure.unit) == ("gap", 20, "percentage points")
    assert found.evidence.count() == 2
    assert found.figure is not None
    assert found.figure.kind == "ranges"
    assert [(b.label, b.low, b.high) for b in found.figure.bars] == [("Quince Board", 60, 60), ("Pear Post", 80, 90)]


def test_shares_of_a_table_are_told_in_percent() -> None:
    rows = [
        _said("80 to 100 %", "Jam Agency", 0.8, 1.0, unit="share"),
        _said("77.5 %", "Jam Tables", 0.775, unit="share"),
    ]
    found = _one(*rows)
    assert found.says == "Share of Norland: 77.5 % (Jam Tables) against at least 80 % (Jam Agency)"
    assert found.measure is not None
    assert found.measure.value == pytest.approx(2.5)


def test_roundings_do_not_count() -> None:
    assert _none(_said("45", "Quince Board", 45), _said("45.4", "Pear Post", 45.4), tolerance=0)
    assert _none(_said("60,000", "Quince Board", 60000), _said("60,300", "Pear Post", 60300))
    assert not _none(_said("45", "Quince Board", 45), _said("45.6", "Pear Post", 45.6), tolerance=0)
    assert not _none(_said("1.2 million", "Quince Board", 1.2e6), _said("1.4 million", "Pear Post", 1.4e6))
    assert _none(_said("1.2 million", "Quince Board", 1.2e6), _said("1,240,000", "Pear Post", 1.24e6), tolerance=0)


def test_open_ends_reach_everything_beyond() -> None:
    at_least = _said("at least 60", "Quince Board", 60) | {"high": None}
    assert _none(at_least, _said("90", "Pear Post", 90))
    assert _one(at_least, _said("40", "Pear Post", 40)).says.endswith(
        "40 % (Pear Post) against “at least 60” % (Quince Board)"
    )


@pytest.mark.parametrize("unit", ["year", None])
def test_years_are_compared_exactly(unit: str | None) -> None:
    rows = [
        _said(str(y), by, y, property="founded", unit=unit) for y, by in ((1990, "Quince Board"), (1991, "Pear Post"))
    ]
    assert _one(*rows).says == "Founded of Norland: 1990 (Quince Board) against 1991 (Pear Post)"


def test_dates_conflict_when_their_days_do_not_meet() -> None:
    def born(value: str, earliest: str, latest: str, by: str) -> dict[str, Any]:
        days = {"property": "birthDate", "kind": "date", "unit": None, "earliest": earliest, "latest": latest}
        return _said(value, by) | days

    first = born("1950", "1950-01-01", "1950-12-31", "Quince Board")
    assert _none(first, born("1950-03", "1950-03-01", "1950-03-31", "Pear Post"))
    found = _one(first, born("1951-03", "1951-03-01", "1951-03-31", "Pear Post"))
    assert found.says == "Birth date of Norland: 1950 (Quince Board) against 1951-03 (Pear Post)"
    assert found.measure is not None
    assert (found.measure.value, found.measure.unit) == (60, "days")
    assert found.evidence.count() == 2


def test_words_conflict_only_where_one_value_is_true() -> None:
    rows = [
        _said(value, by, property="chairman", kind="text", unit=None)
        for value, by in (("Ada Elm", "Quince Board"), ("ada  elm.", "Fig Daily"), ("Bo Oak", "Pear Post"))
    ]
    assert _none(*rows)
    found = _one(*rows, single_valued="Chairman")
    assert found.says.startswith(
        "Chairman of Norland: “Ada Elm” (Quince Board), “ada  elm.” (Fig Daily) against “Bo Oak”"
    )
    assert found.measure is not None
    assert found.measure.value == 2
    rows = [row | {"property": "leiCode"} for row in rows]
    assert not _none(*rows)


def test_a_denial_conflicts_with_the_same_value_only() -> None:
    denial = _said("45", "Pear Post", 45, polarity="-")
    found = _one(_said("45", "Quince Board", 45), denial)
    assert found.says == "Share of Norland: 45 % (Quince Board) is denied by Pear Post"
    assert found.evidence.count() == 2
    assert _none(_said("60", "Quince Board", 60), denial)


def test_statements_about_different_times_do_not_conflict() -> None:
    early = {"from_day": "2010-01-01", "until_day": "2010-12-31"}
    late = {"from_day": "2011-01-01", "until_day": "2011-12-31"}
    assert _none(_said("40", "Quince Board", 40, **early), _said("60", "Pear Post", 60, **late))
    assert not _none(_said("40", "Quince Board", 40, **early), _said("60", "Pear Post", 60))
    found = _one(
        _said("40", "Quince Board", 40, from_day="2010-01-01"),
        _said("60", "Pear Post", 60, **late),
        _said("41", "Fig Daily", 41, **early),
    )
    assert found.says == "Share of Norland: 40 % (Quince Board, since 2010-01-01) against 60 % (Pear Post, 2011)"
    assert found.evidence.count() == 2


def test_other_things_properties_and_units_are_not_compared() -> None:
    rows = [
        _said("60", "Quince Board", 60),
        _said("80", "Pear Post", 80, about_id="sudland"),
        _said("80", "Pear Post", 80, property="rank"),
        _said("80", "Pear Post", 80, unit="tonnes"),
    ]
    assert _none(*rows)


def test_forecasts_and_hypotheses_are_left_out_and_allegations_named() -> None:
    stated = _said("60", "Quince Board", 60)
    assert _none(stated, _said("80", "Pear Post", 80, status="forecast"), _said("90", "Fig", 90, status="hypothetical"))
    found = _one(stated, _said("80", "Pear Post", 80, status="alleged"))
    assert "80 % (Pear Post, alleged)" in found.says
    assert "At least one account is only alleged." in found.caveats


def test_a_speaker_who_contradicts_himself_is_said_as_such() -> None:
    found = _one(_said("60", "Fig Daily", 60), _said("90", "Fig Daily", 90))
    assert found.says.endswith("60 % (Fig Daily) against 90 % (Fig Daily); two figures by the same speaker")
    found = _one(_said("60", "Fig Daily", 60), _said("90", "Fig Daily", 90), _said("90", "Pear Post", 90))
    assert "same speaker" not in found.says
    assert "More than one of these accounts is by Fig Daily." in found.caveats


def test_two_who_are_not_named_are_not_taken_for_one() -> None:
    found = _one(_said("60", None, 60), _said("90", None, 90))
    assert "same speaker" not in found.says
    assert "Not every speaker is named; unnamed ones may be the same." in found.caveats


def test_the_evidence_is_the_accounts_in_conflict() -> None:
    rows = [
        _said("60", "Quince Board", 60),
        _said("61-89", "Fig Daily", 60, 89),
        _said("90", "Pear Post", 90),
        _said("90", "Pear Post", 90, _source="another.csv"),
    ]
    found = _one(*rows)
    assert found.says == "Share of Norland: 60 % (Quince Board) against 90 % (Pear Post)"
    assert {p.data["value"] for p in found.evidence.first()} == {"60", "90"}
    assert found.evidence.count() == 3


def test_long_disputes_are_cut_in_the_middle() -> None:
    rows = [_said(str(n), f"Speaker {n:02d}", n) for n in range(10, 28)]
    found = _one(*rows, tolerance=0)
    assert found.says.startswith("Share of Norland: 10 % (Speaker 10)")
    assert found.says.endswith("27 % (Speaker 27) and 12 more")
    assert found.measure is not None
    assert found.measure.value == 17
    assert found.evidence.count() == 18


def test_where_nothing_can_be_compared_it_says_so() -> None:
    (notice,) = ask(LENS, {"assertions": [_said("60", "Quince Board", 60)]})
    assert "No two statements" in notice.says
    assert notices(ask(LENS, {"assertions": [_said("60", "A", 60), _said("60", "B", 60)]})) == []


def test_a_case_that_asserts_nothing_says_what_to_add() -> None:
    with pytest.raises(MissingTable, match="assertions"):
        ask(LENS, {})


def test_a_tolerance_that_allows_everything_is_refused() -> None:
    with pytest.raises(BadSetting):
        ask(LENS, {"assertions": [_said("60", "Quince Board", 60)]}, tolerance=1.0)


def test_many_statements_about_one_thing_are_no_trouble() -> None:
    many = """
        SELECT 'norland' AS about_id, 'Norland' AS about_name, 'sheep' AS property, 'number' AS kind,
               (1000 + i)::VARCHAR AS value, (1000 + i)::DOUBLE AS low, (1000 + i)::DOUBLE AS high,
               'Speaker ' || i AS asserted_by
        FROM range(30000) AS t(i)
    """
    (found,) = findings(ask(LENS, MemoryDesk({"assertions": many})))
    assert found.says.endswith("and 29,994 more")
    assert found.evidence.count() == 30_000
