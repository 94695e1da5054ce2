from typing import Any

import pytest

from cuibono.errors import BadSetting
from cuibono.simulate.feeds import World, feed
from cuibono.testing.desk import ask, findings, notices

LENS = "feeds.departure"
MADE = feed(3, None, World(accounts=6, shown=24, windows=2, videos=50))
SHOWN: list[dict[str, Any]] = list(MADE.impressions())
SUPPLY: list[dict[str, Any]] = list(MADE.catalogue())


def _why(tables: dict[str, Any]) -> str:
    items = ask(LENS, tables)
    assert findings(items) == []
    (notice,) = notices(items)
    assert notice.says == "departure not identified"
    return notice.why


def test_without_a_catalogue_it_is_not_identified() -> None:
    assert "no catalogue" in _why({"impressions": SHOWN})


def test_a_catalogue_of_other_windows_is_none() -> None:
    assert "does not hold 144" in _why({"impressions": SHOWN, "catalogue": [r | {"period": "x"} for r in SUPPLY]})


def test_without_watching_or_actions_taste_is_unknown() -> None:
    rows = [r | {"watch_s": None} for r in SHOWN]
    assert "taste is unknown" in _why({"impressions": rows, "catalogue": SUPPLY})


def test_few_accounts_are_refused() -> None:
    rows = [r for r in SHOWN if r["account"] in ("viewer-001", "viewer-002")]
    assert "there are 2" in _why({"impressions": rows, "catalogue": SUPPLY})


def test_an_alpha_that_is_none_is_refused() -> None:
    with pytest.raises(BadSetting, match="alpha"):
        ask(LENS, {"impressions": SHOWN, "catalogue": SUPPLY}, alpha=0.7)
