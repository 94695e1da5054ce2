"""Events that are named with a noun."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

EVENTS = """actor,when,kind,what,place
Acme Steel,2024-08-19,accident,Ammonia leak at the Elm works of Acme Steel,Elm
Acme Steel,2025-02-03,strike,Strike at Acme Steel,Elm
Bell Foundry,2025-02-03,accident,Fire at Bell Foundry,Norhill
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"dated_events.csv": EVENTS}) as made:
        yield made


def _told(words: str, time: str) -> Asked:
    subject = words.partition(" occurred")[0] if " occurred" in words else ""
    return asked("event date", subject, words.removeprefix(subject).strip(), time)


@pytest.mark.parametrize(
    ("claim", "around", "outcome"),
    [
        (_told("The ammonia leak occurred on 19 August 2024", "2024-08-19"), "", "supported"),
        (_told("The ammonia leak at the Elm works happened in August 2024", "2024-08"), "", "supported"),
        (_told("There was an ammonia leak on 19 August 2024", "2024-08-19"), "", "supported"),
        (_told("The fire broke out on 3 February 2025", "2025-02-03"), "", "supported"),
        (_told("The chlorine leak occurred on 19 August 2024", "2024-08-19"), "", "not decided"),
        (_told("The ammonia leak occurred on 1 September 2024", "2024-09-01"), "", "not decided"),
        (_told("The ammonia leak occurred on 1 September 2024", "2024-09-01"), "Acme Steel is old.", "contradicted"),
        (_told("An ammonia leak occurred on 1 September 2024", "2024-09-01"), "Acme Steel is old.", "not decided"),
        (_told("The strike began on 3 February 2024", "2024-02-03"), "Acme Steel is old.", "not decided"),
    ],
)
def test_an_event_named_with_a_noun(session: Session, claim: Asked, around: str, outcome: str) -> None:
    found = put(session, replace(claim, around=around))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found
