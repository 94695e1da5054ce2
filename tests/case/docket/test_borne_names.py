"""A register that has two names of a firm is looked up by either, and not by a name that two firms bear."""

import json

import pytest

from tests.case.asked import asked, case_of, put

_FIRMS = {"a": ["Lanyu Capital", "岚屿资本"], "b": ["Qiuming Ceramics", "秋鸣陶瓷"], "c": ["Qiuming Tiles", "秋鸣建材"]}


def _register(firms: dict[str, list[str]]) -> str:
    rows = [{"id": i, "schema": "Company", "properties": {"name": names}} for i, names in firms.items()]
    held = {"owner": ["a"], "asset": ["b"], "percentage": ["14"], "startDate": ["2019-01-01"]}
    told = {"director": ["a"], "organization": ["b"], "role": ["director"], "startDate": ["2019-01-01"]}
    rows += [{"id": "h", "schema": "Ownership", "properties": held}]
    rows += [{"id": "d", "schema": "Directorship", "properties": told}]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


@pytest.mark.parametrize(
    ("owner", "firm", "outcome"),
    [
        ("岚屿资本", "秋鸣陶瓷", "supported"),
        ("Lanyu Capital", "Qiuming Ceramics", "supported"),
        ("Lanyu Capital", "秋鸣陶瓷", "supported"),
        ("岚屿资本", "秋鸣建材", "no data"),
        ("秋鸣陶瓷", "岚屿资本", "no data"),
    ],
)
def test_a_holding_is_found_by_either_name(owner: str, firm: str, outcome: str) -> None:
    claim = asked("ownership", owner, "holds 14 percent of", other=firm, n=14.0, unit="percent")
    with case_of({"register.ftm.json": _register(_FIRMS)}) as session:
        assert put(session, claim).outcome == outcome


def test_a_name_that_two_firms_bear_finds_neither() -> None:
    firms = _FIRMS | {"c": ["Qiuming Tiles", "秋鸣陶瓷"]}
    claim = asked("ownership", "岚屿资本", "holds 14 percent of", other="秋鸣陶瓷", n=14.0, unit="percent")
    with case_of({"register.ftm.json": _register(firms)}) as session:
        assert put(session, claim).outcome in ("no data", "not identified")


def test_a_post_is_found_by_either_name() -> None:
    claim = asked("role", "岚屿资本", "is director of", other="秋鸣陶瓷")
    with case_of({"register.ftm.json": _register(_FIRMS)}) as session:
        assert put(session, claim).outcome == "supported"
