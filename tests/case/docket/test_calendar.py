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
Norhill,2020-06-05,opening,opens the Weir Bridge,Norhill
Pell Bridge,2019-08-27,opening,Pell Bridge opens to traffic,
Assembly of Norland,2021-05-30,vote,Assembly passes the Kettle Safety Act,
Kettle Riders,2021-06-14,strike,Strike of the kettle riders begins,
Brassworks,2021-11-05,closure,Closure of the Marl plant,Marl
Brassworks,2021-12-01,opening,Opening of a canteen,
Brassworks,2021-02-03,breach,reports a data breach to the regulator,Norhill
Radio Vex,2016-09-05,launch,Radio Vex broadcast for the first time,
Ferry Office,2022-02-20,contract,Signing of the ferry contract with Vex Boats,
Kiln Club,2022-03-01,suit,Kiln Club sues Old Weir Bridge Company,
"""
CLAIMS = [
    ("Weir Bridge", "was opened to traffic on 5 June 2020", "2020-06-05", "supported"),
    ("Weir Bridge", "was opened on 7 June 2020", "2020-06-07", "contradicted"),
    ("Weir Bridge", "was reopened on 7 June 2020", "2020-06-07", "no data"),
    ("Weir Bridge", "was sued in March 2022", "2022-03", "no data"),
    ("Norhill", "opened the Weir Bridge in 2020", "2020", "supported"),
    ("Norhill", "opened the Weir Bridge in 2018", "2018", "contradicted"),
    ("Norhill", "opened half of the Weir Bridge in 2018", "2018", "not identified"),
    ("Pell Bridge", "opened on 27 August 2019", "2019-08-27", "supported"),
    ("Pell Bridge", "opened to the public in 2018", "2018", "contradicted"),
    ("Assembly of Norland", "passed the Kettle Safety Act in June 2021", "2021-06", "contradicted"),
    ("Assembly of Norland", "ratified the Kettle Safety Act on 30 May 2021", "2021-05-30", "supported"),
    ("Assembly of Norland", "debated the Kettle Safety Act on 30 May 2021", "2021-05-30", "no data"),
    ("Assembly of Norland", "adopted the Kettle Safety Act on 30 May 2021", "2021-05-30", "supported"),
    ("Assembly of Norland", "passed the Lamp Safety Act in June 2021", "2021-06", "no data"),
    ("Kettle Riders", "strike of the kettle riders began on 14 June 2021", "2021-06-14", "supported"),
    ("Kettle Riders", "strike of the kettle riders began on 14 June 2019", "2019-06-14", "not identified"),
    ("the strike of the kettle riders", "began on 14 June 2021", "2021-06-14", "supported"),
    ("the strike of the kettle riders", "began on 15 June 2021", "2021-06-15", "not identified"),
    ("the strike of the tram drivers", "began on 14 June 2021", "2021-06-14", "no data"),
    ("Kettle Riders", "strike of the kettle riders ended on 14 June 2021", "2021-06-14", "no data"),
    ("Brassworks", "shut its Marl plant on 5 November 2021", "2021-11-05", "supported"),
    ("Brassworks", "closed the Marl plant on 5 October 2021", "2021-10-05", "contradicted"),
    ("Brassworks", "suspended its Marl plant on 5 November 2021", "2021-11-05", "no data"),
    ("Brassworks", "closed a plant on 5 October 2021", "2021-10-05", "no data"),
    ("Brassworks", "opened a canteen in 2017", "2017", "not identified"),
    ("Brassworks", "data breach reported on 3 February 2021", "2021-02-03", "supported"),
    ("Radio Vex", "first broadcast on 5 September 2016", "2016-09-05", "supported"),
    ("Brassworks", "launched the Falcon kettle in 2019", "2019", "supported"),
    ("Brassworks", "launched the Falcon kettle on 2 April 2019", "2019-04-02", "supported"),
    ("Brassworks", "launched the Falcon kettle in 2016", "2016", "contradicted"),
    ("Brassworks", "brought out the Falcon kettle on 2 April 2019", "2019-04-02", "supported"),
    ("Brassworks", "released the Falcon kettle on 2 April 2019", "2019-04-02", "supported"),
    ("Brassworks", "released the Falcon kettle on 3 April 2019", "2019-04-03", "no data"),
    ("Brassworks", "withdrew the Falcon kettle on 2 April 2019", "2019-04-02", "no data"),
    ("Brassworks", "released the Falcon teapot on 2 April 2019", "2019-04-02", "no data"),
    ("Assembly of Norland", "endorsed the Kettle Safety Act on 30 May 2021", "2021-05-30", "supported"),
    ("Brassworks", "launched the Falcon teapot in 2019", "2019", "no data"),
    ("Brassworks", "launched the red Falcon kettle in 2019", "2019", "no data"),
    ("Brassworks", "never launched the Falcon kettle in 2019", "2019", "no data"),
    ("Brassworks", "closed the Old Mill in 2020", "2020", "no data"),
    ("Pia Vex", "visited Norland in June 2021", "2021-06", "supported"),
    ("Pia Vex", "left Norland in June 2021", "2021-06", "no data"),
    ("Norland", "visited Pia Vex in June 2021", "2021-06", "no data"),
    ("Pia Vex", "was met by Oren Brick in 2021", "2021", "no data"),
    ("Pia Vex", "visited Norland", None, "no data"),
    ("Oren Brick", "resigned in 2018", "2018", "supported"),
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


def test_a_contract_of_two_is_in_the_calendar_of_the_one_who_signed_it(session: Session) -> None:
    claim = asked(
        "tie", "Ferry Office", "signed on 20 February 2022 the ferry contract with", "2022-02-20", "Vex Boats"
    )
    assert put(session, claim).outcome == "supported"
    other = asked("tie", "Ferry Office", "signed on 20 February 2022 the rail contract with", "2022-02-20", "Vex Boats")
    assert put(session, other).outcome == "no data"
