"""Claims of apps in the words of what was measured, and the app that "the app" is."""

from dataclasses import replace

import pytest

from cuibono.case.docket.app_wordings import in_app_words
from cuibono.case.docket.around_apps import at_app_around
from cuibono.case.docket.rows import Evidence
from tests.case.asked import asked

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
