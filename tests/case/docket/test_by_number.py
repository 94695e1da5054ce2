"""A number that just one record has bears out a claim in whatever words; the same number of something else does not."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.claim_kind import ClaimKind
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period,asserted_by
herring harvest,Norrin Trawlers,17600,tonnes,2021,Statistics Norland
herring harvest,Norrin Trawlers,14200,tonnes,2020,Statistics Norland
herring harvest,Vesk Fisheries,12300,tonnes,2021,Statistics Norland
net profit,Norrin Trawlers,118000000,marks,2021,Statistics Norland
revenue,Norrin Trawlers,755000000,marks,2021,Statistics Norland
complaints received,Vesk Fisheries,18400,complaints,2021,Statistics Norland
boats delivered,Ostra Yard,130,boats,2021,Statistics Norland
moderators,Lumo,175,people,2021,Statistics Norland
peat output,Arland,21400000,tonnes,2021,Statistics Norland
peat output,Arland,20900000,tonnes,2021,Arland Bog Watch
salt sold,Norrin Trawlers,3450,tonnes,2021,Statistics Norland
salt price,Port Vex,19,marks per tonne,2021,Statistics Norland
"""
TONNES, MARKS = {"unit": "tonne"}, {"unit": "mark"}
AROUND = {"unit": "complaint", "around": "Vesk Fisheries had a bad year. Customers sent in 18,400 complaints in 2021."}
# fmt: off
# ruff: noqa: E501
CLAIMS: list[tuple[ClaimKind, str, str, str | None, dict[str, Any], str]] = [
    ("amount", "Norrin Trawlers", "pulled 17,600 tonnes of herring from the bay in 2021", "2021", TONNES | {"n": 17600}, "supported"),
    ("amount", "Norrin Trawlers", "was left with a profit of 118 million marks in 2021", "2021", MARKS | {"n": 118e6}, "supported"),
    ("count", "Customers", "sent in 18,400 complaints in 2021", "2021", AROUND | {"n": 18400}, "supported"),
    ("count", "Ostra Yard", "handed over 130 boats in 2021", "2021", {"unit": "boat", "n": 130}, "supported"),
    ("count", "Lumo", "kept on 175 moderators in 2021", "2021", {"unit": "person", "n": 175}, "supported"),
    ("amount", "Port Vex", "had a salt price of 19 marks a tonne in 2021", "2021", MARKS | {"n": 19}, "supported"),
    # another year, body, thing, basis, measure or deed
    ("amount", "Norrin Trawlers", "pulled 17,600 tonnes of herring from the bay in 2020", "2020", TONNES | {"n": 17600}, "open"),
    ("amount", "Vesk Fisheries", "pulled 17,600 tonnes of herring from the bay in 2021", "2021", TONNES | {"n": 17600}, "open"),
    ("amount", "Norrin Trawlers", "pulled 17,600 tonnes of weed from the bay in 2021", "2021", TONNES | {"n": 17600}, "open"),
    ("amount", "Norrin Trawlers", "got rid of 17,600 tonnes of herring by export in 2021", "2021", TONNES | {"n": 17600}, "open"),
    ("amount", "Norrin Trawlers", "manufactured 3,450 tonnes of salt in 2021", "2021", TONNES | {"n": 3450}, "open"),
    ("amount", "Norrin Trawlers", "got rid of 3,450 tonnes of road salt in 2021", "2021", TONNES | {"n": 3450}, "open"),
    ("amount", "Norrin Trawlers", "was left with a debt of 118 million marks in 2021", "2021", MARKS | {"n": 118e6}, "open"),
    ("amount", "Norrin Trawlers", "was left with dividends of 118 million marks in 2021", "2021", MARKS | {"n": 118e6}, "open"),
    ("count", "Vesk Fisheries", "answered 18,400 complaints in 2021", "2021", {"unit": "complaint", "n": 18400}, "open"),
    ("count", "Customers of Brell", "sent in 18,400 complaints in 2021", "2021", AROUND | {"n": 18400}, "open"),
    ("count", "Lumo", "dismissed 175 moderators in 2021", "2021", {"unit": "person", "n": 175}, "open"),
    # a part, a plan, a change, a comparison, a denial
    ("amount", "Norrin Trawlers", "pulled 17,600 tonnes of herring from the bay in the first half of 2021", "2021", TONNES | {"n": 17600}, "open"),
    ("amount", "Norrin Trawlers", "wanted 17,600 tonnes of herring, as planned for 2021", "2021", TONNES | {"n": 17600}, "open"),
    ("amount", "Norrin Trawlers", "landed 17,600 tonnes of herring more in 2021", "2021", TONNES | {"n": 17600}, "open"),
    ("amount", "Norrin Trawlers", "never got 17,600 tonnes of herring in 2021", "2021", TONNES | {"n": 17600}, "open"),
    # what others record otherwise, and what is only near
    ("amount", "Arland", "cut 21.4 million tonnes of peat out of its bogs in 2021", "2021", TONNES | {"n": 21.4e6}, "open"),
    ("amount", "Norrin Trawlers", "pulled 17,500 tonnes of herring from the bay in 2021", "2021", TONNES | {"n": 17500}, "open"),
]
# fmt: on


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "subject", "words", "time", "more", "outcome"), CLAIMS)
def test_a_claim_is_known_by_a_number_of_the_very_thing(
    session: Session, kind: ClaimKind, subject: str, words: str, time: str | None, more: dict[str, Any], outcome: str
) -> None:
    tested = put(session, asked(kind, subject, words, time, **more))
    assert (tested.outcome if tested.outcome in DECIDED else "open") == outcome, tested


def test_it_says_that_it_was_known_so_and_by_which_record(session: Session) -> None:
    tested = put(
        session,
        asked(
            "amount",
            "Norrin Trawlers",
            "pulled 17,600 tonnes of herring from the bay in 2021",
            "2021",
            n=17600,
            unit="tonne",
        ),
    )
    assert tested.rule == "its number is the one recorded; what is recorded lies within what is claimed"
    assert tested.measure == "Norrin Trawlers: herring harvest, 17,600 tonnes, 2021 (Statistics Norland)"
