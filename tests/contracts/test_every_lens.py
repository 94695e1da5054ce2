from collections.abc import Iterator
from typing import Any

import pytest

from cuibono import lens
from cuibono.lenses import registry
from cuibono.lenses.contract import LensSpec, spec_of
from cuibono.model.finding import Finding, Measure, Notice
from cuibono.model.tables import Claims
from cuibono.testing.lenses import PROMISES, Example, Promise
from tests.contracts.examples import EXAMPLES

Yields = Iterator[Finding | Notice]


@pytest.mark.parametrize("name", registry.lens_names())
def test_every_lens_has_an_example(name: str) -> None:
    assert name in EXAMPLES


@pytest.mark.parametrize("promise", PROMISES, ids=lambda p: p.__name__)
@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_lens_keeps(promise: Promise, name: str) -> None:
    promise(name, EXAMPLES[name])


def _finding(claims: Claims, says: str, **more: Any) -> Finding:
    given = {"measure": Measure("n", 1.0, meaning="how many"), "caveats": ("It may be wrong.",), "about": ("x",)}
    return Finding(says=says, **(given | more), evidence=claims.where("true"))


@lens
def mute(claims: Claims, *, depth: int = 1) -> Yields:
    """Says things"""
    yield _finding(claims, f"There are {len(claims.sql('SELECT COUNT(*) FROM {this}'))}")


@lens
def sloppy(claims: Claims) -> Yields:
    """Says that it is nothing.

    It does not mean it.
    """
    rows = claims.sql("SELECT _row AS n FROM {this}")
    yield _finding(claims, f"The first row is {rows[0]['n']}, said by None", measure=Measure("n", 2.0, low=3.0))
    yield _finding(claims, "Again", caveats=())


@lens
def baseless(claims: Claims) -> Yields:
    """Finds without evidence.

    It does not care.
    """
    claims.sql("SELECT hash(value) AS h FROM {this}")
    yield Finding("Out of the blue", ("x",), claims.where("false"))


BROKEN = {
    "explains_itself": mute,
    "writes_shared_sql": baseless,
    "cites": baseless,
    "same_answer_twice": sloppy,
    "speaks_plainly": sloppy,
    "numbers_explain_themselves": sloppy,
    "draws": sloppy,
}


@pytest.mark.parametrize("promise", [p for p in PROMISES if p.__name__ in BROKEN], ids=lambda p: p.__name__)
def test_a_broken_promise_is_noticed(promise: Promise, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = spec_of(BROKEN[promise.__name__])
    assert isinstance(spec, LensSpec)
    monkeypatch.setattr(registry, "get", lambda name: spec)
    example = Example({"claims": [{"subject_name": "Norland", "property": "p", "value": v} for v in "abc"]})
    with pytest.raises(AssertionError):
        promise(spec.name, example)
