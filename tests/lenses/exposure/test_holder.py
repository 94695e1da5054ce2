from typing import Any

import numpy as np
import pytest

from cuibono.errors import BadSetting, UnknownName
from cuibono.lenses import registry
from cuibono.simulate.city import CELL, SIDE, City, city
from cuibono.testing.desk import ask, findings, notices

LENS = "exposure.holder"
INVENTORY = [
    {"holder_name": "City grid", "item": "location", "grain": "500 m, hourly", "shared_with": "housing office"},
    {"holder_name": "City grid", "item": "shoe size"},
]
Rows = list[dict[str, Any]]


def _traces(made: City) -> Rows:
    rows = zip(made.account.tolist(), made.time.tolist(), made.cell.tolist(), strict=True)
    return [
        {
            "account_id": f"resident-{a}",
            "t": t,
            "east": c % SIDE * CELL,
            "north": c // SIDE * CELL,
            "holder_name": "City grid",
        }
        for a, t, c in rows
    ]


def _residents(made: City) -> Rows:
    return [
        {
            "account_id": f"resident-{n}",
            "home_east": int(made.home[n] % SIDE * CELL),
            "home_north": int(made.home[n] // SIDE * CELL),
            "work_east": int(made.work[n] % SIDE * CELL) if made.work[n] >= 0 else None,
            "work_north": int(made.work[n] // SIDE * CELL) if made.work[n] >= 0 else None,
            "nights": "yes" if made.nights[n] else "no",
            "income": ("high", "middle", "low")[made.income[n]],
            "class_name": "watched" if made.classed[n] else "settled",
            "treated": "checked" if made.checked[n] else "let pass",
        }
        for n in range(made.home.size)
    ]


SMALL = city(300, days=21, seed=3)
TABLES = {"inventory": INVENTORY, "traces": _traces(SMALL), "residents": _residents(SMALL)}


def test_what_is_collected_says_what_a_holder_could_infer() -> None:
    items = ask(LENS, {"inventory": INVENTORY})
    (found,) = findings(items)
    assert found.says.startswith(
        "City grid collects location (500 m, hourly): from this a holder could infer home, work"
    )
    assert any("joined or shared with housing office" in c for c in found.caveats)
    assert any("traces of real people other than oneself are not taken" in n.why for n in notices(items))


def test_an_invented_city_shows_what_the_system_knows_and_whom_it_mislabels() -> None:
    found = {f.about[1]: f for f in findings(ask(LENS, TABLES))}
    assert set(found) == {"location", "unicity", "gain from joining", "inference", "treatment by class"}
    assert "by night 0 %" in found["inference"].says
    assert "are checked" in found["treatment by class"].says
    gain = found["gain from joining"].measure
    assert gain is not None
    assert gain.value > 0.3


def test_no_account_is_named_or_cited_anywhere() -> None:
    for item in ask(LENS, TABLES):
        assert "resident-" not in repr(item)
    for found in findings(ask(LENS, TABLES)):
        assert found.evidence.to_json()["table"] == "inventory"


@pytest.mark.parametrize("setting", ["person", "account", "account_id", "near", "place", "household"])
def test_there_is_no_setting_that_leads_to_a_person(setting: str) -> None:
    with pytest.raises(UnknownName):
        registry.get(LENS).parse({setting: "resident-7"})


def test_the_traces_of_one_account_are_refused_unless_they_are_one_s_own() -> None:
    alone = [r for r in TABLES["traces"] if r["account_id"] == "resident-7"]
    with pytest.raises(BadSetting, match="follows nobody"):
        ask(LENS, {"inventory": INVENTORY, "traces": alone})
    items = ask(LENS, {"inventory": INVENTORY, "traces": alone}, own=True)
    assert [f.about[1] for f in findings(items)] == ["location"]
    with pytest.raises(BadSetting, match="not one person's own export"):
        ask(LENS, TABLES, own=True)


def test_a_sample_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(BadSetting, match="-1 accounts"):
        ask(LENS, TABLES, sample=-1)


def test_fewer_than_ten_accounts_are_not_told() -> None:
    few = [r for r in TABLES["traces"] if r["account_id"] in {f"resident-{n}" for n in range(9)}]
    items = ask(LENS, {"inventory": INVENTORY, "traces": few})
    assert any("could point at people" in n.why for n in notices(items))
    assert [f.about[1] for f in findings(items)] == ["location"]


def test_coordinates_are_never_used_more_finely_than_the_grid() -> None:
    rng = np.random.default_rng(1)
    moved = [r | {"east": r["east"] + float(rng.uniform(-200, 200))} for r in TABLES["traces"]]
    plain, shaken = (
        next(f for f in findings(ask(LENS, TABLES | {"traces": t})) if f.about[1] == "gain from joining")
        for t in (TABLES["traces"], moved)
    )
    assert plain.measure == shaken.measure
