"""What happened in other words than those of a calendar, and what happens once, or seldom, to one thing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.event_words import as_headline, in_one_form, of_itself
from cuibono.model.docket import Party
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

EVENTS = """actor,date,type,title,place,asserted_by
Ring Metro,2021-03-04,opening,opened baggage gates at South Station,Norhill,Almanac
Hill Rail,2020-08-14,accident,a night train derailed at Weir Junction,Weir Junction,Almanac
Pell Kilns,2022-02-07,fire,a fire broke out in the third kiln hall,Pell,Almanac
Veska,2021-05-13,accident,Explosion at the Marl depot,Marl,Almanac
Kite Aero,2019-06-21,flight,Maiden flight of the Kite-7 drone,Norhill,Almanac
Pairly,2016-09-01,launch,launched the dating app,Norhill,Almanac
Vidmo,2018-04-10,launch,Launch of the Vidmo app,Norhill,Almanac
Bright Labs,2021-07-09,fine,was fined by the Fair Trade Office,Norhill,Almanac
Loopa,2023-07-15,removal,Videos of the band Old Harbour removed,,Almanac
Gas Works,2022-08-22,shutdown,Pump station at Elm Ford shut down,Elm Ford,Almanac
Radio Vex,2020-09-01,launch,launched the channel Vex 24,Norhill,Almanac
Norhill,2022-04-04,launch,The first solar lamp is lit in Norhill,Norhill,Almanac
Orla Pharma,2021-02-27,recall,recalled the eye drops Clarin,Norhill,Almanac
Vex Fund,2019-01-15,founding,The Vex Fund is founded,Norhill,Almanac
"""
CLAIMS = [
    ("Ring Metro", "put baggage gates into service at South Station on 4 March 2021", "2021-03-04", "supported"),
    ("Ring Metro", "put ticket gates into service at South Station on 4 March 2021", "2021-03-04", "not identified"),
    ("the train", "derailed at Weir Junction on 14 August 2020", "2020-08-14", "supported"),
    ("the tram", "derailed at Weir Junction on 14 August 2020", "2020-08-14", "not identified"),
    ("Pell Kilns", "'s third kiln hall burned in February 2022", "2022-02", "supported"),
    ("fire in the third kiln hall of Pell Kilns", "broke out on 7 February 2022", "2022-02-07", "supported"),
    ("fire in the third kiln hall of Pell Kilns", "broke out on 7 March 2022", "2022-03-07", "contradicted"),
    ("fire in the third kiln hall of Pell Kilns", "broke out on 7 March 2021", "2021-03-07", "not identified"),
    ("fire in the first kiln hall of Pell Kilns", "broke out on 7 March 2022", "2022-03-07", "not identified"),
    ("an explosion", "hit Veska's Marl depot on 13 May 2021", "2021-05-13", "supported"),
    ("explosion at the Marl depot of Veska", "occurred on 13 June 2021", "2021-06-13", "contradicted"),
    ("an explosion", "hit Veska's Elm depot on 13 May 2021", "2021-05-13", "not identified"),
    ("Kite-7 drone", "flew for the first time on 21 June 2019", "2019-06-21", "supported"),
    ("Kite-8 drone", "flew for the first time on 21 June 2019", "2019-06-21", "not identified"),
    ("Pairly", "was launched in September 2016", "2016-09", "supported"),
    ("Pairly", "was launched in the spring of 2014", "2014-21", "contradicted"),
    ("Pairly", "was banned in September 2016", "2016-09", "not identified"),
    ("Vidmo", "was launched on 10 April 2018", "2018-04-10", "supported"),
    ("Vidmo", "was launched in 2016", "2016", "contradicted"),
    ("Fair Trade Office", "fined Bright Labs in July 2021", "2021-07", "supported"),
    ("Bright Labs", "fined the Fair Trade Office in July 2021", "2021-07", "not identified"),
    ("Loopa", "removed videos of Old Harbour in July 2023", "2023-07", "supported"),
    ("Loopa", "removed songs of Old Harbour in July 2023", "2023-07", "not identified"),
    ("pump station at Elm Ford", "was shut down in June 2022", "2022-06", "contradicted"),
    ("pump station at Elm Ford", "was shut down in August 2022", "2022-08", "supported"),
    ("pump station at Elm Ford", "was sold in August 2022", "2022-08", "not identified"),
    ("The first solar lamp", "was switched on in Norhill in April 2022", "2022-04", "supported"),
    ("The first gas lamp", "was switched on in Norhill in April 2022", "2022-04", "not identified"),
    ("recall of the eye drops Clarin by Orla Pharma", "took place in February 2021", "2021-02", "supported"),
    ("recall of the eye drops Clarin by Orla Pharma", "took place in February 2022", "2022-02", "not identified"),
    ("Vex Fund", "was founded in 2017", "2017", "contradicted"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"dated_events.csv": EVENTS}) as opened:
        yield opened


@pytest.mark.parametrize(("who", "words", "time", "outcome"), CLAIMS)
def test_an_event_is_told_in_other_words(session: Session, who: str, words: str, time: str, outcome: str) -> None:
    claim = asked("event date", who, words, time)
    claim = replace(claim, subject=Party(None, who, whole=who[0].isupper()))
    tested = put(session, claim)
    assert ("not identified" if tested.outcome == "no data" else tested.outcome) == outcome, tested


def test_a_number_in_a_name_is_of_the_name(session: Session) -> None:
    words = "started on 1 September 2020 the channel"
    assert put(session, asked("tie", "Radio Vex", words, "2020-09-01", "Vex 24")).outcome == "supported"
    assert put(session, asked("tie", "Radio Vex", words, "2020-09-01", "Vex 25")).outcome == "no data"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("A blaze broke out in the mill", "A fire in the mill"),
        ("The mill went up in flames", "fire at The mill"),
        ("The maiden flight of the Kite took place", "the Kite flew first"),
        ("The app was launched", "The app was launched"),
        ("the ferry Orla sank", "Orla sank"),
    ],
)
def test_one_form_of_words(said: str, told: str) -> None:
    assert in_one_form(said) == told


def test_headlines_are_sentences() -> None:
    assert as_headline("Camera network dissolved", "Acme") == "Camera network was dissolved"
    assert as_headline("Acme resigned", "Acme") == "Acme resigned"
    assert as_headline("The mill was closed", "Acme") == "The mill was closed"
    assert of_itself("launched the lamp", "Acme") == "launched the lamp"
