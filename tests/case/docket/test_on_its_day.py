"""An event of the claimed day in another verb is borne out; another thing, deed or number of that day is not."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

CALENDAR = """actor,date,kind,what,place
Ferry Office,2023-04-01,reform,The Ferry Office introduces its points system,Elmham
Vex Trust,2024-01-15,sale,Vex Trust sells 45 percent of Guild Bank,Elmham
Elmham Council,2024-09-24,vote,The council rejects the rent cap,Elmham
Bright Labs,2021-07-09,fine,Bright Labs was fined by the Trade Office,Elmham
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"dated_events.csv": CALENDAR}) as made:
        yield made


@pytest.mark.parametrize(
    ("subject", "words", "time", "outcome"),
    [
        ("Ferry Office", "'s points system came into force on 1 April 2023", "2023-04-01", True),
        ("Ferry Office", "brought in its points system in April 2023", "2023-04", True),
        ("Ferry Office", "scrapped its points system on 1 April 2023", "2023-04-01", False),
        ("Ferry Office", "brought in its bonus system in April 2023", "2023-04", False),
        ("Ferry Office", "brought in its second points system in April 2023", "2023-04", False),
        ("Ferry Office", "brought in its points system in May 2023", "2023-05", False),
        ("Vex Trust", "parted with 45 percent of Guild Bank in January 2024", "2024-01", True),
        ("Vex Trust", "parted with 40 percent of Guild Bank in January 2024", "2024-01", False),
        ("Vex Trust", "parted with Guild Bank in January 2024", "2024-01", False),
        ("Elmham Council", "threw out the rent cap on 24 September 2024", "2024-09-24", True),
        ("Elmham Council", "did not throw out the rent cap on 24 September 2024", "2024-09-24", False),
        ("Bright Labs", "fined the Trade Office in July 2021", "2021-07", False),
    ],
)
def test_only_the_same_event_is_borne_out(
    session: Session, subject: str, words: str, time: str, *, outcome: bool
) -> None:
    assert (put(session, asked("event date", subject, words, time)).outcome == "supported") is outcome
