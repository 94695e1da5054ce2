"""Invented chains of supply on which each lens of the family finds something."""

from typing import Any

from cuibono.testing.lenses import Example


def _share(stage: str | None, supplier: str | None, low: float, high: float, **more: Any) -> dict[str, Any]:
    keys = {"market": "quince", "stage": stage, "basis": "production", "year": 2021, "supplier_name": supplier}
    return keys | {"share_low": low, "share_high": high} | more


def _site(name: str, country: str | None, low: float | None, days: float | None) -> dict[str, Any]:
    row = {"site_name": name, "country": country, "market": "quince", "stage": "press", "supplier_name": "Norland"}
    return row | {"share_low": low, "share_high": low, "stock_days": days}


DEPENDENCE = {
    "dependence.embargo": Example(
        {
            "supply_shares": [
                _share("grove", "Norland", 0.5, 0.5),
                _share("press", "Norland", 0.9, 0.95),
                _share("press", "Sudland", 0.05, 0.1),
                _share("jar", "Sudland", 0.6, 0.6),
                _share("jar", "Norland", 0.8, 1.0, basis="capacity", year=None),
                _share(None, "Norland", 0.7, 0.7, basis=None, asserted_by=None),
                _share("jar", "Westland", 0.7, 0.7, market=None),
            ],
            "stages": [
                {"market": "quince", "stage": "grove", "after": None, "build_days": 900},
                {"market": "quince", "stage": "press", "after": "grove", "day_cost": 12, "unit": "crowns"},
                {"market": "quince", "stage": "jar", "after": "press"},
            ],
            "stocks": [
                {"market": "quince", "stage": "press", "days_low": 20, "days_high": 30, "holder_name": "Sudland"},
                {"market": "quince", "stage": "jar", "quantity": 500, "use_per_day": 50},
            ],
            "substitutes": [
                {"market": "quince", "stage": "press", "supplier_name": "Westland", "spare_low": 0.2, "ramp_days": 90},
            ],
            "sites": [_site("Mill of Elmstead", "Sudland", 0.7, 20), _site("Mill of Ash", None, None, None)],
            "same_owner": [{"party_name": "Westland", "owner_name": "Westland"}],
        }
    ),
}
