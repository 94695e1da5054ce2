"""What adds nothing to a claim is left out; what hedges, denies or narrows it stays."""

import pytest

from cuibono.case.docket.asides import plain
from tests.case.asked import asked


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Bright Lamps was dissolved in May 2012, tax files show", "Bright Lamps was dissolved in May 2012"),
        (
            "Bright Lamps was dissolved in 2012, the columnist Pia Vex wrote last week",
            "Bright Lamps was dissolved in 2012",
        ),
        ("Pia Vex came to Norland in 2012, rain or no rain", "Pia Vex came to Norland in 2012"),
        ("In 2012 there were 30 wolves in Norland, which is 30 too few", "In 2012 there were 30 wolves in Norland"),
        (
            "In 2012 there were 30 wolves in Norland, and nobody has seen them",
            "In 2012 there were 30 wolves in Norland",
        ),
        ("But rents in Norland rose between 2012 and 2016", "rents in Norland rose between 2012 and 2016"),
        ("I have been mayor of Norland since 2012", "have been mayor of Norland since 2012"),
        ("Norland made 40 percent of all lamps last year", "Norland made 40 percent of all lamps"),
        ("Even so, Norland made 40 percent of all lamps", "Norland made 40 percent of all lamps"),
        ("Norland also made 40 percent of all lamps", "Norland made 40 percent of all lamps"),
        ("Norland still made 40 percent of all lamps", "Norland made 40 percent of all lamps"),
        ("says Pia Vex, head of Bright Lamps", "Pia Vex, head of Bright Lamps"),
    ],
)
def test_what_adds_nothing_is_left_out(said: str, left: str) -> None:
    assert plain(asked("count", "", said, "2012")).words == left


@pytest.mark.parametrize(
    "said",
    [
        "Bright Lamps was dissolved in 2012, no paper shows",
        "Bright Lamps was dissolved in 2012, if the paper says",
        "Still owns half of Bright Lamps",
        "Bright Lamps was dissolved in 2012, the files say otherwise",
        "Bright Lamps was dissolved in 2012, which few confirmed",
        "Norland made 40 percent of all lamps, and nobody believes it",
        "Norland made 40 percent of all lamps, and nobody has proved it",
        "Norland made 40 percent of all lamps, and 30 percent of all bulbs",
        "In 2012 there were 30 wolves in Norland, which is 30 more than in 2011",
        "Norland made 40 percent of all lamps, of which half were sold",
        "Norland has made 40 percent of all lamps since last year",
    ],
)
def test_what_says_something_stays(said: str) -> None:
    assert plain(asked("count", "", said, "2012")).words == said


def test_last_year_stays_where_no_year_is_known() -> None:
    said = "Norland made 40 percent of all lamps last year"
    assert plain(asked("share", "", said)).words == said
