import pytest

from tests.gates.floors import GATES, floors, raised


def test_every_gate_has_floors() -> None:
    assert set(floors()) == set(GATES)
    assert all(0 < least <= 1 for wanted in floors().values() for least in wanted.values())


def test_floors_rise() -> None:
    assert raised({"recall": 0.9}, {"recall": 0.95678, "precision": 1.0}) == {"precision": 1.0, "recall": 0.9567}


def test_a_floor_lies_lower_by_the_slack_of_its_gate_but_never_sinks() -> None:
    assert raised({"recall": 0.5}, {"recall": 0.75}, slack=0.125) == {"recall": 0.625}
    assert raised({"recall": 0.7}, {"recall": 0.75}, slack=0.125) == {"recall": 0.7}


def test_floors_never_sink() -> None:
    with pytest.raises(ValueError, match="recall"):
        raised({"recall": 0.9}, {"recall": 0.89})
    with pytest.raises(ValueError, match="recall"):
        raised({"recall": 0.9}, {"precision": 1.0})
