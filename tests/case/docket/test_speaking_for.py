"""Whose numbers "we" tells of where records know whom the speaker leads; and of whom nobody can tell."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.model.docket import Asked, Party
from cuibono.store.session import Session
from tests.case.asked import case_of, put

TIES = """from,from_kind,to,to_kind,type,role,since,until,asserted_by
Ada Tarn,Person,Bell Scooters,Company,director,chief executive,2019-01,,Almanac
Rolf Quill,Person,Bell Scooters,Company,director,chief executive,2011-01,2018-12,Almanac
Ines Vade,Person,Bell Scooters,Company,director,member of the board,2019-01,,Almanac
Jon Marl,Person,Bell Scooters,Company,director,chief executive,2019-01,,Almanac
Jon Marl,Person,Quell Bank,Company,director,chair,2019-01,,Almanac
Ada Tarn,Person,Jon Marl,Person,family,sister,,,Almanac
"""
FIGURES = """indicator,subject,value,unit,period,asserted_by
employees,Bell Scooters,400,people,2024,Yearbook
employees,Bell Scooters,300,people,2022,Yearbook
"""
CLAIMS: list[tuple[str, str, str, str, str]] = [
    ("count", "Ada Tarn", "We had 400 employees in 2024", "2024", "supported"),
    ("count", "Ada Tarn", "In 2024 we employed 400 people", "2024", "supported"),
    ("count", "Ada Tarn", "In 2024 we employed 600 people", "2024", "contradicted"),
    ("count", "Ada Tarn", "In 2024 we employed 600 women", "2024", "undecided"),
    ("count", "Ada Tarn", "In 2023 we employed 600 people", "2023", "undecided"),
    ("count", "Ada Tarn", "We in Norvik had 600 employees in 2024", "2024", "undecided"),
    ("count", "Ada Tarn", "We planned to have 600 employees in 2024", "2024", "undecided"),
    ("count", "Ada Tarn", "I had 600 employees in 2024", "2024", "undecided"),
    ("count", "Ada Tarn", "Here at Quell Bank we had 600 employees in 2024", "2024", "undecided"),
    ("count", "Rolf Quill", "We had 600 employees in 2024", "2024", "undecided"),
    ("count", "Ines Vade", "We had 600 employees in 2024", "2024", "undecided"),
    ("count", "Jon Marl", "We had 600 employees in 2024", "2024", "undecided"),
]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES, "figures.csv": FIGURES}) as opened:
        yield opened


@pytest.mark.parametrize(("kind", "who", "words", "time", "outcome"), CLAIMS)
def test_we_are_the_one_body_that_is_led(
    session: Session, kind: Any, who: str, words: str, time: str, outcome: str
) -> None:
    number = 400 if "400" in words else 600
    claim = Asked(
        kind, words, words, ("s", 1), "", subject=Party(None, who), time=time, low=number, high=number,
        unit="person" if "people" in words else "employee", around=f"Bell Scooters and Quell Bank met.\n\n{words}",
    )  # fmt: skip
    tested = put(session, claim)
    assert (tested.outcome if tested.outcome in ("supported", "contradicted") else "undecided") == outcome, tested
