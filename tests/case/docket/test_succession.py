"""Who came after whom in a post, and when: two records of one post, one after the other."""

from collections.abc import Iterator

import pytest

from cuibono.store.session import Session
from tests.case.asked import asked, case_of, put

TIES = """from,to,type,role,since,until
Pia Vex,Norhill Harbour Board,director,chairwoman,2015-01-01,2021-05-31
Oren Brick,Norhill Harbour Board,director,chairman,2021-06-01,
Ada Quill,Norhill Harbour Board,director,treasurer,2021-06-01,
Ada Quill,Kiln Club,member,member,2004-03-01,
Joram Pell,Kiln Club,director,treasurer,2019-02-01,
"""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with case_of({"relations.csv": TIES}) as opened:
        yield opened


@pytest.mark.parametrize(
    ("who", "words", "time", "other", "outcome"),
    [
        ("Oren Brick", "succeeded Pia Vex as chairman of the", "2021", "Norhill Harbour Board", "supported"),
        ("Oren Brick", "took over from Pia Vex in June 2021", "2021-06", "", "supported"),
        ("Oren Brick", "took over as chairman from Pia Vex in June 2021", "2021-06", "", "supported"),
        ("Pia Vex", "was replaced by Oren Brick in June 2021", "2021-06", "", "supported"),
        ("Oren Brick", "took over from Pia Vex in June 2019", "2019-06", "", "contradicted"),
        ("Pia Vex", "succeeded Oren Brick as chairwoman of the", None, "Norhill Harbour Board", "contradicted"),
        ("Ada Quill", "succeeded Pia Vex as chairwoman of the", None, "Norhill Harbour Board", "not identified"),
        ("Oren Brick", "succeeded Joram Pell as chairman of the", None, "Norhill Harbour Board", "not identified"),
    ],
)
def test_one_comes_after_another(
    session: Session, who: str, words: str, time: str | None, other: str, outcome: str
) -> None:
    tested = put(session, asked("role", who, words, time, other))
    assert tested.outcome == outcome, tested


@pytest.mark.parametrize(
    ("who", "words", "time", "outcome"),
    [
        ("Joram Pell", "has been the club's treasurer since February 2019", "2019-02", "supported"),
        ("Joram Pell", "has been the club's treasurer since May 2012", "2012-05", "contradicted"),
        ("Joram Pell", "has been the bank's chairman since February 2019", "2019-02", "not identified"),
        ("Oren Brick", "has headed the board since June 2021", "2021-06", "supported"),
        ("Ada Quill", "has headed the board since June 2021", "2021-06", "not identified"),
    ],
)
def test_a_post_is_at_the_body_where_it_is_recorded(
    session: Session, who: str, words: str, time: str, outcome: str
) -> None:
    assert put(session, asked("role", who, words, time)).outcome == outcome
