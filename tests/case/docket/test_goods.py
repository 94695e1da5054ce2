"""The good of a claim is the whole good of a record: its market and its stage, in any number of words."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
drone magnets,cell,production,2023,Norland,52.6 %,Office
drone magnets,pack,production,2023,Norland,30 %,Office
ferry turbines,blade,production,2023,Norland,40 %,Office
hearing aids,,production,2023,Norland,22 %,Office
lamp batteries,,production,2023,Norland,18 %,Office
seed potatoes,,production,2023,Norland,35 %,Office
kayaks,assembly,production,2023,Norland,31 %,Office
canoes,assembly,production,2023,Norland,31 %,Office
canoes,hull,production,2023,Norland,60 %,Office
roof slates (Southland),slate,production,2023,Acme,27 %,Office
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "number", "decided"),
    [
        ("share of drone magnet production cell", 52.6, True),
        ("share of magnet production cell", 52.6, False),
        ("share of magnet production", 52.6, False),
        ("share of cell production", 52.6, False),
        ("share of ferry turbine blade production", 40, True),
        ("share of ferry turbine production", 40, False),
        ("share of ferry production blade", 40, False),
        ("world turbine production blade", 40, False),
        ("share of all turbine production blade", 40, False),
        ("share of hearing aid production", 22, True),
        ("share of aid production", 22, False),
        ("share of lamp battery production", 18, True),
        ("share of battery production", 18, False),
        ("share of seed potato production", 35, True),
        ("share of potato production", 35, False),
        ("share of world kayak production", 31, True),
        ("made of the world's kayaks", 31, True),
        ("share of canoe hull production", 60, True),
        ("share of canoe assembly production", 31, True),
        ("share of world canoe production", 31, False),
        ("share of kayak paddle production", 31, False),
    ],
)
def test_a_wider_good_is_not_the_recorded_one(session: Session, words: str, number: float, decided: bool) -> None:
    tested = put(session, asked("share", "Norland", words, "2023", n=number, unit="percent"))
    assert (tested.outcome == "supported") is decided, tested
    assert tested.outcome != "contradicted"


def test_a_wider_good_is_told_what_is_recorded(session: Session) -> None:
    tested = put(session, asked("share", "Norland", "share of magnet production cell", "2023", n=52.6, unit="percent"))
    assert "more broadly than the records: they are of drone magnets" in tested.rule


def test_the_only_market_of_a_case_goes_unsaid_where_one_word_names_it() -> None:
    rows = "market,stage,basis,year,supplier,share,asserted_by\n"
    claim = asked("share", "Norland", "share of silicate production", "2023", n=40, unit="percent")
    with case_of({"supply_shares.csv": f"{rows}lamps,silicate,production,2023,Norland,40 %,Office\n"}) as session:
        assert put(session, claim).outcome == "supported"
    more = "lamps,silicate,production,2023,Norland,40 %,Office\nkilns,brick,production,2023,Norland,9 %,Office\n"
    with case_of({"supply_shares.csv": rows + more}) as session:
        assert put(session, claim).outcome == "not identified"


@pytest.mark.parametrize(
    ("words", "place", "number", "decided"),
    [
        ("share of Southland's roof slate production", "Southland", 27, True),
        ("made of all roof slates produced in Southland", "Southland", 27, True),
        ("made of all roof slates produced in Westland", "Westland", 27, False),
        ("share of roof slate production", None, 27, False),
        ("share of Southland's slate production", "Southland", 27, False),
    ],
)
def test_a_good_of_a_place_is_of_that_place(
    session: Session, words: str, place: str | None, number: float, decided: bool
) -> None:
    claim = replace(asked("share", "Acme", words, "2023", n=number, unit="percent"), place=place)
    tested = put(session, claim)
    assert (tested.outcome == "supported") is decided, tested
    assert tested.outcome != "contradicted"


PLACES = "market,basis,year,supplier,share,asserted_by\n" + "".join(
    f"sledges,production,2023,{name},{share} %,Office\n"
    for name, share in (("Acme", 40), ("Birk", 22), ("Cole", 15), ("Dorn", 12), ("Elm", 7), ("others", 4))
)


@pytest.mark.parametrize(
    ("who", "words", "outcome"),
    [
        ("Dorn", "was the fourth largest producer of sledges", "supported"),
        ("Dorn", "was fourth largest of the producers of sledges", "supported"),
        ("Dorn", "ranked fourth in the production of sledges", "supported"),
        ("Dorn", "ranked third in the production of sledges", "contradicted"),
        ("Dorn", "was still the fourth largest producer of sledges", "supported"),
        ("Elm", "was the fifth-largest producer of sledges", "supported"),
        ("Elm", "was the fourth largest producer of sledges", "contradicted"),
        ("Birk", "was the fourth largest producer of sledges", "contradicted"),
        ("Dorn", "was the fourth largest producer of sledge runners", "not identified"),
    ],
)
def test_any_place_among_the_suppliers_can_be_claimed(who: str, words: str, outcome: str) -> None:
    with case_of({"supply_shares.csv": PLACES}) as opened:
        assert put(opened, asked("rank", who, words, "2023")).outcome == outcome
