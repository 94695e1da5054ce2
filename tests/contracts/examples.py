"""Invented rows on which each lens finds something, with as many of its paths as possible."""

from typing import Any

from cuibono.testing.lenses import Example
from tests.contracts.examples_actors import ACTORS
from tests.contracts.examples_campaigns import CAMPAIGNS
from tests.contracts.examples_claims import CLAIMS
from tests.contracts.examples_control import CONTROL
from tests.contracts.examples_dependence import DEPENDENCE
from tests.contracts.examples_exposure import EXPOSURE
from tests.contracts.examples_feeds import FEEDS
from tests.contracts.examples_signals import SIGNALS


def _share(supplier: str | None, low: float | None, high: float | None = None, **more: Any) -> dict[str, Any]:
    keys = {"market": "quince", "stage": "jam", "basis": "production", "year": 2021}
    return keys | {"supplier_name": supplier, "share_low": low, "share_high": low if high is None else high} | more


def _said(value: str, low: float | None = None, high: float | None = None, **more: Any) -> dict[str, Any]:
    keys = {"about_id": "norland", "about_name": "Norland", "property": "share", "kind": "number", "unit": "percent"}
    return keys | {"value": value, "low": low, "high": low if high is None else high} | more


EXAMPLES = {
    **ACTORS,
    **CAMPAIGNS,
    **CLAIMS,
    **CONTROL,
    **DEPENDENCE,
    **EXPOSURE,
    **FEEDS,
    **SIGNALS,
    "dependence.concentration": Example(
        {
            "supply_shares": [
                _share("Norland", 0.7),
                _share("Sudland", 0.2),
                _share("Norland", 0.6, 0.9, asserted_by="Quince Board", status="alleged"),
                _share("Norland", 0.5, asserted_by=None),
                _share("Alder Jam", 0.8, basis="capacity", year=None),
                _share("Birch Jam", 0.5, basis="capacity", year=None),
                _share("Cedar Jam", 0.4, stage=None, basis=None),
                _share("Dogwood Jam", 0.4, stage=None, basis=None),
                _share("Elder Jam", 0.1, market=None),
                *(_share(f"Land {n}", 0.05, 0.2, stage="jelly") for n in range(20)),
                _share("Others", 0.1),
            ],
            "same_owner": [
                {"party_name": "Cedar Jam", "owner_name": "Hazel Holding"},
                {"party_name": "Dogwood Jam", "owner_name": "Hazel Holding"},
                {"party_name": "Alder Jam", "owner_name": "Hazel Holding"},
                {"party_name": "Alder Jam", "owner_name": "Rowan Trust"},
            ],
        }
    ),
    "claims.contradictions": Example(
        {
            "assertions": [
                _said("60", 60),
                _said("80-90", 80, 90, asserted_by="Quince Board", from_day="2021-01-01", until_day="2021-12-31"),
                _said("at least 95", 95, asserted_by=None) | {"high": None},
                _said("60", 60, asserted_by="Fig Daily", polarity="-"),
                _said("1990", 1990, property="founded", unit=None),
                _said("1992", 1992, property="founded", unit=None, status="alleged", asserted_by="Fig Daily"),
                _said("0.4", 0.4, about_name=None, about_id="sudland", unit="share"),
                _said("0.8 to 1", 0.8, 1.0, about_name=None, about_id="sudland", unit="share", asserted_by="Pear Post"),
                _said("1950", kind="date", property="birthDate", unit=None, earliest="1950-01-01", latest="1950-12-31"),
                _said("1952-", kind="date", property="birthDate", unit=None, earliest="1952-01-01", asserted_by="Fig"),
                _said("Ada Elm", kind="text", property="chairman", unit=None),
                _said("Bo Oak", kind="text", property="chairman", unit=None, asserted_by="Fig Daily"),
            ]
        },
        {"single_valued": ["chairman"]},
    ),
}
