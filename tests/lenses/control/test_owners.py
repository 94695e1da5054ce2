from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.model.finding import Finding, Notice
from cuibono.testing.desk import ask, findings, notices

LENS = "control.owners"
Rows = list[dict[str, Any]]


def _holds(owner: str | None, asset: str, low: float, high: float | None = None, **more: Any) -> dict[str, Any]:
    ends = {"share_low": low, "share_high": low if high is None else high}
    return {"owner_name": owner, "asset_name": asset, "share_of": "capital"} | ends | more


CROSS = [
    _holds("Pear", "Alder", 0.4),
    _holds("Alder", "Birch", 0.3),
    _holds("Birch", "Alder", 0.5),
    _holds("Quince", "Birch", 0.7),
    _holds("Quince", "Alder", 0.1),
]


def _asked(rows: Rows, measure: str, **settings: Any) -> Finding:
    (found,) = [
        f for f in findings(ask(LENS, {"holdings": rows}, **settings)) if f.measure and f.measure.name == measure
    ]
    return found


def _owned(rows: Rows, firm: str, **settings: Any) -> Finding:
    return _asked(rows, "largest integrated share", firm=firm, **settings)


def _votes(rows: Rows, firm: str, **settings: Any) -> Finding:
    return _asked(rows, "votes of the largest bloc", firm=firm, **settings)


def _notice(rows: Rows, **settings: Any) -> Notice:
    (found,) = notices(ask(LENS, {"holdings": rows}, **settings))
    return found


def test_a_circle_of_two_is_summed_to_a_whole() -> None:
    found = _owned(CROSS, "Alder")
    assert found.says == (
        "Of the capital of Alder, through all chains together (by what is said to hold now), "
        "Quince owns 52.9 % (10.0 % directly) and Pear owns 47.1 % (40.0 % directly)"
    )
    assert found.measure is not None
    assert found.measure.value == pytest.approx(9 / 17, abs=1e-15)
    assert found.evidence.count() == 5


def test_what_bears_on_claims_says_that_chains_are_meant() -> None:
    (first, second) = _owned(CROSS, "Alder").bears
    assert (first.kind, first.about) == ("share", ("quince", "Quince", "alder", "Alder"))
    assert first.low == first.high == pytest.approx(900 / 17)
    assert "integrated" in first.words
    assert second.about[1] == "Pear"


def test_votes_go_with_the_chain_of_majorities_and_not_with_value() -> None:
    rows = [_holds("Xanthe", "Alder", 0.6), _holds("Xanthe", "Birch", 0.6), _holds("Zinnia", "Yarrow", 0.4)]
    rows += [_holds("Alder", "Yarrow", 0.3), _holds("Birch", "Yarrow", 0.3)]
    found = _votes(rows, "Yarrow")
    assert found.says == (
        "More than half of the votes in Yarrow (60.0 %) certainly lie with Xanthe and firms whose majority Xanthe has "
        "(by what is said to hold now)"
    )
    assert "Zinnia owns 40.0 % and Xanthe owns 36.0 %" in _owned(rows, "Yarrow").says
    kinds = {(b.outcome, b.about[1], b.about[3]) for b in found.bears}
    assert ("supported", "Xanthe", "Yarrow") in kinds
    assert ("contradicted", "Zinnia", "Yarrow") in kinds


def test_joint_owners_are_not_taken_to_act_together() -> None:
    found = _votes([_holds("Ash", "Kelp", 0.5), _holds("Elm", "Kelp", 0.5)], "Kelp")
    assert found.says.startswith(
        "No owner who is listed can have more than half of the votes in Kelp: the most is 50.0 %"
    )
    assert found.bears == ()


def test_votes_are_taken_where_they_are_stated_and_capital_elsewhere() -> None:
    rows = [_holds("Ash", "Kelp", 0.6), _holds("Ash", "Kelp", 0.3, share_of="votes"), _holds("Elm", "Kelp", 0.4)]
    rows += [_holds("Oak", "Kelp", 0.3, share_of="votes")]
    found = _votes(rows, "Kelp")
    assert found.says.startswith("No owner who is listed can have more than half")
    assert any(c.startswith("One holding is not said to be of votes") for c in found.caveats)


def test_a_pure_circle_is_a_finding_without_a_share() -> None:
    found = _asked(
        [_holds("Round", "Square", 1.0), _holds("Square", "Round", 1.0)], "firms in the circle", firm="Round"
    )
    assert "circular, no outside owner" in found.says
    assert found.figure is None


def test_bands_leave_a_majority_possible() -> None:
    rows = [_holds("Mallow", "Nettle", 0.5, 0.75), _holds("Olive", "Nettle", 0.25, 0.5)]
    owned = _owned(rows, "Nettle")
    assert owned.measure is not None
    assert (owned.measure.low, owned.measure.high) == (0.5, 0.75)
    notice = _notice(rows, firm="Nettle")
    assert "is not identified: Mallow may have it" in notice.says
    assert "nettle" in notice.about


def test_a_band_above_half_is_certain() -> None:
    assert "certainly lie with Mallow" in _votes([_holds("Mallow", "Nettle", 0.5001, 0.75)], "Nettle").says


def test_unknown_owners_are_never_one() -> None:
    rows = [_holds(None, "Kelp", 0.3), _holds("Unknown", "Kelp", 0.3), _holds("Larch", "Kelp", 0.4)]
    items = ask(LENS, {"holdings": rows}, firm="Kelp")
    (owned,) = findings(items)
    assert owned.figure is not None
    assert [b.label for b in owned.figure.bars] == ["Larch", "an unknown owner", "an unknown owner"]
    (open_,) = notices(items)
    assert "is not identified" in open_.says


def test_more_than_a_whole_is_refused_aloud() -> None:
    items = ask(LENS, {"holdings": [_holds("Ash", "Overfull", 0.8), _holds("Elm", "Overfull", 0.7)]})
    assert findings(items) == []
    assert items[0].says == "The holdings in Overfull add up to 150.0 % of its capital: nothing is computed"


def test_a_hair_above_a_whole_is_scaled_down_aloud() -> None:
    found = _owned([_holds("Ash", "Hair", 0.501), _holds("Elm", "Hair", 0.501)], "Hair")
    assert found.measure is not None
    assert found.measure.value == pytest.approx(0.5)
    assert any("scaled down" in c for c in found.caveats)


def test_the_newest_row_of_a_pair_holds_and_a_day_can_be_asked_for() -> None:
    rows = [
        _holds("Ash", "Kelp", 0.4, since="2002", until="2023-11-07"),
        _holds("Ash", "Kelp", 0.3, since="2010", until="2012"),
        _holds("Ash", "Kelp", 0.15, since="2023-11-08"),
    ]
    assert "Ash owns 15.0 %" in _owned(rows, "Kelp").says
    assert "Ash owns 40.0 %" in _owned(rows, "Kelp", as_of="2005").says
    assert "Ash owns 30.0 %" in _owned(rows, "Kelp", as_of="2011-06-30").says
    assert _notice(rows, firm="Kelp", as_of="1999").says == "Nobody is listed as an owner of Kelp as of 1999"


def test_a_holding_that_may_have_begun_counts_from_nothing_on() -> None:
    found = _owned([_holds("Ash", "Kelp", 0.4, since="2020")], "Kelp", as_of="2020-06-30")
    assert "Ash owns at most 40.0 %" in found.says


def test_two_figures_for_one_pair_are_spanned_and_not_added() -> None:
    rows = [_holds("Ash", "Kelp", 0.3, since="2020"), _holds("Ash", "Kelp", 0.35, since="2020", asserted_by="Board")]
    found = _owned(rows, "Kelp")
    assert "Ash owns 30.0 to 35.0 %" in found.says
    assert any("more than one figure" in c for c in found.caveats)


def test_votes_that_a_firm_holds_of_itself_can_be_left_out() -> None:
    rows = [_holds("Ash", "Kelp", 0.4), _holds("Kelp", "Daughter", 1.0), _holds("Daughter", "Kelp", 0.3)]
    open_ = next(n for n in notices(ask(LENS, {"holdings": rows}, firm="Kelp")) if "votes" in n.says)
    assert "not identified" in open_.says
    assert "certainly lie with Ash" in _votes(rows, "Kelp", void_own=True).says


def test_firms_that_hold_the_majority_of_each_other_have_none_outside() -> None:
    rows = [_holds("Round", "Square", 0.6), _holds("Square", "Round", 0.6), _holds("Ash", "Round", 0.4)]
    assert "a circle, and nobody outside of it has a majority" in _votes(rows, "Round").says


def test_half_meets_one_rule_and_not_the_other() -> None:
    rows = [_holds("Ash", "Kelp", 0.25), _holds("Elm", "Kelp", 0.25), _holds("Kelp", "Daughter", 0.5)]
    ofac = findings(ask(LENS, {"holdings": rows}, rule="OFAC", listed=["Ash", "Elm"]))
    assert [f.about for f in ofac] == [
        ("Daughter", "daughter", "OFAC 50 percent rule"),
        ("Kelp", "kelp", "OFAC 50 percent rule"),
    ]
    assert "version of 2014-08-13" in ofac[0].says
    assert "no legal opinion" in ofac[0].caveats[0]
    nothing = _notice(rows, rule="EU", listed=["Ash", "Elm"])
    assert nothing.says.startswith("No firm meets the EU ownership and control test")


def test_votes_count_under_rules_that_know_control() -> None:
    rows = [_holds("Ash", "Kelp", 0.3), _holds("Ash", "Kelp", 0.6, share_of="votes"), _holds("Elm", "Kelp", 0.7)]
    (uk,) = findings(ask(LENS, {"holdings": rows}, rule="UK", listed=["Ash"]))
    assert "60.0 % of its votes lies with Ash" in uk.says
    assert findings(ask(LENS, {"holdings": rows}, rule="OFAC", listed=["Ash"])) == []


def test_a_rule_without_a_list_is_refused() -> None:
    with pytest.raises(BadSetting, match="who is listed"):
        ask(LENS, {"holdings": CROSS}, rule="OFAC")


def test_who_is_listed_but_holds_nothing_is_told() -> None:
    told = notices(ask(LENS, {"holdings": CROSS}, rule="EU", listed=["Nobody"]))
    assert told[0].says == "Nobody holds nothing that is listed here"


def test_a_bad_date_is_refused() -> None:
    with pytest.raises(BadSetting, match="no date"):
        ask(LENS, {"holdings": CROSS}, as_of="soon")


def test_denials_and_forecasts_are_left_aside() -> None:
    notice = _notice([_holds("Ash", "Kelp", 0.6, polarity="-"), _holds("Ash", "Kelp", 0.6, status="forecast")])
    assert notice.says == "No holding can be used"


def test_firms_that_are_not_shown_are_counted() -> None:
    items = ask(LENS, {"holdings": CROSS}, most=1)
    assert "1 more firm with owners listed not shown" in notices(items)[-1].says


def test_chains_that_are_cut_off_say_so_and_bear_on_nothing() -> None:
    rows = [_holds(f"Firm {i + 1}", f"Firm {i}", 0.9) for i in range(6)]
    found = _owned(rows, "Firm 0", parties=3)
    assert any("not to their end" in c for c in found.caveats)
    assert found.bears == ()


def test_namesakes_that_nobody_judged_are_told() -> None:
    rows = [*CROSS, _holds("Rowan", "Alder", 0.2, asset_id="firm:alder")]
    both = [f for f in findings(ask(LENS, {"holdings": rows}, firm="Alder")) if "capital" in f.says]
    assert [f.about for f in both] == [("Alder", "alder"), ("Alder", "firm:alder")]
    assert any("Another entry bears the name Alder" in c for c in both[0].caveats)
    assert {f.about[1] for f in findings(ask(LENS, {"holdings": rows}, firm="firm:alder"))} == {"firm:alder"}


def test_what_was_read_by_machine_is_told() -> None:
    found = _owned([_holds("Ash", "Kelp", 0.4, standing="read")], "Kelp")
    assert "One holding read in a text by machine, and not of record." in found.caveats


def test_nobody_is_called_a_nominee() -> None:
    rows = [_holds("Ash", f"Shell {i}", 0.99, since="2020-01-01") for i in range(30)]
    items = ask(LENS, {"holdings": [*rows, _holds("Ash", "Kelp", 0.5), _holds(None, "Kelp", 0.5)]})
    words = " ".join(str((i.says, getattr(i, "caveats", ()), getattr(i, "why", ""))) for i in items).lower()
    assert not any(w in words for w in ("nominee", "straw", "front man", "white glove", "controlled by"))


def test_who_has_the_majority_at_the_end_of_a_long_chain_is_found() -> None:
    rows = [_holds(f"Firm {i + 1:03d}", f"Firm {i:03d}", 0.9) for i in range(400)]
    assert "certainly lie with Firm 400 and firms whose majority Firm 400 has" in _votes(rows, "Firm 000").says
