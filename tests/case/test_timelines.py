"""What is dated: ties and events with the days that their dates allow, by party and by time."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from cuibono.case import Case, networks, timelines
from cuibono.case.timelines import Moments
from tests.case.networks_by_hand import made

EVENTS = """actor,when,kind,what
Anna Vell,2016-03-05,statement,spoke on the coast
Anna Vell,2017,visit,
Tarn Shipping,2018-06,launch,a new line
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The small network with a calendar of events."""
    folder: Path = tmp_path_factory.mktemp("timeline")
    found = made(folder)
    (folder / "events.csv").write_text(EVENTS, "utf-8")
    found.add(folder / "events.csv", as_table="dated_events", outlet="Coast Desk")
    return found


@pytest.fixture(scope="module")
def every(case: Case) -> Moments:
    """Everything dated."""
    return timelines.moments(case.layout)


def test_dated_ties_and_events_are_all_there_and_undated_ties_are_not(every: Moments) -> None:
    told = every.told(range(len(every)))
    assert sum(t["is_tie"] for t in told) == 8
    assert [t["what"] for t in told if not t["is_tie"]] == ["spoke on the coast", "visit", "a new line"]
    assert timelines.extent(every) == (date(2001, 1, 1), date(2021, 12, 31))


def test_a_date_keeps_its_precision(every: Moments) -> None:
    wide = {t["when"]: every.begun[t["number"]] - every.first[t["number"]] + 1 for t in every.told(range(len(every)))}
    assert (wide["2016-03-05"], wide["2017"], wide["2018-06"]) == (1, 365, 30)


def test_what_may_have_been_going_on_in_a_stretch_of_time(every: Moments) -> None:
    first, last = date(2017, 1, 1).toordinal(), date(2017, 12, 31).toordinal()
    kept = timelines.within(every, first, last, standings=networks.STANDINGS)
    assert {t["what"] for t in every.told(np.flatnonzero(kept).tolist()) if not t["is_tie"]} == {"visit"}
    vell = every.ids.index("name:anna vell")
    mine = timelines.within(every, first, last, standings=networks.STANDINGS, entity=vell)
    assert sorted(t["what"] for t in every.told(np.flatnonzero(mine).tolist())) == ["director (chair)", "visit"]


def test_lanes_go_to_those_of_whom_most_is_told(every: Moments) -> None:
    kept = timelines.within(every, -np.inf, np.inf, standings=networks.STANDINGS)
    busiest = [every.names[n] for n in timelines.busiest(every, kept, 2)]
    assert busiest == ["Halden Metering", "Tarn Shipping"]
    paper = every.ids.index("name:coast paper")
    assert timelines.busiest(every, kept, 3, first=paper)[0] == paper


def test_it_is_read_once_until_something_changes(case: Case, every: Moments) -> None:
    assert timelines.moments(case.layout) is every
    assert timelines.fresh(case.layout)
