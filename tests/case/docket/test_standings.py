"""Who stands before whom, in whatever words, and places that are kept since a year."""

from collections.abc import Iterator
from typing import Any

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

SHARES = """market,stage,basis,year,supplier,share,asserted_by
bricks,,production,2021,Vex Works,50 %,Yearbook
bricks,,production,2021,Elm Kilns,30 %,Yearbook
bricks,,production,2021,Oak Clay,20 %,Yearbook
bricks,,production,2022,Vex Works,35 %,Yearbook
bricks,,production,2022,Elm Kilns,40 %,Yearbook
bricks,,production,2022,Oak Clay,25 %,Yearbook
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"supply_shares.csv": SHARES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "subject", "words", "outcome"),
    [
        ("other", "Vex Works", "trailed Elm Kilns in brick production in 2022", "supported"),
        ("other", "Elm Kilns", "trailed Vex Works in brick production in 2022", "contradicted"),
        ("rank", "Elm Kilns", "finished just ahead of Vex Works in brick production in 2022", "supported"),
        ("rank", "Vex Works", "was behind Elm Kilns but ahead of Oak Clay in brick production in 2022", "supported"),
        ("rank", "Elm Kilns", "ousted Vex Works as the largest producer of bricks in 2022", "supported"),
        ("rank", "Elm Kilns", "overtook Vex Works in 2022 to become the largest producer of bricks", "supported"),
        ("rank", "Elm Kilns", "became the largest producer of bricks in 2022", "supported"),
        ("other", "Vex Works", "lost its lead in brick production to Elm Kilns in 2022", "supported"),
        ("rank", "Vex Works", "overtook Elm Kilns in 2022 to become the largest producer of bricks", "contradicted"),
        ("rank", "Elm Kilns", "had the largest brick production in 2022", "supported"),
        ("rank", "Vex Works", "had the largest share of brick production in 2022", "contradicted"),
        ("other", "Elm Kilns", "narrowly beat Vex Works in brick production in 2022", "supported"),
        ("other", "Vex Works", "lost ground in brick production in 2022", "supported"),
        ("other", "Elm Kilns", "lost ground in brick production in 2022", "contradicted"),
        ("other", "Elm Kilns", "was the country's leading producer of bricks in 2022", "supported"),
        # a year before which nothing is known, and who is not listed
        # who was ahead already overtook nobody
        ("rank", "Elm Kilns", "overtook Vex Works in 2023 to become the largest producer of bricks", "contradicted"),
        ("rank", "Vex Works", "became the largest producer of bricks in 2021", "not identified"),
        ("rank", "Oak Clay", "came last of the three firms in brick production in 2022", "not identified"),
    ],
)
def test_places_in_other_words(session: Session, kind: Any, subject: str, words: str, outcome: str) -> None:
    time = next(w for w in ("2021", "2022", "2023") if w in words)
    found = put(session, asked(kind, subject, words, time))
    assert found.outcome == outcome


def test_a_place_since_a_year_is_one_of_each_year(session: Session) -> None:
    def told(subject: str, since: str) -> str:
        words = f"has been the largest producer of bricks since {since}"
        return put(session, asked("rank", subject, words, f"{since}/..", around=f"{subject} {words}.")).outcome

    assert told("Elm Kilns", "2022") == "supported"
    assert told("Elm Kilns", "2021") == "contradicted"
    assert told("Vex Works", "2021") == "not identified"  # until when it is meant is not known
