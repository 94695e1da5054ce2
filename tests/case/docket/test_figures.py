"""Counts, amounts, shares and trends against recorded figures."""

from collections.abc import Iterator

import pytest

from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,place,asserted_by
number of employees,Acme Bank,300,people,2021,,Annual report
number of employees,Acme Bank,240,people,2019,,Annual report
number of employees,Acme Bank,120,people,2021,Oslo,Annual report
employees,Bright Lamps,80,,2021-12-31,,Annual report
mines closed,Norland,750,,2019,,Statistical Office
companies closed,Norland,790,,2011/2020,,Statistical Office
tin production,Norland,41,thousand tonnes,2021,,Statistical Office
tin production,Norland,20.5,thousand tonnes,2016,,Statistical Office
tin production capacity,Norland,60,thousand tonnes,2021,,Statistical Office
steel exports,Norland,3 million,USD,2019,,Statistical Office
steel exports,Norland,2.1 million,USD,2021,,Statistical Office
profit,Acme Bank,40,million USD,2021,,Annual report
lead production,Arland,100,tonnes,2020,,Statistical Office
lead production,Arland,100,tonnes,2020,,Rival Almanac
lead production,Arland,130,tonnes,2021,,Statistical Office
lead production,Arland,90,tonnes,2021,,Rival Almanac
share of women among employees,Acme Bank,42,percent,2021,,Annual report
zinc production,Arland,70,tonnes,2021,,Minister Vex
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


PERSONS = {"unit": "person"}
COUNTS = [
    (asked("count", "Acme Bank", "had 300 employees in 2021", "2021", n=300, **PERSONS), "supported"),
    (asked("count", "Acme Bank", "employed more than 290 people in 2021", "2021", low=290, qualifier="more than",
           **PERSONS), "supported"),
    (asked("count", "Acme Bank", "had 500 employees in 2021", "2021", n=500, **PERSONS), "contradicted"),
    (asked("count", "Acme Bank", "had nearly 800 employees in 2021", "2021", high=800, qualifier="nearly", **PERSONS),
     "contradicted"),
    (asked("count", "Acme Bank", "had 310 employees in 2021", "2021", n=310, **PERSONS), "not identified"),
    (asked("count", "Acme Bank", "had 300 employees", None, n=300, **PERSONS), "not identified"),
    (asked("count", "Acme Bank", "had 300 employees in March 2021", "2021-03", n=300, **PERSONS), "not identified"),
    (asked("count", "Acme Bank", "had 300 employees in 2015", "2015", n=300, **PERSONS), "not identified"),
    (asked("count", "Acme Bank", "had 120 employees in Oslo in 2021", "2021", n=120, **PERSONS), "supported"),
    (asked("count", "Acme Bank", "had 120 employees in Bergen in 2021", "2021", n=120, place="Bergen", **PERSONS),
     "not identified"),
    (asked("count", "Acme Bank", "hired 300 employees in 2021", "2021", n=300, **PERSONS), "not identified"),
    (asked("count", "Acme Bank", "had 300 of its 900 employees in 2021", "2021", n=300, **PERSONS), "not identified"),
    (asked("count", "Acme Bank", "had 12 directors in 2021", "2021", n=12, unit="director"), "no data"),
    (asked("count", "Bright Lamps", "had 80 employees in 2021", "2021", n=80, **PERSONS), "supported"),
    (asked("count", "Bright Lamps", "had 200 employees in 2021", "2021", n=200, **PERSONS), "not identified"),
    (asked("count", "Norland", "closed 750 mines in 2019", "2019", n=750, unit="mine"), "supported"),
    (asked("count", "Norland", "opened 750 mines in 2019", "2019", n=750, unit="mine"), "no data"),
    (asked("count", "Norland", "more than 750 companies were closed in Norland since 2011", "2011/..", low=750,
           qualifier="more than", unit="company"), "supported"),
    (asked("count", "Norland", "750 companies were closed in Norland since 2011", "2011/..", n=750, unit="company"),
     "not identified"),
    (asked("count", "Norland", "more than 900 companies were closed in Norland since 2011", "2011/..", low=900,
           qualifier="more than", unit="company"), "not identified"),
    (asked("count", "Acme Bank", "had 300 employees in 2021", "2021", n=300, polarity="-", **PERSONS), "contradicted"),
    (asked("count", "Dim Lamps", "had 300 employees in 2021", "2021", n=300, **PERSONS), "no data"),
    (asked("amount", "Norland", "produced 41,000 tonnes of tin in 2021", "2021", n=41000, unit="tonne"), "supported"),
    (asked("amount", "Norland", "produced 12,000 tonnes of tin in 2021", "2021", n=12e3, unit="tonne"), "contradicted"),
    (asked("amount", "Norland", "produced 41,000 tons of tin in 2021", "2021", n=41000, unit="ton"), "not identified"),
    (asked("amount", "Norland", "exported 41,000 tonnes of tin in 2021", "2021", n=41000, unit="tonne"), "no data"),
    (asked("amount", "Norland", "had 41,000 tonnes of tin capacity in 2021", "2021", n=41e3, unit="tonne"),
     "contradicted"),
    (asked("amount", "Acme Bank", "profit was 40 million dollars in 2021", "2021", n=4e7, unit="USD"), "supported"),
    (asked("amount", "Acme Bank", "profit was 40 million euros in 2021", "2021", n=4e7, unit="EUR"), "not identified"),
    (asked("amount", "Acme Bank", "profit was 40 thousand dollars in 2021", "2021", n=4e4, unit="USD"), "contradicted"),
    (asked("amount", "Arland", "produced 130 tonnes of lead in 2021", "2021", n=130, unit="tonne"), "not identified"),
    (asked("amount", "Arland", "produced 100 tonnes of lead in 2020", "2020", n=100, unit="tonne"), "supported"),
    (asked("amount", "Arland", "produced 70 tonnes of zinc in 2021", "2021", n=70, unit="tonne"), "no data"),
    (asked("share", "Acme Bank", "share of women among employees was 42 percent in 2021", "2021", n=42, unit="percent"),
     "supported"),
    (asked("share", "Acme Bank", "share of women was 42 percent in 2021", "2021", n=42, unit="percent"), "no data"),
]  # fmt: skip
TRENDS = [
    ("Norland", "tin production doubled from 2016 to 2021", "supported"),
    ("Norland", "tin production doubled since 2016", "not identified"),
    ("Norland", "tin production tripled from 2016 to 2021", "contradicted"),
    ("Norland", "tin production halved from 2016 to 2021", "contradicted"),
    ("Norland", "tin production rose between 2016 and 2021", "supported"),
    ("Norland", "tin production fell between 2016 and 2021", "contradicted"),
    ("Norland", "tin production rose by 20,500 tonnes between 2016 and 2021", "supported"),
    ("Norland", "tin production rose by 900 tonnes between 2016 and 2021", "contradicted"),
    ("Norland", "tin production rose by 20,500 pounds between 2016 and 2021", "not identified"),
    ("Norland", "tin production rose from 2017 to 2021", "no data"),
    ("Norland", "tin production rose in Europe from 2016 to 2021", "not identified"),
    ("Norland", "tin production rose steadily from 2016 to 2021", "not identified"),
    ("Norland", "tin production nearly rose from 2016 to 2021", "not identified"),
    ("Norland", "tin production nearly doubled from 2016 to 2021", "supported"),
    ("Norland", "steel exports fell by 30 percent from 2019 to 2021", "supported"),
    ("Norland", "steel exports fell by more than 50 percent from 2019 to 2021", "contradicted"),
    ("Norland", "steel exports fell by 31 percent from 2019 to 2021", "not identified"),
    ("Norland", "steel exports fell by 30 percentage points from 2019 to 2021", "not identified"),
    ("Norland", "steel imports fell by 30 percent from 2019 to 2021", "no data"),
    ("Norland", "steel exports rose and fell by 30 percent from 2019 to 2021", "not identified"),
    ("Norland", "steel exports fell by 30 percent in 2021", "not identified"),
    ("Acme Bank", "employees rose from 240 in 2019 to 300 in 2021", "supported"),
    ("Acme Bank", "employees rose from 100 in 2019 to 300 in 2021", "contradicted"),
    ("Arland", "lead production rose from 2020 to 2021", "not identified"),
]


@pytest.mark.parametrize(("claim", "outcome"), COUNTS, ids=lambda x: x.says if isinstance(x, Asked) else x)
def test_a_number_is_compared_with_the_figure_of_just_that(session: Session, claim: Asked, outcome: str) -> None:
    tested = put(session, claim)
    assert tested.outcome == outcome, tested
    assert bool(tested.measure and tested.keys) or outcome not in ("supported", "contradicted")


@pytest.mark.parametrize(("subject", "words", "outcome"), TRENDS)
def test_a_trend_is_compared_with_two_points_of_one_source(
    session: Session, subject: str, words: str, outcome: str
) -> None:
    tested = put(session, asked("trend", subject, words))
    assert tested.outcome == outcome, tested
    assert len(tested.keys) >= 2 or outcome not in ("supported", "contradicted")
