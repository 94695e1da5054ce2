"""What is said in jest, doubted, dreamt of or believed no longer is not stated; what is insisted on is."""

from collections.abc import Callable

import pytest

from cuibono.extract.records import Found

Read = Callable[..., Found]
CONTENT = "Acme Bank was founded in 2012"


def statuses(read: Read, text: str) -> list[str]:
    return [c.status for c in read(text).claims]


@pytest.mark.parametrize(
    "frame",
    [
        "Livia Menn joked that",
        "Livia Menn quipped that",
        "Livia Menn no longer believes that",
        "Livia Menn once believed that",
        "Livia Menn used to think that",
        "Livia Menn doubts that",
        "Livia Menn promised that",
        "Livia Menn dreams that",
        "Livia Menn hopes that",
        "Livia Menn pretended that",
        "Livia Menn could not confirm that",
        "Livia Menn did not say that",
        "Livia Menn retracted her statement that",
        "Nobody believes that",
        "There is no proof that",
        "Imagine that",
        "Livia Menn no longer claims that",
        "Livia Menn has stopped believing that",
        "Livia Menn wrongly believed that",
        "Livia Menn refused to say that",
        "Livia Menn used to claim that",
        "Livia Menn jokingly said that",
        "Show me one honest banker who thinks that",
        "Find me a single record which shows that",
        "You will not find a lawyer who says that",
        "Name one clerk who admits that",
        "I challenge anybody to find a paper that proves that",
        "Show me a newspaper saying that",
        "Who on earth believes that",
        "It is a myth that",
        "It is untrue that",
        "Livia Menn was surprised to hear that",
        "I would like to believe that",
    ],
)
def test_what_is_not_asserted_is_only_supposed(read: Read, frame: str) -> None:
    assert statuses(read, f"{frame} {CONTENT}.") == ["hypothetical"]


@pytest.mark.parametrize("frame", ["We have a record which shows that", "I met a lawyer who says that"])
def test_people_who_are_there_do_say_what_they_say(read: Read, frame: str) -> None:
    assert statuses(read, f"{frame} {CONTENT}.") == ["stated"]


@pytest.mark.parametrize("frame", ["Livia Menn guessed that", "Livia Menn suspected that", "Livia Menn feared that"])
def test_what_is_only_suspected_is_alleged(read: Read, frame: str) -> None:
    assert statuses(read, f"{frame} {CONTENT}.") == ["alleged"]


@pytest.mark.parametrize(
    "frame",
    [
        "Livia Menn insisted that",
        "Livia Menn believes that",
        "A few traders said that",
        "Livia Menn, who dreams of a new harbour, said that",
        "There is no doubt that",
    ],
)
def test_what_is_asserted_is_stated(read: Read, frame: str) -> None:
    assert statuses(read, f"{frame} {CONTENT}.") == ["stated"]


@pytest.mark.parametrize(
    "frame",
    [
        "Livia Menn was asked whether",
        "Livia Menn would not say whether",
        "Livia Menn doubted whether",
        "Nobody knows whether",
        "Livia Menn asked if",
    ],
)
def test_what_is_only_asked_is_no_claim(read: Read, frame: str) -> None:
    assert statuses(read, f"{frame} {CONTENT}.") == []


def test_what_is_promised_of_what_is_to_come_is_a_forecast(read: Read) -> None:
    assert statuses(read, "Livia Menn promised that Acme Bank will open in 2031.") == ["forecast"]


def test_what_is_not_asserted_is_about_its_own_subject(read: Read) -> None:
    found = read(f"“Nobody believes that {CONTENT},” said Livia Menn.")
    (claim,) = found.claims
    assert {n.id: n.name for n in found.names}[claim.subject or ""] == "Acme Bank"


def test_a_question_states_nothing(read: Read) -> None:
    assert statuses(read, "“Was Acme Bank founded in 2012?” said Livia Menn.") == ["hypothetical"]


def test_what_somebody_would_have_said_is_not_her_claim(read: Read) -> None:
    found = read(f"Had Livia Menn said that {CONTENT}, nobody would have listened.")
    assert {c.status for c in found.claims} <= {"hypothetical"}
