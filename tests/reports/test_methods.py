"""Methods are told in the words of the lens."""

import pytest

from cuibono.lenses import registry
from cuibono.lenses.contract import describe
from cuibono.model.tables import SupplyShares
from cuibono.reports.methods import method, methods


def test_a_lens_tells_its_method_without_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    def narrowest(supply: SupplyShares, *, threshold: float = 0.25):  # type: ignore[no-untyped-def]
        """Where is the narrowest point?

        Sums ``share`` squared
        over suppliers.

        It says nothing about owners.

        Settings:
            threshold: from which index on
        """
        yield from supply.sql("SELECT 1")

    monkeypatch.setattr(registry, "get", lambda name: describe(narrowest, name=name))
    told = method("plug.narrowest")

    assert told.first == "Where is the narrowest point?"
    assert told.paragraphs == ("Sums share squared over suppliers.", "It says nothing about owners.")
    assert dict(told.helps) == {"threshold": "from which index on"}
    assert told.anchor == "method-plug-narrowest"


def test_a_lens_that_is_missing_says_so() -> None:
    assert method("nobody.knows").first == "This lens is not installed here, so its method cannot be shown."


def test_each_method_is_told_once_in_order() -> None:
    assert list(methods(["b.b", "a.a", "b.b", ""])) == ["a.a", "b.b"]
