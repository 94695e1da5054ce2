"""The kind of a row of a table of claims, by its property and unit."""

import pytest

from cuibono.extract.claim_properties import firm_of, kind_of_property


@pytest.mark.parametrize(
    ("prop", "unit", "kind"),
    [
        ("share of the lamp market", "percent", "share"),
        ("share of Norland's steel capacity", "percent", "share"),
        ("share of Acme Bank", "percent", "ownership"),
        ("votes in Acme Bank", "percent", "ownership"),
        ("rank", "", "rank"),
        ("largest maker", "", "rank"),
        ("chairman", "", "role"),
        ("founded", "", "event date"),
        ("closed since 2011", "companies", "count"),
        ("brother of", "", "tie"),
        ("member of", "", "tie"),
        ("controls", "", "control"),
        ("cost of a tonne", "yuan", "amount"),
        ("number of employees", "", "count"),
        ("rise in wages", "percent", "trend"),
        ("reason for the fire", "", "cause"),
        ("behaviour of the app", "", "behaviour of an app"),
        ("behaviour of a feed", "", "behaviour of a feed"),
        ("treatment by the office", "", "treatment"),
        ("coordination", "", "coordination"),
        ("the behaviour of the app", "", "other"),
        ("called", "", "other"),
    ],
)
def test_kinds(prop: str, unit: str, kind: str) -> None:
    assert kind_of_property(prop, unit) == kind


def test_what_will_be_is_a_forecast() -> None:
    assert kind_of_property("share of the lamp market", "percent", "forecast") == "forecast"


def test_the_firm_that_a_share_is_of() -> None:
    assert firm_of("share of Acme Bank") == "Acme Bank"
    assert firm_of("share of the market") is None
    assert firm_of("share of Norland's steel") is None
    assert firm_of("share of World exports") is None
