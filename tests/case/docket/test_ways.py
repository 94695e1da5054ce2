"""What would decide a claim: ways of testing, and the data that each takes."""

from cuibono.case.docket.ways import ways
from cuibono.model.claim_kind import ClaimKind
from cuibono.model.docket import Asked


def _claim(kind: ClaimKind, **told: str) -> Asked:
    return Asked(kind, "so it is", "so it is", ("s", 1), "Rita Ames", **told)  # type: ignore[arg-type]


def test_the_ways_that_the_case_has_data_for_come_first() -> None:
    found = ways(_claim("share"), {"supply_shares"})
    assert found[0].lens == ""
    assert found[0].any_of
    assert [(d.name, d.there) for d in found[0].data] == [("supply_shares", True), ("figures", False)]
    ready = {w.lens: w.ready for w in found}
    assert ready["dependence.concentration"]
    assert not ready["control.owners"]
    assert [w.ready for w in found] == sorted((w.ready for w in found), reverse=True)


def test_each_table_says_where_it_is_published() -> None:
    (first, *_) = ways(_claim("tie"), set())
    assert not first.ready
    assert all(d.get_it for w in ways(_claim("tie"), set()) for d in w.data)


def test_nothing_tests_an_opinion_or_what_is_supposed() -> None:
    assert ways(_claim("opinion"), {"supply_shares"}) == ()
    assert ways(_claim("share", status="hypothetical"), {"supply_shares"}) == ()


def test_a_forecast_is_tested_as_what_it_foretold() -> None:
    assert ways(_claim("forecast"), set()) == ()
    assert ways(_claim("forecast", foretold="share"), {"supply_shares"}) == ways(_claim("share"), {"supply_shares"})
