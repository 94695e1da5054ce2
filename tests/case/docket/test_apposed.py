"""Posts beside a name in a sentence that goes on, who edits a paper, and rows of days and terms."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cuibono.case.docket.verdicts import DECIDED
from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TIES = """from_name,to_name,type,role,since,until
Tove Rask,Velmar Systems,director,chief executive,2020-04,
Ines Holm,Velmar Systems,director,chief executive,2015-01,2020-03
Jens Brandt,City of Sund,director,mayor,2020-09,
Jens Brandt,Quay Party,member,member,2001,
Pia Lund,The Sund Courier,employment,editor-in-chief,2014-05,2021-11
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES}) as made:
        yield made


@pytest.mark.parametrize(
    ("subject", "other", "words", "outcome"),
    [
        ("Tove Rask", "Velmar Systems", "Chief executive Tove Rask of Velmar Systems put on a brave face", "supported"),
        ("Tove Rask", "Velmar Systems", "Velmar Systems' chief executive, Tove Rask, took no questions", "supported"),
        ("Jens Brandt", "City of Sund", "The mayor of the City of Sund, Jens Brandt, cut a ribbon", "supported"),
        ("Jens Brandt", "Quay Party", "Jens Brandt of the Quay Party", "supported"),
        (
            "Ines Holm",
            "Velmar Systems",
            "The chief executive of Velmar Systems, Ines Holm, took no questions",
            "not decided",
        ),
        ("Tove Rask", "Velmar Systems", "Former chief executive Tove Rask of Velmar Systems took a bow", "not decided"),
        ("Tove Rask", "Velmar Systems", "Deputy chief executive Tove Rask of Velmar Systems took a bow", "not decided"),
        ("Jens Brandt", "City of Sund", "The treasurer of the City of Sund, Jens Brandt, cut a ribbon", "not decided"),
        ("Tove Rask", "Quay Party", "Tove Rask of the Quay Party", "not decided"),
    ],
)
def test_a_post_beside_a_name(session: Session, subject: str, other: str, words: str, outcome: str) -> None:
    made = replace(asked("role", subject, "", None, other), words=words, says=words)
    found = put(session, made)
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found


@pytest.mark.parametrize(
    ("words", "time", "outcome"),
    [
        ("The Sund Courier was edited by Pia Lund until November 2021", "2021-11", "supported"),
        ("The Sund Courier was edited by Pia Lund until November 2023", "2023-11", "contradicted"),
        ("The Sund Courier was printed by Pia Lund until November 2021", "2021-11", "not decided"),
    ],
)
def test_who_edits_a_paper(session: Session, words: str, time: str, outcome: str) -> None:
    made = replace(asked("role", "Pia Lund", "", time, "The Sund Courier"), words=words, says=words)
    found = put(session, made)
    assert (found.outcome if found.outcome in DECIDED else "not decided") == outcome, found
