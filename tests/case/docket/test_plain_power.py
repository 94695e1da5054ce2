"""Idioms of power, posts and purchases in plain words; and which firm is meant by what stands around."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.as_written import longer_names
from cuibono.case.docket.power_wordings import in_power_words
from cuibono.case.docket.role_wordings import as_held_since, in_role_words
from cuibono.case.docket.verdicts import DECIDED
from cuibono.model.docket import Asked
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

HOLDINGS = """owner,company,share_of,share_pct,since,until
Vex Trust,Elm Line,capital,58,2016-04,
Harbour Fund,Elm Line,capital,26,2016-04,
Vex Trust,Norhill Press,capital,40,2019-01,
"""
SHARES = """market,stage,basis,year,supplier,share_pct
cables,manufacture,shipments,2024,Acme,38
cables,manufacture,shipments,2025,Acme,36
cables,manufacture,shipments,2024,Bell,30
cables,manufacture,shipments,2025,Bell,33
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"holdings.csv": HOLDINGS, "supply_shares.csv": SHARES}) as made:
        yield made


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Vex Trust has the last word at Elm Line", "Vex Trust controls Elm Line"),
        ("Vex Trust really calls the shots at Elm Line", "Vex Trust controls Elm Line"),
        ("Elm Line is firmly in the hands of Vex Trust", "Vex Trust controls Elm Line"),
        ("Vex Trust decides at Elm Line since 2016", "Vex Trust controls Elm Line since 2016"),
        ("It is Vex Trust that runs Elm Line", "Vex Trust controls Elm Line"),
        ("Elm Line belongs to Vex Trust alone", "Elm Line belongs wholly to Vex Trust"),
        ("Vex Trust controls Elm Line with its 58 percent", "Vex Trust holds 58 percent of Elm Line"),
        ("Vex Trust alone has a majority in Elm Line", "Vex Trust has a majority in Elm Line"),
        ("the money is in the hands of the police", "the money is in the hands of the police"),
        ("Vex commands the Elm Fleet", "Vex commands the Elm Fleet"),
    ],
)
def test_power_in_plain_words(said: str, same: str) -> None:
    assert in_power_words(asked("other", "", said)).words == same


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Pia Quill remained chief executive of Acme until 2020", "Pia Quill was chief executive of Acme until 2020"),
        ("Pia Quill has edited The Courier since 2020", "Pia Quill has been editor-in-chief of The Courier since 2020"),
        ("Pia Quill herself owns Acme", "Pia Quill owns Acme"),
        ("Pia Quill remained silent", "Pia Quill remained silent"),
        ("Pia Quill hurt herself badly", "Pia Quill hurt herself badly"),
    ],
)
def test_posts_in_plain_words(said: str, same: str) -> None:
    assert " ".join(in_role_words(asked("role", "", said)).words.split()) == same


def test_what_was_bought_is_held_since() -> None:
    bought = as_held_since(asked("share", "", "Vex Trust bought its 58 percent of Elm Line in April 2016", n=58.0))
    assert bought is not None
    assert bought.words == "Vex Trust has held 58 percent of Elm Line since April 2016"
    assert as_held_since(asked("share", "", "Vex Trust sold 58 percent of Elm Line in April 2016", n=58.0)) is None


def test_names_of_which_a_name_is_part() -> None:
    assert longer_names("Line", "The Elm Line sank near Elm") == ["The Elm Line", "Elm Line"]
    assert longer_names("Elm", "an elm") == []


OWNS = asked("ownership", "Vex Trust", "owns 58 percent of the line", n=58.0, unit="percent")
LESS = asked("ownership", "Vex Trust", "owns 30 percent of the line", n=30.0, unit="percent")
FIRM = asked("ownership", "Vex Trust", "owns 58 percent of the company", n=58.0, unit="percent")
FELL = asked("trend", "Acme", "'s share of cable shipments slipped from 38 to 36 percent in a year", unit="percent")
ROSE = asked("trend", "Acme", "'s share of cable shipments rose from 36 to 38 percent in a year", unit="percent")


@pytest.mark.parametrize(
    ("claim", "around", "outcome"),
    [
        (OWNS, "Elm Line is old.", "supported"),
        (LESS, "Elm Line is old.", "contradicted"),
        (OWNS, "The line is old.", "not decided"),
        (FIRM, "Elm Line is old.", "supported"),
        (FIRM, "Elm Line bought Norhill Press.", "not decided"),  # both are firms that it has a part of
        (replace(FELL, words=FELL.words.replace("Acme ", "Acme")), "", "supported"),
        (replace(ROSE, words=ROSE.words.replace("Acme ", "Acme")), "", "not decided"),
    ],
)
def test_what_is_meant(session: Session, claim: Asked, around: str, outcome: str) -> None:
    found = put(session, replace(claim, around=f"{around} {claim.words}"))
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found
