"""Claims of apps in the words of what was measured, and the app that "the app" is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.app_wordings import in_app_words
from cuibono.case.docket.around_apps import at_app_around, at_app_named
from cuibono.case.docket.rows import Evidence
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

APPS = Evidence(apps=frozenset({"pacemate", "reedfeed"}))


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Pacemate wants to read my text messages", "Pacemate requests access to the text messages"),
        ("Pacemate asks to see the address book of everyone who pays",
         "Pacemate requests access to the address book"),
        ("Pacemate passes the runner's location to an advertising firm, Quell", "Pacemate sends the location to Quell"),
        ("Pacemate has never passed anybody's position to an advertiser",
         "Pacemate has never sent the location to an advertiser"),
        ("Pacemate does request access to the microphone", "Pacemate requests access to the microphone"),
        ("Pacemate shares the cost of the race", "Pacemate shares the cost of the race"),
        ("Pacemate knows where you are", "Pacemate knows the location of users"),
        ("Pacemate can read what you have copied to the clipboard", "Pacemate can read the clipboard"),
        ("Whenever it is opened, Pacemate reads the clipboard", "Pacemate reads the clipboard"),
        ("Pacemate's start screen reads the clipboard", "Pacemate reads the clipboard"),
        ("Pacemate demands to know your location", "Pacemate requests access to the location"),
        ("Pacemate cannot use the microphone", "Pacemate does not request access to the microphone"),
        ("Pacemate has no access to the address book", "Pacemate does not request access to the address book"),
        ("Pacemate talks only to its own servers", "Pacemate never connects to a third party tracker"),
        ("Pacemate talks to its own servers and to nobody else", "Pacemate never connects to a third party tracker"),
        ("Pacemate talks to its own servers", "Pacemate talks to its own servers"),
        ("Pacemate can use the microphone", "Pacemate can use the microphone"),
        ("Pacemate cannot use the lift", "Pacemate cannot use the lift"),
    ],
)  # fmt: skip
def test_plain_words(said: str, same: str) -> None:
    assert in_app_words(asked("behaviour of an app", "", said)).words == same


def test_other_kinds_keep_their_words() -> None:
    claim = asked("tie", "", "Vex passed my location to Lorn")
    assert in_app_words(claim) == claim


@pytest.mark.parametrize(
    ("said", "around", "meant"),
    [
        ("The app reads the clipboard", "Pacemate is for runners.", "Pacemate reads the clipboard"),
        ("Its start screen reads the clipboard", "Pacemate is for runners.",
         "Pacemate's start screen reads the clipboard"),
        ("The app reads the clipboard", "Pacemate and Reedfeed are for runners.", None),
        ("The app reads the clipboard", "Nobody knows what it does.", None),
        ("Reedfeed reads the clipboard", "Pacemate is for runners.", None),
    ],
)  # fmt: skip
def test_the_app_around(said: str, around: str, meant: str | None) -> None:
    found = at_app_around(replace(asked("behaviour of an app", "", said), around=f"{around} {said}"), APPS)
    assert (found and found.words) == meant


FACTS = """app_id,app_name,version,kind,name,value,grade,place,own,developer_name
a.pacemate,Pacemate,1,permission,RECORD_AUDIO,microphone,declared,Manifest.xml,own,Vex
a.pacemate,Pacemate,1,host,ads.lorn.example,advertising tracker,observed,entry 2,library,Vex
a.pacemate,Pacemate,1,sent,phone number,sent to ads.lorn.example,observed,entry 3,library,Vex
a.pacemate,Pacemate,1,call,getPrimaryClip,reads the clipboard,reachable,Home.onResume,own,Vex
a.reedfeed,Reedfeed,1,permission,CAMERA,camera,declared,Manifest.xml,own,Ash
a.reedfeed,Reedfeed,1,host,api.reedfeed.example,own server,observed,entry 1,own,Ash
"""


@pytest.fixture(scope="module")
def apps() -> Iterator[Session]:
    with case_of({"app_facts.csv": FACTS}) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Pacemate cannot use the microphone", "contradicted"),
        ("Pacemate only talks to its own servers", "contradicted"),
        ("Pacemate connects to servers of third parties", "supported"),
        ("Pacemate was seen sending a phone number to a tracker", "supported"),
        ("Pacemate has never passed anybody's phone number to an advertiser", "contradicted"),
        ("Whenever it is opened, Pacemate can see what you have copied", "supported"),
        # snares
        ("Reedfeed cannot use the microphone", "not identified"),
        ("Pacemate cannot use the camera", "not identified"),
        ("Pacemate cannot use the microphone in the background", "not identified"),
        ("Reedfeed only talks to its own servers", "not identified"),
        ("Reedfeed connects to servers of third parties", "not identified"),
        ("Pacemate was seen sending a location to a tracker", "not identified"),
        ("Pacemate has never passed anybody's location to an advertiser", "not identified"),
        ("Pacemate will connect to servers of third parties in ten countries", "not identified"),
        ("Unlike Reedfeed, Pacemate cannot use the camera", "not identified"),
    ],
)
def test_what_an_app_does_in_plain_words(apps: Session, words: str, outcome: str) -> None:
    found = put(apps, replace(asked("behaviour of an app", "", ""), words=words, says=words)).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


@pytest.mark.parametrize(
    ("words", "app"),
    [
        ("Pacemate contacts a server", "Pacemate"),
        ("The app Pacemate contacts a server", "Pacemate"),
        ("Reedfeed talks to Pacemate", None),
        ("A rival of Pacemate contacts a server", None),
        ("The makers say that Pacemate contacts a server", None),
    ],
)
def test_an_app_is_named_by_the_words(words: str, app: str | None) -> None:
    found = at_app_named(replace(asked("behaviour of an app", "", ""), words=words, subject=None), APPS)
    assert (found.subject and found.subject.name) == app
