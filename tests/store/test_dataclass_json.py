"""Dataclasses come back from JSON as they were."""

from cuibono.model.bearing import Bearing
from cuibono.model.docket import Asked, Party, Route
from cuibono.model.docket import Tested as Outcome
from cuibono.model.figure import Bar, Figure
from cuibono.store.dataclass_json import of_json, rebuilt, to_json


def test_what_is_nested_comes_back() -> None:
    figure = Figure("Shares", "%", (Bar("Arland", 70.0, low=None, note="x"),), mark=25.0)
    asked = Asked("share", "says", "words", ("s", 1), "Vex", via=("a", "b"), subject=Party(None, "Arland"), low=0.5)
    tested = Outcome("supported", "a rule", by=("A yearbook",), keys=(("s", 1), ("t", 2)))
    for value in (figure, asked, tested, Route("a.b", ("x",), "no data", "why")):
        assert of_json(type(value), to_json(value)) == value


def test_a_field_that_came_later_keeps_its_default_and_one_that_went_is_left_out() -> None:
    assert of_json(Bar, '{"label": "a", "value": 1.0, "colour": "red"}') == Bar("a", 1.0)


def test_plain_data_with_dataclasses_in_it() -> None:
    bears = (Bearing("share", "supported", ("Arland",), high=0.2),)
    assert (
        rebuilt(tuple[Bearing, ...], [{"kind": "share", "outcome": "supported", "about": ["Arland"], "high": 0.2}])
        == bears
    )
    assert to_json(("é", 1)) == '["é", 1]'
