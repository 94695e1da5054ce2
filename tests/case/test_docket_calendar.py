"""When something happened, against a calendar: the same words, the same actor, the claimed time."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

EVENTS = """actor,date,type,title,asserted_by
Brassworks,2019-04-02,launch,Brassworks launches the Falcon kettle,Almanac
Brassworks,2020-02-11,statement,Brassworks denies closing of the Old Mill,Almanac
Pia Vex,2021-06-07,visit,Pia Vex visits Norland,Almanac
Pia Vex,2021-09-01,meeting,Pia Vex meets Oren Brick,Almanac
Oren Brick,2018-01-05,resignation,,Almanac
Ada Quill,2019-03-31,resignation,Ada Quill resigns as treasurer of Brassworks,Almanac
Brassworks,1997-06-03,listing,Brassworks is listed on the Norland stock exchange,Almanac
Brassworks,2022-08-14,ban,Brassworks imposes a water ban,Almanac
Brassworks,2018-09-12,acquisition,Brassworks buys the Kiln Herald,Almanac
"""
CLAIMS = [
    ("Brassworks", "launched the Falcon kettle in 2019", "2019", "supported"),
    ("Brassworks", "launched the Falcon kettle on 2 April 2019", "2019-04-02", "supported"),
    ("Brassworks", "launched the Falcon kettle in 2016", "2016", "not identified"),
    ("Brassworks", "launched the Falcon teapot in 2019", "2019", "no data"),
    ("Brassworks", "launched the red Falcon kettle in 2019", "2019", "no data"),
    ("Brassworks", "never launched the Falcon kettle in 2019", "2019", "no data"),
    ("Brassworks", "closed the Old Mill in 2020", "2020", "no data"),
    ("Pia Vex", "visited Norland in June 2021", "2021-06", "supported"),
    ("Pia Vex", "left Norland in June 2021", "2021-06", "no data"),
    ("Norland", "visited Pia Vex in June 2021", "2021-06", "no data"),
    ("Pia Vex", "was met by Oren Brick in 2021", "2021", "no data"),
    ("Pia Vex", "visited Norland", None, "no data"),
    ("Oren Brick", "resigned in 2018", "2018", "no data"),
    ("Pia Vex", "travelled to Norland in June 2021", "2021-06", "supported"),
    ("Pia Vex", "paid a visit to Norland in June 2021", "2021-06", "supported"),
    ("Pia Vex", "wrote to Norland in June 2021", "2021-06", "no data"),
    ("Ada Quill", "resigned in March 2019", "2019-03", "supported"),
    ("Ada Quill", "stepped down as treasurer of Brassworks in March 2019", "2019-03", "supported"),
    ("Ada Quill", "was sacked in March 2019", "2019-03", "no data"),
    ("Brassworks", "went public in 1997", "1997", "supported"),
    ("Brassworks", "was delisted in 1997", "1997", "no data"),
    ("Brassworks", "introduced a water ban in August 2022", "2022-08", "supported"),
    ("Brassworks", "lifted a water ban in August 2022", "2022-08", "no data"),
    ("Brassworks", "announced a water ban in August 2022", "2022-08", "no data"),
    ("Brassworks", "acquired the Kiln Herald in September 2018", "2018-09", "supported"),
    ("Brassworks", "sold the Kiln Herald in September 2018", "2018-09", "no data"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"dated_events.csv": EVENTS}) as opened:
        yield opened


@pytest.mark.parametrize(("who", "words", "time", "outcome"), CLAIMS)
def test_an_event_is_borne_out_in_its_own_words(
    session: Session, who: str, words: str, time: str | None, outcome: str
) -> None:
    tested = put(session, asked("event date", who, words, time))
    assert tested.outcome == outcome, tested


def test_a_denial_of_what_a_calendar_has_is_contradicted(session: Session) -> None:
    claim = asked("event date", "Pia Vex", "visited Norland in June 2021", "2021-06", polarity="-")
    assert put(session, claim).outcome == "contradicted"


def test_what_was_done_by_somebody_is_theirs(session: Session) -> None:
    claim = asked("event date", "Kiln Herald", "was bought in September 2018 by", "2018-09", "Brassworks")
    assert put(session, claim).outcome == "supported"
    turned = asked("event date", "Brassworks", "was bought in September 2018 by", "2018-09", "Kiln Herald")
    assert put(session, turned).outcome == "no data"
