from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import pytest

from cuibono import lens
from cuibono.errors import BadLens, BadSetting, UnknownName
from cuibono.lenses.contract import describe, spec_of
from cuibono.model.entity_ref import EntityRef
from cuibono.model.finding import Finding, Notice
from cuibono.model.tables import SameOwner, SupplyShares

if TYPE_CHECKING:
    from cuibono.model.tables import Holdings

NOBODY = EntityRef("")
Yields = Iterator[Finding | Notice]


@lens(answers=["share", "rank"])
def orchards(
    supply: SupplyShares,
    owners: SameOwner | None = None,
    *,
    threshold: float = 0.25,
    since: date = date(2000, 1, 1),
    basis: Literal["capacity", "production"] = "production",
    fruits: list[str] = ["pear"],  # noqa: B006 - a lens gets a fresh list from parse
    about: EntityRef = NOBODY,
    rounds: int = 3,
    strict: bool = False,
    seed: int = 1,
) -> Yields:
    """Who grows most
    of the fruit.

    It does not say who eats it.

    Settings:
        threshold: from which share
            it counts
        basis: what is shared out
    """
    yield Notice("nothing")


@pytest.fixture
def spec() -> Any:
    return spec_of(orchards)


def test_reads_everything_off_the_signature(spec: Any) -> None:
    assert spec.name == "test_contract.orchards"
    assert spec.first == "Who grows most of the fruit."
    assert [(t.parameter, t.table, t.optional) for t in spec.tables] == [
        ("supply", SupplyShares, False),
        ("owners", SameOwner, True),
    ]
    assert spec.needs == ("supply_shares",)
    assert [s.kind for s in spec.settings] == ["float", "date", "choice", "list", "entity", "int", "bool", "int"]
    assert spec.answers == ("share", "rank")
    assert spec.seed


def test_help_comes_from_the_docstring(spec: Any) -> None:
    helps = {s.name: s.help for s in spec.settings}
    assert helps["threshold"] == "from which share it counts"
    assert helps["basis"] == "what is shared out"
    assert helps["rounds"] == ""
    assert spec.doc == "Who grows most\nof the fruit.\n\nIt does not say who eats it."


def test_a_lens_stays_a_function_and_needs_no_brackets() -> None:
    @lens
    def plain(supply: SupplyShares) -> Yields:
        """Says so."""
        yield Notice("so")

    found = spec_of(plain)
    assert found is not None
    assert found.answers == ()
    assert not found.seed
    assert [n.says for n in plain(None)] == ["so"]  # type: ignore[arg-type,union-attr]


def test_texts_become_what_the_settings_want(spec: Any) -> None:
    parsed = spec.parse(
        {
            "threshold": "0.3",
            "since": "2021-01-01",
            "basis": "Capacity",
            "fruits": "apple, quince",
            "strict": "yes",
            "rounds": "7",
        }
    )
    assert parsed == {
        "threshold": 0.3,
        "since": date(2021, 1, 1),
        "basis": "capacity",
        "fruits": ["apple", "quince"],
        "about": "",
        "rounds": 7,
        "strict": True,
        "seed": 1,
    }
    assert spec.parse(parsed) == parsed


@pytest.mark.parametrize(
    ("name", "value"),
    [("threshold", "much"), ("threshold", "nan"), ("threshold", True), ("since", "01/02/2021"), ("basis", "export"),
     ("rounds", "2.5"), ("rounds", 2.5), ("strict", "perhaps"), ("fruits", [1]), ("about", 4)],
)  # fmt: skip
def test_a_value_that_will_not_do_is_refused_by_name(spec: Any, name: str, value: Any) -> None:
    with pytest.raises(BadSetting, match=f"'{name}'"):
        spec.parse({name: value})


def test_an_unknown_setting_names_the_near_miss(spec: Any) -> None:
    with pytest.raises(UnknownName, match="threshold") as caught:
        spec.parse({"treshold": 1})
    assert "did you mean threshold" in caught.value.try_


def _no_doc(supply: SupplyShares) -> Yields:
    yield Notice("")


def _no_generator(supply: SupplyShares) -> Yields:
    """Says."""
    return iter(())


def _no_table(*, n: int = 1) -> Yields:
    """Says."""
    yield Notice("")


def _not_a_table(supply: dict[str, int]) -> Yields:
    """Says."""
    yield Notice("")


def _untyped_table(supply) -> Yields:  # type: ignore[no-untyped-def]
    """Says."""
    yield Notice("")


def _half_optional(supply: SupplyShares | None) -> Yields:
    """Says."""
    yield Notice("")


def _many(*supply: SupplyShares) -> Yields:
    """Says."""
    yield Notice("")


def _untyped(supply: SupplyShares, *, n=1) -> Yields:  # type: ignore[no-untyped-def]
    """Says."""
    yield Notice("")


def _no_default(supply: SupplyShares, *, n: int) -> Yields:
    """Says."""
    yield Notice("")


def _odd_type(supply: SupplyShares, *, n: dict[str, int] = {}) -> Yields:  # noqa: B006
    """Says."""
    yield Notice("")


def _odd_default(supply: SupplyShares, *, n: int = "3") -> Yields:  # type: ignore[assignment]
    """Says."""
    yield Notice("")


def _hidden_type(holdings: Holdings) -> Yields:
    """Says."""
    yield Notice("")


def _stray_help(supply: SupplyShares, *, n: int = 1) -> Yields:
    """Says.

    Settings:
        m: what is not there
    """
    yield Notice("")


@pytest.mark.parametrize(
    ("function", "why"),
    [(_no_doc, "docstring"), (_no_generator, "generator"), (_no_table, "asks for no table"),
     (_not_a_table, "not a lens table"), (_untyped_table, "not a lens table"),
     (_half_optional, "neither required nor optional"), (_many, "not a lens table"),
     (_untyped, "no type"), (_no_default, "no default"), (_odd_type, "cannot be set"), (_odd_default, "is no int"),
     (_hidden_type, "not known when it is loaded"), (_stray_help, "does not have: m")],
)  # fmt: skip
def test_what_breaks_the_contract_is_refused(function: Callable[..., Yields], why: str) -> None:
    with pytest.raises(BadLens, match=why):
        describe(function)


def test_a_kind_of_claim_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(BadLens, match="date"):
        describe(orchards, answers=["share", "date"])
