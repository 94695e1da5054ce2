"""Kin and holders of posts who are meant, and not named."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TIES = """from_name,to_name,type,role,since,until
Ilse Gorran,Matthis Gorran,family,wife,,
Pelle Gorran,Matthis Gorran,family,son,,
Runa Vast,Matthis Gorran,family,sister,,
Jorun Kell,Matthis Gorran,family,son-in-law,,
Matthis Gorran,Province of Sund,director,governor,2019-07,
Pelle Gorran,Sund Gravel,director,chairman,2019-09,
Runa Vast,Sund Relief,director,chairwoman,2020-01,
Osk Tamm,Sund Water,director,head,2018-03,2023-08
Osk Tamm,Elmo Tamm,family,brother,,
"""
HOLDINGS = """owner,company,share_of,share_pct,since,until
Ilse Gorran,Gorran Holding,capital,70,2019-07,
Pelle Gorran,Gorran Holding,capital,30,2019-07,
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES, "holdings.csv": HOLDINGS}) as made:
        yield made


def _outcome(session: Session, claim: Asked) -> str:
    found = put(session, claim)
    return found.outcome if found.outcome in DECIDED else "not decided"


OF_GORRAN = "Matthis Gorran is governor."
OF_BOTH = "Runa Vast and Matthis Gorran came, and so did Runa Vast."


@pytest.mark.parametrize(
    ("subject", "words", "percent", "around", "outcome"),
    [
        ("Ilse", "has 70 percent of Gorran Holding", 70.0, f"{OF_GORRAN} His wife ", "supported"),
        ("Ilse", "has 45 percent of Gorran Holding", 45.0, f"{OF_GORRAN} His wife ", "contradicted"),
        ("Pelle", "now has 30 percent of Gorran Holding", 30.0, f"{OF_GORRAN} His son ", "supported"),
        ("", "The governor's wife holds 70 percent of Gorran Holding", 70.0, OF_GORRAN, "supported"),
        ("", "His son has 30 percent of Gorran Holding", 30.0, OF_GORRAN, "supported"),
        ("", "His son has 60 percent of Gorran Holding", 60.0, OF_GORRAN, "not decided"),
        ("", "His daughter has 30 percent of Gorran Holding", 30.0, OF_GORRAN, "not decided"),
        ("", "Her son has 30 percent of Gorran Holding", 30.0, OF_BOTH, "not decided"),
        ("Pelle", "has 30 percent of Gorran Holding", 30.0, "Osk Tamm was head. Her son ", "not decided"),
        ("Pelle", "has 30 percent of Gorran Holding", 30.0, f"{OF_GORRAN} His cousin ", "not decided"),
        ("Ilse", "has 70 percent of Gorran Holding", 70.0, f"{OF_GORRAN} His former wife ", "not decided"),
    ],
)
def test_what_kin_hold(session: Session, subject: str, words: str, percent: float, around: str, outcome: str) -> None:
    lead = around.removeprefix(OF_GORRAN).removeprefix("Osk Tamm was head.").strip() if subject else ""
    said = f"{lead} {subject} {words}".strip()
    text = f"{around.removesuffix(f'{lead} ')} {said}." if subject else f"{around} {said}."
    made = asked("ownership", subject, said.removeprefix(subject), None, n=percent, unit="percent", around=text)
    assert _outcome(session, _with(made, said)) == outcome


def _with(claim: Asked, words: str) -> Asked:
    return replace(claim, words=words, says=words)


@pytest.mark.parametrize(
    ("subject", "words", "around", "outcome"),
    [
        ("Jorun Kell", "Jorun Kell is the governor's son-in-law", OF_GORRAN, "supported"),
        ("Runa Vast", "Runa Vast is the sister of the governor of Sund", "", "supported"),
        ("Jorun Kell", "Jorun Kell is the governor's nephew", OF_GORRAN, "not decided"),
        ("Jorun Kell", "Jorun Kell is not the governor's son-in-law", OF_GORRAN, "not decided"),
        ("Jorun Kell", "Jorun Kell is the former governor's son-in-law", OF_GORRAN, "not decided"),
        ("Elmo Tamm", "Elmo Tamm is the brother of the head of Sund Water", "", "not decided"),
        ("Jorun Kell", "Jorun Kell is the mayor's son-in-law", OF_GORRAN, "not decided"),
    ],
)
def test_kin_of_who_holds_a_post(session: Session, subject: str, words: str, around: str, outcome: str) -> None:
    made = asked("tie", subject, words.removeprefix(subject).strip(), around=f"{around} {words}.")
    assert _outcome(session, _with(made, words)) == outcome


@pytest.mark.parametrize(
    ("words", "around", "outcome"),
    [
        ("His son chairs Sund Gravel", OF_GORRAN, "supported"),
        ("His sister is chairwoman of Sund Relief", OF_GORRAN, "supported"),
        ("His sister is chairwoman of Sund Gravel", OF_GORRAN, "not decided"),
        ("His son-in-law chairs Sund Gravel", OF_GORRAN, "not decided"),
    ],
)
def test_posts_of_kin(session: Session, words: str, around: str, outcome: str) -> None:
    made = asked("role", "", words, around=f"{around} {words}.")
    assert _outcome(session, made) == outcome
