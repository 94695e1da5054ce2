"""Figures of whom a claim does not name are those of the one body around it that has them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.around_bodies import named_in
from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

FIGURES = """indicator,subject,value,unit,period
active soldiers,Norland,212000,people,2024
active soldiers,Norland,198000,people,2025
generals dismissed,Norland,9,people,2025
revenue,Acme Steel,4.1,million crowns,2024
revenue,Acme Steel,3.8,million crowns,2025
revenue,Bell Foundry,7.7,million crowns,2025
debt,Acme Steel,7.31,million crowns,2025
net debt,Acme Steel,7.0,million crowns,2025
hospital beds,Sudland,1200,beds,2025
hospital beds,Westland,900,beds,2025
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"figures.csv": FIGURES}) as made:
        yield made


GENERALS = asked("count", "", "nine generals were dismissed in 2025", "2025", n=9.0, unit="generals")
SOLDIERS = asked("trend", "", "The number of active soldiers grew from 2024 to 2025", "2024/2025")
REVENUE = asked("amount", "", "Our revenue was 3.8 million crowns in 2025", "2025", n=3.8, unit="million crowns")
MORE = asked("amount", "", "Our revenue was 5.5 million crowns in 2025", "2025", n=5.5, unit="million crowns")
EXACT = asked("amount", "", "The firm's debt was 7.31 million crowns in 2025", "2025", n=7.31, unit="million crowns")
ROUND = asked("amount", "", "The firm's net debt was 7 million crowns in 2025", "2025", n=7.0, unit="million crowns")
BEDS = asked("count", "", "there were 1,100 hospital beds in 2025", "2025", n=1100.0, unit="beds")


@pytest.mark.parametrize(
    ("claim", "around", "outcome"),
    [
        (GENERALS, "Norland's army is restless.", "supported"),
        (SOLDIERS, "The army of Norland.", "contradicted"),
        (SOLDIERS, "The army of Norland. Westland is poor.", "not decided"),  # they may be Westland's
        (REVENUE, "Letter to the owners of Acme Steel", "supported"),
        (MORE, "Letter to the owners of Acme Steel", "not decided"),  # "our" may be of who has no records
        (REVENUE, "Acme Steel and Bell Foundry wrote.", "not decided"),  # both near have a revenue
        (BEDS, "Sudland is poor.", "not decided"),  # others have such beds too, and their place may be meant
        (GENERALS, "The army is restless.", "not decided"),
        (replace(GENERALS, polarity="-"), "Norland's army.", "not decided"),
        # "the firm" may be either of two; only a number as exact as a record tells which
        (EXACT, "Acme Steel wrote to the Vex Guild.", "supported"),
        (ROUND, "Acme Steel wrote to the Vex Guild.", "not decided"),
        (replace(EXACT, low=2.0e6), "Acme Steel wrote to the Vex Guild.", "not decided"),
    ],
)
def test_of_the_body_around(session: Session, claim: Asked, around: str, outcome: str) -> None:
    found = put(session, replace(claim, around=f"{around} {claim.words}"))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army of Norland's north", ["norland"]),
        ("New Acme Steel Works and Acme Steel.", ["acme steel works", "acme steel"]),
        ("an acme of style", []),
    ],
)
def test_names_that_stand_in_a_text(text: str, names: list[str]) -> None:
    assert named_in(text, frozenset({"norland", "acme steel", "acme steel works"})) == names
