"""That accounts act together, or one by itself, in many wordings, put to shares of links."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.concert_wordings import in_concert_words
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put
from tests.case.links_in_step import links_in_step

GROUP = ("pond_watch", "Kiln7", "grey_gull", "old_oar")


@pytest.fixture(scope="module")
def accounts() -> Iterator[Session]:
    with case_of({"shares.csv": links_in_step(GROUP, other="lone_")}) as session:
        yield session


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The accounts pond_watch and old_oar work hand in glove", "supported"),
        ("The account pond_watch belongs to the same circle as old_oar", "supported"),
        ("pond_watch is part of the same network as grey_gull", "supported"),
        ("Four accounts, pond_watch and old_oar among them, share links in step", "supported"),
        ("pond_watch, grey_gull and old_oar all drop a link inside twenty seconds", "supported"),
        ("The account pond_watch acts on its own", "contradicted"),
        ("grey_gull posts entirely independently", "contradicted"),
        # snares
        ("The account lone_3 acts on its own", "not identified"),
        ("The accounts pond_watch and lone_3 work hand in glove", "not identified"),
        ("lone_3 belongs to the same circle as old_oar", "not identified"),
        ("Five accounts, pond_watch and old_oar among them, share links in step", "not identified"),
        ("pond_watch and old_oar belong to the same company", "not identified"),
        ("pond_watch belongs to the same owner as old_oar", "not identified"),
        ("The man behind pond_watch lives alone", "not identified"),
        ("pond_watch acts on its own behalf", "not identified"),
        ("pond_watch and old_oar will work hand in glove before the vote", "not identified"),
    ],
)
def test_acting_together_is_told_in_many_ways(accounts: Session, words: str, outcome: str) -> None:
    found = put(accounts, replace(asked("coordination", "", ""), words=words, says=words)).outcome
    assert found == outcome or (outcome == "not identified" and found == "no data")


def test_other_kinds_stay_as_they_are() -> None:
    assert (
        in_concert_words(asked("tie", "", "Elm and Ash work hand in glove")).words == "Elm and Ash work hand in glove"
    )
